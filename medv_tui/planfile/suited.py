"""What is said of a broken statement, once it is known what kind of value its key takes."""

from dataclasses import replace

from medv_tui.findings import Intent, Path, RemoveKey, Rewrite, Scalar, SetValue, Value
from medv_tui.plan.keys import Key
from medv_tui.planfile.broken import Mistake, value_range
from medv_tui.planfile.meant import meant, says_nothing, taken_at, takes, value_of
from medv_tui.planfile.nesting import Flaw
from medv_tui.planfile.positions import Lines, Spans
from medv_tui.planfile.scan import Statement
from medv_tui.planfile.value_mistake import Holder
from medv_tui.planfile.values import SEVERAL, explain_value, toml

_SIGNS = ":=>：＝ \t"
"""What is typed in place of an equals sign, or beside it."""

_OR_DELETE = ", or delete the line to leave it unknown"

_KINDS = {
    "date": "a date such as 2027-01-31",
    "one of the choices": "one of {choices}",
    "list of choices": "a list of {choices}",
    "text": "text in quotes",
    "true or false": "true or false",
}


def repair(mistake: Mistake, path: Path, text: str, places: Lines | Spans) -> Intent | None:
    """Give the edit that mends a mistake at a path, if one is known."""
    if mistake.fix is not None:
        return SetValue(path, mistake.fix)
    if mistake.is_nothing and path:
        return RemoveKey(path)
    if mistake.rewrite is None:
        return None
    start, end, new = mistake.rewrite.start, mistake.rewrite.end, mistake.rewrite.new
    return Rewrite(places.range(start, end), text[start:end], new)


def suited(mistake: Mistake, path: Path, text: str, statement: Statement) -> Mistake:
    """Give a mistake with the value that its key takes, and with no other one.

    A statement over several lines is left as it is.
    """
    known = taken_at(path)
    if not statement.keys or statement.flaw is Flaw.HEADER or mistake.rewrite:
        return mistake
    if known is not None and known.required:
        mistake = _of_required(mistake, known)
    if _is_final(mistake, known) or "\n" in text[statement.start : statement.end].strip():
        return mistake
    start, end = value_range(text, statement)
    raw = text[start:end]
    typed = raw.lstrip(_SIGNS).rstrip(";, \t")
    # Without an equals sign, what looks like a value may be the rest of the key.
    if statement.flaw is Flaw.NO_EQUALS and "=" in typed:
        return mistake
    if known is None:
        value = _plain_value(raw, typed) if mistake.fix is None else None
        return replace(mistake, fix=value) if isinstance(value, Scalar) else mistake
    return _of_kind(mistake, known, typed or raw.strip())


def _is_final(mistake: Mistake, known: Key | None) -> bool:
    """Whether nothing is to be added to a mistake, as its fix is one for its key."""
    is_right = mistake.fix is not None and (known is None or takes(known, mistake.fix))
    return is_right or mistake.is_nothing


def _of_kind(mistake: Mistake, known: Key, typed: str) -> Mistake:
    """Give a mistake with the value of the right kind that was meant, or with what is wanted."""
    right = _right(known, typed)
    if right is not None:
        return replace(mistake, message=_corrected(mistake, known, typed, right), fix=right)
    is_row = mistake.message.startswith(SEVERAL) and not known.type.startswith("list")
    return _without_fix(mistake, known, typed) if mistake.fix is not None or is_row else mistake


def _plain_value(raw: str, typed: str) -> object:
    """Give the value of a key that no plan has, where only signs around it are wrong."""
    if not (raw.startswith((":", "=")) or raw.endswith((",", ";"))):
        return None
    value = value_of(typed)
    found = explain_value(Holder(""), typed, "") if value is None else None
    return value if found is None else found.fix


def _of_required(mistake: Mistake, known: Key) -> Mistake:
    """Leave the advice out to delete a line without which its table means nothing."""
    if mistake.is_nothing:
        message = f"{known.name} is required: write {_words(known)}."
        return replace(mistake, message=message, is_nothing=False)
    return replace(mistake, message=mistake.message.replace(_OR_DELETE, ""))


def _without_fix(mistake: Mistake, known: Key, typed: str) -> Mistake:
    """Say that a value is none that its key takes; quotes would not make it one."""
    advice = "" if known.required else _OR_DELETE
    return replace(
        mistake,
        message=f"{known.name} takes {_words(known)}, not {typed}: write one{advice}.",
        fix=None,
        is_nothing=says_nothing(typed) and not known.required,
    )


def _corrected(mistake: Mistake, known: Key, typed: str, right: Value) -> str:
    """Say what to write, unless the sentence is of the mistake itself and not of the value."""
    written = f"write {known.name} = {_shown(right)}."
    if known.type == "date":
        return f"{typed} is not a date as year-month-day: {written}"
    if mistake.fix is None:
        return mistake.message
    return f"{known.name} takes {_words(known)}: {written}"


def _right(known: Key, typed: str) -> Value | None:
    """Give the value of the right kind that was meant."""
    value = value_of(typed)
    if value is None:
        found = explain_value(Holder(known.name), typed, "")
        value = found.fix if found else None
    if isinstance(value, Scalar) and takes(known, value):
        return value
    return meant(known, typed)


def _words(known: Key) -> str:
    """Say what a key takes."""
    if known.unit and known.type in ("number", "whole number"):
        return f"a {known.type} of {known.unit}"
    choices = ", ".join(map(toml, known.choices))
    return _KINDS.get(known.type, f"a {known.type}").format(choices=choices)


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml, value))}]"
    return toml(value)
