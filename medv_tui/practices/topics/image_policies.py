"""Group Policy, profiles and notices in the guest."""

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

BEST = "med-v-20-best-practices"
CONFIGURING = "configuring-a-windows-virtual-pc-image-for-med-v"
MODE = "workspaces.settings.Fts.Mode"


def image_group_policy_performance(buffer_policy_reads: bool) -> Outcome:
    """Look for the value that buffers the download of Group Policy."""
    if buffer_policy_reads:
        return met("BufferPolicyReads is 1 in the image.")
    return failing("BufferPolicyReads is not set in the image; 1 is wanted.")


def image_local_profiles(*, local_profiles: bool | None) -> Outcome:
    """Take the plan's word on the guest's profiles."""
    if local_profiles is None:
        return undecided(
            "Confirm that the guest uses local profiles only and that policies which personalise "
            "its desktop are off."
        )
    if local_profiles:
        return met("The guest uses local profiles only.")
    return failing("The guest does not use local profiles only; no other profiles are wanted.")


def image_legal_notice_by_gpo(legal_notice: bool) -> Outcome:
    """Look for a legal notice in the image itself."""
    if legal_notice:
        return failing("The image holds a legal notice; deliver it by Group Policy instead.")
    return met("The image holds no legal notice.")


def image_legal_notice_needs_attended(mode: str, *, legal_notice: bool | None) -> Outcome:
    """Compare the mode of setup with what a legal notice in the image forces."""
    if legal_notice is False:
        return not_applicable("The image holds no legal notice.")
    if mode == "Attended":
        return met("Mode is Attended, so that a legal notice in the image can be answered.")
    if legal_notice is None:
        return needs("workspaces.image.legal_notice")
    return failing(
        f"The image holds a legal notice and Mode is {mode}; Attended is required.",
        fix=SetFact(MODE, "Attended"),
    )


def image_logon_message_gpo_off(*, logon_message_policy: bool | None) -> Outcome:
    """Take the plan's word on policies that show a message at logon."""
    if logon_message_policy is None:
        return undecided(
            "Confirm that both policies Interactive logon: Message text and Message title are off "
            "for the guest."
        )
    if logon_message_policy:
        return failing("A policy shows a logon message in the guest; text and title must be off.")
    return met("No policy shows a logon message in the guest.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="image-group-policy-performance",
        title="Group Policy download buffered",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The Winlogon value BufferPolicyReads is 1 in the image.",
        why="Joining the domain takes long, because policies are read byte by byte.",
        todo="Set BufferPolicyReads to 1 under Winlogon in the image's registry.",
        source=Source(
            (BEST, "creating-a-windows-virtual-pc-image-for-med-v"),
            "EnableGPWorkarounds sets the value too, but only once the Guest Agent runs: set both.",
            ("C-39",),
        ),
        headline=4,
        concerns=("windows-virtual-pc-image", "active-directory-domain"),
        reads=("workspaces.image.buffer_policy_reads",),
        check=image_group_policy_performance,
    ),
    Practice(
        id="image-local-profiles",
        title="Local profiles only, minimal policies",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="The guest uses local profiles only, and policies for personalising it are off.",
        why="Logon is slow, and policies apply to a desktop that nobody sees.",
        inferred=True,
        todo="Restrict roaming profiles in the guest and turn off policies for personalisation.",
        source=Source((BEST, "med-v-20-deployment-overview")),
        headline=3,
        concerns=("guest", "windows-virtual-pc-image"),
        also=("workspaces.image.local_profiles",),
        check=image_local_profiles,
    ),
    Practice(
        id="image-legal-notice-by-gpo",
        title="Legal notice delivered by Group Policy, not in the image",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The image holds no legal notice or service agreement.",
        why="First time setup can fail.",
        todo="Remove the notice from the image; show it on the computer, and in the guest only by "
        "Group Policy after setup if the law asks for it.",
        source=Source(
            (BEST, CONFIGURING),
            "A notice by policy in the guest makes every application start ask for a logon, so "
            "that the computer is the better place.",
            ("C-14",),
        ),
        headline=5,
        concerns=("windows-virtual-pc-image", "registry-management-system"),
        reads=("workspaces.image.legal_notice",),
        check=image_legal_notice_by_gpo,
    ),
    Practice(
        id="image-legal-notice-needs-attended",
        title="Notice in the image forces Attended mode",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where the image holds a legal notice, first time setup runs in Attended mode.",
        why="First time setup fails at a notice that nobody can answer.",
        todo="Set Mode to Attended, or remove the notice from the image.",
        source=Source(
            (BEST, CONFIGURING),
            "One topic says that setup can fail, another that it will: Attended is required "
            "either way.",
            ("C-42",),
        ),
        concerns=("windows-virtual-pc-image", "workspace-package"),
        reads=(MODE,),
        also=("workspaces.image.legal_notice",),
        check=image_legal_notice_needs_attended,
    ),
    Practice(
        id="image-logon-message-gpo-off",
        title="Logon message text/title policies off in the VM",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="The policies for the text and the title of a logon message are off for the guest.",
        why="Every start of an application asks for a logon.",
        todo="Turn off both Interactive logon policies for the virtual machine.",
        source=Source(("deployment-troubleshooting",)),
        concerns=("guest", "registry-management-system", "published-applications"),
        also=("workspaces.image.logon_message_policy",),
        check=image_logon_message_gpo_off,
    ),
)
