from collections.abc import Sequence
from datetime import date
from math import floor
from random import Random

import pytest

from medv_tui.errors import PlanUnreadableError
from medv_tui.problem_codes import Code
from medv_tui.review.hosts import HostsReview
from medv_tui.review.reviewer import Reviewer
from medv_tui.review.spread import BIN_SIZES, Bin, Histogram, Space, headroom_spread, spaces

WORKSPACE = """
[[workspaces]]
name = "{name}"
differencing_disk_gb = {differencing}
saved_state_gb = 1.0
[workspaces.image]
vhd_gb = 2.0
"""


def no_files(name: str) -> bytes:
    raise PlanUnreadableError(Code.FILE_MISSING, f"There is no {name}.")


def hosts_of(text: str) -> HostsReview:
    return Reviewer().update(text, no_files, date(2026, 11, 22)).hosts


def plan(*computers: str, workspaces: Sequence[tuple[str, float]] = (("one", 2.0),)) -> HostsReview:
    tables = [WORKSPACE.format(name=n, differencing=gb) for n, gb in workspaces]
    return hosts_of("".join([*tables, *computers]))


def computer(number: int, free_gb: float | None, more: str = 'workspace = "one"\nusers = 1') -> str:
    free = "" if free_gb is None else f"free_disk_gb = {free_gb}\n"
    system = 'os = "Windows 7 Enterprise SP1"\nram_mb = 4096'
    return f'[[hosts]]\nname = "PC-{number}"\n{system}\n{free}{more}\n'


def fleet(*free: float | None) -> HostsReview:
    return plan(*(computer(i, gb) for i, gb in enumerate(free)))


def only_space(hosts: HostsReview) -> Space:
    (found,) = spaces(hosts)
    return found


def counted(histogram: Histogram) -> dict[int, int]:
    return {each.start_gb: each.computers for each in histogram.bins}


def test_half_of_the_computers_have_no_more_than_the_median_free_space() -> None:
    assert only_space(fleet(30, 10, 20)).median_free_gb == 20
    assert only_space(fleet(40, 30, 10, 20)).median_free_gb == 20
    assert only_space(fleet(10, None)).median_free_gb == 10
    assert only_space(fleet(None)).median_free_gb is None


def test_a_row_for_several_computers_weighs_as_many() -> None:
    many = computer(1, 50, 'workspace = "one"\nusers = 1\ncount = 5')
    hosts = plan(computer(0, 10), many, computer(2, 20))
    assert only_space(hosts).median_free_gb == 50
    assert counted(headroom_spread(hosts, 12))[45] == 5


def test_the_typical_computer_has_the_planned_space_that_most_have() -> None:
    three = 'workspace = "one"\nusers = 3'
    hosts = plan(computer(0, 10), computer(1, 20, three), computer(2, 30, three))
    found = only_space(hosts)
    assert (found.typical_row, found.alike) == (1, 2)


def test_unknown_figures_are_typical_only_where_there_are_no_others() -> None:
    unsaid = 'workspace = "one"'
    hosts = plan(computer(0, 10, unsaid), computer(1, 20, unsaid), computer(2, 30))
    assert only_space(hosts).typical_row == 2
    assert only_space(plan(computer(0, 10, unsaid))).typical_row == 0


def test_the_tightest_computer_need_not_have_the_least_free_space() -> None:
    many_users = 'workspace = "one"\nusers = 9'
    found = only_space(plan(computer(0, 10), computer(1, 12, many_users)))
    assert found.tightest_row == 1
    assert found.lowest_free_gb == 10


def test_each_workspace_has_its_own_space_in_the_order_of_the_plan() -> None:
    two = 'workspace = "TWO"\nusers = 1'
    workspaces = (("one", 2.0), ("two", 4.0), ("none", 1.0))
    hosts = plan(computer(0, 10), computer(1, 20, two), workspaces=workspaces)
    assert [each.median_free_gb for each in spaces(hosts)] == [10, 20, None]
    assert spaces(hosts)[2] == Space(None, 0, None, None, None)


def test_a_bin_holds_its_lower_edge_and_there_is_an_edge_at_zero() -> None:
    # Planned are 5 GB.
    assert counted(headroom_spread(fleet(4.999, 5, 5.999, 6), 12)) == {-1: 1, 0: 2, 1: 1}


def test_a_sum_that_differs_by_arithmetic_alone_is_on_the_edge() -> None:
    assert counted(headroom_spread(fleet(5 - 1e-9), 12)) == {0: 1}


def test_bins_have_no_gaps_and_the_smallest_size_that_shows_all() -> None:
    found = headroom_spread(fleet(2, 28), 12)
    assert found.size_gb == 5
    assert [each.start_gb for each in found.bins] == [-5, 0, 5, 10, 15, 20]


def test_a_few_far_computers_do_not_make_the_bins_coarse() -> None:
    found = headroom_spread(fleet(*range(5, 17), 900), 12)
    assert found.size_gb == 1
    assert found.bins[-1] == Bin(11, 2, above=True)


def test_a_great_lack_of_space_is_counted_in_the_first_bin() -> None:
    base = 'workspace = "one"\nusers = 2000'
    found = headroom_spread(plan(computer(0, 10), computer(1, 10, base)), 12)
    assert found.size_gb == BIN_SIZES[-1]
    assert found.bins[0] == Bin(-300, 1, below=True)


def test_headroom_that_is_not_known_is_counted_apart() -> None:
    hosts = plan(computer(0, None), computer(1, 20), computer(2, 20, "users = 1"))
    found = headroom_spread(hosts, 12)
    assert found.unknown == 1
    assert sum(each.computers for each in found.bins) == 1


def test_without_any_headroom_there_are_no_bins() -> None:
    assert headroom_spread(fleet(None), 12) == Histogram(1, (), 1)
    assert headroom_spread(hosts_of(""), 12) == Histogram(1, (), 0)


@pytest.mark.parametrize("most", [4, 9, 12])
@pytest.mark.parametrize("seed", range(3))
def test_counts_are_those_of_every_computer_asked_alone(seed: int, most: int) -> None:
    random = Random(seed)
    base = 'workspace = "one"\nusers = 1\nbase_vhd_free_disk_gb = 4'
    mores = ['workspace = "one"\nusers = 1', 'workspace = "one"\nusers = 4', base]
    dense = [round(random.uniform(3, 9), 2) for _ in range(60)]
    wide = [round(random.uniform(0, 200), 2) for _ in range(20)]
    hosts = plan(*(computer(i, gb, random.choice(mores)) for i, gb in enumerate(dense + wide)))
    found = headroom_spread(hosts, most)
    expected: dict[int, int] = {}
    starts = [each.start_gb for each in found.bins]
    for row in range(len(hosts.fleet.names)):
        room = hosts.headroom_gb(row)
        assert room is not None
        start = floor((room + 1e-6) / found.size_gb) * found.size_gb
        start = min(max(start, starts[0]), starts[-1])
        expected[start] = expected.get(start, 0) + hosts.fleet.counts[row]
    assert {start: n for start, n in counted(found).items() if n} == expected
    assert len(found.bins) <= most
