"""Runs every measurement: `python -m benchmarks`, from the project's folder."""

from functools import partial

from benchmarks import fleet, startup, typos

TYPOS = 2000

for title, measure in (
    ("Starting", startup.main),
    ("A fleet from CSV", fleet.main),
    ("Typing mistakes", partial(typos.main, TYPOS)),
):
    print(f"\n{title}")
    measure()
