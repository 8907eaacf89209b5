from textual.widgets import Input

from medv_tui.tui.line import plain, width
from medv_tui.tui.pick import MOST_SHOWN, NONE_FITS, Choice, PickScreen

from .desk import Painted
from .plans import NARROW, shown

SETTINGS = [Choice("MaxPostponeTime", "Fts"), Choice("NetworkingMode", "VM", "two"), Choice("A")]


class Desk(Painted):
    """Nothing but a list to pick from."""

    def __init__(self, choices: list[Choice], start: int = 0) -> None:
        super().__init__()
        self.list = PickScreen("Settings", choices, start)
        self.picked: list[int | None] = []

    def on_mount(self) -> None:
        self.push_screen(self.list, self.picked.append)


async def test_what_begins_with_the_word_comes_first_and_is_taken() -> None:
    app = Desk(SETTINGS)
    async with app.run_test(size=NARROW) as pilot:
        app.list.query_one(Input).value = "net"
        await pilot.pause()
        text = shown(app)
        assert text.index("NetworkingMode") < text.index("MaxPostponeTime")
        await pilot.press("enter")
        assert app.picked == [1]


def test_a_table_begins_with_the_last_part_of_its_name_too() -> None:
    table = Choice("[workspaces.settings.Fts]")
    assert all(table.begins([word]) for word in ("fts", "[workspaces"))
    assert not table.begins(["settings"])
    assert Choice("[[hosts]]").begins(["hosts"])


async def test_the_words_may_be_of_the_kind() -> None:
    app = Desk(SETTINGS)
    async with app.run_test(size=NARROW) as pilot:
        app.list.query_one(Input).value = "time fts"
        await pilot.pause()
        await pilot.press("enter")
        assert app.picked == [0]


async def test_where_nothing_fits_it_is_said_and_nothing_is_taken() -> None:
    app = Desk(SETTINGS)
    async with app.run_test(size=NARROW) as pilot:
        app.list.query_one(Input).value = "zzz"
        await pilot.pause()
        assert NONE_FITS in shown(app)
        await pilot.press("enter", "escape")
        assert app.picked == [None]


async def test_a_long_list_starts_at_its_place_and_says_how_many_more_there_are() -> None:
    app = Desk([Choice(f"PC-{number}") for number in range(3 * MOST_SHOWN)], MOST_SHOWN)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert f"PC-{MOST_SHOWN}" in shown(app)
        await pilot.press("down", "enter")
        assert app.picked == [MOST_SHOWN + 1]


def test_a_choice_is_as_wide_as_its_row() -> None:
    line = Choice("FIN-0001", "[[hosts]]", "line 12", 1).line(40)
    assert width(line) == 40
    assert plain(line) == "  FIN-0001  [[hosts]]" + " " * 11 + "line 12 "
