"""How the guest of an image looks after itself: restore points, crashes, updates, beeps."""

import re

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
)

BEST = "med-v-20-best-practices"
CONFIGURING = "configuring-a-windows-virtual-pc-image-for-med-v"
TROUBLESHOOTING = "operations-troubleshooting-medv2"

COMMANDS = "workspaces.sysprep.commands"
RESTORE_POINTS = "workspaces.image.restore_points"
BEEP = "workspaces.image.beep_disabled"

NO_RESTORE_POINTS = (
    "wmic /namespace:\\\\root\\default path SystemRestore call Disable %SystemDrive%\\"
)
"""The command as the sample Sysprep.inf has it."""

NO_BEEP = "sc config beep start= disabled"

_NO_RESTORE_POINTS = re.compile(r"systemrestore.*disable|disable.*systemrestore", re.IGNORECASE)
_NO_BEEP = re.compile(
    r"\bnet(?:\.exe)?\s+stop\s+beep\b|\bsc(?:\.exe)?\s+config\s+beep\s+start=\s*disabled\b",
    re.IGNORECASE,
)


def image_disable_restore_points(
    *, restore_points: bool | None, commands: tuple[str, ...] | None
) -> Outcome:
    """Look for restore points, and for the command that turns them off."""
    if restore_points is False:
        return met("Restore points are off in the image.")
    if _holds(commands, _NO_RESTORE_POINTS):
        return met("A command of Sysprep.inf turns restore points off.")
    missing = _missing(RESTORE_POINTS, restore_points, commands)
    if missing:
        return needs(*missing)
    return failing(
        "Restore points are on in the image; turn them off or run the disabling command from "
        "Sysprep.inf.",
        fix=_first_command(NO_RESTORE_POINTS, commands),
    )


def image_restart_on_crash(auto_reboot: bool) -> Outcome:
    """Ask whether the guest comes back after a blue screen."""
    if auto_reboot:
        return met("AutoReboot is 1: the guest restarts after a blue screen.")
    return failing("AutoReboot is not 1 in the image; 1 restarts the guest after a blue screen.")


def image_windows_update_configured(windows_update_configured: bool) -> Outcome:
    """Ask whether the guest's settings were decided before packaging."""
    if windows_update_configured:
        return met("Windows Update and the settings of the virtual machine are decided.")
    return failing(
        "Windows Update and the settings of the virtual machine are not decided; decide them "
        "before the image is sealed."
    )


def image_beep_disabled(*, beep_disabled: bool | None, commands: tuple[str, ...] | None) -> Outcome:
    """Look for silenced beeps, and for a command that silences them."""
    if beep_disabled:
        return met("Beeps are silenced in the image.")
    if _holds(commands, _NO_BEEP):
        return met("A command of Sysprep.inf silences beeps.")
    missing = _missing(BEEP, beep_disabled, commands)
    if missing:
        return needs(*missing)
    return failing(
        "Beeps are silenced neither in the image nor by a command of Sysprep.inf; silence them "
        "in one of the two.",
        fix=_first_command(NO_BEEP, commands),
    )


def _holds(commands: tuple[str, ...] | None, wanted: re.Pattern[str]) -> bool:
    """Say whether one of the commands is known to do what is wanted."""
    return any(map(wanted.search, commands or ()))


def _missing(fact: str, state: bool | None, commands: tuple[str, ...] | None) -> tuple[str, ...]:
    """Name what is not known of the image's state and the commands that can change it."""
    return tuple(name for name, value in ((fact, state), (COMMANDS, commands)) if value is None)


def _first_command(command: str, commands: tuple[str, ...] | None) -> SetFact:
    """Put a command before all others, because FtsCompletion.exe has to stay the last one."""
    return SetFact(COMMANDS, (command, *(commands or ())))


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="image-disable-restore-points",
        title="System Restore off in the VM",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Restore points are off in the image, or a command of Sysprep.inf turns them off.",
        why="The differencing disk grows without bound.",
        todo="Turn System Restore off in the image, or run the disabling command as one of the "
        "first under [GuiRunOnce] of Sysprep.inf.",
        source=Source(
            (BEST, CONFIGURING),
            "A command counts that names SystemRestore and Disable, in any case.",
        ),
        headline=2,
        concerns=("windows-virtual-pc-image", "disk"),
        also=(RESTORE_POINTS, COMMANDS),
        check=image_disable_restore_points,
    ),
    Practice(
        id="image-restart-on-crash",
        title="VM restarts after a blue screen",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The CrashControl value AutoReboot is 1 in the image.",
        why="The guest stays down after a crash.",
        inferred=True,
        todo="Set AutoReboot to 1 under CrashControl in the image's registry, or choose to "
        "restart automatically under Startup and Recovery.",
        source=Source((BEST,)),
        headline=7,
        concerns=("windows-virtual-pc-image", "guest"),
        reads=("workspaces.image.auto_reboot",),
        check=image_restart_on_crash,
    ),
    Practice(
        id="image-windows-update-configured",
        title="Windows Update and VM settings decided before packaging",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Windows Update and the other settings of the virtual machine are set as wanted "
        "before the image is sealed.",
        why="The guest gets no updates, or gets them at the wrong time.",
        inferred=True,
        todo="Configure Windows Update and the virtual machine before sealing the image.",
        source=Source((CONFIGURING,)),
        concerns=("windows-virtual-pc-image", "guest-update-manager"),
        reads=("workspaces.image.windows_update_configured",),
        check=image_windows_update_configured,
    ),
    Practice(
        id="image-beep-disabled",
        title="Silence setup beeps",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="Beeps are silenced in the image, or a command of Sysprep.inf silences them.",
        why="Beeps from a guest that nobody sees puzzle users during setup.",
        todo="Run net stop beep or sc config beep start= disabled before sealing the image or "
        "from Sysprep.inf.",
        source=Source((TROUBLESHOOTING,)),
        concerns=("windows-virtual-pc-image",),
        also=(BEEP, COMMANDS),
        check=image_beep_disabled,
    ),
    Practice(
        id="image-wait-to-kill-timeout",
        title="Closing timeout for hung guest apps",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="A value of WaitToKillAppTimeout that suits the guest's applications was considered.",
        why="Applications hang for a long time when they are closed.",
        todo="Set WaitToKillAppTimeout in the guest's registry.",
        source=Source((TROUBLESHOOTING,)),
        concerns=("guest", "published-applications"),
    ),
)
