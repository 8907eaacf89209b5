"""The worked disk figures, from the text of a plan to its computer."""

from datetime import date

import pytest

from medv_tui.errors import PlanUnreadableError
from medv_tui.findings import Severity, Status, Verdict
from medv_tui.problem_codes import Code
from medv_tui.review.hosts import HostDisk
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer

EXAMPLE_IMAGE = "vhd_gb = 2.6"
EXAMPLE_FILES = "differencing_disk_gb = 1.5\nsaved_state_gb = 1.0"
SHARED = "MultiUserEnabled = true"


def no_files(name: str) -> bytes:
    raise PlanUnreadableError(Code.FILE_MISSING, f"There is no {name}.")


def reviewed(
    *, workspace: str, image: str, host: str, vm: str = "", deployment: str = "", budget: str = ""
) -> Review:
    text = f"""
[deployment]
{deployment}
[budget]
{budget}
[infrastructure]
esd = "Configuration Manager 2007 SP2"
[[workspaces]]
name = "example"
{workspace}
[workspaces.image]
{image}
[workspaces.settings.VM]
{vm}
[[hosts]]
name = "DESK-01"
workspace = "example"
os = "Windows 7 Enterprise SP1"
architecture = "x64"
free_disk_gb = 100
windows_virtual_pc = true
{host}
"""
    review = Reviewer().update(text, no_files, date(2026, 11, 22))
    assert not review.problems
    return review


def disk(review: Review) -> HostDisk:
    disk = review.hosts.review(0).disk
    assert disk is not None
    return disk


def required_gb(review: Review) -> float:
    required = disk(review).need.required.value
    assert required is not None
    return required


def gb(value: float) -> object:
    return pytest.approx(value, abs=5e-7)


def test_d1_the_documented_example_takes_10_1_gb() -> None:
    review = reviewed(workspace=EXAMPLE_FILES, image=EXAMPLE_IMAGE, host="users = 3\nram_mb = 4096")
    assert required_gb(review) == gb(10.1)
    assert disk(review).need.required.in_numbers() == "2.6 + 3 × (1.5 + 1)"


def test_d2_the_saved_state_follows_from_guest_memory() -> None:
    review = reviewed(
        workspace="differencing_disk_gb = 1.5",
        image=EXAMPLE_IMAGE,
        host="users = 3\nram_mb = 4096",
    )
    assert required_gb(review) == gb(10.192766)


def test_d3_a_shared_workspace_counts_one_user_of_twelve() -> None:
    host = "users = 12\nram_mb = 4096"
    shared = reviewed(workspace=EXAMPLE_FILES, image=EXAMPLE_IMAGE, host=host, vm=SHARED)
    own = reviewed(workspace=EXAMPLE_FILES, image=EXAMPLE_IMAGE, host=host)
    assert required_gb(shared) == gb(5.1)
    assert required_gb(own) == gb(32.6)


def test_d4_without_users_only_the_base_vhd_counts_unless_shared() -> None:
    host = "users = 0\nram_mb = 4096"
    own = reviewed(workspace=EXAMPLE_FILES, image=EXAMPLE_IMAGE, host=host)
    shared = reviewed(workspace=EXAMPLE_FILES, image=EXAMPLE_IMAGE, host=host, vm=SHARED)
    assert required_gb(own) == gb(2.6)
    assert required_gb(shared) == gb(5.1)


def test_d5_memory_between_two_steps_counts_as_the_lower_one() -> None:
    review = reviewed(
        workspace="differencing_disk_gb = 2.0",
        image="vhd_gb = 2.0",
        host="users = 1\nram_mb = 3072",
    )
    assert required_gb(review) == gb(4.515461)


def test_d6_the_top_step_gives_2048_mb() -> None:
    review = reviewed(
        workspace="differencing_disk_gb = 3.0",
        image="vhd_gb = 4.0",
        host="users = 2\nram_mb = 16384",
    )
    assert required_gb(review) == gb(14.123688)


def test_d7_fixed_memory_counts_where_the_lookup_is_off() -> None:
    review = reviewed(
        workspace="differencing_disk_gb = 1.25",
        image="vhd_gb = 3.2",
        host="users = 4\nram_mb = 4096",
        vm="HostMemToGuestMemCalcEnabled = false\nMemory = 768",
    )
    assert required_gb(review) == gb(11.292766)


def test_d8_a_computer_below_the_first_step_has_its_figure_and_is_blocked() -> None:
    review = reviewed(
        workspace="differencing_disk_gb = 1.5",
        image=EXAMPLE_IMAGE,
        host="users = 1\nram_mb = 1024",
    )
    assert required_gb(review) == gb(4.480555)
    host = review.hosts.review(0)
    assert host.verdict is Verdict.BLOCKED
    assert [(f.practice, f.severity) for f in host.reasons] == [("host-ram-minimum", Severity.MUST)]


def test_d9_a_package_mistaken_for_its_disk_fails() -> None:
    review = reviewed(
        workspace=f"{EXAMPLE_FILES}\npackage_gb = 1.1",
        image="vhd_gb = 1.1",
        host="users = 3\nram_mb = 4096",
    )
    assert required_gb(review) == gb(8.6)
    failing = {i.practice.id for i in review.items if i.status is Status.FAILING}
    assert "disk-not-from-medv" in failing
    assert review.workspaces[0].status is Verdict.BLOCKED


def test_d10_a_kiosk_for_forty_takes_10_546383_gb() -> None:
    review = reviewed(
        workspace="differencing_disk_gb = 4.0",
        image="vhd_gb = 5.0",
        host="users = 40\nram_mb = 8192",
        vm=SHARED,
    )
    assert required_gb(review) == gb(10.546383)


def test_d11_two_retained_copies_are_planned_beside_what_is_required() -> None:
    review = reviewed(
        workspace="differencing_disk_gb = 1.5\npackage_gb = 1.1",
        image=EXAMPLE_IMAGE,
        host="users = 3\nram_mb = 4096",
        deployment='method = "esd"\ncopy_locally = true',
        budget="esd_cache_copy = true",
    )
    need = disk(review).need
    assert (need.required.value, need.peak.value, need.planned.value) == (
        gb(10.192766),
        gb(4.8),
        gb(12.392766),
    )
    assert disk(review).headroom_gb == gb(100 - 12.392766)
