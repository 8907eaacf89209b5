"""Settings that have no effect, do harm, or are written at the wrong place."""

from collections.abc import Iterable

from medv_tui.findings import Severity, Source
from medv_tui.plan.setting import REGISTRY_TOPIC, Setting
from medv_tui.plan.settings import SETTINGS, setting
from medv_tui.practices.offenders import counted, first_of
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

WRITTEN = "workspaces.settings.written"
"""Facts of the settings that the plan gives itself, so that no default stands in."""

MEMORY = "workspaces.settings.VM.Memory"
LOOKUP = "workspaces.settings.VM.HostMemToGuestMemCalcEnabled"
CLOSE_ACTION = "workspaces.settings.VM.CloseAction"
FAST_START = "workspaces.settings.UserExperience.LogonStartEnabled"
LOG_LEVEL = "workspaces.settings.Diagnostics.EventLogLevel"
USER_CHOICE = "workspaces.user_choice"

USERS_KEYS = frozenset({"UserExperience", "VM"})
"""The registry keys that lie in HKCU too, so that users can decide."""

LEVELS = setting("Diagnostics", "EventLogLevel").choices
INFORMATION = LEVELS.index("Information")


def settings_machine_scope(written: frozenset[str]) -> Outcome:
    """Count what the plan sets: a plan's settings are written for the computer."""
    if not written:
        return not_applicable("The plan sets nothing; documented defaults hold.")
    verb = "is" if len(written) == 1 else "are"
    return met(f"{counted(len(written), 'setting')} of the plan {verb} written for the computer.")


def settings_user_choice_unset(user_choice: tuple[str, ...], written: frozenset[str]) -> Outcome:
    """Look for settings that are left to the user and set by the plan at once."""
    if not user_choice:
        return not_applicable("No setting is left to the user.")
    found = {text: find_setting(text) for text in user_choice}
    unfit = [text for text, entry in found.items() if not _can_be_left(entry)]
    if unfit:
        return failing(
            f"Left to the user: {first_of(unfit)}; only settings of UserExperience and VM can be.",
            fact=USER_CHOICE,
        )
    both = [entry for entry in found.values() if entry is not None and entry.path in written]
    if both:
        return failing(
            f"Left to the user and set by the plan: {first_of(e.name for e in both)}; one of them "
            "is wanted.",
            fact=both[0].path,
        )
    return met(f"Left to the user and not set: {_listed(found)}.")


def find_setting(text: str) -> Setting | None:
    """Find a setting by its name, with or without its key, in any case."""
    key, _, name = text.strip().casefold().rpartition(".")
    return next(
        (e for e in SETTINGS if e.name.casefold() == name and key in {"", e.key.casefold()}), None
    )


def _can_be_left(entry: Setting | None) -> bool:
    """Say whether users can decide on a setting at all."""
    return entry is not None and entry.key in USERS_KEYS


def _listed(texts: Iterable[str]) -> str:
    """Join names as in a list."""
    return ", ".join(texts)


def settings_memory_ignored(memory: int, lookup: bool, written: frozenset[str]) -> Outcome:
    """Find a fixed memory that the lookup hides."""
    if MEMORY not in written or memory == setting("VM", "Memory").default:
        return not_applicable("The plan sets no Memory of its own.")
    if not lookup:
        return met(f"Memory is {memory:,} MB, and the lookup is off.")
    return failing(
        f"Memory is {memory:,} MB, and HostMemToGuestMemCalcEnabled is on, which ignores it; turn "
        "the lookup off.",
        fix=SetFact(LOOKUP, False),
    )


def settings_closeaction_ignored(
    close_action: str, fast_start: bool, written: frozenset[str]
) -> Outcome:
    """Find an action at the end that the start at logon hides."""
    if CLOSE_ACTION not in written or close_action == setting("VM", "CloseAction").default:
        return not_applicable("The plan sets no CloseAction of its own.")
    if not fast_start:
        return met(f"CloseAction is {close_action}, and LogonStartEnabled is off.")
    return failing(
        f"CloseAction is {close_action}, and LogonStartEnabled is on, which ignores it; turn that "
        "off.",
        fix=SetFact(FAST_START, False),
    )


