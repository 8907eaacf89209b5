"""The catalogue of practices, as a list, as data and as a page."""

import json
import textwrap
from collections.abc import Iterable, Sequence

from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Phase, Practice
from medv_tui.reference.explain import waivable
from medv_tui.reference.markdown import prose

_INTRODUCTION = """\
# Practices

Everything that the MED-V 2.0 documentation asks for or recommends, as `medv-tui` judges it.
*must* is a documented requirement or a documented cause of failure, *should* a recommendation,
*consider* an improvement. ◆ marks the thirteen headline practices. `medv-tui explain ID` shows
one of these sections in the terminal.
"""


def listing(practices: Iterable[Practice], width: int) -> str:
    """List practices by phase, each on a line of its own."""
    chosen = list(practices)
    longest = max((len(practice.id) for practice in chosen), default=0)
    lines: list[str] = []
    for phase in Phase:
        members = [practice for practice in chosen if practice.phase is phase]
        if members:
            lines += [*([""] if lines else []), phase.value.capitalize()]
            lines += [_line(practice, longest, width) for practice in members]
    return "\n".join(lines) + "\n"


def _line(practice: Practice, longest: int, width: int) -> str:
    """Write one practice's line; a title that is too long goes on below its start."""
    mark = "◆" if practice.headline else " "
    start = f"{mark} {practice.id:<{longest}}  {practice.severity.value:<8}  "
    return textwrap.fill(
        practice.title,
        max(width, len(start) + 16),
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_on_hyphens=False,
    )


def as_json(practices: Iterable[Practice]) -> str:
    """Give practices as a JSON array."""
    return json.dumps([_members(each) for each in practices], indent=2, ensure_ascii=False) + "\n"


def _members(practice: Practice) -> dict[str, object]:
    """One practice's JSON object."""
    return {
        "id": practice.id,
        "title": practice.title,
        "phase": practice.phase,
        "scope": practice.scope,
        "severity": practice.severity,
        "mode": practice.mode,
        "headline": practice.headline > 0,
        "asks": practice.asks,
        "why": practice.why,
        "inferred": practice.inferred,
        "todo": practice.todo,
        "waivable": practice.waivable,
        "facts": practice.facts,
        "source": {
            "topics": practice.source.topics,
            "reading": practice.source.reading or None,
            "register": practice.source.register,
            "external": practice.source.external or None,
        },
    }


def practices_page() -> str:
    """Give the page of all practices in Markdown."""
    parts = [_INTRODUCTION]
    for phase in Phase:
        members = [practice for practice in CATALOGUE if practice.phase is phase]
        parts.append(f"## {phase.value.capitalize()}\n")
        parts += [_section(practice) for practice in members]
    return "\n".join(parts)


def _section(practice: Practice) -> str:
    """Write one practice's section."""
    mark = "◆ " if practice.headline else ""
    number = f", headline practice {practice.headline}" if practice.headline else ""
    why = prose(practice.why) + (" *(inferred)*" if practice.inferred else "")
    facts = ", ".join(f"`{fact}`" for fact in practice.facts) or "nothing; a person says so"
    rows = [
        f"**{practice.severity.value}**, {practice.scope.value} scope, "
        f"{practice.mode.value}{number}. {prose(practice.title)}.",
        "",
        f"- Checked: {prose(practice.asks)}",
        f"- Why: {why}",
        f"- What to do: {prose(practice.todo)}",
        f"- Reads: {facts}",
        *_reading(practice),
        *_external(practice),
        f"- Source: {_topics(practice.source.topics)}",
        f"- Waivable: {waivable(practice)}",
    ]
    return f"### {mark}{practice.id}\n\n" + "\n".join(rows) + "\n"


def _reading(practice: Practice) -> Sequence[str]:
    """Write our interpretation, where there is one."""
    numbers = ", ".join(practice.source.register)
    said = prose(practice.source.reading) or ("See the register." if numbers else "")
    return [f"- Reading: {said}{f' ({numbers})' if numbers else ''}"] if said else []


def _external(practice: Practice) -> Sequence[str]:
    """Write what is not the MED-V documentation's, where there is such."""
    external = practice.source.external
    return [f"- From outside the MED-V topics: {prose(external)}"] if external else []


def _topics(topics: Sequence[str]) -> str:
    """Write topic names."""
    return ", ".join(f"*{topic}*" for topic in topics)
