import pytest

from medv_tui.tui.layout import Form, form_for, is_cramped, shortage


@pytest.mark.parametrize(
    ("columns", "rows", "form"),
    [
        (180, 50, Form.WIDE),
        (140, 36, Form.WIDE),
        (140, 35, Form.MEDIUM),
        (139, 50, Form.MEDIUM),
        (100, 24, Form.MEDIUM),
        (99, 50, Form.NARROW),
        (40, 10, Form.NARROW),
        (39, 50, Form.BARE),
        (180, 9, Form.BARE),
        (20, 5, Form.BARE),
        (19, 5, Form.NONE),
        (180, 4, Form.NONE),
    ],
)
def test_the_form_follows_the_size(columns: int, rows: int, form: Form) -> None:
    assert form_for(columns, rows) is form


def test_everything_has_its_place_from_80_by_24() -> None:
    assert not is_cramped(80, 24)
    assert is_cramped(79, 24)
    assert is_cramped(80, 23)


def test_a_small_terminal_is_told_what_is_needed() -> None:
    assert shortage(70, 20) == "Needs 80 x 24, has 70 x 20."
