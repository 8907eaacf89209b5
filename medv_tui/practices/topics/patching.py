"""Updates of the guest beyond the time of its window."""

from medv_tui.assessment.esd_product import read_product
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
from medv_tui.practices.topics.operations import DURATION, UPDATES

FAST_START = "workspaces.settings.UserExperience.LogonStartEnabled"
POWER = "hosts.ac_power_at_night"
NETWORK = "hosts.network_at_night"
LOGGED_ON = "hosts.logged_on_at_night"
PRODUCT = "infrastructure.esd"
UPDATES_VIA = "operations.updates_via"
OTHER_MAKERS = "operations.non_microsoft_updates"
PUBLISHER = "operations.updates_publisher"

DOCUMENTED_MINUTES = 240
"""The documented default of GuestUpdateDuration."""

LACKING = {POWER: "on battery", NETWORK: "off the network"}
"""What a computer is without each of them."""

WAYS = {
    "windows-update": "Windows Update",
    "group-policy": "Group Policy",
    "app-v": "App-V",
    "image": "the core image",
}


def patching_not_disabled(minutes: int, logon_start_enabled: bool) -> Outcome:
    """Find the guest's update window switched off."""
    if minutes > 0:
        return met(f"The guest is kept awake for updates for {minutes:,} minutes a day.")
    seen = f"GuestUpdateDuration is {minutes}, so that the guest is never woken for updates"
    asleep = "" if logon_start_enabled else ", and it runs only while its applications are open"
    return failing(
        f"{seen}{asleep}; more than 0 minutes are wanted.",
        fix=SetFact(DURATION, DOCUMENTED_MINUTES),
    )


def patching_host_conditions(
    *,
    ac_power_at_night: bool | None,
    network_at_night: bool | None,
    logged_on_at_night: bool | None,
    guest_update_duration: int | None,
) -> Outcome:
    """Look for mains power, network and a user in the update window."""
    if guest_update_duration == 0:
        return not_applicable("The guest is never woken for updates: GuestUpdateDuration is 0.")
    needed = {POWER: ac_power_at_night, NETWORK: network_at_night}
    lacking = [fact for fact, value in needed.items() if value is False]
    if lacking:
        seen = " and ".join(LACKING[fact] for fact in lacking)
        return failing(
            f"The computer is {seen} in the update window; mains power and network are wanted.",
            fact=lacking[0],
            short=(f"{LACKING[lacking[0]]} at night", LACKING[lacking[0]]),
        )
    missing = tuple(fact for fact, value in needed.items() if value is None)
    if missing:
        return needs(*missing)
    return _user_in_window(logged_on_at_night)


def _user_in_window(logged_on: bool | None) -> Outcome:
    """Judge the user's part, where mains power and network are there."""
    if logged_on is None:
        return undecided(
            "On mains power and on the network in the update window; confirm that a user stays "
            "logged on.",
            fact=LOGGED_ON,
        )
    if logged_on:
        return met("On mains power, on the network and with a user in the update window.")
    return failing(
        "Nobody stays logged on in the update window; MED-V is taken to run for a user only.",
        fact=LOGGED_ON,
        severity=Severity.CONSIDER,
        short="logged off at night",
    )


def patching_scup(
    *,
    esd: str | None,
    updates_via: str | None,
    non_microsoft_updates: bool | None,
    updates_publisher: bool | None,
) -> Outcome:
    """Look for Updates Publisher, where Configuration Manager brings others' updates."""
    aside = _needs_no_publisher(esd, updates_via, non_microsoft_updates)
    if aside:
        return not_applicable(aside)
    if updates_publisher:
        return met("System Center Updates Publisher brings updates of other makers.")
    given = {
        PRODUCT: esd,
        UPDATES_VIA: updates_via,
        OTHER_MAKERS: non_microsoft_updates,
        PUBLISHER: updates_publisher,
    }
    missing = tuple(fact for fact, value in given.items() if value is None)
    if missing:
        return needs(*missing)
    return failing(
        "Updates of other makers come by Configuration Manager without System Center Updates "
        "Publisher, which is wanted.",
        fact=PUBLISHER,
        fix=SetFact(PUBLISHER, True),
    )


def _needs_no_publisher(
    product: str | None, via: str | None, other_makers: bool | None
) -> str | None:
    """Say why Updates Publisher does not matter; None if it does or may."""
    if other_makers is False:
        return "The guest needs updates of Microsoft only."
    if product is not None and not read_product(product).configuration_manager:
        return f"The ESD is {product}." if product else "There is no ESD."
    if via not in {None, "esd"}:
        return _not_by_esd(str(via))
    return None


def patching_esd_reboot_event(updates_via: str) -> Outcome:
    """Ask for the signal, where the ESD brings updates."""
    if updates_via != "esd":
        return not_applicable(_not_by_esd(updates_via))
    return undecided(
        "Confirm that updates by the ESD that need a restart signal "
        r"Global\MedvGuestRebootRequiredEvent in the guest."
    )


def _not_by_esd(via: str) -> str:
    """Say by what else updates come."""
    return f"Updates come by {WAYS[via]}, not by the ESD."


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="patching-not-disabled",
        title="GuestUpdateDuration is not 0",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="GuestUpdateDuration is more than 0 minutes, above all where the guest does not start "
        "at logon.",
        why="The patching of the guest is off.",
        todo="Set GuestUpdateDuration to the minutes that updates take.",
        source=Source((UPDATES,)),
        concerns=("guest-update-manager", "guest"),
        reads=(DURATION, FAST_START),
        check=patching_not_disabled,
    ),
    Practice(
        id="patching-host-conditions",
        title="On mains power and on the network in the update window",
        phase=Phase.OPERATE,
        scope=Scope.HOST,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="In the update window the computer is on mains power and on the network, and a user "
        "is logged on.",
        why="The guest is not patched, with the events 11002 and 11003.",
        todo="Keep the computer on mains power and on the network; for laptops, move the window to "
        "working hours.",
        source=Source(
            ("med-v-event-log-messages",),
            "That a user has to be logged on follows from MED-V running for a user only; without "
            "one, the practice fails as something to consider.",
        ),
        concerns=("guest-update-manager", "host"),
        also=(POWER, NETWORK, LOGGED_ON, DURATION),
        check=patching_host_conditions,
    ),
    Practice(
        id="patching-scup",
        title="Updates Publisher for updates of other makers",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Where Configuration Manager brings updates that are not Microsoft's, System Center "
        "Updates Publisher is used.",
        why="Other updates gain less, because the wake-up window is made for Microsoft Update.",
        inferred=True,
        todo="Publish updates of other makers through System Center Updates Publisher.",
        source=Source((UPDATES,)),
        concerns=("esd-system", "guest-update-manager"),
        also=(PRODUCT, UPDATES_VIA, OTHER_MAKERS, PUBLISHER),
        check=patching_scup,
    ),
    Practice(
        id="patching-esd-reboot-event",
        title="Updates by the ESD signal the guest's restart",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="Updates by the ESD that need a restart signal it to MED-V by a script.",
        why="The guest is not restarted after the update.",
        inferred=True,
        todo=r"Open Global\MedvGuestRebootRequiredEvent in the guest with Modify rights only, and "
        "set it.",
        source=Source((UPDATES,)),
        concerns=("esd-client", "guest-update-manager"),
        reads=(UPDATES_VIA,),
        check=patching_esd_reboot_event,
    ),
)
