import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from pydantic import ValidationError

from medv_tui.plan.plan import Plan
from medv_tui.plan.settings import SETTINGS, Kind, Setting, setting
from medv_tui.plan.settings_tables import written

DOCUMENTED: tuple[tuple[str, str, object, str], ...] = (
    ("Diagnostics", "EventLogLevel", 3, "DiagEventLogLevel"),
    ("Fts", "AddUserToAdminGroupEnabled", False, "FtsAddUserToAdminGroupEnabled"),
    ("Fts", "ComputerNameMask", "MEDV*", "FtsComputerNameMask"),
    ("Fts", "DeleteVMStateTimeout", 90, "FtsDeleteVMStateTimeout"),
    ("Fts", "DetachVfdTimeout", 120, "FtsDetachVfdTimeout"),
    ("Fts", "DialogUrl", None, "FtsDialogUrl"),
    ("Fts", "ExplorerTimeout", 900, "FtsExplorerTimeout"),
    ("Fts", "FailureDialogMsg", None, "FtsFailureDialogMsg"),
    ("Fts", "GiveUserGroupRightsMaxRetryCount", 3, ""),
    ("Fts", "GiveUserGroupRightsTimeout", 300, ""),
    ("Fts", "LogFilePaths", None, "FtsLogFilePaths"),
    ("Fts", "MaxPostponeTime", 120, "FtsMaxPostponeTime"),
    ("Fts", "MaxRetryCount", 3, "FtsMaxRetryCount"),
    ("Fts", "Mode", "Unattended", "FtsMode"),
    ("Fts", "NonInteractiveRetryTimeoutInc", 15, "FtsNonInteractiveRetryTimeoutInc"),
    ("Fts", "NonInteractiveTimeout", 45, "FtsNonInteractiveTimeout"),
    ("Fts", "PostponeUtcDateTimeLimit", None, "FtsPostponeUtcDateTimeLimit"),
    ("Fts", "RetryDialogMsg", None, "FtsRetryDialogMsg"),
    ("Fts", "SetComputerNameEnabled", False, "FtsSetComputerNameEnabled"),
    ("Fts", "SetJoinDomainEnabled", False, "FtsSetJoinDomainEnabled"),
    ("Fts", "SetMachineObjectOUEnabled", False, "FtsSetMachineObjectOUEnabled"),
    ("Fts", "SetRegionalSettingsEnabled", False, "FtsSetRegionalSettingsEnabled"),
    ("Fts", "SetUserDataEnabled", False, "FtsSetUserDataEnabled"),
    ("Fts", "StartDialogMsg", None, "FtsStartDialogMsg"),
    ("Fts", "TaskCancelTimeout", 30, "FtsTaskCancelTimeout"),
    ("Fts", "TaskVMTurnOffTimeout", 60, "FtsTaskVMTurnOffTimeout"),
    ("Fts", "UpgradeTimeout", 600, "FtsUpgradeTimeout"),
    ("UserExperience", "AppPublishingEnabled", True, "UxAppPublishingEnabled"),
    ("UserExperience", "AudioSharingEnabled", True, "UxAudioSharingEnabled"),
    ("UserExperience", "ClipboardSharingEnabled", True, "UxClipboardSharingEnabled"),
    ("UserExperience", "DialogTimeout", 300, "UxDialogTimeout"),
    ("UserExperience", "HideVmTimeout", 30, "UxHideVmTimeout"),
    ("UserExperience", "LogonStartEnabled", True, "UxLogonStartEnabled"),
    ("UserExperience", "PrinterSharingEnabled", True, "UxPrinterSharingEnabled"),
    ("UserExperience", "RebootAbsoluteDelayTimeout", 1440, "UxRebootAbsoluteDelayTimeout"),
    ("UserExperience", "RedirectUrls", None, "UxRedirectUrls"),
    ("UserExperience", "SmartCardLogonEnabled", False, "UxSmartCardLogonEnabled"),
    ("UserExperience", "SmartCardSharingEnabled", True, "UxSmartCardSharingEnabled"),
    ("UserExperience", "USBDeviceSharingEnabled", True, "UxUSBDeviceSharingEnabled"),
    ("UserExperience", "CredentialCacheEnabled", False, "UxCredentialCacheEnabled"),
    ("UserExperience", "ShowExit", None, "UxShowExit"),
    ("VM", "CloseAction", "HIBERNATE", "VmCloseAction"),
    ("VM", "GuestMemFromHostMem", (378, 512, 1024, 1536, 2048), "VmGuestMemFromHostMem"),
    ("VM", "GuestUpdateDuration", 240, "VmGuestUpdateDuration"),
    ("VM", "GuestUpdateTime", "00:00", "VmGuestUpdateTime"),
    ("VM", "HostMemToGuestMem", (1024, 2048, 4096, 8192, 16384), "VmHostMemToGuestMem"),
    ("VM", "HostMemToGuestMemCalcEnabled", True, "VmHostMemToGuestMemCalcEnabled"),
    ("VM", "Memory", 512, "VmMemory"),
    ("VM", "MultiUserEnabled", False, "VmMultiUserEnabled"),
    ("VM", "NetworkingMode", "NAT", "VmNetworkingMode"),
    ("VM", "TaskTimeout", 600, "VmTaskTimeout"),
    ("Guest", "EnableGPWorkarounds", True, ""),
)
"""Key, name, default and WMI property, written down from the topics in their order."""

