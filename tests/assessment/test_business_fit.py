from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.assessment.business_fit import XP_MODE_REASONS, fits, reasons
from medv_tui.findings import Status
from medv_tui.plan.environment import Organization
from medv_tui.practices.topics.environment import business_fit_reviewed

organizations = st.builds(
    Organization,
    users=st.none() | st.integers(0, 2000),
    enterprise_agreement=st.none() | st.booleans(),
    upgrading_to_windows_7=st.none() | st.booleans(),
    incompatible_applications=st.none() | st.sampled_from([(), ("Ledger",)]),
    compatibility_fixes_tried=st.none() | st.booleans(),
    app_v_considered=st.none() | st.booleans(),
    xp_mode_rejected_because=st.none() | st.sampled_from([(), ("bulk-updates",)]),
    postpone_remaining_fixes=st.none() | st.booleans(),
)


def answers(**facts: Any) -> dict[str, bool | None]:
    return {reason.id: reason.holds for reason in reasons(Organization(**facts))}


def test_every_documented_reason_is_asked_in_its_order() -> None:
    assert list(answers()) == [
        "fit-1",
        "fit-2",
        "fit-3",
        "fit-4",
        "fit-5",
        "fit-5a",
        "fit-5b",
        "fit-5c",
        "fit-5d",
        "fit-6",
    ]


def test_nothing_is_known_of_an_empty_plan() -> None:
    assert set(answers().values()) == {None}
    assert fits(reasons(Organization())) is None


@pytest.mark.parametrize(
    ("facts", "number", "holds"),
    [
        (
            {"users": 500, "enterprise_agreement": True, "upgrading_to_windows_7": True},
            "fit-1",
            True,
        ),
        ({"users": 499}, "fit-1", False),
        ({"users": 500, "enterprise_agreement": True}, "fit-1", None),
        ({"incompatible_applications": ("Ledger",)}, "fit-2", True),
        ({"incompatible_applications": ()}, "fit-2", False),
        (
            {"compatibility_fixes_tried": True, "incompatible_applications": ("Ledger",)},
            "fit-3",
            True,
        ),
        ({"compatibility_fixes_tried": True, "incompatible_applications": ()}, "fit-3", False),
        ({"app_v_considered": True}, "fit-4", None),
        ({"app_v_considered": False}, "fit-4", False),
        ({"xp_mode_rejected_because": ("bulk-updates",)}, "fit-5", True),
        ({"xp_mode_rejected_because": ("bulk-updates",)}, "fit-5c", True),
        ({"xp_mode_rejected_because": ("bulk-updates",)}, "fit-5a", False),
        ({"postpone_remaining_fixes": True}, "fit-6", True),
    ],
)
def test_a_reason_is_answered_by_what_the_plan_says(
    facts: dict[str, Any], number: str, holds: bool | None
) -> None:
    assert answers(**facts)[number] is holds


def test_the_four_reasons_against_windows_xp_mode_are_those_of_the_plan_format() -> None:
    assert list(XP_MODE_REASONS) == [
        "domain-join-at-scale",
        "central-management",
        "bulk-updates",
        "url-redirection",
    ]


@given(organizations)
def test_med_v_fits_exactly_where_its_practice_is_met(organization: Organization) -> None:
    outcome = business_fit_reviewed(
        users=organization.users,
        enterprise_agreement=organization.enterprise_agreement,
        upgrading_to_windows_7=organization.upgrading_to_windows_7,
        incompatible_applications=organization.incompatible_applications,
        xp_mode_rejected_because=organization.xp_mode_rejected_because,
        postpone_remaining_fixes=organization.postpone_remaining_fixes,
    )
    assert (outcome.status is Status.MET) == (fits(reasons(organization)) is True)
