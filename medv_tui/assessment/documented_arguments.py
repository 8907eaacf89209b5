"""The documented arguments of the MED-V installers, with what each does."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from medv_tui.assessment import arguments

_COMMAND_LINE = "command-line-options-for-med-v-installation-files"
_ESD = "how-to-deploy-the-med-v-components-through-an-electronic-software-distribution-system"


class Installer(StrEnum):
    """What is called, by its key in deployment.arguments."""

    HOST_AGENT = "host_agent"
    WORKSPACE = "workspace"
    HOST_AGENT_UPDATE = "host_agent_update"
    UNINSTALL = "uninstall"


@dataclass(frozen=True, slots=True)
class DocumentedArgument:
    """One argument."""

    name: str
    """The property in capitals, or the switch."""
    installers: frozenset[Installer]
    effect: str
    otherwise: str
    """What holds without it; empty where the topics do not say."""
    topics: tuple[str, ...]


_EVERY = frozenset(Installer)
_AGENT = frozenset({Installer.HOST_AGENT, Installer.HOST_AGENT_UPDATE})
_WORKSPACE = frozenset({Installer.WORKSPACE})

DOCUMENTED: tuple[DocumentedArgument, ...] = (
    DocumentedArgument(
        "MEDVDIR",
        _AGENT,
        "installs into this folder",
        r"Program Files\Microsoft Enterprise Desktop Virtualization",
        (_COMMAND_LINE,),
    ),
    DocumentedArgument(
        "INSTALLDIR",
        _WORKSPACE,
        "installs into this folder",
        r"ProgramData\Microsoft\Medv\Workspace",
        (_COMMAND_LINE,),
    ),
    DocumentedArgument(
        "OVERWRITEVHD",
        _WORKSPACE,
        "1 replaces a VHD that is there and asks nothing",
        "0: it fails where a VHD is there",
        (_COMMAND_LINE, _ESD),
    ),
    DocumentedArgument(
        "SUPPRESSMEDVLAUNCH",
        _WORKSPACE,
        "1 does not start MED-V afterwards",
        "a check box on the last page decides",
        (_COMMAND_LINE,),
    ),
    DocumentedArgument(
        "DELETEDIFFDISKS",
        frozenset({Installer.UNINSTALL}),
        "1 deletes the VHDs that MED-V made",
        "none is deleted",
        (_COMMAND_LINE,),
    ),
    DocumentedArgument(
        "IGNORE_PREREQUISITES",
        frozenset({Installer.HOST_AGENT}),
        "1 skips the check for Windows Virtual PC",
        "the check is made",
        (_ESD,),
    ),
    DocumentedArgument(
        "REBOOT",
        frozenset({Installer.HOST_AGENT_UPDATE}),
        "ReallySuppress suppresses the restart; the ESD acts on return code 3010",
        "the computer restarts where that is needed",
        ("updating-med-v-20",),
    ),
    DocumentedArgument(
        "ALLUSERS",
        _EVERY,
        "set to nothing it installs for one user only, which is forbidden",
        "it installs for all users",
        ("deployment-troubleshooting",),
    ),
    DocumentedArgument("/QN", _EVERY, "shows and asks nothing", "", (_ESD, _COMMAND_LINE)),
    DocumentedArgument("/L*", _EVERY, "writes a log to the file named next", "", (_COMMAND_LINE,)),
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One word of an argument text with what is documented of it."""

    word: str
    documented: DocumentedArgument | None
    """None where no topic has it for this installer."""


def meanings(text: str, installer: Installer) -> Iterator[Meaning]:
    """Give the meaning of each argument; the file that a log is written to is none."""
    known = {each.name: each for each in DOCUMENTED if installer in each.installers}
    after_log = False
    for argument in arguments.read(text):
        name = argument.name or argument.value.upper()
        if not after_log:
            yield Meaning(text[argument.start : argument.end], known.get(name))
        after_log = name == "/L*" and not after_log
