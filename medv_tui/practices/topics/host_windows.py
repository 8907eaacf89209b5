"""Windows and what belongs to it on the computers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    failing,
    met,
    needs,
)
from medv_tui.practices.topics import packager

CONFIGURATIONS = "med-v-20-supported-configurations"
PREREQUISITES = "configure-environment-prerequisites"

EDITIONS = frozenset({"Professional", "Enterprise", "Ultimate"})
EDITION_VARIANTS = frozenset({"N", "K", "KN", "E"})
"""Editions of some markets, such as Professional N, which no topic mentions."""

ARCHITECTURES = frozenset({"x86", "x64"})
BROWSERS = frozenset({8, 9})

LANGUAGES = packager.LANGUAGES | {
    "Dutch",
    "Swedish",
    "Danish",
    "Finnish",
    "Portuguese",
    "Norwegian",
    "Polish",
    "Turkish",
    "Hungarian",
    "Czech",
    "Greek",
    "Slovak",
    "Slovenian",
}
"""The languages that the documentation lists for the Host Agent; English is not among them."""

_DOTNET_35_SP1 = re.compile(
    r"(?<![\d.])3\.5(?:[\d.]*\s*\(?(?:sp|service\s*pack)\s*1\b|\.1\b|\.30729\b)", re.IGNORECASE
)
"""Also 3.5.1, as Windows 7 names it, and the version number of 3.5 SP1."""


def has_dotnet_35_sp1(versions: Sequence[str]) -> bool:
    """Say whether .NET Framework 3.5 SP1 is among some versions, however it is written."""
    return any(_DOTNET_35_SP1.search(version) for version in versions)


def host_os_supported(
    os: str, *, edition: str | None, service_pack: int | None, architecture: str | None
) -> Outcome:
    """Compare Windows with the one row of the support table."""
    if os != "Windows 7":
        return failing(f"{os}; only Windows 7 is supported.", short=(f"{os}, needs 7", os))
    faults = [
        fault
        for fault in (
            _unsupported_pack(service_pack),
            _unsupported_architecture(architecture),
            _unsupported_edition(edition),
        )
        if fault is not None
    ]
    if faults:
        return min(faults, key=lambda fault: (fault.severity or Severity.MUST).rank)
    given = {
        "hosts.edition": edition,
        "hosts.service_pack": service_pack,
        "hosts.architecture": architecture,
    }
    missing = tuple(fact for fact, value in given.items() if value is None)
    if missing:
        return needs(*missing)
    pack = f"with service pack {service_pack}" if service_pack else "without a service pack"
    return met(f"Windows 7 {edition} {pack}, {architecture}.")


def _unsupported_edition(edition: str | None) -> Outcome | None:
    """Find an edition outside the support table; a variant of one inside it weighs less."""
    if edition is None or edition in EDITIONS:
        return None
    wanted = "Professional, Enterprise or Ultimate"
    base, _, variant = edition.rpartition(" ")
    if base in EDITIONS and variant in EDITION_VARIANTS:
        return failing(
            f"Windows 7 {edition}; the documentation supports {wanted} and is silent about "
            f"their {variant} editions.",
            fact="hosts.edition",
            severity=Severity.SHOULD,
            short=(f"{edition} edition", edition),
        )
    return failing(
        f"Windows 7 {edition}; {wanted} is supported.",
        fact="hosts.edition",
        short=(f"{edition} edition", edition),
    )


def _unsupported_pack(service_pack: int | None) -> Outcome | None:
    """Find a service pack outside the support table."""
    if service_pack is None or service_pack in {0, 1}:
        return None
    return failing(
        f"Service pack {service_pack}; none or service pack 1 is supported.",
        fact="hosts.service_pack",
        short=(f"SP{service_pack}, needs 0 or 1", f"SP{service_pack}"),
    )


def _unsupported_architecture(architecture: str | None) -> Outcome | None:
    """Find an architecture outside the support table."""
    if architecture is None or architecture in ARCHITECTURES:
        return None
    return failing(
        f"{architecture}; x86 or x64 is supported.",
        fact="hosts.architecture",
        short=(f"{architecture}, not x86 or x64", architecture),
    )


def host_not_server(server: bool, *, os: str | None) -> Outcome:
    """Tell a server from a client."""
    name = os or "Windows"
    if server:
        return failing(
            f"{name} as a server; MED-V needs a client operating system.",
            short="a server, not a client",
        )
    return met(f"{name} as a client; servers are not supported.")


def dotnet_35_sp1(dotnet: tuple[str, ...]) -> Outcome:
    """Look for the .NET Framework that MED-V is built on."""
    if has_dotnet_35_sp1(dotnet):
        return met(".NET Framework 3.5 SP1 is present.")
    seen = f".NET Framework {', '.join(dotnet)}" if dotnet else "No .NET Framework"
    return failing(
        f"{seen}; 3.5 SP1 is required, also beside a later version.", short=".NET 3.5 SP1 missing"
    )


def host_kb959209(kb959209: bool) -> Outcome:
    """Look for the compatibility update of .NET Framework 3.5 SP1."""
    if kb959209:
        return met("KB959209 is installed.")
    return failing("KB959209 is not installed; it is required.", short="KB959209 missing")


def host_ie_supported(internet_explorer: int) -> Outcome:
    """Compare the browser with the supported ones."""
    if internet_explorer in BROWSERS:
        return met(f"Internet Explorer {internet_explorer}; 8 or 9 is supported.")
    if internet_explorer == 0:
        return failing("No Internet Explorer; 8 or 9 is supported.", short="no IE, needs 8 or 9")
    return failing(
        f"Internet Explorer {internet_explorer}; 8 or 9 is supported.",
        short=f"IE {internet_explorer}, needs 8 or 9",
    )


def host_language_supported(language: str) -> Outcome:
    """Look for the language among those of the Host Agent."""
    if language in LANGUAGES:
        return met(f"{language} is a language of the Host Agent.")
    if language == "English":
        return met("English, which the documented list leaves out, is accepted.")
    return failing(
        f"{language}; the Host Agent supports English and 23 listed languages.",
        short=(f"{language} not supported", f"language {language}"),
    )


_HOST_DOTNET = Practice(
    id="host-dotnet-35sp1",
    title=".NET 3.5 SP1 on host and packager",
    phase=Phase.PLAN,
    scope=Scope.HOST,
    severity=Severity.MUST,
    mode=Mode.COMPUTED,
    asks="The computer has .NET Framework 3.5 SP1; version 4 or later counts only beside it.",
    why="The Host Agent and the Workspace Packager do not run without it.",
    inferred=True,
    todo="Turn on or install .NET Framework 3.5 SP1.",
    source=Source((CONFIGURATIONS, PREREQUISITES)),
    concerns=("host", "host-agent"),
    reads=("hosts.dotnet",),
    check=dotnet_35_sp1,
)

PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="host-os-supported",
        title="Host runs a supported Windows 7",
        phase=Phase.PLAN,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The computer runs Windows 7 Professional, Enterprise or Ultimate, without a service "
        "pack or with SP1, on x86 or x64.",
        why="MED-V is not supported there, and installing it is impossible or unreliable.",
        inferred=True,
        todo="Upgrade or replace the computer, or exclude it with a reason.",
        source=Source(
            (CONFIGURATIONS,),
            "One topic allows Windows 7 or newer; the support table lists Windows 7 alone. N, K, "
            "KN and E editions, about which the topics are silent, weigh as a recommendation.",
            ("C-02",),
        ),
        waivable=False,
        concerns=("host",),
        reads=("hosts.os",),
        also=("hosts.edition", "hosts.service_pack", "hosts.architecture"),
        check=host_os_supported,
        decides=("hosts.os", "hosts.edition"),
    ),
    Practice(
        id="host-not-server",
        title="Host and packager are not servers",
        phase=Phase.PLAN,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The computer does not run a server operating system.",
        why="Neither the Host Agent nor the Workspace Packager is supported on a server.",
        inferred=True,
        todo="Use a client computer, or exclude this one with a reason.",
        source=Source((CONFIGURATIONS,), "The packager computer is judged by packager-os."),
        waivable=False,
        concerns=("host", "host-agent"),
        reads=("hosts.server",),
        also=("hosts.os",),
        check=host_not_server,
    ),
    _HOST_DOTNET,
    replace(
        _HOST_DOTNET,
        scope=Scope.PLAN,
        phase=Phase.PACKAGE,
        asks="The administrator computer has .NET Framework 3.5 SP1; version 4 or later counts "
        "only beside it.",
        concerns=("administrator-computer", "workspace-packager"),
        reads=("packager.dotnet",),
    ),
    Practice(
        id="host-kb959209",
        title="KB959209 present on host",
        phase=Phase.PLAN,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.MIXED,
        asks="Update KB959209 is installed; Windows 7 brings it by default.",
        why="Without it .NET Framework 3.5 SP1 has known application compatibility problems.",
        todo="Install KB959209.",
        source=Source((PREREQUISITES,)),
        concerns=("host", "host-agent"),
        reads=("hosts.kb959209",),
        check=host_kb959209,
    ),
    Practice(
        id="host-ie-supported",
        title="Host browser is IE 8 or 9",
        phase=Phase.PLAN,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The computer's browser is Internet Explorer 8 or 9.",
        why="The browser is not supported, and redirecting web addresses is at risk.",
        inferred=True,
        todo="Install Internet Explorer 8 or 9.",
        source=Source((CONFIGURATIONS,), external="Windows 7 brings Internet Explorer 8."),
        concerns=("host-internet-explorer", "url-redirection"),
        reads=("hosts.internet_explorer",),
        check=host_ie_supported,
    ),
    Practice(
        id="host-language-supported",
        title="Host language in the supported list",
        phase=Phase.PLAN,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The language of Windows is English or one of the 23 documented languages of the "
        "Host Agent.",
        why="The Host Agent is not supported in another language.",
        inferred=True,
        todo="Leave computers in other languages out of the plan, with a reason.",
        source=Source(
            (CONFIGURATIONS,),
            "The documented list leaves English out; it is accepted.",
            ("C-04",),
        ),
        concerns=("host", "host-agent"),
        reads=("hosts.language",),
        check=host_language_supported,
    ),
)
