"""Which applications appear on the computer, where, and under what name."""

import re

from medv_tui.findings import Severity, Source
from medv_tui.plan.workspace import Application
from medv_tui.practices.offenders import counted, first_of, named
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    SetFact,
    failing,
    needs,
    not_applicable,
    undecided,
)
from medv_tui.practices.topics.applications import APPLICATIONS, PUBLISHING, survey

EXCLUDE_LIST = "windows-virtual-pc-application-exclude-list"
TESTING = "how-to-test-application-publishing"

PUBLISHED = "workspaces.settings.UserExperience.AppPublishingEnabled"

_BLOCKED = re.compile(r'(?:^|[\\/"\s])control\.exe(?:$|["\s])|^control(?:$|\s)', re.IGNORECASE)
_QUOTES = re.compile('["“”„]')


def app_shortcut_exists(enabled: bool, applications: tuple[Application, ...]) -> Outcome:
    """Look for applications that publishing does not find."""
    if not enabled:
        listed = counted(len(applications), "application")
        return failing(
            f"AppPublishingEnabled is off, so that none of {listed} is published; turn it on.",
            fact=PUBLISHED,
            fix=SetFact(PUBLISHED, True) if _all_found(applications) else None,
        )
    shown = tuple(app for app in applications if not app.hidden)
    if not shown:
        return not_applicable("No application is to be published.")
    return survey(
        shown,
        lambda application: application.shortcut,
        key="shortcut",
        broken="No shortcut in the guest's All Users Start menu",
        wanted="every published application needs one",
        holds=f"{counted(len(shown), 'application')} with a shortcut for all users.",
    )


def _all_found(applications: tuple[Application, ...]) -> bool:
    """Say whether publishing would find all that is to be published, and that is something."""
    shown = [app for app in applications if not app.hidden]
    return bool(shown) and all(app.shortcut for app in shown)


def app_host_folder_exists(applications: tuple[Application, ...]) -> Outcome:
    """List the Start menu folders that are wanted on computers."""
    folders = dict.fromkeys(app.start_menu_folder for app in applications if app.start_menu_folder)
    if folders:
        return undecided(
            f"Confirm that computers have the Start menu folder {first_of(folders)}: publishing "
            "makes no folders."
        )
    silent = [app for app in applications if app.start_menu_folder is None]
    if silent:
        return needs(
            APPLICATIONS,
            message=f"Not known: the plan does not give start_menu_folder of {named(silent)}.",
        )
    return not_applicable("No application is to appear in a folder of the Start menu.")


def app_exclude_list(applications: tuple[Application, ...]) -> Outcome:
    """Look for hidden applications that their own update would publish again."""
    concerned = tuple(
        app for app in applications if app.hidden is not False and app.self_updating is not False
    )
    if not concerned:
        return not_applicable("No application is hidden and updates itself.")
    return survey(
        concerned,
        _is_excluded,
        key="hidden, self_updating or exclude_path",
        broken="Hidden, updates itself, and is not on the exclude list",
        wanted="give its exclude_path",
        holds=f"On the exclude list: {named(concerned)}.",
    )


def _is_excluded(application: Application) -> bool | None:
    """Say whether an application is on the list, where it has to be."""
    if application.exclude_path:
        return True
    said = (application.hidden, application.self_updating, application.exclude_path)
    return None if None in said else False


def app_exclude_no_quotes(applications: tuple[Application, ...]) -> Outcome:
    """Look for quotation marks in entries of the exclude list."""
    listed = tuple(
        app
        for app in applications
        if app.exclude_path or (app.exclude_path is None and app.hidden is not False)
    )
    if not listed:
        return not_applicable("No application is on the exclude list.")
    return survey(
        listed,
        lambda app: None if app.exclude_path is None else not _QUOTES.search(app.exclude_path),
        key="exclude_path",
        broken="Quotation marks in exclude_path",
        wanted="the plain path is wanted",
        holds=f"No quotation marks in exclude_path of {named(listed)}.",
    )


def app_builtin_not_published(applications: tuple[Application, ...]) -> Outcome:
    """Look for parts of Windows XP that are expected on the computer."""
    return survey(
        applications,
        lambda app: True if app.hidden else _negated(app.built_in),
        key="built_in",
        broken="Part of Windows XP and so not published by default",
        wanted="take its registry block away, or mark it as hidden",
        holds="No part of Windows XP is expected on the computer.",
    )


