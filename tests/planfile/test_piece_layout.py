from hypothesis import given
from hypothesis import strategies as st

from medv_tui.planfile.piece_layout import PieceLayout
from medv_tui.planfile.pieces import HEADER, Piece, pieces

PARTS = st.lists(
    st.sampled_from([HEADER, f"{HEADER}users = 3\n", "[plan]\n", "[plan]\na = 1\n\n"]), max_size=8
)


def cut(parts: list[str]) -> list[Piece]:
    return list(pieces("".join(parts)))


@given(PARTS, st.data())
def test_a_layout_that_was_changed_is_that_of_the_pieces(
    parts: list[str], data: st.DataObject
) -> None:
    before = cut(parts)
    first = data.draw(st.integers(0, len(before) - 1))
    count = data.draw(st.integers(1, len(before) - first))
    now = before.copy()
    for number in range(first, first + count):
        more = data.draw(st.sampled_from(["", "# more\n", "# more\n\n"]))
        text, is_host, lines = before[number]
        now[number] = Piece(text + more, is_host, lines + more.count("\n"))
    assert PieceLayout.of(before).changed(first, now, count) == PieceLayout.of(now)


@given(PARTS)
def test_the_rest_has_one_bare_header_for_hosts_in_a_row(parts: list[str]) -> None:
    found = cut(parts)
    layout = PieceLayout.of(found)
    rest = layout.rest(found)
    for piece, start in zip(layout.others, layout.other_starts, strict=True):
        assert rest.startswith(found[piece].text, start)
    assert layout.runs == rest.count(HEADER)
    assert len(rest) == len(HEADER) * layout.runs + sum(len(found[n].text) for n in layout.others)


@given(PARTS)
def test_a_line_of_the_rest_is_found_in_the_text(parts: list[str]) -> None:
    found = cut(parts)
    layout = PieceLayout.of(found)
    rest, text = layout.rest(found).split("\n"), "".join(parts).split("\n")
    for number, line in enumerate(rest, 1):
        if line != HEADER.strip():
            assert text[layout.line_in_text(number) - 1] == line
