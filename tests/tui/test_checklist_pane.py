"""The checklist: what is shown and how, then the pane with its keys."""

import re
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from medv_tui.findings import Status
from medv_tui.practices.practice import Phase
from medv_tui.review.items import PracticeItem
from medv_tui.review.review import Review
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.attest import AttestScreen
from medv_tui.tui.explain import ExplainScreen
from medv_tui.tui.line import plain, width
from medv_tui.tui.panes.checklist import ChecklistPane, draw
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
from medv_tui.tui.preview import PreviewScreen

from .plans import DOCUMENTED, NARROW, WIDE, dashboard, host, settle
from .plans import shown as on_screen
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


def pane_of(app: DashboardApp) -> ChecklistPane:
    return app.plan_screen.query_one(ChecklistPane)


def rows_of(app: DashboardApp) -> list[str]:
    pane = pane_of(app)
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def title(app: DashboardApp) -> str:
    review = app.plan_screen.review
    assert review is not None
    return pane_of(app).fact(review)


async def test_before_keys_go_there_nothing_is_chosen(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert title(app) == "failing"
        assert not [row for row in rows_of(app) if "Enter" in row or "Space" in row]


async def test_the_cursor_starts_on_the_first_practice_that_fails(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5")
        assert isinstance(pane_of(app).chosen, Choice)
        assert title(app) == "failing, and all of Plan"
        assert rows_of(app)[-1] == "Space unfold   h headline   x failing   / search   v view"


async def test_a_phase_opens_below_the_cursor_and_closes_behind_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=(180, 80)) as pilot:
        await settle(pilot)
        before = [row for row in rows_of(app) if row.startswith(" ? ")]
        await press(pilot, "f6", "5")
        assert [row for row in rows_of(app) if row.startswith(" ? ")] != before
        while pane_of(app).chosen != Phase.IMAGE:
            await pilot.press("down")
        await settle(pilot)
        assert title(app) == "failing, and all of Image"


async def test_moving_on_keeps_the_cursor_where_one_looks(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        pane = pane_of(app)
        await press(pilot, "f6", "5")
        for _ in range(24):
            await pilot.press("down")
            start, end = pane.span(pane.position)
            top = pane.scroll_offset.y
            assert top <= start < top + pane.page
            assert end <= top + pane.page or start == top
        for _ in range(24):
            await pilot.press("up")
            assert pane.scroll_offset.y <= pane.span(pane.position)[0]
        await press(pilot, "home")
        assert pane.position == 0
        assert pane.scroll_offset.y == 0


async def test_space_shows_all_of_a_phase_and_folds_it_again(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5")
        chosen, before = pane_of(app).chosen, pane_of(app).length()
        await press(pilot, "space")
        assert pane_of(app).length() > before
        assert rows_of(app)[-1].startswith("Space fold   ")
        assert pane_of(app).chosen == chosen
        await press(pilot, "space")
        assert pane_of(app).length() == before


async def test_enter_unfolds_a_phase_and_explains_a_practice(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", "home")
        assert pane_of(app).chosen is Phase.PLAN
        before = pane_of(app).length()
        await press(pilot, "enter")
        assert pane_of(app).length() > before
        await press(pilot, "down", "enter")
        front: object = app.screen
        assert isinstance(front, ExplainScreen)


@pytest.mark.parametrize(("key", "fact"), [("h", "headline only"), ("x", "failing only")])
async def test_the_rest_is_put_aside_and_brought_back(tmp_path: Path, key: str, fact: str) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", key)
        assert title(app) == fact
        assert f"{key} all" in rows_of(app)[-1]
        await press(pilot, key)
        assert title(app).startswith("failing, and all of ")


async def test_a_search_is_typed_and_cleared(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", *"/host-ram")
        assert title(app) == "1 found"
        assert pane_of(app).chosen == Phase.PLAN or "host-ram-minimum" in pane_of(app).chosen
        await press(pilot, "enter", "escape")
        assert title(app).startswith("failing, and all of ")


async def test_a_practice_is_fixed_attested_and_waived_from_its_row(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", *"/dep-local-folder", "enter", "home", "down")
        for key, screen in (("f", PreviewScreen), ("w", AttestScreen)):
            await press(pilot, key)
            assert isinstance(app.screen, screen)
            await press(pilot, "escape")
        await press(pilot, "a")
        assert app.screen is app.plan_screen
        assert "own data say that it fails, and no word changes that" in on_screen(app)
        await press(pilot, "escape", *"/image-backup-before-seal", "enter", "home", "down", "a")
        front: object = app.screen
        assert isinstance(front, AttestScreen)


async def test_a_practice_that_is_gone_leaves_the_cursor_beside_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", "down", "down", "down")
        app.plan_screen.bench.rewriting.rewrite("")
        await settle(pilot)
        assert pane_of(app).chosen is not None
        assert "could not be drawn" not in "\n".join(rows_of(app))


async def test_a_click_chooses_and_a_second_one_on_a_phase_unfolds_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.click("#checklist", offset=(3, 0))
        await settle(pilot)
        assert pane_of(app).chosen is Phase.PLAN
        before = pane_of(app).length()
        await pilot.click("#checklist", offset=(3, 0), times=2)
        await settle(pilot)
        assert pane_of(app).length() > before


async def test_another_view_divides_the_same_practices_otherwise(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", "v")
        assert title(app) == "by workspace"
        assert rows_of(app)[0].startswith("Whole plan ")
        await press(pilot, "v")
        assert title(app) == "project planning checklist"
        assert rows_of(app)[1].startswith("1. Decide how MED-V ")
        assert pane_of(app).chosen is not None
        await press(pilot, *"vvvvv")
        assert title(app).startswith("failing")
