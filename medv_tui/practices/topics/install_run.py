"""How the installers are run on a computer."""

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
MANUAL = "how-to-deploy-a-med-v-workspace-manually"
IMAGE = "how-to-deploy-a-med-v-workspace-in-a-windows-7-image"

METHOD = "deployment.method"
ELEVATED = "deployment.elevated"
SAME_FOLDER = "deployment.same_folder"
CLOSE = "deployment.close_internet_explorer"
RESTART = "deployment.restart_after_virtual_pc"
SINGLE_RESTART = "deployment.single_restart"
ADMINISTRATORS = "hosts.users_local_admin"

Tally = tuple[tuple[bool | None, int], ...]
"""How many computers have each value of a fact, None for unknown."""

BY_THE_USER = frozenset({"manual", "windows-7-image"})
"""Methods with which users may install the workspace themselves."""


def dep_elevated(
    *, elevated: bool | None, method: str | None, users_local_admin: Tally | None
) -> Outcome:
    """Look for where the installers' administrative rights come from."""
    if elevated:
        return met("The installers run with administrative rights.")
    if elevated is False:
        return failing(
            "The installers run without administrative rights, which they require.",
            fix=SetFact(ELEVATED, True),
        )
    if method == "esd":
        return met("The ESD installs in the context of the system.")
    if method in BY_THE_USER and _all_administrators(users_local_admin):
        return met("Users install the workspace and are local administrators on all computers.")
    return needs(ELEVATED)


def _all_administrators(tally: Tally | None) -> bool:
    """Say whether it is known of all computers that their users are administrators."""
    return {value for value, _ in tally or ()} == {True}


def dep_win7image_user_admin(
    *, method: str | None, elevated: bool | None, users_local_admin: Tally | None
) -> Outcome:
    """Look for users who install the workspace and cannot."""
    if method is None:
        return needs(METHOD)
    if method != "windows-7-image":
        return not_applicable(f"The method is {method}; no user starts setup.exe from an image.")
    if elevated:
        return met("Users install the workspace, and setup.exe runs with administrative rights.")
    if _all_administrators(users_local_admin):
        return met("Users install the workspace and are local administrators on all computers.")
    lacking = dict(users_local_admin or ()).get(False, 0)
    facts = {ADMINISTRATORS: lacking or None, ELEVATED: elevated}
    missing = tuple(fact for fact, value in facts.items() if value is None)
    if missing:
        return needs(*missing)
    seen = "1 computer" if lacking == 1 else f"{lacking:,} computers"
    return failing(
        f"Users of {seen} are not local administrators, and setup.exe does not run with "
        "administrative rights; one of them is required.",
        fact=ELEVATED,
        fix=SetFact(ELEVATED, True),
    )


def dep_same_folder(same_folder: bool) -> Outcome:
    """Say whether the files of the package lie together."""
    if same_folder:
        return met("setup.exe, the .msi and the .medv lie in one folder.")
    return failing(
        "setup.exe, the .msi and the .medv lie in different folders; one folder is required.",
        fix=SetFact(SAME_FOLDER, True),
    )


def dep_close_ie(
    *,
    close_internet_explorer: bool | None,
    restart_after_virtual_pc: bool | None,
    single_restart: bool | None,
    method: str | None,
) -> Outcome:
    """Look for a closed browser, or for a restart that ends an open one."""
    if close_internet_explorer:
        return met("Internet Explorer is closed while the Host Agent is installed.")
    one_at_the_end = single_restart or (method == "batch" and single_restart is None)
    if restart_after_virtual_pc or one_at_the_end:
        return met("Internet Explorer may stay open, because the distribution has a restart.")
    given = {
        CLOSE: close_internet_explorer,
        RESTART: restart_after_virtual_pc,
        SINGLE_RESTART: single_restart,
    }
    missing = tuple(fact for fact, value in given.items() if value is None)
    if missing:
        return needs(*missing)
    return failing(
        "Internet Explorer is not closed for the Host Agent and no restart is planned; one of "
        "them is required.",
        fix=SetFact(CLOSE, True),
    )


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="dep-elevated",
        title="Install with administrative credentials",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The installers run with administrative rights, from an ESD in the context of the "
        "system or from an elevated prompt.",
        why="Nothing can be installed without them.",
        todo="Install through an ESD, or run the installers as administrator.",
        source=Source(
            (OVERVIEW,),
            "An ESD installs in the context of the system unless the plan says otherwise.",
        ),
        concerns=("host-agent", "workspace-package", "windows-virtual-pc"),
        also=(ELEVATED, METHOD, "fleet.users_local_admin"),
        check=dep_elevated,
    ),
    Practice(
        id="dep-win7image-user-admin",
        title="Windows 7 image method needs users able to elevate",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where users install the workspace from a Windows 7 image, they are local "
        "administrators or something else gives setup.exe the rights.",
        why="Standard users cannot install the workspace from the Start menu.",
        inferred=True,
        todo="Install through an ESD, or give setup.exe administrative rights by other means.",
        source=Source(
            (OVERVIEW, IMAGE),
            "The topics are silent on it; that administrative rights are needed follows from "
            "what they say of all installers.",
            ("G-16",),
        ),
        concerns=("workspace-package", "host"),
        also=(METHOD, ELEVATED, "fleet.users_local_admin"),
        check=dep_win7image_user_admin,
    ),
    Practice(
        id="dep-same-folder",
        title="setup.exe, .msi and .medv in one folder",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The setup.exe, the .msi and the .medv of a workspace lie in one folder.",
        why="The installer does not find the VHD or its own other half.",
        inferred=True,
        todo="Put the three files into one folder.",
        source=Source(
            (MANUAL, IMAGE),
            "One topic counts the .reg among the files to install, the steps of others name only "
            "these three; taking it along does no harm.",
            ("G-08",),
        ),
        concerns=("workspace-package",),
        reads=(SAME_FOLDER,),
        check=dep_same_folder,
    ),
    Practice(
        id="dep-close-ie",
        title="IE closed for Host Agent install, or restart planned",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Internet Explorer is closed while the Host Agent is installed, or the distribution "
        "has a restart.",
        why="URL redirection has conflicts later, and the installation waits for the browser to "
        "be restarted.",
        todo="Close Internet Explorer first, or install silently and restart.",
        source=Source(
            ("how-to-manually-install-the-med-v-host-agent", ESD, MANUAL),
            "Any restart that the deployment plans counts, because the topics do not say where "
            "in the distribution it has to stand.",
        ),
        concerns=("host-agent", "host-internet-explorer", "url-redirection"),
        also=(CLOSE, RESTART, SINGLE_RESTART, METHOD),
        check=dep_close_ie,
    ),
)
