"""What arrives in parts is read as if it had come at once, and what stays a part is no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from medv_tui.tui.sequences import ESCAPE, Sequences

SEQUENCES = (
    b"\x1b[A",
    b"\x1bOP",
    b"\x1b[1;2D",
    b"\x1b[15~",
    b"\x1b[200~",
    b"\x1b[97;5u",
    b"\x1b[<0;101;30M",
    b"\x1b[<35;1;1m",
    b"\x1b[M !\xff",
    b"\x1b[?2026;2$y",
    b"\x1b[?1;2c",
    b"\x1b[I",
    b"\x1b[[A",
    b"\x1b[7^",
)
KNOWN = [key.encode() for key in ANSI_SEQUENCES_KEYS if key[0] == "\x1b" and len(key) > 2]


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_a_sequence_passes_whole_wherever_it_is_cut(sequence: bytes) -> None:
    for cut in range(1, len(sequence) + 1):
        sequences = Sequences()
        first = sequences.feed(b"a" + sequence[:cut])
        assert first + sequences.feed(sequence[cut:] + b"b") == b"a" + sequence + b"b"
        assert first in {b"a", b"a" + sequence}


def test_every_key_that_textual_knows_passes_at_once() -> None:
    assert len(KNOWN) > 200
    assert [Sequences().feed(key) for key in KNOWN] == KNOWN


@pytest.mark.parametrize(
    "sequence", [each for each in SEQUENCES if not each.startswith((b"\x1b[M", b"\x1b[["))]
)
def test_a_rest_that_comes_after_its_beginning_was_taken_for_escape_is_no_text(
    sequence: bytes,
) -> None:
    sequences = Sequences()
    assert sequences.feed(ESCAPE) == b""
    assert sequences.is_escape()
    assert sequences.feed(sequence[1:]) == sequence


@pytest.mark.parametrize("beginning", [b"\x1b[", b"\x1b[<0;1", b"\x1b[M ", b"\x1b[?20", b"\x1bO"])
def test_a_beginning_whose_rest_is_lost_is_dropped_and_keeps_no_key_back(beginning: bytes) -> None:
    sequences = Sequences()
    assert sequences.feed(beginning) == b""
    assert not sequences.is_escape()
    sequences.give_up()
    assert sequences.feed(b"a") == b"a"


def test_a_key_that_is_no_rest_is_itself() -> None:
    sequences = Sequences()
    assert sequences.feed(b"\x1b[<0;1") == b""
    assert sequences.feed(b"a") == b"a"


def test_escape_alone_is_a_key_once() -> None:
    sequences = Sequences()
    assert not sequences.is_escape()
    assert sequences.feed(ESCAPE) == b""
    assert sequences.is_escape()
    assert not sequences.is_escape()
    assert sequences.feed(b"[") == b"["
    assert sequences.feed(b"x") == b"x"


@pytest.mark.parametrize("typed", [b"[plan]", b"[[hosts]]", b"[1, 2]", b"[Medv]", b"Own"])
def test_text_after_escape_is_text(typed: bytes) -> None:
    sequences = Sequences()
    sequences.feed(ESCAPE)
    assert sequences.is_escape()
    assert sequences.feed(typed) == typed


def test_escape_and_a_letter_at_once_are_one_key() -> None:
    sequences = Sequences()
    assert sequences.feed(ESCAPE) == b""
    assert sequences.feed(b"k") == b"\x1bk"


@given(st.lists(st.text(st.characters(exclude_characters="\x1b", exclude_categories=["Cs"]))))
def test_text_passes_as_it_is(parts: list[str]) -> None:
    sequences = Sequences()
    given_parts = [part.encode() for part in parts]
    assert [sequences.feed(part) for part in given_parts] == given_parts
