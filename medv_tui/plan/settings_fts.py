"""The settings of first time setup, in the order in which they are documented."""

from medv_tui.findings import Source
from medv_tui.plan.setting import REGISTRY_TOPIC, RegistryKey, documented

_FTS = RegistryKey("Fts", "Fts")

_OVERVIEW = "med-v-20-deployment-overview"
_PACKAGE = "create-a-med-v-workspace-package"

_ONE_TEXT = "The registry holds a list (MULTI_SZ), but WMI and the cmdlet take one text (C-33)."
_REGISTRY_TYPES = "The registry's type is what a .reg file writes."

_NOT_INTERACTIVE = "The limit applies to the modes Unattended and Silent."

_REPLACES = "It replaces what Sysprep.inf says."

FTS = (
    _FTS.switch(
        "AddUserToAdminGroupEnabled",
        False,
        "Whether setup puts the end user in the guest's Administrators group.",
        interactions=("FtsCompletion.exe does it at the end of setup.",),
        contradictions=(
            "The packager says that the workspace is added to the Administrators group, the "
            "registry table says the end user (C-30).",
        ),
        source=documented(
            _OVERVIEW, _PACKAGE, reading="It is the end user who is added.", register=("C-30",)
        ),
    ),
    _FTS.text(
        "ComputerNameMask",
        "MEDV*",
        "Pattern that the guest's computer name is made from.",
        interactions=(
            "It is used only when SetComputerNameEnabled is on.",
            "Its result replaces ComputerName of Sysprep.inf.",
            "A name has at most 15 characters and must be unique on the network.",
            "Plain %hostname% gives every user of one computer the same name (inferred).",
            "Plain %username% gives every computer of one user the same name (inferred).",
            "With MultiUserEnabled it is not documented which user %username% names (inferred).",
        ),
        contradictions=(
            "The registry table lets `*` make several random characters, the cmdlet help makes "
            "it one character, and then `MEDV*` gives only 36 names (G-05).",
        ),
        source=documented(
            _PACKAGE,
            reading="Names by `*` are counted both ways and judged by the worse.",
            register=("G-05", "G-06"),
        ),
    ),
    _FTS.number(
        "DeleteVMStateTimeout",
        90,
        "s",
        "How long setup waits for the virtual machine to be deleted.",
    ),
    _FTS.number(
        "DetachVfdTimeout",
        120,
        "s",
        "How long setup waits for the virtual floppy disk to be detached.",
    ),
    _FTS.text(
        "DialogUrl",
        None,
        "Address of a help page that setup's dialogs link to.",
        interactions=(
            "The dialogs show no link where it is empty.",
            "Nothing is shown when Mode is Silent (inferred).",
        ),
        source=documented(_PACKAGE),
    ),
    _FTS.number(
        "ExplorerTimeout",
        900,
        "s",
        "How long setup waits for Windows Explorer in the guest.",
    ),
    _FTS.texts(
        "FailureDialogMsg",
        "Message to the user when setup cannot be completed.",
        property_type="string",
        interactions=(
            "The packager does not offer it when Mode is Silent.",
            "It is shown once MaxRetryCount attempts have failed.",
        ),
        contradictions=(_ONE_TEXT,),
        source=documented(_PACKAGE, reading=_REGISTRY_TYPES, register=("C-33",)),
    ),
    _FTS.number(
        "GiveUserGroupRightsMaxRetryCount",
        3,
        "attempts",
        "How often setup tries to give the user's group its rights in the guest.",
        property="",
        property_type="",
        interactions=(
            "Running out of attempts usually counts as a failed preparation, to which "
            "MaxRetryCount applies.",
        ),
        contradictions=("The registry table has it, the WMI class does not (C-33).",),
        source=Source((REGISTRY_TOPIC,), "It is set in the registry.", ("C-33",)),
    ),
    _FTS.number(
        "GiveUserGroupRightsTimeout",
        300,
        "s",
        "How long setup waits for the user's group to get its rights in the guest.",
        property="",
        property_type="",
        contradictions=("The registry table has it, the WMI class does not (C-33).",),
        source=Source((REGISTRY_TOPIC,), "It is set in the registry.", ("C-33",)),
    ),
    _FTS.texts(
        "LogFilePaths",
        "Paths of the log files that setup collects.",
        interactions=("FtsCompletion.exe copies the logs at the end of setup.",),
        source=documented(_OVERVIEW),
    ),
    _FTS.number(
        "MaxPostponeTime",
        120,
        "h",
        "How long the user may put setup off.",
        interactions=("The earlier of it and PostponeUtcDateTimeLimit is taken to win (G-12).",),
        source=documented(reading="The earlier limit wins.", register=("G-12",)),
    ),
    _FTS.number(
        "MaxRetryCount",
        3,
        "attempts",
        "How often setup tries again where preparation failed by no software error.",
        interactions=(
            "After the last attempt the user sees FailureDialogMsg and is offered no other.",
            "Starting MED-V anew sets the count back.",
        ),
    ),
    _FTS.text(
        "Mode",
        "Unattended",
        "How much of setup the user sees and answers.",
        choices=("Attended", "Unattended", "Silent"),
        interactions=(
            "It has to be Attended where Mini-Setup needs an answer or the image holds a legal "
            "notice.",
            "Silent hides the packager's page for messages and the help address.",
        ),
        contradictions=(
            "The registry table writes `Attended`, the cmdlet help `ATTENDED`; any case is "
            "read (C-10).",
        ),
        source=documented(
            _PACKAGE, reading="The registry table's spelling is written.", register=("C-10",)
        ),
    ),
    _FTS.number(
        "NonInteractiveRetryTimeoutInc",
        15,
        "min",
        "Time that setup gets when it is tried again.",
        interactions=(
            "Whether it replaces NonInteractiveTimeout or is added to it is not stated (G-11).",
        ),
        contradictions=(
            "Its name speaks of an increment where the user is not asked, its text of a limit "
            "in interactive mode (C-23).",
        ),
        source=documented(reading=_NOT_INTERACTIVE, register=("C-23", "G-11")),
    ),
    _FTS.number(
        "NonInteractiveTimeout",
        45,
        "min",
        "Time in which setup has to be complete.",
        contradictions=(
            "Its name speaks of setup where the user is not asked, its text of interactive "
            "mode (C-23).",
        ),
        source=documented(reading=_NOT_INTERACTIVE, register=("C-23",)),
    ),
    _FTS.text(
        "PostponeUtcDateTimeLimit",
        None,
        "Last moment to which the user may put setup off, as yyyy-MM-dd hh:mm in UTC.",
        interactions=("The earlier of it and MaxPostponeTime is taken to win (G-12).",),
        contradictions=(
            "The format says `hh`, which is a 12-hour clock, yet a 24-hour clock is asked "
            "for (C-24).",
        ),
        source=documented(
            reading="Hours run from 00 to 23, and the earlier limit wins.",
            register=("C-24", "G-12"),
        ),
    ),
    _FTS.texts(
        "RetryDialogMsg",
        "Message to the user when setup is tried again.",
        property_type="string",
        interactions=("The packager's page for messages does not offer it.",),
        contradictions=(_ONE_TEXT,),
        source=documented(_PACKAGE, reading=_REGISTRY_TYPES, register=("C-33",)),
    ),
    _FTS.switch(
        "SetComputerNameEnabled",
        False,
        "Whether setup writes ComputerName in [UserData] from ComputerNameMask.",
        interactions=(_REPLACES, "ComputerNameMask means nothing while it is off."),
        source=documented(_PACKAGE),
    ),
    _FTS.switch(
        "SetJoinDomainEnabled",
        False,
        "Whether setup writes JoinDomain in [Identification] from the host's domain.",
        interactions=(_REPLACES, "The host has to be a member of a domain (inferred)."),
        source=documented(_PACKAGE, reading="The host has to be in a domain.", register=("G-13",)),
    ),
    _FTS.switch(
        "SetMachineObjectOUEnabled",
        False,
        "Whether setup copies the host's organizational unit to MachineObjectOU.",
        interactions=(
            _REPLACES,
            "The packager allows it, and it has an effect, only with SetJoinDomainEnabled.",
        ),
        source=documented(_PACKAGE, reading="The host has to be in a domain.", register=("G-13",)),
    ),
    _FTS.switch(
        "SetRegionalSettingsEnabled",
        False,
        "Whether setup writes [RegionalSettings] from the host's.",
        interactions=(_REPLACES, "The time zone follows the host whatever this says."),
        source=documented(_PACKAGE),
    ),
    _FTS.switch(
        "SetUserDataEnabled",
        False,
        "Whether setup writes FullName and OrgName in [UserData] from the host's.",
        interactions=(_REPLACES, "Browsing history and the like are not copied."),
        source=documented(_PACKAGE),
    ),
    _FTS.texts(
        "StartDialogMsg",
        "Message to the user when setup is ready to start.",
        property_type="string",
        interactions=(
            "Its dialog closes after UserExperience.DialogTimeout.",
            "The packager does not offer it when Mode is Silent.",
        ),
        contradictions=(_ONE_TEXT,),
        source=documented(_PACKAGE, reading=_REGISTRY_TYPES, register=("C-33",)),
    ),
    _FTS.number(
        "TaskCancelTimeout",
        30,
        "s",
        "How long setup waits for the machine to answer that a task is cancelled.",
    ),
    _FTS.number(
        "TaskVMTurnOffTimeout",
        60,
        "s",
        "How long setup waits for the virtual machine to shut down.",
    ),
    _FTS.number(
        "UpgradeTimeout",
        600,
        "s",
        "How long an upgrade of the Guest Agent may take.",
        contradictions=(
            "The registry table gives `600` seconds, the cmdlet help `15`, in minutes.",
        ),
        source=documented(reading="The registry table's 600 seconds hold."),
    ),
)
