"""How soon a large plan is open, and new figures follow a change: `... figures [HOSTS ...]`.

For each size, in a terminal of 120 by 40: the time until the text stands on the screen, until a
letter typed into it does, and until the first figures do; the time from a digit in one
`[[hosts]]` table to the disk space of the whole plan. The same of an application that one would
write with Textual's own widgets, in the same run. Of the dashboard also the longest that any
letter waited while letters came faster than reviews of them, and until those had arrived; the
same after a `\"\"\"` that no one closed; the same in a plan that is read as a whole after each
change, as a header amid the computers keeps their tables from being told apart; and pasting, with
taking it back.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from math import inf, isinf
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from benchmarks.large_plans import AS_OF, middle, plan_text, program
from benchmarks.terminal import QUIET_SECONDS, Screen, Terminal
from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.present import size

SIZES = (100, 1_000, 10_000, 100_000)
CHANGES, FEW_CHANGES = 30, 4
"""Of the dashboard, and of what takes seconds for each."""
LIMIT_SECONDS = 60.0
"""How long Textual's own widgets are waited for; what takes longer is given as over that."""
PASTED_LINES = 10_000
HASTE_SECONDS = (0.025, 0.07, 0.09, 0.11, 0.14, 0.19, 0.25, 0.4)
"""Times between letters, so that some come before a review, and some while it is under way."""
LETTERS = "éèßøåñçðþæœłžşţūűųźżăąćčďěęģīį"
COMMENT = "  #"
DOWN, END, BACKSPACE, UNDO = "\x1b[B", "\x1b[F", "\x7f", "\x1a"
LINES_TO_USERS = 8
SECONDS_WHOLE = 25.0
"""How long is typed while a plan is read as a whole, so that a few reviews of it arrive."""
TOLD = "1 error"
"""What is said of the header, once the first review is there."""


@dataclass
class Opened:
    """What was measured of either application on one plan, in seconds; infinite is too long."""

    visible: float
    editable: float
    figures: float
    changes: list[float]

    @property
    def times(self) -> tuple[float, ...]:
        """Give each once, in the order of the table."""
        most = quantiles(self.changes, n=20)[-1] if len(self.changes) > 1 else inf
        return self.visible, self.editable, self.figures, median(self.changes), most


@dataclass
class Held:
    """What was measured of the dashboard alone, in seconds."""

    longest: float
    longest_broken: float
    longest_whole: float
    pasted: float
    undone: float


class Figures(NamedTuple):
    """The disk space of a plan as it is written, and with one more digit in the middle."""

    three: str
    many: str


def stock(path: Path, figures: Figures) -> Opened:
    """Measure the straightforward application on one plan."""
    with Terminal(*program("straightforward", path)) as terminal:
        return _opened(terminal, figures, FEW_CHANGES)


def dashboard(path: Path, figures: Figures) -> tuple[Opened, Held]:
    """Measure the dashboard on one plan."""
    with Screen(*program("dashboard", path)) as terminal:
        opened = _opened(terminal, figures, CHANGES)
        longest = _in_haste(terminal)
        pasted, undone = _paste(terminal)
        terminal.send(END + '"""')
        broken = _in_haste(terminal)
    return opened, Held(longest, broken, _read_whole(path), pasted, undone)


