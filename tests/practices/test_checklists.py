"""The example checklists, the steps of a deployment and of first time setup: views of practices."""

from typing import get_args

import pytest

from medv_tui.plan.environment import Step
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.checklists import CHECKLISTS, Checklist
from medv_tui.practices.deployment_steps import BY_METHOD, COMPONENTS, Part, steps
from medv_tui.practices.setup_sequence import SEQUENCE

IDS = {practice.id for practice in CATALOGUE}


def test_there_are_the_five_example_checklists_in_their_order_of_use() -> None:
    assert {each.name: [step.id for step in each.steps] for each in CHECKLISTS} == {
        "project": ["proj-1", "proj-2", "proj-3", "proj-4"],
        "environment": ["env-1", "env-2", "env-3", "env-4"],
        "installation": ["inst-1", "inst-2", "inst-3", "inst-4"],
        "image": ["img-1", "img-2", "img-3"],
        "deployment": ["dep-1", "dep-2", "dep-3", "dep-4"],
    }


@pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda each: each.name)
def test_every_line_rests_on_practices_and_on_a_topic(checklist: Checklist) -> None:
    assert checklist.topic.startswith("example-med-v-")
    for step in checklist.steps:
        assert step.topic
        assert step.practices
        assert set(step.practices) <= IDS
        assert len(set(step.practices)) == len(step.practices)


def test_the_supported_configurations_are_every_practice_that_rests_on_them() -> None:
    supported = {p.id for p in CATALOGUE if "med-v-20-supported-configurations" in p.source.topics}
    lines = {step.id: set(step.practices) for each in CHECKLISTS for step in each.steps}
    assert lines["env-2"] == lines["inst-1"] == supported


@pytest.mark.parametrize("method", BY_METHOD)
@pytest.mark.parametrize("single_restart", [False, True])
def test_every_step_of_a_deployment_rests_on_practices(
    method: str | None, single_restart: bool
) -> None:
    for step in steps(method, None, single_restart=single_restart):
        assert step.practices, step.title
        assert set(step.practices) <= IDS
        assert step.topics


def titles(order: tuple[str, ...] | None, *, single_restart: bool) -> list[str]:
    found = steps("esd", order, single_restart=single_restart)
    return [step.title for step in found if step.part is Part.INSTALL]


def test_the_normal_order_restarts_after_windows_virtual_pc() -> None:
    assert titles(None, single_restart=False) == [
        "Clear the way",
        "Install Windows Virtual PC (KB958559)",
        "Restart after Windows Virtual PC",
        "Install the update KB977206",
        "Install the Host Agent",
        "Install the workspace",
        "Keep to the order",
    ]


def test_the_order_of_a_single_restart_ends_with_windows_virtual_pc_and_restarts_once() -> None:
    assert titles(None, single_restart=True) == [
        "Clear the way",
        "Install the Host Agent",
        "Install the workspace",
        "Install Windows Virtual PC (KB958559)",
        "Install the update KB977206",
        "Keep to the order",
        "Restart once",
    ]


def test_the_plan_s_own_order_is_followed() -> None:
    assert titles(("workspace", "host-agent"), single_restart=False)[1:3] == [
        "Install the workspace",
        "Install the Host Agent",
    ]


def test_whatever_a_plan_installs_is_a_component() -> None:
    assert set(COMPONENTS) == set(get_args(Step))


def test_first_time_setup_has_its_eleven_documented_steps() -> None:
    assert len(SEQUENCE) == 11
    for step in SEQUENCE:
        assert set(step.practices) <= IDS
        assert step.topics
