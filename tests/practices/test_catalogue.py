"""What holds for every practice of the catalogue."""

import inspect
from collections.abc import Iterable
from itertools import product

import pytest

from medv_tui.findings import Status
from medv_tui.plan.keys import tables
from medv_tui.plan.settings import SETTINGS
from medv_tui.practices.catalogue import CATALOGUE, SCOPES, UNWAIVABLE, practice
from medv_tui.practices.practice import (
    Facts,
    Mode,
    Outcome,
    Practice,
    Scope,
    ask,
    met,
    parameter,
)
from medv_tui.practices.sizing import NEED, RULE
from tests.practices.plans import HERE

HEADLINES = {
    1: "fts-unattended",
    2: "image-disable-restore-points",
    3: "image-local-profiles",
    4: "image-group-policy-performance",
    5: "image-legal-notice-by-gpo",
    6: "image-compact-vhd",
    7: "image-restart-on-crash",
    8: "image-backup-before-seal",
    9: "dep-batch-wvpc-last",
    10: "dep-local-folder",
    11: "printers-one-manner",
    12: "patching-window-aligned",
    13: "host-av-exclusions",
}
KEYS = {f"{table.path}.{key.name}".lstrip(".") for table in tables() for key in table.keys}
KEYS |= {setting.path for setting in SETTINGS} | {"workspaces.applications"}
COMPUTED = {NEED, RULE, "workspaces.settings.written"}
ids = [f"{p.id}:{p.scope}" for p in CATALOGUE]
every_practice = pytest.mark.parametrize("entry", CATALOGUE, ids=ids)


def test_the_thirteen_headline_practices_are_there_with_their_numbers() -> None:
    assert {p.headline: p.id for p in CATALOGUE if p.headline} == HEADLINES


def test_every_catalogued_practice_is_there_and_no_other() -> None:
    documented = (HERE / "documented_ids.txt").read_text("utf-8").split()
    assert len(documented) == 190
    assert {p.id for p in CATALOGUE} == set(documented)


def test_ids_are_unique_for_each_scope() -> None:
    pairs = [(p.id, p.scope) for p in CATALOGUE]
    assert len(pairs) == len(set(pairs))
    assert SCOPES["host-dotnet-35sp1"] == {Scope.HOST, Scope.PLAN}


def test_what_med_v_cannot_work_without_cannot_be_waived() -> None:
    assert {
        "host-os-supported",
        "host-not-server",
        "host-ram-minimum",
        "host-disk-floor",
        "host-disk-formula",
        "image-xp-sp3-x86",
        "dep-all-users",
        "dep-host-agent-before-workspace",
    } == UNWAIVABLE


def test_a_practice_is_found_by_its_id() -> None:
    assert practice("host-ram-minimum").title == "Host has 2 GB RAM or more"
    with pytest.raises(KeyError):
        practice("host-ram-maximum")


@every_practice
def test_a_practice_says_everything_in_sentences(entry: Practice) -> None:
    assert entry.title
    assert entry.source.topics
    for sentence in (entry.asks, entry.why, entry.todo):
        assert sentence.endswith(".")
        assert sentence[0].isupper() or sentence[0] in "`."


@every_practice
def test_a_practice_reads_keys_that_exist(entry: Practice) -> None:
    known = KEYS | COMPUTED
    unknown = {f for f in entry.facts if f not in known and not f.startswith("fleet.")}
    assert not unknown
    assert len(set(entry.facts)) == len(entry.facts)


@every_practice
def test_a_check_takes_exactly_the_facts_that_are_declared(entry: Practice) -> None:
    if entry.check is None:
        assert entry.mode is Mode.ATTESTED
        assert not entry.facts
        return
    assert entry.mode is not Mode.ATTESTED
    parameters = inspect.signature(entry.check).parameters
    if any(given.kind is given.VAR_KEYWORD for given in parameters.values()):
        assert not entry.reads, "a check of any facts by name takes none by place"
        return
    assert list(parameters)[len(entry.reads) :] == [parameter(fact) for fact in entry.also]


@every_practice
def test_a_check_is_never_asked_while_a_declared_fact_is_absent(entry: Practice) -> None:
    asked: list[object] = []

    def spy(*values: object, **_more: object) -> Outcome:
        asked.append(values)
        return met("Asked.")

    present = dict.fromkeys(entry.facts, "something")
    watched = _with_check(entry, spy)
    for absent in _proper_subsets(entry.reads):
        outcome = ask(watched, Facts({k: v for k, v in present.items() if k not in absent}))
        assert outcome.status is Status.UNKNOWN
        assert outcome.missing
    assert not asked


@every_practice
def test_a_practice_about_free_space_names_the_limits_it_changes_at(entry: Practice) -> None:
    reads_free_space = "hosts.free_disk_gb" in entry.facts
    assert (entry.limits is not None) == reads_free_space


def _with_check(entry: Practice, check: object) -> Practice:
    names = {field: getattr(entry, field) for field in entry.__dataclass_fields__}
    return Practice(**(names | {"check": check}))


def _proper_subsets(facts: tuple[str, ...]) -> Iterable[frozenset[str]]:
    for choice in product((False, True), repeat=len(facts)):
        absent = frozenset(f for f, out in zip(facts, choice, strict=True) if out)
        if absent:
            yield absent
