"""What is said of a correct statement that an earlier one leaves no place for."""

from collections.abc import Sequence

from medv_tui.plan.keys import tables
from medv_tui.planfile.broken import Mistake
from medv_tui.planfile.namespace import Clash, Conflict
from medv_tui.planfile.nesting import Key
from medv_tui.planfile.replacement import Replacement
from medv_tui.planfile.scan import Kind, Statement


def describe_conflict(
    text: str, statement: Statement, conflict: Conflict, line: int, above: str
) -> Mistake:
    """Say which earlier statement, on `line`, a correct one disagrees with.

    `above` is the name of the list of tables that the text is in.
    """
    keys = statement.keys
    name = _named(keys)
    if conflict.header_missing:
        message = (
            f"This table has a {conflict.path[-1]} already, on line {line}: write [[{above}]] above"
            " this one if it starts another."
        )
    elif _is_inline(text, conflict.first):
        message = _whole(name, conflict, line)
    else:
        message = _sentence(name, statement, conflict, line)
    if statement.kind is Kind.KEY:
        return Mistake(message, keys[0].start, keys[-1].end)
    start, end = statement.value_start, statement.value_end
    mends = conflict.clash is Clash.LIST_NOT_TABLE and statement.kind is Kind.TABLE
    rewrite = Replacement(start, end, f"[{text[start:end]}]") if mends else None
    return Mistake(message, start, end, rewrite=rewrite)


def _sentence(name: str, statement: Statement, conflict: Conflict, line: int) -> str:
    part, first = conflict.path[-1] or '""', conflict.first
    match conflict.clash:
        case Clash.KEY_TWICE:
            return f"{name} is already there on line {line}: keep one of the two."
        case Clash.TABLE_TWICE:
            return f"[{name}] is already there on line {line}{_instead(name, first)}."
        case Clash.LIST_NOT_TABLE:
            return f"{name} is a list of tables, begun on line {line}: write [[{name}]]."
        case Clash.TABLE_NOT_LIST:
            return _single(name, statement, first, line)
        case Clash.HEADER_BELOW:
            return (
                f"{part} has a header of its own, {_header(first)} on line {line}: put this key"
                " there."
            )
        case Clash.VALUE_ABOVE:
            return f"{part} is already a value on line {line}, so it cannot have keys."


def _single(name: str, statement: Statement, first: Statement, line: int) -> str:
    """Say that one of a list of tables cannot be what is a single table already."""
    if first.kind is Kind.KEY:
        return (
            f"{name} is a single table, made by a dotted key on line {line}: put these keys beside"
            " it."
        )
    if len(first.keys) > len(statement.keys):
        return (
            f"{_header(first)} on line {line} makes {name} a single table: put its first"
            f" [[{name}]] above that line."
        )
    right = f"write [[{name}]] there too" if _is_list(name) else "put these keys under it"
    return f"[{name}] on line {line} is a single table: {right}."


def _header(statement: Statement) -> str:
    name = _named(statement.keys)
    return f"[{name}]" if statement.kind is Kind.TABLE else f"[[{name}]]"


def _named(keys: Sequence[Key]) -> str:
    """Give a dotted key as sentences call it; a part without characters as its quotes."""
    return ".".join(key.text or '""' for key in keys)


def _instead(name: str, first: Statement) -> str:
    """Say what to do about a second header of the same table."""
    if first.kind is Kind.KEY:
        return ", made by a dotted key; put these keys beside it"
    if _is_list(name):
        return f": write [[{name}]] on both lines"
    return "; put these keys under it"


def _whole(name: str, conflict: Conflict, line: int) -> str:
    """Say that braces hold all of a table."""
    if conflict.clash is Clash.KEY_TWICE:
        return (
            f"{name} is already there on line {line}, as an inline table: keep one of the two, or"
            " put all keys inside its braces."
        )
    return (
        f"{conflict.path[-1]} is an inline table on line {line}, which is whole: put this inside"
        " its braces."
    )


def _is_inline(text: str, first: Statement) -> bool:
    return first.kind is Kind.KEY and text.startswith("{", first.value_start)


def _is_list(name: str) -> bool:
    """Say whether a plan may have several tables of this name."""
    return any(table.many for table in tables() if table.path == name)
