"""Printers of the guest beyond the choice of one manner."""

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
    not_applicable,
    undecided,
)
from medv_tui.practices.topics.operations import PRINTERS

MANNER = "operations.printers"
LOCAL = "operations.local_printers"
DRIVERS = "operations.print_server_drivers"
SERVER = "infrastructure.print_server"


def printers_network_only(local_printers: bool, *, printers: str | None) -> Outcome:
    """Compare printers at the computers themselves with the manner that can bring them in."""
    if not local_printers:
        return met("Users print to network printers only.")
    if printers is None:
        return needs(MANNER)
    if printers == "redirected":
        return failing(
            "Users print to printers at their own computers, and printers are redirected only; "
            "such a printer needs its driver installed in the guest by hand."
        )
    return met("Users print to printers at their own computers, which are installed by hand.")


def printers_driver_on_server(
    *, print_server_drivers: bool | None, printers: str | None, print_server: bool | None
) -> Outcome:
    """Look for the drivers that redirection takes from the print server."""
    if printers == "manual":
        return not_applicable("Printers and their drivers are installed by hand in the guest.")
    if print_server is False:
        return failing(
            "There is no network print server; redirection takes the drivers from one.",
            fact=SERVER,
        )
    if print_server_drivers is None:
        return undecided("Confirm that the print server offers the drivers for Windows XP.")
    if print_server_drivers:
        return met("The print server offers the drivers.")
    return failing("The print server does not offer the drivers; add those for Windows XP.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="printers-network-only",
        title="Local printers need drivers in the guest",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Users print to network printers only, or printers are installed by hand in the "
        "guest.",
        why="The printer is missing in the guest.",
        todo="Install the printer's driver by hand in the guest, or print to network printers.",
        source=Source((PRINTERS,)),
        concerns=("printer-redirection", "guest"),
        reads=(LOCAL,),
        also=(MANNER,),
        check=printers_network_only,
    ),
    Practice(
        id="printers-driver-on-server",
        title="Printer drivers available on the print server",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="The network print server offers the drivers for the guest, unless printers are "
        "installed by hand.",
        why="The printer is missing in the guest until it is installed by hand.",
        todo="Add the drivers for Windows XP to the print server.",
        source=Source((PRINTERS,), "The drivers are those for Windows XP, as the guest's."),
        concerns=("printer-redirection", "print-server"),
        also=(DRIVERS, MANNER, SERVER),
        check=printers_driver_on_server,
    ),
    Practice(
        id="printers-guest-restart",
        title="Users know that new printers restart the guest",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="Users know that new printers appear after the guest restarts, and that they are "
        "asked while applications are open.",
        why="Printers stay invisible until the guest restarts.",
        todo="Tell users to accept the restart.",
        source=Source((PRINTERS,)),
        concerns=("printer-redirection", "guest"),
    ),
)
