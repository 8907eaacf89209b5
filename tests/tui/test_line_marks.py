from medv_tui.tui.line_marks import LineMarks
from medv_tui.tui.present import Mark

from .plans import DOCUMENTED, host
from .test_headline import review_of


def marks(text: str) -> dict[int, Mark]:
    """Give every mark by its line, counted from 1."""
    found = LineMarks(review_of(text))
    lines = range(1, text.count("\n") + 2)
    return {line: mark for line in lines if (mark := found.get(line)) is not None}


def marked(text: str) -> dict[str, str]:
    """Give the symbol of each marked line by its text; of equal lines the last one's."""
    lines = text.splitlines()
    return {lines[line - 1]: mark.symbol for line, mark in sorted(marks(text).items())}


def test_what_fails_is_marked_where_it_stands() -> None:
    found = marked(DOCUMENTED + host("WEAK", ram_mb=1024) + host("NEARLY", ram_mb=2000))
    assert found["ram_mb = 1024"] == "×"
    assert found["ram_mb = 2000"] == "▲"


def test_every_computer_that_fails_is_marked_not_only_the_first() -> None:
    text = DOCUMENTED + host("A", ram_mb=1024) + host("B", ram_mb=1024)
    symbols = [mark.symbol for mark in marks(text).values()]
    assert symbols.count("×") == 2


def test_a_computer_that_lacks_a_deciding_fact_is_marked_at_its_header() -> None:
    text = DOCUMENTED + host("BARE").replace("ram_mb = 4096\n", "")
    line = text[: text.rindex("[[hosts]]")].count("\n") + 1
    assert marks(text)[line].symbol == "?"


def test_a_problem_outweighs_a_finding_on_the_same_line() -> None:
    text = DOCUMENTED.replace("users = 3", "users = flase")
    assert marked(text)["users = flase"] == "×"


def test_what_is_fine_has_no_mark() -> None:
    found = marked(DOCUMENTED)
    assert "ram_mb = 4096" not in found
    assert "users = 3" not in found


def test_what_the_plan_says_nothing_of_marks_no_line() -> None:
    # Many practices of the whole plan have no table to stand on here.
    assert 1 not in marks(host("ALONE").lstrip())


def test_a_failing_practice_of_a_workspace_marks_its_key() -> None:
    text = DOCUMENTED.replace("[workspaces.image]", "[workspaces.image]\nkb959209 = false")
    assert marked(text)["kb959209 = false"] == "×"


def test_a_default_that_fails_is_marked_where_it_stands() -> None:
    defaults = "\n[host_defaults]\nram_mb = 1024\n"
    own = host("OWN", ram_mb=4096)
    found = marked(DOCUMENTED.replace("ram_mb = 4096\n", "") + own + defaults)
    assert found["ram_mb = 1024"] == "×"
    assert "ram_mb = 4096" not in found


def test_the_next_marked_line_is_found_both_ways_and_around_the_ends() -> None:
    text = DOCUMENTED + host("A", ram_mb=1024) + host("FINE") + host("B", ram_mb=1024)
    found = LineMarks(review_of(text))
    lines = [line for line in range(1, text.count("\n") + 2) if found.get(line) is not None]
    assert len(lines) > 1
    for line in range(text.count("\n") + 2):
        after = [each for each in lines if each > line]
        before = [each for each in lines if each < line]
        assert found.next(line, 1) == (after or lines)[0]
        assert found.next(line, -1) == (before or lines)[-1]


def test_a_text_without_marks_has_no_next_one() -> None:
    assert LineMarks(review_of("[plan]\n")).next(1, 1) is None
