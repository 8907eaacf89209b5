"""Work that takes long is shown from then on, and ends at its next step once it is not wanted."""

import asyncio
from threading import Event

import pytest

from medv_tui.errors import WorkCancelledError
from medv_tui.inventory.progress import Progress, Step
from medv_tui.tui.waiting import Waiting

FIRST, SECOND = Step("reading", 1, 2), Step("reading", 2, 2)


class Work:
    """Goes from its first step to its second only when it is let."""

    def __init__(self) -> None:
        self.go_on = Event()
        self.is_over = Event()

    def __call__(self, progress: Progress) -> str:
        try:
            progress(FIRST)
            self.go_on.wait()
            progress(SECOND)
            return "done"
        finally:
            self.is_over.set()


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medv_tui.tui.waiting.TOLD_SECONDS", 0.01)
    monkeypatch.setattr("medv_tui.tui.waiting.LOOK_SECONDS", 0.01)


async def test_a_step_is_shown_until_the_work_is_done() -> None:
    work, shown = Work(), asyncio.Event()
    steps: list[Step] = []

    def show(step: Step) -> None:
        steps.append(step)
        shown.set()

    waiting = Waiting(show)
    task = asyncio.ensure_future(waiting.until_done(work))
    await shown.wait()
    assert waiting.is_shown
    assert steps[0] == FIRST
    work.go_on.set()

    assert await task == "done"
    assert not waiting.is_shown


async def test_work_that_has_no_step_yet_is_said_to_go_on() -> None:
    begun, go_on = asyncio.Event(), Event()
    waiting = Waiting(lambda _step: None, begun.set)
    task = asyncio.ensure_future(waiting.until_done(lambda _progress: go_on.wait()))
    await begun.wait()
    assert waiting.was_told_of
    assert not waiting.is_shown
    go_on.set()

    assert await task


async def test_cancelled_work_ends_at_its_next_step() -> None:
    work = Work()
    waiting = Waiting(lambda _step: None)
    task = asyncio.ensure_future(waiting.until_done(work))
    waiting.cancel()
    work.go_on.set()

    with pytest.raises(WorkCancelledError):
        await task


async def test_nothing_comes_of_cancelled_work_that_has_no_step_left() -> None:
    waiting, go_on = Waiting(lambda _step: None), Event()
    task = asyncio.ensure_future(waiting.until_done(lambda _progress: go_on.wait()))
    waiting.cancel()
    go_on.set()

    with pytest.raises(WorkCancelledError):
        await task


async def test_work_that_nobody_waits_for_any_more_ends_too() -> None:
    work, shown = Work(), asyncio.Event()
    task = asyncio.ensure_future(Waiting(lambda _step: shown.set()).until_done(work))
    await shown.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    work.go_on.set()

    assert work.is_over.wait(5)


async def test_what_the_work_raises_comes_through() -> None:
    def fail(_progress: Progress) -> None:
        raise ArithmeticError("No.")

    with pytest.raises(ArithmeticError):
        await Waiting(lambda _step: None).until_done(fail)
