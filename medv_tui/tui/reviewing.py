"""A screen that holds a plan's text and the review of it, and keeps the two together."""

import asyncio
from datetime import date
from functools import partial
from time import perf_counter
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import TextArea

from medv_tui.errors import ReviewCancelledError
from medv_tui.inventory.progress import Step
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.reports.clean import clean
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Files, Reviewer
from medv_tui.tui.completing import CompletingEditor
from medv_tui.tui.keys import Footer
from medv_tui.tui.line import Part
from medv_tui.tui.line_marks import LineMarks
from medv_tui.tui.marks import Marks
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.pace import MANY_CHARACTERS, beside, collector_at_rest
from medv_tui.tui.present import BLOCKED, MUTED
from medv_tui.tui.progress_bar import progress_line

PAUSE_SECONDS = 0.06
"""How long typing has to rest before a plan is reviewed that takes long."""
TOLD_SECONDS = 0.5
"""How long a review may take before it is said that one is under way."""
STALE_SECONDS = TOLD_SECONDS
"""How long a review may take before it is said that the figures shown are older ones."""
LOOKS = 5
"""How often in that time it is looked at how far the review has come."""
CANCELLED = "Cancelled; the last figures stay. F5 or an edit of the text starts again."
CHARACTERS_OF_A_COMPUTER = 50
"""What a row of an inventory adds to the size of a plan."""
LONG_SECONDS = 0.05
"""From how long on a review counts as one that takes long."""
SLOW_REST_SECONDS = 0.5
"""How long typing has to rest where every figure that changes takes time to arrive."""


