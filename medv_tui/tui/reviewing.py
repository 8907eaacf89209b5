"""The review loop of one plan: the only writer of the review, which it keeps with the text."""

import asyncio
from collections.abc import Callable
from datetime import date
from functools import partial
from time import perf_counter
from typing import Any

from textual.screen import Screen

from medv_tui.errors import WorkCancelledError
from medv_tui.inventory.progress import Progress
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.judge_apart import JudgeApart
from medv_tui.planfile.long_text import LongText
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Files, Reviewer
from medv_tui.tui.editor import Editor
from medv_tui.tui.inventories import Inventories
from medv_tui.tui.joined_lines import Stretch
from medv_tui.tui.line_marks import LineMarks
from medv_tui.tui.marks import Marks
from medv_tui.tui.pace import MANY_CHARACTERS, collector_at_rest
from medv_tui.tui.present import BLOCKED, MUTED
from medv_tui.tui.talk import Talk
from medv_tui.tui.waiting import TOLD_SECONDS, Waiting

PAUSE_SECONDS = 0.06
"""How long typing has to rest before a plan is reviewed that takes long."""
STALE_SECONDS = TOLD_SECONDS
"""How long a review may take before it is said that the figures shown are older ones."""
CANCELLED = "Cancelled; the last figures stay. F5 or an edit of the text starts again."
CHARACTERS_OF_A_COMPUTER = 50
"""What a row of an inventory adds to the size of a plan."""
LONG_SECONDS = 0.12
"""From how long on a review counts as one that takes long."""
SLOW_REST_SECONDS = 0.5
"""How long typing has to rest where every figure that changes takes time to arrive."""
SECONDS_BETWEEN_LOOKS = 2.0
"""How often the inventories' dates and sizes are looked at."""


