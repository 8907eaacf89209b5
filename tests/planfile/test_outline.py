from medv_tui.planfile.outline import Entry, at_row, outline

TEXT = """\
format = 1
[plan]
name = "Contoso"
  [[workspaces]]
# name = "no"
name = 'finance'
[workspaces.image]
vhd_gb = 2.6
[[hosts]
name = "FIN-0001
name = "second"
[[inventories]]
file = "fleet.csv"
xs = [
["a"],
]
"""
LINES = TEXT.split("\n")


def test_tables_are_listed_in_order_with_their_names() -> None:
    assert outline(LINES) == [
        Entry(1, "plan", False),
        Entry(3, "workspaces", True, "finance"),
        Entry(6, "workspaces.image", False, depth=1),
        Entry(8, "hosts", True, "FIN-0001"),
        Entry(11, "inventories", True, "fleet.csv"),
    ]


def test_a_row_belongs_to_the_table_above_it() -> None:
    entries = outline(LINES)
    assert [at_row(entries, row) for row in (0, 1, 5, 7, 13)] == [0, 0, 1, 2, 4]
    assert at_row([], 3) == 0
