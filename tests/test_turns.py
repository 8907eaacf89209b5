"""Work lets others go first where it was asked to, and nowhere else."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from medv_tui.turns import give_way, giving_way


def test_whoever_is_let_go_first_is_asked_each_time() -> None:
    asked: list[str] = []
    with giving_way(lambda: asked.append("go")):
        give_way()
        give_way()
    give_way()
    assert asked == ["go", "go"]


def test_another_thread_goes_on_as_it_did() -> None:
    asked: list[str] = []
    with giving_way(lambda: asked.append("go")), ThreadPoolExecutor(1) as pool:
        pool.submit(give_way).result()
    assert asked == []


def test_work_that_fails_no_longer_gives_way() -> None:
    asked: list[str] = []
    with pytest.raises(ArithmeticError), giving_way(lambda: asked.append("go")):
        raise ArithmeticError
    give_way()
    assert asked == []
