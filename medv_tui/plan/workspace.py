"""What a plan may say of a MED-V workspace: its image, Sysprep, settings and applications."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from medv_tui.plan.base import Count, Gb, Name, Table, Texts, as_tuple
from medv_tui.plan.settings_tables import Settings


class Image(Table):
    """`[workspaces.image]`: the Windows XP virtual machine that the package is built from."""

    vhd_gb: Gb | None = None
    """Size in GB of the expanded base VHD, never of the compressed .medv."""
    vhd_file: str | None = None
    """File name of the base VHD."""
    vhd_count: Count | None = None
    """Number of virtual hard disks; exactly one is supported."""
    partitions: Count | None = None
    """Number of partitions on the disk; exactly one is supported."""
    os: str | None = None
    """Operating system; only Windows XP is supported."""
    edition: str | None = None
    """Edition of Windows XP; only Professional is supported."""
    service_pack: Count | None = None
    """Service pack of Windows XP; only 3 is supported."""
    architecture: str | None = None
    """Architecture of Windows XP; only x86 is supported."""
    language: str | None = None
    """Language of the guest, by name or BCP 47 tag."""
    created_with: str | None = None
    """What made the VHD: Windows Virtual PC, migrated Virtual PC 2007, or a WIM."""
    dotnet: Texts | None = None
    """.NET Framework versions present; 3.5 SP1 and nothing above."""
    kb959209: bool | None = None
    """Whether update KB959209 is installed."""
    kb972435: bool | None = None
    """Whether hotfix KB972435 for faster shared folders is installed."""
    integration_components: bool | None = None
    """Whether the Integration Components are installed."""
    integration_components_match: bool | None = None
    """Whether their version matches Windows Virtual PC on the computers."""
    remoteapp_update: bool | None = None
    """Whether the RemoteApp update for Windows XP SP3 is installed."""
    remote_desktop: bool | None = None
    """Whether Remote Desktop stays enabled."""
    internet_explorer: Count | None = None
    """Major version of Internet Explorer in the guest."""
    required_internet_explorer: Count | None = None
    """Major version of Internet Explorer that the redirected sites need."""
    internet_explorer_upgrade_blocked: bool | None = None
    """Whether automatic upgrades of Internet Explorer are blocked."""
    restore_points: bool | None = None
    """Whether System Restore makes restore points in the guest."""
    local_profiles: bool | None = None
    """Whether the guest uses local profiles only."""
    buffer_policy_reads: bool | None = None
    """Whether BufferPolicyReads is 1, so that Group Policy downloads are buffered."""
    legal_notice: bool | None = None
    """Whether a legal notice is part of the image."""
    logon_message_policy: bool | None = None
    """Whether a policy shows a logon message in the guest."""
    compacted: bool | None = None
    """Whether the VHD was compacted."""
    auto_reboot: bool | None = None
    """Whether the guest restarts after a blue screen (AutoReboot is 1)."""
    sealed: bool | None = None
    """Whether the image was sealed with Sysprep."""
    mini_setup: bool | None = None
    """Whether Sysprep was told to run Mini-Setup."""
    beep_disabled: bool | None = None
    """Whether setup beeps are silenced."""
    windows_update_configured: bool | None = None
    """Whether Windows Update and the other settings of the machine are decided."""
    esd_client: bool | None = None
    """Whether the ESD client is installed in the guest."""
    antivirus: bool | None = None
    """Whether antivirus software is installed in the guest."""
    app_v_agent: bool | None = None
    """Whether the App-V agent is installed in the guest."""
    software: Texts | None = None
    """Everything preinstalled in the image."""


class Sysprep(Table):
    """`[workspaces.sysprep]`: what Sysprep.inf holds."""

    needs_input: bool | None = None
    """Whether Mini-Setup has to ask the user for something."""
    non_ascii: bool | None = None
    """Whether Sysprep.inf holds characters outside ASCII."""
    encoding: str | None = None
    """Code page that Sysprep.inf is saved in, such as "cp1252"."""
    join_domain: str | None = None
    """Domain that Sysprep.inf joins the guest to."""
    stores_secrets: bool | None = None
    """Whether Sysprep.inf holds passwords or a product key."""
    commands: Texts | None = None
    """Commands of [GuiRunOnce] in their order."""


class Application(Table):
    """One `[[workspaces.applications]]`: a program that the guest provides."""

    name: Name
    """Name of the application."""
    all_users: bool | None = None
    """Whether it is installed for all users of the guest."""
    shortcut: bool | None = None
    """Whether it has a shortcut in the All Users Start menu."""
    start_menu_folder: str | None = None
    """Start menu folder on the computer that its shortcut is to appear in."""
    supports_unc: bool | None = None
    """Whether it can work with UNC paths."""
    mapped_drive: str | None = None
    """Drive that is mapped for it where it cannot."""
    hidden: bool | None = None
    """Whether it is kept from being published."""
    self_updating: bool | None = None
    """Whether it updates itself."""
    exclude_path: str | None = None
    """Its entry in the exclude list."""
    target: str | None = None
    """What its shortcut points to."""
    built_in: bool | None = None
    """Whether it is a part of Windows XP."""
    also_on_host: bool | None = None
    """Whether the same program is on the computer too."""
    handles: Texts | None = None
    """File types that it opens, such as ".ldg"."""


class Workspace(Table):
    """One `[[workspaces]]`: an image with its settings, as users will have it."""

    name: Name
    """Name of the workspace, unique without regard to case."""
    differencing_disk_gb: Gb | None = None
    """Size in GB that one user's changes to the base VHD grow to."""
    saved_state_gb: Gb | None = None
    """Size in GB of the saved state; computed from guest memory if absent."""
    package_gb: Gb | None = None
    """Size in GB of the compressed .medv, for distribution."""
    output_folder: str | None = None
    """Folder that the package is written to."""
    guest_domain: str | None = None
    """Domain that the guest joins."""
    locale: str | None = None
    """Locale of the workspace, as a BCP 47 tag."""
    url_file_encoding: str | None = None
    """Encoding of the file that redirected URLs are imported from."""
    user_choice: Texts | None = None
    """Settings left to the user."""
    internet_explorer_lockdown: bool | None = None
    """Whether the default browsing restrictions of the guest stay."""
    internet_zone_high: bool | None = None
    """Whether the guest's Internet zone stays at High."""
    shared_risk_accepted: bool | None = None
    """Whether the exposure of a shared workspace's files is accepted."""
    image: Image = Image()
    """The virtual machine that the package is built from."""
    sysprep: Sysprep = Sysprep()
    """What Sysprep.inf holds."""
    settings: Settings = Settings()
    """MED-V settings, by documented key and name."""
    applications: Annotated[tuple[Application, ...], BeforeValidator(as_tuple)] = Field(default=())
    """Programs that the guest provides."""
