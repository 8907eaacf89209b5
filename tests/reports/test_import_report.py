"""What a person sees of a file before its computers count."""

from datetime import date

from medv_tui.inventory.read import read
from medv_tui.plan.plan import Assign, Inventory
from medv_tui.reports.import_report import import_report, in_words

AS_OF = date(2026, 11, 22)
REPORT = """\
Readiness of computers

Details_Table0_Name0,Details_Table0_Caption0,TotalPhysicalMemory0,FreeSpace0,Site,Seen,Frob
PC1,Microsoft Windows 7 Enterprise,4194304,61440,Plant Graz,2026-11-01,x
PC2,Microsoft Windows 7 Home Premium,2097152,6144,Head office,2026-01-01,x
PC3,Windows Server 2008 R2,8388608,61440,Plant Linz,,x
PC1,Microsoft Windows 7 Enterprise,,,,,x
PC4,too short
"""


def told(text: str, *given: str, width: int = 80, **keys: object) -> str:
    inventory = Inventory.model_validate({"file": "fleet.csv", **keys})
    rows = read(text.encode(), inventory)
    return import_report(
        rows, inventory, given, AS_OF, remedy="Here the unit is told.", width=width, colour=False
    )


def section(text: str, head: str) -> list[str]:
    for part in text.split("\n\n"):
        first, *rest = part.splitlines()
        if first.startswith(head):
            return [line.strip() for line in rest]
    return []


def test_the_shape_of_the_file_is_told() -> None:
    shape = section(told(REPORT), "fleet.csv")

    assert shape[:3] == ["Encoding       UTF-8", "Separator      comma", "Header row     line 3"]
    assert "5 below the header row, 3 computers; 2 others are left out" in shape[3]


def test_every_column_is_told_with_its_use_and_its_unit() -> None:
    columns = dict(line.split(maxsplit=1) for line in section(told(REPORT, width=120), "Columns"))

    assert columns == {
        "Details_Table0_Name0": "name",
        "Details_Table0_Caption0": "os",
        "TotalPhysicalMemory0": "ram_mb, in KB, as the tool that wrote the file says",
        "FreeSpace0": "free_disk_gb, in MB, as the tool that wrote the file says",
        "Site": "site",
        "Seen": "not used",
        "Frob": "not used",
    }


def test_a_column_without_a_unit_is_left_out_and_told() -> None:
    text = told("Name,OS,Freespace\nPC1,Windows 7,10000\nPC2,Windows 7,64000\n")

    assert section(text, "Columns")[2].endswith("left out: its unit is not known")
    assert "units = { free_disk_gb" in text


def test_values_are_counted() -> None:
    said = section(told(REPORT), "What they say")

    assert said[0] == "os           Windows 7 (2), Windows Server 2008 R2 (1)"
    assert "edition      Enterprise (1), Home Premium (1), unknown (1)" in said
    assert "ram_mb       from 2,048 to 8,192, half of them up to 4,096" in said


def test_computers_are_counted_for_each_rule() -> None:
    text = told(REPORT, workspace="finance", assign=[{"workspace": "kiosk", "site": "Plant*"}])

    assert section(text, "Workspaces") == [
        '2  rule 1, site Plant*: "kiosk"',
        '1  all others: "finance"',
    ]


def test_computers_without_a_workspace_are_told() -> None:
    assert section(told(REPORT), "Workspaces") == ["3  none, so they are unassigned"]
    assert section(told(REPORT, "workspace"), "Workspaces") == ["3  what [host_defaults] says"]


def test_what_a_plan_may_not_want_is_told() -> None:
    text = told(REPORT.replace("Seen", "Last seen"))

    assert section(text, "Take care") == [
        "1  servers",
        "1  of another system than Windows 7",
        "1  of an edition other than Enterprise, Professional, Ultimate",
        "1  last seen more than 90 days before 2026-11-22",
    ]


def test_the_first_rows_are_shown_as_they_are_read() -> None:
    rows = section(told(REPORT, width=120), "First rows")

    assert (
        rows[1]
        == "PC1   ?          Windows 7         Enterprise    4,096   60.0          Plant Graz"
    )


def test_what_nobody_knows_is_asked_for_unless_the_plan_gives_it() -> None:
    wanted = "Not known"

    assert "users          of every computer" in section(told(REPORT), wanted)
    assert "edition        of 1 computer" in section(told(REPORT), wanted)
    given = told(REPORT, "users", "edition", "service_pack")
    assert section(given, wanted) == []


def test_a_file_that_is_no_table_comes_to_its_problem() -> None:
    assert told("nothing\n").startswith("Problems: 1 error\n  × None of the first 100 lines")


def test_no_text_of_the_file_reaches_the_terminal_raw() -> None:
    text = told("Name,OS,\x1b[31mred\nPC\x1b[2J,Windows 7,1\nPC2\n")

    assert "\x1b" not in text


def test_a_rule_is_told_in_words() -> None:
    rule = Assign(workspace="kiosk", site="Plant*", column="Dept", equals="HR")

    assert in_words(rule) == 'site Plant* and Dept equal to HR: "kiosk"'


def test_what_takes_more_than_a_line_goes_on_in_the_next() -> None:
    care = section(told(REPORT, width=60), "Take care")

    assert "1  of an edition other than Enterprise," in care
    assert "Professional, Ultimate" in care
