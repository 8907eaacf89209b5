"""The title row of a place as it is drawn."""

from collections.abc import Sequence

from medv_tui.tui.line import Line, Part, cut, plain, width
from medv_tui.tui.present import ACCENT, BOLD, MUTED, RULE

THIN, HEAVY = "─", "━"


def title(number: int, name: str, facts: Sequence[Line], cells: int, *, focused: bool) -> Line:
    """Draw a title row: number, name, a rule, and at the right the first fact that fits."""
    head = (
        *((Part(f"{number} ", MUTED),) if number else ()),
        Part(f"{name} ", f"{BOLD} {ACCENT}" if focused else BOLD),
    )
    room = cells - width(head)
    fact = next((fact for fact in facts if width(fact) <= room - 4), facts[-1])
    tail = (Part(" "), *fact) if fact else ()
    if width(tail) > room - 3:
        tail = (Part(" "), Part(cut(plain(fact), max(0, room - 4)), MUTED))
        tail = tail if room > 8 else ()
    rule = (HEAVY if focused else THIN) * (room - width(tail))
    return (*head, Part(rule, ACCENT if focused else RULE), *tail)
