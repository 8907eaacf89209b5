"""What a broken statement leaves as it was before, and which views say so."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from medv_tui.findings import Path, RemoveKey
from medv_tui.planfile.edits import edited
from medv_tui.review.as_before import EVERYTHING, View, concerned, why_as_before
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from tests.practices.plans import AS_OF, GOOD
from tests.soak.edits import edited as edited_at_random

from .pictures import FLEET, picture, with_csv


def after(right: str, wrong: str, text: str = GOOD) -> tuple[Review, Review]:
    """Review a plan, break one of its statements, and review it again."""
    assert right in text
    reviewer = Reviewer()
    before = reviewer.update(text, with_csv, AS_OF)
    broken = text.replace(right, wrong, 1)
    return before, reviewer.update(broken, with_csv, AS_OF, earlier=before.earlier)


def test_every_figure_stays_while_a_value_is_typed() -> None:
    before, now = after("vhd_gb = 2.6", "vhd_gb =")
    assert now.disk == before.disk
    assert now.items == before.items
    assert now.hosts.counts == before.hosts.counts
    assert now.architecture == before.architecture
    assert now.partial


def test_without_an_earlier_review_it_is_unknown() -> None:
    broken = Reviewer().update(GOOD.replace("vhd_gb = 2.6", "vhd_gb ="), with_csv, AS_OF)
    assert broken.disk.planned_gb == 0
    assert broken.kept == ()


def test_the_line_and_the_key_are_named_in_words_that_get_shorter() -> None:
    _, now = after("vhd_gb = 2.6", "vhd_gb =")
    line = GOOD[: GOOD.index("vhd_gb = 2.6")].count("\n") + 1
    assert why_as_before(now, {View.DISK}) == (
        f"line {line} not valid, vhd_gb as before",
        f"line {line}: as before",
        "as before",
    )


def test_a_computer_is_named_by_its_name() -> None:
    _, now = after("users = 3", 'users = "', FLEET)
    assert "as before" in why_as_before(now, {View.HOSTS})[0]
    assert "FIN-0001" in why_as_before(now, {View.HOSTS})[0]


def test_several_lines_are_counted() -> None:
    reviewer = Reviewer()
    before = reviewer.update(GOOD, with_csv, AS_OF)
    broken = GOOD.replace("vhd_gb = 2.6", "vhd_gb =").replace("package_gb = 1.1", "package_gb =")
    now = reviewer.update(broken, with_csv, AS_OF, earlier=before.earlier)
    assert why_as_before(now, EVERYTHING)[0] == "2 lines not valid, figures as before"


def test_views_that_a_broken_statement_has_no_part_in_say_nothing() -> None:
    _, now = after('name = "Good"', "name =")
    assert why_as_before(now, EVERYTHING) == ()
    _, now = after("silent = true", "silent =")
    assert why_as_before(now, {View.DISK, View.HOSTS}) == ()
    assert why_as_before(now, {View.CHECKLIST}) != ()


def _keys(node: Any, path: Path = ()) -> Iterator[Path]:
    """Give the paths of all values in a plan but those of its computers."""
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        is_table = isinstance(value, dict) or (value and isinstance(value, list | tuple))
        if is_table and (isinstance(value, dict) or isinstance(value[0], dict)):
            yield from _keys(value, (*path, key))
        elif path[:1] not in {("hosts",), ("attestations",)}:
            yield (*path, key)


@pytest.mark.parametrize(
    "path", tuple(_keys(tomllib.loads(GOOD))), ids=lambda path: ".".join(map(str, path))
)
def test_every_view_that_changes_without_a_value_is_concerned_by_it(path: Path) -> None:
    before = Reviewer().update(GOOD, with_csv, AS_OF)
    now = Reviewer().update(edited(GOOD, [RemoveKey(path)]), with_csv, AS_OF)
    changed = {
        View.ARCHITECTURE: now.architecture != before.architecture,
        View.DISK: now.disk != before.disk,
        View.CHECKLIST: now.items != before.items,
        View.HOSTS: now.hosts.counts != before.hosts.counts,
    }
    assert {view for view, is_other in changed.items() if is_other} <= concerned(path)


def test_a_review_that_follows_others_equals_one_from_the_same_earlier_text() -> None:
    reviewer, earlier = Reviewer(), None
    for fresh, text in edited_at_random((FLEET,), 7, 60):
        if fresh:
            reviewer, earlier = Reviewer(), None
        again = reviewer.update(text, with_csv, AS_OF, earlier=earlier)
        first = Reviewer().update(text, with_csv, AS_OF, earlier=earlier)
        assert again.plan == first.plan, text
        assert again.kept == first.kept, text
        assert picture(again) == picture(first), text
        earlier = again.earlier
