"""Which setting takes the effect of which other, or of a value outside MED-V's settings.

Sources stand with the settings themselves; here the same facts are kept so that a program can
follow them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from medv_tui.plan.settings import Setting, setting


@dataclass(frozen=True, slots=True)
class Override:
    """What one setting does to others while it has one of these values."""

    by: Setting
    values: tuple[bool | int | str, ...]
    settings: tuple[Setting, ...] = ()
    """Settings that have no effect then."""
    others: tuple[str, ...] = ()
    """What it replaces outside MED-V's settings."""

    def holds(self, values: Mapping[str, Any]) -> bool:
        """Whether it applies where settings have these values, by their paths."""
        value = values.get(self.by.path)
        return value is not None and value in self.values


def _fts(*names: str) -> tuple[Setting, ...]:
    return tuple(setting("Fts", name) for name in names)


_LOOKUP = setting("VM", "HostMemToGuestMemCalcEnabled")
_MODE = setting("Fts", "Mode")
_NAMING = setting("Fts", "SetComputerNameEnabled")

OVERRIDES: tuple[Override, ...] = (
    Override(_LOOKUP, (True,), (setting("VM", "Memory"),)),
    Override(
        _LOOKUP,
        (False,),
        (setting("VM", "HostMemToGuestMem"), setting("VM", "GuestMemFromHostMem")),
    ),
    Override(
        setting("UserExperience", "LogonStartEnabled"), (True,), (setting("VM", "CloseAction"),)
    ),
    Override(
        setting("UserExperience", "SmartCardLogonEnabled"),
        (True,),
        (setting("UserExperience", "CredentialCacheEnabled"),),
    ),
    Override(setting("VM", "GuestUpdateDuration"), (0,), (setting("VM", "GuestUpdateTime"),)),
    Override(
        _MODE,
        ("Silent",),
        _fts(
            "StartDialogMsg",
            "FailureDialogMsg",
            "DialogUrl",
            "MaxPostponeTime",
            "PostponeUtcDateTimeLimit",
        ),
    ),
    Override(_MODE, ("Attended",), _fts("NonInteractiveTimeout", "NonInteractiveRetryTimeoutInc")),
    Override(_NAMING, (False,), _fts("ComputerNameMask")),
    Override(_NAMING, (True,), others=("ComputerName of Sysprep.inf",)),
    Override(
        setting("Fts", "SetJoinDomainEnabled"), (True,), others=("JoinDomain of Sysprep.inf",)
    ),
    Override(
        setting("Fts", "SetMachineObjectOUEnabled"),
        (True,),
        others=("MachineObjectOU of Sysprep.inf",),
    ),
    Override(
        setting("Fts", "SetRegionalSettingsEnabled"),
        (True,),
        others=("[RegionalSettings] of Sysprep.inf",),
    ),
    Override(
        setting("Fts", "SetUserDataEnabled"),
        (True,),
        others=("FullName and OrgName of Sysprep.inf",),
    ),
    Override(
        setting("Guest", "EnableGPWorkarounds"), (True,), others=("BufferPolicyReads of the guest",)
    ),
)
"""Every documented one; that Silent hides the user's part, and Attended has no limits of its own,
follows from the readings of these settings."""


def overrides_by(by: Setting, values: Mapping[str, Any]) -> Iterator[str]:
    """Name what a setting overrides while all settings have these values."""
    for entry in OVERRIDES:
        if entry.by == by and entry.holds(values):
            yield from (each.name for each in entry.settings)
            yield from entry.others


def overridden_by(wanted: Setting, values: Mapping[str, Any]) -> Setting | None:
    """Give the setting because of which another has no effect now, if there is one."""
    return next((e.by for e in OVERRIDES if wanted in e.settings and e.holds(values)), None)
