"""What free disk space would bring back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.findings import Verdict
from medv_tui.review.regain import Regain, regained
from tests.review.fleets import reviewed

# Required on each: 2.5 + 1 × (1.5 + 1) = 5 GB.
FLEET = """
name = "A", free_disk_gb = 4.999
name = "B", free_disk_gb = 4
name = "C", free_disk_gb = 3.9, count = 3
name = "D", free_disk_gb = 0
name = "E", free_disk_gb = 5
"""


def test_each_missing_gigabyte_names_the_computers_that_it_brings_back() -> None:
    assert regained(reviewed(FLEET).hosts) == (Regain(1, 2), Regain(2, 5), Regain(5, 6))


def test_space_does_not_bring_back_what_something_else_blocks() -> None:
    fleet = 'name = "A", free_disk_gb = 1, ram_mb = 1024\nname = "B", free_disk_gb = 1'

    assert regained(reviewed(fleet).hosts) == (Regain(4, 1),)


def test_a_full_volume_for_the_base_vhd_is_not_mended_by_space_elsewhere() -> None:
    assert regained(reviewed('name = "A", base_vhd_free_disk_gb = 1').hosts) == ()


def test_a_fleet_with_room_needs_nothing() -> None:
    assert regained(reviewed('name = "A"\nname = "B", excluded = "old"').hosts) == ()


@settings(max_examples=12, deadline=None)
@given(free=st.lists(st.floats(0, 8).map(lambda gb: round(gb, 2)), min_size=1, max_size=8))
def test_computers_with_so_much_more_space_are_blocked_no_longer(free: list[float]) -> None:
    def blocked(more_gb: int) -> int:
        lines = (f'name = "PC{n}", free_disk_gb = {gb + more_gb:.2f}' for n, gb in enumerate(free))
        return reviewed("\n".join(lines)).hosts.counts[Verdict.BLOCKED]

    before = blocked(0)
    for regain in regained(
        reviewed(
            "\n".join(f'name = "PC{n}", free_disk_gb = {gb}' for n, gb in enumerate(free))
        ).hosts
    ):
        assert blocked(regain.gb) == before - regain.computers
