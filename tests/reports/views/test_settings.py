import pytest

from medv_tui.plan.settings import SETTINGS
from medv_tui.reports.explanation import Described
from medv_tui.reports.views.settings import SettingMembers, explain_settings, settings_of
from tests.reports.explained import everything, fact, line, review, section

MEMORY = ("[workspaces.settings.VM]", "[workspaces.settings.VM]\nMemory = 1024")


def member(name: str, *changes: tuple[str, str]) -> SettingMembers:
    return next(item for item in settings_of(review(*changes), 0).items if item.name == name)


def test_every_documented_setting_is_there_in_its_order() -> None:
    told = settings_of(review(), 0)
    assert told.workspace == "finance"
    assert [(item.key, item.name) for item in told.items] == [(s.key, s.name) for s in SETTINGS]


def test_a_value_of_the_plan_has_its_line_and_its_default() -> None:
    mode = member("Mode")
    assert (mode.value, mode.default, mode.origin) == ("Unattended", "Unattended", "plan")
    assert mode.line == line('Mode = "Unattended"')


def test_a_value_is_shown_in_its_documented_spelling() -> None:
    assert member("Mode", ('Mode = "Unattended"', 'Mode = "SILENT"')).value == "Silent"


def test_what_nobody_sets_has_its_default_or_none() -> None:
    timeout = member("TaskTimeout")
    assert (timeout.value, timeout.unit, timeout.origin, timeout.line) == (
        600,
        "s",
        "default",
        None,
    )
    paths = member("LogFilePaths")
    assert (paths.value, paths.origin) == (None, "undocumented")


def test_what_is_left_to_the_user_says_so() -> None:
    assert member("LogonStartEnabled").origin == "user"
    kept = ('user_choice = ["LogonStartEnabled"]', "user_choice = []")
    assert member("LogonStartEnabled", kept).origin == "default"


def test_what_cannot_be_read_has_no_value_but_its_place() -> None:
    broken = review(('Mode = "Unattended"', "Mode = 3"))
    mode = next(item for item in settings_of(broken, 0).items if item.name == "Mode")
    assert (mode.value, mode.origin) == (None, "unreadable")
    assert "? because of a problem in the text" in _value(broken_name="Fts.Mode")


def _value(broken_name: str) -> str:
    told = everything(explain_settings(review(('Mode = "Unattended"', "Mode = 3")), 0))
    return next(e.value for e in told if isinstance(e, Described) and e.label == broken_name)


def test_a_setting_without_effect_names_the_one_that_takes_it() -> None:
    memory = member("Memory", MEMORY)
    assert (memory.value, memory.overridden_by) == (1024, "VM.HostMemToGuestMemCalcEnabled")
    assert "Memory" in member("HostMemToGuestMemCalcEnabled").overrides


def test_the_explanation_begins_with_what_the_plan_decides() -> None:
    told = explain_settings(review(), 0)
    decided = section(told, "Decided in the plan")
    mode = next(e for e in decided if isinstance(e, Described) and e.label == "Fts.Mode")
    assert mode.value == '"Unattended", the default too'
    assert mode.place is not None
    assert mode.place.path == ("workspaces", 0, "settings", "Fts", "Mode")
    assert "machine policy, user policy, HKLM, HKCU" in fact(told, "looked up in").text
    titles = [s.title for s in told.sections]
    assert titles.index("Decided in the plan") < titles.index(
        r"Fts: HKLM\SOFTWARE\Microsoft\Medv\v2\Fts"
    )


def test_every_setting_is_told_once() -> None:
    told = explain_settings(review(), 0)
    said = [
        entry.label.rpartition(".")[2]
        for part in told.sections
        if not part.title.startswith(("Where", "Other"))
        for entry in part.entries
        if isinstance(entry, Described)
    ]
    assert sorted(said) == sorted(s.name for s in SETTINGS)


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("EventLogLevel", ("`3` (Information)", "`Warning`")),
        ("UpgradeTimeout", ("`600` seconds", "`15`, in minutes")),
        ("GuestMemFromHostMem", ("`3712`", "`2048`")),
        ("HostMemToGuestMem", ("`nearest` step rounded down", "`nearest` step (G-01)")),
        ("CredentialCacheEnabled", ("`off`", "`True`")),
        ("ComputerNameMask", ("several random characters", "36 names")),
        ("StartDialogMsg", ("MULTI_SZ", "one text")),
        ("SmartCardLogonEnabled", ("gives 0", "TRUE")),
        ("HostMemToGuestMemCalcEnabled", ("HostMemToGuestMemEnabled", "HostMemToVmMemCalcEnabled")),
        ("CloseAction", ("-CloseActionMode", "-VmCloseAction")),
        ("RedirectUrls", ("-RedirectUrls", "-UxRedirectUrls")),
    ],
)
def test_a_contradiction_is_shown_with_both_sides(name: str, sides: tuple[str, str]) -> None:
    told = section(explain_settings(review(), 0), "Where the documentation disagrees with itself")
    said = next(e.text for e in told if isinstance(e, Described) and e.label == name)
    for side in sides:
        assert side in said


def test_values_beside_the_settings_are_told_with_what_the_plan_says() -> None:
    told = section(explain_settings(review(), 0), "Other registry values that the topics name")
    said = {e.label: e.value for e in told if isinstance(e, Described)}
    assert said["Name"] == 'name = "finance"'
    assert said["AutoReboot"] == "auto_reboot = true"
    assert said["DisablePasswordSaving"] == "disable_password_saving = true"
    absent = explain_settings(review(("auto_reboot = true\n", "")), 0)
    found = section(absent, "Other registry values that the topics name")
    assert "?" in [e.value for e in found if isinstance(e, Described)]
