"""Memory and free disk space, in whatever unit the file has."""

import pytest

from medv_tui.findings import Level
from medv_tui.problem_codes import Code
from tests.inventory.reading import column, line_of, only_problem, rows_of


@pytest.mark.parametrize(
    ("header", "cell", "ram_mb"),
    [
        ("TotalPhysicalMemory0", "4193272", 4095),
        ("TotalVisibleMemorySize0", "4193272", 4095),
        ("TotalVisibleMemorySize", "4193272", 4095),
        ("TotalPhysicalMemory", "4294967296", 4096),
        ("physical_memory", "4294967296", 4096),
        ("Memory", "4096", 4096),
        ("Memory (GB)", "4", 4096),
        ("RAM in MB", "4096", 4096),
        ("Memória Total", "4 GB", 4096),
        ("ram_mb", "4096", 4096),
        ("RAM", '"3,5 GB"', 3584),
        ("RAM", '"4,094 MB"', 4094),
        ("RAM", "4 096 Mo", 4096),
        ("RAM", "4096.0", 4096),
        ("RAM", "2147483648", 2048),
    ],
)
def test_memory_is_read_in_the_units_of_the_tools(header: str, cell: str, ram_mb: int) -> None:
    assert column(f"Name,{header}\nPC1,{cell}\n", "ram_mb") == [ram_mb]


@pytest.mark.parametrize(
    ("number", "ram_mb"),
    [("4", 4096), ("0.5", 512), ("64", 65536), ("500", 500), ("65536", 65536), ("2097152", 2048)],
)
def test_memory_tells_its_unit_by_magnitude(number: str, ram_mb: int) -> None:
    assert column(f"Name,RAM\nPC1,{number}\n", "ram_mb") == [ram_mb]


@pytest.mark.parametrize("numbers", [("100",), ("300000",), ("4", "4096"), ("4", "128")])
def test_memory_between_the_magnitudes_needs_a_unit(numbers: tuple[str, ...]) -> None:
    text = "Name,RAM\n" + "".join(f"PC{i},{number}\n" for i, number in enumerate(numbers))

    rows = rows_of(text)

    problem = only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR)
    assert "units = { ram_mb =" in problem.message
    assert rows.columns["ram_mb"] == [None] * len(numbers)


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("FreeSpace0", "61440"),
        ("Details_Table0_FreeSpace0", "61440"),
        ("Free space (GB)", "60"),
        ("Freespace C", "61440 MB"),
        ("Espaço disponível", "60 GB"),
        ("free_disk_gb", "60"),
    ],
)
def test_free_disk_is_read_in_the_units_of_the_tools(header: str, cell: str) -> None:
    assert column(f"Name,{header}\nPC1,{cell}\n", "free_disk_gb") == [60.0]


def test_free_disk_of_other_tools_is_in_bytes() -> None:
    wmi = "SystemName,FreeSpace\nPC1,64424509440\n"
    osquery = "hostname,free_space\nPC1,64424509440\n"

    assert column(wmi, "free_disk_gb") == [60.0]
    assert column(osquery, "free_disk_gb") == [60.0]


def test_free_disk_without_a_unit_is_never_guessed() -> None:
    rows = rows_of("Name,Free disk space\nPC1,10000\nPC2,60\n")

    problem = only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR)
    assert '"Free disk space"' in problem.message
    assert "from 60 to 10000" in problem.message
    assert "units = { free_disk_gb =" in problem.message
    assert rows.columns["free_disk_gb"] == [None, None]


def test_the_plan_gives_the_unit() -> None:
    text = "Name,Free disk space,Memory\nPC1,61440,100\n"
    units = {"free_disk_gb": "MB", "ram_mb": "GB"}

    rows = rows_of(text, units=units)

    assert rows.columns["free_disk_gb"] == [60.0]
    assert rows.columns["ram_mb"] == [102400]


