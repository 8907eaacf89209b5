"""The parts that MED-V is made of, where each stands, and what passes between them.

The documentation draws the services for software distribution and registry settings inside the
host although both belong to the enterprise (C-01); here they stand outside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One component of a MED-V deployment, and how a plan says whether it is there."""

    id: str
    title: str
    inside: str | None
    """Id of the component that contains it; None for the outermost."""
    required: bool = True
    """Whether MED-V is incomplete without it; what comes with something required is, too."""
    facts: tuple[str, ...] = ()
    """Facts that say it is there, any of them; a false or empty one says that it is not.

    `hosts` and `workspaces` alone stand for having any.
    """
    step: str = ""
    """The step of `deployment.order` that installs it."""
    installed: str = ""
    """The key of a computer that says it is installed there already."""
    until_service_pack: int | None = None
    """The service pack of Windows 7 from which a computer no longer needs it."""
    comes_with: str = ""
    """The component that brings it, whose status it shares where no practice is about it."""


@dataclass(frozen=True, slots=True)
class Link:
    """What passes from one component to another."""

    source: str
    target: str
    label: str


_ENTERPRISE = (
    Part("enterprise", "Enterprise", None, facts=("organization.users",)),
    Part("administrator-computer", "Administrator computer", "enterprise", facts=("packager.os",)),
    Part("esd-system", "ESD system", "enterprise", required=False, facts=("infrastructure.esd",)),
    Part(
        "registry-management-system",
        "Registry management system",
        "enterprise",
        facts=("infrastructure.registry_management", "infrastructure.group_policy"),
    ),
    Part(
        "active-directory-domain",
        "Active Directory domain",
        "enterprise",
        facts=("infrastructure.directory_domain",),
    ),
    Part(
        "print-server",
        "Network print server",
        "enterprise",
        required=False,
        facts=("infrastructure.print_server",),
    ),
    Part("host", "MED-V Host", "enterprise", facts=("hosts",)),
)

_BUILD = (
    Part(
        "windows-virtual-pc-image",
        "Windows Virtual PC image",
        "administrator-computer",
        facts=("workspaces",),
    ),
    Part(
        "corporate-operating-system",
        "Corporate operating system",
        "windows-virtual-pc-image",
        facts=("workspaces.image.os",),
        comes_with="windows-virtual-pc-image",
    ),
    Part(
        "management-and-security-tools",
        "Management and security tools",
        "windows-virtual-pc-image",
        required=False,
        facts=("workspaces.image.antivirus",),
    ),
    Part(
        "integration-components",
        "Integration Components",
        "windows-virtual-pc-image",
        facts=("workspaces.image.integration_components",),
    ),
    Part(
        "remoteapp-update",
        "RemoteApp update",
        "windows-virtual-pc-image",
        facts=("workspaces.image.remoteapp_update",),
    ),
    Part("sysprep-folder", "Sysprep folder", "windows-virtual-pc-image"),
    Part("workspace-packager", "MED-V Workspace Packager", "administrator-computer"),
    Part(
        "workspace-package",
        "Workspace package",
        "workspace-packager",
        facts=("workspaces.package_gb",),
    ),
)

