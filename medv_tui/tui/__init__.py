"""The dashboard: the plan's text in an editor, beside panes that show its review."""
