"""How the guest is connected to the network, and what depends on it."""

from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    SetFact,
    failing,
    met,
    needs,
    not_applicable,
)

TROUBLESHOOTING = "operations-troubleshooting-medv2"

NETWORKING = "workspaces.settings.VM.NetworkingMode"
IPSEC = "hosts.ipsec"
ADAPTERS = "hosts.adapters"
WANTED = "operations.network_change_detection"


def net_nat_ipsec(*, ipsec: bool | None, networking_mode: str | None) -> Outcome:
    """Find IPsec on a computer whose guest shares its address."""
    if networking_mode == "Bridged":
        return not_applicable("NetworkingMode is Bridged, which IPsec does not disturb.")
    if ipsec is False:
        return met("IPsec is not in force.")
    if ipsec is None:
        return needs(IPSEC)
    if networking_mode != "NAT":
        return _unread(networking_mode)
    return failing(
        "IPsec is in force and NetworkingMode is NAT; only one of them is wanted.",
        short="IPsec with NAT",
    )


def net_bridged_connections(networking_mode: str, *, adapters: int | None) -> Outcome:
    """Say how many connections there will be; it is information, neither good nor bad."""
    if networking_mode == "NAT":
        return not_applicable("NetworkingMode is NAT, which makes one connection.")
    if networking_mode != "Bridged":
        return _unread(networking_mode)
    if adapters is None:
        return needs(ADAPTERS)
    if adapters > 1:
        return not_applicable(
            f"Windows Virtual PC will list {adapters:,} connections, one for each adapter; that is "
            "by design."
        )
    return not_applicable("Windows Virtual PC will list one connection.")


def net_change_detection_nat(
    network_change_detection: bool, *, networking_mode: str | None
) -> Outcome:
    """Look for NAT, where software in the guest is to be told of network changes."""
    if not network_change_detection:
        return not_applicable("Nothing in the guest is to be told of network changes.")
    if networking_mode == "NAT":
        return met("Network changes are to be told, and NetworkingMode is NAT.")
    if networking_mode != "Bridged":
        return _unread(networking_mode)
    return failing(
        "Network changes are to be told, and NetworkingMode is Bridged; NAT is wanted.",
        fact=NETWORKING,
        fix=SetFact(NETWORKING, "NAT"),
    )


def _unread(mode: str | None) -> Outcome:
    """Ask for a mode that is documented."""
    message = "" if mode is None else f'NetworkingMode "{mode}" is neither NAT nor Bridged.'
    return needs(NETWORKING, message=message)


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="net-nat-ipsec",
        title="No IPsec with NAT",
        phase=Phase.OPERATE,
        scope=Scope.HOST,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="IPsec is not in force on a computer whose guest is connected by NAT.",
        why="Published applications that are idle may time out.",
        todo="Disable IPsec on the computer, or set NetworkingMode to Bridged.",
        source=Source((TROUBLESHOOTING,)),
        concerns=("host", "guest", "published-applications"),
        also=(IPSEC, NETWORKING),
        check=net_nat_ipsec,
    ),
    Practice(
        id="net-bridged-connections",
        title="Bridged mode makes one connection for each adapter",
        phase=Phase.OPERATE,
        scope=Scope.HOST,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="It is known that Bridged mode makes one connection for each adapter.",
        why="Windows Virtual PC lists several connections, which is by design.",
        todo="Nothing: it cannot be changed.",
        source=Source((TROUBLESHOOTING,), "It is information: it is neither met nor failing."),
        concerns=("host", "windows-virtual-pc"),
        reads=(NETWORKING,),
        also=(ADAPTERS,),
        check=net_bridged_connections,
    ),
    Practice(
        id="net-change-detection-nat",
        title="Network change detection works with NAT only",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="Where software in the guest is to be told of network changes, NetworkingMode is NAT.",
        why="There are no notifications.",
        todo="Set NetworkingMode to NAT.",
        source=Source(("detecting-network-changes-that-affect-med-v",)),
        concerns=("network-change-detection", "guest"),
        reads=(WANTED,),
        also=(NETWORKING,),
        check=net_change_detection_nat,
    ),
)
