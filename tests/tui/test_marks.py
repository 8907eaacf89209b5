from medv_tui.tui.marks import marks, shifted

from .plans import DOCUMENTED, host
from .test_headline import review_of


def marked(text: str) -> dict[str, str]:
    """Give the symbol of each marked line by its text; of equal lines the last one's."""
    lines = text.splitlines()
    return {lines[line - 1]: mark.symbol for line, mark in sorted(marks(review_of(text)).items())}


def test_what_fails_is_marked_where_it_stands() -> None:
    found = marked(DOCUMENTED + host("WEAK", ram_mb=1024) + host("NEARLY", ram_mb=2000))
    assert found["ram_mb = 1024"] == "×"
    assert found["ram_mb = 2000"] == "▲"


def test_every_computer_that_fails_is_marked_not_only_the_first() -> None:
    text = DOCUMENTED + host("A", ram_mb=1024) + host("B", ram_mb=1024)
    symbols = [mark.symbol for mark in marks(review_of(text)).values()]
    assert symbols.count("×") == 2


def test_a_computer_that_lacks_a_deciding_fact_is_marked_at_its_header() -> None:
    text = DOCUMENTED + host("BARE").replace("ram_mb = 4096\n", "")
    line = text[: text.rindex("[[hosts]]")].count("\n") + 1
    assert marks(review_of(text))[line].symbol == "?"


def test_a_problem_outweighs_a_finding_on_the_same_line() -> None:
    text = DOCUMENTED.replace("users = 3", "users = flase")
    assert marked(text)["users = flase"] == "×"


def test_what_is_fine_has_no_mark() -> None:
    found = marked(DOCUMENTED)
    assert "ram_mb = 4096" not in found
    assert "users = 3" not in found


def test_what_the_plan_says_nothing_of_marks_no_line() -> None:
    # Many practices of the whole plan have no table to stand on here.
    assert 1 not in marks(review_of(host("ALONE").lstrip()))


def test_a_failing_practice_of_a_workspace_marks_its_key() -> None:
    text = DOCUMENTED.replace("[workspaces.image]", "[workspaces.image]\nkb959209 = false")
    assert marked(text)["kb959209 = false"] == "×"


def test_marks_follow_their_lines() -> None:
    before = {1: "a", 5: "b", 9: "c"}
    assert shifted(before, 5, 6) == {1: "a", 5: "b", 10: "c"}
    assert shifted(before, 6, 4) == {1: "a", 7: "c"}
    assert shifted(before, 5, 5) == before
