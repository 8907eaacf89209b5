"""Profiles, folders and the rights on them on the computers."""

from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import Mode, Outcome, Phase, Practice, Scope, failing, met

EVENTS = "med-v-event-log-messages"


def docs_not_on_unc(documents_on_unc: bool) -> Outcome:
    """Look for documents that the guest could reach only through a share of a share."""
    if documents_on_unc:
        return failing(
            "My Documents is redirected to a UNC share; a home directory, a mapped drive or a "
            "script in the guest is needed instead.",
            short="documents on UNC share",
        )
    return met("My Documents is not redirected to a UNC share.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="host-profile-permissions",
        title="Users can read and write their AppData and MEDV v2 folders",
        phase=Phase.DEPLOY,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.ATTESTED,
        asks=r"Users can read and write their AppData folder and AppData\Local\Microsoft\MEDV\v2.",
        why="Printer redirection fails with events 9001, 9002 and 9004.",
        todo="Repair the users' permissions on both folders.",
        source=Source((EVENTS,)),
        concerns=("host", "printer-redirection"),
    ),
    Practice(
        id="host-programdata-permissions",
        title="Rights on the MED-V ProgramData folders at install",
        phase=Phase.DEPLOY,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.ATTESTED,
        asks="The account that installs MED-V has rights on the folders AllUsers, MedvLock and "
        r"Monitoring below %ProgramData%\Microsoft\Medv.",
        why="Installing logs the errors 14012 and 14013.",
        todo="Repair the administrator's rights on these folders.",
        source=Source((EVENTS,)),
        concerns=("host", "host-agent", "workspace"),
    ),
    Practice(
        id="host-temp-permissions",
        title="Users can write their Temp folder",
        phase=Phase.DEPLOY,
        scope=Scope.HOST,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="Users can write to their Temp folder.",
        why="The MED-V client logs the errors 14007 to 14011.",
        todo="Repair the users' permissions on their Temp folder.",
        source=Source((EVENTS,)),
        concerns=("host", "host-agent"),
    ),
    Practice(
        id="docs-not-on-unc",
        title="Redirected My Documents is not a UNC share",
        phase=Phase.OPERATE,
        scope=Scope.HOST,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="My Documents of the computer's users is not redirected to a UNC share.",
        why="A share cannot be shared again, so the users' documents do not appear in the guest.",
        todo="Use home directories of Active Directory or a mapped drive letter, or connect the "
        "share with credentials in a startup script of the guest.",
        source=Source(("operations-troubleshooting-medv2", "how-to-test-application-publishing")),
        concerns=("host", "guest"),
        reads=("hosts.documents_on_unc",),
        check=docs_not_on_unc,
    ),
)
