"""Answers to why and what if, and what follows from them."""

from collections.abc import Callable
from dataclasses import replace

from medv_tui.findings import Attest, Path
from medv_tui.reports.explanation import Explanation, Section, Sentence
from medv_tui.reports.practice_explanation import why_practice
from medv_tui.review.as_before import EVERYTHING, why_as_before
from medv_tui.review.review import Review
from medv_tui.tui.arrangement import Arrangement
from medv_tui.tui.attest import AttestScreen
from medv_tui.tui.editor import Editor
from medv_tui.tui.explain import Apply, ExplainScreen, Jump, Wish
from medv_tui.tui.reviewing import Reviewing
from medv_tui.tui.rewriting import Rewriting
from medv_tui.tui.talk import Talk
from medv_tui.tui.what_if import WhatIfScreen

STALE = "The review is not up to date yet; try again in a moment."


class Answers:
    """Answers why, and carries out what is wanted of the answer."""

    def __init__(
        self,
        talk: Talk,
        editor: Editor,
        reviewing: Reviewing,
        arrangement: Arrangement,
        rewriting: Rewriting,
    ) -> None:
        self._talk, self._editor, self._reviewing = talk, editor, reviewing
        self._arrangement, self._rewriting = arrangement, rewriting

    def explain(self, explained: Callable[[Review], Explanation]) -> None:
        """Show an explanation of the text as it stands."""
        review = self._reviewing.current
        if review is None:
            self._talk.tell(STALE)
            return
        explanation = _with_older(explained(review), review)
        screen = ExplainScreen(
            explanation, self._editor.text, self._reviewing.as_of, self._reviewing.reader
        )
        self._talk.ask(screen, self._follow)

    def explain_practice(self, name: str) -> None:
        """Explain a practice by its id, as the checklist does."""
        review = self._reviewing.review
        items = () if review is None else review.items
        item = next((item for item in items if item.finding.practice == name), None)
        if item is None:
            self._talk.tell(f"No practice is called {name}.")
        else:
            self.explain(lambda review: why_practice(review, item))

    def _follow(self, wish: Wish) -> None:
        """Do what somebody wants after having read an explanation."""
        match wish:
            case Jump(path):
                self.go_to_path(path)
            case Apply(change):
                self._rewriting.make(change)

    def go_to_path(self, path: Path) -> None:
        """Put the cursor on the place of a path in the text."""
        review = self._reviewing.review
        where = None if review is None else review.locate(path)
        if where is None:
            self._talk.tell("The plan's text has no place for this.")
        else:
            self._arrangement.go_to(where.line, where.column)

    def ask_for_word(self, wanted: Attest) -> None:
        """Ask for the words of an attestation or a waiver, and show what they change."""
        screen = AttestScreen(wanted, self._reviewing.as_of)
        self._talk.ask(screen, self._rewriting.preview)

    def try_changes(self) -> None:
        """Try changes on a copy of the plan, and write into it what is kept."""
        review = self._reviewing.current
        if review is None:
            self._talk.tell(STALE)
            return
        files, judge = self._reviewing.files, self._reviewing.judge
        screen = WhatIfScreen(self._editor.text, review, files, judge)
        self._talk.ask(screen, lambda kept: self._rewriting.rewrite(kept.text))


def _with_older(explanation: Explanation, review: Review) -> Explanation:
    """Say first what of a review is older than the text."""
    older = why_as_before(review, EVERYTHING)
    if not older:
        return explanation
    first = Section("", (Sentence(f"Older figures: {older[0]}."),))
    return replace(explanation, sections=(first, *explanation.sections))
