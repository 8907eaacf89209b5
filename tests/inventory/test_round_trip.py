"""One fleet, written by every tool, is the same fleet when it is read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fleet_files import DIALECTS, Computer, fleet
from medv_tui.inventory.read import Rows, read
from tests.inventory.reading import inventory

COMPUTERS = st.builds(
    Computer,
    name=st.from_regex(r"PC-[A-Z0-9-]{1,12}", fullmatch=True),
    edition=st.sampled_from(["Professional", "Enterprise", "Ultimate"]),
    service_pack=st.sampled_from([0, 1]),
    architecture=st.sampled_from(["x86", "x64"]),
    ram_mb=st.integers(1024, 65_536),
    free_mb=st.integers(1024, 900_000),
)
FLEETS = st.lists(COMPUTERS, min_size=1, max_size=6, unique_by=lambda computer: computer.name)


def fleet_of(rows: Rows) -> list[Computer]:
    keys = ("edition", "service_pack", "architecture", "ram_mb")
    free = [round(free_gb * 1024) for free_gb in rows.columns["free_disk_gb"]]
    columns = [rows.columns[key] for key in keys]
    return [Computer(*facts) for facts in zip(rows.names, *columns, free, strict=True)]


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=20)
@given(computers=FLEETS)
def test_a_fleet_comes_back_from_every_dialect(dialect: str, computers: list[Computer]) -> None:
    rows = read(DIALECTS[dialect](computers), inventory())

    assert rows.problems == ()
    assert fleet_of(rows) == computers
    assert set(rows.columns["os"]) == {"Windows 7"}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_large_fleet_comes_back_from_every_dialect(dialect: str) -> None:
    computers = fleet(500)

    rows = read(DIALECTS[dialect](computers), inventory())

    assert rows.problems == ()
    assert fleet_of(rows) == computers


def test_the_same_seed_gives_the_same_fleet() -> None:
    assert fleet(50) == fleet(50)
    assert fleet(50, seed=1) != fleet(50, seed=2)
