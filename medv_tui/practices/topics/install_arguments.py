"""What the installers are called with."""

from pathlib import PureWindowsPath

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
)

OVERVIEW = "med-v-20-deployment-overview"
ESD = "how-to-deploy-the-med-v-components-through-an-electronic-software-distribution-system"
OPTIONS = "command-line-options-for-med-v-installation-files"

HOST_AGENT = "deployment.arguments.host_agent"
WORKSPACE = "deployment.arguments.workspace"
HOST_AGENT_UPDATE = "deployment.arguments.host_agent_update"
UNINSTALL = "deployment.arguments.uninstall"
WHOSE = {
    HOST_AGENT: "the Host Agent's setup",
    WORKSPACE: "the workspace's setup.exe",
    HOST_AGENT_UPDATE: "the Host Agent's update",
    UNINSTALL: "uninstall.exe",
}
"""Every text of arguments, and what it is given to."""

ALL_USERS, IGNORE_PREREQUISITES, OVERWRITE = "ALLUSERS", "IGNORE_PREREQUISITES", "OVERWRITEVHD"

INSTALLER = "deployment.workspace_installer"
SETUP = "setup.exe"
PRIOR_VHD = "hosts.prior_vhd"


def dep_all_users(
    *,
    host_agent: str | None,
    workspace: str | None,
    host_agent_update: str | None,
    uninstall: str | None,
) -> Outcome:
    """Look for an argument that installs for one user only."""
    texts = dict(zip(WHOSE, (host_agent, workspace, host_agent_update, uninstall), strict=True))
    known = {fact: text for fact, text in texts.items() if text is not None}
    wrong = [fact for fact, text in known.items() if _for_one_user(text)]
    if wrong:
        first = wrong[0]
        mended = arguments.without(known[first], ALL_USERS)
        return failing(
            f'{_listed(wrong)} called with ALLUSERS=""; MED-V has to be installed for all users.',
            fact=first,
            fix=SetFact(first, mended) if len(wrong) == 1 else None,
        )
    missing = tuple(fact for fact in (HOST_AGENT, WORKSPACE) if fact not in known)
    if missing:
        return needs(*missing)
    return met('No installer is called with ALLUSERS="".')


def _for_one_user(text: str) -> bool:
    """Find the property set to nothing anywhere, even if it is set again later."""
    return any(a.name == ALL_USERS and not a.value.strip() for a in arguments.read(text))


def _listed(facts: list[str]) -> str:
    """Name what arguments are given to, at the start of a sentence."""
    *others, last = (WHOSE[fact] for fact in facts)
    names = f"{', '.join(others)} and {last} are" if others else f"{last} is"
    return names[0].upper() + names[1:] if names[0] == "t" else names


def dep_ignore_prereqs_only_in_batch(order: tuple[str, ...], host_agent: str) -> Outcome:
    """Compare the argument with the place of Windows Virtual PC in the order."""
    given = arguments.value(host_agent, IGNORE_PREREQUISITES) == "1"
    wanted = _follows(order, "windows-virtual-pc", "host-agent")
    seen = (
        f"Windows Virtual PC is {'' if wanted else 'not '}installed after the Host Agent, whose "
        f"setup is called {'with' if given else 'without'} IGNORE_PREREQUISITES=1"
    )
    if given == wanted:
        return met(f"{seen}.")
    if wanted:
        mended = arguments.having(host_agent, IGNORE_PREREQUISITES, "1")
        return failing(f"{seen}; it is required.", fact=HOST_AGENT, fix=SetFact(HOST_AGENT, mended))
    mended = arguments.without(host_agent, IGNORE_PREREQUISITES)
    return failing(f"{seen}; it has to go.", fact=HOST_AGENT, fix=SetFact(HOST_AGENT, mended))


def _follows(order: tuple[str, ...], later: str, earlier: str) -> bool:
    """Say whether both steps are there and one stands behind the other."""
    return {later, earlier} <= set(order) and order.index(later) > order.index(earlier)


