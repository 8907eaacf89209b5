"""Values that a key of the plan is known to take, from the plan's model and the plan itself."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from medv_tui.findings import Scalar
from medv_tui.plan.keys import Key, key
from medv_tui.plan.settings import SETTINGS
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.topics import host_exclusions, host_windows, image_browser

_ARGUMENTS = "deployment.arguments."

_DOTNET = ("3.5 SP1",)

_SUPPORTED: Mapping[str, tuple[Scalar, ...]] = {
    "os": ("Windows 7",),
    "service_pack": (1, 0),
    "dotnet": _DOTNET,
    "edition": tuple(sorted(host_windows.EDITIONS)),
    "architecture": tuple(sorted(host_windows.ARCHITECTURES)),
    "internet_explorer": tuple(sorted(host_windows.BROWSERS)),
    "language": ("English", *sorted(host_windows.LANGUAGES - {"English"})),
    "antivirus_exclusions": host_exclusions.PATTERNS,
}
"""What the topics support on a computer, by its key; the same for its defaults."""
_IMAGE: Mapping[str, tuple[Scalar, ...]] = {
    "packager.os": ("Windows 7",),
    "packager.dotnet": _DOTNET,
    "workspaces.image.vhd_count": (1,),
    "workspaces.image.partitions": (1,),
    "workspaces.image.os": ("Windows XP",),
    "workspaces.image.edition": ("Professional",),
    "workspaces.image.service_pack": (3,),
    "workspaces.image.architecture": ("x86",),
    "workspaces.image.created_with": ("Windows Virtual PC",),
    "workspaces.image.dotnet": _DOTNET,
    "workspaces.image.internet_explorer": image_browser.SUPPORTED,
    "workspaces.image.required_internet_explorer": image_browser.SUPPORTED,
    "infrastructure.antivirus_exclusions": host_exclusions.PATTERNS,
}


class Known(NamedTuple):
    """What a plan holds already, as far as it can be read."""

    workspaces: tuple[str, ...] = ()
    """Names of the workspaces."""
    tables: frozenset[str] = frozenset()
    """Dotted names of the single tables that stand in the text; those of the last workspace."""
    hosts: tuple[str, ...] = ()
    """Names of the hosts in the text, or of the first of them."""
    today: date | None = None
    """The day as of which the plan is judged."""


class Suggested(NamedTuple):
    """One value that a key is known to take."""

    value: Scalar
    detail: str = ""
    """What it is, in a few words."""
    meaning: str = ""
    label: str = ""
    """What it is called, where that is not the value itself."""


def suggested(path: str, known: Known) -> Iterator[Suggested]:
    """List values of the key at a dotted path; of a list, values of its items."""
    if path.endswith(".workspace") and not path.startswith(_ARGUMENTS):
        yield from (Suggested(name, "workspace") for name in known.workspaces)
    elif path == "attestations.practice":
        yield from _practices()
    elif path == "attestations.hosts":
        yield from (Suggested(name, "host") for name in known.hosts)
    elif path == "workspaces.user_choice":
        yield from (Suggested(entry.name, entry.key, entry.meaning) for entry in SETTINGS)
    elif path.startswith("inventories.units."):
        yield from (Suggested(unit, "unit") for unit in key("inventories.units").choices)
    elif documented := _documented(path):
        yield from (Suggested(value, "documented") for value in documented)
    else:
        try:
            known_key = key(path)
        except KeyError:
            return
        if known_key.type == "date" and known.today is not None:
            yield Suggested(known.today, "today")
        yield from _of_key(known_key)


@cache
def _practices() -> tuple[Suggested, ...]:
    """List the practices; one that is asked of several things stands in the catalogue for each."""
    first: dict[str, Suggested] = {}
    for practice in CATALOGUE:
        said = Suggested(practice.id, practice.severity.value, practice.title)
        first.setdefault(practice.id, said)
    return tuple(first.values())


def _documented(path: str) -> tuple[Scalar, ...]:
    """List the values that the topics name for a key, where the plan takes others too."""
    table, _, name = path.rpartition(".")
    return _SUPPORTED.get(name, ()) if table in ("hosts", "host_defaults") else _IMAGE.get(path, ())


def _of_key(known: Key) -> Iterator[Suggested]:
    """List what the plan's model says of a key: its choices, yes and no, or its default."""
    if known.type == "true or false":
        for value in (True, False):
            yield Suggested(value, "default" if value is known.default else "")
    elif known.choices and known.type == "whole number":
        yield from _numbered(known)
    elif known.choices:
        for choice in known.choices:
            yield Suggested(choice, "default" if choice == known.default else "")
    elif isinstance(known.default, float) and known.default.is_integer():
        yield Suggested(int(known.default), "default")
    elif isinstance(known.default, int | float | str):
        yield Suggested(known.default, "default")


def _numbered(known: Key) -> Iterator[Suggested]:
    """List the numbers that stand for choices, or the only number that there is."""
    if all(choice.isdigit() for choice in known.choices):
        yield from (Suggested(int(choice)) for choice in known.choices)
        return
    for number, choice in enumerate(known.choices):
        is_default = number == known.default
        yield Suggested(number, f"{choice}, default" if is_default else choice)
