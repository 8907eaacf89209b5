"""New texts in place of the plan's, whoever works them out: each is one step to undo."""

from medv_tui.findings import Intent, Path
from medv_tui.planfile.differing import differing
from medv_tui.reports.fixes import in_words
from medv_tui.tui.arrangement import Arrangement
from medv_tui.tui.changed_back import told
from medv_tui.tui.editor import Editor
from medv_tui.tui.preview import Change, Edit, carrying_out, changed, intended, show_change
from medv_tui.tui.reviewing import Reviewing
from medv_tui.tui.talk import Talk
from medv_tui.tui.working import work_out

READ_ONLY = "This plan was opened to be read only; save it under another name to change it."


class Rewriting:
    """Turns what is wanted into edits of the text, and shows where they are."""

    def __init__(
        self, talk: Talk, editor: Editor, arrangement: Arrangement, reviewing: Reviewing
    ) -> None:
        self._talk, self._editor, self._arrangement = talk, editor, arrangement
        self._reviewing = reviewing

    def carry_out(self, intent: Intent) -> None:
        """Make an edit of the text."""
        text, reader = self._editor.text, self._reviewing.reader
        work_out(self._talk.app, text, lambda: intended(text, intent, reader), self.make)

    def preview(self, intent: Intent) -> None:
        """Show what an edit would change, and make it if that is wanted."""
        self.offer(in_words(intent), carrying_out(intent))

    def offer(self, said: str, edited: Edit, there: Path = ()) -> None:
        """Show what an edit of the text comes to, and make it if that is wanted.

        The cursor goes to a path of the new text, if one is given.
        """
        text, reader = self._editor.text, self._reviewing.reader
        show_change(
            self._talk.app, text, lambda: changed(said, text, edited, reader, there), self.make
        )

    def make(self, change: Change) -> None:
        """Make a change that was worked out, and go where the cursor is wanted then."""
        if change.refusal:
            self._talk.refuse(change.refusal)
            return
        self.rewrite(change.new)
        if change.there is not None:
            self._arrangement.go_to(change.there.line, change.there.column)

    def rewrite(self, new: str) -> None:
        """Put a whole new text in place of the old one, unless the plan is only read."""
        if self._editor.read_only and new != self._editor.text:
            self._talk.tell(READ_ONLY)
        else:
            self.put(new)

    def change_back(self, way: str) -> None:
        """Undo or redo an edit for somebody who looks at a pane, and say which line changed."""
        change = self._editor.undo if way == "undo" else self._editor.redo
        before = list(self._editor.document.lines)
        change()
        said = told(before, self._editor.document.lines)
        if said:
            self._talk.tell_after_edit(said)
        else:
            self._talk.tell(f"There is nothing to {way}.")

    def put(self, new: str) -> None:
        """Put a whole new text in place of the old one, even if the plan is only read.

        The cursor stays on its line, and that where it is on the screen.
        """
        editor, old = self._editor, self._editor.text
        if new == old:
            self._talk.tell("The plan says so already.")
            return
        found = differing(old, new)
        row, column = editor.cursor_location
        rows_above = row - editor.scroll_offset.y
        editor.history.checkpoint()
        editor.replace(found.change.new, found.start, found.end, maintain_selection_offset=False)
        editor.history.checkpoint()
        row = found.row_after(row)
        editor.go_to(row + 1, min(column, len(editor.document.get_line(row))) + 1)
        editor.scroll_to(y=row - rows_above, animate=False, force=True)
