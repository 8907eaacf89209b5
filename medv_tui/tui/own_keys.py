"""The user's own keys for what the dashboard does, from a file of actions and keys."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.binding import Binding, BindingType

from medv_tui.errors import MedvError
from medv_tui.findings import Level, Problem
from medv_tui.planfile.spelling import nearest
from medv_tui.planfile.syntax import Reading, read
from medv_tui.reports.clean import clean
from medv_tui.tui.keys import key_name
from medv_tui.tui.settings_folder import KEYS_FILE

_KEY = re.compile(r"(?:(?:ctrl\+|alt\+|shift\+)*f(?:[1-9]|1[0-2])|ctrl\+[a-z]|alt\+[a-z0-9])")
_TAKEN = frozenset("ctrl+" + letter for letter in "cvxyzhijm")
"""Copying and undoing in the text, and keys that terminals send for others, such as Tab."""
_LARGEST_BYTES = 64 * 1024
_MOST_TOLD = 4
"""Lines left out that fit into a dialog; `medv-tui keys` names them all."""
LEFT_OUT = f"Part of {KEYS_FILE} is left out; what it would change keeps its usual keys."


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


class OwnKeys(NamedTuple):
    """Every action with the keys that work for it, and what of the user's choice does not."""

    actions: list[Action]
    refused: tuple[str, ...] = ()
    """A sentence for each line that is left out, in their order."""


def load(folder: Path | None, known: Sequence[Action]) -> OwnKeys:
    """Give every action with the keys that the user's file chooses, or its own.

    What cannot be followed is left out, and the whole file where it cannot be read.
    """
    if folder is None:
        return OwnKeys(list(known))
    path = folder / KEYS_FILE
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST_BYTES).decode()
    except FileNotFoundError:
        return OwnKeys(list(known))
    except (OSError, UnicodeDecodeError) as error:
        unread = f"{clean(str(path))} cannot be read as text: {clean(str(error))}."
        return OwnKeys(list(known), (unread,))
    return chosen(text, known)


def chosen(text: str, known: Sequence[Action]) -> OwnKeys:
    """Put the keys that a text chooses in place of the actions' own, line by line.

    A line that cannot be followed leaves its action the usual keys; so does one that gives a key
    to two actions, to both of them.
    """
    reading = read(text)
    usual = {action.name: action for action in known}
    wanted: dict[str, Action] = {}
    refused = list(_unreadable(reading.problems, usual))
    for name, value in reading.data.items():
        try:
            wanted[name] = _wanted(name, value, usual)
        except MedvError as refusal:
            refused.append((_line(reading, name), str(refusal)))
    for name, sentence in _give_back_shared(wanted, usual):
        refused.append((_line(reading, name), sentence))
    return OwnKeys(
        [wanted.get(action.name, action) for action in known],
        tuple(f"Line {line} of {KEYS_FILE}: {sentence}" for line, sentence in sorted(refused)),
    )


def _unreadable(
    problems: Iterable[Problem], usual: Mapping[str, Action]
) -> Iterator[tuple[int, str]]:
    """Give the lines that are no TOML, and what they should be.

    The sentences of a plan's mistakes name a plan's tables, so that they say nothing here; but
    what is there twice is so here too.
    """
    for problem in problems:
        if problem.level is Level.ERROR and problem.where is not None:
            yield (
                problem.where.line,
                problem.message
                if problem.related
                else _wanted_line(usual.get(str(problem.path[0])) if problem.path else None, usual),
            )


def _wanted_line(meant: Action | None, usual: Mapping[str, Action]) -> str:
    """Say how a line is written, with the action that it names or else any."""
    example = meant or next(iter(usual.values()))
    name, key = example.name, key_name(example.keys[0])
    return f'It cannot be read. Write an action and its key in quotes, such as {name} = "{key}".'


def _line(reading: Reading, name: str) -> int:
    """Give the line that a name stands in."""
    place = reading.spans.locate((name,))
    return 1 if place is None else place.line


def shortened(refused: Sequence[str]) -> list[str]:
    """Give as many sentences as fit into a dialog, and where to find the others."""
    more = len(refused) - _MOST_TOLD
    told = list(refused[:_MOST_TOLD])
    return [*told, f"There are {more} more; medv-tui keys names them all."] if more > 0 else told


def keymap(own: Iterable[Action], known: Iterable[Action]) -> dict[str, str]:
    """Give what differs, as Textual wants it."""
    usual = {action.name: action.keys for action in known}
    return {a.name: ",".join(a.keys) for a in own if a.keys != usual[a.name]}


def _wanted(name: str, value: object, usual: Mapping[str, Action]) -> Action:
    """Give an action the keys of one line; raises MedvError where that cannot be."""
    if name not in usual and _is_table(value):
        raise MedvError(f"{KEYS_FILE} has no headers; delete [{clean(name)}].")
    if name not in usual:
        meant = nearest(name, usual)
        advice = f"did you mean {meant}?" if meant else "medv-tui keys lists them all."
        raise MedvError(f"There is no action {clean(name)}; {advice}")
    return usual[name]._replace(keys=_keys(name, value))


def _is_table(value: object) -> bool:
    """Whether a value is what a header makes, with one pair of brackets or two."""
    return all(isinstance(each, dict) for each in (value if isinstance(value, list) else [value]))


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


def _give_back_shared(
    wanted: dict[str, Action], usual: Mapping[str, Action]
) -> Iterator[tuple[str, str]]:
    """Take chosen keys that two actions would share out again; say so of each action.

    The usual keys that come back may be what a third action has chosen, so it looks again.
    """
    while shared := list(_shared({**usual, **wanted}.values())):
        for key, name, other in shared:
            if wanted.pop(name, None) is not None:
                both = f"{key_name(key)} is the key of {other} too; give one of them another"
                yield name, f"{both}. {name} keeps {usual[name].label}."


def _shared(own: Iterable[Action]) -> Iterator[tuple[str, str, str]]:
    """Give each key that two actions have, with either of them before the other."""
    owners: dict[str, str] = {}
    for action in own:
        for key in action.keys:
            other = owners.setdefault(key, action.name)
            if other != action.name:
                yield key, action.name, other
                yield key, other, action.name


def without_keys(help_text: str, own: Mapping[str, str]) -> str:
    """Leave the usual keys out of a command's help where the user has chosen others."""
    return re.sub(r" \([^()]*\)$", "", help_text) if own else help_text
