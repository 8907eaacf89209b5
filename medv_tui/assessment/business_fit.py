"""Whether MED-V is the right tool: the documented reasons to use it, asked of an organisation."""

from collections.abc import Iterator
from dataclasses import dataclass

from medv_tui.findings import Path, Source
from medv_tui.plan.environment import Organization

LARGE_ORGANIZATION_USERS = 500
"""The documented example of a large organisation."""

SOURCE = Source(
    ("planning-for-application-operating-system-compatibility",),
    "Any one reason is enough. That fixes were tried or App-V was considered is one only where "
    "applications stay incompatible. Windows XP Mode is rejected for at least one of four reasons.",
)

XP_MODE_REASONS = {
    "domain-join-at-scale": "Images have to reach all users at once and join the domain by "
    "themselves.",
    "central-management": "Managing applications and settings of Windows Virtual PC centrally "
    "costs less.",
    "bulk-updates": "Virtual machines have to be updated and supported in bulk.",
    "url-redirection": "Addresses that need an older Internet Explorer have to be redirected and "
    "maintained easily.",
}
"""Why Windows XP Mode does not do, by what a plan writes in xp_mode_rejected_because."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One documented reason to use MED-V, with whether it holds."""

    id: str
    says: str
    holds: bool | None
    """None where the plan does not say enough."""
    because: str
    """What the plan says, or what it lacks."""
    path: Path
    """The key to look at first."""

    @property
    def is_part(self) -> bool:
        """Whether it is only a part of the reason before it, by the letter of its id."""
        return self.id[-1].isalpha()


def reasons(organization: Organization) -> tuple[Reason, ...]:
    """Ask every documented reason in order, those of Windows XP Mode below it."""
    return (
        _large(organization),
        _incompatible(organization),
        _fixed(organization),
        _app_v(organization),
        _xp_mode(organization),
        *_xp_mode_reasons(organization),
        _postponed(organization),
    )


def fits(found: tuple[Reason, ...]) -> bool | None:
    """Say whether any reason holds; None where none does and some are not known."""
    top = [reason.holds for reason in found if not reason.is_part]
    return True if True in top else None if None in top else False


def _large(organization: Organization) -> Reason:
    users = organization.users
    facts = {
        "users": None if users is None else users >= LARGE_ORGANIZATION_USERS,
        "enterprise_agreement": organization.enterprise_agreement,
        "upgrading_to_windows_7": organization.upgrading_to_windows_7,
    }
    seen = {key: value for key, value in facts.items() if value is not None}
    failed = [key for key, value in seen.items() if not value]
    holds = False if failed else None if len(seen) < len(facts) else True
    said = "" if users is None else f"{users:,} users. "
    return Reason(
        "fit-1",
        f"A large organisation, such as one of {LARGE_ORGANIZATION_USERS} users or more, with an "
        "Enterprise Agreement moves to Windows 7.",
        holds,
        said + _lacks(holds, failed, [key for key in facts if key not in seen]),
        ("organization", (failed or list(facts))[0]),
    )


def _lacks(holds: bool | None, failed: list[str], missing: list[str]) -> str:
    """Say which facts speak against a reason, or are missing."""
    if failed:
        return f"Not so: {', '.join(failed)}."
    return "All of it is so." if holds else f"The plan does not give {', '.join(missing)}."


def _incompatible(organization: Organization) -> Reason:
    given = organization.incompatible_applications
    return Reason(
        "fit-2",
        "Applications were tested, and some are incompatible with Windows 7.",
        None if given is None else bool(given),
        _listed(given, "incompatible_applications", "The plan says that there are none."),
        ("organization", "incompatible_applications"),
    )


def _fixed(organization: Organization) -> Reason:
    return _remaining(
        "fit-3",
        "Some were mended by an upgrade or a compatibility fix, and others are still open.",
        "compatibility_fixes_tried",
        organization.compatibility_fixes_tried,
        organization,
    )


def _app_v(organization: Organization) -> Reason:
    return _remaining(
        "fit-4",
        "App-V was considered, and incompatibility with the operating system would remain.",
        "app_v_considered",
        organization.app_v_considered,
        organization,
    )


def _remaining(
    number: str, says: str, key: str, done: bool | None, organization: Organization
) -> Reason:
    """Ask what was tried; it is a reason only where applications stay incompatible."""
    left = organization.incompatible_applications
    parts = (done, None if left is None else bool(left))
    holds = False if False in parts else None if None in parts else True
    if done is None:
        because = f"The plan does not give {key}."
    elif not done:
        because = f"{key} is false."
    else:
        because = _listed(left, "incompatible_applications", "No application is left.")
    return Reason(number, says, holds, because, ("organization", key))


def _xp_mode(organization: Organization) -> Reason:
    given = organization.xp_mode_rejected_because
    return Reason(
        "fit-5",
        "Windows XP Mode was considered and found inefficient.",
        None if given is None else bool(given),
        _listed(given, "xp_mode_rejected_because", "The plan gives no reason against it."),
        ("organization", "xp_mode_rejected_because"),
    )


def _xp_mode_reasons(organization: Organization) -> Iterator[Reason]:
    given = organization.xp_mode_rejected_because
    for letter, (key, says) in zip("abcd", XP_MODE_REASONS.items(), strict=True):
        holds = None if given is None else key in given
        because = f'The plan {"names" if holds else "does not name"} "{key}".'
        if given is None:
            because = "The plan does not give xp_mode_rejected_because."
        path = ("organization", "xp_mode_rejected_because")
        yield Reason(f"fit-5{letter}", says, holds, because, path)


def _postponed(organization: Organization) -> Reason:
    given = organization.postpone_remaining_fixes
    words = {
        True: "The remaining fixes are postponed.",
        False: "The remaining fixes are not postponed.",
        None: "The plan does not give postpone_remaining_fixes.",
    }
    return Reason(
        "fit-6",
        "An early move to Windows 7 is cheaper, and work on compatibility that remains is "
        "postponed.",
        given,
        words[given],
        ("organization", "postpone_remaining_fixes"),
    )


def _listed(given: tuple[str, ...] | None, key: str, nothing: str) -> str:
    """Give a list's items, or say that there are none."""
    if given is None:
        return f"The plan does not give {key}."
    return f"{', '.join(given)}." if given else nothing
