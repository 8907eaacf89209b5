"""What a plan may say of the organisation around the computers and workspaces."""

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator

from medv_tui.plan.base import Count, Gb, Mb, Table, Texts, as_tuple

Method: TypeAlias = Literal["esd", "windows-7-image", "manual", "batch"]
Step: TypeAlias = Literal["windows-virtual-pc", "kb977206", "host-agent", "workspace"]


class About(Table):
    """`[plan]`: what this plan is."""

    name: str | None = None
    """Name of the plan; the file's name if absent."""
    owner: str | None = None
    """Who answers for it."""
    notes: str | None = None
    """Anything a reader should know."""
    retire_by: date | None = None
    """When the workspaces are to be gone."""


class Organization(Table):
    """`[organization]`: whether MED-V is the right tool."""

    users: Count | None = None
    """Users in the organisation."""
    enterprise_agreement: bool | None = None
    """Whether there is an enterprise agreement."""
    upgrading_to_windows_7: bool | None = None
    """Whether the organisation is moving to Windows 7."""
    incompatible_applications: Texts | None = None
    """Applications that do not run on Windows 7."""
    compatibility_fixes_tried: bool | None = None
    """Whether application compatibility fixes were tried first."""
    app_v_considered: bool | None = None
    """Whether App-V was considered."""
    xp_mode_rejected_because: Texts | None = None
    """Why plain Windows XP Mode is not enough."""
    postpone_remaining_fixes: bool | None = None
    """Whether the remaining fixes are to be postponed."""


class Infrastructure(Table):
    """`[infrastructure]`: the enterprise services that MED-V relies on."""

    directory_domain: str | None = None
    """Active Directory domain."""
    group_policy: bool | None = None
    """Whether Group Policy is available."""
    registry_management: str | None = None
    """What delivers registry settings, such as "Group Policy"."""
    esd: str | None = None
    """Electronic software distribution product; "" says that there is none."""
    esd_nat_hotfix: bool | None = None
    """Whether the Configuration Manager hotfix for NAT guests is applied."""
    esd_cache_mb: Mb | None = None
    """Size in MB of the ESD client's cache on a computer."""
    print_server: bool | None = None
    """Whether there is a network print server."""
    antivirus_exclusions: Texts | None = None
    """File patterns that antivirus and backup leave alone on all computers."""


class Packager(Table):
    """`[packager]`: the administrator computer that builds workspace packages."""

    os: str | None = None
    """Operating system; Windows 7, not a server."""
    language: str | None = None
    """Language of Windows, by name or BCP 47 tag."""
    locale: str | None = None
    """Locale that packages are built for, as a BCP 47 tag."""
    dotnet: Texts | None = None
    """.NET Framework versions present; 3.5 SP1 is required."""
    administrator: bool | None = None
    """Whether the packager is run by an administrator."""
    execution_policy: str | None = None
    """PowerShell execution policy; Unrestricted is documented."""
    san_policy: str | None = None
    """SAN policy of diskpart; OnlineAll is documented."""
    disk_encryption: bool | None = None
    """Whether automatic disk encryption is on while building."""


class Arguments(Table):
    """`[deployment.arguments]`: what each installer is called with."""

    host_agent: str | None = None
    """Arguments of the Host Agent's setup."""
    workspace: str | None = None
    """Arguments of the workspace's setup.exe."""
    host_agent_update: str | None = None
    """Arguments when the Host Agent is updated."""
    uninstall: str | None = None
    """Arguments of the workspace's uninstall.exe."""


class Deployment(Table):
    """`[deployment]`: how everything reaches the computers."""

    method: Method | None = None
    """How the components are installed."""
    order: Annotated[tuple[Step, ...], BeforeValidator(as_tuple)] | None = None
    """Components in the order in which they are installed."""
    single_restart: bool | None = None
    """Whether everything is installed in one run with one restart at its end."""
    silent: bool | None = None
    """Whether the installers run without questions."""
    copy_locally: bool | None = None
    """Whether the package is copied to the computer before setup.exe runs."""
    same_folder: bool | None = None
    """Whether setup.exe, the .msi and the .medv lie in one folder."""
    workspace_installer: str | None = None
    """Which file installs the workspace; setup.exe is documented."""
    close_internet_explorer: bool | None = None
    """Whether Internet Explorer is closed while the Host Agent is installed."""
    restart_after_virtual_pc: bool | None = None
    """Whether the computer restarts after Windows Virtual PC is installed."""
    elevated: bool | None = None
    """Whether the installers run with administrative rights."""
    disk_requirement_declared: bool | None = None
    """Whether the ESD package declares its platform and free disk requirement."""
    rollout_start: date | None = None
    """First day of the rollout."""
    uninstall_order: Texts | None = None
    """Components in the order in which they are uninstalled."""
    arguments: Arguments = Arguments()
    """What each installer is called with."""


class Budget(Table):
    """`[budget]`: the planner's own disk rules beside the documented figures."""

    recommended_free_gb: Gb = 10.0
    """Free space in GB for every computer; 10 is the documented recommendation."""
    reserve_gb: Gb = 0.0
    """Space in GB kept free on every computer beyond what MED-V needs."""
    esd_cache_copy: bool | None = None
    """Whether the ESD keeps its own copy of the package on the computer."""
    keep_local_copy: bool = True
    """Whether the local copy of the package stays after installation."""
    keep_esd_copy: bool = True
    """Whether the ESD's copy of the package stays after installation."""


class Operations(Table):
    """`[operations]`: how deployed workspaces are looked after."""

    settings_via: Literal["group-policy", "registry", "wmi", "packager-script"] | None = None
    """How settings are changed after deployment."""
    urls_via: Literal["group-policy", "registry", "wmi", "packager-script", "rebuild"] | None = None
    """How redirected URLs are changed after deployment."""
    applications_via: Literal["esd", "group-policy", "app-v", "image"] | None = None
    """How applications reach the guest."""
    updates_via: Literal["esd", "windows-update", "group-policy", "app-v", "image"] | None = None
    """How updates reach the guest."""
    update_window: str | None = None
    """When updates of the guests are scheduled, "22:00-02:00"."""
    host_update_window: str | None = None
    """When updates of the computers themselves are scheduled, "22:00-02:00"."""
    printers: Literal["redirected", "manual", "both"] | None = None
    """How printers reach the guest."""
    local_printers: bool | None = None
    """Whether users print from the guest to printers attached to their computer."""
    print_server_drivers: bool | None = None
    """Whether the print server offers the drivers."""
    monitoring: bool | None = None
    """Whether first time setup is monitored by WMI."""
    non_microsoft_updates: bool | None = None
    """Whether updates of other makers are needed in the guest."""
    updates_publisher: bool | None = None
    """Whether System Center Updates Publisher is used."""
    network_change_detection: bool | None = None
    """Whether software in the guest is to be told of network changes."""


class Security(Table):
    """`[security]`: decisions about who and what the guest is exposed to."""

    join_account_limited: bool | None = None
    """Whether the account that joins guests to the domain has no other rights."""
    external_sites_blocked: bool | None = None
    """Whether a proxy or Content Advisor keeps the guest from the Internet."""
    disable_password_saving: bool | None = None
    """Whether the policy DisablePasswordSaving is on."""
