"""What is wrong with a broken statement, in plain words, and the repair where one is obvious."""

import re
from collections.abc import Callable
from typing import TypeAlias

from medv_tui.planfile.broken import Case, Mistake, Refusal, value_range
from medv_tui.planfile.headers import explain_header
from medv_tui.planfile.inside import explain_inside
from medv_tui.planfile.left_side import explain_key
from medv_tui.planfile.nesting import Flaw
from medv_tui.planfile.replacement import Replacement
from medv_tui.planfile.scan import Kind, Statement
from medv_tui.planfile.value_mistake import Holder
from medv_tui.planfile.values import explain_escape, explain_value, toml

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_CURLY = re.compile("[“”„‟«»‘’‚‛]")
_ACCENTS = re.compile("[`´]([^`´]*)[`´]")
_ODD_SPACE = re.compile(r"[^\S \t\r\n]|[\u200b\u2060\ufeff]")
_SLASHES = re.compile(r"(?:^|\s)(//|/\*|--\s)")

_Rule: TypeAlias = Callable[[Case], Mistake | None]


def describe(text: str, statement: Statement, refusal: Refusal) -> Mistake:
    """Say what is wrong with a broken statement, of which the TOML parser said something."""
    case = Case(text, statement, refusal.words, refusal.at)
    for rule in _RULES:
        mistake = rule(case)
        if mistake is not None:
            return mistake
    reason = refusal.words[:1].lower() + refusal.words[1:]
    return case.all(f"This is not a TOML statement: {reason or 'key = value is'}.")


def _conflict(case: Case) -> Mistake | None:
    if case.statement.flaw is Flaw.CONFLICT or case.line.startswith(("=======", ">>>>>>>")):
        return case.all(
            "These are the markers of a merge conflict: keep one side and delete the markers."
        )
    return None


def _control(case: Case) -> Mistake | None:
    line = case.line
    if case.text.startswith("\n", case.statement.end):
        line = line.removesuffix("\r")
    match = _CONTROL.search(line.replace("\r\n", " \n"))
    if not match:
        return None
    offset = case.statement.start + match.start()
    if match[0] == "\r":
        return case.at("A carriage return stands alone here: delete it or break the line.", offset)
    kind = "half of a character" if match[0] >= "\ud800" else "control character"
    return case.at(f"The {kind} U+{ord(match[0]):04X} cannot stand here.", offset)


def _curly(case: Case) -> Mistake | None:
    match = _CURLY.search(case.bare)
    if not match:
        return None
    value = case.value
    inner = value.strip("“”„‟«»‘’‚‛\"'")
    if case.key and value[:1] == match[0] and not _CURLY.search(inner):
        message = f"Curly quotes are not quotes in TOML: write {case.key} = {toml(inner)}."
        start, end = value_range(case.text, case.statement)
        return Mistake(message, start, end, inner)
    return case.at(
        'Curly quotes are not quotes in TOML: write straight ones, ".',
        case.statement.start + match.start(),
    )


def _accents(case: Case) -> Mistake | None:
    match = _ACCENTS.fullmatch(case.value)
    if not match or not case.key:
        return None
    start, end = value_range(case.text, case.statement)
    written = f"{case.key} = {toml(match[1])}"
    return Mistake(f"Accents are not quotes in TOML: write {written}.", start, end, match[1])


def _odd_space(case: Case) -> Mistake | None:
    match = _ODD_SPACE.search(case.bare)
    if not match:
        return None
    kind = "no-break space" if match[0] == "\xa0" else f"character U+{ord(match[0]):04X}"
    start = case.statement.start + match.start()
    mistake = case.at(f"An invisible {kind} stands here: write a plain space instead.", start)
    bare = case.bare.rstrip("\n")
    stretch = case.text[start : case.statement.start + len(bare)]
    plain = bare[match.start() :]
    if "\n" in stretch or len(stretch) != len(plain):
        return mistake
    # Only what stands outside of quotes is another space; quoted text stays as it is.
    written = "".join(
        " " if _ODD_SPACE.fullmatch(mark) else typed
        for mark, typed in zip(plain, stretch, strict=True)
    )
    return case.instead(mistake, stretch, written)


def _comment(case: Case) -> Mistake | None:
    match = _SLASHES.search(case.bare)
    if match:
        offset = case.statement.start + match.start(1)
        mistake = case.at(f"A comment starts with #, not with {match[1].strip()}.", offset, 2)
        return case.rewritten(mistake, Replacement(offset, offset + 2, "#"))
    stripped = case.bare.rstrip()
    for sign in (";", "REM ", "rem "):
        if case.bare.lstrip().startswith(sign):
            mistake = case.all(f"A comment starts with #, not with {sign.strip()}.")
            return case.instead(mistake, sign, "#" if sign == ";" else "# ")
    if stripped.endswith(";"):
        offset = case.statement.start + len(stripped) - 1
        return case.at("A statement ends with its line: delete the semicolon.", offset)
    return None


def _over_lines(case: Case) -> Mistake | None:
    """Explain a text in simple quotes that ends on a later line."""
    statement = case.statement
    if statement.flaw is not Flaw.TEXT_OVER_LINES:
        return None
    start, end = value_range(case.text, statement)
    return Mistake(
        "A text in one pair of quotes ends on its line: put three quotes around it, or join its"
        " lines.",
        start,
        end,
    )


def _trailing(case: Case) -> Mistake | None:
    """Explain what follows a value that has an end which cannot be missed."""
    statement = case.statement
    value = case.text[statement.value_start : statement.value_end]
    if statement.flaw is not Flaw.TRAILING or not value.startswith(("[", "{", '"""', "'''")):
        return None
    kind = {"[": "list", "{": "inline table"}.get(value[0], "text")
    end = case.text.find("\n", statement.value_end, statement.end)
    rest = case.text[statement.value_end : statement.end if end < 0 else end]
    shown = rest.strip()
    start = statement.value_end + len(rest) - len(rest.lstrip())
    return case.at(f"Only a comment can follow the {kind}, not {shown}.", start, len(shown))


def _lines_of_text(case: Case) -> Mistake | None:
    """Explain what the parser refuses inside a text in triple quotes, on its own line."""
    if not case.reason or not case.value.startswith('"""'):
        return None
    found = case.text.rfind("\\", case.statement.value_start, case.stopped)
    at = min(case.stopped, case.statement.end - 1) if found < 0 else found
    return case.at(
        explain_escape(case.text[at : case.statement.end].partition("\n")[0])
        or "A \\ in double quotes starts an escape: write \\\\ for each one that is meant, or put"
        " ''' around the text.",
        at,
    )


def _value(case: Case) -> Mistake | None:
    if case.statement.kind is not Kind.BROKEN or not case.key:
        return None
    found = explain_value(Holder(case.key), case.value, case.reason)
    if found is None:
        return None
    start, end = value_range(case.text, case.statement)
    mistake = Mistake(found.message, start, end, found.fix, found.code, found.is_nothing)
    line = case.line.lstrip("\n")
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    behind = found.rest.lstrip(" \t,;")
    return case.instead(mistake, found.rest, f"\n{indent}{behind}")


_RULES: tuple[_Rule, ...] = (
    _conflict,
    _control,
    _curly,
    _accents,
    _odd_space,
    explain_header,
    _comment,
    explain_key,
    _over_lines,
    _trailing,
    explain_inside,
    _lines_of_text,
    _value,
)