_HOST = (
    Part("host-agent", "MED-V Host Agent", "host", step="host-agent"),
    Part(
        "administration-toolkit",
        "MED-V Administration Toolkit",
        "host-agent",
        comes_with="host-agent",
    ),
    Part(
        "url-redirection",
        "URL redirection",
        "host-agent",
        required=False,
        facts=("workspaces.settings.UserExperience.RedirectUrls",),
        comes_with="host-agent",
    ),
    Part(
        "printer-redirection",
        "Printer redirection",
        "host-agent",
        required=False,
        facts=("workspaces.settings.UserExperience.PrinterSharingEnabled",),
        comes_with="host-agent",
    ),
    Part("guest-update-manager", "Guest Update Manager", "host", comes_with="host-agent"),
    Part(
        "guest-restart-management-service",
        "Guest Restart Management Service",
        "host",
        comes_with="host-agent",
    ),
    Part("settings-provider", "Settings WMI provider", "host", comes_with="host-agent"),
    Part("fts-status-provider", "FTS status WMI provider", "host", comes_with="host-agent"),
    Part("host-internet-explorer", "Internet Explorer of the host", "host"),
    Part(
        "credential-manager",
        "Credential Manager",
        "host",
        required=False,
        facts=("workspaces.settings.UserExperience.CredentialCacheEnabled",),
    ),
    Part(
        "network-change-detection",
        "Network change detection",
        "host",
        required=False,
        facts=("operations.network_change_detection",),
    ),
    Part("disk", "Disk", "host"),
    Part("workspace", "MED-V workspace", "host", facts=("workspaces",)),
    Part(
        "windows-virtual-pc",
        "Windows Virtual PC",
        "host",
        step="windows-virtual-pc",
        installed="windows_virtual_pc",
    ),
    Part(
        "windows-virtual-pc-update",
        "Windows Virtual PC update",
        "windows-virtual-pc",
        step="kb977206",
        installed="kb977206",
        until_service_pack=1,
    ),
)

_GUEST = (
    Part("guest", "MED-V Guest", "windows-virtual-pc", facts=("workspaces",)),
    Part("guest-agent", "MED-V Guest Agent", "guest", comes_with="host-agent"),
    Part("guest-update-service", "Guest Update Service", "guest-agent", comes_with="guest-agent"),
    Part(
        "guest-internet-explorer",
        "Internet Explorer of the guest",
        "guest",
        facts=("workspaces.image.internet_explorer",),
    ),
    Part(
        "published-applications",
        "Published applications",
        "guest",
        required=False,
        facts=("workspaces.applications",),
    ),
    Part(
        "esd-client",
        "ESD client",
        "guest",
        required=False,
        facts=("workspaces.image.esd_client",),
    ),
    Part(
        "app-v-agent",
        "App-V agent",
        "guest",
        required=False,
        facts=("workspaces.image.app_v_agent",),
    ),
)

PARTS: tuple[Part, ...] = (*_ENTERPRISE, *_BUILD, *_HOST, *_GUEST)
"""Every component; each stands after the one that contains it and the one that brings it."""

DRAWN_IN: Mapping[str, str] = {"esd-system": "host", "registry-management-system": "host"}
"""Where the documentation draws components that here stand elsewhere (C-01)."""

_OUTSIDE = (
    "The documentation draws it inside the MED-V host, although it is a service of the enterprise; "
    "here it stands outside, and acts on host and guest (C-01)."
)

DISAGREEMENTS: Mapping[str, str] = {
    **dict.fromkeys(DRAWN_IN, _OUTSIDE),
    "host-agent": (
        "One topic says that MED-V adds no system service, others describe a restart management "
        "service on the host and a WMI provider that runs as LocalService. Taken here: the agent "
        "runs for each user, its helpers for the computer (C-20)."
    ),
}
"""Where the topics disagree on a component, with both statements."""

LINKS: tuple[Link, ...] = (
    Link("windows-virtual-pc-image", "workspace-packager", "sealed VHD"),
    Link("workspace-packager", "workspace-package", "builds"),
    Link("workspace-packager", "registry-management-system", "settings as .reg"),
    Link("workspace-package", "esd-system", "package to distribute"),
    Link("workspace-package", "disk", "expands the base VHD"),
    Link("esd-system", "host", "installs the components"),
    Link("esd-system", "esd-client", "guest software and updates"),
    Link("registry-management-system", "host-agent", "settings in the registry"),
    Link("registry-management-system", "guest", "Group Policy"),
    Link("host-agent", "windows-virtual-pc", "starts and stops the guest"),
    Link("host-agent", "guest-agent", "setup, credentials, printers"),
    Link("guest-agent", "host-agent", "readiness, restarts needed"),
    Link("host-internet-explorer", "guest-internet-explorer", "redirected URLs"),
    Link("guest", "active-directory-domain", "domain join and logon"),
)
"""Every documented connection whose two ends are components."""
