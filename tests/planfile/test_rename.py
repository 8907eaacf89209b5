import pytest

from medv_tui.planfile.edit import EditRefusedError, apply
from medv_tui.planfile.rename import renamed

PLAN = """\
[deployment.arguments]
workspace = "finance"      # an argument of the installer, not a name

[host_defaults]
workspace = "Finance"

[[workspaces]]
name = "finance"           # agreed with the desk
[[workspaces.applications]]
name = "finance"

[[hosts]]
name      = "finance"
workspace = 'finance'

[[hosts]]
name      = "B"
workspace = "hr"

[[inventories]]
file = "finance"
workspace = "finance"
assign = [{ workspace = "finance", site = "finance" }]

[[attestations]]
practice = "image-sealed"
status = "done"
workspace = "finance"
"""


def test_a_workspace_is_renamed_wherever_it_is_named_and_nowhere_else() -> None:
    wanted = PLAN.replace('workspace = "Finance"', 'workspace = "money"')
    wanted = wanted.replace('name = "finance"           #', 'name = "money"           #')
    wanted = wanted.replace("workspace = 'finance'", "workspace = 'money'")
    wanted = wanted.replace('\nworkspace = "finance"\n', '\nworkspace = "money"\n')
    wanted = wanted.replace('{ workspace = "finance"', '{ workspace = "money"')
    assert apply(PLAN, renamed(PLAN, "finance", "money")) == wanted


def test_line_endings_stay() -> None:
    crlf = PLAN.replace("\n", "\r\n")
    wanted = apply(PLAN, renamed(PLAN, "finance", "money")).replace("\n", "\r\n")
    assert apply(crlf, renamed(crlf, "finance", "money")) == wanted


def test_a_broken_line_elsewhere_does_not_hinder() -> None:
    broken = PLAN.replace('name      = "B"', 'name      = "B')
    wanted = apply(PLAN, renamed(PLAN, "finance", "money")).replace('= "B"', '= "B')
    assert apply(broken, renamed(broken, "finance", "money")) == wanted


def test_only_the_capitals_can_change() -> None:
    text = '[[workspaces]]\nname = "hr"\n'
    assert apply(text, renamed(text, "hr", "HR")) == '[[workspaces]]\nname = "HR"\n'


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("finance", " ", "needs a name"),
        ("finance", "HR", "is in use already"),
        ("kiosk", "shop", "Nothing in the plan"),
    ],
)
def test_a_name_that_cannot_be_is_refused(old: str, new: str, why: str) -> None:
    with pytest.raises(EditRefusedError, match=why):
        renamed(PLAN, old, new)


def test_a_name_is_written_as_toml_wants_it() -> None:
    text = '[[workspaces]]\nname = "hr"\n'
    assert apply(text, renamed(text, "hr", 'a "b"')) == "[[workspaces]]\nname = 'a \"b\"'\n"
