"""The table's order and its filter are those that one finds by looking at row after row."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.findings import Status, Verdict
from medv_tui.reports.clean import clean
from medv_tui.review.hosts import HostsReview
from medv_tui.review.reasons import failing
from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.panes import host_columns, roster
from medv_tui.tui.panes.host_filter import Condition, Sizes, conditions
from medv_tui.tui.panes.host_sections import sections
from medv_tui.tui.panes.roster import NEAR_STEP, NO_WORKSPACE, ORDER, Column, Roster, Sort

from .plans import DAY, DOCUMENTED, host

PLAN = DOCUMENTED + "".join(
    [
        host("GONE", excluded="Replaced in March."),
        host("NOBODY", ram_mb=1024, site="Wels").replace('workspace = "example"\n', ""),
        host("ROOMY", count=8, ram_mb=8100),
        host("TWO", base_vhd_free_disk_gb=3),
        host("LOST", workspace="nowhere"),
        '[[inventories]]\nfile = "fleet.csv"\nworkspace = "example"\n',
    ]
)
SITES = ("Graz", "graz", "Wels", "", "Head office")
MODELS = ("OptiPlex 780", "OptiPlex 760", "")
TERMS = (
    *("graz", "WELS", "office", "pc-01", "780", "9", "r", "blocked", "march", "step", "workspace"),
    *(
        "verdict:ready",
        "verdict:*e*",
        "site:Gr*",
        "site:*",
        "model:780",
        "name:pc-0?1",
        "disk",
    ),
    *("workspace:example", "reason:host-disk*", "reason:host-ram-minimum:must", "reason:disk"),
    *("ram<2000", "ram>=4096", "free>50", "free<=50", "headroom<0", "headroom>-1,5", "users=2"),
)


def inventory() -> bytes:
    lines = ["name,ram_mb,free_disk_gb,users,site,model,os,edition,service_pack,architecture"]
    for n in range(150):
        ram_mb = (1024, 2048, 4090, 4096, 8192)[n % 5]
        free = "" if n % 11 == 0 else (n * 37) % 120 / 2
        place = f"{SITES[n * n % 5]},{MODELS[n % 3]}"
        lines.append(f"PC-{n:03},{ram_mb},{free},{n % 4},{place},Windows 7,Enterprise,1,x64")
    return "\n".join(lines).encode()


def hosts_of(reviewer: Reviewer, plan: str) -> HostsReview:
    return reviewer.update(plan, lambda _name: inventory(), DAY).hosts


HOSTS = hosts_of(Reviewer(), PLAN)
ROSTER = Roster(HOSTS)
ROWS = range(len(HOSTS.fleet.names))
TEXTS = st.lists(st.sampled_from(TERMS), max_size=3).map(" ".join)
SORTS = st.builds(Sort, st.sampled_from(Column), st.booleans())


def said(row: int) -> list[str]:
    reasons = ROSTER.reasons.several[ROSTER.reasons.codes[row]]
    excluded, verdict = HOSTS.fleet.fact(row, "excluded"), HOSTS.verdict(row)
    if excluded is not None:
        return [clean(excluded)]
    if verdict is Verdict.READY and HOSTS.review(row).notes:
        return [NEAR_STEP]
    return [NO_WORKSPACE] * (verdict is Verdict.UNASSIGNED) + [reason.words for reason in reasons]


def texts(row: int, field: str) -> Iterator[str]:
    if field == "name":
        yield HOSTS.fleet.names[row]
    elif field == "verdict":
        yield HOSTS.verdict(row).value
    elif field in {"seen", "reason"}:
        yield from said(row)
        if field == "reason" and HOSTS.fleet.fact(row, "excluded") is None:
            for reason in ROSTER.reasons.several[ROSTER.reasons.codes[row]]:
                if reason.status is Status.FAILING:
                    yield from (reason.practice, failing(reason), reason.title)
    elif HOSTS.fleet.fact(row, field) is not None:
        yield HOSTS.fleet.fact(row, field)


def number(row: int, field: str) -> Any:
    if field == "headroom":
        return HOSTS.headroom_gb(row)
    keys = {"ram": "ram_mb", "free": "free_disk_gb"}
    return HOSTS.fleet.fact(row, keys.get(field, field))


def is_met(row: int, condition: Condition) -> bool:
    if isinstance(condition, Sizes):
        found = number(row, condition.field)
        return found is not None and condition.holds(found, condition.limit)
    return any(
        condition.matches(text.casefold())
        for field in condition.fields
        for text in texts(row, field)
    )


def value(row: int, column: Column) -> Any:
    match column:
        case Column.RAM | Column.FREE | Column.HEADROOM:
            return number(row, column.value.split()[0].casefold())
        case Column.REASON:
            reasons = ROSTER.reasons.several[ROSTER.reasons.codes[row]]
            return reasons[0].words.casefold() if reasons else None
        case _:
            text = HOSTS.fleet.fact(row, column.value)
            return text.casefold() if text else None


def badness(row: int) -> tuple[int, float]:
    room = HOSTS.headroom_gb(row)
    return ORDER.index(HOSTS.verdict(row)), inf if room is None else room


def folded_name(row: int) -> str:
    return HOSTS.fleet.names[row].casefold()


def in_order(rows: Sequence[int], sort: Sort) -> list[int]:
    if sort.column is Column.HOST:
        return sorted(rows, key=folded_name, reverse=sort.is_reversed)
    found = sorted(rows, key=badness)
    if sort.column is Column.VERDICT:
        return sorted(found, key=lambda row: badness(row)[0], reverse=sort.is_reversed)
    known = [row for row in found if value(row, sort.column) is not None]
    unknown = [row for row in found if value(row, sort.column) is None]
    known.sort(key=lambda row: value(row, sort.column), reverse=sort.is_reversed)
    return known + unknown


def test_the_fleet_has_every_verdict_and_every_kind_of_reason() -> None:
    assert {HOSTS.verdict(row) for row in ROWS} >= set(Verdict) - {Verdict.ATTENTION}
    assert sum(NEAR_STEP in said(row) for row in ROWS) > 1
    assert [t for t in TERMS if not any(is_met(row, *conditions(t)) for row in ROWS)] == []


@settings(max_examples=60, deadline=None)
@given(SORTS, TEXTS)
def test_rows_are_those_that_meet_each_term_in_order(sort: Sort, text: str) -> None:
    asked = conditions(text)
    left = [row for row in ROWS if all(is_met(row, condition) for condition in asked)]
    assert list(ROSTER.matching(text)) == left
    assert list(ROSTER.shown(sort, text)) == in_order(left, sort)


@given(TEXTS)
def test_each_verdict_stands_above_its_computers(text: str) -> None:
    rows = ROSTER.shown(Sort(), text)
    found = sections(HOSTS, rows)
    counted = {
        verdict: sum(HOSTS.fleet.counts[row] for row in rows if HOSTS.verdict(row) is verdict)
        for verdict in ORDER
    }
    assert {s.verdict: s.computers for s in found.starts} == {v: n for v, n in counted.items() if n}
    for section in found.starts:
        assert HOSTS.verdict(rows[section.start]) is section.verdict


def test_a_filter_that_is_prepared_for_finds_everything_ready(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prepared = Roster(HOSTS)
    prepared.prepare()
    for module, name in ((host_columns, "coded"), (roster, "fleet_reasons")):
        monkeypatch.delattr(module, name)
    for term in TERMS:
        assert prepared.matching(term) == ROSTER.matching(term)
    with pytest.raises(NameError):
        Roster(HOSTS).matching("graz")


def test_what_is_taken_over_of_another_fleet_is_what_is_found_anew() -> None:
    reviewer = Reviewer()
    before = Roster(hosts_of(reviewer, PLAN))
    for term in TERMS:
        before.matching(term)
    changed = hosts_of(reviewer, PLAN.replace('site = "Wels"', 'site = "Graz"'))
    after, anew = Roster(changed, before), Roster(changed)
    assert after.columns.coded("model") is before.columns.coded("model")
    assert after.columns.coded("site") != before.columns.coded("site")
    for column in Column:
        assert list(after.shown(Sort(column), "")) == list(anew.shown(Sort(column), ""))
    for term in TERMS:
        assert after.matching(term) == anew.matching(term)
