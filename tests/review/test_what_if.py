import tomllib

import pytest

from medv_tui.errors import PlanUnreadableError
from medv_tui.findings import SetValue, Verdict
from medv_tui.problem_codes import Code
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from medv_tui.review.what_if import (
    ONE_MORE_USER,
    TWO_GB_MORE_RAM,
    Change,
    Move,
    Resize,
    Share,
    Trial,
    Unreached,
    intents,
    tried,
)
from tests.practices.plans import AS_OF, GOOD

HOST = GOOD[GOOD.index("[[hosts]]") :]
CSV = b"name,users,workspace\nNEW-1,2,finance\nNEW-2,,finance\n"
INVENTORY = '\n[[inventories]]\nfile = "fleet.csv"\n'


def host(name: str, **facts: object) -> str:
    text = HOST.replace("FIN-0001", name)
    for key, value in facts.items():
        start = text.index(f"\n{key} = ") + 1
        line = text[start : text.index("\n", start)]
        text = text.replace(line, "" if value is None else f"{key} = {value}")
    return f"\n{text}"


def files(name: str) -> bytes:
    if name != "fleet.csv":
        raise PlanUnreadableError(Code.FILE_MISSING, name)
    return CSV


def review(text: str) -> Review:
    return Reviewer().update(text, files, AS_OF)


def trial(text: str, *changes: Change) -> Trial:
    return tried(text, review(text), changes, Reviewer(), files)


def test_one_more_user_stands_in_every_table_that_gives_the_number() -> None:
    text = GOOD + host("B", users=5) + host("C", users=None) + "\n[host_defaults]\nusers = 1\n"
    after = tomllib.loads(trial(text, ONE_MORE_USER).text)
    assert [each.get("users") for each in after["hosts"]] == [4, 6, None]
    assert after["host_defaults"]["users"] == 2


def test_one_more_user_adds_a_differencing_disk_and_a_saved_state_to_each_computer() -> None:
    result = trial(GOOD, ONE_MORE_USER)
    assert result.fleet.more_gb == pytest.approx(1.5 + 1.0)
    assert [shift.name for shift in result.workspaces] == ["finance"]


def test_computers_that_no_longer_fit_are_named_with_both_verdicts() -> None:
    text = GOOD + host("B", free_disk_gb=12.5) + host("C", free_disk_gb=12.5)
    assert trial(text, ONE_MORE_USER).moves == (
        Move(Verdict.READY, Verdict.BLOCKED, 2, ("B", "C")),
    )


def test_a_move_names_three_computers_and_counts_all() -> None:
    text = GOOD + "".join(host(f"B{i}", ram_mb=1024) for i in range(5))
    (move,) = trial(text, TWO_GB_MORE_RAM).moves
    assert (move.before, move.after) == (Verdict.BLOCKED, Verdict.READY)
    assert move.computers == 5
    assert move.names == ("B0", "B1", "B2")


def test_more_memory_mends_the_practice_that_failed_for_lack_of_it() -> None:
    result = trial(GOOD + host("B", ram_mb=1024), TWO_GB_MORE_RAM)
    assert [item.practice.id for item in result.mended] == ["host-ram-minimum"]
    assert result.broken == ()


def test_a_shared_workspace_counts_one_user_and_back_again() -> None:
    shared = trial(GOOD, Share("Finance", is_shared=True))
    assert shared.fleet.more_gb == pytest.approx(-2 * (1.5 + 1.0))
    back = trial(shared.text, Share("finance", is_shared=False))
    assert back.fleet.more_gb == pytest.approx(2 * (1.5 + 1.0))


def test_another_vhd_size_is_asked_of_its_workspace_alone() -> None:
    text = GOOD.replace('"finance"', '"hr"').replace("FIN-", "HR-")
    both = GOOD + text[text.index("[[workspaces]]") :].replace("retire_by = 2027-06-30", "")
    result = trial(both, Resize("hr", 3.6))
    assert [(shift.name, round(shift.more_gb, 6)) for shift in result.workspaces] == [
        ("finance", 0.0),
        ("hr", 1.0),
    ]


def test_several_changes_are_tried_together() -> None:
    result = trial(GOOD, ONE_MORE_USER, Resize("finance", 3.6))
    assert result.fleet.more_gb == pytest.approx(1.0 + 2.5)
    assert result.after.plan.hosts[0].users == 4


def test_what_is_tried_is_what_a_review_of_the_new_text_says() -> None:
    result = trial(GOOD + host("B", free_disk_gb=12.5), ONE_MORE_USER)
    alone = review(result.text)
    assert result.after.hosts.counts == alone.hosts.counts
    assert result.after.disk == alone.disk
    assert result.after.items == alone.items


def test_computers_of_an_inventory_keep_their_number_and_are_counted() -> None:
    result = trial(GOOD + INVENTORY, ONE_MORE_USER)
    assert result.unreached == (Unreached("users", "fleet.csv", 1), Unreached("users", "", 1))


def test_a_default_reaches_the_computers_of_an_inventory_that_is_silent() -> None:
    result = trial(GOOD + INVENTORY + "\n[host_defaults]\nusers = 1\n", ONE_MORE_USER)
    assert result.unreached == (Unreached("users", "fleet.csv", 1),)
    fleet = result.after.hosts.fleet
    assert [fleet.fact(row, "users") for row in range(3)] == [4, 2, 2]


def test_indexes_are_those_of_the_text_where_a_table_cannot_be_read() -> None:
    text = GOOD.replace("[[hosts]]", "[[hosts]]\nusers = 1\n\n[[hosts]]", 1)
    assert intents(ONE_MORE_USER, review(text)) == (SetValue(("hosts", 1, "users"), 4),)


def test_nothing_chosen_changes_nothing() -> None:
    result = trial(GOOD)
    assert result.text == GOOD
    assert result.moves == ()
    assert result.fleet.more_gb == 0
