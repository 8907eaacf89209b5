"""Small files, each with one trap that real exports hold."""

from datetime import date
from pathlib import Path

import pytest

from medv_tui.inventory.read import Rows, read
from medv_tui.problem_codes import Code
from tests.inventory.reading import inventory, line_of, rows_of

FILES = Path(__file__).with_name("files")


def rows_in(name: str) -> Rows:
    return read((FILES / f"{name}.csv").read_bytes(), inventory())


def places(rows: Rows) -> list[tuple[Code, int]]:
    return [(problem.code, line_of(problem)) for problem in rows.problems]


def test_rows_that_nobody_has_seen_for_long_keep_their_day() -> None:
    assert rows_in("stale-rows").columns["last_seen"] == [
        date(2026, 11, 20),
        date(2025, 2, 1),
        None,
    ]


def test_one_computer_under_three_names_counts_once() -> None:
    rows = rows_in("duplicates")

    assert rows.names == ["PC1", "PC2"]
    assert rows.columns["ram_mb"] == [4096, 4096]
    assert places(rows) == [(Code.INVENTORY_DUPLICATE, 3), (Code.INVENTORY_DUPLICATE, 4)]


def test_servers_are_told_from_clients_of_the_same_version() -> None:
    rows = rows_in("servers")

    assert rows.columns["server"] == [False, True, True, False]
    assert rows.columns["edition"] == ["Professional", "Standard", None, None]
    assert rows.columns["service_pack"] == [1, 1, 1, 1]


def test_editions_of_other_languages_and_markets_are_read() -> None:
    assert rows_in("editions").columns["edition"] == [
        "Ultimate",
        "Professional",
        "Enterprise",
        "Home Premium",
        "Enterprise",
        "Enterprise N",
    ]


def test_letters_that_ascii_lost_do_not_hide_the_edition() -> None:
    assert rows_in("lost-letters").columns["edition"] == ["Ultimate", "Professional"]


def test_rows_of_other_lengths_are_left_out_and_named() -> None:
    rows = rows_in("short-and-long-rows")

    assert rows.names == ["PC1", "PC4"]
    assert places(rows) == [(Code.INVENTORY_ROW, 3), (Code.INVENTORY_ROW, 4)]


def test_an_open_quotation_in_the_last_column_takes_no_computer_away_silently() -> None:
    rows = rows_in("open-quotation")

    assert rows.names == ["PC1", "PC3", "PC4"]
    assert places(rows) == [(Code.INVENTORY_ROW, 3)]
    assert "a quotation mark in it is not closed" in rows.problems[0].message


def test_two_open_quotations_that_close_each_other_are_found() -> None:
    fleet = "".join(f"PC{number},Windows 7,\n" for number in range(3, 9))

    rows = rows_of(f'Name,OS,Model\nPC2,Windows 7,"24 inch\n{fleet}PC9,Windows 7,"24 inch\n')

    assert rows.names == ["PC3", "PC4", "PC5", "PC6", "PC7", "PC8"]
    assert places(rows) == [(Code.INVENTORY_ROW, 2)]


def test_inches_behind_a_number_open_no_quotation() -> None:
    rows = rows_of('Name,OS,Model\nPC1,Windows 7,24" monitor\nPC2,Windows 7,24" monitor')

    assert rows.problems == ()
    assert rows.columns["model"] == ['24" monitor', '24" monitor']


def test_a_file_that_was_cut_off_in_a_quotation_says_so() -> None:
    rows = rows_of('"Name","OS"\n"PC1","Windows 7"\n"PC2","Windo')

    assert rows.names == ["PC1"]
    assert places(rows) == [(Code.INVENTORY_ROW, 3)]


def test_a_drive_of_unknown_size_is_no_full_drive() -> None:
    rows = rows_in("a-row-for-each-drive")

    assert rows.names == ["PC1", "PC2"]
    assert rows.columns["free_disk_gb"] == [60.0, None]


