import pytest

from medv_tui.planfile.links import Link, Target, link_at, next_use, row_of_workspace

TEXT = """\
[deployment.arguments]
workspace = "/qn"
[[workspaces]]
name = "finance"
[[workspaces.applications]]
name = "finance"
[[hosts]]
name = "finance"
workspace = "Finance"
[[attestations]]
practice = "image-sealed"
workspace = 'finance'
[[inventories]]
assign = [{ workspace = "hr", site = "A" }, { workspace = "finance" }]
columns = { practice = "x" }
"""
LINES = TEXT.split("\n")


@pytest.mark.parametrize(
    ("row", "column", "link"),
    [
        (1, 0, None),
        (3, 9, Link(Target.USE, "finance")),
        (5, 9, None),
        (7, 9, None),
        (8, 0, Link(Target.WORKSPACE, "Finance")),
        (8, 15, Link(Target.WORKSPACE, "Finance")),
        (10, 0, Link(Target.PRACTICE, "image-sealed")),
        (13, 0, Link(Target.WORKSPACE, "hr")),
        (13, 60, Link(Target.WORKSPACE, "finance")),
        (14, 15, None),
        (2, 0, None),
    ],
)
def test_a_name_is_known_by_its_key_and_table(row: int, column: int, link: Link | None) -> None:
    assert link_at(LINES, row, column) == link


def test_a_workspace_is_found_by_its_own_name_in_any_case() -> None:
    assert row_of_workspace(LINES, "FINANCE") == 3
    assert row_of_workspace(LINES, "hr") is None


def test_uses_are_found_one_after_the_other_and_round() -> None:
    assert next_use(LINES, 3, "finance") == 8
    assert next_use(LINES, 8, "finance") == 11
    assert next_use(LINES, 11, "finance") == 13
    assert next_use(LINES, 13, "finance") == 8
    assert next_use(LINES, 3, "kiosk") is None


def test_a_text_that_is_not_closed_still_names_something() -> None:
    assert link_at(["[[hosts]]", 'workspace = "fin'], 1, 16) == Link(Target.WORKSPACE, "fin")
