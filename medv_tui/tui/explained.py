"""An explanation as rows of a dialog."""

from collections.abc import Iterator

from medv_tui.findings import Status, Verdict
from medv_tui.reports.clean import clean
from medv_tui.reports.explanation import (
    Answer,
    Described,
    Entry,
    Explanation,
    Fact,
    Place,
    Section,
    Sentence,
    Standing,
    Step,
    Term,
    Way,
)
from medv_tui.reports.wrap import cells, wrapped
from medv_tui.tui.line import Line, Part, cell, spread
from medv_tui.tui.line import width as width_of
from medv_tui.tui.listing import Row
from medv_tui.tui.present import ACCENT, BLOCKED, BOLD, MUTED, READY, VERDICT_MARKS, status_mark

LEAST_LABEL, MOST_LABEL = 17, 34
VALUE = 11
"""Cells of a term's number, which stands on the right of them."""
GAP = 2


def rows(explanation: Explanation, width: int) -> list[Row]:
    """Draw every section, a blank row before each but the first; entries are the items."""
    drawn: list[Row] = []
    item = 0
    for section in explanation.sections:
        if drawn:
            drawn.append(Row())
        if section.title:
            drawn.append(Row((Part(clean(section.title), BOLD),)))
        label = _label_width(section)
        for entry in section.entries:
            drawn += (Row(line, item) for line in _lines(entry, width, label))
            item += 1
    return drawn


def entries(explanation: Explanation) -> list[Entry]:
    """Give the entries by the numbers of their items."""
    return [entry for section in explanation.sections for entry in section.entries]


def _label_width(section: Section) -> int:
    """Give the cells that the labels of a section take."""
    labels = (_label(entry) for entry in section.entries)
    longest = max((cells(clean(label)) for label in labels), default=0)
    return min(MOST_LABEL, max(LEAST_LABEL, longest)) + GAP


def _label(entry: Entry) -> str:
    """Give what stands at the left of an entry."""
    match entry:
        case Fact(label) | Described(label):
            return label
        case Term(name):
            return name
        case _:
            return ""


def _lines(entry: Entry, width: int, label: int) -> Iterator[Line]:
    """Draw one entry."""
    match entry:
        case Sentence():
            return _sentence(entry, width)
        case Fact() | Described():
            return _fact(entry, width, label)
        case Standing():
            return _standing(entry, width)
        case Term():
            return _term(entry, width, label)
        case Answer() | Step():
            return _judged(entry, width)
        case Way():
            return _way(entry, width, label)


def _sentence(entry: Sentence, width: int) -> Iterator[Line]:
    for line in wrapped(clean(entry.text), width):
        yield (Part(line, BOLD if entry.is_strong else ""),)


def _fact(entry: Fact | Described, width: int, label: int) -> Iterator[Line]:
    if isinstance(entry, Described):
        yield from _described(entry, width, label)
        return
    place = _place(entry.place)
    first, *more = wrapped(clean(entry.text), max(1, _room(place, width, label)))
    yield spread((cell(clean(entry.label), label, MUTED), Part(first)), place, width)
    for line in more:
        yield (Part(" " * label), Part(line))


def _described(entry: Described, width: int, label: int) -> Iterator[Line]:
    place, value = _place(entry.place), clean(entry.value)
    name = cell(clean(entry.label), label, MUTED)
    is_beside = cells(value) <= _room(place, width, label)
    yield spread((name, Part(value)) if is_beside else (name,), place, width)
    for line in () if is_beside else wrapped(value, width, "  ", "  "):
        yield (Part(line),)
    for line in wrapped(clean(entry.text), width, "  ", "  ") if entry.text else ():
        yield (Part(line, MUTED),)


def _room(place: Line, width: int, label: int) -> int:
    """Cells that stay between a label and a place."""
    return width - label - (cells(place[0].text) + GAP if place else 0)


def _standing(entry: Standing, width: int) -> Iterator[Line]:
    state = entry.state
    mark = VERDICT_MARKS[state] if isinstance(state, Verdict) else status_mark(state)
    place = _place(entry.place)
    head = (mark.part, Part(" "), Part(mark.word, mark.look or BOLD), Part("   "))
    first, *more = wrapped(clean(entry.text), max(1, width - width_of((*head, *place)) - GAP))
    yield spread((*head, Part(first)), place, width)
    for line in more:
        yield (Part(" " * width_of(head)), Part(line))


def _term(entry: Term, width: int, label: int) -> Iterator[Line]:
    number = (
        cell(clean(entry.name), label, MUTED),
        cell(clean(entry.value), VALUE, BLOCKED if entry.is_short else "", right=True),
        Part("   "),
        *((Part("× ", f"bold {BLOCKED}"),) if entry.is_short else ()),
        Part(clean(entry.origin)),
    )
    yield spread(number, _place(entry.place), width)


def _judged(entry: Answer | Step, width: int) -> Iterator[Line]:
    if isinstance(entry, Answer):
        yield from _answer(entry, width)
        return
    mark = status_mark(entry.status)
    title = (mark.part, Part(" "), Part(clean(entry.title)))
    yield spread(title, (Part(mark.word, mark.look or MUTED),), width)
    for line in wrapped(clean(entry.text), width, "  ", "  "):
        yield (Part(line, MUTED),)


def _answer(entry: Answer, width: int) -> Iterator[Line]:
    mark = status_mark(entry.status, entry.severity)
    title = (
        mark.part,
        Part(" "),
        *((Part("◆ ", ACCENT),) if entry.is_headline else ()),
        Part(clean(entry.title)),
        *((Part(f"  {clean(entry.subject)}", MUTED),) if entry.subject else ()),
    )
    place = _place(entry.place)
    word = Part(mark.word, mark.look or MUTED)
    yield spread(title, (word, *((Part("  "), *place) if place else ())), width)
    severity = "" if entry.status in _QUIET else f"{entry.severity.value}: "
    for line in wrapped(clean(f"{severity}{entry.message}"), width, "  ", "  "):
        yield (Part(line, MUTED),)


_QUIET = frozenset({Status.MET, Status.NOT_APPLICABLE})
"""Statuses whose severity does not matter."""


def _way(entry: Way, width: int, label: int) -> Iterator[Line]:
    saves = Part(f"saves {entry.saves_gb:,.2f} GB")
    fits: Line = (Part("  ● ", READY), Part("fits")) if entry.fits else (Part("        "),)
    left = (Part(" " * label), Part(clean(entry.text)))
    yield spread(left, (saves, *fits), width)


def _place(place: Place | None) -> Line:
    """Draw where something stands; an inventory's line is no key to go to."""
    if place is None:
        return ()
    return (Part(clean(place.words), MUTED if place.file else ACCENT),)
