"""FtsCompletion.exe, the program that ends first time setup in the guest."""

from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Mode,
    OrderFact,
    Outcome,
    Phase,
    Practice,
    Scope,
    failing,
    met,
    not_applicable,
    undecided,
)

CONFIGURING = "configuring-a-windows-virtual-pc-image-for-med-v"
COMMANDS = "workspaces.sysprep.commands"

PROGRAM = "ftscompletion"


def ftscompletion_called(*, commands: tuple[str, ...] | None) -> Outcome:
    """Look for the program among the commands; a script may call it as well."""
    if commands is None:
        return undecided("Confirm that Sysprep.inf or a script calls FtsCompletion.exe.")
    if _calls(commands):
        return met("A command of Sysprep.inf calls FtsCompletion.exe.")
    return undecided(
        "No command of Sysprep.inf calls FtsCompletion.exe; add it as the last one, or confirm "
        "that a script calls it."
    )


def ftscompletion_last(commands: tuple[str, ...]) -> Outcome:
    """Count the commands that come after the program, which restarts the guest."""
    calls = _calls(commands)
    if not calls:
        return not_applicable(
            "No command of Sysprep.inf calls FtsCompletion.exe; ftscompletion-called asks for it."
        )
    later = len(commands) - calls[0] - 1
    if later == 0:
        return met("FtsCompletion.exe is the last command of Sysprep.inf.")
    others = tuple(command for command in commands if PROGRAM not in command.casefold())
    return failing(
        f"Commands of Sysprep.inf after FtsCompletion.exe: {later}; it must be the last one.",
        fix=OrderFact(COMMANDS, (*others, commands[calls[0]])) if len(calls) == 1 else None,
    )


def _calls(commands: tuple[str, ...]) -> list[int]:
    """Give the positions of the commands that call the program."""
    return [i for i, command in enumerate(commands) if PROGRAM in command.casefold()]


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="ftscompletion-called",
        title="FtsCompletion.exe is called",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.MIXED,
        asks="A command under [GuiRunOnce] of Sysprep.inf, or a deployed script, calls "
        "FtsCompletion.exe.",
        why="First time setup never completes.",
        inferred=True,
        todo="Add FtsCompletion.exe, with its default path in the guest, as the last command "
        "under [GuiRunOnce].",
        source=Source(
            (CONFIGURING,),
            "The topics place the file in the image, yet the Guest Agent that holds it comes only "
            "with setup: the command is asked for, the file is not.",
            ("C-41",),
        ),
        concerns=("sysprep-folder", "guest-agent"),
        also=(COMMANDS,),
        check=ftscompletion_called,
    ),
    Practice(
        id="ftscompletion-last",
        title="FtsCompletion.exe is the final action",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="FtsCompletion.exe is the last command under [GuiRunOnce] of Sysprep.inf.",
        why="It restarts the guest, which cuts off every later command.",
        inferred=True,
        todo="Move FtsCompletion.exe behind all other commands.",
        source=Source(
            ("med-v-20-deployment-overview", CONFIGURING),
            "The text asks for the last line of the file, but the sample ends in another section: "
            "the last command under [GuiRunOnce] counts.",
            ("C-31",),
        ),
        concerns=("sysprep-folder", "guest-agent"),
        reads=(COMMANDS,),
        check=ftscompletion_last,
    ),
    Practice(
        id="ftscompletion-guest-admin",
        title="Its user is a guest local administrator",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.ATTESTED,
        asks="The account that runs FtsCompletion.exe is a local administrator of the guest.",
        why="FtsCompletion.exe fails.",
        inferred=True,
        todo="Let Sysprep.inf log on a local administrator automatically.",
        source=Source(
            (CONFIGURING,),
            "End users are no administrators of the guest by default: it runs under the account "
            "that is logged on automatically.",
            ("C-32",),
        ),
        concerns=("sysprep-folder", "guest-agent", "guest"),
    ),
    Practice(
        id="ftscompletion-rdp-rights",
        title="It runs under an account able to give the user RDC access to the guest",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="The account that runs FtsCompletion.exe may give the user access to the guest by "
        "Remote Desktop Connection.",
        why="The user cannot connect to the guest.",
        inferred=True,
        todo="Choose an account that may do so.",
        source=Source(("security-best-practices-for-med-v-operations",)),
        concerns=("guest-agent", "guest"),
    ),
)
