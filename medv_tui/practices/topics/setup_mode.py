"""The mode of first time setup, and what the user sees and may put off in it."""

from datetime import date, datetime, time

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
)

PACKAGE = "create-a-med-v-workspace-package"
SETTINGS = "managing-med-v-workspace-configuration-settings"

MODE = "workspaces.settings.Fts.Mode"
LONGEST = "workspaces.settings.Fts.MaxPostponeTime"
LATEST = "workspaces.settings.Fts.PostponeUtcDateTimeLimit"
DIALOG_URL = "workspaces.settings.Fts.DialogUrl"
MESSAGES = (
    "workspaces.settings.Fts.StartDialogMsg",
    "workspaces.settings.Fts.FailureDialogMsg",
    DIALOG_URL,
)
"""What stands on the packager's page for messages."""

WRITTEN = "workspaces.settings.written"
"""Facts of the settings that the plan gives itself, so that no default stands in."""

NEEDS_INPUT = "workspaces.sysprep.needs_input"

WITHOUT_USER = ("Unattended", "Silent")


def fts_unattended(mode: str, *, needs_input: bool | None, legal_notice: bool | None) -> Outcome:
    """Ask whether setup can and does run without the user."""
    if needs_input:
        return failing(
            f"Sysprep.inf leaves answers to the user and Mode is {mode}; complete the file, so "
            "that setup can run Unattended.",
            fact=NEEDS_INPUT,
        )
    if mode not in WITHOUT_USER:
        possible = needs_input is False and not legal_notice
        return failing(
            f"Mode is {mode}; Unattended or Silent is wanted.",
            fix=SetFact(MODE, "Unattended") if possible else None,
        )
    if needs_input is None:
        return needs(NEEDS_INPUT)
    return met(f"Sysprep.inf needs no input and Mode is {mode}.")


def fts_input_needs_attended(mode: str, *, needs_input: bool | None) -> Outcome:
    """Compare the mode of setup with what an incomplete Sysprep.inf forces."""
    if needs_input is False:
        return not_applicable("Sysprep.inf needs no input.")
    if mode == "Attended":
        return met("Mode is Attended, so that Mini-Setup can be answered.")
    if needs_input is None:
        return needs(NEEDS_INPUT)
    return failing(
        f"Sysprep.inf leaves answers to the user and Mode is {mode}; Attended is required.",
        fix=SetFact(MODE, "Attended"),
    )


def fts_messages_only_when_shown(
    mode: str,
    *,
    start_dialog_msg: tuple[str, ...] | str | None,
    failure_dialog_msg: tuple[str, ...] | str | None,
    dialog_url: str | None,
) -> Outcome:
    """Find texts for a page of the packager that Silent mode hides."""
    if mode != "Silent":
        return not_applicable(f"Mode is {mode}, in which messages are shown.")
    texts = (start_dialog_msg, failure_dialog_msg, dialog_url)
    wasted = [fact for fact, text in zip(MESSAGES, texts, strict=True) if text]
    if not wasted:
        return met("Mode is Silent and no message is set.")
    names = " and ".join(fact.rpartition(".")[2] for fact in wasted)
    return failing(
        f"Mode is Silent and never shows {names}; leave that unset, or choose Unattended.",
        fact=wasted[0],
    )


def fts_help_url(mode: str, *, dialog_url: str | None) -> Outcome:
    """Look for the address of a help page, where a dialog could show it."""
    if mode == "Silent":
        return not_applicable("Mode is Silent, in which no dialog shows a link.")
    if dialog_url:
        return met(f"Setup's dialogs link to {dialog_url}.")
    return failing("DialogUrl is not set; the address of a help page is wanted.", fact=DIALOG_URL)


def fts_postpone_limits(
    mode: str,
    hours: int,
    written: frozenset[str],
    *,
    postpone_utc_date_time_limit: str | None,
    rollout_start: date | None,
) -> Outcome:
    """Look for a limit that the plan sets, and compare it with the start of the rollout."""
    if mode == "Silent":
        return not_applicable("Mode is Silent, in which the user cannot put setup off.")
    if postpone_utc_date_time_limit:
        return _until(postpone_utc_date_time_limit, rollout_start)
    if LONGEST in written:
        return met(f"Setup can be put off for {hours:,} hours.")
    return failing(
        f"No limit is set, so that users can put setup off for {hours:,} hours; set "
        "MaxPostponeTime or PostponeUtcDateTimeLimit.",
        fact=LONGEST,
    )


