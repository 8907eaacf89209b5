"""A screen draws at once, and rests for as long as its last frame took."""

from time import monotonic

import pytest
from textual.app import App
from textual.screen import Screen

from medv_tui.tui import frames
from medv_tui.tui.frames import LONGEST_REST_SECONDS, LiveScreen


class Watch:
    """A clock that goes on only while something is drawn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        self.frames = 0
        self.frame_seconds = 0.0
        monkeypatch.setattr(frames, "monotonic", lambda: self.now)
        monkeypatch.setattr(Screen, "_on_timer_update", self.draw)

    def draw(self) -> None:
        self.frames += 1
        self.now += self.frame_seconds


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


async def test_a_frame_waits_as_long_as_the_one_before_it_took(watch: Watch) -> None:
    screen, watch.frame_seconds = LiveScreen(), 0.005
    screen._on_timer_update()
    for seconds, drawn in ((0.004, 1), (0.002, 2)):
        watch.now += seconds
        screen._on_timer_update()
        assert watch.frames == drawn


async def test_no_frame_waits_for_longer_than_half_of_what_textual_lets_it_wait(
    watch: Watch,
) -> None:
    screen, watch.frame_seconds = LiveScreen(), 1.0
    screen._on_timer_update()
    watch.now += LONGEST_REST_SECONDS
    screen._on_timer_update()
    assert watch.frames == 2


async def test_what_comes_while_a_screen_rests_is_drawn_afterwards() -> None:
    class TextApp(App[None]):
        def get_default_screen(self) -> LiveScreen:
            return LiveScreen()

    app = TextApp()
    async with app.run_test() as pilot:
        screen = app.screen
        assert isinstance(screen, LiveScreen)
        due = screen._earliest = monotonic() + 0.05
        screen.refresh()
        await pilot.pause()
        while screen._repaint_required:
            await pilot.pause(0.005)
        assert screen._earliest > due
