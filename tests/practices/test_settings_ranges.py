from typing import Any

import pytest

from medv_tui.findings import Status
from medv_tui.plan.setting import Kind
from medv_tui.plan.settings import SETTINGS
from medv_tui.practices.practice import SetFact, parameter
from medv_tui.practices.topics.settings_ranges import settings_ranges

RANGED = [s for s in SETTINGS if s.kind is Kind.NUMBER and s.minimum is not None]


def defaults(**changed: Any) -> dict[str, Any]:
    return {parameter(setting.path): setting.default for setting in SETTINGS} | changed


def test_the_documented_defaults_are_in_their_ranges() -> None:
    assert settings_ranges(**defaults()).status is Status.MET


@pytest.mark.parametrize("setting", RANGED, ids=lambda s: s.name)
def test_a_number_beyond_either_end_fails_and_goes_back_to_that_end(setting: Any) -> None:
    for value, end in (
        (setting.minimum - 1, setting.minimum),
        (setting.maximum + 1, setting.maximum),
    ):
        outcome = settings_ranges(**defaults(**{parameter(setting.path): value}))
        assert outcome.status is Status.FAILING
        assert (outcome.fact, outcome.fix) == (setting.path, SetFact(setting.path, end))


def test_several_faults_have_no_single_fix() -> None:
    outcome = settings_ranges(**defaults(memory=1, task_timeout=-1))
    assert outcome.status is Status.FAILING
    assert outcome.fix is None


def test_a_setting_that_could_not_be_read_leaves_the_answer_unknown() -> None:
    outcome = settings_ranges(**defaults(memory=None))
    assert outcome.status is Status.UNKNOWN
    assert outcome.missing == ("workspaces.settings.VM.Memory",)


def test_what_could_be_read_fails_all_the_same() -> None:
    outcome = settings_ranges(**defaults(memory=None, task_timeout=-1))
    assert outcome.status is Status.FAILING
