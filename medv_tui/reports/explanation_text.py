"""An explanation as plain text, for a terminal or a file."""

from collections.abc import Iterator

from medv_tui.findings import Severity, Status, Verdict
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
from medv_tui.reports.marks import SEVERITY_MARKS, STATUS_MARKS, VERDICT_MARKS, Mark, Paint
from medv_tui.reports.wrap import cells, wrapped

LEAST_LABEL, MOST_LABEL = 12, 34
GAP = 2
_NONE = Mark("·", "2")


def in_text(explanation: Explanation, *, width: int, colour: bool) -> str:
    """Write an explanation in lines of at most `width` columns; the text ends in a line feed."""
    paint = Paint(colour)
    blocks = [wrapped(paint.strong(clean(explanation.title)), width)]
    blocks += [list(_section(section, width, paint)) for section in explanation.sections]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _section(section: Section, width: int, paint: Paint) -> Iterator[str]:
    """Write one section under its title."""
    if section.title:
        yield from wrapped(paint.strong(clean(section.title)), width)
    labels = [cells(clean(label)) for label in map(_label, section.entries) if label]
    label = min(MOST_LABEL, max(LEAST_LABEL, *labels)) + GAP if labels else 0
    for entry in section.entries:
        yield from _entry(entry, width, label, paint)


def _label(entry: Entry) -> str:
    """Give what stands at the left of an entry."""
    match entry:
        case Fact(label) | Described(label) | Term(label):
            return label
        case _:
            return ""


def _entry(entry: Entry, width: int, label: int, paint: Paint) -> list[str]:
    """Write one entry."""
    match entry:
        case Fact(name, text, place):
            return _labelled(name, text + _at(place), width, label)
        case Described():
            return _described(entry, width, label)
        case Term(name, value, origin, place):
            text = f"{value}, {origin}" if origin else value
            return _labelled(name, text + _at(place), width, label)
        case Answer() | Step():
            return _judged(entry, width, paint)
        case _:
            return _sentence(entry, width, paint)


def _sentence(entry: Sentence | Standing | Way, width: int, paint: Paint) -> list[str]:
    """Write what has no label."""
    match entry:
        case Sentence(text, is_strong):
            said = clean(text)
            return wrapped(paint.strong(said) if is_strong else said, width)
        case Standing(state, text, place):
            mark = VERDICT_MARKS[state] if isinstance(state, Verdict) else _mark(state)
            head = f"{paint.mark(mark)} {paint.mark(mark, clean(str(state)))}   "
            return wrapped(head + clean(text + _at(place)), width, "", "  ")
        case Way(text, saves):
            return wrapped(clean(f"{text}: saves {saves:,.2f} GB"), width, "  ", "  ")


def _described(entry: Described, width: int, label: int) -> list[str]:
    """Write a value beside its name, or below where there is no room, and then its text."""
    name, value = clean(entry.label), clean(entry.value + _at(entry.place))
    beside = name + " " * max(GAP, label - cells(name)) + value
    lines = [name, *wrapped(value, width, "  ", "  ")] if cells(beside) > width else [beside]
    below = wrapped(clean(entry.text), width, "  ", "  ") if entry.text else []
    return [line.rstrip() for line in (*lines, *below)]


def _labelled(name: str, text: str, width: int, label: int) -> list[str]:
    """Write a text behind its label; a label without room stands alone."""
    said = clean(name)
    if cells(said) + GAP > label:
        return [*wrapped(said, width), *wrapped(clean(text), width, "  ", "  ")]
    first = said + " " * (label - cells(said))
    return wrapped(clean(text), width, first, " " * label)


def _at(place: Place | None) -> str:
    """Say where something stands."""
    return "" if place is None else f" ({place.words})"


def _mark(status: Status | str, severity: Severity | None = None) -> Mark:
    """Give a status's mark; what fails is marked by its severity."""
    if status == Status.FAILING and severity is not None:
        return SEVERITY_MARKS[severity]
    known = {status.value: mark for status, mark in STATUS_MARKS.items()}
    return known.get(str(status), _NONE)


def _judged(entry: Answer | Step, width: int, paint: Paint) -> list[str]:
    """Write what a practice says, or where a step stands."""
    if isinstance(entry, Answer):
        return _answer(entry, width, paint)
    mark = _mark(entry.status)
    head = f"{clean(entry.title)}: {paint.mark(mark, entry.status.words)}"
    first = f"{paint.mark(mark)} "
    return [*wrapped(head, width, first, "  "), *wrapped(clean(entry.text), width, "    ", "    ")]


def _answer(entry: Answer, width: int, paint: Paint) -> list[str]:
    """Write where a practice stands, and below it why."""
    mark = _mark(entry.status, entry.severity)
    headline = "◆ " if entry.is_headline else ""
    about = f", {entry.subject}" if entry.subject else ""
    status = paint.mark(mark, entry.status.words)
    head = f"{headline}{clean(entry.title)}{clean(about)}: {status}"
    said = f"{entry.message} ({entry.practice}{', ' + entry.place.words if entry.place else ''})"
    return [
        *wrapped(head, width, f"{paint.mark(mark)} ", "  "),
        *wrapped(clean(said.lstrip()), width, "    ", "    "),
    ]