def _until(latest: str, rollout_start: date | None) -> Outcome:
    """Judge the last moment to which setup can be put off."""
    try:
        moment = datetime.strptime(latest.strip(), "%Y-%m-%d %H:%M")
    except ValueError:
        return failing(
            f'PostponeUtcDateTimeLimit is "{latest}"; a date as yyyy-MM-dd hh:mm is wanted.',
            fact=LATEST,
        )
    seen = f"Setup can be put off until {moment:%Y-%m-%d %H:%M} UTC"
    if rollout_start is not None and moment <= datetime.combine(rollout_start, time()):
        return failing(
            f"{seen}; a moment after the start of the rollout on {rollout_start} is wanted.",
            fact=LATEST,
        )
    return met(f"{seen}.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="fts-unattended",
        title="Sysprep.inf complete so setup runs Unattended",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Sysprep.inf needs no input, and first time setup runs in Unattended or Silent mode.",
        why="Users must answer Mini-Setup.",
        inferred=True,
        todo="Give every answer of Mini-Setup in Sysprep.inf, and set Mode to Unattended.",
        source=Source(
            ("med-v-20-best-practices", "configuring-a-windows-virtual-pc-image-for-med-v"),
            "Silent counts as Unattended; Attended is for where policy forbids to store the join "
            "account.",
            ("C-15",),
        ),
        headline=1,
        concerns=("windows-virtual-pc-image", "workspace-package", "sysprep-folder"),
        reads=(MODE,),
        also=(NEEDS_INPUT, "workspaces.image.legal_notice"),
        check=fts_unattended,
    ),
    Practice(
        id="fts-input-needs-attended",
        title="Input-requiring Sysprep.inf forces Attended",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where Sysprep.inf leaves answers to the user, first time setup runs in Attended "
        "mode.",
        why="First time setup runs into problems.",
        todo="Set Mode to Attended, or complete Sysprep.inf.",
        source=Source((PACKAGE, SETTINGS)),
        concerns=("windows-virtual-pc-image", "workspace-package", "sysprep-folder"),
        reads=(MODE,),
        also=(NEEDS_INPUT,),
        check=fts_input_needs_attended,
    ),
    Practice(
        id="fts-messages-only-when-shown",
        title="Messages have no effect in Silent mode",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="No message and no help address is set where first time setup runs in Silent mode.",
        why="The packager's page for messages is hidden in Silent mode.",
        todo="Leave the messages out, or set Mode to Unattended.",
        source=Source((PACKAGE,)),
        concerns=("workspace-package", "workspace-packager"),
        reads=(MODE,),
        also=MESSAGES,
        check=fts_messages_only_when_shown,
    ),
    Practice(
        id="fts-help-url",
        title="Offer a help URL in setup dialogs",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="DialogUrl gives the address of a help page, unless first time setup runs in Silent "
        "mode.",
        why="Setup's dialogs show no link to help.",
        todo="Set DialogUrl to an internal page on how long setup takes and what its errors mean.",
        source=Source((PACKAGE,)),
        concerns=("workspace-package",),
        reads=(MODE,),
        also=(DIALOG_URL,),
        check=fts_help_url,
    ),
    Practice(
        id="fts-postpone-limits",
        title="Postponement bounded",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="The plan sets MaxPostponeTime or PostponeUtcDateTimeLimit, and a date lies after "
        "the start of the rollout.",
        why="Users put setup off for up to 120 hours by default.",
        todo="Set MaxPostponeTime to fewer hours, or PostponeUtcDateTimeLimit to a date.",
        source=Source(
            (SETTINGS,),
            "Either limit will do if the plan sets it; of two, the earlier one wins.",
            ("C-24", "G-12"),
        ),
        concerns=("workspace-package",),
        reads=(MODE, LONGEST, WRITTEN),
        also=(LATEST, "deployment.rollout_start"),
        check=fts_postpone_limits,
    ),
    Practice(
        id="fts-network-available",
        title="Host is on the network while setup runs",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="Computers are on the network while first time setup runs, as in a rollout to wired "
        "offices.",
        why="Preparing the guest fails with event 3071.",
        todo="Connect the computer again and restart the Host Agent.",
        source=Source(("med-v-event-log-messages",)),
        concerns=("host", "active-directory-domain"),
    ),
)