RANGES = {
    "EventLogLevel": (0, 4),
    "GuestMemFromHostMem": (128, 3712),
    "HostMemToGuestMem": (1024, 16384),
    "GuestUpdateDuration": (0, 1440),
    "Memory": (128, 2048),
    "HideVmTimeout": (None, None),
}
"""The numbers whose range is not the full one."""

UNITS = {
    "s": {
        "DeleteVMStateTimeout",
        "DetachVfdTimeout",
        "ExplorerTimeout",
        "GiveUserGroupRightsTimeout",
        "TaskCancelTimeout",
        "TaskVMTurnOffTimeout",
        "UpgradeTimeout",
        "DialogTimeout",
        "TaskTimeout",
    },
    "min": {
        "NonInteractiveRetryTimeoutInc",
        "NonInteractiveTimeout",
        "HideVmTimeout",
        "RebootAbsoluteDelayTimeout",
        "GuestUpdateDuration",
    },
    "h": {"MaxPostponeTime"},
    "MB": {"GuestMemFromHostMem", "HostMemToGuestMem", "Memory"},
}

MULTI_SZ = {
    "FailureDialogMsg",
    "RetryDialogMsg",
    "StartDialogMsg",
    "LogFilePaths",
    "RedirectUrls",
    "GuestMemFromHostMem",
    "HostMemToGuestMem",
}
SZ = {
    "ComputerNameMask",
    "DialogUrl",
    "Mode",
    "PostponeUtcDateTimeLimit",
    "CloseAction",
    "GuestUpdateTime",
    "NetworkingMode",
}
WMI_ONLY = {"CredentialCacheEnabled", "ShowExit"}

every_setting = pytest.mark.parametrize("each", SETTINGS, ids=lambda each: each.path)


def settings_of(tables: dict[str, object]) -> Plan:
    return Plan.model_validate({"workspaces": [{"name": "finance", "settings": tables}]})


def ascends(steps: Sequence[int | str]) -> bool:
    return all(int(low) < int(high) for low, high in pairwise(steps))


def test_the_registry_holds_every_setting_in_the_documented_order() -> None:
    assert [(each.key, each.name) for each in SETTINGS] == [row[:2] for row in DOCUMENTED]


@pytest.mark.parametrize(("key", "name", "default", "wmi_property"), DOCUMENTED)
def test_a_setting_has_its_documented_default_and_property(
    key: str, name: str, default: object, wmi_property: str
) -> None:
    found = setting(key, name)

    assert (found.default, type(found.default)) == (default, type(default))
    assert found.property == wmi_property


def test_fifty_settings_lie_in_the_registry_and_two_only_in_wmi() -> None:
    listed = Counter(each.key for each in SETTINGS if each.registry_type)

    assert listed == {"Diagnostics": 1, "Fts": 26, "UserExperience": 12, "VM": 10, "Guest": 1}
    assert {each.name for each in SETTINGS if not each.registry_type} == WMI_ONLY


