"""How far a value that is being typed has come: inside which brackets, and at which word."""

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

_PIECE = re.compile(
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<comment>#[^\n]*)"
    r'|(?P<text>"""[\s\S]*?"""|'
    r"'''[\s\S]*?'''"
    r'|"(?!"")(?:[^"\\\n]|\\.)*"|'
    r"'(?!'')[^'\n]*')"
    r'|(?P<open>"""[\s\S]*|'
    r"'''[\s\S]*"
    r'|"(?:[^"\\\n]|\\.)*|'
    r"'[^'\n]*)"
    r"|(?P<mark>[\[\]{},=])"
    r"""|(?P<word>[^\s\[\]{},=#"']+)"""
)


class Slot(Enum):
    """What can stand at the end of the text that was read."""

    VALUE = auto()
    KEY = auto()
    """A key of an inline table."""
    CLOSED = auto()
    """Nothing more: a comment, a text over several lines, or a value that is finished."""


class OpenValue(NamedTuple):
    """The end of a value's text as far as it is typed."""

    slot: Slot
    typed: str = ""
    """The word that ends there, without its quote."""
    quote: str = ""
    keys: tuple[str, ...] = ()
    """Keys of the inline tables around it; of a value in one, its own key too."""
    taken: tuple[str, ...] = ()
    """The keys of the inline table, or the items of the list, that are there already."""
    in_list: bool = False


@dataclass(slots=True)
class _Bracket:
    sign: str
    key: str = ""
    """The key that a value follows in an inline table."""
    after_sign: bool = False
    full: bool = False
    """Whether something stands here already, so that a comma or the end must follow."""
    taken: list[str] = field(default_factory=list)


def open_value(text: str) -> OpenValue:
    """Read what follows an equals sign up to the cursor, which is the end of the text."""
    stack = [_Bracket("")]
    kind = last = ""
    for match in _PIECE.finditer(text):
        kind, last = match.lastgroup or "", match[0]
        if match.end() == len(text) and kind in {"open", "word"}:
            break
        _take(stack, kind, last)
    top = stack[-1]
    if kind == "comment" and "\n" not in text[text.rfind("#") :]:
        return OpenValue(Slot.CLOSED)
    if top.full or last.startswith(('"""', "'''")):
        return OpenValue(Slot.CLOSED)
    keys = tuple(bracket.key for bracket in stack if bracket.sign == "{" and bracket.after_sign)
    typed, quote = "", ""
    if kind == "word":
        typed = last
    elif kind == "open":
        quote, typed = last[0], last[1:]
    is_key = top.sign == "{" and not top.after_sign
    slot = Slot.KEY if is_key else Slot.VALUE
    taken = tuple(top.taken) if is_key or top.sign == "[" else ()
    return OpenValue(slot, typed, quote, keys, taken, top.sign == "[")


def _take(stack: list[_Bracket], kind: str, piece: str) -> None:
    """Follow one finished piece of a value."""
    top = stack[-1]
    if kind in {"word", "text", "open"}:
        _word(top, piece.strip("\"'"))
    elif piece in ("[", "{"):
        stack.append(_Bracket(piece))
    elif piece in ("]", "}"):
        if len(stack) > 1:
            stack.pop()
        stack[-1].full = True
    elif piece == ",":
        top.full = top.after_sign = False
    elif piece == "=" and top.sign == "{":
        top.after_sign, top.full = True, False


def _word(top: _Bracket, word: str) -> None:
    """Take a finished word as an item, a value, or the key of an inline table."""
    top.full = True
    if top.sign == "{" and not top.after_sign:
        top.key = word
    if top.sign == "[" or (top.sign == "{" and not top.after_sign):
        top.taken.append(word)
