"""Keys that arrive in one go, as from a fast typist over a slow line, count in their order."""

from pathlib import Path

from tests.e2e.conftest import EXAMPLE, Start, opened
from tests.e2e.terminal import CTRL_S, DOWN, END, ENTER, F2, HOME, SHIFT_LEFT

TO_USERS = (*[DOWN] * EXAMPLE[: EXAMPLE.index(b"users = 3")].count(b"\n"), END, SHIFT_LEFT)


def test_movements_and_letters_are_taken_in_their_order(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    terminal.send("".join((*TO_USERS, "4", HOME, "#", DOWN, "#")))
    terminal.wait_for("#users = 4")
    terminal.wait_for("w#indows_virtual_pc = true")


def test_a_save_takes_all_that_was_typed_before_it(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    terminal.send("".join(("# first ", *TO_USERS, "4", CTRL_S)))
    wanted = b"# first " + EXAMPLE.replace(b"users = 3", b"users = 4")
    terminal.wait(lambda _: plan.read_bytes() == wanted, "the saved file")


def test_what_is_typed_as_soon_as_the_text_is_seen_is_saved(start: Start, plan: Path) -> None:
    terminal = start(plan)
    terminal.wait_for("[plan]")
    terminal.send("# early ", CTRL_S, "# later ")
    terminal.wait(lambda _: plan.read_bytes() == b"# early " + EXAMPLE, "the saved file")
    terminal.wait_for("# early # later ")
    terminal.wait_for("10.1 GB")


def test_what_is_typed_before_anything_is_seen_is_saved(start: Start, plan: Path) -> None:
    terminal = start(plan)
    terminal.send("# blind", ENTER, F2)
    terminal.wait(lambda _: plan.read_bytes() == b"# blind\n" + EXAMPLE, "the saved file")
    terminal.wait_for("10.1 GB")
