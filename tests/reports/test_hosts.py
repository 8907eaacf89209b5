import csv
import io

import pytest

from medv_tui.findings import Verdict
from medv_tui.reports.hosts import CSV_HEADER, comma_separated, table
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


def rows_of(review: Review, *verdicts: Verdict) -> list[list[str]]:
    return list(csv.reader(io.StringIO(comma_separated(review, verdicts, "p.toml"), newline="")))


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


def test_csv_is_rfc_4180_with_full_figures_in_the_order_of_the_plan() -> None:
    text = comma_separated(reviewed(), (), "p.toml")
    assert text.count("\r\n") == text.count("\n") == 4
    header, good, tight, unknown = rows_of(reviewed())
    assert tuple(header) == CSV_HEADER
    assert good[:4] == ["GOOD", "1", "finance", "ready"]
    assert float(tight[CSV_HEADER.index("headroom_gb")]) == pytest.approx(-0.02)
    assert unknown[CSV_HEADER.index("free_disk_gb")] == ""
    assert good[-2:] == ["p.toml", "14"]


def test_a_row_of_an_inventory_names_its_file_and_line() -> None:
    text = '[[inventories]]\nfile = "f.csv"\n'
    review = Reviewer().update(text, lambda _name: b"name,ram_mb\nPC1,1024\n", AS_OF)
    assert rows_of(review)[1][-2:] == ["f.csv", "2"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_text_can_be_taken_for_a_formula(name: str) -> None:
    assert rows_of(reviewed(f'[[hosts]]\nname = "{name}"\n'))[1][0] == f"'{name}"


@pytest.mark.parametrize("escape", ["t", "r", "n"])
def test_a_name_that_starts_with_a_control_character_is_made_harmless(escape: str) -> None:
    name = rows_of(reviewed(f'[[hosts]]\nname = "\\{escape}=1"\n'))[1][0]
    assert name.startswith("'")
    assert name.isprintable()


def test_a_negative_number_stays_a_number() -> None:
    tight = rows_of(reviewed(), Verdict.BLOCKED)[1]
    assert tight[CSV_HEADER.index("headroom_gb")].startswith("-0.0")


def test_commas_quotes_and_letters_of_any_language_survive() -> None:
    name = 'Zürich, "北"'
    assert rows_of(reviewed(f"[[hosts]]\nname = '{name}'\n"))[1][0] == name
