import pytest

from medv_tui.tui.find_keys import REPLACING, STEPPING, TYPING, Pairs, keys_line
from medv_tui.tui.line import plain, width


def test_all_keys_are_named_where_there_is_room() -> None:
    assert plain(keys_line(STEPPING, 80)) == (
        "n next  N back  c case  w words  x pattern  Esc close"
    )


@pytest.mark.parametrize("pairs", [TYPING, STEPPING, REPLACING])
def test_where_room_is_short_the_first_keys_stay_and_how_to_close(pairs: Pairs) -> None:
    for cells in range(9, 80):
        line = keys_line(pairs, cells)
        assert width(line) <= cells
        assert plain(line).endswith("Esc close")
    assert plain(keys_line(pairs, 25)).startswith(pairs[0][0])
