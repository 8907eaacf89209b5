"""Numbers with groups, decimal marks and exponents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.inventory.numbers import (
    AmbiguousNumberError,
    NoNumberError,
    NumberStyle,
    read_number,
    style_of,
)

POINT = NumberStyle(".")
COMMA = NumberStyle(",")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4096", 4096),
        (" 12.5 ", 12.5),
        ("12,5", 12.5),
        ("0,125", 0.125),
        ("4 194 304", 4194304),
        ("4\u00a0194\u00a0304", 4194304),
        ("4\u202f194\u202f304", 4194304),
        ("4'194'304", 4194304),
        ("4,194,304", 4194304),
        ("4.194.304", 4194304),
        ("4,194.5", 4194.5),
        ("4.194,5", 4194.5),
        ("1234,567", 1234.567),
        ("6,44E+10", 6.44e10),
        ("-1", -1),
        (".5", 0.5),
    ],
)
def test_what_can_be_read_in_one_way_is_read(text: str, number: float) -> None:
    assert read_number(text, POINT) == number
    assert read_number(text, COMMA) == number


@pytest.mark.parametrize("text", ["", "abc", "1,2,3", "1.23.456", "nan", "inf", "0x10", "12 34"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NoNumberError):
        read_number(text, POINT)


def test_one_mark_before_three_digits_is_ambiguous() -> None:
    with pytest.raises(AmbiguousNumberError):
        read_number("1,234", POINT)
    with pytest.raises(AmbiguousNumberError):
        read_number("1.234", COMMA)


def test_the_usual_decimal_mark_is_taken_as_one() -> None:
    assert read_number("1.234", POINT) == 1.234
    assert read_number("1,234", COMMA) == 1.234


def test_other_cells_of_the_column_settle_what_is_ambiguous() -> None:
    style = style_of(["12.5", "1,234"], ",")

    assert read_number("1,234", style) == 1234
    assert read_number("1.234", style) == 1.234


def test_cells_that_contradict_each_other_settle_nothing() -> None:
    assert style_of(["12.5", "12,5"], ",").seen is None


def test_groups_of_three_prove_the_other_mark_decimal() -> None:
    assert style_of(["1.234.567"], ";").seen == ","


def test_no_unit_as_small_as_a_megabyte_has_thousandths() -> None:
    assert read_number("4,094", POINT, whole=True) == 4094
    with pytest.raises(AmbiguousNumberError):
        read_number("4.094", POINT, whole=True)


@given(st.integers(0, 10**15))
def test_grouped_whole_numbers_come_back(number: int) -> None:
    assert read_number(f"{number:,}".replace(",", " "), POINT) == number


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_decimal_commas_come_back(whole: int, cents: int) -> None:
    assert read_number(f"{whole},{cents:02}", COMMA) == float(f"{whole}.{cents:02}")
