"""Headers that cannot be read: which table was meant, and how its header is written."""

import re

from medv_tui.planfile.broken import Case, Mistake, without_comment
from medv_tui.planfile.nesting import Flaw, keys_at
from medv_tui.planfile.spelling import nearest
from medv_tui.planfile.tables import header_names
from medv_tui.planfile.values import toml

_WORD = re.compile(r"[A-Za-z0-9_.-]+")
_BETWEEN_PARTS = re.compile(r"[^\w-]+")
_NOT_IN_NAMES = re.compile(r"[\[\]{}\"'#,\s]")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_DOUBLED = re.compile(r"[ \t]*\[[ \t]*\[|[^\[]*\]\]")
_AFTER_NAME = re.compile(r"(?<=\w)[ \t]*[=\[].*", re.DOTALL)
_OTHER_HEADER = re.compile(r"[(<{-]?[ \t]*([A-Za-z0-9_.]+)[ \t]*[:)>}]")
_OPENING = re.compile(r"[ \t]*(\[{1,2})[ \t]*")


def header_name(line: str) -> str:
    """Give the name of the table that a broken header was probably meant for."""
    names = header_names()
    dotted = _BETWEEN_PARTS.sub(".", without_comment(line).strip()).strip(".")
    exact = next((word[0] for word in _WORD.finditer(line) if word[0] in names), None)
    if dotted in names or exact:
        return dotted if dotted in names else exact or ""
    typed = _named(without_comment(line)) or _named(line)
    begun = [name for name in names if name.startswith(typed)] if "." in typed else []
    return begun[0] if len(begun) == 1 else nearest(typed, names) or typed


def bare_header(line: str) -> str:
    """Give the header of the table that a line names as other formats do; empty for any other.

    Such lines are `deployment:`, `(deployment)` and `<deployment>`.
    """
    match = _OTHER_HEADER.fullmatch(without_comment(line).strip())
    many = header_names().get(match[1]) if match else None
    if match is None or many is None:
        return ""
    return f"[[{match[1]}]]" if many else f"[{match[1]}]"


def _named(line: str) -> str:
    """Give what a header names, without what cannot stand in a name."""
    inside = line.partition("]")[0]
    if not re.search(r"\w", inside):
        inside = line
    inside = _AFTER_NAME.sub("", inside)
    parts = (_NOT_IN_NAMES.sub(" ", part).strip() for part in inside.split("."))
    return ".".join(part for part in parts if part)


def explain_header(case: Case) -> Mistake | None:
    """Explain a statement that is a header, as far as it is anything."""
    if case.statement.flaw is not Flaw.HEADER:
        return None
    rest = _after_header(case)
    if rest.startswith("["):
        return _on_two_lines(case, f"A line holds one header: put {rest} on the next line.", rest)
    if "=" in rest:
        message = f"A header stands alone on its line: put {rest} on the next line."
        return _on_two_lines(case, message, rest)
    if rest:
        mistake = case.all(f"Only a comment can follow a header, not {rest}.")
        return case.instead(mistake, f"]{rest}", "]") if rest in (";", ":", ",") else mistake
    name = header_name(case.line)
    if not name:
        return case.all("This header has no name: write [table] or [[hosts]].")
    written = ".".join(part if _BARE.fullmatch(part) else toml(part) for part in name.split("."))
    doubled = header_names().get(name, _DOUBLED.match(case.line) is not None)
    written = f"[[{written}]]" if doubled else f"[{written}]"
    mistake = case.all(f"This header cannot be read: write {written}.")
    typed = without_comment(case.line.partition("\n")[0]).strip()
    return case.instead(mistake, typed, written) if name in header_names() else mistake


def _on_two_lines(case: Case, message: str, rest: str) -> Mistake:
    """Report on what follows a header, and break the line before it."""
    spaced = re.search(rf"[ \t]*{re.escape(rest)}", case.line)
    return case.instead(case.all(message), spaced[0] if spaced else rest, f"\n{rest}")


def _after_header(case: Case) -> str:
    """Give what follows a header that is whole itself."""
    line = case.line
    opening = _OPENING.match(line)
    if not opening:
        return ""
    keys, after = keys_at(line, opening.end())
    closing = "]" * len(opening[1])
    if not keys or not line.startswith(closing, after):
        return ""
    rest = without_comment(line[after + len(closing) :]).strip()
    return "" if rest.startswith("]") or "]" in rest.rstrip("]") else rest
