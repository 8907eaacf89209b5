"""What the screen of a plan tells in its footer, and what it asks above it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import ComposeResult
from textual.pilot import Pilot

from medv_tui.tui.keys import Footer
from medv_tui.tui.pick import Choice
from medv_tui.tui.talk import Talk

from .desk import Painted
from .plans import shown


class Desk(Painted):
    """Nothing but a footer."""

    footer: Footer

    def compose(self) -> ComposeResult:
        self.footer = Footer()
        yield self.footer


@asynccontextmanager
async def talking() -> AsyncIterator[tuple[Talk, Pilot[int]]]:
    app = Desk()
    async with app.run_test(size=(60, 12)) as pilot:
        yield Talk(app.screen, app.footer), pilot


async def test_what_is_told_stays_until_it_is_hushed() -> None:
    async with talking() as (talk, pilot):
        talk.tell("Saved.")
        await pilot.pause()
        assert "Saved." in shown(pilot.app)
        talk.hush()
        await pilot.pause()
        assert "Saved." not in shown(pilot.app)


async def test_news_of_an_edit_is_told_once_after_it() -> None:
    async with talking() as (talk, pilot):
        talk.tell_after_edit("Changed on disk.")
        await pilot.pause()
        assert "Changed on disk." not in shown(pilot.app)
        talk.tell_news()
        await pilot.pause()
        assert "Changed on disk." in shown(pilot.app)
        talk.hush()
        talk.tell_news()
        await pilot.pause()
        assert "Changed on disk." not in shown(pilot.app)


async def test_an_answer_is_gone_on_with_and_a_dropped_question_is_not() -> None:
    async with talking() as (talk, pilot):
        given: list[int] = []
        for key in ("enter", "escape"):
            talk.pick("Which?", [Choice("this", "")], given.append)
            await pilot.pause()
            await pilot.press(key)
            await pilot.pause()
        assert given == [0]


async def test_a_footer_that_is_gone_hears_nothing_and_harms_nothing() -> None:
    async with talking() as (talk, pilot):
        assert talk.is_heard
        await pilot.app.query_one(Footer).remove()
        talk.tell("Too late.")
        assert not talk.is_heard