class Reviewing:
    """Reviews the text in the editor whenever that or an inventory has changed."""

    def __init__(
        self,
        screen: Screen[Any],
        editor: Editor,
        talk: Talk,
        files: Files,
        as_of: date,
        show: Callable[[Review], None],
        show_age: Callable[[bool], None],
    ) -> None:
        """Take what to review, and what shows the review and whether it is an older one.

        The screen lends its timers and workers.
        """
        self._screen, self._editor, self._talk = screen, editor, talk
        self.files, self.as_of = files, as_of
        self._show, self._show_age = show, show_age
        self.judge = JudgeApart()
        """Reads what has to be read as a whole without holding up the keys."""
        self._reviewer = Reviewer(judge=self.judge)
        self.review: Review | None = None
        """The latest one."""
        self.rest_seconds = 0.0
        """How long typing has to rest at least before anything but the text is drawn again."""
        self._reviewed = -1
        """The editor's revision that the review is of."""
        self._review_seconds = 0.0
        self._reviewing = False
        self._waiting: Waiting | None = None
        """The wait for the review that is under way, or was last."""
        self._given_up: int | None = None
        """The editor's revision whose review was cancelled."""

    @property
    def is_reviewed(self) -> bool:
        """Whether the review is of the text as it stands."""
        return self._reviewed == self._editor.revision

    @property
    def current(self) -> Review | None:
        """The review of the text as it stands, if there is one."""
        return self.review if self.is_reviewed else None

    @property
    def reader(self) -> BlockReader:
        """A reader that knows most of the text, for edits of it beside the interface."""
        return self._reviewer.blocks

    def recompute(self) -> None:
        """Review the text once typing rests, unless that is under way."""
        if not self._reviewing:
            self._reviewing = True
            self._screen.run_worker(self._review_at_rest())

    def review_again(self) -> None:
        """Review the text once more, with inventories as they are on disk now."""
        self._reviewed, self._given_up = -1, None
        self.recompute()

    def read_from(self, files: Files) -> None:
        """Review the text with the inventories of another folder."""
        self.files = files
        self.review_again()

    def look_at_files(self) -> None:
        """Review the text anew where an inventory was changed on disk."""
        changed = self.files.changed() if isinstance(self.files, Inventories) else []
        if changed and self.is_reviewed:
            self.review_again()
            self._talk.tell(f"{changed[0]} was changed on disk and is read again.")

    def leave(self) -> None:
        """End what works beside the dashboard, which is left."""
        self.judge.close()

    async def _review_at_rest(self) -> None:
        """Review until the text is the reviewed one.

        Another edit does not cancel this: a review under way in its thread could not be stopped,
        and the reviewer takes one text at a time.
        """
        slow = self._screen.set_timer(STALE_SECONDS, self._say_if_stale)
        try:
            while not self.is_reviewed and self._given_up != self._editor.revision:
                revision = self._editor.revision
                pause = PAUSE_SECONDS if self._review_seconds > LONG_SECONDS else 0
                await asyncio.sleep(max(pause, self.rest_seconds))
                if revision == self._editor.revision:
                    await self._review(self._editor.exact_document.stretches(), revision)
        finally:
            slow.stop()
            self._reviewing = False
            self._say_if_stale()

    def _say_if_stale(self) -> None:
        """Say whether figures are older ones, if there are any."""
        self._show_age(self.review is not None and not self.is_reviewed)

    async def _review(self, stretches: list[Stretch], revision: int) -> None:
        """Show the review of a text; whatever goes wrong in it must not cost the text."""
        message, review = "", None
        marked: Marks = {}
        self._waiting = waiting = Waiting(self._talk.show_step, self._tell_of_wait)
        self._given_up = None
        try:
            review, marked = await waiting.until_done(partial(self._judge, stretches))
        except WorkCancelledError:
            self._given_up = revision
            message = CANCELLED
        except Exception as error:
            message = f"This text could not be reviewed ({error!r}). Your text is safe."
        if self._given_up is None:
            self._reviewed = revision
        if not self._talk.is_heard:
            return  # The dashboard was left meanwhile.
        if review is None:
            self._talk.tell(message, BLOCKED if self._given_up is None else MUTED)
            return
        if waiting.was_told_of:
            self._talk.hush()
        await self._until_drawn()
        self._editor.set_marks(marked)
        self.review = review
        self._show(review)

    async def _until_drawn(self) -> None:
        """Wait until what was typed stands on the screen, for which no figure is to be waited."""
        drawn = asyncio.Event()
        self._screen.call_after_refresh(drawn.set)
        await drawn.wait()

    def _tell_of_wait(self) -> None:
        """Say that a review takes long, of which nothing else is known yet."""
        self._talk.tell("Reading and judging the computers …")

    @property
    def can_cancel(self) -> bool:
        """Whether a review is shown to be under way that would end at its next step."""
        return self._waiting is not None and self._waiting.is_shown

    def cancel(self) -> None:
        """End the review under way at its next step; the last figures stay."""
        if self._waiting is not None:
            self._waiting.cancel()

    def _judge(self, stretches: list[Stretch], progress: Progress) -> tuple[Review, Marks]:
        """Review a text and find the lines that something is to be said of."""
        begin = perf_counter()
        text = LongText(tuple(stretch.text for stretch in stretches))
        with collector_at_rest(self._characters(text), first=self.review is None):
            earlier = None if self.review is None else self.review.earlier
            review = self._reviewer.update(text, self.files, self.as_of, progress, earlier=earlier)
            review.hosts.settle()
            marked = LineMarks(review)
        if self.review is not None:
            # The first one says little of those that follow an edit.
            self._review_seconds = perf_counter() - begin
        return review, marked

    def _characters(self, text: LongText) -> int:
        """Say how large a plan is with its inventories, of which nothing is known at first."""
        if self.review is None:
            return MANY_CHARACTERS
        return len(text) + CHARACTERS_OF_A_COMPUTER * len(self.review.hosts.fleet.names)
