"""What the checklist shows of a plan, and how."""

import re
from typing import Any

import pytest

from medv_tui.findings import Status
from medv_tui.practices.practice import Phase
from medv_tui.review.items import PracticeItem
from medv_tui.review.review import Review
from medv_tui.tui.line import plain, width
from medv_tui.tui.panes.checklist import draw
from medv_tui.tui.panes.checklist_choice import (
    ORDER,
    UNSETTLED,
    Choice,
    Only,
    View,
    chapters,
    choice_of,
    nothing_failing,
)
from medv_tui.tui.panes.checklist_groups import BY_PHASE, BY_SUBJECT, GROUPINGS, Grouping
from medv_tui.tui.panes.checklist_rows import (
    INDENT,
    MESSAGE_ROWS,
    answer_of,
    detail_rows,
    status_word,
    why_not,
)
from medv_tui.tui.panes.choice import Row

from .plans import DOCUMENTED, host
from .test_headline import review_of

MIXED = DOCUMENTED + "".join(
    [
        host("SHORT", free_disk_gb=9),
        host("WEAK", ram_mb=1024, count=2),
        "\n[deployment]\ncopy_locally = false\n",
    ]
)


def waiver(practice: str, expires: str = "", workspace: str = "") -> str:
    lines = [
        "\n[[attestations]]",
        f'practice = "{practice}"',
        'status = "waived"',
        'reason = "Not here"',
        f"expires = {expires}" if expires else "",
        f'workspace = "{workspace}"' if workspace else "",
    ]
    return "\n".join([*lines, ""])


def drawn(
    review: Review, cells: int = 60, view: View | None = None, choice: Any = None
) -> list[Row]:
    return list(draw(review, view or View(), choice, cells))


def texts(rows: list[Row]) -> list[str]:
    return [plain(row.line).rstrip() for row in rows]


def shown(review: Review, view: View, phase: Phase) -> tuple[PracticeItem, ...]:
    return next(c.shown for c in chapters(review.items, view) if c.heading is phase)


def item_of(review: Review, practice: str) -> PracticeItem:
    return next(item for item in review.items if item.practice.id == practice)


def test_all_seven_phases_are_there_even_without_a_plan() -> None:
    phases = [row.choice for row in drawn(review_of("")) if isinstance(row.choice, Phase)]
    assert phases == list(Phase)


@pytest.mark.parametrize("cells", [45, 60])
def test_a_phase_says_how_much_is_met(cells: int) -> None:
    rows = drawn(review_of(MIXED), cells)
    lines = [plain(row.line) for row in rows if isinstance(row.choice, Phase)]
    bar = 14 if cells >= 56 else 7
    for line in lines:
        assert re.match(rf"[A-Z][a-z]+ +━{{{bar}}}  \d+ of \d+( met)? ", line)


def test_the_counts_of_a_phase_are_those_of_its_practices() -> None:
    review = review_of(MIXED)
    mine = [item for item in review.items if item.practice.phase is Phase.PLAN]
    line = next(plain(row.line) for row in drawn(review) if row.choice is Phase.PLAN)
    counts = {mark: int(number) for mark, number in re.findall(r"([×▲□?~]) (\d+)", line)}
    assert counts["×"] + counts.get("▲", 0) == sum(i.status is Status.FAILING for i in mine)
    assert counts["?"] == sum(i.status is Status.UNKNOWN for i in mine)
    assert counts["□"] == sum(i.status is Status.OPEN for i in mine)


def test_away_from_the_cursor_only_what_fails_is_listed() -> None:
    review = review_of(MIXED)
    for chapter in chapters(review.items, View()):
        failing = [item for item in chapter.items if item.status is Status.FAILING]
        assert sorted(map(choice_of, chapter.shown)) == sorted(map(choice_of, failing))
        assert chapter.folded == ""


def test_under_the_cursor_a_phase_lists_what_wants_something_and_counts_the_rest() -> None:
    review = review_of(MIXED + waiver("dep-local-folder", "2027-03-01"))
    chapter = next(
        c for c in chapters(review.items, View(here=Phase.DEPLOY)) if c.heading is Phase.DEPLOY
    )
    wanting = {*UNSETTLED, Status.WAIVED} & {item.status for item in chapter.items}
    assert {item.status for item in chapter.shown} == wanting
    assert Status.WAIVED in wanting
    rest = [item for item in chapter.items if item not in chapter.shown]
    met = sum(item.status is Status.MET for item in rest)
    assert chapter.folded == f"{met} met, {len(rest) - met} not applicable"


