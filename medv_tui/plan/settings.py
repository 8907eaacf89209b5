"""The registry of MED-V settings: every documented one, with all that is documented of it."""

from medv_tui.findings import Source
from medv_tui.plan.setting import REGISTRY_TOPIC, Kind, RegistryKey, Setting, documented
from medv_tui.plan.settings_fts import FTS
from medv_tui.plan.settings_ux import USER_EXPERIENCE
from medv_tui.plan.settings_vm import VM

__all__ = ["SETTINGS", "Kind", "Setting", "setting"]

_DIAGNOSTICS = RegistryKey("Diagnostics", "Diag")
_GUEST = RegistryKey("Guest", "")

_EVENT_LOG_LEVEL = _DIAGNOSTICS.number(
    "EventLogLevel",
    3,
    "level",
    "How much is written to the MED-V event log.",
    maximum=4,
    choices=("None", "Error", "Warning", "Information", "Debug"),
    property_type="string",
    interactions=("The administrator toolkit sets it for host and guest together.",),
    contradictions=(
        "The registry table gives `3` (Information) as default, the cmdlet help `Warning`.",
        "Information is logged by default, but the viewer shows errors and warnings only (C-26).",
        "The toolkit offers three levels, the registry five (C-26).",
        "It is a number in the registry (DWORD) and a text in WMI (string) (C-33).",
    ),
    source=documented(
        "viewing-and-configuring-med-v-logs",
        reading="The registry table's default and type hold; logging and display differ.",
        register=("C-26", "C-33"),
    ),
)

_ENABLE_GP_WORKAROUNDS = _GUEST.switch(
    "EnableGPWorkarounds",
    True,
    "Whether MED-V sets values in the guest that make Group Policy reliable there.",
    property="",
    property_type="",
    interactions=(
        "While it is on, MED-V sets BufferPolicyReads to 1.",
        "While it is on, with NAT only, MED-V also sets GroupPolicyMinTransferRate to 0.",
        "While it is off, both values are left alone.",
        "It lies in the guest's registry, where the value has to be created if absent.",
    ),
    contradictions=(
        "The registry table has it, the WMI class does not (C-33).",
        "BufferPolicyReads is to be set by hand in the image, though this sets it by "
        "default (C-39).",
    ),
    source=Source(
        (REGISTRY_TOPIC, "med-v-20-best-practices"),
        "Set BufferPolicyReads in the image too: it is there before the Guest Agent.",
        ("C-33", "C-39"),
    ),
)

SETTINGS: tuple[Setting, ...] = (
    _EVENT_LOG_LEVEL,
    *FTS,
    *USER_EXPERIENCE,
    *VM,
    _ENABLE_GP_WORKAROUNDS,
)
"""Every setting, key by key in the documented order; what only WMI knows follows its key's own."""


def setting(key: str, name: str) -> Setting:
    """Give the registered setting of that key and name; KeyError if there is none."""
    return _BY_PLACE[key, name]


_BY_PLACE = {(entry.key, entry.name): entry for entry in SETTINGS}
