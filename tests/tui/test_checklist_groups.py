from medv_tui.practices.checklists import CHECKLISTS
from medv_tui.practices.practice import Phase
from medv_tui.tui.line import plain, width
from medv_tui.tui.panes.checklist_choice import View, chapters
from medv_tui.tui.panes.checklist_groups import (
    BY_PHASE,
    BY_SUBJECT,
    COMPUTERS,
    GROUPINGS,
    PLAN,
    Line,
    after,
    title_of,
)
from medv_tui.tui.panes.checklist_rows import columns, heading_row

from .plans import DOCUMENTED
from .test_headline import review_of

ITEMS = review_of(DOCUMENTED + '\n[[workspaces]]\nname = "\\u001bkiosk"\n').items


def test_the_phases_stand_in_their_order_with_every_practice() -> None:
    found = BY_PHASE.divided(ITEMS)
    assert list(found) == list(Phase)
    assert sum(map(len, found.values())) == len(ITEMS)


def test_subjects_are_the_plan_its_computers_and_each_workspace() -> None:
    found = BY_SUBJECT.divided(ITEMS)
    assert list(found) == [PLAN, COMPUTERS, Line("example"), Line("␛kiosk")]
    assert sum(map(len, found.values())) == len(ITEMS)
    assert {item.subject for item in found[PLAN]} == {"plan"}


def test_the_example_checklists_show_each_of_their_practices_once() -> None:
    for checklist, grouping in zip(CHECKLISTS, GROUPINGS[2:], strict=True):
        found = grouping.divided(ITEMS)
        assert len(found) == len(checklist.steps)
        every = {practice for step in checklist.steps for practice in step.practices}
        wanted = [item for item in ITEMS if item.practice.id in every]
        assert sorted(map(id, wanted)) == sorted(id(i) for mine in found.values() for i in mine)
        for step, mine in zip(checklist.steps, found.values(), strict=True):
            assert {item.practice.id for item in mine} <= set(step.practices)


def test_a_key_goes_through_all_of_them_and_back_to_the_phases() -> None:
    seen = [BY_PHASE]
    while after(seen[-1]) is not BY_PHASE:
        seen.append(after(seen[-1]))
    assert tuple(seen) == GROUPINGS
    assert len({grouping.name for grouping in seen}) == 7


def test_a_search_holds_for_every_way_to_divide_it() -> None:
    found = chapters(ITEMS, View(text="host-ram-minimum", grouping=BY_SUBJECT))
    assert [chapter.heading for chapter in found] == [COMPUTERS]


def test_a_long_heading_gives_way_to_its_progress() -> None:
    for grouping in GROUPINGS:
        found = list(chapters(ITEMS, View(grouping=grouping)))
        for cells in (45, 60, 120):
            laid_out = columns(found, cells)
            rows = [heading_row(c.heading, c.items, cells, laid_out) for c in found]
            assert all(width(row) <= cells for row in rows)
            assert len({plain(row).index("━") for row in rows}) == 1
            for chapter, row in zip(found, rows, strict=True):
                assert plain(row).startswith(title_of(chapter.heading)[:6])
                assert " of " in plain(row)
