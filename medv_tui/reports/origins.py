"""Where a fact's value comes from: a line of the plan, an inventory, a default, an assumption."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from medv_tui.assessment.disk import DiskNeed
from medv_tui.findings import Origin, Path
from medv_tui.plan.workspace import Application
from medv_tui.planfile.values import toml
from medv_tui.practices.practice import Facts
from medv_tui.practices.subjects import HOSTS
from medv_tui.reports.explanation import Place
from medv_tui.review.review import Review

HOST_DEFAULTS = "host_defaults"
CAPTION = frozenset({"edition", "service_pack", "architecture", "server"})
"""Facts that the caption of an operating system may hold."""


@dataclass(frozen=True, slots=True)
class Known:
    """One fact of one subject with where it comes from."""

    key: str
    """The last part of its path."""
    value: str
    """As it would stand in the plan; `?` where it is unknown."""
    origin: Origin
    words: str
    """The origin in a few words: the key or table that gives it, `default` ..."""
    place: Place | None

    @property
    def in_words(self) -> str:
        """Give the value, and its origin unless the key itself gives it."""
        return self.value if self.words == self.key else f"{self.value} ({self.words})"


@dataclass(frozen=True, slots=True)
class Subject:
    """What facts are asked about."""

    review: Review
    workspace: int | None = None
    """Position of the workspace among the plan's."""
    row: int | None = None
    """Row of the fleet, for a computer."""

    def place(self, path: Path) -> Place | None:
        """Find a path in the text, or the nearest table around it; of an inventory, its line."""
        where = self.review.locate(path)
        if where is not None:
            return Place(where.line, path)
        if self.row is None:
            return None
        place = self.review.hosts.fleet.places[self.row]
        return None if place.line is None else Place(place.line, file=place.file)

    def known(self, fact: str, facts: Facts) -> Known:
        """Say of one fact what its value is and where that comes from."""
        key = fact.rpartition(".")[2]
        value = facts.get(fact)
        path = self.review.hosts.subjects.path(fact, self.workspace, self.row)
        if value is None:
            return Known(key, "?", Origin.UNKNOWN, "the plan does not say", self.place(path))
        text = shown_value(value)
        if path and self._is_written(path):
            words = HOST_DEFAULTS if path[0] == HOST_DEFAULTS else key
            return Known(key, text, Origin.GIVEN, words, self.place(path))
        if fact in facts.assumed:
            return Known(key, text, Origin.ASSUMED, "assumed: Windows 7 brings it", None)
        if fact.startswith(HOSTS):
            return self._of_computer(key, text)
        if path:
            return Known(key, text, Origin.DEFAULT, "default", None)
        return Known(key, text, Origin.COMPUTED, "computed", None)

    def _is_written(self, path: Path) -> bool:
        """Whether the text has a value for a path, or tables of that name."""
        spans = self.review.spans
        return spans.value(path) is not None or spans.header(path) is not None

    def _of_computer(self, key: str, text: str) -> Known:
        """Say where a fact of a computer comes from that has no key of its own in its table."""
        fleet, row = self.review.hosts.fleet, self.row
        if row is None:
            return Known(key, text, Origin.COMPUTED, "computed", None)
        place = fleet.places[row]
        if key in CAPTION and place.line is None:
            source = self.place(fleet.path(row, "os"))
            return Known(key, text, Origin.GIVEN, "read from os", source)
        if key in fleet.defaults and place.line is None:
            found = self.place((HOST_DEFAULTS, key))
            return Known(key, text, Origin.GIVEN, HOST_DEFAULTS, found)
        origin = place.file + (f" or [{HOST_DEFAULTS}]" if key in fleet.defaults else "")
        where = None if place.line is None else Place(place.line, file=place.file)
        return Known(key, text, Origin.GIVEN, origin, where)


def shown_value(value: Any) -> str:
    """Write a fact's value as it would stand in the plan."""
    match value:
        case bool() | int() | float() | str() | date():
            return toml(value)
        case DiskNeed():
            gb = value.required.value
            return "?" if gb is None else f"{gb:.2f} GB required"
        case Application():
            return toml(value.name)
        case tuple() | frozenset():
            items = [shown_value(item) for item in value]
            return f"[{', '.join(items if isinstance(value, tuple) else sorted(items))}]"
        case _:
            return str(value)
