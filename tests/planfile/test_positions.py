import pytest

from medv_tui.findings import Path, Range
from medv_tui.planfile.positions import Lines, Spans
from medv_tui.planfile.syntax import read

PLAN = (
    """\
format = 1  # the only one
[plan]
name = "é😀"; """.replace("; ", "\n")
    + """\
deployment.order = [
  "host-agent",
  "workspace",
]
[[workspaces]]
name = 'finance'
[workspaces.settings.VM]
"NetworkingMode" = "NAT"
[[workspaces.applications]]
name = "Ledger"
[[workspaces]]
name = 'sales'
[[workspaces.applications]]
name = "A"
[[workspaces.applications]]
name = "B"
[[inventories]]
columns = { ram_mb = "Total", "free.gb" = "Free" }
"""
)


def text_at(text: str, where: Range | None) -> str:
    assert where is not None
    lines = Lines(text)
    start = lines.offset(where.line, where.column)
    return text[start : lines.offset(where.end_line, where.end_column)]


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("format",), "format", "1"),
        (("plan", "name"), "name", '"é😀"'),
        (("plan", "deployment", "order", 1), None, '"workspace"'),
        (("workspaces", 0, "name"), "name", "'finance'"),
        (
            ("workspaces", 0, "settings", "VM", "NetworkingMode"),
            '"NetworkingMode"',
            '"NAT"',
        ),
        (("workspaces", 0, "applications", 0, "name"), "name", '"Ledger"'),
        (("workspaces", 1, "applications", 1, "name"), "name", '"B"'),
        (("inventories", 0, "columns"), "columns", '{ ram_mb = "Total", "free.gb" = "Free" }'),
        (("inventories", 0, "columns", "free.gb"), '"free.gb"', '"Free"'),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_keys_and_values_are_found(path: Path, key: str | None, value: str, newline: str) -> None:
    text = PLAN.replace("\n", newline)
    spans = Spans(text)
    assert text_at(text, spans.value(path)) == value
    assert text_at(text, spans.locate(path)) == value
    where = spans.key(path)
    assert (text_at(text, where) if where else None) == key


def test_a_list_over_several_lines_ends_on_its_last() -> None:
    assert Spans(PLAN).value(("plan", "deployment", "order")) == Range(4, 20, 7, 2)


def test_columns_count_code_points() -> None:
    assert Spans(PLAN).value(("plan", "name")) == Range(3, 8, 3, 12)


@pytest.mark.parametrize(
    ("path", "header"),
    [
        (("plan",), "[plan]"),
        (("workspaces",), "[[workspaces]]"),
        (("workspaces", 1), "[[workspaces]]"),
        (("workspaces", 0, "settings"), "settings"),
        (("workspaces", 0, "settings", "VM"), "[workspaces.settings.VM]"),
        (("plan", "owner"), "[plan]"),
        (("workspaces", 0, "image", "vhd_gb"), "[[workspaces]]"),
        (("workspaces", 1, "applications", 0, "target"), "[[workspaces.applications]]"),
    ],
)
def test_a_table_and_what_it_lacks_stand_at_its_header(path: Path, header: str) -> None:
    spans = Spans(PLAN)
    assert text_at(PLAN, spans.locate(path)) == header
    assert spans.value(path) is None


def test_the_second_workspace_has_its_own_header() -> None:
    where = Spans(PLAN).locate(("workspaces", 1))
    assert where is not None
    assert where.line == 14


@pytest.mark.parametrize("path", [(), ("budget",), ("budget", "reserve_gb")])
def test_what_only_the_root_encloses_stands_at_the_beginning(path: Path) -> None:
    assert Spans(PLAN).locate(path) == Range(1, 1, 1, 1)


@pytest.mark.parametrize("path", [("budget",), ("plan", "owner"), ("hosts", 0)])
def test_what_is_not_there_has_no_key_and_no_value(path: Path) -> None:
    assert Spans(PLAN).key(path) is None
    assert Spans(PLAN).value(path) is None


@pytest.mark.parametrize(
    ("mark", "path"),
    [
        ("# the only", ("format",)),
        ("plan]", ("plan",)),
        ("é", ("plan", "name")),
        ('"host-agent"', ("plan", "deployment", "order", 0)),
        ("'sales'", ("workspaces", 1, "name")),
        ('"B"', ("workspaces", 1, "applications", 1, "name")),
        ("ram_mb", ("inventories", 0, "columns", "ram_mb")),
        ('Free"', ("inventories", 0, "columns", "free.gb")),
    ],
)
def test_an_offset_has_the_deepest_key_around_it(mark: str, path: Path) -> None:
    assert Spans(PLAN).path_at(PLAN.index(mark)) == path


def test_blank_lines_belong_to_the_table_above_and_before_all_tables_to_the_root() -> None:
    text = "# first\n\n[plan]\nname = 'x'\n\n# about\n[budget]\n"
    spans = Spans(text)
    assert spans.path_at(0) == ()
    assert spans.path_at(text.index("# about")) == ("plan",)


def test_only_line_feeds_end_lines() -> None:
    text = "a = '\u2028\x85'\nb = 1"
    assert Spans(text).value(("b",)) == Range(2, 5, 2, 6)


def test_a_list_of_an_explicit_and_an_implied_table_prefers_the_header() -> None:
    text = "[a.b]\nx = 1\n[a]\ny = 2\n"
    assert text_at(text, Spans(text).locate(("a",))) == "[a]"


def test_a_broken_statement_keeps_its_place() -> None:
    text = "[budget]\nreserve_gb = 2,5 # GB\nkeep_local_copy = true\n"
    spans = read(text).spans
    assert text_at(text, spans.value(("budget", "reserve_gb"))) == "2,5"
    assert text_at(text, spans.key(("budget", "reserve_gb"))) == "reserve_gb"
    assert spans.path_at(text.index("2,5")) == ("budget", "reserve_gb")


def test_offsets_stay_inside_the_text() -> None:
    lines = Lines("ab\ncd")
    assert lines.offset(2, 2) == 4
    assert lines.offset(99, 99) == 5
    assert lines.offset(0, 0) == 0
