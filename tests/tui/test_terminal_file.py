import errno
import io
import os
import tty
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import pytest
from textual.drivers._writer_thread import WriterThread

from medv_tui.tui.terminal_file import PARTS_OF_CHARACTERS, TerminalFile


class Gone(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(errno.EIO, f"nobody reads {text}")

    def flush(self) -> None:
        raise OSError(errno.EIO, "nobody reads")


class Reader:
    """A terminal, and the file of it that a program draws on."""

    def __init__(self) -> None:
        self._fd, inside = os.openpty()
        tty.setraw(inside)
        self.inside = os.fdopen(inside, "w", encoding="utf-8", errors=PARTS_OF_CHARACTERS)

    def close(self) -> None:
        self.inside.close()
        os.close(self._fd)

    def read(self, length: int) -> bytes:
        """Give the next bytes that come."""
        data = b""
        while len(data) < length:
            data += os.read(self._fd, length - len(data))
        return data


@pytest.fixture
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture
def file(reader: Reader) -> Iterator[TerminalFile]:
    file = TerminalFile(reader.inside)
    file.open()
    yield file
    file.close()


def pass_on(file: TerminalFile, text: str) -> None:
    """Do what the other thread does with a text."""
    file.write(text)
    file.flush()


def test_a_terminal_that_is_gone_takes_everything_and_nothing_fails() -> None:
    thread = WriterThread(cast("IO[str]", TerminalFile(Gone())))
    thread.start()
    for _ in range(100):
        thread.write("text")
    thread.stop()
    assert not thread.is_alive()


def test_a_file_that_is_no_terminal_is_left_to_the_other_thread(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w") as opened:
        file = TerminalFile(opened)
        file.open()
        assert file.send("text") == "text"
        pass_on(file, "text")
        assert (tmp_path / "file").read_text() == "text"
        assert file.fileno() == opened.fileno()


def test_what_a_terminal_has_room_for_is_sent_at_once(reader: Reader, file: TerminalFile) -> None:
    assert file.send("typed é") == ""
    assert reader.read(8) == "typed é".encode()


@pytest.mark.parametrize("first", ["", ".", ".."])
def test_a_terminal_that_takes_no_more_is_not_waited_for(
    reader: Reader, file: TerminalFile, first: str
) -> None:
    # Three bytes each, so that it is full in the middle of one behind some of the beginnings.
    text = first + "漢" * 100_000
    rest = file.send(text)
    left = rest.encode("utf-8", PARTS_OF_CHARACTERS)
    assert left
    came = reader.read(len(text.encode()) - len(left))
    assert came + left == text.encode()
    pass_on(file, rest[:100])
    more = rest[:100].encode("utf-8", PARTS_OF_CHARACTERS)
    assert reader.read(len(more)) == left[: len(more)]


def test_nothing_overtakes_what_was_left_to_the_other_thread(
    reader: Reader, file: TerminalFile
) -> None:
    rest = file.send("." * 1_000_000)
    reader.read(1_000_000 - len(rest))
    assert file.send("later") == "later"
    file.write(rest[:100])
    file.flush()
    assert file.send("later still") == "later still"
    for text in ("later", "later still"):
        pass_on(file, text)
    assert reader.read(116) == b"." * 100 + b"laterlater still"
    assert file.send("at once") == ""


def test_what_is_no_character_is_shown_as_a_question(reader: Reader, file: TerminalFile) -> None:
    assert file.send("a\ud800\udcffb") == ""
    assert reader.read(4) == b"a??b"


def test_a_terminal_that_somebody_else_draws_on_gets_nothing_at_once(
    reader: Reader, file: TerminalFile
) -> None:
    file.close()
    assert file.send("text") == "text"
    pass_on(file, "left")
    file.open()
    assert file.send(", more") == ""
    assert reader.read(10) == b"left, more"


def test_the_terminal_that_is_shared_with_the_shell_still_waits(
    reader: Reader, file: TerminalFile
) -> None:
    assert file.send("text") == ""
    assert os.get_blocking(reader.inside.fileno())