def test_decimal_commas_are_read_in_a_file_of_semicolons() -> None:
    rows = rows_in("decimal-commas")

    assert rows.names == ["MÜNCHEN-1", "KÖLN-2"]
    assert rows.columns["ram_mb"] == [3584, 4096]
    assert rows.columns["free_disk_gb"] == [1204.25, 12.75]
    assert places(rows) == [(Code.INVENTORY_ENCODING, 3)]


def test_a_number_that_can_mean_two_things_is_unknown() -> None:
    rows = rows_in("ambiguous-number")

    assert rows.columns["free_disk_gb"] == [None, 60.0]
    assert places(rows) == [(Code.INVENTORY_COLUMN, 2)]


def test_a_date_that_can_mean_two_days_is_unknown() -> None:
    rows = rows_in("ambiguous-dates")

    assert rows.columns["last_seen"] == [None, date(2026, 11, 20)]
    assert places(rows) == [(Code.INVENTORY_COLUMN, 2)]


def test_disk_space_without_a_unit_is_never_guessed() -> None:
    rows = rows_in("no-unit")

    assert rows.columns["ram_mb"] == [4096, 8192]
    assert rows.columns["free_disk_gb"] == [None, None]
    assert "from 10000 to 64000" in rows.problems[0].message


def test_units_in_the_cells_may_differ() -> None:
    rows = rows_in("mixed-units")

    assert rows.problems == ()
    assert rows.columns["ram_mb"] == [4096, 2048]
    assert rows.columns["free_disk_gb"] == [60.0, 8.0]


def test_two_columns_of_one_name_leave_the_fact_unknown() -> None:
    rows = rows_in("two-columns-of-one-name")

    assert "ram_mb" not in rows.columns
    assert "stands over 2 columns" in rows.problems[0].message


def test_a_header_that_names_the_wrong_unit_is_not_believed() -> None:
    rows = rows_in("divided-by-a-thousand")

    assert rows.columns["ram_mb"] == [None, None]
    assert "in doubt" in rows.problems[0].message


def test_names_of_strange_characters_are_kept_as_they_are() -> None:
    assert rows_in("broken-words").names == ["PC1", "PC\x1b[2J2", "=CMD|CALC"]


ROWS = [f"PC{number},Windows 7,4096" for number in range(100_000)]


@pytest.mark.parametrize("opened", [f'"{ROWS[1]}', ROWS[1].replace(",4", ',"4')])
def test_an_open_quotation_costs_one_row_of_a_hundred_thousand(opened: str) -> None:
    text = "\n".join(["Name,OS,RAM (MB)", ROWS[0], opened, *ROWS[2:]])

    rows = rows_of(text)

    assert len(rows.names) == 99_999
    assert places(rows) == [(Code.INVENTORY_ROW, 3)]


def test_every_line_with_an_open_quotation_ends_in_a_problem() -> None:
    rows = rows_of("Name,OS,Model\n" + '"PC,Windows 7,Latitude\n' * 2_001)

    assert rows.names == []
    assert rows.problems != ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x7fELF\x02\x01\x01\0\0\0", "holds NUL characters from line 1 on"),
        (b"\0" * 100_000, "holds NUL characters from line 1 on"),
        ("Name,OS\nPC1,Windows 7\n".encode("utf-16")[:-1], "is UTF-16 but byte 45 is not"),
        (b"Name,OS\nPC1," + b"\0" * 5, "holds NUL characters from line 2 on"),
        (b"\xd0\xcf\x11\xe0 an old workbook", "is an Excel workbook"),
        (b" \r\n\t\r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)) * 50, "is a header row"),
    ],
)
def test_damaged_and_foreign_files_come_to_one_clear_problem(data: bytes, said: str) -> None:
    rows = read(data, inventory())

    assert rows.names == []
    assert [problem.code for problem in rows.problems] == [Code.INVENTORY_UNREADABLE]
    assert said in rows.problems[0].message
