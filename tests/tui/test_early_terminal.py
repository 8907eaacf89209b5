import os
import select
import termios
from pathlib import Path

from medv_tui.tui.background import QUESTION, Asked
from medv_tui.tui.early_terminal import EarlyTerminal
from medv_tui.tui.painted import Piece
from medv_tui.tui.pen import FIRST, cells
from tests.tui.terminals import sent, terminal, type_in

ANSWER = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c"
PICTURE = [Piece(1, 0, cells("ready", FIRST))]


def test_what_is_typed_is_neither_echoed_nor_cut_into_lines_nor_taken_for_a_signal() -> None:
    with terminal() as (ours, theirs), EarlyTerminal(theirs, theirs):
        os.write(ours, b"a\r\x03\x1a")
        assert os.read(theirs, 9) == b"a\r\x03\x1a"
        os.write(theirs, b"drawn")
        assert sent(ours, b"drawn") == b"drawn"


def test_what_was_typed_before_the_program_looked_is_kept_with_its_enter_keys() -> None:
    with terminal() as (ours, theirs):
        type_in(ours, theirs, b"# a\rb")
        with EarlyTerminal(theirs, theirs) as early:
            assert early.begun(None).asked.typed == "# a\rb"


def test_a_terminal_that_nobody_takes_over_is_left_as_it_was_found() -> None:
    with terminal() as (ours, theirs):
        before = termios.tcgetattr(theirs)
        with EarlyTerminal(theirs, theirs) as early:
            assert termios.tcgetattr(theirs) != before
            early.show(PICTURE, (9, 2))
        assert termios.tcgetattr(theirs) == before
        end = b"ready\x1b[?25h\x1b[?1049l"
        assert sent(ours, end).endswith(end)


def test_an_answer_that_nobody_wants_is_taken_off_the_terminal() -> None:
    with terminal() as (ours, theirs):
        with EarlyTerminal(theirs, theirs) as early:
            early.ask(5)
            os.write(ours, ANSWER)
        assert not select.select([theirs], [], [], 0)[0]


def test_what_was_begun_says_what_stands_on_the_screen_and_how_it_was_found() -> None:
    with terminal() as (ours, theirs):
        modes = termios.tcgetattr(theirs)
        with EarlyTerminal(theirs, theirs) as early:
            early.ask(5)
            assert sent(ours, QUESTION) == QUESTION
            os.write(ours, b"x" + ANSWER)
            early.show(PICTURE, (9, 2))
            begun = early.begun(None)
        assert begun.asked == Asked(True, "x", is_awaited=False)
        assert begun.is_entered
        assert begun.modes == modes
        assert not begun.painted.change(PICTURE, (9, 2))
        picture = b"\x1b[?1049h\x1b[?25l\x1b[m\x1b[2J\x1b[1;2Hready"
        assert sent(ours, picture) == picture


def test_what_is_no_terminal_is_not_asked(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w+b") as file:
        with EarlyTerminal(file.fileno(), file.fileno()) as early:
            early.ask(5)
            assert early.answer() == Asked()
        assert file.read() == b""
