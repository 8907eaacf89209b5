"""How applications come into the guest, and what they need there."""

from collections.abc import Callable

from medv_tui.assessment.urls import addresses
from medv_tui.findings import Severity, Source
from medv_tui.plan.workspace import Application
from medv_tui.practices.offenders import counted, named
from medv_tui.practices.practice import (
    Fix,
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

INSTALLING = "installing-and-removing-an-application-on-the-med-v-workspace"
PUBLISHING = "how-to-publish-and-unpublish-an-application-on-the-med-v-workspace"
UPDATES = "managing-software-updates-for-med-v-workspaces"

APPLICATIONS = "workspaces.applications"
APPLICATIONS_VIA = "operations.applications_via"
UPDATES_VIA = "operations.updates_via"
REDIRECT_URLS = "workspaces.settings.UserExperience.RedirectUrls"
GROUP_POLICY = "infrastructure.group_policy"
ESD = "infrastructure.esd"

WAYS = {
    "esd": "ESD",
    "group-policy": "Group Policy",
    "app-v": "App-V",
    "windows-update": "Windows Update",
    "image": "the core image",
}


def survey(
    applications: tuple[Application, ...],
    follows: Callable[[Application], bool | None],
    *,
    key: str,
    broken: str,
    wanted: str,
    holds: str,
) -> Outcome:
    """Judge applications one by one, where `follows` is None without the fact behind `key`.

    One application that breaks the practice fails it, whatever is unknown of the others.
    """
    answers = [(application, follows(application)) for application in applications]
    offenders = [application for application, answer in answers if answer is False]
    if offenders:
        return failing(f"{broken}: {named(offenders)}; {wanted}.")
    silent = [application for application, answer in answers if answer is None]
    if silent:
        return needs(
            APPLICATIONS, message=f"Not known: the plan does not give {key} of {named(silent)}."
        )
    return met(holds)


def app_install_all_users(applications: tuple[Application, ...]) -> Outcome:
    """Look for applications that are installed for one user only."""
    return survey(
        applications,
        lambda application: application.all_users,
        key="all_users",
        broken="Not installed for all users of the guest",
        wanted="every application is to be",
        holds=f"{counted(len(applications), 'application')} installed for all users.",
    )


def app_unc_drive(applications: tuple[Application, ...]) -> Outcome:
    """Look for applications without UNC paths and without a mapped drive."""
    needing = tuple(app for app in applications if app.supports_unc is not True)
    if not needing:
        return not_applicable("Every application works with UNC paths.")
    return survey(
        needing,
        _has_drive,
        key="supports_unc or mapped_drive",
        broken="Works with no UNC paths and has no drive mapped",
        wanted="map one to the redirected folders",
        holds=f"A drive is mapped for {named(needing)}.",
    )


def _has_drive(application: Application) -> bool | None:
    """Say whether a drive is mapped; without one it matters whether UNC paths work."""
    if application.mapped_drive:
        return True
    unknown = application.supports_unc is None or application.mapped_drive is None
    return None if unknown else False


def app_not_via_core_image(
    applications_via: str, *, esd: str | None, group_policy: bool | None
) -> Outcome:
    """Say how applications reach the guest."""
    return _not_by_image("Applications", APPLICATIONS_VIA, applications_via, esd, group_policy)


def updates_not_via_core_image(
    updates_via: str, *, esd: str | None, group_policy: bool | None
) -> Outcome:
    """Say how updates of software reach the guest."""
    return _not_by_image("Updates", UPDATES_VIA, updates_via, esd, group_policy)


def _not_by_image(
    what: str, fact: str, via: str, esd: str | None, group_policy: bool | None
) -> Outcome:
    """Find what would mean to build the core image anew."""
    if via != "image":
        return met(f"{what} reach the guest by {WAYS[via]}.")
    fix: Fix | None = None
    if esd:
        fix = SetFact(fact, "esd")
    elif group_policy:
        fix = SetFact(fact, "group-policy")
    return failing(
        f"{what} reach the guest by a new core image; ESD, Group Policy or App-V is wanted.",
        fix=fix,
    )


def app_content_handlers(
    redirect_urls: tuple[str, ...], *, applications: tuple[Application, ...] | None
) -> Outcome:
    """List what the guest can open, where its browser shows redirected sites."""
    if not addresses(redirect_urls):
        return not_applicable("No address is redirected to the guest's browser.")
    types = dict.fromkeys(kind for app in applications or () for kind in app.handles or ())
    seen = f"Its applications open {', '.join(types)}" if types else "No file type is listed"
    return undecided(
        f"{seen}; confirm that the guest opens all documents of its redirected sites.",
        fact=APPLICATIONS if applications else REDIRECT_URLS,
    )


def app_appv_agent(applications_via: str, *, app_v_agent: bool | None) -> Outcome:
    """Look for the agent in the image, where App-V brings applications."""
    if applications_via != "app-v":
        return not_applicable(_not_by_app_v(applications_via))
    if app_v_agent is None:
        return needs("workspaces.image.app_v_agent")
    if app_v_agent:
        return met("The App-V agent is in the image.")
    return failing(
        "Applications come by App-V, and its agent is not in the image; install it there.",
        fact="workspaces.image.app_v_agent",
    )


def app_appv_file_types(applications_via: str) -> Outcome:
    """Ask about file types, where App-V brings applications."""
    if applications_via != "app-v":
        return not_applicable(_not_by_app_v(applications_via))
    return undecided("Confirm that the file types of App-V applications are mapped on computers.")


def _not_by_app_v(via: str) -> str:
    """Say why App-V does not matter."""
    return f"Applications come by {WAYS[via]}, not by App-V."


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="app-install-all-users",
        title="Guest applications installed for all users",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Every application is installed for all users of the guest.",
        why="The application is not published by itself.",
        todo="Install the application again, for all users.",
        source=Source((INSTALLING,)),
        concerns=("published-applications",),
        reads=(APPLICATIONS,),
        check=app_install_all_users,
    ),
    Practice(
        id="app-unc-drive",
        title="Applications without UNC support mapped to a drive",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="A drive is mapped for every application that cannot work with UNC paths.",
        why="The application fails on the paths of redirected folders.",
        inferred=True,
        todo="Map a drive letter to the redirected folders.",
        source=Source((PUBLISHING,)),
        concerns=("published-applications",),
        reads=(APPLICATIONS,),
        check=app_unc_drive,
    ),
    Practice(
        id="app-not-via-core-image",
        title="No application changes by a new core image",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Applications reach the guest by other means than a new core image.",
        why="First time setup runs again, and the guest's data are lost.",
        todo="Install by ESD, Group Policy or App-V.",
        source=Source((INSTALLING,)),
        concerns=("published-applications", "esd-client", "windows-virtual-pc-image"),
        reads=(APPLICATIONS_VIA,),
        also=(ESD, GROUP_POLICY),
        check=app_not_via_core_image,
    ),
    Practice(
        id="updates-not-via-core-image",
        title="No software updates by a new core image",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Updates of software reach the guest by other means than a new core image.",
        why="First time setup runs again, and the guest's data are lost.",
        todo="Update by ESD, Group Policy or App-V.",
        source=Source((UPDATES,)),
        concerns=("esd-client", "guest-update-manager", "windows-virtual-pc-image"),
        reads=(UPDATES_VIA,),
        also=(ESD, GROUP_POLICY),
        check=updates_not_via_core_image,
    ),
    Practice(
        id="app-content-handlers",
        title="What redirected sites offer can be opened in the guest",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="The guest has an application for all that its redirected sites offer to open.",
        why="Documents do not open, because the guest hands nothing over to the computer.",
        todo="Install what opens them in the guest, such as Word.",
        source=Source((INSTALLING,)),
        concerns=("published-applications", "guest-internet-explorer"),
        reads=(REDIRECT_URLS,),
        also=(APPLICATIONS,),
        check=app_content_handlers,
    ),
    Practice(
        id="app-appv-agent",
        title="App-V applications need the App-V agent in the guest",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where applications come by App-V, its agent is in the image.",
        why="Virtual applications do not appear.",
        inferred=True,
        todo="Install the App-V agent in the guest first.",
        source=Source((INSTALLING,)),
        concerns=("app-v-agent", "published-applications"),
        reads=(APPLICATIONS_VIA,),
        also=("workspaces.image.app_v_agent",),
        check=app_appv_agent,
    ),
    Practice(
        id="app-appv-file-types",
        title="App-V file types mapped on the computers",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.MIXED,
        asks="Where applications come by App-V, their file types are mapped on the computers.",
        why="Files on the computer do not open in the App-V application.",
        todo="List the types with `sftmime /QUERY OBJ:TYPE` and map them on the computers, or open "
        "files from within the application.",
        source=Source((INSTALLING,)),
        concerns=("app-v-agent", "published-applications"),
        reads=(APPLICATIONS_VIA,),
        check=app_appv_file_types,
    ),
)
