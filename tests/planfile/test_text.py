import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.errors import PlanUnreadableError
from medv_tui.planfile.text import LARGEST_BYTES, decode
from medv_tui.problem_codes import Code


def refusal(data: bytes) -> PlanUnreadableError:
    with pytest.raises(PlanUnreadableError) as raised:
        decode(data, "plan.toml")
    return raised.value


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), st.booleans())
def test_what_was_decoded_encodes_to_the_same_bytes(text: str, bom: bool) -> None:
    data = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    assert decode(data, "plan.toml").encode() == data


def test_a_byte_order_mark_is_remembered_and_is_no_text() -> None:
    plan = decode(b"\xef\xbb\xbfformat = 1\r\n", "plan.toml")
    assert plan.bom
    assert plan.text == "format = 1\r\n"


def test_line_endings_and_odd_separators_stay_as_they_are() -> None:
    text = "a = 1\r\nb = 2\nc = '\u2028\x85'\r"
    assert decode(text.encode(), "plan.toml").text == text


def test_the_first_byte_that_is_not_utf8_is_named_with_its_line() -> None:
    error = refusal(b"a = 1\nb = 'M\xfcller'\n")
    assert error.code is Code.NOT_UTF8
    assert "byte 0xFC at offset 12, in line 2" in str(error)


def test_the_offset_counts_the_byte_order_mark() -> None:
    assert "at offset 4, in line 1" in str(refusal(b"\xef\xbb\xbfa\xff"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf16_is_told_apart(encoding: str) -> None:
    error = refusal("\ufeffformat = 1\n".encode(encoding))
    assert error.code is Code.UTF16


def test_utf16_without_its_mark_holds_nul_characters() -> None:
    error = refusal("format = 1\n".encode("utf-16-le"))
    assert error.code is Code.NUL
    assert "looks like UTF-16" in str(error)


def test_a_nul_character_is_refused_with_its_line() -> None:
    error = refusal(b"format = 1\n# long enough to be text \0\n")
    assert error.code is Code.NUL
    assert "offset 36, in line 2" in str(error)


def test_more_than_a_plan_can_be_is_refused() -> None:
    error = refusal(b"#" * (LARGEST_BYTES + 1))
    assert error.code is Code.FILE_TOO_LARGE
    assert "at most 32 MB" in str(error)
