"""One MED-V setting as the documentation knows it, and the registry keys that make them."""

import builtins
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypedDict, Unpack

from medv_tui.findings import Source
from medv_tui.plan.base import LARGEST_COUNT

REGISTRY_TOPIC = "managing-med-v-workspace-configuration-settings"
"""The topic that lists every registry value with type, default and range."""

WMI_TOPIC = "managing-med-v-workspace-settings-by-using-a-wmi"
"""The topic that lists the properties of the WMI class Setting."""

_REGISTRY_SOURCE = Source((REGISTRY_TOPIC,))

Default: TypeAlias = bool | int | str | tuple[int, ...] | tuple[str, ...] | None


class Kind(StrEnum):
    """What a plan writes for a setting."""

    SWITCH = "switch"
    """true or false, 1 or 0."""
    NUMBER = "number"
    TEXT = "text"
    TEXTS = "texts"
    """A list of texts."""
    NUMBERS = "numbers"
    """A list of numbers, or of numbers as decimal text."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One documented setting."""

    key: str
    """Table of the plan and last part of the registry key: Diagnostics, Fts, VM ..."""
    name: str
    """Documented value name."""
    kind: Kind
    registry_type: str
    """DWORD, SZ or MULTI_SZ; empty for what only WMI knows."""
    default: Default
    """What holds where nothing is set; None where the documentation leaves it blank."""
    meaning: str
    """One sentence."""
    unit: str = ""
    minimum: int | None = None
    maximum: int | None = None
    choices: tuple[str, ...] = ()
    """Documented values in their documented spelling; any case is read.

    Where the kind is a number, the choices name the numbers from 0 on.
    """
    property: str = ""
    """Property of the WMI class Setting; empty where there is none."""
    property_type: str = ""
    interactions: tuple[str, ...] = ()
    """What else it acts on or is ignored because of, one sentence each."""
    contradictions: tuple[str, ...] = ()
    """Where the official material disagrees with itself, one sentence each."""
    source: Source = _REGISTRY_SOURCE

    @builtins.property  # the field of that name hides the plain word here
    def path(self) -> str:
        """Its dotted place in a plan."""
        return f"workspaces.settings.{self.key}.{self.name}"


class Details(TypedDict, total=False):
    """What a setting may say beyond name, default and meaning, or differently from its kind."""

    registry_type: str
    minimum: int | None
    maximum: int | None
    choices: tuple[str, ...]
    property: str
    property_type: str
    interactions: tuple[str, ...]
    contradictions: tuple[str, ...]
    source: Source


_WRITTEN_AS = {
    Kind.SWITCH: ("DWORD", "boolean"),
    Kind.NUMBER: ("DWORD", "sint32"),
    Kind.TEXT: ("SZ", "string"),
    Kind.TEXTS: ("MULTI_SZ", "string[]"),
    Kind.NUMBERS: ("MULTI_SZ", "sint32[]"),
}
"""Registry type and WMI type of each kind; the few settings that differ say so."""


def documented(*topics: str, reading: str = "", register: tuple[str, ...] = ()) -> Source:
    """Give the source of a setting that both the registry topic and the WMI topic list."""
    return Source((REGISTRY_TOPIC, WMI_TOPIC, *topics), reading, register)


@dataclass(frozen=True, slots=True)
class RegistryKey:
    """One registry key, which makes the settings that lie under it."""

    name: str
    """Last part of the key, and the name of the plan's table."""
    prefix: str
    """What the WMI properties of its settings start with."""

    def switch(
        self, name: str, default: bool | None, meaning: str, **details: Unpack[Details]
    ) -> Setting:
        """Make a setting that is on or off."""
        return self._setting(Kind.SWITCH, name, default, meaning, details)

    def number(
        self, name: str, default: int, unit: str, meaning: str, **details: Unpack[Details]
    ) -> Setting:
        """Make a number; its range is the documented full one, 0 to 2147483647, unless given."""
        full: Details = {"minimum": 0, "maximum": LARGEST_COUNT, **details}
        return self._setting(Kind.NUMBER, name, default, meaning, full, unit)

    def text(
        self, name: str, default: str | None, meaning: str, **details: Unpack[Details]
    ) -> Setting:
        """Make a text."""
        return self._setting(Kind.TEXT, name, default, meaning, details)

    def texts(self, name: str, meaning: str, **details: Unpack[Details]) -> Setting:
        """Make a list of texts; the documentation gives no default for any."""
        return self._setting(Kind.TEXTS, name, None, meaning, details)

    def numbers(
        self,
        name: str,
        default: tuple[int, ...],
        unit: str,
        meaning: str,
        **details: Unpack[Details],
    ) -> Setting:
        """Make a list of numbers; its range holds for each of them."""
        return self._setting(Kind.NUMBERS, name, default, meaning, details, unit)

    def _setting(
        self,
        kind: Kind,
        name: str,
        default: Default,
        meaning: str,
        details: Details,
        unit: str = "",
    ) -> Setting:
        registry_type, property_type = _WRITTEN_AS[kind]
        row: Details = {
            "registry_type": registry_type,
            "property": self.prefix + name,
            "property_type": property_type,
            "source": documented(),
            **details,
        }
        return Setting(
            key=self.name,
            name=name,
            kind=kind,
            default=default,
            meaning=meaning,
            unit=unit,
            **row,
        )
