"""What the key under the cursor means, what reads it, and what the plan makes of it."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medv_tui.findings import Path
from medv_tui.plan.keys import Key, TableKeys, key, tables
from medv_tui.plan.settings import SETTINGS
from medv_tui.planfile.notation import one_line
from medv_tui.practices.subjects import HOSTS
from medv_tui.reports.clean import clean
from medv_tui.review.review import Review
from medv_tui.tui.derived import HOST_DEFAULTS, Row, of_key, of_table, readers
from medv_tui.tui.line import CUT, Line, Part, cut, fit
from medv_tui.tui.present import MUTED, count

LABEL_CELLS = 10
_LARGE = 1_000_000
"""From here on a limit only keeps slips of the keyboard out, and says nothing about MED-V."""

_KEPT_FIRST = ("now", "type", "if not", "gives", "practice", "absent", "source")
"""Labels by what is kept where there is little room."""

BRIEF = 2
"""Rows in which there is no room for labels."""

_BRIEF_ORDER = ("type", "absent", "gives", "now", "source")

_SAYS_ITSELF = "if absent"
"""Stands in the sentence of a key that says what holds without it."""

_TOPICS = {setting.path: setting.source.topics for setting in SETTINGS}


class KeyHelp(NamedTuple):
    """What there is to say of one key or table."""

    name: str
    table: str
    """The table that the key stands in; of a table, how it is written."""
    sentence: str
    rows: tuple[Row, ...] = ()


def key_help(path: Path, review: Review | None = None) -> KeyHelp | None:
    """Explain a key or table of the plan, or the nearest one around it; None for the root.

    With a review of the plan, also what it makes of the key.
    """
    while path:
        names = [part for part in path if isinstance(part, str)]
        dotted = ".".join(names)
        table = _tables().get(dotted)
        if table is not None:
            header = f"[[{dotted}]]" if table.many else f"[{dotted}]"
            about = () if review is None else tuple(of_table(path, review))
            return KeyHelp(names[-1], header, table.description, about)
        try:
            known = key(dotted)
        except KeyError:
            path = path[:-1]
        else:
            found = () if review is None else of_key(path, review)
            about = (*_values(known), *found, *_practices(dotted))
            return KeyHelp(known.name, ".".join(names[:-1]), known.description, about)
    return None


def lines(said: KeyHelp, cells: int, height: int) -> list[Line]:
    """Draw it in so many rows: the whole sentence, then what matters most of the rest.

    In two rows the second one has the rest in few words.
    """
    if height <= BRIEF:
        sentence = _wrapped(said.sentence, cells, 1)
        return [(Part(sentence[0]),), *_brief(said, cells)][:height]
    sentence = _wrapped(said.sentence, cells, max(1, height))
    room = height - len(sentence) - 1
    kept = sorted(said.rows, key=lambda row: _KEPT_FIRST.index(row.label))[: max(0, room)]
    shown = [row for row in said.rows if row in kept]
    drawn: list[Line] = [(Part(text),) for text in sentence]
    if shown:
        drawn.append(())
    spare = room - len(shown)
    for row in shown:
        text = _wrapped(row.text, _room(row, cells), 1 + spare)
        spare -= len(text) - 1
        drawn += _labelled(row, text)
    return drawn


def _brief(said: KeyHelp, cells: int) -> Iterator[Line]:
    """Draw in one row what is said of a key: what it takes, what it comes to, and the source."""
    by_label = {row.label: row for row in said.rows}
    parts: list[Part] = []
    for label in _BRIEF_ORDER:
        row = by_label.get(label)
        if row is None:
            continue
        if parts:
            parts.append(Part("  ", MUTED))
        if label == "absent":
            parts.append(Part(_if_absent(clean(row.text)), MUTED))
        else:
            parts += (*(() if row.mark is None else (row.mark.part, Part(" "))),)
            parts.append(Part(clean(row.text), MUTED if label == "source" else ""))
    if parts:
        yield fit(tuple(parts), cells)


def _if_absent(text: str) -> str:
    """Say in few words what the absence of a key means."""
    if text.startswith("not allowed"):
        return "required"
    return f"{'unknown' if text.startswith('unknown') else text} if absent"


def _tables() -> dict[str, TableKeys]:
    return {table.path: table for table in tables() if table.path}


def _room(row: Row, cells: int) -> int:
    """Cells for the text of a row, behind its label and mark."""
    return max(1, cells - LABEL_CELLS - (0 if row.mark is None else 2))


def _wrapped(text: str, cells: int, most: int) -> list[str]:
    """Break a text into so many rows at most; a name with hyphens stays whole where it can."""
    text = clean(text)
    if most == 1:
        return [cut(text, cells)]
    return textwrap.wrap(text, cells, break_on_hyphens=False, max_lines=most, placeholder=CUT) or [
        ""
    ]


def _labelled(row: Row, text: Sequence[str]) -> Iterator[Line]:
    """Draw one statement behind its label."""
    mark = () if row.mark is None else (row.mark.part, Part(" "))
    indent = " " * (LABEL_CELLS + len(mark))
    for number, piece in enumerate(text):
        if number:
            yield (Part(indent), Part(piece))
        else:
            yield (Part(f"{row.label:<{LABEL_CELLS}}", MUTED), *mark, Part(piece))


def _values(known: Key) -> Iterator[Row]:
    """Say what may be written, and what holds where nothing is."""
    kind = f"{known.type} in {known.unit}" if known.unit else known.type
    if known.choices:
        kind = f"{'any' if known.type.startswith('list') else 'one'} of {', '.join(known.choices)}"
    limits = _limits(known.minimum, known.maximum)
    yield Row("type", f"{kind}, {limits}" if limits else kind)
    if known.required:
        yield Row("absent", "not allowed: its table means nothing without it")
    elif known.default is None:
        if _SAYS_ITSELF in known.description:
            return
        never = {
            "true or false": ", never false",
            "whole number": ", never 0",
            "number": ", never 0",
        }
        yield Row("absent", f"unknown{never.get(known.type, '')}")
    else:
        yield Row("absent", _default(known.default))


def _default(value: object) -> str:
    """Write a default as it would stand in a plan."""
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, bool | int | str):
        return one_line(value)
    return one_line(tuple(value)) if isinstance(value, list | tuple) else str(value)


def _limits(minimum: float | None, maximum: float | None) -> str:
    """Write limits that say something about MED-V."""
    least = "" if not minimum else f"{minimum:g} or more"
    if maximum is None or maximum >= _LARGE:
        return least
    return f"at most {maximum:g}" if minimum is None else f"{minimum:g} to {maximum:g}"


def _practices(dotted: str) -> Iterator[Row]:
    """Name the practices that read a key, the strongest with what happens otherwise."""
    fact = dotted.replace(HOST_DEFAULTS, HOSTS, 1)
    reading = sorted(readers(fact), key=lambda practice: practice.severity.rank)
    topics = _TOPICS.get(dotted, ())
    if reading:
        first = reading[0]
        more = f" and {count(len(reading) - 1, 'other')}" if len(reading) > 1 else ""
        yield Row("practice", f"{first.severity.value}: {first.title}{more}")
        yield Row("if not", f"{first.why} (Inferred.)" if first.inferred else first.why)
        topics = topics or first.source.topics
    if topics:
        yield Row("source", topics[0])
