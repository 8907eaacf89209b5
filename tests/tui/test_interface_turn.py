"""What works beside the interface waits while that is at work, but never for long."""

import asyncio
from collections.abc import Iterator
from threading import Thread

import pytest

from medv_tui.tui import interface_turn
from medv_tui.tui.interface_turn import TURN, InterfaceSelector, InterfaceTurn
from medv_tui.tui.pace import beside
from medv_tui.turns import give_way


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a wait last until the interface rests."""
    monkeypatch.setattr(interface_turn, "MOST_SECONDS", 60.0)


@pytest.fixture
def at_rest() -> Iterator[None]:
    yield
    TURN.end()


def waiting(turn: InterfaceTurn) -> Thread:
    thread = Thread(target=turn.wait, daemon=True)
    thread.start()
    return thread


@pytest.mark.usefixtures("endless")
def test_nobody_waits_for_an_interface_at_rest() -> None:
    waiting(InterfaceTurn()).join()


@pytest.mark.usefixtures("endless")
def test_others_wait_until_the_interface_rests() -> None:
    turn = InterfaceTurn()
    turn.begin()
    thread = waiting(turn)
    thread.join(0.05)
    assert thread.is_alive()
    turn.end()
    thread.join()


@pytest.mark.usefixtures("endless")
def test_others_wait_until_what_was_drawn_is_sent() -> None:
    turn = InterfaceTurn()
    turn.begin()
    turn.begin_to_write()
    turn.end()
    thread = waiting(turn)
    thread.join(0.05)
    assert thread.is_alive()
    turn.end_to_write()
    thread.join()


@pytest.mark.usefixtures("endless")
def test_others_wait_although_what_was_drawn_before_is_sent() -> None:
    turn = InterfaceTurn()
    turn.begin()
    turn.begin_to_write()
    turn.end_to_write()
    thread = waiting(turn)
    thread.join(0.05)
    assert thread.is_alive()
    turn.end()
    thread.join()


def test_an_interface_that_is_busy_for_long_is_waited_for_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turn = InterfaceTurn()
    turn.begin()
    waiting(turn).join()
    monkeypatch.setattr(interface_turn, "MOST_SECONDS", 60.0)
    waiting(turn).join()


@pytest.mark.usefixtures("at_rest")
def test_the_event_loop_is_at_work_except_while_it_waits() -> None:
    seen: list[bool] = []

    def look_from_outside(loop: asyncio.AbstractEventLoop, done: asyncio.Event) -> None:
        while TURN.is_at_work():
            pass
        seen.append(TURN.is_at_work())
        loop.call_soon_threadsafe(done.set)

    async def run() -> None:
        loop, done = asyncio.get_running_loop(), asyncio.Event()
        TURN.begin()
        Thread(target=look_from_outside, args=(loop, done), daemon=True).start()
        await done.wait()
        seen.append(TURN.is_at_work())

    loop = asyncio.SelectorEventLoop(InterfaceSelector())
    try:
        loop.run_until_complete(run())
    finally:
        loop.close()
    assert seen == [False, True]


@pytest.mark.usefixtures("endless", "at_rest")
async def test_work_beside_the_interface_gives_way_to_it() -> None:
    passed: list[str] = []

    def work() -> None:
        give_way()
        passed.append("after the interface")

    TURN.begin()
    task = asyncio.create_task(beside(work))
    await asyncio.sleep(0.05)
    assert not passed
    TURN.end()
    await task
    assert passed
