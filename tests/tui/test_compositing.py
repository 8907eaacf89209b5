"""Drawing again what changed on a screen, out of no more rows than that."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region

from medv_tui.tui.compositing import SparingCompositor, bands
from tests.tui.plans import MEDIUM, NARROW, WIDE, dashboard, settle

REGIONS = st.builds(
    Region, st.integers(0, 20), st.integers(0, 20), st.integers(1, 9), st.integers(1, 9)
)


def cells(regions: list[Region]) -> set[tuple[int, int]]:
    return {(x, y) for each in regions for x in each.column_range for y in each.line_range}


@given(st.lists(REGIONS, max_size=8))
def test_bands_hold_every_region_in_rows_of_their_own(regions: list[Region]) -> None:
    joined = list(bands(regions))
    assert cells(regions) <= cells(joined)
    rows = [y for band in joined for y in band.line_range]
    assert rows == sorted(set(rows))
    assert set(rows) == {y for each in regions for y in each.line_range}


def drawn(update: ChopsUpdate | None) -> Iterator[tuple[int, int, str]]:
    """Give the characters and looks that an update sends, cell by cell of what is to change."""
    assert update is not None
    for y, left, right in update.spans:
        row = {}
        for x, strip in update.chops[y].items():
            for offset in range(0 if strip is None else strip.cell_length):
                row[x + offset] = str([*strip.crop(offset, offset + 1)] if strip else [])
        yield from ((x, y, row[x]) for x in range(left, right))


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_what_changed_is_drawn_as_textual_draws_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, random = dashboard(tmp_path), Random(5)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        ours = app.plan_screen._compositor
        assert isinstance(ours, SparingCompositor)
        for _ in range(12):
            x, y = random.randrange(size[0]), random.randrange(size[1])
            far = random.randrange(size[1])
            changed = {
                Region(x, y, random.randint(1, size[0] - x), 1),
                Region(0, far, size[0] // 2, min(3, size[1] - far)),
            }
            ours._dirty_regions = set(changed)
            sparing = list(drawn(ours.render_partial_update()))
            ours._dirty_regions = set(changed)
            assert sparing == list(drawn(Compositor.render_partial_update(ours)))
