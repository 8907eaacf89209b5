from typing import Any

import pytest

from medv_tui.planfile.cursor import MOST_LINES, AtCursor, Role, at_cursor, tables_around


def at(text: str) -> AtCursor:
    """Read a text at its bar, which is the cursor."""
    before, after = text.split("|")
    rows = before.split("\n")
    return at_cursor((before + after).split("\n"), len(rows) - 1, len(rows[-1]))


@pytest.mark.parametrize(
    ("text", "table", "typed"),
    [
        ("|", (), ""),
        ("form|", (), "form"),
        ("[plan]\n|", ("plan",), ""),
        ("[[hosts]]\nra|", ("hosts",), "ra"),
        ("[[hosts]]\nra|m_mb = 3", ("hosts",), "ra"),
        ("  [workspaces.image] # base\n  vh|", ("workspaces", "image"), "vh"),
        ("[[workspaces]]\nimage.vh|", ("workspaces", "image"), "vh"),
        ("[[inventories]]\ncolumns = { na|", ("inventories", "columns"), "na"),
        ('[[inventories]]\ncolumns = { name = "A", |}', ("inventories", "columns"), ""),
    ],
)
def test_a_key_is_known_by_its_table(text: str, table: tuple[str, ...], typed: str) -> None:
    found = at(text)
    assert (found.role, found.table, found.typed) == (Role.KEY, table, typed)


@pytest.mark.parametrize(
    ("text", "key", "typed", "quote"),
    [
        ("[deployment]\nmethod = |", "method", "", ""),
        ("[deployment]\nmethod = es|", "method", "es", ""),
        ('[deployment]\nmethod = "es|"  # how', "method", "es", '"'),
        ("[deployment]\nmethod='|", "method", "", "'"),
        ("[deployment]\nsilent = tr|", "silent", "tr", ""),
        ('[deployment]\norder = ["workspace", |]', "order", "", ""),
        ('[deployment]\norder = [\n  "workspace", # last\n  "k|', "order", "k", '"'),
        ('[[inventories]]\nunits = { ram_mb = "M|', "ram_mb", "M", '"'),
        ("[[workspaces]]\nimage.os = |", "os", "", ""),
    ],
)
def test_a_value_is_known_by_its_key(text: str, key: str, typed: str, quote: str) -> None:
    found = at(text)
    assert (found.role, found.key) == (Role.VALUE, key)
    assert (found.typed, found.quote) == (typed, quote)


@pytest.mark.parametrize(
    ("text", "brackets", "typed"),
    [("[|", "[", ""), ("[[|", "[[", ""), ("[[ho|]]", "[[", "ho"), ("  [work|", "[", "work")],
)
def test_a_header_is_known_by_its_brackets(text: str, brackets: str, typed: str) -> None:
    found = at(text)
    assert (found.role, found.quote, found.typed) == (Role.HEADER, brackets, typed)


@pytest.mark.parametrize(
    "text",
    [
        "# a note|",
        "silent = true # a note|",
        "silent = true |",
        'name = "A"|',
        "order = []|",
        'notes = """one\ntwo|',
        "two words|",
        "name |",
        "= |",
        "na|# a note",
        "na| me",
    ],
)
def test_elsewhere_nothing_can_be_told(text: str) -> None:
    assert at(text).role is Role.NOTHING


def test_what_stands_in_the_table_already_is_told() -> None:
    found = at('[[hosts]]\nname = "A"\n|\nram_mb = 1\nimage.x = 2\n\n[[hosts]]\nusers = 1\n')
    assert found.taken == {"hosts.name", "hosts.ram_mb", "hosts.image.x"}


def test_the_key_under_the_cursor_does_not_count_as_there() -> None:
    assert at("[[hosts]]\nram|_mb = 1").taken == frozenset()
    assert at("[[hosts]]\nram|_mb = 1").has_sign


def test_items_of_a_list_that_are_there_are_told() -> None:
    assert at("order = [\"a\", 'b', |]").taken == {"a", "b"}


@pytest.mark.parametrize(
    "broken", ["name = ", 'name = "A', "ram = = 3", "name 7", "]", "x = [1, 2", "é = 1", "\x00"]
)
def test_a_broken_line_above_costs_nothing_below_it(broken: str) -> None:
    found = at(f"[[hosts]]\n{broken}\n\nusers = 2\nram|")
    assert (found.role, found.table, found.typed) == (Role.KEY, ("hosts",), "ram")
    assert "hosts.users" in found.taken


def test_columns_tell_what_the_new_text_stands_in_place_of() -> None:
    found = at('  method = "e|sd"  # how')
    assert (found.start, found.end) == (11, 16)
    found = at("  ra|m_mb = 1")
    assert (found.start, found.end) == (2, 8)
    found = at("[[ho|sts]] # all")
    assert (found.start, found.end) == (0, 9)


def test_an_open_quote_takes_nothing_of_the_line_behind_it() -> None:
    found = at('columns = { name = "|, ram_mb = "B" }')
    assert (found.start, found.end) == (19, 20)


def test_the_manner_of_the_keys_above_is_told() -> None:
    style = at('[[hosts]]\n  name    = "A"\n  ram_mb  = 2\n  |').style
    assert style.start("os") == "  os      = "


def test_a_header_that_is_too_far_away_is_not_looked_for() -> None:
    filler = "# nothing\n" * MOST_LINES
    assert at(f"[plan]\n{filler}na|").role is Role.NOTHING


class Counted(list[str]):
    """Lines that count which of them are read."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(lines)
        self.read: set[int] = set()

    def __getitem__(self, place: Any) -> Any:
        self.read.update([place] if isinstance(place, int) else range(len(self))[place])
        return super().__getitem__(place)


def test_only_the_table_around_is_read_however_long_the_plan_is() -> None:
    plan = Counted("".join(f'[[hosts]]\nname = "{n}"\n\n' for n in range(10_000)).split("\n"))
    at_cursor(plan, 15_000, 0)
    assert plan.read <= set(range(14_994, 15_006))
    tables_around(plan, 15_000)
    assert len(plan.read) <= 2 * MOST_LINES


def test_lines_that_keep_their_carriage_return_are_read_alike() -> None:
    assert at_cursor(["[[hosts]]\r", 'name = "A"\r', "ra"], 2, 2).taken == {"hosts.name"}


def test_the_tables_of_the_same_workspace_are_told() -> None:
    text = "[[workspaces]]\n[workspaces.sysprep]\n[[workspaces]]\n[workspaces.image]\n\n"
    text += "[[workspaces.applications]]\n[workspaces.settings.VM]\n[[hosts]]\n[budget.x]\n"
    assert tables_around(text.split("\n"), 4) == {"workspaces.image", "workspaces.settings.VM"}
