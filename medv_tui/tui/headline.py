"""The headline: file, verdicts, disk and practices in one row, and the strip below it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.strip import Strip

from medv_tui.assessment.disk import TOLERANCE_GB
from medv_tui.findings import Level, Verdict
from medv_tui.reports.clean import clean
from medv_tui.review.review import Review
from medv_tui.tui.drawn import Rows, strip
from medv_tui.tui.layout import Form, is_cramped, shortage
from medv_tui.tui.line import Line, Part, cut_middle, joined, spread, width
from medv_tui.tui.present import (
    ACCENT,
    ATTENTION,
    BLOCKED,
    BOLD,
    MUTED,
    RULE,
    UNKNOWN,
    VERDICT_MARKS,
    count,
    signed,
    size,
)

STRIP_ORDER = (Verdict.READY, Verdict.ATTENTION, Verdict.BLOCKED, Verdict.UNKNOWN)
SHOWN = (*STRIP_ORDER, Verdict.UNASSIGNED)
SHORTEST_NAME = 12
MARGIN = Part(" ")


@dataclass(frozen=True, slots=True)
class FileState:
    """What the headline says of the file."""

    name: str
    edited: bool
    new: bool
    read_only: bool = False


class Standing(NamedTuple):
    """The figures of a review that changes are counted from."""

    counts: Mapping[Verdict, int]
    planned_gb: float
    met: int

    @classmethod
    def of(cls, review: Review) -> "Standing":
        """Take the figures of a review."""
        return cls(review.hosts.counts, review.disk.planned_gb, review.score[0])


class Room(NamedTuple):
    """How generously the headline is drawn."""

    verdicts: int
    """Blanks between verdicts."""
    groups: int
    """Blanks between groups of figures."""
    changes: bool = False
    """Whether to say what changed since the plan was saved."""
    words: Form = Form.NARROW
    """The form whose words are used."""
    unassigned: bool = True
    """Whether to count computers without a workspace, where the words allow it."""


_ROOMS: Mapping[Form, tuple[Room, ...]] = {
    Form.WIDE: (
        Room(3, 5, changes=True, words=Form.WIDE),
        Room(3, 3, changes=True, words=Form.WIDE),
        Room(3, 5, words=Form.WIDE),
        Room(3, 3, words=Form.WIDE),
        Room(2, 3, words=Form.MEDIUM),
    ),
    Form.MEDIUM: (
        Room(2, 3, words=Form.MEDIUM),
        Room(2, 3, words=Form.MEDIUM, unassigned=False),
        Room(2, 2),
    ),
}
"""The most generous first; other forms have no choice."""
_CLOSE = (Room(2, 2),)


def headline(
    file: FileState, review: Review | None, form: Form, cells: int, saved: Standing | None = None
) -> Line:
    """Draw the headline in the words that fit the form.

    `saved` is how the plan stood when it was saved; None where that is not known.
    """
    state = _state(file, form)
    errors = _errors(review) if form is not Form.NARROW and review is not None else ()
    name = clean(file.name)
    for room in _ROOMS.get(form, _CLOSE):
        right = _right(review, room, saved)
        taken = width(right) + width(state) + (width(errors) + 3 if errors else 0) + room.groups
        if cells - taken >= min(cell_len(name), SHORTEST_NAME):
            break
    shown = cut_middle(name, max(1, cells - taken))
    return spread(joined(((Part(shown, BOLD), *state), errors), 3), right, cells, room.groups)


def _state(file: FileState, form: Form) -> Line:
    """Say whether the file on disk holds what is shown, and whether that can be changed at all."""
    if file.read_only:
        return (Part(" (read only)", ACCENT),)
    if not (file.edited or file.new):
        return ()
    if form is Form.NARROW:
        return (Part(" *", ACCENT),)
    return (Part(" new" if file.new else " edited", ACCENT),)


def _errors(review: Review) -> Line:
    """Count what keeps parts of the plan from being read."""
    errors = sum(problem.level is Level.ERROR for problem in review.problems)
    return (Part(f"× {count(errors, 'error')}", BLOCKED),) if errors else ()


def _right(review: Review | None, room: Room, saved: Standing | None) -> Line:
    """Draw the groups of figures at the right."""
    if review is None:
        return ()
    form, since = room.words, saved if room.changes else None
    counted = SHOWN if room.unassigned and form is not Form.NARROW else STRIP_ORDER
    verdicts = joined(_verdicts(review.hosts.counts, counted, since), room.verdicts)
    if form is Form.WIDE:
        verdicts = (Part(f"{count(review.hosts.total, 'host')}  ", MUTED), *verdicts)
    groups = [verdicts, _disk(review, form, since)]
    if form is not Form.NARROW:
        groups.append(_practices(review, form, since))
    return joined(groups, room.groups)


def _verdicts(
    counts: Mapping[Verdict, int], counted: Iterable[Verdict], since: Standing | None
) -> Iterator[Line]:
    """Count computers by verdict; ready always, others only where there are any."""
    for verdict in counted:
        mark, number = VERDICT_MARKS[verdict], counts[verdict]
        change = 0 if since is None else number - since.counts[verdict]
        if number or change or verdict is Verdict.READY:
            words = (mark.part, Part(f" {number:,}", BOLD), Part(f" {mark.word}"))
            yield (*words, *_change(change))


def _disk(review: Review, form: Form, since: Standing | None) -> Line:
    """Give the planned disk space; a sum that leaves computers out is a least amount."""
    planned_gb = review.disk.known_planned_gb
    is_least = review.disk.hosts_unknown and planned_gb is not None
    least = ("≥ " if form is Form.NARROW else "at least ") if is_least else ""
    figure = Part(f"{size(planned_gb)} GB", BOLD if planned_gb is not None else UNKNOWN)
    if form is not Form.WIDE:
        return (Part(least, MUTED), figure)
    words = (Part(f"disk {least}", MUTED), figure, Part(" planned", MUTED))
    change_gb = 0.0 if since is None else review.disk.planned_gb - since.planned_gb
    if abs(change_gb) <= TOLERANCE_GB:
        return words
    return (*words, Part(f" {signed(change_gb)}", MUTED))


def _practices(review: Review, form: Form, since: Standing | None) -> Line:
    """Count practices that are met."""
    met, scored = review.score
    words = (Part("practices ", MUTED), Part(f"{met} of {scored}", BOLD))
    if form is not Form.WIDE:
        return words
    return (*words, Part(" met", MUTED), *_change(0 if since is None else met - since.met))


def _change(number: int) -> Line:
    """Show by how much a count has changed, if it has."""
    if not number:
        return ()
    return (Part(f" {'−' if number < 0 else '+'}{abs(number):,}", MUTED),)


def strip_row(counts: Mapping[Verdict, int], cells: int) -> Line:
    """Draw the share of each verdict as a part of one long rule."""
    shown = [verdict for verdict in STRIP_ORDER if counts.get(verdict)]
    if not shown:
        return (Part("━" * cells, RULE),)
    sizes = _shares([counts[verdict] for verdict in shown], cells - len(shown) + 1)
    parts = [
        Part("━" * cells_of, VERDICT_MARKS[verdict].look)
        for verdict, cells_of in zip(shown, sizes, strict=True)
    ]
    return joined(((part,) for part in parts), 1)


def _shares(numbers: Sequence[int], cells: int) -> list[int]:
    """Split cells in proportion, at least one each; the largest takes what rounding leaves."""
    total = sum(numbers)
    sizes = [max(1, cells * number // total) for number in numbers]
    sizes[numbers.index(max(numbers))] += cells - sum(sizes)
    return sizes


class Headline(Rows):
    """The two rows at the top."""

    def __init__(self) -> None:
        super().__init__(identity="headline")
        self._file = FileState("", edited=False, new=False)
        self._review: Review | None = None
        self._form = Form.WIDE
        self._saved: Standing | None = None

    def set_form(self, form: Form) -> None:
        """Use the words that fit this form."""
        self._form = form
        self._draw()

    def set_file(self, file: FileState) -> None:
        """Say what is true of the file."""
        self._file = file
        self._draw()

    def set_review(self, review: Review) -> None:
        """Show the figures of this review."""
        self._review = review
        self._draw()

    def set_saved(self, saved: Standing | None) -> None:
        """Count changes from here on; None where it is not known how the saved plan stood."""
        self._saved = saved
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width."""
        del event
        self._draw()

    def render_line(self, y: int) -> Strip:
        """Draw one row; the first one lies on a ground of its own."""
        ground = "on $surface" if y == 0 else ""
        return strip(self, self._rows[y] if y < len(self._rows) else (), self.size.width, ground)

    def _draw(self) -> None:
        inner = self.size.width - 2 * len(MARGIN.text)
        top = (MARGIN, *headline(self._file, self._review, self._form, inner, self._saved))
        screen = self.screen.size
        if is_cramped(screen.width, screen.height):
            self.show(top, (MARGIN, Part(shortage(screen.width, screen.height), ATTENTION)))
            return
        counts = {} if self._review is None else self._review.hosts.counts
        self.show(top, strip_row(counts, self.size.width))