def test_an_unfolded_phase_lists_everything() -> None:
    review = review_of(MIXED)
    view = View(unfolded=frozenset({Phase.IMAGE}))
    assert len(shown(review, view, Phase.IMAGE)) == sum(
        item.practice.phase is Phase.IMAGE for item in review.items
    )


def test_practices_are_listed_failing_first_then_unknown_then_open_and_musts_first() -> None:
    items = shown(review_of(MIXED), View(here=Phase.PLAN), Phase.PLAN)
    ranks = [(ORDER.index(i.status), i.finding.severity.rank) for i in items]
    assert ranks == sorted(ranks)
    assert len({status for status, _ in ranks}) == 3


def test_the_headline_practices_can_be_seen_alone_whatever_their_status() -> None:
    review = review_of(MIXED)
    found = [i for c in chapters(review.items, View(only=Only.HEADLINE)) for i in c.shown]
    assert {i.practice.headline for i in found} == set(range(1, 14))
    rows = texts(drawn(review, view=View(only=Only.HEADLINE)))
    assert sum("◆" in row for row in rows) == len(found)


def test_what_fails_can_be_seen_alone() -> None:
    review = review_of(MIXED)
    view = View(here=Phase.PLAN, unfolded=frozenset(Phase), only=Only.FAILING)
    found = [i.status for c in chapters(review.items, view) for i in c.shown]
    assert set(found) == {Status.FAILING}


@pytest.mark.parametrize("text", ["host-ram", "2 GB RAM", "ram FAILING", "plan ram hosts"])
def test_a_search_finds_by_id_title_status_and_subject(text: str) -> None:
    found = [i for c in chapters(review_of(MIXED).items, View(text=text)) for i in c.shown]
    assert "host-ram-minimum" in {item.practice.id for item in found}


def test_a_search_leaves_out_phases_without_a_match() -> None:
    found = list(chapters(review_of(MIXED).items, View(text="host-ram-minimum")))
    assert [chapter.heading for chapter in found] == [Phase.PLAN]


def test_a_search_that_finds_nothing_says_how_to_go_on() -> None:
    assert texts(drawn(review_of(MIXED), view=View(text="qqq"))) == [
        'No practice matches "qqq". Esc clears the search.'
    ]


def test_a_plan_without_a_workspace_is_told_what_to_add() -> None:
    assert texts(drawn(review_of("")))[0] == "No workspace yet. Add a [[workspaces]] table."


def test_where_nothing_fails_that_is_said() -> None:
    review = review_of(DOCUMENTED)
    kept = [item for item in review.items if item.status is not Status.FAILING]
    counts = [sum(i.status is s for i in kept) for s in (Status.OPEN, Status.UNKNOWN)]
    assert nothing_failing(kept) == (f"Nothing is failing. {counts[0]} open, {counts[1]} unknown.")
    assert nothing_failing([i for i in kept if i.status is Status.MET]) == "Everything is met."
    assert nothing_failing(review_of(MIXED).items) == ""


def test_a_row_names_title_status_and_subject() -> None:
    rows = texts(drawn(review_of(MIXED), 70))
    assert any(
        re.fullmatch(r" ×   Host has 2 GB RAM or more +failing  2 hosts", row) for row in rows
    )


def test_without_room_the_subject_is_left_out() -> None:
    rows = texts(drawn(review_of(MIXED), 50))
    assert any(re.fullmatch(r" ×   Host has 2 GB RAM or more +failing", row) for row in rows)


def test_a_waived_practice_says_until_when() -> None:
    review = review_of(MIXED + waiver("image-kb959209", "2027-03-01", "example"))
    assert status_word(review, item_of(review, "image-kb959209")).text == (
        "waived until 1 March 2027"
    )
    review = review_of(MIXED + waiver("image-kb959209", "2026-12-24"))
    assert status_word(review, item_of(review, "image-kb959209")).text == (
        "waived until 24 December"
    )
    review = review_of(MIXED + waiver("image-kb959209"))
    assert status_word(review, item_of(review, "image-kb959209")).text == "waived"


