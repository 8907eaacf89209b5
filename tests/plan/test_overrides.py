from typing import Any

import pytest

from medv_tui.plan.keys import tables
from medv_tui.plan.overrides import OVERRIDES, overridden_by, overrides_by
from medv_tui.plan.related_values import RELATED
from medv_tui.plan.settings import SETTINGS, setting
from medv_tui.practices.topics.setup_overrides import REPLACED

DEFAULTS: dict[str, Any] = {s.path: s.default for s in SETTINGS if s.default is not None}


def effects(**values: Any) -> dict[str, str]:
    """What is overridden by what, with documented defaults but for some values."""
    given = {setting(*name.split("__")).path: value for name, value in values.items()}
    found = {s.name: overridden_by(s, DEFAULTS | given) for s in SETTINGS}
    return {name: by.name for name, by in found.items() if by is not None}


def test_by_default_memory_close_action_and_mask_have_no_effect() -> None:
    assert effects() == {
        "Memory": "HostMemToGuestMemCalcEnabled",
        "CloseAction": "LogonStartEnabled",
        "ComputerNameMask": "SetComputerNameEnabled",
    }


@pytest.mark.parametrize(
    ("values", "without_effect", "by"),
    [
        (
            {"VM__HostMemToGuestMemCalcEnabled": False},
            {"HostMemToGuestMem", "GuestMemFromHostMem"},
            "HostMemToGuestMemCalcEnabled",
        ),
        ({"VM__GuestUpdateDuration": 0}, {"GuestUpdateTime"}, "GuestUpdateDuration"),
        (
            {"UserExperience__SmartCardLogonEnabled": True},
            {"CredentialCacheEnabled"},
            "SmartCardLogonEnabled",
        ),
        (
            {"Fts__Mode": "Silent"},
            {
                "StartDialogMsg",
                "FailureDialogMsg",
                "DialogUrl",
                "MaxPostponeTime",
                "PostponeUtcDateTimeLimit",
            },
            "Mode",
        ),
        (
            {"Fts__Mode": "Attended"},
            {"NonInteractiveTimeout", "NonInteractiveRetryTimeoutInc"},
            "Mode",
        ),
    ],
)
def test_a_value_takes_the_effect_of_others(
    values: dict[str, Any], without_effect: set[str], by: str
) -> None:
    found = effects(**values)
    assert {name for name, other in found.items() if other == by} == without_effect


def test_a_setting_without_a_value_overrides_nothing() -> None:
    assert all(not list(overrides_by(entry, {})) for entry in SETTINGS)


def test_what_setup_replaces_in_sysprep_is_what_the_practice_lists() -> None:
    replaced = {
        entry.by.path: other.removesuffix(" of Sysprep.inf")
        for entry in OVERRIDES
        for other in entry.others
        if "Sysprep.inf" in other
    }
    assert replaced == REPLACED


def test_related_values_are_no_settings_and_name_keys_of_the_plan() -> None:
    keys = {f"{table.path}.{key.name}" for table in tables() for key in table.keys}
    assert not {value.name for value in RELATED} & {s.name for s in SETTINGS}
    assert {value.fact for value in RELATED if value.fact} <= keys
