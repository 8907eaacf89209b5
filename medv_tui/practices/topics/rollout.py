"""Tests before the rollout, watching it, and updates of the Host Agent after it."""

from medv_tui.assessment import arguments
from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    SetFact,
    failing,
    met,
    needs,
    not_applicable,
    undecided,
)

VERIFY = "how-to-verify-first-time-setup-settings"
UPDATING = "updating-med-v-20"

MONITORING = "operations.monitoring"
UPDATE = "deployment.arguments.host_agent_update"
JOIN_DOMAIN = "workspaces.settings.Fts.SetJoinDomainEnabled"

TEST_PARTS = ("dep-verify-fts", "app-publishing-tested", "url-tested")
"""The practices that together cover a test of the package."""

REBOOT, SUPPRESSED = "REBOOT", "ReallySuppress"


def dep_test_first() -> Outcome:
    """Point to the parts of the test, each of which a person attests."""
    first, second, third = TEST_PARTS
    return not_applicable(f"Its parts are judged instead: {first}, {second} and {third}.")


def dep_verify_domain_override(*, domain_joins: tuple[bool | None, ...] | None) -> Outcome:
    """Ask for the test where a guest's domain follows the computer's."""
    joins = domain_joins or (None,)
    if True in joins:
        return undecided(
            "Confirm that guests were seen to join the domain of their computer, with computers of "
            "two domains."
        )
    if None in joins:
        return needs(JOIN_DOMAIN)
    return not_applicable("SetJoinDomainEnabled is off, so that no domain is overridden.")


def dep_monitor_fts(monitoring: bool) -> Outcome:
    """Say whether anyone looks at how first time setup ended."""
    if monitoring:
        return met("First time setup is monitored.")
    return failing(
        "First time setup is not monitored; FTS_Status is to be queried after the rollout.",
        fix=SetFact(MONITORING, True),
    )


def dep_update_reboot_control(*, host_agent_update: str | None) -> Outcome:
    """Look for the suppressed restart where the plan says how the Host Agent is updated."""
    if host_agent_update is None:
        return not_applicable("The plan gives no arguments for updating the Host Agent.")
    given = arguments.value(host_agent_update, REBOOT)
    if given is not None and given.casefold() == SUPPRESSED.casefold():
        return met(f'The update is called with {REBOOT}="{given}".')
    seen = f"without {REBOOT}" if given is None else f'with {REBOOT}="{given}"'
    mended = arguments.having(host_agent_update, REBOOT, f'"{SUPPRESSED}"')
    return failing(
        f'The update of the Host Agent is called {seen}; {REBOOT}="{SUPPRESSED}" is wanted, with '
        "the ESD acting on return code 3010.",
        fix=SetFact(UPDATE, mended),
    )


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="dep-test-first",
        title="Test package locally before enterprise rollout",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="The package was tested on one computer: first time setup, applications and URLs.",
        why="Faults of the package reach all users.",
        inferred=True,
        todo="Install the package on a test computer in the same order, and try everything.",
        source=Source(
            ("testing-the-med-v-workspace-package", VERIFY),
            "Its parts carry the finding: dep-verify-fts, app-publishing-tested and url-tested.",
        ),
        concerns=("workspace-package",),
        check=dep_test_first,
    ),
    Practice(
        id="dep-verify-fts",
        title="Verify VM visibility, domain, OU, name, locale",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="After first time setup on a test computer, the guest's domain, organizational unit, "
        "name, time and regional settings were right, and its window was shown in Attended mode "
        "only.",
        why="Guests get a wrong identity.",
        inferred=True,
        todo="Run first time setup on a test computer and compare the guest with the plan.",
        source=Source((VERIFY,)),
        concerns=("guest", "workspace-package", "active-directory-domain"),
    ),
    Practice(
        id="dep-verify-domain-override",
        title="Prove host domain overrides guest domain with two domains",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.MIXED,
        asks="Where guests join the domain of their computer, this was tested with two domains.",
        why="Guests of branch offices join the wrong domain.",
        inferred=True,
        todo="Run first time setup on computers of two domains.",
        source=Source((VERIFY,), "It applies where SetJoinDomainEnabled is on."),
        concerns=("guest", "active-directory-domain"),
        also=("fleet.domain_joins",),
        check=dep_verify_domain_override,
    ),
    Practice(
        id="dep-monitor-fts",
        title="Query FTS_Status after rollout",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The plan monitors how first time setup ends.",
        why="Failed workspaces go unnoticed.",
        inferred=True,
        todo="Query FTS_Status in root\\microsoft\\medv for StatusCode != 0, and compare with the "
        "target list: a user without first time setup has no instance.",
        source=Source(("monitoring-med-v-workspace-deployments",)),
        concerns=("fts-status-provider",),
        reads=(MONITORING,),
        check=dep_monitor_fts,
    ),
    Practice(
        id="dep-update-reboot-control",
        title="ESD updates suppress restart and act on 3010",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks='The Host Agent is updated with REBOOT="ReallySuppress".',
        why="The computer restarts when nobody expects it.",
        inferred=True,
        todo='Add REBOOT="ReallySuppress", and let the ESD act on return code 3010.',
        source=Source(
            (UPDATING,),
            "It is asked where the plan gives the update's arguments. No return code but 3010 is "
            "documented; 0 and 3010 are taken for success.",
            ("G-19",),
        ),
        concerns=("host-agent", "esd-system"),
        also=(UPDATE,),
        check=dep_update_reboot_control,
    ),
    Practice(
        id="dep-update-close-guest-apps",
        title="Close guest apps before updating the Host Agent",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="The Host Agent is updated when no application of the guest is open.",
        why="The computer has to restart before the update is complete.",
        todo="Schedule the update outside of working hours.",
        source=Source((UPDATING,)),
        concerns=("host-agent", "published-applications"),
    ),
)
