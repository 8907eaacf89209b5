import pytest

from medv_tui.findings import Verdict
from medv_tui.reports.hosts import table
from medv_tui.reports.wrap import cells
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from tests.generated import AS_OF, ROOT
from tests.practices.plans import no_files

PLAN = """
[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5
saved_state_gb = 1
[workspaces.image]
vhd_gb = 2.6
[host_defaults]
workspace = "finance"
os = "Windows 7 Enterprise SP1"
windows_virtual_pc = true
ram_mb = 4096
users = 3
[[hosts]]
name = "GOOD"
free_disk_gb = 60
[[hosts]]
name = "TIGHT"
count = 2
free_disk_gb = 10.08
[[hosts]]
name = "UNKNOWN"
"""


def reviewed(text: str = PLAN) -> Review:
    return Reviewer().update(text, no_files, AS_OF)


def test_the_table_has_the_worst_computer_first() -> None:
    lines = table(reviewed(), (), width=80, colour=False).splitlines()
    assert [line.split()[2] for line in lines[1:]] == ["TIGHT", "UNKNOWN", "GOOD"]
    assert "× blocked" in lines[1]
    assert "TIGHT (2)" in lines[1]


def test_a_headroom_that_would_round_to_nothing_has_a_second_decimal() -> None:
    line = table(reviewed(), (Verdict.BLOCKED,), width=80, colour=False).splitlines()[1]
    assert " −0.02 " in line


def test_an_unknown_size_is_a_question_mark() -> None:
    line = table(reviewed(), (Verdict.UNKNOWN,), width=80, colour=False).splitlines()[1]
    assert line.split()[3:6] == ["finance", "?", "?"]


def test_the_table_holds_only_the_verdicts_that_were_asked_for() -> None:
    said = table(reviewed(), (Verdict.READY,), width=80, colour=False)
    assert "GOOD" in said
    assert "TIGHT" not in said
    assert table(reviewed(), (Verdict.EXCLUDED,), width=80, colour=False) == "No computers.\n"


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_the_width(width: int) -> None:
    text = (ROOT / "sample_configs" / "midsize.toml").read_text("utf-8")
    lines = table(reviewed(text), (), width=width, colour=False).splitlines()
    assert max(map(cells, lines)) <= width
