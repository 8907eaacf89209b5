from medv_tui.findings import Level
from medv_tui.tui.marks import MovedMarks, shifted
from medv_tui.tui.present import LEVEL_MARKS, Mark


def test_marks_follow_their_lines() -> None:
    before = {1: "a", 5: "b", 9: "c"}
    assert shifted(before, 5, 6) == {1: "a", 5: "b", 10: "c"}
    assert shifted(before, 6, 4) == {1: "a", 7: "c"}
    assert shifted(before, 5, 5) == before


def test_moved_marks_stand_where_shifted_ones_do() -> None:
    before = dict.fromkeys((1, 5, 9), LEVEL_MARKS[Level.ERROR])
    moved = MovedMarks(before)
    after = before
    assert moved.get(1)
    for old_last, new_last in ((5, 6), (6, 4), (3, 3), (2, 9), (30, 2)):
        moved.move(old_last, new_last)
        after = shifted(after, old_last, new_last)
        assert {line for line in range(1, 40) if moved.get(line)} == set(after)


def test_a_line_s_mark_is_looked_for_once_until_lines_move() -> None:
    asked = []

    class Asked:
        def get(self, line: int, /) -> Mark | None:
            asked.append(line)
            return LEVEL_MARKS[Level.ERROR]

    moved = MovedMarks(Asked())
    assert moved.get(3) == moved.get(3) == LEVEL_MARKS[Level.ERROR]
    moved.move(1, 2)
    assert moved.get(3) == LEVEL_MARKS[Level.ERROR]
    assert asked == [3, 2]