class ReviewingScreen(Screen[None]):
    """One plan in an editor; the only writer of the review."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "review_again", "review again", show=False),
    ]

    review: reactive[Review | None] = reactive(None, always_update=True, repaint=False, init=False)

    def __init__(self, plan: OpenPlan, files: Files, as_of: date) -> None:
        super().__init__()
        self.plan = plan
        self.files, self.as_of = files, as_of
        self._reviewer = Reviewer()
        self._reviewed = -1
        """The editor's revision that the review is of."""
        self._review_seconds = 0.0
        self._reviewing = False
        self._waited = 0.0
        self.rest_seconds = 0.0
        """How long typing has to rest at least before anything but the text is drawn again."""
        self._step: Step | None = None
        """How far the review under way has come, as far as it said so."""
        self._given_up: int | None = None
        """The editor's revision whose review was cancelled."""
        self._is_cancelled = False
        """Whether the review under way is to end."""
        self.editor = CompletingEditor(plan.saved_text)

    @property
    def is_reviewed(self) -> bool:
        """Whether the review is of the text as it stands."""
        return self._reviewed == self.editor.revision

    @property
    def reader(self) -> BlockReader:
        """A reader that knows most of the text, for edits of it beside the interface."""
        return self._reviewer.blocks

    def show_stale(self, *, stale: bool) -> None:
        """Show whether the figures are of an older text."""

    def tell(self, sentence: str, look: str = MUTED) -> None:
        """Show a sentence in the footer until the next key."""
        self.query_one(Footer).say((Part(clean(sentence), look),))

    def text_changed(self) -> None:
        """Follow an edit with what shows the text itself."""

    @on(TextArea.Changed)
    def _edited(self, event: TextArea.Changed) -> None:
        """Follow an edit; many edits in a row lead to one review."""
        event.stop()
        self.query_one(Footer).say(())
        self.text_changed()
        self.recompute()

    def recompute(self) -> None:
        """Review the text once typing rests, unless that is under way."""
        if not self._reviewing:
            self._reviewing = True
            self._review_at_rest()

    @work
    async def _review_at_rest(self) -> None:
        """Review until the text is the reviewed one.

        Another edit does not cancel this: a review under way in its thread could not be stopped,
        and the reviewer takes one text at a time.
        """
        slow = self.set_timer(STALE_SECONDS, self._say_if_stale)
        try:
            while not self.is_reviewed and self._given_up != self.editor.revision:
                revision = self.editor.revision
                pause = PAUSE_SECONDS if self._review_seconds > LONG_SECONDS else 0
                await asyncio.sleep(max(pause, self.rest_seconds))
                if revision == self.editor.revision:
                    await self._review(self.editor.text, revision)
        finally:
            slow.stop()
            self._reviewing = False
            self.show_stale(stale=self.review is not None and not self.is_reviewed)

    def _say_if_stale(self) -> None:
        """Say that figures are older ones, if there are any."""
        self.show_stale(stale=self.review is not None and not self.is_reviewed)

    async def _review(self, text: str, revision: int) -> None:
        """Show the review of a text; whatever goes wrong in it must not cost the text."""
        message, review = "", None
        marked: Marks = {}
        waiting = self.set_interval(TOLD_SECONDS / LOOKS, self._tell_of_wait)
        self._waited, self._step, self._is_cancelled = 0.0, None, False
        self._given_up = None
        try:
            review, marked = await beside(partial(self._judge, text))
        except ReviewCancelledError as cancelled:
            self._given_up = revision
            message = str(cancelled)
        except Exception as error:
            message = f"This text could not be reviewed ({error!r}). Your text is safe."
        waiting.stop()
        was_told, self._waited = self._is_told_of, 0.0
        if self._given_up is None:
            self._reviewed = revision
        if not self.query(Footer):
            return  # The dashboard was left meanwhile.
        if message:
            self.tell(message, BLOCKED if self._given_up is None else MUTED)
        else:
            if was_told:
                self.query_one(Footer).say(())
            self.editor.set_marks(marked)
            self.review = review

    def _tell_of_wait(self) -> None:
        """Say that a review takes long, and how far it has come."""
        self._waited += TOLD_SECONDS / LOOKS
        if not self._is_told_of or not self.query(Footer):
            return
        footer = self.query_one(Footer)
        if self._step is None:
            self.tell("Reading and judging the computers …")
        else:
            footer.say(progress_line(self._step, footer.size.width))

    @property
    def _is_told_of(self) -> bool:
        """Whether the review under way takes so long that it is shown."""
        return self._waited > TOLD_SECONDS * (LOOKS - 1) / LOOKS

    @property
    def can_cancel(self) -> bool:
        """Whether a review is shown to be under way that would end at its next step."""
        return self._is_told_of and self._step is not None

    def _follow_step(self, step: Step) -> None:
        """Note from the review's thread how far it is, and end it there where it is not wanted."""
        self._step = step
        if self._is_cancelled:
            raise ReviewCancelledError(CANCELLED)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Escape to others unless a review is shown to be under way."""
        if action == "cancel_review":
            return self.can_cancel
        return super().check_action(action, parameters)

    def action_cancel_review(self) -> None:
        """End the review under way at its next step; the last figures stay."""
        self._is_cancelled = True

    def action_review_again(self) -> None:
        """Review the text once more, with inventories as they are on disk now."""
        self._reviewed, self._given_up = -1, None
        self.recompute()

    def _judge(self, text: str) -> tuple[Review, Marks]:
        """Review a text and find the lines that something is to be said of."""
        begin = perf_counter()
        with collector_at_rest(self._characters(text), first=self.review is None):
            earlier = None if self.review is None else self.review.earlier
            review = self._reviewer.update(
                text, self.files, self.as_of, self._follow_step, earlier=earlier
            )
            review.hosts.settle()
            marked = LineMarks(review)
        if self.review is not None:
            # The first one says little of those that follow an edit.
            self._review_seconds = perf_counter() - begin
        return review, marked

    def _characters(self, text: str) -> int:
        """Say how large a plan is with its inventories, of which nothing is known at first."""
        if self.review is None:
            return MANY_CHARACTERS
        return len(text) + CHARACTERS_OF_A_COMPUTER * len(self.review.hosts.fleet.names)