def app_no_control_exe(applications: tuple[Application, ...]) -> Outcome:
    """Look for shortcuts to the blocked program behind Control Panel."""
    return survey(
        applications,
        lambda app: None if app.target is None else not _BLOCKED.search(app.target.strip()),
        key="target",
        broken="The shortcut starts control.exe, which is never published",
        wanted=r"point it to the .cpl file, such as C:\WINDOWS\system32\appwiz.cpl",
        holds="No shortcut starts control.exe.",
    )


def app_duplicate_names(applications: tuple[Application, ...]) -> Outcome:
    """List applications that a user will see twice."""
    return survey(
        applications,
        lambda app: True if app.hidden else _negated(app.also_on_host),
        key="also_on_host",
        broken="On the computer too",
        wanted="users have to know that the guest's has the guest's name in brackets",
        holds="No application is on the computer too.",
    )


def _negated(said: bool | None) -> bool | None:
    """Turn a fact around that is unwanted."""
    return None if said is None else not said


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="app-shortcut-exists",
        title="Each published application has an All Users shortcut",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Publishing is on, and every application that is not hidden has a shortcut in the "
        "guest's All Users Start menu.",
        why="The application is invisible to users.",
        todo=r"Copy a shortcut into C:\Documents and Settings\All Users\Start Menu by a script.",
        source=Source(
            (PUBLISHING,),
            "Hidden applications need no shortcut; applications in a plan with publishing off are "
            "a mistake.",
        ),
        concerns=("published-applications",),
        reads=(PUBLISHED, APPLICATIONS),
        check=app_shortcut_exists,
    ),
    Practice(
        id="app-host-folder-exists",
        title="Wanted Start menu folder exists on the computers",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.MIXED,
        asks="The Start menu folders that applications are to appear in exist on the computers.",
        why="The shortcut lands among all programs.",
        todo="Create the folder on the computers.",
        source=Source((PUBLISHING,)),
        concerns=("published-applications", "host"),
        reads=(APPLICATIONS,),
        check=app_host_folder_exists,
    ),
    Practice(
        id="app-exclude-list",
        title="Permanently hidden applications are on the exclude list",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Every hidden application that updates itself is on the exclude list.",
        why="Its own update publishes the application again.",
        todo="Add the command to VPCVAppExcludeList in the guest's registry.",
        source=Source((EXCLUDE_LIST,)),
        concerns=("published-applications", "guest"),
        reads=(APPLICATIONS,),
        check=app_exclude_list,
    ),
    Practice(
        id="app-exclude-no-quotes",
        title="Exclude-list path without quotation marks",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Entries of the exclude list have no quotation marks.",
        why="The entry has no effect.",
        inferred=True,
        todo="Take the quotation marks away.",
        source=Source((EXCLUDE_LIST,)),
        concerns=("published-applications", "guest"),
        reads=(APPLICATIONS,),
        check=app_exclude_no_quotes,
    ),
    Practice(
        id="app-builtin-not-published",
        title="Parts of Windows XP are not expected on the computer",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="No application that is to be published is a part of Windows XP.",
        why="A part of Windows XP never appears on the computer.",
        todo="Take it off the registry's block of built-in applications, or do without it.",
        source=Source((PUBLISHING, EXCLUDE_LIST), "Hidden applications are not expected there."),
        concerns=("published-applications",),
        reads=(APPLICATIONS,),
        check=app_builtin_not_published,
    ),
    Practice(
        id="app-no-control-exe",
        title="Control Panel items published as .cpl files",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks=r"No shortcut points to %SystemRoot%\control.exe.",
        why="The shortcut is blocked and not published.",
        todo=r"Point the shortcut to the .cpl file, such as C:\WINDOWS\system32\appwiz.cpl.",
        source=Source((PUBLISHING,)),
        concerns=("published-applications",),
        reads=(APPLICATIONS,),
        check=app_no_control_exe,
    ),
    Practice(
        id="app-duplicate-names",
        title="Same application on computer and guest distinguishable",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="No published application is on the computer too.",
        why="In the same place of the Start menu, the published shortcut gets the guest's name in "
        "brackets, as in Notepad (MEDVHost1).",
        todo="Tell users which of the two to open.",
        source=Source((TESTING,)),
        concerns=("published-applications",),
        reads=(APPLICATIONS,),
        check=app_duplicate_names,
    ),
)
