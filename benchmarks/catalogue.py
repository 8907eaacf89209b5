"""How long the whole catalogue takes beside reading the plan: `python -m benchmarks.catalogue`.

The sample of a thousand computers is parsed and then judged by every practice, each time from
nothing, in turn. Judging includes building the fleet, the totals and the verdict of every row.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from medv_tui.errors import PlanUnreadableError
from medv_tui.planfile.parse import parse
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.problem_codes import Code
from medv_tui.review.reviewer import Reviewer

SAMPLE = Path(__file__).parent.parent / "sample_configs" / "thousand-hosts.toml"
ROUNDS = 15
MOST = 3.0
"""Judging is to take less than so many times as long as parsing."""
AS_OF = date(2026, 11, 22)


def main(rounds: int = ROUNDS) -> None:
    """Print the medians of both and their ratio."""
    for line in table(rounds):
        print(line)


def table(rounds: int) -> Iterator[str]:
    """Give the figures line by line."""
    text = SAMPLE.read_text("utf-8")
    parsing, judging = measure(text, rounds)
    ratio = judging / parsing
    practices = len({practice.id for practice in CATALOGUE})
    yield f"{SAMPLE.name}, {len(text.splitlines()):,} lines, {practices} practices"
    yield f"{'parsing':<36}{parsing * 1000:>10,.0f} ms"
    yield f"{'judging by the whole catalogue':<36}{judging * 1000:>10,.0f} ms"
    yield f"{'ratio':<36}{ratio:>10.2f}, wanted below {MOST:.0f}"


def measure(text: str, rounds: int) -> tuple[float, float]:
    """Time parsing alone, and what a review takes beyond it, in seconds."""
    parsing: list[float] = []
    whole: list[float] = []
    for _ in range(rounds):
        begin = perf_counter()
        parse(text)
        parsing.append(perf_counter() - begin)
        begin = perf_counter()
        review = Reviewer().update(text, _no_files, AS_OF)
        _ = review.hosts.counts, review.hosts.codes
        whole.append(perf_counter() - begin)
    return median(parsing), median(whole) - median(parsing)


def _no_files(name: str) -> bytes:
    raise PlanUnreadableError(Code.FILE_MISSING, f"There is no {name}.")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
