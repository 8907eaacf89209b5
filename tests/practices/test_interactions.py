"""The documented rules about how settings act on each other: each one is a practice."""

from typing import Any

import pytest

from medv_tui.findings import Severity, Status
from tests.practices.plans import changed, review_of

FTS, UX, VM = (f"workspaces.settings.{key}." for key in ("Fts", "UserExperience", "VM"))


@pytest.mark.parametrize(
    ("values", "practice", "severity"),
    [
        ({FTS + "Mode": "Silent"}, "fts-messages-only-when-shown", Severity.CONSIDER),
        (
            {FTS + "SetMachineObjectOUEnabled": True, FTS + "SetJoinDomainEnabled": False},
            "fts-ou-needs-domain-copy",
            Severity.MUST,
        ),
        ({FTS + "SetComputerNameEnabled": False}, "name-mask-enabled", Severity.MUST),
        ({VM + "Memory": 1024}, "settings-memory-ignored", Severity.SHOULD),
        ({VM + "HostMemToGuestMem": [1024, 2048]}, "settings-ranges", Severity.MUST),
        (
            {VM + "HostMemToGuestMem": [2048, 1024, 4096, 8192, 16384]},
            "settings-ranges",
            Severity.MUST,
        ),
        (
            {VM + "GuestMemFromHostMem": [64, 512, 1024, 1536, 2048]},
            "settings-ranges",
            Severity.MUST,
        ),
        ({VM + "CloseAction": "SHUTDOWN"}, "settings-closeaction-ignored", Severity.CONSIDER),
        ({VM + "GuestUpdateDuration": 0}, "patching-not-disabled", Severity.SHOULD),
        ({VM + "GuestUpdateTime": "24:00"}, "settings-ranges", Severity.MUST),
        ({FTS + "PostponeUtcDateTimeLimit": "11 January 2027"}, "settings-ranges", Severity.MUST),
        (
            {FTS + "PostponeUtcDateTimeLimit": "2027-01-10 12:00"},
            "fts-postpone-limits",
            Severity.CONSIDER,
        ),
        (
            {UX + "SmartCardLogonEnabled": True, UX + "CredentialCacheEnabled": True},
            "sec-smartcard-vs-cache",
            Severity.CONSIDER,
        ),
        (
            {VM + "MultiUserEnabled": True, "workspaces.shared_risk_accepted": False},
            "sec-shared-vhd-exposure",
            Severity.SHOULD,
        ),
        (
            {VM + "MultiUserEnabled": True, "hosts.fast_user_switching": True},
            "shared-fast-user-switching-off",
            Severity.SHOULD,
        ),
        ({VM + "NetworkingMode": "Shared", "hosts.ipsec": True}, "net-nat-ipsec", Severity.SHOULD),
        ({"infrastructure.esd_nat_hotfix": False}, "dep-sccm2007sp2-nat-hotfix", Severity.MUST),
    ],
)
def test_a_documented_interaction_fails_with_its_severity(
    values: dict[str, Any], practice: str, severity: Severity
) -> None:
    review = review_of(changed(values, []))
    assert not review.problems
    (item,) = [i for i in review.items if i.practice.id == practice]
    assert (item.status, item.finding.severity) == (Status.FAILING, severity)


def test_values_of_an_enumeration_are_read_in_any_case() -> None:
    review = review_of(changed({VM + "NetworkingMode": "BRIDGED", FTS + "Mode": "unattended"}, []))
    (ranges,) = [i for i in review.items if i.practice.id == "settings-ranges"]
    assert ranges.status is Status.MET


def test_no_update_window_weighs_more_in_words_where_the_guest_does_not_start_at_logon() -> None:
    values = {VM + "GuestUpdateDuration": 0, UX + "LogonStartEnabled": False}
    review = review_of(changed(values, ["workspaces.user_choice"]))
    (item,) = [i for i in review.items if i.practice.id == "patching-not-disabled"]
    assert "runs only while its applications are open" in item.finding.message