def settings_no_turn_off(close_action: str) -> Outcome:
    """Find the action that cuts the guest's power."""
    if close_action in {"HIBERNATE", "SHUTDOWN"}:
        return met(f"CloseAction is {close_action}.")
    if close_action != "TURN-OFF":
        return needs(CLOSE_ACTION, message=f'CloseAction "{close_action}" is not documented.')
    return failing(
        "CloseAction is TURN-OFF, which cuts the guest's power; HIBERNATE or SHUTDOWN is wanted.",
        fix=SetFact(CLOSE_ACTION, "HIBERNATE"),
    )


def ops_log_level(level: int) -> Outcome:
    """Compare how much is logged with the documented default."""
    name = f" ({LEVELS[level]})" if 0 <= level < len(LEVELS) else ""
    if level <= INFORMATION:
        fills = ", which fills the log faster" if level == INFORMATION else ""
        return met(f"EventLogLevel is {level}{name}{fills}.")
    return failing(
        f"EventLogLevel is {level}{name}; {INFORMATION} or less is wanted, and more only while it "
        "is needed.",
        fix=SetFact(LOG_LEVEL, INFORMATION),
    )


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="settings-machine-scope",
        title="Enforced settings set for the computer",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Settings that are to be enforced are set in HKLM or by policy for the computer.",
        why="Users or weaker places decide.",
        inferred=True,
        todo="Set the value in HKLM or by policy for the computer.",
        source=Source((REGISTRY_TOPIC,), "What a plan sets is written to HKLM.", ("C-09", "G-10")),
        concerns=("settings-provider", "registry-management-system"),
        reads=(WRITTEN,),
        check=settings_machine_scope,
    ),
    Practice(
        id="settings-user-choice-unset",
        title="Settings left to the user are not set for the computer",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Settings that are left to the user are not set by the plan.",
        why="The user cannot change the setting.",
        todo="Leave the setting out, or do not leave it to the user.",
        source=Source(
            (REGISTRY_TOPIC,), "Only settings of UserExperience and VM can be left to the user."
        ),
        concerns=("settings-provider",),
        reads=(USER_CHOICE, WRITTEN),
        check=settings_user_choice_unset,
    ),
    Practice(
        id="settings-memory-ignored",
        title="Memory has no effect while the lookup is on",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Where the plan sets Memory, HostMemToGuestMemCalcEnabled is off.",
        why="The guest's memory stays at the value of the lookup.",
        todo="Turn HostMemToGuestMemCalcEnabled off, or edit the two lists of the lookup.",
        source=Source(
            (REGISTRY_TOPIC,),
            "A sample sets VmMemory alone, which has no effect by default.",
            ("C-06", "C-36"),
        ),
        concerns=("settings-provider", "guest"),
        reads=(MEMORY, LOOKUP, WRITTEN),
        check=settings_memory_ignored,
    ),
    Practice(
        id="settings-closeaction-ignored",
        title="CloseAction has no effect while the guest starts at logon",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="Where the plan sets CloseAction, LogonStartEnabled is off.",
        why="The setting is ignored, and the guest is taken to stay on.",
        todo="Turn LogonStartEnabled off, or leave CloseAction out.",
        source=Source((REGISTRY_TOPIC,)),
        concerns=("settings-provider", "guest"),
        reads=(CLOSE_ACTION, FAST_START, WRITTEN),
        check=settings_closeaction_ignored,
    ),
    Practice(
        id="settings-no-turn-off",
        title="CloseAction is not TURN-OFF",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="CloseAction is HIBERNATE or SHUTDOWN.",
        why="Data are lost.",
        todo="Set CloseAction to HIBERNATE or SHUTDOWN.",
        source=Source((REGISTRY_TOPIC,), register=("C-10",)),
        concerns=("settings-provider", "guest"),
        reads=(CLOSE_ACTION,),
        check=settings_no_turn_off,
    ),
    Practice(
        id="ops-log-level",
        title="Verbose logging only while needed",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="EventLogLevel is at most 3 (Information).",
        why="Logs fill faster and old events are removed; the topic says so of Information, the "
        "default, too.",
        todo="Lower EventLogLevel once the trouble is found.",
        source=Source(
            ("viewing-and-configuring-med-v-logs",),
            "The default is accepted; what is logged and what is shown differ.",
            ("C-26",),
        ),
        concerns=("administration-toolkit", "host-agent"),
        reads=(LOG_LEVEL,),
        check=ops_log_level,
    ),
)
