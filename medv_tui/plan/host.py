"""What a plan may say of an end-user computer."""

from datetime import date
from typing import Annotated

from pydantic import Field

from medv_tui.plan.base import LARGEST_COUNT, Count, Gb, Mb, Name, Table, Texts


class HostFacts(Table):
    """The facts of a computer; as `[host_defaults]` they fill what a row leaves out."""

    workspace: Name | None = None
    """Name of the workspace that this computer gets."""
    os: str | None = None
    """Operating system; only Windows 7 is supported. A whole caption will do."""
    edition: str | None = None
    """Windows 7 edition: Professional, Enterprise or Ultimate are supported."""
    service_pack: Count | None = None
    """Service pack of Windows 7: 0 for none, 1 for SP1."""
    architecture: str | None = None
    """x86 or x64."""
    server: bool | None = None
    """Whether this is a server operating system."""
    ram_mb: Mb | None = None
    """Installed memory in MB, as reported; 2048 or more is required."""
    free_disk_gb: Gb | None = None
    """Free space in GB on the volume that holds the user profiles."""
    base_vhd_free_disk_gb: Gb | None = None
    """Free space in GB where INSTALLDIR puts the base VHD on another volume."""
    users: Count | None = None
    """MED-V users of this computer; each gets a differencing disk and a saved state."""
    users_local_admin: bool | None = None
    """Whether the users are local administrators."""
    dotnet: Texts | None = None
    """.NET Framework versions present, such as "3.5 SP1"."""
    kb959209: bool | None = None
    """Whether update KB959209 is installed; part of Windows 7 by default."""
    internet_explorer: Count | None = None
    """Major version of Internet Explorer; 8 and 9 are supported."""
    windows_virtual_pc: bool | None = None
    """Whether Windows Virtual PC is installed."""
    kb977206: bool | None = None
    """Whether update KB977206 of Windows Virtual PC is there; needed without SP1."""
    hardware_virtualization: bool | None = None
    """Whether the processor offers hardware-assisted virtualization and it is on."""
    older_virtual_pc: bool | None = None
    """Whether an earlier Virtual PC for Windows is still installed."""
    other_virtualization: bool | None = None
    """Whether other virtualization software is in use."""
    language: str | None = None
    """Language of Windows, by name or BCP 47 tag."""
    system_locale: str | None = None
    """Language of the System Locale, by name or BCP 47 tag."""
    domain: str | None = None
    """Domain that this computer belongs to."""
    domain_joined: bool | None = None
    """Whether this computer is a member of a domain."""
    adapters: Count | None = None
    """Number of network adapters in use."""
    ipsec: bool | None = None
    """Whether IPsec is in force."""
    antivirus_exclusions: Texts | None = None
    """File patterns that antivirus and backup leave alone on this computer."""
    fast_user_switching: bool | None = None
    """Whether fast user switching is on."""
    ac_power_at_night: bool | None = None
    """Whether this computer is on mains power in the update window."""
    logged_on_at_night: bool | None = None
    """Whether a user stays logged on in the update window."""
    network_at_night: bool | None = None
    """Whether this computer is on the network in the update window."""
    roaming_profiles: bool | None = None
    """Whether its users have roaming profiles."""
    documents_on_unc: bool | None = None
    """Whether My Documents is redirected to a UNC share."""
    screen_lock: bool | None = None
    """Whether this computer locks its screen by policy."""
    prior_vhd: bool | None = None
    """Whether a VHD of an earlier workspace is still there."""
    site: str | None = None
    """Where this computer stands."""
    model: str | None = None
    """Hardware model."""
    last_seen: date | None = None
    """When the inventory last heard of this computer."""
    excluded: Name | None = None
    """A reason that takes this computer out of the plan; it stays visible."""


class Host(HostFacts):
    """One `[[hosts]]` row: a computer, or so many identical ones."""

    name: Name
    """Computer name, unique without regard to case."""
    count: Annotated[int, Field(ge=1, le=LARGEST_COUNT)] = 1
    """How many identical computers this row stands for."""
