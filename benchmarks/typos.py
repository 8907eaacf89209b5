"""How well one typing mistake in a plan is told: `python -m benchmarks.typos [N]`.

Changes one character of a plan of 30 computers at random, N times, and counts how often the
problem stands on the changed statement, how often there is exactly one, and how often all
other computers keep every value.
"""

import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from medv_tui.planfile.parse import Parsed, parse
from medv_tui.planfile.scan import line_end, statements

HOSTS = 30
_KEYBOARD = string.ascii_letters + string.digits + string.punctuation + " "
_HEAD = """\
format = 1

[plan]
name = "Contoso Finance"
retire_by = 2027-06-30

[infrastructure]
esd = "Configuration Manager 2007 SP2"
antivirus_exclusions = ["*.VMC", "*.VHD"]

[budget]
recommended_free_gb = 10

[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5
[workspaces.image]
vhd_gb = 2.6
dotnet = [
    "3.5 SP1",
]

"""
_HOST = """\
[[hosts]]
name = "FIN-{number:04}"
workspace = "finance"
os = "Windows 7"
edition = "Enterprise"
service_pack = 1
architecture = "x64"
ram_mb = {ram}
free_disk_gb = 60.5
users = 3
last_seen = 2026-11-01  # inventory

"""


@dataclass(frozen=True, slots=True)
class Typo:
    """One changed text."""

    text: str
    start: int
    """Offset of the first character of the statement, or line, that was changed."""
    end: int
    hosts: frozenset[int]
    """The computers that the changed line belongs to or stands between."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one typing mistake."""

    problems: int
    right_line: bool
    others_kept: bool


def chances(seed: int) -> Iterator[int]:
    """Give numbers without a pattern, the same ones for the same seed on every machine."""
    state = seed
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33


def plan_text(hosts: int = HOSTS) -> str:
    """Write a plan of so many computers."""
    rows = (_HOST.format(number=number, ram=2048 + number) for number in range(hosts))
    return _HEAD + "".join(rows)


def typo(text: str, chance: Iterator[int]) -> Typo:
    """Delete, insert or replace one character, or swap two of one line."""
    at = next(chance) % (len(text) - 2)
    char = _KEYBOARD[next(chance) % len(_KEYBOARD)]
    changed = (
        text[:at] + text[at + 1 :],
        text[:at] + char + text[at:],
        text[:at] + char + text[at + 1 :],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
    )[next(chance) % (4 if "\n" not in text[at : at + 2] else 3)]
    start, end = _changed_statement(text, at)
    # A line that lost its end also changes the next one.
    last = line_end(text, at + 1) if text[at] == "\n" else end
    first = text.count("[[hosts]]", 0, start) - 1
    touched = range(first, text.count("[[hosts]]", 0, last + 1))
    return Typo(changed, start, last, frozenset(touched))


def _changed_statement(text: str, at: int) -> tuple[int, int]:
    for statement in statements(text):
        if statement.start <= at <= statement.end:
            return statement.start, statement.end
    return text.rfind("\n", 0, at) + 1, line_end(text, at)


def outcome(original: Parsed, mistake: Typo) -> Outcome:
    """Read a changed plan and compare it with the original."""
    parsed = parse(mistake.text)
    first = parsed.spans.range(mistake.start, mistake.start).line
    last = parsed.spans.range(mistake.end, mistake.end).line
    lines = [problem.where.line for problem in parsed.problems if problem.where]
    kept = {host.name: host for host in parsed.plan.hosts}
    others = [
        host for number, host in enumerate(original.plan.hosts) if number not in mistake.hosts
    ]
    return Outcome(
        len(parsed.problems),
        all(first <= line <= last for line in lines),
        all(kept.get(host.name) == host for host in others),
    )


def main(count: int) -> None:
    """Measure and print the three rates."""
    text = plan_text()
    original = parse(text)
    chance = chances(20261122)
    found = [outcome(original, typo(text, chance)) for _ in range(count)]
    told = [entry for entry in found if entry.problems]
    right = sum(entry.right_line for entry in told) / len(told)
    single = sum(entry.problems == 1 for entry in told) / len(told)
    kept = sum(entry.others_kept for entry in found) / len(found)
    print(f"{count} typing mistakes, {len(told)} of them no longer a plan")
    print(f"problem on the changed statement  {right:8.2%}")
    print(f"exactly one problem               {single:8.2%}")
    print(f"all other computers kept          {kept:8.2%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
