"""How soon a large plan is open, and new figures follow a change: `... figures [HOSTS ...]`.

For each size, in a terminal of 120 by 40: the time until the text stands on the screen, until a
letter typed into it does, and until the first figures do; the time from a digit in one
`[[hosts]]` table to the disk space of the whole plan; the longest that any letter waited while
letters came faster than reviews of them; and the same after a `\"\"\"` that no one closed, which
makes every review begin from nothing; and pasting, with taking it back.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from benchmarks.large_plans import AS_OF, middle, plan_text
from benchmarks.terminal import QUIET_SECONDS, Terminal
from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.present import size

SIZES = (100, 2_000, 10_000, 100_000)
CHANGES = 30
PASTED_LINES = 10_000
HASTE_SECONDS = (0.025, 0.07, 0.09, 0.11, 0.14, 0.19, 0.25, 0.4)
"""Times between letters, so that some come before a review, and some while it is under way."""
LETTERS = "éèßøåñçðþæœłžşţūűųźżăąćčďěęģīį"
DOWN, END, BACKSPACE, UNDO = "\x1b[B", "\x1b[F", "\x7f", "\x1a"
LINES_TO_USERS = 8


@dataclass
class Measured:
    """What was measured on one plan, in milliseconds."""

    visible: float
    editable: float
    figures: float
    changes: list[float]
    longest: float
    longest_broken: float
    pasted: float
    undone: float


def measure(kind: str, path: Path, hosts: int) -> Measured:
    """Measure one application on one plan."""
    text = path.read_text()
    three, many = _figure(text, ""), _figure(text, "1")
    with Terminal("benchmarks.large_plans", (kind, str(path))) as terminal:
        visible = terminal.until_after_start("FIN-")
        terminal.send(LETTERS[0])
        terminal.until(LETTERS[0])
        editable = perf_counter() - terminal.begun
        if hosts:
            terminal.until(three)
        figures = perf_counter() - terminal.begun
        terminal.until_quiet(3 * QUIET_SECONDS)
        changes = _changes(terminal, three, many)
        longest = _in_haste(terminal)
        pasted, undone = _paste(terminal)
        terminal.send(END + '"""')
        broken = _in_haste(terminal)
    return Measured(
        visible * 1000, editable * 1000, figures * 1000, changes, longest, broken, pasted, undone
    )


def _figure(text: str, digit: str) -> str:
    """Say what the disk space of the plan comes to with one more digit in the middle."""
    row, _ = middle(text)
    lines = text.split("\n")
    lines[row + LINES_TO_USERS] += digit
    review = Reviewer().update("\n".join(lines), lambda name: name.encode(), AS_OF)
    return f"{size(review.disk.planned_gb)} GB"


def _changes(terminal: Terminal, three: str, many: str) -> list[float]:
    """Change the users of one computer to and fro."""
    terminal.send(DOWN * LINES_TO_USERS + END)
    terminal.until_quiet()
    times = []
    for turn in range(CHANGES):
        begin = terminal.send(BACKSPACE if turn % 2 else "1")
        terminal.until(three if turn % 2 else many)
        times.append((perf_counter() - begin) * 1000)
        terminal.until_quiet(0.1 + turn * 0.003)
    return times


def _in_haste(terminal: Terminal) -> float:
    """Type letters in a comment without waiting for figures; give the longest wait for one."""
    terminal.send(END + "  #")
    terminal.until_quiet(0.05)
    longest = 0.0
    for letter, pause in zip(LETTERS, cycle(HASTE_SECONDS), strict=False):
        begin = terminal.send(letter)
        terminal.until(letter)
        longest = max(longest, perf_counter() - begin)
        terminal.during(pause)
    terminal.until_quiet(3 * QUIET_SECONDS)
    return longest * 1000


def _paste(terminal: Terminal) -> tuple[float, float]:
    """Paste many lines and take them back."""
    lines = "\n".join(f"# pasted {number:05}" for number in range(PASTED_LINES))
    begin = terminal.send(f"\x1b[200~{lines}\n# the last one\n\x1b[201~")
    terminal.until("the last one")
    pasted = perf_counter() - begin
    terminal.until_quiet(3 * QUIET_SECONDS)
    begin = terminal.send(UNDO)
    terminal.until("FIN-")
    undone = perf_counter() - begin
    terminal.until_quiet(3 * QUIET_SECONDS)
    return pasted * 1000, undone * 1000


def table(sizes: tuple[int, ...]) -> Iterator[str]:
    """Give the figures line by line."""
    heads = ("hosts", "visible", "editable", "figures", "change", "95 %", "longest", "broken")
    yield ("{:>7}" + "{:>10}" * 9).format(*heads, "paste", "undo")
    with tempfile.TemporaryDirectory() as folder:
        for hosts in sizes:
            path = Path(folder, "plan.toml")
            path.write_text(plan_text(hosts))
            seen = measure("dashboard", path, hosts)
            times = (seen.visible, seen.editable, seen.figures, median(seen.changes))
            rest = (quantiles(seen.changes, n=20)[-1], seen.longest, seen.longest_broken)
            shown = (*times, *rest, seen.pasted, seen.undone)
            yield f"{hosts:>7,}" + "".join(f"{ms:>10,.0f}" for ms in shown)


def main(arguments: list[str]) -> None:
    """Print the table."""
    for line in table(tuple(map(int, arguments)) or SIZES):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
