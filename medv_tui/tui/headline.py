"""The headline: file, verdicts, disk and practices in one row, and the strip below it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import events

from medv_tui.findings import Level, Verdict
from medv_tui.reports.clean import clean
from medv_tui.review.review import Review
from medv_tui.tui.drawn import Rows
from medv_tui.tui.layout import Form, is_cramped, shortage
from medv_tui.tui.line import Line, Part, cut_middle, joined, spread, width
from medv_tui.tui.present import (
    ACCENT,
    ATTENTION,
    BLOCKED,
    BOLD,
    MUTED,
    RULE,
    VERDICT_MARKS,
    count,
    size,
    tally,
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


def headline(file: FileState, review: Review | None, form: Form, cells: int) -> Line:
    """Draw the headline in the words that fit the form."""
    gap = 2 if form is Form.NARROW else 3
    state = _state(file, form)
    room = cells - SHORTEST_NAME - width(state) - gap
    right = _figures(review, form, gap, room) if review is not None else ()
    errors = _errors(review) if form is not Form.NARROW and review is not None else ()
    taken = width(right) + width(state) + (width(errors) + gap if errors else 0)
    name = cut_middle(clean(file.name), max(SHORTEST_NAME, cells - taken - gap))
    return spread(joined(((Part(name, BOLD), *state), errors), gap), right, cells, gap)


def _state(file: FileState, form: Form) -> Line:
    """Say whether the file on disk holds what is shown."""
    if not (file.edited or file.new):
        return ()
    if form is Form.NARROW:
        return (Part(" *", ACCENT),)
    return (Part(" new" if file.new else " edited", ACCENT),)


def _errors(review: Review) -> Line:
    """Count what keeps parts of the plan from being read."""
    errors = sum(problem.level is Level.ERROR for problem in review.problems)
    return (Part(f"× {count(errors, 'error')}", BLOCKED),) if errors else ()


def _figures(review: Review, form: Form, gap: int, room: int) -> Line:
    """Draw the figures at the right, and of those that do not fit the least important first."""
    line: Line = ()
    for shown, with_practices in ((SHOWN, True), (STRIP_ORDER, True), (STRIP_ORDER, False)):
        line = joined(_groups(review, form, shown, with_practices=with_practices), gap)
        if width(line) <= room:
            return line
    return line


def _groups(
    review: Review, form: Form, shown: Sequence[Verdict], *, with_practices: bool
) -> list[Line]:
    """Draw the groups of figures at the right."""
    shown = STRIP_ORDER if form is Form.NARROW else shown
    verdicts = joined(_verdicts(review.hosts.counts, shown), 2 if form is Form.NARROW else 3)
    if form is Form.WIDE:
        verdicts = (Part(f"{count(review.hosts.total, 'host')}  ", MUTED), *verdicts)
    groups = [verdicts, _disk(review, form)]
    if form is not Form.NARROW and with_practices:
        groups.append(_practices(review, form))
    return groups


def _verdicts(counts: Mapping[Verdict, int], shown: Sequence[Verdict]) -> list[Line]:
    """Count computers by verdict; ready always, others only where there are any."""
    return [
        (*tally(VERDICT_MARKS[v], counts[v]), Part(f" {VERDICT_MARKS[v].word}"))
        for v in shown
        if counts[v] or v is Verdict.READY
    ]


def _disk(review: Review, form: Form) -> Line:
    """Give the planned disk space; a sum that leaves computers out is a least amount."""
    least = "at least " if review.disk.hosts_unknown and form is not Form.NARROW else ""
    figure = Part(f"{size(review.disk.planned_gb)} GB", BOLD)
    if form is Form.WIDE:
        return (Part(f"disk {least}", MUTED), figure, Part(" planned", MUTED))
    return (Part(least, MUTED), figure)


def _practices(review: Review, form: Form) -> Line:
    """Count practices that are met."""
    met, scored = review.score
    words = (Part("practices ", MUTED), Part(f"{met} of {scored}", BOLD))
    return (*words, Part(" met", MUTED)) if form is Form.WIDE else words


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

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width."""
        del event
        self._draw()

    def _draw(self) -> None:
        inner = self.size.width - 2 * len(MARGIN.text)
        top = (MARGIN, *headline(self._file, self._review, self._form, inner))
        screen = self.screen.size
        if is_cramped(screen.width, screen.height):
            self.show(top, (MARGIN, Part(shortage(screen.width, screen.height), ATTENTION)))
            return
        counts = {} if self._review is None else self._review.hosts.counts
        self.show(top, strip_row(counts, self.size.width))
