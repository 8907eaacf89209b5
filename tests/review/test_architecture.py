"""What the architecture says of a plan's components."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from medv_tui.findings import Finding, Path, Severity, Source, Status
from medv_tui.plan.fleet import build
from medv_tui.plan.plan import Plan
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Mode, Phase, Practice, Scope
from medv_tui.practices.subjects import Subjects
from medv_tui.review.architecture import Architecture, Component, describe
from medv_tui.review.items import PracticeItem

TWO = [{"name": "finance"}, {"name": "kiosk"}]


def item(
    concerns: str,
    status: Status,
    *,
    message: str = "It is so.",
    severity: Severity = Severity.MUST,
    subject: str = "plan",
    title: str = "Title",
) -> PracticeItem:
    practice = Practice(
        id="one",
        title=title,
        phase=Phase.PLAN,
        scope=Scope.PLAN,
        severity=severity,
        mode=Mode.COMPUTED,
        asks="",
        why="",
        todo="",
        source=Source(()),
        concerns=(concerns,),
    )
    return PracticeItem(practice, subject, Finding("one", severity, status, message))


def subjects_of(plan: Mapping[str, Any], unreadable: Iterable[Path] = ()) -> Subjects:
    model = Plan.model_validate(plan)
    fleet = build(model)
    return Subjects(model, fleet, fleet.groups(), {}, frozenset(unreadable))


def drawn(plan: Mapping[str, Any], *items: PracticeItem) -> dict[str, Component]:
    return {c.id: c for c in describe(items, subjects_of(plan)).components}


def images(**keys: tuple[Any, Any]) -> dict[str, Any]:
    """Two workspaces whose images differ in these keys; None leaves a key out."""
    return {
        "workspaces": [
            {
                "name": name,
                "image": {k: pair[place] for k, pair in keys.items() if pair[place] is not None},
            }
            for place, name in enumerate(("finance", "kiosk"))
        ]
    }


@pytest.fixture(scope="module")
def empty() -> Architecture:
    return describe((), subjects_of({}))


def test_ids_are_unique(empty: Architecture) -> None:
    ids = [component.id for component in empty.components]
    assert len(ids) == len(set(ids)) == 37


def test_every_component_follows_the_one_that_contains_it(empty: Architecture) -> None:
    seen: set[str | None] = {None}
    for component in empty.components:
        assert component.inside in seen, component.id
        seen.add(component.id)


def test_only_the_enterprise_is_outermost(empty: Architecture) -> None:
    assert [c.id for c in empty.components if c.inside is None] == ["enterprise"]


def test_services_of_the_enterprise_stand_outside_the_host(empty: Architecture) -> None:
    inside = {component.id: component.inside for component in empty.components}
    assert inside["esd-system"] == inside["registry-management-system"] == "enterprise"


def test_links_join_known_components_with_few_words(empty: Architecture) -> None:
    ids = {component.id for component in empty.components}
    for link in empty.links:
        assert {link.source, link.target} <= ids
        assert link.source != link.target
        assert 1 <= len(link.label.split()) <= 5
    pairs = [(link.source, link.target) for link in empty.links]
    assert len(pairs) == len(set(pairs))


def test_the_agents_talk_in_both_directions(empty: Architecture) -> None:
    pairs = {(link.source, link.target) for link in empty.links}
    assert {("host-agent", "guest-agent"), ("guest-agent", "host-agent")} <= pairs


def test_every_practice_concerns_known_components(empty: Architecture) -> None:
    ids = {component.id for component in empty.components}
    assert {c for practice in CATALOGUE for c in practice.concerns} <= ids


def test_an_empty_plan_misses_its_hosts_and_workspaces_and_meets_nothing() -> None:
    components = drawn({})
    missing = {c.id for c in components.values() if c.status == "missing"}
    image = {"windows-virtual-pc-image", "corporate-operating-system"}
    assert missing == {"host", "workspace", "guest"} | image
    assert all(c.status != Status.MET for c in components.values())
    assert components["host"].message == "Required, but the plan has no computers."


def test_the_worst_practice_gives_the_status_and_the_message() -> None:
    disk = drawn(
        {},
        item("disk", Status.MET),
        item("disk", Status.OPEN),
        item("disk", Status.FAILING, severity=Severity.SHOULD, title="Ten free"),
        item("disk", Status.FAILING, title="Two free", message="1 GB is free."),
        item("host-agent", Status.UNKNOWN),
    )["disk"]
    assert disk.status == "failing"
    assert disk.message == "Two free: 1 GB is free (and 1 more)."


def test_a_message_names_the_workspace_where_there_are_several() -> None:
    found = item("disk", Status.FAILING, subject="workspace:kiosk")
    assert drawn({"workspaces": TWO}, found)["disk"].message == "Title (kiosk): It is so."
    assert drawn({"workspaces": TWO[1:]}, found)["disk"].message == "Title: It is so."


@pytest.mark.parametrize("status", list(Status))
def test_a_single_practice_gives_its_own_status(status: Status) -> None:
    assert drawn({}, item("disk", status))["disk"].status == status


def test_practices_that_do_not_apply_say_nothing_beside_others() -> None:
    items = (item("disk", Status.NOT_APPLICABLE), item("disk", Status.MET))
    assert drawn({}, *items)["disk"].message == "The practice about it is met."


def test_what_nothing_is_known_of_is_unknown() -> None:
    disk = drawn({})["disk"]
    assert (disk.status, disk.message) == (
        "unknown",
        "Not known: nothing in the plan speaks of it.",
    )


def test_what_the_plan_has_is_met_where_no_practice_is_about_it() -> None:
    server = drawn({"infrastructure": {"print_server": True}})["print-server"]
    assert (server.status, server.message) == (
        "met",
        "Planned: the plan gives infrastructure.print_server.",
    )


def test_met_practices_do_not_vouch_for_what_may_not_be_there() -> None:
    system = drawn({}, item("esd-system", Status.MET))["esd-system"]
    assert (system.status, system.message) == (
        "unknown",
        "Not known: the plan does not give infrastructure.esd.",
    )


@pytest.mark.parametrize("status", [Status.MET, Status.OPEN, Status.FAILING])
def test_what_is_required_and_absent_is_missing_whatever_practices_say(status: Status) -> None:
    plan = {"infrastructure": {"directory_domain": ""}}
    domain = drawn(plan, item("active-directory-domain", status))["active-directory-domain"]
    assert domain.required
    assert (domain.status, domain.message) == (
        "missing",
        "Required, but infrastructure.directory_domain is empty.",
    )


@pytest.mark.parametrize("status", [Status.MET, Status.OPEN, Status.UNKNOWN])
def test_what_is_optional_and_absent_is_not_applicable(status: Status) -> None:
    system = drawn({"infrastructure": {"esd": ""}}, item("esd-system", status))["esd-system"]
    assert not system.required
    assert (system.status, system.message) == (
        "not-applicable",
        "Not planned: infrastructure.esd is empty.",
    )


def test_absence_of_the_optional_hides_no_failure() -> None:
    system = drawn({"infrastructure": {"esd": ""}}, item("esd-system", Status.FAILING))
    assert system["esd-system"].status == "failing"


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"group_policy": False}, "missing"),
        ({"group_policy": False, "registry_management": "Scripts"}, "met"),
        ({"group_policy": True}, "met"),
        ({}, "unknown"),
    ],
)
def test_any_way_to_manage_the_registry_will_do(facts: dict[str, Any], status: str) -> None:
    assert drawn({"infrastructure": facts})["registry-management-system"].status == status


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ((True, True), "met"),
        ((True, False), "missing"),
        ((None, False), "missing"),
        ((True, None), "unknown"),
    ],
)
def test_what_is_required_has_to_be_in_every_workspace(
    answers: tuple[bool | None, bool | None], status: str
) -> None:
    assert drawn(images(integration_components=answers))["integration-components"].status == status


def test_a_missing_component_names_the_first_workspace_that_lacks_it() -> None:
    assert drawn(images(remoteapp_update=(True, False)))["remoteapp-update"].message == (
        "Required, but image.remoteapp_update of workspace kiosk is false."
    )


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ((True, False), "met"),
        ((False, False), "not-applicable"),
        ((False, None), "unknown"),
    ],
)
def test_what_is_optional_is_there_if_one_workspace_has_it(
    answers: tuple[bool | None, bool | None], status: str
) -> None:
    assert drawn(images(esd_client=answers))["esd-client"].status == status


def test_what_med_v_brings_shares_the_status_of_what_brings_it() -> None:
    components = drawn({}, item("host-agent", Status.FAILING), item("guest-agent", Status.OPEN))
    for brought in ("guest-update-manager", "settings-provider", "administration-toolkit"):
        assert components[brought].status == "failing"
    assert components["settings-provider"].message == (
        "Comes with MED-V Host Agent, whose status is failing."
    )
    assert components["guest-update-service"].status == "open"


def test_what_is_brought_fails_as_badly_as_what_brings_it() -> None:
    components = drawn({}, item("host-agent", Status.FAILING, severity=Severity.SHOULD))
    assert components["host-agent"].severity is Severity.SHOULD
    brought = [c for c in components.values() if "Comes with MED-V Host Agent" in c.message]
    assert brought
    assert {c.severity for c in brought} == {Severity.SHOULD}


def test_a_practice_about_what_med_v_brings_comes_first() -> None:
    components = drawn(
        {}, item("host-agent", Status.FAILING), item("fts-status-provider", Status.WAIVED)
    )
    assert components["fts-status-provider"].status == "waived"


def test_printer_redirection_that_is_switched_off_is_not_applicable() -> None:
    off = {"UserExperience": {"PrinterSharingEnabled": False}}
    plan = {"workspaces": [{"name": "finance", "settings": off}]}
    failing = item("host-agent", Status.FAILING)
    assert drawn(plan, failing)["printer-redirection"].status == "not-applicable"


def test_an_order_without_the_host_agent_misses_it_and_all_that_it_brings() -> None:
    components = drawn({"deployment": {"order": ["workspace"]}, "workspaces": TWO})
    assert components["host-agent"].status == "missing"
    assert components["host-agent"].message == (
        'Required, but deployment.order does not install "host-agent".'
    )
    assert components["guest-update-manager"].status == "missing"
    assert components["printer-redirection"].status == "not-applicable"


@pytest.mark.parametrize(
    ("installed", "order", "status"),
    [
        (True, ["workspace"], "met"),
        (False, ["workspace"], "missing"),
        (False, ["windows-virtual-pc"], "met"),
        (False, None, "unknown"),
        (None, ["workspace"], "unknown"),
    ],
)
def test_windows_virtual_pc_is_on_the_computers_or_installed(
    installed: bool | None, order: list[str] | None, status: str
) -> None:
    plan: dict[str, Any] = {"hosts": [{"name": "A", "windows_virtual_pc": installed}]}
    if order is not None:
        plan["deployment"] = {"order": order}
    assert drawn(plan)["windows-virtual-pc"].status == status


@pytest.mark.parametrize(
    ("hosts", "required", "status"),
    [
        ([{"service_pack": 0, "kb977206": False}], True, "missing"),
        ([{"service_pack": 0, "kb977206": True}], True, "met"),
        ([{"kb977206": False}], True, "unknown"),
        ([{"service_pack": 1, "kb977206": False}], False, "unknown"),
        ([{"service_pack": 1}, {"service_pack": 0, "kb977206": True}], True, "met"),
    ],
)
def test_the_update_is_required_only_without_service_pack_1(
    hosts: list[dict[str, Any]], required: bool, status: str
) -> None:
    plan = {
        "hosts": [{"name": f"H{place}", **host} for place, host in enumerate(hosts)],
        "deployment": {"order": ["workspace"]},
    }
    update = drawn(plan)["windows-virtual-pc-update"]
    assert (update.required, update.status) == (required, status)


def test_hosts_that_are_all_excluded_are_missing() -> None:
    host = drawn({"hosts": [{"name": "A", "excluded": "leased"}]})["host"]
    assert host.message == "Required, but all computers of the plan are excluded."


@pytest.mark.parametrize(
    ("component", "path"), [("host", ("hosts", 0)), ("workspace", ("workspaces", 0, "name"))]
)
def test_tables_that_cannot_be_read_are_unknown_rather_than_missing(
    component: str, path: Path
) -> None:
    architecture = describe((), subjects_of({}, [path]))
    found = {c.id: c.status for c in architecture.components}
    assert found[component] == "unknown"


def test_an_inventory_without_readable_rows_leaves_the_hosts_unknown() -> None:
    assert drawn({"inventories": [{"file": "fleet.csv"}]})["host"].status == "unknown"


def test_equal_reviews_draw_equal_architectures() -> None:
    items = (item("disk", Status.OPEN),)
    assert describe(items, subjects_of({})) == describe(items, subjects_of({}))
