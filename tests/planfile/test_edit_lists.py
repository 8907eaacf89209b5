import pytest

from medv_tui.findings import AddItem, Intent, Path, RemoveKey, Reorder, SetValue
from medv_tui.planfile.edit import EditRefusedError, edit
from tests.planfile.editing import check, edited

ORDER: Path = ("deployment", "order")
UNINSTALL: Path = ("deployment", "uninstall_order")
STACKED = """\
    "workspace",     # its VHD goes first
    # the agent needs no restart
    "host-agent",    # then this
"""


@pytest.mark.parametrize(
    ("intent", "old", "new"),
    [
        (AddItem(ORDER, "kb977206"), '"workspace"]', '"workspace", "kb977206"]'),
        (
            Reorder(ORDER, ("host-agent", "workspace", "windows-virtual-pc")),
            '["windows-virtual-pc", "host-agent", "workspace"]',
            '["host-agent", "workspace", "windows-virtual-pc"]',
        ),
        (RemoveKey((*ORDER, 0)), '"windows-virtual-pc", "host', '"host'),
        (RemoveKey((*ORDER, 2)), ', "workspace"]', "]"),
        (AddItem(("workspaces", 0, "image", "dotnet"), "2.0"), 'SP1"]', 'SP1", "2.0"]'),
        (RemoveKey(("workspaces", 0, "image", "dotnet", 0)), '["3.5 SP1"]', "[]"),
        (
            AddItem(("workspaces", 0, "image", "software"), "ESD client"),
            '["3.5 SP1"]\n',
            '["3.5 SP1"]\nsoftware = ["ESD client"]\n',
        ),
    ],
)
def test_a_list_on_one_line_stays_on_it(intent: Intent, old: str, new: str) -> None:
    check(intent, old, new)


@pytest.mark.parametrize(
    ("intent", "new"),
    [
        (AddItem(UNINSTALL, "esd"), f'{STACKED}    "esd",\n'),
        (
            Reorder(UNINSTALL, ("host-agent", "workspace")),
            '    # the agent needs no restart\n    "host-agent",    # then this\n'
            '    "workspace",     # its VHD goes first\n',
        ),
        (
            SetValue(UNINSTALL, ("esd", "workspace")),
            '    "esd",\n    "workspace",     # its VHD goes first\n',
        ),
        (
            RemoveKey((*UNINSTALL, 0)),
            '    # the agent needs no restart\n    "host-agent",    # then this\n',
        ),
        (RemoveKey((*UNINSTALL, 1)), '    "workspace",     # its VHD goes first\n'),
    ],
)
def test_items_on_lines_of_their_own_move_with_their_comments(intent: Intent, new: str) -> None:
    check(intent, STACKED, new)


def test_a_list_that_loses_all_items_is_empty() -> None:
    check(SetValue(UNINSTALL, ()), f"[\n{STACKED}]", "[]")


LONG = 'a = ["windows-virtual-pc-is-the-first", "then-comes-the-host-agent-of-medv"]  # so\n'


def test_a_list_that_would_pass_column_100_gets_an_item_on_each_line() -> None:
    short, long = "x" * 17, "x" * 30
    assert edited(LONG, AddItem(("a",), short)) == LONG.replace('"]', f'", "{short}"]')
    assert edited(LONG, AddItem(("a",), long)) == (
        'a = [\n    "windows-virtual-pc-is-the-first",\n    "then-comes-the-host-agent-of-medv",\n'
        f'    "{long}",\n]  # so\n'
    )
    assert edited("", SetValue(("a",), (long, long, long))) == (
        f'a = [\n    "{long}",\n    "{long}",\n    "{long}",\n]\n'
    )


def test_a_list_that_is_longer_than_that_already_stays_on_its_line() -> None:
    text = f'a = ["{"x" * 100}"]\n'
    assert edited(text, AddItem(("a",), "y")) == text.replace("]", ', "y"]')


@pytest.mark.parametrize(
    ("text", "intent", "new"),
    [
        ("a = []\n", AddItem(("a",), "x"), 'a = ["x"]\n'),
        ("a = [ ]\n", AddItem(("a",), "x"), 'a = ["x"]\n'),
        ("a = [\n]\n", AddItem(("a",), 1), "a = [\n    1,\n]\n"),
        ("a = [\n  # none yet\n]\n", AddItem(("a",), 1), "a = [\n    1,\n  # none yet\n]\n"),
        ("a = [1, 2,]\n", AddItem(("a",), 3), "a = [1, 2, 3,]\n"),
        ("a = [1,2]\n", SetValue(("a",), (2, 1, 3)), "a = [2,1, 3]\n"),
        ("a = [ 1 ]\n", AddItem(("a",), 2), "a = [ 1, 2 ]\n"),
        ("a = ['C:\\x']\n", AddItem(("a",), "y"), "a = ['C:\\x', 'y']\n"),
        ("a = [1, 1.0, true]\n", SetValue(("a",), (True, 1)), "a = [true, 1]\n"),
        ("a = [[1, 2], [3]]\n", AddItem(("a", 1), 4), "a = [[1, 2], [3, 4]]\n"),
        ("a = { b = [1] }\n", AddItem(("a", "b"), 2), "a = { b = [1, 2] }\n"),
        ("a = [\n  1, 2, # c\n  3\n]\n", AddItem(("a",), 4), "a = [\n  1, 2, # c\n  3, 4\n]\n"),
        ("a = [\n  1, 2,\n  3,\n]\n", RemoveKey(("a", 1)), "a = [\n  1, 3,\n]\n"),
        ("a = [\n  1,\n  2\n]\n", AddItem(("a",), 3), "a = [\n  1,\n  2,\n  3\n]\n"),
        ("a = [\n  1,\n  2\n]\n", RemoveKey(("a", 1)), "a = [\n  1\n]\n"),
        (
            "a = [\n  1,     # one\n  2      # two\n]\n",
            Reorder(("a",), ()),
            "a = []\n",
        ),
        (
            "a = [\n  1,     # one\n  2      # two\n]\n",
            SetValue(("a",), (2, 1)),
            "a = [\n  2,     # two\n  1      # one\n]\n",
        ),
        ("a = 1\n", SetValue(("a",), (1, 2)), "a = [1, 2]\n"),
        ("a = [1, 2]\n", SetValue(("a",), 3), "a = 3\n"),
    ],
)
def test_a_list_keeps_its_own_layout(text: str, intent: Intent, new: str) -> None:
    assert edited(text, intent) == new


@pytest.mark.parametrize(
    ("text", "intent", "sentence"),
    [
        ("a = 1\n", AddItem(("a",), 2), "a is not a list"),
        ("[[a]]\n", AddItem(("a",), 2), "a is a table"),
        ("a = [\n  1, 2, # c\n  3\n]\n", RemoveKey(("a", 0)), "comments between items"),
        ("a = [\n  1\n  , # c\n  2\n]\n", RemoveKey(("a", 0)), "commas in unusual places"),
    ],
)
def test_what_cannot_be_told_apart_is_refused(text: str, intent: Intent, sentence: str) -> None:
    with pytest.raises(EditRefusedError, match=sentence):
        edit(text, intent)
