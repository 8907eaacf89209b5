"""What a terminal answers never becomes text, and nothing else is lost with it."""

import pytest

from medv_tui.tui.replies import Replies

ANSWERS = (
    "\x1b[?1;2c",
    "\x1b[>41;354;0c",
    "\x1b]11;rgb:0000/0000/0000\x1b\\",
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1bP>|XTerm(354)\x1b\\",
    "\x1bP1+r4d73\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
)
KEYS = ("a", "\x1b", "\x1b[A", "\x1b[1;2D", "\x1b[?2026;2$y", "\x1b[<0;20;9M", "\x1b]", "漢\r")


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_dropped_wherever_it_is_cut(answer: str) -> None:
    # The first cut is after the introducer: one escape character by itself is a key.
    for cut in range(3, len(answer) + 1):
        replies = Replies()
        assert replies.feed(f"a{answer[:cut]}") + replies.feed(f"{answer[cut:]}b") == "ab"


@pytest.mark.parametrize("key", KEYS)
def test_keys_and_what_textual_asks_for_pass(key: str) -> None:
    assert Replies().feed(key) == key


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_whose_rest_is_lost_keeps_no_key_back(answer: str) -> None:
    replies = Replies()
    assert replies.feed(answer[:-1]) == ""
    assert replies.give_up() == ""
    assert replies.feed("a") == "a"
