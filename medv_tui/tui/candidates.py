"""The files that a half-typed path can mean."""

import os
from itertools import islice
from pathlib import Path
from typing import NamedTuple

_READ_AT_MOST = 10_000
"""Entries of a folder that are looked at; more are left out, so that typing stays quick."""


class Candidate(NamedTuple):
    """One file or folder that what is typed can be completed to."""

    typed: str
    """The whole text of the path, as it would be typed."""
    name: str
    is_folder: bool


def resolved(typed: str, folder: Path) -> Path:
    """Give the path that is meant by a text that is typed in a folder; `~` is the home folder."""
    return folder / os.path.expanduser(typed.strip())


def candidates(typed: str, folder: Path, suffix: str) -> list[Candidate]:
    """List the folders and the files with a suffix that a text can be completed to.

    Folders come first. Case does not matter, and hidden files are listed only after a dot.
    """
    head, slash, tail = typed.lstrip().rpartition("/")
    found = [
        Candidate(head + slash + name + ("/" if is_folder else ""), name, is_folder)
        for name, is_folder in _entries(resolved(head + slash, folder))
        if _can_mean(tail, name) and (is_folder or name.casefold().endswith(suffix))
    ]
    return sorted(found, key=lambda candidate: (not candidate.is_folder, candidate.name.casefold()))


def _can_mean(tail: str, name: str) -> bool:
    """Whether a name begins as what is typed; hidden ones only where a dot is typed."""
    hidden = name.startswith(".") and not tail.startswith(".")
    return not hidden and name.casefold().startswith(tail.casefold())


def _entries(folder: Path) -> list[tuple[str, bool]]:
    """Read a folder; one that cannot be read has nothing in it."""
    try:
        with os.scandir(folder) as entries:
            return [(entry.name, entry.is_dir()) for entry in islice(entries, _READ_AT_MOST)]
    except (OSError, ValueError):
        return []
