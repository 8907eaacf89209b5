from medv_tui.practices.checklists import CHECKLISTS
from medv_tui.practices.practice import Phase
from medv_tui.tui.panes.checklist_groups import (
    BY_PHASE,
    BY_SUBJECT,
    COMPUTERS,
    GROUPINGS,
    PLAN,
    Heading,
)

from .plans import DOCUMENTED
from .test_headline import review_of

ITEMS = review_of(DOCUMENTED + '\n[[workspaces]]\nname = "\\u001bkiosk"\n').items


def test_the_phases_stand_in_their_order_with_every_practice() -> None:
    found = BY_PHASE.divided(ITEMS)
    assert [heading.title for heading in found] == [phase.value.capitalize() for phase in Phase]
    assert sum(map(len, found.values())) == len(ITEMS)


def test_subjects_are_the_plan_its_computers_and_each_workspace() -> None:
    found = BY_SUBJECT.divided(ITEMS)
    assert list(found) == [PLAN, COMPUTERS, Heading("example"), Heading("␛kiosk")]
    assert sum(map(len, found.values())) == len(ITEMS)
    assert {item.subject for item in found[PLAN]} == {"plan"}


def test_the_example_checklists_show_each_of_their_practices_once() -> None:
    for checklist, grouping in zip(CHECKLISTS, GROUPINGS[2:], strict=True):
        found = grouping.divided(ITEMS)
        assert len(found) == len(checklist.steps)
        under = {line.id: set(line.practices) for line in checklist.steps}
        wanted = [item for item in ITEMS if any(item.practice.id in ids for ids in under.values())]
        assert sorted(map(id, wanted)) == sorted(id(i) for mine in found.values() for i in mine)
        for line, mine in zip(checklist.steps, found.values(), strict=True):
            assert {item.practice.id for item in mine} <= set(line.practices)


def test_no_two_groupings_have_one_name() -> None:
    assert len({grouping.name for grouping in GROUPINGS}) == len(GROUPINGS) == 7
