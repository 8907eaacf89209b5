from threading import Event

import pytest
from textual import on
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input

from medv_tui.planfile.search import Left, Search, Told, replaced
from medv_tui.tui import find_bar
from medv_tui.tui.editor import Editor
from medv_tui.tui.find_bar import FindBar

from .desk import Painted
from .plans import NARROW, shown

TEXT = '[[hosts]]\nname = "A"\nram_mb = 1\n\n[[hosts]]\nname = "B"\nRAM_note = 2\n'


class Desk(Painted):
    """An editor with the line below it."""

    def __init__(self, text: str = TEXT) -> None:
        super().__init__()
        self.editor = Editor(text)
        self.bar = FindBar(self.editor)
        self.wholes: list[FindBar.ReplaceAll] = []

    def compose(self) -> ComposeResult:
        yield self.editor
        yield self.bar

    @on(FindBar.ReplaceAll)
    def keep(self, event: FindBar.ReplaceAll) -> None:
        self.wholes.append(event)

    def look_for(self, words: str, *, replacing: bool = False) -> None:
        self.bar.open(replacing=replacing)
        self.bar.query(Input).first().value = words


def row(app: Desk) -> int:
    return min(app.editor.selection)[0]


def marked(app: Desk, row: int) -> list[str]:
    """Give what is underlined on a row of the editor."""
    strip = app.editor.render_line(row)
    return [part.text for part in strip if part.style is not None and part.style.underline]


async def stepping(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await pilot.press("enter")


async def test_typing_goes_to_the_first_match_and_counts_all() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.bar.open(replacing=False)
        await pilot.press("r", "a", "m")
        await pilot.pause()
        assert app.editor.selected_text == "ram"
        assert row(app) == 2
        assert "1 of 2" in shown(app)
        await pilot.press("x")
        await pilot.pause()
        assert "none" in shown(app)


async def test_everything_that_is_found_is_marked_until_the_line_closes() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("name")
        await pilot.pause()
        assert marked(app, 5) == ["name"]
        await pilot.press("escape")
        await pilot.pause()
        assert marked(app, 5) == []


async def test_letters_step_after_enter_and_go_round() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("ram")
        await stepping(pilot)
        for key, wanted in (("n", 6), ("n", 2), ("N", 6), ("p", 2), ("down", 6)):
            await pilot.press(key)
            assert row(app) == wanted


async def test_capitals_can_be_made_to_matter() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("RAM")
        await stepping(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert row(app) == 6
        assert "1 of 1, case" in shown(app)


async def test_only_whole_words_can_be_looked_for() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("ram")
        await stepping(pilot)
        await pilot.press("w")
        await pilot.pause()
        assert "none, words" in shown(app)
        await pilot.press("w", "c")
        await pilot.pause()
        assert "words" not in shown(app).replace("w words", "")


async def test_a_pattern_that_is_none_is_said() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("(")
        await stepping(pilot)
        await pilot.press("x", "n")
        await pilot.pause()
        assert "( is not a regular expression: missing ) at position 1." in shown(app)
        assert "n next" not in shown(app)
        await pilot.press("x")
        await pilot.pause()
        assert "regular" not in shown(app)
        assert "n next" in shown(app)


async def test_a_pattern_that_would_never_end_is_said_and_the_next_one_is_found() -> None:
    app = Desk(f"{TEXT}# {'a' * 500}b\n")
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("(a+)+$")
        await stepping(pilot)
        await pilot.press("x")
        await pilot.pause()
        assert "Line 8 takes too long" in shown(app)
        assert "can match in too many ways." in shown(app)
        assert marked(app, 7) == []
        app.look_for("(a+)+b$")
        await pilot.pause()
        assert "1 of 1, pattern" in shown(app)


async def test_what_is_selected_is_looked_for() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.editor.focus()
        await pilot.press("shift+end")
        app.bar.open(replacing=False)
        await pilot.pause()
        assert app.bar.query(Input).first().value == "[[hosts]]"


async def test_a_match_is_replaced_as_one_step_and_the_next_is_shown() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("name", replacing=True)
        app.bar.query(Input).last().value = "NAME"
        await stepping(pilot)
        await pilot.press("r")
        assert app.editor.text == TEXT.replace("name", "NAME", 1)
        assert row(app) == 5
        await pilot.press("escape", "ctrl+z")
        assert app.editor.text == TEXT


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
async def test_everything_is_replaced_with_the_plans_line_endings(newline: str) -> None:
    text = TEXT.replace("\n", newline)
    app = Desk(text)
    async with app.run_test(size=NARROW) as pilot:
        app.look_for(r"^(n)ame", replacing=True)
        app.bar.query(Input).last().value = r"\1AME"
        await stepping(pilot)
        await pilot.press("x", "a")
        await pilot.pause()
        assert [(each.text, each.number) for each in app.wholes] == [
            (text.replace("name", "nAME"), 2)
        ]


async def test_nothing_is_replaced_where_only_something_is_looked_for() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("name")
        await stepping(pilot)
        await pilot.press("r", "a")
        await pilot.pause()
        assert (app.editor.text, app.wholes) == (TEXT, [])


async def test_tab_goes_between_the_fields_and_escape_back_to_the_text() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.bar.open(replacing=True)
        await pilot.pause()
        first, second = app.bar.query(Input)
        assert first.has_focus
        await pilot.press("tab")
        assert second.has_focus
        await pilot.press("tab", "escape")
        assert app.editor.has_focus
        assert not app.bar.display


async def test_the_letters_that_work_are_shown() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("name", replacing=True)
        await pilot.pause()
        assert "Enter step" in shown(app)
        await stepping(pilot)
        await pilot.pause()
        assert "n next  r replace  a all  N back  c case  w words  x pattern  Esc close" in shown(
            app
        )


class SlowSearch:
    """Replacing that goes on from its first lines only when it is let."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on = Event()
        self._replaced = replaced
        monkeypatch.setattr(find_bar, "replaced", self)
        monkeypatch.setattr("medv_tui.tui.waiting.TOLD_SECONDS", 0.01)
        monkeypatch.setattr("medv_tui.tui.waiting.LOOK_SECONDS", 0.01)

    def __call__(
        self, lines: list[str], search: Search, new: str, left: Left, told: Told
    ) -> tuple[list[str], int]:
        told(10_000, 1_000_000)
        self.go_on.wait()
        return self._replaced(lines, search, new, left, told)


async def until_told(pilot: Pilot[int]) -> None:
    for _ in range(1_000):
        if "Esc cancels" in shown(pilot.app):
            return
        await pilot.pause(0.01)
    raise AssertionError("No progress was shown.")


async def test_replacing_much_shows_a_bar_and_escape_ends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Desk()
    slow = SlowSearch(monkeypatch)
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("name", replacing=True)
        await stepping(pilot)
        await pilot.press("a")
        await until_told(pilot)
        assert "replacing ────────── 10,000 of 1,000,000 lines" in shown(app)
        await pilot.press("escape")
        slow.go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert app.bar.display
        assert "Cancelled" in shown(app)
        assert app.wholes == []


async def test_a_long_plan_is_looked_through_beside_the_interface(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(find_bar, "MANY_LINES", 1)
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        app.look_for("ram")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await stepping(pilot)
        await pilot.press("n")
        await app.workers.wait_for_complete()

        assert row(app) == 6
        assert "2 of 2" in shown(app)
