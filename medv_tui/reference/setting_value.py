"""A setting's value as somebody writes it in a form, without the quotes of TOML."""

import re

from medv_tui.errors import MedvError
from medv_tui.findings import Value
from medv_tui.plan.settings import Kind, Setting
from medv_tui.plan.spellings import documented_spelling

_YES, _NO = ("true", "1", "yes", "on"), ("false", "0", "no", "off")


class ValueRefusedError(MedvError):
    """A text that cannot be the value of a setting."""


def setting_value(setting: Setting, text: str) -> Value:
    """Read a value; lists have commas between their items.

    A choice is written in its documented spelling, and a number that choices name by its name
    too. Raises ValueRefusedError where the text is none.
    """
    text = text.strip()
    match setting.kind:
        case Kind.SWITCH:
            return _switch(text)
        case Kind.NUMBER:
            return _number(setting, text)
        case Kind.TEXTS:
            return tuple(_items(text))
        case Kind.NUMBERS:
            return tuple(_number(setting, item) for item in _items(text))
        case Kind.TEXT:
            return documented_spelling(text, setting.choices) or text


def wanted(setting: Setting) -> str:
    """Say what can be written, in a few words."""
    words = {
        Kind.SWITCH: "true or false",
        Kind.NUMBER: "a whole number",
        Kind.TEXT: "a text",
        Kind.TEXTS: "texts with commas between them",
        Kind.NUMBERS: "whole numbers with commas between them",
    }[setting.kind]
    return f"one of {', '.join(setting.choices)}" if setting.choices else words


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _switch(text: str) -> bool:
    word = text.casefold()
    if word not in _YES + _NO:
        raise ValueRefusedError(f"Write true or false, not {text or 'nothing'}.")
    return word in _YES


def _number(setting: Setting, text: str) -> int:
    named = documented_spelling(text, setting.choices)
    if named is not None:
        return setting.choices.index(named)
    if not re.fullmatch(r"[+-]?[0-9]{1,10}", text):
        raise ValueRefusedError(f"Write {wanted(setting)}, not {text or 'nothing'}.")
    return int(text)
