"""The administrator computer that packages are built on."""

import re

from medv_tui.findings import Severity, Source
from medv_tui.plan.languages import read_language
from medv_tui.plan.spellings import read_os
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    failing,
    met,
)

CONFIGURATIONS = "med-v-20-supported-configurations"
PREREQUISITES = "configure-environment-prerequisites"
OVERVIEW = "med-v-20-deployment-overview"
PACKAGE = "create-a-med-v-workspace-package"
POWERSHELL = "configuring-advanced-settings-by-using-windows-powershell"

LANGUAGES = frozenset(
    {
        "French",
        "Italian",
        "German",
        "Spanish",
        "Korean",
        "Japanese",
        "Brazilian Portuguese",
        "Russian",
        "Chinese Traditional",
        "Chinese Simplified",
    }
)
"""The languages that the documentation lists for the packager; English is not among them."""


def packager_os(os: str) -> Outcome:
    """Look for a Windows 7 that is no server."""
    reading = read_os(os)
    seen = reading.os or os.strip() or "No operating system"
    if reading.server:
        return failing(f"{seen}, a server; the Workspace Packager needs a Windows 7 client.")
    if seen != "Windows 7":
        return failing(f"{seen}; the Workspace Packager is supported on Windows 7 only.")
    return met("The administrator computer runs Windows 7.")


def packager_language(language: str) -> Outcome:
    """Look for the language among those of the packager."""
    name = read_language(language)
    if name in LANGUAGES:
        return met(f"{name} is a language of the Workspace Packager.")
    if name == "English":
        return met("English, which the documented list leaves out, is accepted.")
    return failing(
        f"{name}; the Workspace Packager supports English and {len(LANGUAGES)} listed languages."
    )


def packager_admin(administrator: bool) -> Outcome:
    """Ask for administrative rights."""
    if administrator:
        return met("The packager is run by an administrator.")
    return failing("The packager is run without administrative rights; they are required.")


def packager_execution_policy(execution_policy: str) -> Outcome:
    """Compare PowerShell's execution policy with the documented one."""
    if execution_policy.strip().casefold() == "unrestricted":
        return met("PowerShell's execution policy is Unrestricted.")
    return failing(f'The execution policy is "{execution_policy}"; Unrestricted is required.')


def packager_san_policy(san_policy: str) -> Outcome:
    """Compare the SAN policy with the documented one, as the plan or diskpart writes it."""
    letters = re.sub(r"[^a-z]", "", san_policy.casefold()).removeprefix("sanpolicy")
    if letters == "onlineall":
        return met("The SAN policy is OnlineAll.")
    return failing(f'The SAN policy is "{san_policy}"; OnlineAll is required.')


def packager_no_disk_encryption(disk_encryption: bool) -> Outcome:
    """Ask whether something encrypts the mounted disk."""
    if disk_encryption:
        return failing(
            "Automatic disk encryption is on; it has to be off while a VHD is mounted and built."
        )
    return met("No disk is encrypted automatically while a package is built.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="packager-os",
        title="Packager on Windows 7 client",
        phase=Phase.PACKAGE,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The administrator computer runs Windows 7, not a server operating system.",
        why="The Workspace Packager is not supported there.",
        inferred=True,
        todo="Build the packages on a Windows 7 computer.",
        source=Source(
            (PREREQUISITES, CONFIGURATIONS),
            "One topic allows Windows 7 or newer; the support table lists Windows 7 alone.",
            ("C-02",),
        ),
        concerns=("administrator-computer", "workspace-packager"),
        reads=("packager.os",),
        check=packager_os,
    ),
    Practice(
        id="packager-language",
        title="Packager language supported",
        phase=Phase.PACKAGE,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The administrator computer's language is English or one of the ten documented "
        "languages of the Workspace Packager.",
        why="The Workspace Packager is not supported in another language.",
        inferred=True,
        todo="Build the packages on another computer.",
        source=Source(
            (CONFIGURATIONS,),
            "The documented list leaves English out; it is accepted.",
            ("C-04",),
        ),
        concerns=("administrator-computer", "workspace-packager"),
        reads=("packager.language",),
        check=packager_language,
    ),
    Practice(
        id="packager-admin",
        title="Packager run where you hold admin rights",
        phase=Phase.PACKAGE,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The Workspace Packager is installed and run by an administrator.",
        why="Installing the packager or building a package fails.",
        inferred=True,
        todo="Use a computer on which you are an administrator.",
        source=Source((OVERVIEW, POWERSHELL)),
        concerns=("administrator-computer", "workspace-packager"),
        reads=("packager.administrator",),
        check=packager_admin,
    ),
    Practice(
        id="packager-execution-policy",
        title="PowerShell execution policy Unrestricted",
        phase=Phase.PACKAGE,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="PowerShell's execution policy on the administrator computer is Unrestricted.",
        why="The packager's wizard cannot run its scripts.",
        inferred=True,
        todo="Run Set-ExecutionPolicy Unrestricted as an administrator.",
        source=Source(
            (PACKAGE, POWERSHELL),
            "Another topic accepts any policy that lets scripts run; the wizard's topic asks for "
            "Unrestricted.",
            ("C-29",),
        ),
        concerns=("administrator-computer", "workspace-packager"),
        reads=("packager.execution_policy",),
        check=packager_execution_policy,
    ),
    Practice(
        id="packager-san-policy",
        title="SAN policy Online All",
        phase=Phase.PACKAGE,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The SAN policy of the administrator computer is OnlineAll.",
        why="The VHD is not brought online when it is mounted.",
        inferred=True,
        todo="Run diskpart as an administrator, and in it san policy=onlineall.",
        source=Source((PACKAGE,)),
        concerns=("administrator-computer", "workspace-packager"),
        reads=("packager.san_policy",),
        check=packager_san_policy,
    ),
    Practice(
        id="packager-no-disk-encryption",
        title="Automatic disk encryption off while building",
        phase=Phase.PACKAGE,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Software that encrypts disks automatically is off while the VHD is mounted and the "
        "package is built.",
        why="The workspace then works on no other computer.",
        todo="Turn automatic disk encryption off before the VHD is mounted.",
        source=Source((PACKAGE,)),
        concerns=("administrator-computer", "workspace-packager", "workspace-package"),
        reads=("packager.disk_encryption",),
        check=packager_no_disk_encryption,
    ),
)
