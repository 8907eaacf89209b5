"""Computers that have something in common: how many there are, and how they stand."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from medv_tui.findings import Verdict
from medv_tui.review.hosts import VERDICTS, HostsReview


class Common(StrEnum):
    """What computers may have in common, each by its key in the plan."""

    SITE = "site"
    WORKSPACE = "workspace"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Crowd:
    """The computers of one site, workspace or model."""

    name: str | None
    """As it is written most often; None for those of which nobody says."""
    counts: Mapping[Verdict, int]
    """Computers by verdict; verdicts that none has are absent."""

    @property
    def computers(self) -> int:
        """How many there are."""
        return sum(self.counts.values())


def crowds(hosts: HostsReview, common: Common) -> tuple[Crowd, ...]:
    """Put computers together without regard to case; the most come first, the unknown last."""
    fleet = hosts.fleet
    column = fleet.columns.get(common.value, [None] * len(fleet.names))
    tally: Counter[tuple[str | None, int]] = Counter()
    if set(fleet.counts) <= {1}:
        tally.update(zip(column, hosts.codes, strict=True))
    else:
        for name, code, computers in zip(column, hosts.codes, fleet.counts, strict=True):
            tally[name, code] += computers
    return tuple(_crowds(tally))


def _crowds(tally: Mapping[tuple[str | None, int], int]) -> list[Crowd]:
    """Join spellings that differ in case alone."""
    spelled: dict[str | None, Counter[str | None]] = {}
    verdicts: dict[str | None, Counter[Verdict]] = {}
    for (name, code), computers in tally.items():
        folded = name.strip().casefold() if name else None
        spelled.setdefault(folded or None, Counter())[name] += computers
        verdicts.setdefault(folded or None, Counter())[VERDICTS[code]] += computers
    found = [
        Crowd(None if folded is None else spelled[folded].most_common(1)[0][0], counts)
        for folded, counts in verdicts.items()
    ]
    return sorted(found, key=lambda c: (c.name is None, -c.computers, (c.name or "").casefold()))
