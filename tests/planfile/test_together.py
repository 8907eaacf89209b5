import pytest

from medv_tui.findings import SetValue
from medv_tui.planfile.edit import EditRefusedError, apply
from medv_tui.planfile.together import together

PLAN = """\
[[hosts]]
name      = "A"       # the first
workspace = "finance" # for now
users     = 2         # two

[[hosts]]
name   = 'B'
ram_mb = 4096

[[hosts]]
name = "C
"""


def test_each_value_is_written_in_the_manner_of_its_table() -> None:
    values = [SetValue(("hosts", 1, "workspace"), "hr"), SetValue(("hosts", 0, "workspace"), "hr")]
    wanted = PLAN.replace('workspace = "finance" #', 'workspace = "hr"      #')
    wanted = wanted.replace("ram_mb = 4096\n", 'ram_mb = 4096\nworkspace = "hr"\n')
    assert apply(PLAN, together(PLAN, values)) == wanted


def test_values_in_the_same_brackets_are_written_too() -> None:
    text = 'assign = [{ workspace = "a", site = "x" }, { workspace = "b" }]  # both\nx = 1  # one\n'
    values = [
        SetValue(("assign", 0, "workspace"), "longer"),
        SetValue(("assign", 1, "workspace"), "c"),
    ]
    new = apply(text, together(text, values))
    assert new.startswith(
        'assign = [{ workspace = "longer", site = "x" }, { workspace = "c" }]  # both\n'
    )


def test_the_same_values_change_nothing() -> None:
    assert together(PLAN, [SetValue(("hosts", 0, "users"), 2)]) == ()


def test_a_table_that_is_not_there_is_refused() -> None:
    with pytest.raises(EditRefusedError):
        together(PLAN, [SetValue(("hosts", 7, "users"), 2)])
