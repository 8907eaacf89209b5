"""What users and testers of published applications have to know: all of it a person's word."""

from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import Mode, Phase, Practice, Scope

TROUBLESHOOTING = "operations-troubleshooting-medv2"

PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="app-publishing-tested",
        title="Publishing of applications tested",
        phase=Phase.DEPLOY,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="On a test computer, applications appear among all programs and open, and one was "
        "added and one removed.",
        why="Applications are missing at rollout.",
        inferred=True,
        todo="Test publishing: open each application and a document, add one, and remove one.",
        source=Source(("how-to-test-application-publishing",)),
        concerns=("published-applications",),
    ),
    Practice(
        id="app-no-pinning",
        title="Users do not pin published applications to the taskbar",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="Users know not to pin published applications to the taskbar.",
        why="The application opens outside of MED-V the next time.",
        todo="Tell users to start published applications from the Start menu.",
        source=Source((TROUBLESHOOTING,)),
        concerns=("published-applications",),
    ),
    Practice(
        id="app-shortcut-rename-move",
        title="Shortcuts are renamed and moved by the workaround",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="Whoever changes shortcuts in the guest knows that the computer does not follow.",
        why="The computer keeps the old name or place.",
        todo="Move a shortcut out of the Start menu, wait about 30 seconds, and move it to its new "
        "place; nothing helps after a renaming.",
        source=Source((TROUBLESHOOTING,)),
        concerns=("published-applications",),
    ),
    Practice(
        id="app-taskbar-icons",
        title="Taskbar set to Never combine where icons confuse",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="The taskbar never combines buttons where users need each application's own icon.",
        why="The taskbar shows the icon of Windows Virtual PC.",
        todo="Set the taskbar's property to Never combine.",
        source=Source((TROUBLESHOOTING,)),
        concerns=("published-applications", "windows-virtual-pc"),
    ),
    Practice(
        id="app-shortcut-permissions",
        title="Users may change their Start menu on the computer",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="Users have the permission to create and delete shortcuts in their Start menu.",
        why="Publishing fails with the events 10015 and 10021.",
        todo="Repair the permissions of the Start menu.",
        source=Source(("med-v-event-log-messages",)),
        concerns=("published-applications", "host"),
    ),
)
