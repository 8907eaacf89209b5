"""Runs every measurement: `python -m benchmarks`, from the project's folder."""

from functools import partial

from benchmarks import (
    catalogue,
    edits,
    figures,
    first_frame,
    fleet,
    fleet_screen,
    fleet_table,
    startup,
    typing,
    typos,
    wire,
)

TYPOS = 2000

for title, measure in (
    ("Starting", startup.main),
    ("The first frame", first_frame.main),
    ("The whole catalogue", catalogue.main),
    ("A fleet from CSV", fleet.main),
    ("A fleet from CSV on the screen", partial(fleet_screen.main, [])),
    ("A fleet in the table", fleet_table.main),
    ("Typing mistakes", partial(typos.main, TYPOS)),
    ("Typing", partial(typing.main, [])),
    ("An edit by a pane or the palette", partial(edits.main, [])),
    ("What a slow line carries, in bytes", wire.main),
    ("Opening, changing and pasting, in milliseconds", partial(figures.main, [])),
):
    print(f"\n{title}")
    measure()
