"""The settings of the virtual machine, in the order in which they are documented."""

from medv_tui.plan.setting import RegistryKey, documented

_VM = RegistryKey("VM", "Vm")

_PATCHING = "managing-automatic-updates-for-med-v-workspaces"
_POWERSHELL = "configuring-advanced-settings-by-using-windows-powershell"

_LIST_TYPE = "The registry holds decimal texts (MULTI_SZ), WMI numbers (sint32[]) (C-33)."
_LOOKUP = (
    "One parameter's help takes the `nearest` step rounded down, the other's the `nearest` "
    "step (G-01)."
)
_FLOOR = "The largest step not above the host's memory counts; lists are equal in length."

VM = (
    _VM.text(
        "CloseAction",
        "HIBERNATE",
        "What happens to the guest after its last application is closed.",
        choices=("HIBERNATE", "SHUTDOWN", "TURN-OFF"),
        interactions=(
            "It is ignored while UserExperience.LogonStartEnabled is on, which is the default.",
            "HIBERNATE frees memory and processor and saves the guest's state.",
            "SHUTDOWN shuts Windows XP down cleanly.",
            "TURN-OFF cuts the power, may lose data and is a last resort.",
        ),
        contradictions=(
            "`TURN-OFF` is written with a hyphen and in capitals, other choices as in `Bridged`; "
            "any case is read (C-10).",
            "The help of Export-MedvConfiguration writes `-CloseActionMode`, the parameter is "
            "`-VmCloseAction`.",
        ),
        source=documented(reading="The registry table's spelling is written.", register=("C-10",)),
    ),
    _VM.numbers(
        "GuestMemFromHostMem",
        (378, 512, 1024, 1536, 2048),
        "MB",
        "Guest memory for each step of the host's memory.",
        minimum=128,
        maximum=3712,
        interactions=(
            "Each entry belongs to the entry at the same place of HostMemToGuestMem.",
            "It is used only while HostMemToGuestMemCalcEnabled is on.",
            "More guest memory means a larger saved state on disk (inferred).",
        ),
        contradictions=(
            "The first default is 378, where the pattern of the others asks for 384 (C-05).",
            "The registry table allows up to `3712`, the cmdlet help up to `2048`.",
            "An entry may be up to 3712, but Memory only up to 2048 (C-34).",
            _LOOKUP,
            _LIST_TYPE,
        ),
        source=documented(reading=_FLOOR, register=("C-05", "C-33", "C-34", "G-01")),
    ),
    _VM.number(
        "GuestUpdateDuration",
        240,
        "min",
        "How long the guest is kept awake for updates each day.",
        maximum=1440,
        interactions=(
            "0 switches the patching of the guest off.",
            "It counts from GuestUpdateTime and may cross midnight (inferred).",
            "While UserExperience.LogonStartEnabled is on, the guest runs anyway.",
        ),
        contradictions=(
            "Afterwards the guest goes back to its previous state in one passage, into "
            "hibernation in another (C-21).",
        ),
        source=documented(
            _PATCHING, reading="The guest goes back to its previous state.", register=("C-21",)
        ),
    ),
    _VM.text(
        "GuestUpdateTime",
        "00:00",
        "When the guest is woken for updates each day, as HH:MM on a 24-hour clock.",
        interactions=("It means nothing when GuestUpdateDuration is 0 (inferred).",),
        contradictions=(
            "One passage has the wake-up scheduled by `Windows Task Manager`; what schedules is "
            "the `Task Scheduler` (C-38).",
        ),
        source=documented(
            _PATCHING, reading="It is a task of the Task Scheduler.", register=("C-38",)
        ),
    ),
    _VM.numbers(
        "HostMemToGuestMem",
        (1024, 2048, 4096, 8192, 16384),
        "MB",
        "Steps of the host's memory at which the guest gets another amount.",
        minimum=1024,
        maximum=16384,
        interactions=(
            "Each entry belongs to the entry at the same place of GuestMemFromHostMem.",
            "It is used only while HostMemToGuestMemCalcEnabled is on.",
        ),
        contradictions=(
            "Its description speaks of the guest's memory, its values are the host's (C-08).",
            _LOOKUP,
            _LIST_TYPE,
        ),
        source=documented(reading=_FLOOR, register=("C-08", "C-33", "G-01")),
    ),
    _VM.switch(
        "HostMemToGuestMemCalcEnabled",
        True,
        "Whether the guest's memory is looked up from the host's.",
        interactions=("While it is on, Memory is ignored; while it is off, both lists are.",),
        contradictions=(
            "The row of Memory calls it `HostMemToGuestMemEnabled` (C-06), other prose "
            "`HostMemToVmMemCalcEnabled`; registry and WMI know neither.",
        ),
        source=documented(reading="The registry's name is right.", register=("C-06",)),
    ),
    _VM.number(
        "Memory",
        512,
        "MB",
        "Fixed memory of the guest.",
        minimum=128,
        maximum=2048,
        interactions=(
            "It is ignored while HostMemToGuestMemCalcEnabled is on, which is the default.",
            "More guest memory means a larger saved state on disk (inferred).",
        ),
        contradictions=(
            "It may be up to 2048, but a lookup entry up to 3712 (C-34).",
            "A PowerShell sample sets only VmMemory, which has no effect by default (C-36).",
            "Its row names the lookup `HostMemToGuestMemEnabled` instead of "
            "`HostMemToGuestMemCalcEnabled` (C-06).",
        ),
        source=documented(
            _POWERSHELL,
            reading="The ranges are separate, and the lookup is switched off with it.",
            register=("C-06", "C-34", "C-36"),
        ),
    ),
    _VM.switch(
        "MultiUserEnabled",
        False,
        "Whether all users of a computer share one workspace.",
        interactions=(
            "While it is on, one differencing disk and one saved state serve all users.",
            "While it is on, fast user switching has to be off on the host.",
            "While it is on, the guest's files lie under AllUsers, where every user reaches them.",
            "Changing it for a deployed workspace is not documented and taken to need a new "
            "deployment (G-22).",
        ),
        source=documented(
            "create-a-med-v-workspace-package",
            "identifying-the-number-and-types-of-med-v-workspaces",
            "security-best-practices-for-med-v-operations",
            register=("G-22",),
        ),
    ),
    _VM.text(
        "NetworkingMode",
        "NAT",
        "How the guest is connected to the network.",
        choices=("Bridged", "NAT"),
        interactions=(
            "With NAT the guest uses the host's address, and idle applications may time out "
            "under IPsec.",
            "With NAT, Configuration Manager 2007 SP2 needs a hotfix.",
            "Network change detection works with NAT only.",
            "With Bridged the guest has its own address, usually from DHCP, and one connection "
            "for each adapter of the host.",
        ),
        contradictions=(
            "The registry table writes `Bridged`, other places `BRIDGED`, and the packager "
            "says `Shared` for `NAT` (C-10).",
        ),
        source=documented(
            "create-a-med-v-workspace-package",
            "operations-troubleshooting-medv2",
            "detecting-network-changes-that-affect-med-v",
            reading="Any case is read, Shared as NAT; the registry table's spelling is written.",
            register=("C-10",),
        ),
    ),
    _VM.number(
        "TaskTimeout",
        600,
        "s",
        "How long MED-V waits for a task of the guest such as restart or shutdown.",
        interactions=("Where logoff or shutdown takes longer, events 4022 and 4028 are logged.",),
        contradictions=(
            "The setting is `TaskTimeout`; events 4022 and 4028 call it `VMTaskTimeout`.",
        ),
        source=documented("med-v-event-log-messages"),
    ),
)