def _read_whole(path: Path) -> float:
    """Give the longest wait for a letter in a plan that has to be read as a whole."""
    text = path.read_text()
    before = text.index("[[hosts]]", len(text) // 2)
    other = path.with_name("whole.toml")
    other.write_text(f"{text[:before]}[hosts]\n{text[before:]}")
    with Screen(*program("dashboard", other)) as terminal:
        terminal.until(TOLD, LIMIT_SECONDS)
        terminal.until_quiet(3 * QUIET_SECONDS)
        end = perf_counter() + SECONDS_WHOLE
        longest = _in_haste(terminal)
        while perf_counter() < end:
            terminal.send(BACKSPACE * len(COMMENT + LETTERS))
            terminal.until_quiet()
            longest = max(longest, _in_haste(terminal))
        return longest


def _opened(terminal: Terminal, figures: Figures, changes: int) -> Opened:
    """Wait for the text, a letter and the first figures; then change the plan."""
    visible = terminal.until_after_start("FIN-")
    terminal.send(LETTERS[0])
    editable, drawn = terminal.each_after_start(LETTERS[0], figures.three, seconds=LIMIT_SECONDS)
    if isinf(editable + drawn):
        return Opened(visible, editable, drawn, [inf])
    terminal.until_quiet(3 * QUIET_SECONDS)
    try:
        return Opened(visible, editable, drawn, _changes(terminal, figures, changes))
    except TimeoutError:
        return Opened(visible, editable, drawn, [inf])


def _figure(text: str, digit: str) -> str:
    """Say what the disk space of the plan comes to with one more digit in the middle."""
    row, _ = middle(text)
    lines = text.split("\n")
    lines[row + LINES_TO_USERS] += digit
    review = Reviewer().update("\n".join(lines), lambda name: name.encode(), AS_OF)
    return f"{size(review.disk.planned_gb)} GB"


def _changes(terminal: Terminal, figures: Figures, changes: int) -> list[float]:
    """Change the users of one computer to and fro."""
    terminal.send(DOWN * LINES_TO_USERS + END)
    terminal.until_quiet()
    times = []
    for turn in range(changes):
        begin = terminal.send(BACKSPACE if turn % 2 else "1")
        terminal.until(figures.three if turn % 2 else figures.many, LIMIT_SECONDS)
        times.append(terminal.last_came - begin)
        terminal.until_quiet(0.1 + turn * 0.003)
    return times


def _in_haste(terminal: Terminal) -> float:
    """Type letters in a comment without waiting for figures; give the longest wait for one."""
    terminal.send(END + COMMENT)
    terminal.until_quiet(0.05)
    longest = 0.0
    for letter, pause in zip(LETTERS, cycle(HASTE_SECONDS), strict=False):
        begin = terminal.send(letter)
        longest = max(longest, terminal.until_sent(letter) - begin)
        terminal.during(pause)
    terminal.until_quiet(3 * QUIET_SECONDS)
    return longest


def _paste(terminal: Terminal) -> tuple[float, float]:
    """Paste many lines and take them back."""
    lines = "\n".join(f"# pasted {number:05}" for number in range(PASTED_LINES))
    begin = terminal.send(f"\x1b[200~{lines}\n# the last one\n\x1b[201~")
    terminal.until("the last one")
    pasted = terminal.last_came - begin
    terminal.until_quiet(3 * QUIET_SECONDS)
    begin = terminal.send(UNDO)
    terminal.until(LETTERS[-1])
    undone = terminal.last_came - begin
    terminal.until_quiet(3 * QUIET_SECONDS)
    return pasted, undone


def table(sizes: tuple[int, ...]) -> Iterator[str]:
    """Give the figures line by line."""
    heads = ("hosts", "", "visible", "editable", "figures", "change", "95 %")
    alone = ("longest", "broken", "whole", "paste", "undo")
    yield ("{:>7}  {:<10}" + "{:>10}" * 10).format(*heads, *alone)
    with tempfile.TemporaryDirectory() as folder:
        for hosts in sizes:
            path = Path(folder, "plan.toml")
            path.write_text(plan_text(hosts))
            figures = Figures(_figure(path.read_text(), ""), _figure(path.read_text(), "1"))
            other = stock(path, figures).times
            yield f"{hosts:>7,}  {'stock':<10}" + "".join(map(_milliseconds, other))
            opened, held = dashboard(path, figures)
            waits = (held.longest, held.longest_broken, held.longest_whole)
            ours = (*opened.times, *waits, held.pasted, held.undone)
            yield f"{hosts:>7,}  {'dashboard':<10}" + "".join(map(_milliseconds, ours))
            ratios = (_ratio(*pair) for pair in zip(other, opened.times, strict=True))
            yield f"{'':>7}  {'stock is':<10}" + "".join(ratios)


def _milliseconds(seconds: float) -> str:
    """Give one figure of the table."""
    if isinf(seconds):
        return f"{f'> {LIMIT_SECONDS:.0f} s':>10}"
    return f"{seconds * 1000:>10,.0f}"


def _ratio(stock: float, ours: float) -> str:
    """Say how many times as long the straightforward application takes."""
    sign = "> " if isinf(stock) else ""
    return f"{f'{sign}{min(stock, LIMIT_SECONDS) / ours:.1f}×':>10}"


def main(arguments: list[str]) -> None:
    """Print the table."""
    for line in table(tuple(map(int, arguments)) or SIZES):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