def test_a_waiver_that_is_over_is_named() -> None:
    review = review_of(MIXED + waiver("dep-local-folder", "2026-03-01"))
    word = status_word(review, item_of(review, "dep-local-folder"))
    assert (word.text, word.look) == ("waiver expired 1 March", "$attention")


def test_what_cannot_be_done_with_a_practice_is_said_with_its_reason() -> None:
    review = review_of(MIXED + waiver("image-kb959209"))
    weak = answer_of(review, item_of(review, "host-ram-minimum"))
    assert weak.waive is None
    assert why_not(weak, "waive") == "It cannot be waived: MED-V cannot work without it."
    waived = answer_of(review, item_of(review, "image-kb959209"))
    assert why_not(waived, "attest") == "It is waived, so there is nothing to attest."


@pytest.mark.parametrize("grouping", [BY_PHASE, BY_SUBJECT])
def test_the_headings_add_up_to_what_the_last_row_says(grouping: Grouping) -> None:
    review = review_of(MIXED)
    rows = [plain(row.line) for row in drawn(review, 100, View(grouping=grouping))]
    parts = [re.search(r"(\d+) of (\d+) met", row) for row in rows[:-1]]
    met, of = (sum(int(part[n]) for part in parts if part) for n in (1, 2))
    (scored_met, scored), (also, considered) = review.score, review.considered
    assert (met, of) == (scored_met + also, scored + considered)
    assert rows[-1].startswith(f"Together {met} of {of}: {scored_met} of {scored} met, ")


def test_a_part_of_the_checklist_has_no_sum() -> None:
    example = GROUPINGS[2]
    for view in (View(text="ram"), View(only=Only.FAILING), View(grouping=example)):
        assert "Together" not in "\n".join(
            plain(row.line) for row in drawn(review_of(MIXED), 60, view)
        )


def test_an_example_checklist_says_which_one_it_is() -> None:
    rows = drawn(review_of(MIXED), 60, View(grouping=GROUPINGS[2]))
    assert plain(rows[0].line) == "The documentation's project planning checklist."


def test_another_workspaces_waiver_that_is_over_is_not() -> None:
    other = '\n[[workspaces]]\nname = "other"\n'
    review = review_of(MIXED + other + waiver("image-kb959209", "2026-03-01", "other"))
    assert status_word(review, item_of(review, "image-kb959209")).text == "unknown"


def test_below_the_chosen_practice_stands_why_and_what_one_can_do() -> None:
    review = review_of(MIXED)
    item = item_of(review, "dep-local-folder")
    rows = texts(drawn(review, 60, View(here=Phase.DEPLOY), choice_of(item)))
    at = next(i for i, row in enumerate(rows) if "must: " in row or "should: " in row)
    assert item.practice.title[:20] in rows[at - 1]
    said = " ".join(row.strip() for row in rows[at : at + 3])
    assert f"{item.finding.severity.value}: {item.finding.message}" in said
    assert "f fix   w waive   Enter reason and source" in said


@pytest.mark.parametrize(
    ("practice", "keys"),
    [
        ("host-ram-minimum", "Enter reason and source"),
        ("image-backup-before-seal", "a attest   w waive   Enter reason and source"),
    ],
)
def test_only_keys_that_do_something_are_given(practice: str, keys: str) -> None:
    review = review_of(MIXED)
    assert plain(detail_rows(review, item_of(review, practice), 60)[-1]).strip() == keys


def test_a_long_message_is_cut_after_some_rows() -> None:
    review = review_of(MIXED)
    for item in review.items:
        rows = detail_rows(review, item, 40)
        assert len(rows) <= MESSAGE_ROWS + 1
        assert all(width(row) <= 40 for row in rows[:-1])


@pytest.mark.parametrize("cells", [30, 45, 60, 120])
def test_no_row_is_wider_than_the_pane(cells: int) -> None:
    review = review_of(MIXED)
    view = View(unfolded=frozenset(Phase))
    rows = [row for row in drawn(review, cells, view) if isinstance(row.choice, Choice)]
    assert all(width(row.line) <= cells for row in rows)
    assert all(plain(row.line)[INDENT] != " " for row in rows)
