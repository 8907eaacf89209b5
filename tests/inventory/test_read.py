"""What real tools write, byte by byte, and the traps in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.findings import Level
from medv_tui.inventory.read import read
from medv_tui.plan.host import HostFacts
from medv_tui.problem_codes import Code
from tests.inventory.reading import column, inventory, line_of, only_problem, rows_of


def test_redirected_wmic_output_is_read() -> None:
    text = (
        "\r\r\n"
        "Node,Caption,CSDVersion,OSArchitecture,TotalVisibleMemorySize\r\r\n"
        "FIN-1,Microsoft Windows 7 Enterprise ,Service Pack 1,64-bit,4193272\r\r\n"
        "\r\r\n"
        "FIN-2,Microsoft Windows XP Professional,Service Pack 3,,2096120\r\r\n"
    )

    rows = read(text.encode("utf-16"), inventory())

    assert rows.problems == ()
    assert rows.names == ["FIN-1", "FIN-2"]
    assert rows.lines == [3, 5]
    assert rows.columns == {
        "os": ["Windows 7", "Windows XP"],
        "edition": ["Enterprise", "Professional"],
        "service_pack": [1, 3],
        "architecture": ["x64", None],
        "server": [False, False],
        "ram_mb": [4095, 2047],
        "workspace": [None, None],
    }


def test_disks_in_long_form_are_pivoted_to_the_system_drive() -> None:
    text = (
        "\r\r\nNode,DeviceID,FreeSpace,Size\r\r\n"
        "PC1,A:,,\r\r\n"
        "PC1,C:,64424509440,128849018880\r\r\n"
        "PC1,D:,0,\r\r\n"
        "PC2,D:,64424509440,128849018880\r\r\n"
    )

    rows = read(text.encode("utf-16-le"), inventory())

    assert rows.problems == ()
    assert rows.names == ["PC1", "PC2"]
    assert rows.lines == [4, 6]
    assert rows.columns["free_disk_gb"] == [60.0, None]


def test_a_configuration_manager_report_is_read_below_its_title_lines() -> None:
    text = (
        "\ufeffHardware readiness\r\n"
        "Collection,All Systems\r\n"
        "\r\n"
        "Details_Table0_Netbios_Name0,Details_Table0_Caption0,Details_Table0_CSDVersion0,"
        "Details_Table0_TotalPhysicalMemory0,Details_Table0_FreeSpace0,"
        "Details_Table0_AD_Site_Name0,Header_Table0_Name0,Header_Table0_Name0\r\n"
        "PC1,Microsoft Windows NT Workstation 6.1,,4193272,61440,Head office,Name,Name\r\n"
    )

    rows = rows_of(text)

    assert rows.problems == ()
    assert rows.names == ["PC1"]
    assert rows.lines == [5]
    assert rows.columns == {
        "os": ["Windows 7"],
        "service_pack": [None],
        "server": [False],
        "ram_mb": [4095],
        "free_disk_gb": [60.0],
        "site": ["Head office"],
        "workspace": [None],
    }


def test_an_active_directory_export_is_read() -> None:
    text = (
        "#TYPE Selected.Microsoft.ActiveDirectory.Management.ADComputer\r\n"
        '"DistinguishedName","DNSHostName","Name","OperatingSystem",'
        '"OperatingSystemServicePack","OperatingSystemVersion","LastLogonDate"\r\n'
        '"CN=PC1,OU=Finance,DC=corp","pc1.corp.example","PC1","Windows 7 Enterprise",'
        '"Service Pack 1","6.1 (7601)","22.11.2026 08:15:00"\r\n'
        '"CN=PC2,OU=Finance,DC=corp","pc2.corp.example","PC2","Windows 7 ?dition Int?grale",'
        '"","6.1 (7600)",""\r\n'
    )

    rows = read(text.encode("ascii"), inventory())

    assert rows.problems == ()
    assert rows.names == ["PC1", "PC2"]
    assert rows.columns["edition"] == ["Enterprise", "Ultimate"]
    assert rows.columns["service_pack"] == [1, 0]
    assert rows.columns["last_seen"] == [date(2026, 11, 22), None]
    assert rows.columns["site"] == ["OU=Finance,DC=corp"] * 2


def test_a_german_excel_export_is_read_with_a_warning_about_its_encoding() -> None:
    text = "sep=;\r\nName;Betriebssystem;RAM (GB)\r\nMÜNCHEN-1;Windows 7 Ultimate;3,5\r\n"

    rows = read(text.encode("cp1252"), inventory())

    assert line_of(only_problem(rows, Code.INVENTORY_ENCODING, Level.WARNING)) == 3
    assert rows.names == ["MÜNCHEN-1"]
    assert rows.columns["ram_mb"] == [3584]
    assert rows.lines == [3]


def test_tab_separated_unicode_text_is_read() -> None:
    text = "Computer Name\tOS Name\r\nPC1\tMicrosoft Windows 7 Профессиональная\r\n"

    rows = read(text.encode("utf-16"), inventory())

    assert rows.columns["edition"] == ["Professional"]


def test_a_lansweeper_export_is_read() -> None:
    text = "AssetName|OS|Memory|Freespace C\nPC1|Win 7|4096|61440 MB\n"

    rows = rows_of(text)

    assert rows.problems == ()
    assert (rows.columns["os"], rows.columns["ram_mb"]) == (["Windows 7"], [4096])
    assert rows.columns["free_disk_gb"] == [60.0]


def test_an_osquery_export_is_read() -> None:
    text = (
        "hostname,name,version,arch,physical_memory,device_id,free_space\n"
        "pc1,Microsoft Windows 7 Enterprise,6.1.7601,x86_64,4294967296,C:,-1\n"
    )

    rows = rows_of(text)

    assert rows.problems == ()
    assert rows.columns["architecture"] == ["x64"]
    assert rows.columns["ram_mb"] == [4096]
    assert rows.columns["free_disk_gb"] == [None]


def test_cells_may_go_over_several_lines() -> None:
    text = 'Name,Notes,OS\nPC1,"one\ntwo",Windows 7\nPC2,,Windows 7\n'

    assert rows_of(text).lines == [2, 4]


def test_a_list_of_names_alone_is_a_fleet() -> None:
    assert rows_of("Fleet of 2026\nComputerName\npc1\npc2\n").names == ["PC1", "PC2"]


def test_a_header_row_without_rows_is_an_empty_fleet() -> None:
    rows = rows_of("Name,OS\n")

    assert (rows.names, rows.problems) == ([], ())
    assert rows.columns["workspace"] == []


def test_a_repeated_header_row_is_no_computer() -> None:
    assert rows_of("Name,OS\nPC1,Windows 7\nName,OS\nPC2,Windows 7\n").names == ["PC1", "PC2"]


def test_blank_rows_and_empty_cells_at_the_end_are_ignored() -> None:
    rows = rows_of("Name;OS;\n ;;\n;;\nPC1;Windows 7;\nPC2;Windows 7\n")

    assert rows.names == ["PC1", "PC2"]
    assert [problem.code for problem in rows.problems] == [Code.INVENTORY_ROW]


@pytest.mark.parametrize(
    "cell", ["pc1", " PC1 ", "PC1$", "CORP\\pc1", "CORP\\PC1$", "pc1.corp.example"]
)
def test_names_are_cut_to_the_netbios_label(cell: str) -> None:
    assert rows_of(f"Name,OS\n{cell},Windows 7\n").names == ["PC1"]


def test_an_address_is_not_cut() -> None:
    assert rows_of("Name,OS\n10.0.0.5,Windows 7\n").names == ["10.0.0.5"]


def test_a_row_without_a_name_is_left_out_with_a_warning() -> None:
    rows = rows_of("Name,OS\n,Windows 7\nPC2,Windows 7\n")

    assert rows.names == ["PC2"]
    assert line_of(only_problem(rows, Code.INVENTORY_ROW, Level.WARNING)) == 2


def test_a_row_with_another_number_of_cells_is_left_out_with_a_warning() -> None:
    rows = rows_of("Name,OS,Model\nPC1,Windows 7,Latitude, 14 inch\nPC2,Windows 7,Latitude\n")

    problem = only_problem(rows, Code.INVENTORY_ROW, Level.WARNING)
    assert rows.names == ["PC2"]
    assert "4 cells where the header row has 3" in problem.message
    assert line_of(problem) == 2


def test_a_quotation_that_never_ends_costs_its_own_row_only() -> None:
    rows = rows_of('Name,OS\nPC1,Windows 7\n"PC2,Windows 7\nPC3,Windows 7\n')

    problem = only_problem(rows, Code.INVENTORY_ROW, Level.WARNING)
    assert rows.names == ["PC1", "PC3"]
    assert rows.lines == [2, 4]
    assert "it goes on to line 4. A quotation mark may not be closed." in problem.message
    assert "Of these lines 1 are read as rows" in problem.message
    assert line_of(problem) == 3


def test_a_cell_of_no_sensible_size_costs_its_row_only() -> None:
    rows = rows_of("Name,OS\nPC1," + "x" * 200_000 + "\nPC2,Windows 7\n")

    assert "no readable cells" in only_problem(rows, Code.INVENTORY_ROW, Level.WARNING).message
    assert rows.names == ["PC2"]


def test_the_first_of_two_rows_of_one_computer_wins() -> None:
    rows = rows_of("Name,OS\nPC1,Windows 7\nPC2,Windows 7\npc1.corp.example,Windows 10\n")

    problem = only_problem(rows, Code.INVENTORY_DUPLICATE, Level.WARNING)
    assert rows.names == ["PC1", "PC2"]
    assert rows.columns["os"] == ["Windows 7", "Windows 7"]
    assert "line 2 and again on line 4" in problem.message
    assert [related.where.line for related in problem.related] == [2]


def test_so_many_bad_rows_are_summed_up() -> None:
    rows = rows_of("Name,OS\n" + "PC1\n" * 500)

    assert len(rows.problems) == 101
    assert "400 more" in rows.problems[-1].message


@pytest.mark.parametrize("text", ["", "one line\n", "PC1,4\nPC2,8\n", "<html></html>"])
def test_what_has_no_header_row_is_unreadable(text: str) -> None:
    rows = rows_of(text)

    only_problem(rows, Code.INVENTORY_UNREADABLE, Level.ERROR)
    assert rows.names == []
    assert rows.columns == {"workspace": []}


def test_version_6_1_alone_names_no_system() -> None:
    assert column("Name,OS\nPC1,6.1.7601\n", "os") == [None]


def test_a_server_is_told_from_its_twin() -> None:
    text = "Name,OS\nPC1,Microsoft Windows NT Server 6.1\nPC2,Windows 7\n"

    assert column(text, "server") == [True, False]


def test_the_architecture_of_windows_comes_before_that_of_the_processor() -> None:
    text = "ComputerName,arch,OSArchitecture\nPC1,x86_64,32-bit\nPC2,x86_64,\n"

    assert column(text, "architecture") == ["x86", "x64"]


def test_columns_of_their_own_come_before_the_caption() -> None:
    text = "Name,OS,Edition,Service pack\nPC1,Windows 7 Professional SP 1,Enterprise,0\n"

    rows = rows_of(text)

    assert rows.columns["edition"] == ["Enterprise"]
    assert rows.columns["service_pack"] == [0]


def test_other_facts_come_in_the_types_of_the_plan() -> None:
    text = (
        "Name,users,domain_joined,language,dotnet,model,excluded\n"
        'PC1,3,yes,de-DE,"3.5 SP1; 4",OptiPlex 780,leased\n'
        "PC2,,no,,,,\n"
    )

    rows = rows_of(text)

    assert rows.problems == ()
    assert rows.columns["users"] == [3, None]
    assert rows.columns["domain_joined"] == [True, False]
    assert rows.columns["language"] == ["German", None]
    assert rows.columns["dotnet"] == [("3.5 SP1", "4"), None]
    assert rows.columns["model"] == ["OptiPlex 780", None]
    assert rows.columns["excluded"] == ["leased", None]


def test_a_cell_that_cannot_be_read_is_unknown_and_named() -> None:
    rows = rows_of("Name,users\nPC1,3\nPC2,many\n")

    problem = only_problem(rows, Code.INVENTORY_ROW, Level.WARNING)
    assert rows.columns["users"] == [3, None]
    assert '"many" in column "users"' in problem.message
    assert line_of(problem) == 3


def test_a_column_of_something_else_is_named_once() -> None:
    rows = rows_of("Name,Server\nPC1,SRV01\nPC2,SRV02\n")

    only_problem(rows, Code.INVENTORY_COLUMN, Level.WARNING)


def test_days_that_may_be_months_are_unknown_and_named_once() -> None:
    rows = rows_of("Name,LastHWScan\nPC1,3/4/2026\nPC2,5/6/2026\nPC3,11/22/2026\n")

    problem = only_problem(rows, Code.INVENTORY_COLUMN, Level.WARNING)
    assert "2 such cells" in problem.message
    assert rows.columns["last_seen"] == [None, None, date(2026, 11, 22)]


def test_control_characters_do_not_reach_a_message() -> None:
    rows = rows_of("Name,users\nPC1,3\nPC2,\x1b[31mmany\n")

    (problem,) = rows.problems
    assert problem.message.isprintable()


@given(st.binary(max_size=300))
def test_no_bytes_stop_the_reading(data: bytes) -> None:
    read(data, inventory())


ODD_CELLS = (
    ["Name", "OS", "RAM", "FreeSpace0", "DeviceID", "users", "LastSeen"],
    ["C:", "1,234", '"', "-1", "3/4/2026", "4 GB", "Windows 7", "6.1"],
    ["\r", "²", "9e999", "x\u2028y"],
)
ODD_ROWS = st.lists(st.sampled_from([c for cells in ODD_CELLS for c in cells]), min_size=1)


@given(st.lists(ODD_ROWS, max_size=8), st.sampled_from(",;\t|"))
def test_no_cells_stop_the_reading(table: list[list[str]], separator: str) -> None:
    text = "\n".join(separator.join(row) for row in table)

    rows = rows_of(text)

    assert {len(values) for values in rows.columns.values()} == {len(rows.names)}
    assert len(rows.lines) == len(set(rows.names)) == len(rows.names)
    for row in range(len(rows.names)):
        HostFacts(**{key: values[row] for key, values in rows.columns.items()})