def test_the_plan_wins_over_the_header() -> None:
    assert column("Name,RAM in MB\nPC1,4193272\n", "ram_mb", units={"ram_mb": "KB"}) == [4095]


def test_the_cell_wins_over_the_plan() -> None:
    text = "Name,Free space\nPC1,60 GB\nPC2,61440\n"

    assert column(text, "free_disk_gb", units={"free_disk_gb": "MB"}) == [60.0, 60.0]


def test_the_source_gives_the_unit() -> None:
    text = "Name,FreeSpace\nPC1,500\n"

    assert column(text, "free_disk_gb", source="configmgr") == [500 / 1024]


def test_a_header_that_lies_about_its_unit_is_asked_about() -> None:
    rows = rows_of("Name,RAM in MB\nPC1,4193272\nPC2,2097152\n")

    problem = only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR)
    assert "in doubt" in problem.message
    assert rows.columns["ram_mb"] == [None, None]


def test_gigabytes_in_a_column_of_bytes_are_asked_about() -> None:
    rows = rows_of("SystemName,FreeSpace\nPC1,60\nPC2,120\n")

    only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR)


@pytest.mark.parametrize("cell", ["", "-1", "NULL", "N/A", "  "])
def test_what_the_tool_could_not_find_out_is_unknown(cell: str) -> None:
    text = f"Name,RAM (MB),Free space (GB)\nPC1,{cell},{cell}\n"

    assert column(text, "ram_mb") == [None]
    assert column(text, "free_disk_gb") == [None]


def test_no_memory_at_all_is_unknown() -> None:
    assert column("Name,RAM (MB)\nPC1,0\n", "ram_mb") == [None]


def test_a_fleet_of_full_disks_is_believed_where_the_header_gives_the_unit() -> None:
    assert column("Name,Free (GB),OS\nPC1,0.5,Windows 7\n", "free_disk_gb") == [0.5]


def test_no_free_space_is_a_fact() -> None:
    assert column("Name,free_disk_gb\nPC1,0\nPC2,9\nPC3,8\n", "free_disk_gb")[0] == 0


def test_no_free_space_on_a_disk_of_unknown_size_is_unknown() -> None:
    text = "Node,DeviceID,FreeSpace,Size\nPC1,C:,0,\nPC2,C:,64424509440,128849018880\n"

    assert column(text, "free_disk_gb") == [None, 60.0]


def test_decimal_commas_are_read_in_files_that_semicolons_separate() -> None:
    assert column("Name;RAM (GB)\nPC1;3,5\nPC2;3,875\n", "ram_mb") == [3584, 3968]


def test_a_number_that_can_mean_two_things_is_unknown_and_named() -> None:
    rows = rows_of('Name,free_disk_gb\nPC1,60\nPC2,"1,234"\nPC3,40\n')

    problem = only_problem(rows, Code.INVENTORY_COLUMN, Level.WARNING)
    assert '"1,234"' in problem.message
    assert line_of(problem) == 3
    assert rows.columns["free_disk_gb"] == [60.0, None, 40.0]


def test_a_column_of_such_numbers_is_an_error() -> None:
    rows = rows_of('Name,free_disk_gb\nPC1,"2,345"\nPC2,"1,234"\n')

    only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR)
    assert rows.columns["free_disk_gb"] == [None, None]


def test_a_cell_that_is_no_size_is_unknown_and_named() -> None:
    rows = rows_of("Name,RAM (GB)\nPC1,4\nPC2,plenty\nPC3,-4\nPC4,9e99\n")

    assert rows.columns["ram_mb"] == [4096, None, None, None]
    assert [(p.code, line_of(p)) for p in rows.problems] == [
        (Code.INVENTORY_ROW, line) for line in (3, 4, 5)
    ]


def test_units_for_what_is_no_size_are_an_error() -> None:
    rows = rows_of("Name,OS\nPC1,Windows 7\n", units={"os": "MB"})

    assert (
        "The key os under units" in only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR).message
    )
