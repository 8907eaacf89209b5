from datetime import date
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from medv_tui.practices.attestations import Attestations
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Facts, Scope
from medv_tui.practices.subjects import Subjects
from medv_tui.review.known_items import KnownItems
from medv_tui.review.reviewer import Reviewer

PRACTICE = next(p for p in CATALOGUE if p.scope is Scope.WORKSPACE and p.reads)
FACT = PRACTICE.reads[0]
VALUES = st.sampled_from([None, 0, 1, 1.0, True, False, "", "1", 1.5, ("a",)])


def subjects(text: str) -> Subjects:
    review = Reviewer().update(text, lambda name: name.encode(), date(2026, 11, 22))
    return review.hosts.subjects


PLAN = subjects('[[workspaces]]\nname = "finance"\n')
BROKEN = subjects('[plan]\nname = 1\n\n[[workspaces]]\nname = "finance"\n')
MOVED = subjects('[[workspaces]]\n\n[[workspaces]]\nname = "finance"\n')
NOTHING_SAID = Attestations({})


@given(st.lists(VALUES, min_size=1, max_size=9))
def test_an_item_is_that_of_the_facts_as_they_are_written(values: list[object]) -> None:
    known = KnownItems[str]()
    for value in values:
        known.begin(PLAN, NOTHING_SAID)
        found = known.item(PRACTICE, "finance", Facts({FACT: value}), partial(repr, value))
        assert found == repr(value)


def judged_again(known: KnownItems[int], workspace: str = "finance") -> bool:
    return known.item(PRACTICE, workspace, Facts({FACT: 2}), lambda: 1) == 1


def kept() -> KnownItems[int]:
    known = KnownItems[int]()
    known.begin(PLAN, NOTHING_SAID)
    known.item(PRACTICE, "finance", Facts({FACT: 2}), lambda: 0)
    return known


def test_the_same_facts_are_judged_once_for_each_workspace() -> None:
    known = kept()
    known.begin(PLAN, Attestations({}))
    assert not judged_again(known)
    assert judged_again(known, "sales")


def test_items_are_judged_again_when_words_problems_or_places_are_others() -> None:
    for now in (BROKEN, MOVED):
        known = kept()
        known.begin(now, NOTHING_SAID)
        assert judged_again(known)
    known = kept()
    known.begin(PLAN, Attestations({PRACTICE.id: ()}))
    assert judged_again(known)