@every_setting
def test_a_setting_has_its_documented_registry_type(each: Setting) -> None:
    expected = "MULTI_SZ" if each.name in MULTI_SZ else "SZ" if each.name in SZ else "DWORD"

    assert each.registry_type == ("" if each.name in WMI_ONLY else expected)


def test_a_setting_that_is_not_documented_is_not_found() -> None:
    with pytest.raises(KeyError):
        setting("VM", "HostMemToGuestMemEnabled")


def test_no_two_settings_share_a_name_or_a_property() -> None:
    properties = [each.property for each in SETTINGS if each.property]

    assert len({each.name.casefold() for each in SETTINGS}) == len(SETTINGS)
    assert len(set(properties)) == len(properties) == 49


@every_setting
def test_a_number_has_its_documented_range_and_nothing_else_has_one(each: Setting) -> None:
    numeric = each.kind in {Kind.NUMBER, Kind.NUMBERS}
    expected = RANGES.get(each.name, (0, 2_147_483_647)) if numeric else (None, None)

    assert (each.minimum, each.maximum) == expected


@pytest.mark.parametrize("unit", UNITS)
def test_a_duration_or_size_has_its_documented_unit(unit: str) -> None:
    assert {each.name for each in SETTINGS if each.unit == unit} == UNITS[unit]


def test_closed_values_have_their_documented_spelling() -> None:
    assert {each.name: each.choices for each in SETTINGS if each.choices} == {
        "EventLogLevel": ("None", "Error", "Warning", "Information", "Debug"),
        "Mode": ("Attended", "Unattended", "Silent"),
        "CloseAction": ("HIBERNATE", "SHUTDOWN", "TURN-OFF"),
        "NetworkingMode": ("Bridged", "NAT"),
    }


@every_setting
def test_a_default_fits_its_kind(each: Setting) -> None:
    fitting: dict[Kind, type] = {
        Kind.SWITCH: bool,
        Kind.NUMBER: int,
        Kind.TEXT: str,
        Kind.TEXTS: tuple,
        Kind.NUMBERS: tuple,
    }

    assert each.default is None or type(each.default) is fitting[each.kind]


@every_setting
def test_a_default_is_allowed_by_its_own_range_and_choices(each: Setting) -> None:
    numbers = each.default if isinstance(each.default, tuple) else (each.default,)
    for number in numbers:
        if isinstance(number, int) and each.minimum is not None and each.maximum is not None:
            assert each.minimum <= number <= each.maximum
    if each.choices and each.kind is Kind.TEXT:
        assert each.default in each.choices


def test_the_number_of_a_log_level_is_the_place_of_its_name() -> None:
    level = setting("Diagnostics", "EventLogLevel")

    assert isinstance(level.default, int)
    assert level.choices[level.default] == "Information"
    assert level.maximum == len(level.choices) - 1


def test_the_memory_lists_pair_up_in_ascending_order() -> None:
    host = setting("VM", "HostMemToGuestMem").default
    guest = setting("VM", "GuestMemFromHostMem").default

    assert isinstance(host, tuple)
    assert isinstance(guest, tuple)
    assert len(host) == len(guest)
    assert ascends(host)
    assert ascends(guest)


@every_setting
def test_a_property_has_the_type_that_its_kind_is_read_by(each: Setting) -> None:
    types = {
        Kind.SWITCH: "boolean",
        Kind.NUMBER: "sint32",
        Kind.TEXT: "string",
        Kind.TEXTS: "string[]",
        Kind.NUMBERS: "sint32[]",
    }
    differing = {"EventLogLevel", "FailureDialogMsg", "RetryDialogMsg", "StartDialogMsg"}
    expected = "string" if each.name in differing else types[each.kind]

    assert each.property_type == (expected if each.property else "")


@every_setting
def test_everything_said_of_a_setting_is_one_sentence(each: Setting) -> None:
    for sentence in (each.meaning, *each.interactions, *each.contradictions):
        assert re.fullmatch(r"[A-Z0-9`][^\n]*\.", sentence)
        assert "  " not in sentence
        assert not re.search(r"\. [A-Z]", sentence)


