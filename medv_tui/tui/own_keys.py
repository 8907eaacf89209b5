"""The user's own keys for what the dashboard does, from a file of actions and keys."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.binding import Binding, BindingType

from medv_tui.errors import MedvError
from medv_tui.reports.clean import clean
from medv_tui.tui.keys import key_name
from medv_tui.tui.settings_folder import KEYS_FILE

_KEY = re.compile(r"(?:(?:ctrl\+|alt\+|shift\+)*f(?:[1-9]|1[0-2])|ctrl\+[a-z]|alt\+[a-z0-9])")
_TAKEN = frozenset("ctrl+" + letter for letter in "cvxyzhijm")
"""Copying and undoing in the text, and keys that terminals send for others, such as Tab."""
_LARGEST_BYTES = 64 * 1024


class Action(NamedTuple):
    """Something that keys can be chosen for."""

    name: str
    keys: tuple[str, ...]
    """As Textual names them."""
    meaning: str

    @property
    def label(self) -> str:
        """All keys as on a keyboard, with commas."""
        return ", ".join(map(key_name, self.keys))


def actions(bindings: Iterable[BindingType]) -> list[Action]:
    """Give what keys can be chosen for, out of the bindings of the screens."""
    return [
        Action(each.id, tuple(each.key.split(",")), each.description)
        for each in bindings
        if isinstance(each, Binding) and each.id is not None
    ]


def load(folder: Path | None, known: Sequence[Action]) -> list[Action]:
    """Give every action with the keys that the user's file chooses, or its own.

    Raises MedvError for a file that cannot be followed.
    """
    if folder is None:
        return list(known)
    path = folder / KEYS_FILE
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST_BYTES).decode()
    except FileNotFoundError:
        return list(known)
    except (OSError, UnicodeDecodeError) as error:
        raise MedvError(f"{clean(str(path))} cannot be read as text: {error}.") from error
    try:
        return chosen(text, known)
    except MedvError as refusal:
        raise MedvError(f"{clean(str(path))}: {refusal}") from refusal


def chosen(text: str, known: Sequence[Action]) -> list[Action]:
    """Put the keys that a text chooses in place of the actions' own; raises MedvError."""
    try:
        wanted = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise MedvError(f"This is no TOML: {clean(str(error))}.") from error
    names = [action.name for action in known]
    for name in wanted:
        if name not in names:
            raise MedvError(f"There is no action {clean(name)}; there are {', '.join(names)}.")
    own = [
        action._replace(keys=_keys(action.name, wanted[action.name]))
        if action.name in wanted
        else action
        for action in known
    ]
    _refuse_clash(own)
    return own


def keymap(own: Iterable[Action], known: Iterable[Action]) -> dict[str, str]:
    """Give what differs, as Textual wants it."""
    usual = {action.name: action.keys for action in known}
    return {a.name: ",".join(a.keys) for a in own if a.keys != usual[a.name]}


def _keys(name: str, value: object) -> tuple[str, ...]:
    """Read the keys of one action; raises MedvError where they are none."""
    given = value if isinstance(value, list) else [value]
    keys = tuple(_key(name, each) for each in given)
    if not keys:
        raise MedvError(f"{name} has no key; give one, or delete the line.")
    return keys


def _key(name: str, value: object) -> str:
    """Read one key, written as ^K, Ctrl+K or ctrl+k."""
    key = str(value).strip().lower()
    if key.startswith("^"):
        key = f"ctrl+{key[1:]}"
    if not isinstance(value, str) or not _KEY.fullmatch(key):
        raise MedvError(
            f"{name} = {clean(repr(value))} is no key that can be chosen; wanted is one such as "
            "F5, Shift+F5, Ctrl+K or Alt+K."
        )
    if key in _TAKEN:
        raise MedvError(f"{name} cannot have {key_name(key)}, which the editor itself needs.")
    return key


def _refuse_clash(own: Iterable[Action]) -> None:
    """Raise MedvError where two actions have the same key."""
    owners: dict[str, str] = {}
    for action in own:
        for key in action.keys:
            other = owners.setdefault(key, action.name)
            if other != action.name:
                raise MedvError(
                    f"{key_name(key)} is the key of both {other} and {action.name}; give one of "
                    "them another."
                )


def without_keys(help_text: str, own: Mapping[str, str]) -> str:
    """Leave the usual keys out of a command's help where the user has chosen others."""
    return re.sub(r" \([^()]*\)$", "", help_text) if own else help_text
