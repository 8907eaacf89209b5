from pathlib import Path

from medv_tui.findings import AddItem, SetValue
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.tui.line import plain
from medv_tui.tui.preview import SAME, PreviewScreen, compared, difference, intended

from .plans import NARROW, dashboard, settle, shown

TEXT = "".join(f"key{number} = {number}\n" for number in range(1, 10))


def texts(old: str, new: str, cells: int = 60) -> list[str]:
    return [plain(line) for line in difference(old, new, cells)]


def test_a_changed_line_stands_before_and_after_with_two_lines_around_it() -> None:
    assert texts(TEXT, TEXT.replace("key5 = 5", "key5 = 50")) == [
        "     3   key3 = 3",
        "     4   key4 = 4",
        "     5 − key5 = 5",
        "     5 + key5 = 50",
        "     6   key6 = 6",
        "     7   key7 = 7",
    ]


def test_new_lines_have_the_number_they_will_have() -> None:
    shown_lines = texts(TEXT, TEXT + "new = 1\n")
    assert "    10 + new = 1" in shown_lines
    assert not [line for line in shown_lines if "−" in line]


def test_changes_far_apart_have_a_gap_between_them() -> None:
    new = TEXT.replace("key1 = 1", "key1 = 0").replace("key9 = 9", "key9 = 0")
    assert "…" in texts(TEXT, new)


def test_changes_at_both_ends_of_a_fleet_show_little_more_than_themselves() -> None:
    host = "\n[[hosts]]\nname = 'H{}'\nworkspace = 'x'\nos = 'Windows 7'\n"
    fleet = "".join(host.format(number) for number in range(5000))
    changed = fleet.replace("'H3'", "'first'").replace("'H4996'", "'last'")
    rows = texts(fleet, changed)
    assert {"    18 + name = 'first'", "24,983 + name = 'last'"} < set(rows)
    assert len(rows) < 20


def test_places_that_change_are_counted() -> None:
    twice = TEXT.replace("key1 = 1", "key1 = 0").replace("key9 = 9", "key9 = 0")
    assert compared("Change", TEXT, twice).places == 2
    assert compared("Change", TEXT, TEXT + "new = 1\n").places == 1


async def test_an_edit_of_several_places_says_of_how_many(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        new = TEXT.replace("key1 = 1", "key1 = 0").replace("key9 = 9", "key9 = 0")
        app.push_screen(PreviewScreen(compared("Change both ends", TEXT, new)))
        await pilot.pause()
        assert "Change both ends, in 2 places." in shown(app)


def test_equal_texts_have_no_difference() -> None:
    assert texts(TEXT, TEXT) == []


def test_control_characters_and_long_lines_are_shown_safely() -> None:
    (*_, line, _end) = texts("", "k = '\x1b[2J" + "x" * 100 + "'\r\n", 30)
    assert "␛[2J" in line
    assert line.endswith("…")
    assert len(line) == 30


async def test_enter_wants_the_edit_and_escape_does_not(tmp_path: Path) -> None:
    answers: list[bool | None] = []
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        text = app.plan_screen.editor.text
        for key in ("enter", "escape"):
            edit = SetValue(("hosts", 0, "users"), 4)
            app.push_screen(PreviewScreen(intended(text, edit, BlockReader())), answers.append)
            await settle(pilot)
            assert "Set hosts[0].users = 4." in shown(app)
            await pilot.press(key)
            await settle(pilot)
    assert answers == [True, False]


async def test_an_edit_that_is_refused_says_why_and_cannot_be_wanted(tmp_path: Path) -> None:
    answers: list[bool | None] = []
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        text = app.plan_screen.editor.text
        change = intended(text, AddItem(("hosts", 0, "users"), "x"), BlockReader())
        app.push_screen(PreviewScreen(change), answers.append)
        await settle(pilot)
        assert "Enter apply" not in shown(app)
        assert "Esc close" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
    assert answers == [False]


async def test_an_edit_that_changes_nothing_says_so(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        text = app.plan_screen.editor.text
        same = intended(text, SetValue(("hosts", 0, "users"), 3), BlockReader())
        app.push_screen(PreviewScreen(same))
        await settle(pilot)
        assert SAME in shown(app)
