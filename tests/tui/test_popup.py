import pytest

from medv_tui.reference.completion import Proposal
from medv_tui.tui.line import plain, width
from medv_tui.tui.popup import MOST_ROWS, WIDEST, Popup, Spot, place, row

FEW = Popup([Proposal("true", "default", "", "true"), Proposal("false", "", "", "false")])
MANY = Popup([Proposal(f"key_{n}", "text", f"Meaning {n}.", f"key_{n} = ") for n in range(20)])


def test_it_stands_below_the_word_where_there_is_room() -> None:
    assert place(FEW, x=10, y=3, cells=80, height=20) == Spot(10, 4, 24, 3)


def test_it_stands_above_the_word_where_there_is_more_room() -> None:
    assert place(MANY, x=0, y=18, cells=80, height=20) == Spot(0, 9, WIDEST, MOST_ROWS + 1)


def test_it_stays_inside_a_narrow_editor() -> None:
    assert place(MANY, x=30, y=0, cells=44, height=6) == Spot(0, 1, 44, 5)


@pytest.mark.parametrize(("cells", "height"), [(10, 20), (80, 2)])
def test_it_is_left_out_where_nothing_could_be_read(cells: int, height: int) -> None:
    assert place(MANY, x=0, y=0, cells=cells, height=height) is None


def test_the_chosen_one_stays_in_view_and_goes_round() -> None:
    popup = MANY
    for _ in range(MOST_ROWS):
        popup = popup.moved(1)
    assert (popup.chosen, popup.first) == (MOST_ROWS, 1)
    assert MANY.moved(-1).proposal.label == "key_19"
    assert MANY.moved(-1).moved(1).chosen == 0


def test_the_last_row_says_what_the_chosen_one_means() -> None:
    spot = Spot(0, 1, 40, 4)
    drawn = [plain(row(MANY.moved(1), spot, y)) for y in range(4)]
    assert drawn[0].startswith("  key_0 ")
    assert drawn[1].startswith("► key_1 ")
    assert drawn[3] == " Meaning 1." + " " * 20 + "2 of 20 ".rjust(9)
    assert {width(row(MANY, spot, y)) for y in range(4)} == {40}
