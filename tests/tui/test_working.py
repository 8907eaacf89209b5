from threading import Event

from textual.app import App
from textual.screen import Screen

from medv_tui.tui.colours import themes
from medv_tui.tui.theme_colours import DARK, EXACT
from medv_tui.tui.working import FEW_CHARACTERS, WorkingScreen, work_out

LONG = "x" * (FEW_CHARACTERS + 1)


class Desk(App[int]):
    """An application with some work that ends when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        for theme in themes(EXACT):
            self.register_theme(theme)
        self.theme = DARK
        self.may_end = Event()
        self.results: list[str] = []

    def begin(self, text: str) -> None:
        work_out(self, text, self._work, self.results.append)

    def _work(self) -> str:
        self.may_end.wait()
        return "done"


async def test_a_short_text_is_worked_on_at_once() -> None:
    app = Desk()
    app.may_end.set()
    async with app.run_test():
        app.begin("x")
        assert app.results == ["done"]


async def test_a_long_text_is_worked_on_beside_the_interface() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.begin(LONG)
        await pilot.pause()
        assert isinstance(app.screen, WorkingScreen)
        app.may_end.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.results == ["done"]
        assert not isinstance(app.screen, WorkingScreen)


async def test_escape_drops_what_is_worked_on() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.begin(LONG)
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, WorkingScreen)
        app.may_end.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.results == []


async def test_work_that_ends_below_another_screen_is_given_once_that_closes() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.begin(LONG)
        await pilot.pause()
        app.push_screen(Screen())
        await pilot.pause()
        app.may_end.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.results == []
        app.pop_screen()
        await pilot.pause()
        assert app.results == ["done"]
