"""The dialog that tries changes before they are made: what if every computer had one more user?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from medv_tui.errors import WorkCancelledError
from medv_tui.inventory.progress import Progress
from medv_tui.plan.base import LARGEST_GB
from medv_tui.planfile.edit import EditRefusedError
from medv_tui.planfile.judge import Judge, judged_here
from medv_tui.practices.subjects import Subjects
from medv_tui.reports.clean import clean
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Files, Reviewer
from medv_tui.review.what_if import (
    ONE_MORE_USER,
    TWO_GB_MORE_RAM,
    Change,
    Resize,
    Share,
    Trial,
    tried,
)
from medv_tui.tui.ask_text import AskText
from medv_tui.tui.dialog import Dialog
from medv_tui.tui.line import Line, Part, spread
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.modal import Modal
from medv_tui.tui.present import ACCENT, BLOCKED, BOLD, MUTED
from medv_tui.tui.tried import draw
from medv_tui.tui.waiting import Waiting

NOTHING_CHOSEN = "Choose one or more changes; nothing is written until Enter keeps them."
SHARED = "workspaces.settings.VM.MultiUserEnabled"
VHD = "workspaces.image.vhd_gb"
NO_SIZE = "Write a size in GB from 0 up, such as 2.6."


@dataclass(frozen=True, slots=True)
class Choice:
    """One change that can be tried."""

    words: str
    now: str
    """What holds at present; empty where that differs from computer to computer."""
    change: Change
    """A size that is asked for is the present one until it is answered."""


def size_of(text: str) -> float | None:
    """Read a size in GB; a comma may stand for the point. None where it is none."""
    try:
        gb = float(text.strip().removesuffix("GB").strip().replace(",", "."))
    except ValueError:
        return None
    return gb if 0 <= gb <= LARGEST_GB else None


def choices(review: Review) -> list[Choice]:
    """Give what can be tried with a plan."""
    found = [
        Choice("One more user on every computer", "", ONE_MORE_USER),
        Choice("2 GB more RAM on every computer", "", TWO_GB_MORE_RAM),
    ]
    subjects = review.hosts.subjects
    for position, workspace in enumerate(review.plan.workspaces):
        found += _of_workspace(subjects, position, workspace.name)
    return found


def _of_workspace(subjects: Subjects, position: int, name: str) -> list[Choice]:
    """Give what can be tried with one workspace."""
    facts = subjects.workspace_facts[position]
    is_shared = bool(facts.get(SHARED))
    words = (
        f"{name}: one workspace for each user"
        if is_shared
        else f"{name}: one shared workspace per computer"
    )
    vhd_gb = facts.get(VHD)
    now = "now unknown" if vhd_gb is None else f"now {vhd_gb:.2f} GB"
    return [
        Choice(words, "now shared" if is_shared else "now per user", Share(name, not is_shared)),
        Choice(f"{name}: another size of the base VHD", now, Resize(name, vhd_gb or 0.0)),
    ]


def choice_row(choice: Choice, chosen: Change | None, cells: int) -> Line:
    """Draw one change; `chosen` is what of it is being tried."""
    box = Part("[x] " if chosen is not None else "[ ] ", ACCENT if chosen is not None else MUTED)
    then = f", then {chosen.vhd_gb:.2f} GB" if isinstance(chosen, Resize) else ""
    words = Part(clean(choice.words), BOLD if chosen is not None else "")
    return spread((box, words), (Part(choice.now + then, MUTED),), cells)


@dataclass(frozen=True, slots=True)
class Keep:
    """Write the changes that were tried; one step to undo."""

    text: str
    """The whole plan with them."""


class WhatIfScreen(Modal[Keep]):
    """Tries changes on a copy of the plan; gives the plan with them, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose, or choose no longer"),
        Binding("enter", "keep", "Keep the changes"),
        Binding("escape", "drop", "Drop them"),
    ]
    DEFAULT_CSS = "WhatIfScreen { align: center middle; }"

    def __init__(self, text: str, review: Review, files: Files, judge: Judge = judged_here) -> None:
        """Take the plan's text with its review, what gives its inventories, and who reads it."""
        super().__init__()
        self._text, self._review, self._files = text, review, files
        self._reviewer = Reviewer(judge=judge)
        self._choices = choices(review)
        self._chosen: dict[int, Change] = {}
        self._tried: dict[int, Change] = {}
        self._trying = False
        self._trial: Trial | None = None
        self._refusal = ""
        self._listing = Listing(self._rows)
        self._dialog = Dialog("What if …?", self._listing)
        self._waiting = Waiting(self._dialog.show_progress)

    def compose(self) -> ComposeResult:
        """Lay choices and result out above the keys."""
        yield self._dialog

    def on_mount(self) -> None:
        """Start with the keys in the list."""
        self._listing.focus()
        self._show()

    def on_resize(self) -> None:
        """Fit the list to the terminal."""
        self._show()

    @property
    def is_tried(self) -> bool:
        """Whether what is shown is the result of what is chosen."""
        return self._tried == self._chosen

    def action_choose(self) -> None:
        """Try the change under the cursor, or no longer; a size is asked for first."""
        index = self._listing.item
        choice = self._choices[index]
        if index in self._chosen:
            del self._chosen[index]
            self._try()
        elif isinstance(choice.change, Resize):
            self._ask(index, choice.change)
        else:
            self._chosen[index] = choice.change
            self._try()

    def action_keep(self) -> None:
        """Close with the changes, once their result is known."""
        if self._trial is not None and self.is_tried:
            self.dismiss(Keep(self._trial.text))

    def action_drop(self) -> None:
        """Cancel a trial that takes long; else close without the changes."""
        if self._waiting.is_shown:
            self._waiting.cancel()
        else:
            self.dismiss(None)

    def _ask(self, index: int, present: Resize) -> None:
        def answered(text: str | None) -> None:
            gb = None if text is None else size_of(text)
            if gb is not None:
                self._chosen[index] = Resize(present.workspace, gb)
                self._try()

        def refused(text: str) -> str:
            return NO_SIZE if size_of(text) is None else ""

        question = f"How many GB would the base VHD of {present.workspace} be?"
        self.app.push_screen(
            AskText(question, f"{present.vhd_gb:g}", "such as 2.6", refused), answered
        )

    def _try(self) -> None:
        """Show what is chosen at once, and its result as soon as it is known."""
        self._show()
        if not self._trying:
            self._trying = True
            self._try_all()

    @work(description="try changes")
    async def _try_all(self) -> None:
        """Review the plan with what is chosen, until nothing else is.

        Another choice does not cancel this, as the reviewer takes one text at a time. After
        Escape that is chosen again which was tried last.
        """
        try:
            while not self.is_tried:
                chosen = dict(self._chosen)
                self._waiting = Waiting(self._dialog.show_progress)
                work = partial(self._attempt, [chosen[index] for index in sorted(chosen)])
                self._trial, self._refusal = await self._waiting.until_done(work)
                self._tried = chosen
                self._show()
        except WorkCancelledError:
            self._chosen = dict(self._tried)
            self._show()
        finally:
            self._trying = False

    def _attempt(self, wanted: Sequence[Change], progress: Progress) -> tuple[Trial | None, str]:
        """Give the result of some changes, or why they cannot be written."""
        if not wanted:
            return None, ""
        try:
            asked = (self._text, self._review, wanted, self._reviewer, self._files)
            return tried(*asked, progress), ""
        except EditRefusedError as refusal:
            return None, str(refusal)

    def _show(self) -> None:
        """Draw choices and result, and the keys that do something."""
        self._listing.redraw()
        self._dialog.fit(self._listing, self.app.size.height)
        pairs = [("Space", "choose")]
        if self._trial is not None and self.is_tried:
            pairs.append(("Enter", "keep"))
        self._dialog.show_keys((*pairs, ("Esc", "drop" if self._chosen else "close")))

    def _rows(self, cells: int) -> list[Row]:
        rows = [
            Row(choice_row(choice, self._chosen.get(index), cells), index)
            for index, choice in enumerate(self._choices)
        ]
        rows.append(Row())
        if self._refusal:
            rows.append(Row((Part(f"× {clean(self._refusal)}", BLOCKED),)))
        elif self._trial is not None:
            rows += [Row(line) for line in draw(self._trial, cells)]
        else:
            rows.append(Row((Part(NOTHING_CHOSEN, MUTED),)))
        return rows