def dep_existing_vhd(
    *, prior_vhd: tuple[tuple[bool | None, int], ...] | None, workspace: str | None
) -> Outcome:
    """Compare the computers that hold a VHD already with the workspace's arguments."""
    tally = dict(prior_vhd or ())
    if set(tally) == {False}:
        return not_applicable("No computer has a VHD of an earlier workspace.")
    given = None if workspace is None else arguments.value(workspace, OVERWRITE)
    holders = tally.get(True, 0)
    if given == "1":
        return met("The workspace's setup.exe is called with OVERWRITEVHD=1.")
    facts = {PRIOR_VHD: holders or None, WORKSPACE: workspace}
    missing = tuple(fact for fact, value in facts.items() if value is None)
    if workspace is None or missing:
        return needs(*missing)
    seen = "1 computer has" if holders == 1 else f"{holders:,} computers have"
    state = "without OVERWRITEVHD" if given is None else f"with OVERWRITEVHD={given}"
    return failing(
        f"{seen} a VHD of an earlier workspace, and setup.exe is called {state}; OVERWRITEVHD=1 "
        "is required.",
        fact=WORKSPACE,
        fix=SetFact(WORKSPACE, arguments.having(workspace, OVERWRITE, "1")),
    )


def dep_run_setup_exe(workspace_installer: str) -> Outcome:
    """Look at which file installs the workspace."""
    words = arguments.read(workspace_installer)
    command = words[0].value if words else ""
    if PureWindowsPath(command).name.casefold() == SETUP:
        return met("The workspace is installed by setup.exe.")
    seen = f"by {command}" if command else "by no file"
    return failing(
        f"The workspace is installed {seen}; setup.exe is required.",
        fix=SetFact(INSTALLER, SETUP),
    )


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="dep-all-users",
        title="Install for all users",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks='No installer is called with ALLUSERS="".',
        why="The installation of the component fails, and so does the setup of the workspace.",
        todo='Take ALLUSERS="" out of the arguments.',
        source=Source((OVERVIEW, "deployment-troubleshooting")),
        waivable=False,
        concerns=("host-agent", "workspace-package"),
        also=tuple(WHOSE),
        check=dep_all_users,
    ),
    Practice(
        id="dep-ignore-prereqs-only-in-batch",
        title="IGNORE_PREREQUISITES=1 only when Windows Virtual PC is in the same run",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The Host Agent's setup is called with IGNORE_PREREQUISITES=1 where Windows Virtual "
        "PC follows in the same run, and nowhere else.",
        why="Without it the Host Agent refuses to be installed, and with it gaps go unseen.",
        inferred=True,
        todo="Add IGNORE_PREREQUISITES=1 for a run that installs Windows Virtual PC last, or "
        "take it out.",
        source=Source((ESD,), "Where Windows Virtual PC is not in the order, it is there already."),
        concerns=("host-agent", "windows-virtual-pc"),
        reads=("deployment.order", HOST_AGENT),
        check=dep_ignore_prereqs_only_in_batch,
    ),
    Practice(
        id="dep-existing-vhd",
        title="Existing VHD needs OVERWRITEVHD=1",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where computers hold a VHD of an earlier workspace, setup.exe is called with "
        "OVERWRITEVHD=1.",
        why="The installation fails on a VHD that is there already.",
        todo="Add OVERWRITEVHD=1, or uninstall the earlier workspace with DELETEDIFFDISKS=1.",
        source=Source((OPTIONS,), "The table's OVERWRITE VHD is a misprint.", ("C-19",)),
        concerns=("workspace-package", "disk"),
        also=("fleet.prior_vhd", WORKSPACE),
        check=dep_existing_vhd,
    ),
    Practice(
        id="dep-run-setup-exe",
        title="Install the workspace through setup.exe, not the .msi",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The workspace is installed by running setup.exe.",
        why="The .msi by itself leaves the installation incomplete.",
        inferred=True,
        todo="Call setup.exe in the package or the script.",
        source=Source(
            (
                "how-to-create-a-test-environment",
                "deploying-the-med-v-workspace-package",
                "how-to-deploy-a-med-v-workspace-manually",
            ),
            "One topic recommends it and the others instruct it; it is required.",
            ("C-44",),
        ),
        concerns=("workspace-package",),
        reads=(INSTALLER,),
        check=dep_run_setup_exe,
    ),
)
