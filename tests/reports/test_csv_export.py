import csv
import io

import pytest

from medv_tui.inventory.read import read
from medv_tui.plan.plan import Inventory
from medv_tui.reports.csv_export import CSV_HEADER, comma_separated
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from tests.generated import AS_OF

from .small_fleet import PLAN, reviewed


def exported(review: Review, *rows: int) -> str:
    return comma_separated(review, rows or range(len(review.hosts.fleet.names)), "p.toml")


def rows_of(review: Review, *rows: int) -> list[list[str]]:
    return list(csv.reader(io.StringIO(exported(review, *rows), newline="")))


def test_csv_is_rfc_4180_with_full_figures_in_the_order_of_the_plan() -> None:
    text = exported(reviewed())
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
    tight = rows_of(reviewed(), 1)[1]
    assert tight[CSV_HEADER.index("headroom_gb")].startswith("-0.0")


def test_commas_quotes_and_letters_of_any_language_survive() -> None:
    name = 'Zürich, "北"'
    assert rows_of(reviewed(f"[[hosts]]\nname = '{name}'\n"))[1][0] == name


def test_rows_come_in_the_order_that_is_asked_for() -> None:
    assert [row[0] for row in rows_of(reviewed(), 2, 0)[1:]] == ["UNKNOWN", "GOOD"]


def test_what_was_exported_can_be_imported_again() -> None:
    review = reviewed(PLAN.replace("GOOD", "=GOOD").replace("UNKNOWN", "VAGUE"))

    rows = read(exported(review).encode("utf-8-sig"), Inventory(file="export.csv"))

    assert rows.names == ["=GOOD", "TIGHT", "VAGUE"]
    assert rows.columns["free_disk_gb"] == [60.0, 10.08, None]
    assert rows.columns["ram_mb"] == [4096, 4096, 4096]
    assert rows.columns["workspace"] == ["finance"] * 3
