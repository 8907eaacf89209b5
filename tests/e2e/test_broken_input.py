"""Input as bad lines deliver it: cut in two, never ended, or all at once."""

from pathlib import Path

from tests.e2e.conftest import EXAMPLE, Start, opened
from tests.e2e.terminal import CTRL_S, CTRL_Z, Terminal

_LEFT_OPEN = b"\x1b[200~# pasted "
_CUT = (
    (b"\x1b", b"[B"),
    (b"\x1b[", b"A"),
    (b"\x1b[<35;", b"20;9M"),
    (b"\x1b[?2026", b";2$y"),
    (b"\x1b[?1", b";2c"),
)
"""An arrow key down and one up, a moved mouse, and replies of the terminal."""
_CLICK_BEYOND = b"\x1b[<0;300;9M\x1b[<0;300;9m"
_LONGER_THAN_ESCAPE = 0.25
"""Seconds after which Escape alone is long taken for the key."""
_PASTED_LINES = 10_000
_TYPED_LINES = 1_000


def saved(terminal: Terminal, plan: Path, wanted: bytes) -> None:
    terminal.send(CTRL_S)
    terminal.wait(lambda _: plan.read_bytes() == wanted, "the saved file", 20.0)


def test_sequences_that_arrive_in_two_parts_type_nothing(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    for first, rest in _CUT:
        terminal.send_bytes(first)
        terminal.wait_until_quiet(0.02)
        terminal.send_bytes(rest)
    terminal.send_bytes(_CLICK_BEYOND[:6])
    terminal.wait_until_quiet(_LONGER_THAN_ESCAPE)
    terminal.send_bytes(_CLICK_BEYOND[6:])
    terminal.send("#")
    terminal.wait_for("#")
    terminal.send(CTRL_S)
    terminal.wait(lambda _: plan.read_bytes() != EXAMPLE, "the saved file")
    written = plan.read_bytes()
    assert written.replace(b"#", b"") == EXAMPLE.replace(b"#", b"")
    assert written.count(b"#") == EXAMPLE.count(b"#") + 1


def test_a_paste_whose_end_is_cut_in_two_is_pasted_once(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    terminal.send_bytes(_LEFT_OPEN + b"\x1b[20")
    terminal.wait_until_quiet()
    terminal.send_bytes(b"1~")
    terminal.wait_for("# pasted")
    terminal.send("typed ")
    terminal.wait_for("# pasted typed")
    saved(terminal, plan, b"# pasted typed " + EXAMPLE)


def test_after_a_paste_whose_end_was_lost_keys_work_again(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    terminal.send_bytes(_LEFT_OPEN)
    terminal.wait_for("# pasted")
    terminal.send("typed ")
    terminal.wait_for("# pasted typed")
    saved(terminal, plan, b"# pasted typed " + EXAMPLE)


def test_ten_thousand_pasted_lines_are_one_step_and_a_thousand_typed_ones_all_arrive(
    start: Start, plan: Path
) -> None:
    terminal = opened(start, plan)
    pasted = b"".join(b"# pasted %d\n" % number for number in range(_PASTED_LINES))
    terminal.send_slowly(b"\x1b[200~" + pasted.replace(b"\n", b"\r") + b"\x1b[201~")
    saved(terminal, plan, pasted + EXAMPLE)
    terminal.send(CTRL_Z)
    saved(terminal, plan, EXAMPLE)
    typed = b"".join(b"# %d\n" % number for number in range(_TYPED_LINES))
    terminal.send_slowly(typed.replace(b"\n", b"\r"))
    saved(terminal, plan, typed + EXAMPLE)
