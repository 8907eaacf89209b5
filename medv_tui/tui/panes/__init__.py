"""The four panes beside the editor, each a view of one part of the review."""
