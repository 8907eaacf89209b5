"""How fast a large fleet is judged, again and again: `python -m benchmarks.fleet [ROWS ...]`.

The Reviewer keeps a fleet as columns and asks each practice once for each combination of facts.
Beside it the same question is put the naive way in the same run: one object for each computer,
every practice asked about every one. Both have to come to the same verdicts.
"""

import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median
from time import perf_counter
from typing import Any

from medv_tui.findings import Verdict
from medv_tui.practices import sizing
from medv_tui.practices.bands import FINE, STOPPED, UNDECIDED, WARNED, weight
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Facts, Scope, ask
from medv_tui.practices.subjects import BROUGHT_BY_WINDOWS_7, HOSTS
from medv_tui.review.hosts import HostsReview
from medv_tui.review.reviewer import Reviewer
from sample_configs.make_thousand_hosts import Dice

ROWS = (1_000, 10_000, 100_000, 1_000_000)
MOST_OBJECTS = 100_000
"""Computers up to which they are also judged one by one, which takes minutes for more."""
ROUNDS = 7
AS_OF = date(2026, 11, 22)
NOMINAL_RAM_MB = (2048,) * 3 + (4096,) * 10 + (8192,) * 6 + (1024,)
EDITIONS = ("Enterprise",) * 7 + ("Professional",) * 2 + ("Home Premium",)
SITES = ("Head office", "Wels", "Steyr", "Gmunden", "Plant Graz", "Plant Linz")

PLAN = """\
[deployment]
method = "esd"
order = ["windows-virtual-pc", "kb977206", "host-agent", "workspace"]
copy_locally = true
[infrastructure]
esd = "Configuration Manager 2007 SP2"
[budget]
esd_cache_copy = true
[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5
package_gb = 1.1
[workspaces.image]
vhd_gb = {vhd_gb}
[host_defaults]
os = "Windows 7"
[[inventories]]
file = "fleet.csv"
workspace = "finance"
"""

VERDICTS = {
    FINE: Verdict.READY,
    WARNED: Verdict.ATTENTION,
    UNDECIDED: Verdict.UNKNOWN,
    STOPPED: Verdict.BLOCKED,
}


@dataclass(frozen=True)
class Computer:
    """One computer by itself, as the naive way keeps it."""

    facts: Mapping[str, Any]
    """Its own facts by name, without those that are unknown."""


def main(*several: int) -> None:
    """Print the times of both ways and their ratio for each size."""
    for rows in several or ROWS:
        for line in table(rows):
            print(line)


def table(rows: int) -> Iterator[str]:
    """Give the figures of one size line by line."""
    reviewer, data = Reviewer(), inventory(rows)
    first, hosts = _timed_review(reviewer, data, 2.6)
    again: list[float] = []
    for turn in range(ROUNDS):
        seconds, hosts = _timed_review(reviewer, data, 2.7 if turn % 2 == 0 else 2.6)
        again.append(seconds)
    one_by_one = _one_by_one(hosts) if rows <= MOST_OBJECTS else None
    _timed_review(reviewer, data, 2.6, 3.0)
    one = [_timed_review(reviewer, data, 2.6, 4.0 + turn)[0] for turn in range(ROUNDS)]
    other = [_timed_review(reviewer, data, 2.6, 4.0, f"# {turn}\n")[0] for turn in range(ROUNDS)]
    yield f"{rows:,} computers in {len(hosts.subjects.groups):,} combinations of facts"
    yield f"{'first review, with the CSV read':<40}{first * 1000:>10,.0f} ms"
    yield f"{'review after a change of vhd_gb':<40}{median(again) * 1000:>10,.0f} ms"
    if one_by_one is not None:
        yield f"{'the same, one object a computer':<40}{one_by_one * 1000:>10,.0f} ms"
        yield f"{'ratio':<40}{one_by_one / median(again):>10,.0f}"
    yield f"{'review after a change of one computer':<40}{median(one) * 1000:>10,.0f} ms"
    yield f"{'review after a change of a comment':<40}{median(other) * 1000:>10,.0f} ms"
    yield f"{'most memory of a process that reviews it':<40}{peak_mb(rows):>10,.0f} MB"


def _one_by_one(hosts: HostsReview) -> float:
    """Judge one object of each computer, and give the seconds; the verdicts must be the same."""
    computers = objects(hosts)
    begin = perf_counter()
    verdicts = naive(computers, hosts)
    seconds = perf_counter() - begin
    if verdicts != {verdict: n for verdict, n in hosts.counts.items() if n}:
        raise ArithmeticError(f"The two ways differ: {verdicts} and {hosts.counts}.")
    return seconds


def peak_mb(rows: int) -> float:
    """Give the most memory that a process of its own takes for one review."""
    script = f"from benchmarks.fleet import most_memory; most_memory({rows})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    return int(done.stdout) / 1024


def most_memory(rows: int) -> None:
    """Review a fleet once and print the kilobytes that this process took at most."""
    _timed_review(Reviewer(), inventory(rows), 2.6)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def inventory(rows: int) -> bytes:
    """Write a fleet with memory as reported, a little under the nominal size, and noisy disks."""
    dice = Dice(20_261_122)
    lines = ["name,edition,service_pack,architecture,ram_mb,free_disk_gb,users,site"]
    for number in range(rows):
        ram_mb = dice.one_of(NOMINAL_RAM_MB) - dice.below(80)
        lines.append(
            f"PC-{number:06},{dice.one_of(EDITIONS)},{min(dice.below(10), 1)},"
            f"{'x86' if dice.below(4) == 0 else 'x64'},{ram_mb},{dice.below(16_000) / 100},"
            f"{1 + dice.below(3)},{dice.one_of(SITES)}"
        )
    return "\n".join(lines).encode()


def objects(hosts: HostsReview) -> list[Computer]:
    """Make one object of each computer's known facts."""
    columns = hosts.fleet.columns
    return [
        Computer(
            {HOSTS + key: column[row] for key, column in columns.items() if column[row] is not None}
        )
        for row in range(len(hosts.fleet.names))
    ]


def naive(computers: list[Computer], hosts: HostsReview) -> dict[Verdict, int]:
    """Ask every practice about every computer and count the verdicts."""
    practices = [practice for practice in CATALOGUE if practice.scope is Scope.HOST]
    shared = hosts.subjects.workspace_facts[0].values
    counts: Counter[Verdict] = Counter()
    for computer in computers:
        values = {**shared, **BROUGHT_BY_WINDOWS_7, **computer.facts}
        facts = Facts(values | sizing.facts(values))
        counts[VERDICTS[max(weight(p, ask(p, facts)) for p in practices)]] += 1
    return dict(counts)


def _timed_review(
    reviewer: Reviewer,
    data: bytes,
    vhd_gb: float,
    free_gb: float | None = None,
    comment: str = "",
) -> tuple[float, HostsReview]:
    """Review the plan with this base VHD, down to the verdicts of every row.

    With an amount of free space the plan itself gives it to one computer of the inventory.
    """
    text = comment + PLAN.format(vhd_gb=vhd_gb)
    if free_gb is not None:
        text += f'[[hosts]]\nname = "PC-000005"\nfree_disk_gb = {free_gb}\n'
    begin = perf_counter()
    review = reviewer.update(text, lambda _name: data, AS_OF)
    if review.partial:
        raise ArithmeticError(review.problems[0].message)
    _ = review.hosts.counts, review.hosts.codes
    return perf_counter() - begin, review.hosts


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