@every_setting
def test_a_contradiction_names_its_register_number_or_both_values(each: Setting) -> None:
    for sentence in each.contradictions:
        assert re.search(r"\([CG]-\d\d\)", sentence) or sentence.count("`") >= 4


@every_setting
def test_the_source_lists_every_register_number_that_is_mentioned(each: Setting) -> None:
    mentioned = re.findall(r"\(([CG]-\d\d)\)", " ".join(each.interactions + each.contradictions))

    assert set(mentioned) <= set(each.source.register)


@every_setting
def test_a_setting_rests_on_the_topics_that_list_it(each: Setting) -> None:
    listing = {
        "managing-med-v-workspace-configuration-settings": bool(each.registry_type),
        "managing-med-v-workspace-settings-by-using-a-wmi": bool(each.property),
    }

    assert {topic: topic in each.source.topics for topic in listing} == listing


@pytest.mark.parametrize(
    ("key", "name", "words"),
    [
        ("Diagnostics", "EventLogLevel", "`Warning`"),
        ("Fts", "ComputerNameMask", "36 names"),
        ("Fts", "StartDialogMsg", "MULTI_SZ"),
        ("Fts", "UpgradeTimeout", "`15`, in minutes"),
        ("UserExperience", "CredentialCacheEnabled", "`True`"),
        ("UserExperience", "RedirectUrls", "`-UxRedirectUrls`"),
        ("UserExperience", "SmartCardLogonEnabled", "TRUE"),
        ("VM", "CloseAction", "`-VmCloseAction`"),
        ("VM", "GuestMemFromHostMem", "`2048`"),
        ("VM", "HostMemToGuestMem", "rounded down"),
        ("VM", "HostMemToGuestMemCalcEnabled", "`HostMemToVmMemCalcEnabled`"),
    ],
)
def test_what_the_cmdlet_help_says_otherwise_is_shown(key: str, name: str, words: str) -> None:
    assert words in " ".join(setting(key, name).contradictions)


@every_setting
def test_a_setting_is_described_in_the_schema_of_the_plan(each: Setting) -> None:
    table = Plan.model_json_schema()["$defs"][f"{each.key}Settings"]

    assert table["properties"][each.name]["description"] == each.meaning


@every_setting
def test_a_plan_that_is_silent_writes_no_setting(each: Setting) -> None:
    assert written(settings_of({}).workspaces[0].settings, each) is None


@every_setting
def test_a_plan_takes_the_default_of_every_setting(each: Setting) -> None:
    default = list(each.default) if isinstance(each.default, tuple) else each.default
    plan = settings_of({each.key: {each.name: default}})

    assert written(plan.workspaces[0].settings, each) == each.default


@pytest.mark.parametrize("value", [True, False, 0, 1])
def test_a_switch_takes_true_and_false_and_their_registry_numbers(value: object) -> None:
    plan = settings_of({"VM": {"MultiUserEnabled": value}})

    assert written(plan.workspaces[0].settings, setting("VM", "MultiUserEnabled")) == value


@pytest.mark.parametrize("value", [2, -1, "1", "true", 0.5])
def test_a_switch_takes_nothing_else(value: object) -> None:
    with pytest.raises(ValidationError):
        settings_of({"VM": {"MultiUserEnabled": value}})


@pytest.mark.parametrize("value", [[1024, 2048], ["1024", "2048"], [1024, "2048"], []])
def test_a_list_of_numbers_takes_numbers_and_decimal_text(value: list[object]) -> None:
    plan = settings_of({"VM": {"HostMemToGuestMem": value}})

    assert written(plan.workspaces[0].settings, setting("VM", "HostMemToGuestMem")) == tuple(value)


@pytest.mark.parametrize(
    "tables",
    [
        {"VM": {"HostMemToGuestMemEnabled": True}},
        {"VM": {"memory": 512}},
        {"Ux": {"ShowExit": True}},
        {"Fts": {"GuestUpdateTime": "00:00"}},
    ],
)
def test_a_plan_refuses_a_setting_that_is_not_documented_there(tables: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        settings_of(tables)
