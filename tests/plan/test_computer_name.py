import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.plan.computer_name import LONGEST_NAME, against_name


@pytest.mark.parametrize("name", ["A", "PC-0001", "a_b", "!@#$%^&()-_'{}.~", "BÜRO-1", "ОФИС", "7"])
def test_a_computer_can_be_called_so(name: str) -> None:
    assert against_name(name[:LONGEST_NAME]) is None


@pytest.mark.parametrize(
    ("name", "clause"),
    [
        ("FIN-0001-LAPTOP-7", "it has 17 characters, and a computer name has at most 15"),
        ("FIN*", "a computer name has no * in it"),
        ("FIN:1/2", "a computer name has no : in it"),
        ("FIN 1", "a computer name has no blank in it"),
        ("FIN\t1", "a computer name has no U+0009 in it"),
    ],
)
def test_no_computer_can_be_called_so(name: str, clause: str) -> None:
    assert against_name(name) == clause


@given(st.text(alphabet="ABCxyz019-_", min_size=1, max_size=40))
def test_plain_names_are_refused_by_their_length_alone(name: str) -> None:
    assert (against_name(name) is None) == (len(name) <= LONGEST_NAME)
