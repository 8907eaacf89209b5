"""A screen that explains what it shows, and turns what is wanted of it into edits of the text."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from medv_tui.findings import Attest, Intent, Path, Range
from medv_tui.planfile.rewriting import rewriting
from medv_tui.reports.explanation import Explanation, Section, Sentence
from medv_tui.review.as_before import EVERYTHING, why_as_before
from medv_tui.review.review import Review
from medv_tui.tui.arranged import ArrangedScreen
from medv_tui.tui.attest import AttestScreen
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.explain import Apply, ExplainScreen, Jump, Wish
from medv_tui.tui.panes.choice import Mend, Refused, Why, Word
from medv_tui.tui.place_names import PLAN
from medv_tui.tui.preview import Change, intended, show_change
from medv_tui.tui.what_if import Keep, WhatIfScreen
from medv_tui.tui.working import work_out

STALE = "The review is not up to date yet; try again in a moment."


class AskingScreen(ArrangedScreen):
    """Answers why, and carries out what follows from the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "what_if", "What if …?", show=False, priority=True, id="what-if"),
    ]

    @on(Why)
    def _why(self, event: Why) -> None:
        event.stop()
        self.explain(event.explained)

    @on(Mend)
    def _mend_finding(self, event: Mend) -> None:
        event.stop()
        self.preview(event.intent)

    @on(Word)
    def _word(self, event: Word) -> None:
        event.stop()
        self.ask_for_word(event.wanted)

    @on(Refused)
    def _refuse(self, event: Refused) -> None:
        event.stop()
        self.tell(event.reason)

    def explain(self, explained: Callable[[Review], Explanation]) -> None:
        """Show an explanation of the text as it stands."""
        if self.review is None or not self.is_reviewed:
            self.tell(STALE)
            return
        explanation = _with_older(explained(self.review), self.review)
        screen = ExplainScreen(explanation, self.editor.text, self.as_of, self.reader)
        self.app.push_screen(screen, self._follow)

    def _follow(self, wish: Wish | None) -> None:
        """Do what somebody wants after having read an explanation."""
        match wish:
            case Jump(path):
                self.go_to_path(path)
            case Apply(change):
                self.make(change)

    def go_to_path(self, path: Path) -> None:
        """Put the cursor on the place of a path in the text."""
        where = None if self.review is None else self.review.locate(path)
        if where is None:
            self.tell("The plan's text has no place for this.")
        else:
            self.go_to_range(where)

    def go_to_range(self, where: Range) -> None:
        """Put the cursor on a place of the text."""
        self.action_open(PLAN)
        self.editor.go_to(where.line, where.column)

    def preview(self, intent: Intent) -> None:
        """Show what an edit would change, and make it if that is wanted."""
        text, reader = self.editor.text, self.reader
        show_change(self.app, text, lambda: intended(text, intent, reader), self.make)

    def ask_for_word(self, wanted: Attest) -> None:
        """Ask for the words of an attestation or a waiver, and show what they change."""

        def answered(said: Attest | None) -> None:
            if said is not None:
                self.preview(said)

        self.app.push_screen(AttestScreen(wanted, self.as_of), answered)

    def carry_out(self, intent: Intent) -> None:
        """Make an edit of the text, as one step to undo."""
        text, reader = self.editor.text, self.reader
        work_out(self.app, text, lambda: intended(text, intent, reader), self.make)

    def make(self, change: Change) -> None:
        """Make a change that was worked out, and go where the cursor is wanted then."""
        if change.refusal:
            self.app.push_screen(RefusalDialog(change.refusal))
            return
        self.rewrite(change.new)
        if change.there is not None:
            self.go_to_range(change.there)

    def rewrite(self, new: str) -> None:
        """Put a whole new text in place of the old one, as one step to undo.

        The cursor stays on its line, and that where it is on the screen.
        """
        editor, old = self.editor, self.editor.text
        if new == old:
            self.tell("The plan says so already.")
            return
        rewritten = rewriting(old, new)
        row, column = editor.cursor_location
        rows_above = row - editor.scroll_offset.y
        editor.history.checkpoint()
        editor.replace(
            rewritten.change.new, rewritten.start, rewritten.end, maintain_selection_offset=False
        )
        editor.history.checkpoint()
        row = rewritten.row_after(row)
        editor.go_to(row + 1, min(column, len(editor.document.get_line(row))) + 1)
        editor.scroll_to(y=row - rows_above, animate=False, force=True)

    def action_what_if(self) -> None:
        """Try changes on a copy of the plan."""
        if self.review is None or not self.is_reviewed:
            self.tell(STALE)
            return
        screen = WhatIfScreen(self.editor.text, self.review, self.files)
        self.app.push_screen(screen, self._keep)

    def _keep(self, kept: Keep | None) -> None:
        """Write what was tried into the plan."""
        if kept is not None:
            self.rewrite(kept.text)


def _with_older(explanation: Explanation, review: Review) -> Explanation:
    """Say first what of a review is older than the text."""
    older = why_as_before(review, EVERYTHING)
    if not older:
        return explanation
    first = Section("", (Sentence(f"Older figures: {older[0]}."),))
    return replace(explanation, sections=(first, *explanation.sections))
