import asyncio
import gc
import sys
import threading

import pytest

from medv_tui.tui.pace import (
    MANY_CHARACTERS,
    TURN_SECONDS,
    beside,
    collector_at_rest,
    keys_first,
    let_search,
)


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what would be left out of later searches, instead of leaving the tests out of them."""
    seen: list[str] = []
    monkeypatch.setattr(gc, "freeze", lambda: seen.append("frozen"))
    return seen


def test_nothing_is_searched_while_a_large_text_is_reviewed(frozen: list[str]) -> None:
    with collector_at_rest(MANY_CHARACTERS, first=True):
        assert not gc.isenabled()
        assert not frozen
    assert gc.isenabled()
    assert frozen == ["frozen"]


def test_nothing_is_searched_until_the_last_large_text_is_reviewed() -> None:
    with collector_at_rest(MANY_CHARACTERS, first=True):
        with collector_at_rest(MANY_CHARACTERS, first=True):
            let_search()
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_small_text_changes_nothing(frozen: list[str]) -> None:
    with collector_at_rest(MANY_CHARACTERS - 1, first=False):
        assert gc.isenabled()
    assert not frozen


def test_a_review_that_fails_leaves_the_collector_as_it_was() -> None:
    with pytest.raises(ArithmeticError), collector_at_rest(MANY_CHARACTERS, first=False):
        raise ArithmeticError
    assert gc.isenabled()


def test_what_is_lost_is_found_before_the_next_review(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[int] = []
    monkeypatch.setattr(gc, "collect", searched.append)
    for first in (True, False):
        with collector_at_rest(MANY_CHARACTERS, first=first):
            pass
    assert searched == [0, 2]


def test_a_key_waits_a_twentieth_of_a_frame_for_its_turn(
    monkeypatch: pytest.MonkeyPatch, frozen: list[str]
) -> None:
    turns: list[float] = []
    monkeypatch.setattr(sys, "setswitchinterval", turns.append)
    keys_first()
    assert turns == [TURN_SECONDS]
    assert TURN_SECONDS < 1 / 60 / 20
    assert frozen == ["frozen"]


async def test_work_beside_the_interface_gives_its_result() -> None:
    assert await beside(threading.current_thread) is not threading.current_thread()


async def test_work_beside_the_interface_raises_what_goes_wrong() -> None:
    def fail() -> None:
        raise ArithmeticError("wrong")

    with pytest.raises(ArithmeticError, match="wrong"):
        await beside(fail)


async def test_nobody_waits_for_work_that_is_no_longer_wanted() -> None:
    going_on, may_end = threading.Event(), threading.Event()

    def work() -> bool:
        going_on.set()
        return may_end.wait()

    task = asyncio.create_task(beside(work))
    await asyncio.to_thread(going_on.wait)
    (thread,) = (t for t in threading.enumerate() if t.daemon and t.name.startswith("Thread"))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    may_end.set()
    await asyncio.to_thread(thread.join)
