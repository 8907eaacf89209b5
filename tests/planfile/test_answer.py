from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Thread

from benchmarks.large_plans import plan_text
from medv_tui.planfile.answer import Listener, Teller
from medv_tui.planfile.judge import judged_here
from medv_tui.planfile.long_text import LongText

HOSTS = 2_000
PLAN = plan_text(HOSTS)
MOST_BYTES = 200_000
"""Of a message that is taken in between two keys without being felt."""


def told(teller: Teller, connection: Connection, text: str) -> list[int]:
    """Tell what a text says, and give the bytes of each message."""
    found = judged_here(LongText.of(text))
    thread = Thread(target=lambda: teller.tell(text, found))
    thread.start()
    sizes = [len(connection.recv_bytes())]
    while thread.is_alive() or connection.poll():
        if connection.poll(0.01):
            sizes.append(len(connection.recv_bytes()))
    thread.join()
    return sizes


def test_a_large_plan_is_told_in_small_pieces_and_then_only_what_is_new() -> None:
    ours, theirs = Pipe()
    with ours, theirs:
        teller = Teller(theirs)
        first = told(teller, ours, PLAN)
        assert max(first) < MOST_BYTES < sum(first)
        again = told(teller, ours, PLAN)
        assert sum(again) < sum(first) / 20


def test_what_is_told_again_is_heard_as_the_same_objects() -> None:
    ours, theirs = Pipe()
    with ours, theirs:
        teller, listener = Teller(theirs), Listener(ours)
        heard = []
        for _ in range(2):
            found = judged_here(LongText.of(PLAN))
            thread = Thread(target=teller.tell, args=(PLAN, found))
            thread.start()
            heard.append(listener.hear(LongText.of(PLAN)).reading.data["hosts"])
            thread.join()
        one, other = heard
        assert [a is b for a, b in zip(one, other, strict=True)] == [True] * HOSTS
