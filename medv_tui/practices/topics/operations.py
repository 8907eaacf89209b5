"""Printers and the daily update window of deployed workspaces: the headline practices."""

import re
from dataclasses import dataclass

from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Fix,
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

BEST_PRACTICES = "med-v-20-best-practices"
PRINTERS = "managing-printers-on-a-med-v-workspace"
UPDATES = "managing-automatic-updates-for-med-v-workspaces"

SHARING = "workspaces.settings.UserExperience.PrinterSharingEnabled"
START = "workspaces.settings.VM.GuestUpdateTime"
DURATION = "workspaces.settings.VM.GuestUpdateDuration"

DAY = 24 * 60
"""Minutes of a day."""

_CLOCK = re.compile(r"\s*([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?\s*")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of every day, which may cross midnight."""

    start: int
    """Minutes after midnight."""
    length: int
    """Minutes, up to a whole day."""

    def __str__(self) -> str:
        return f"{clock(self.start)}-{clock(self.start + self.length)}"

    def contains(self, other: "Window") -> bool:
        """Say whether all of the other window lies in this one."""
        wait = (other.start - self.start) % DAY
        return self.length >= DAY or wait + other.length <= self.length

    def overlaps(self, other: "Window") -> bool:
        """Say whether the windows share a minute."""
        if not self.length or not other.length:
            return False
        return (other.start - self.start) % DAY < self.length or (
            self.start - other.start
        ) % DAY < other.length


def clock(minutes: int) -> str:
    """Write minutes after midnight as a time of day."""
    hours, rest = divmod(minutes % DAY, 60)
    return f"{hours:02}:{rest:02}"


def read_clock(text: str) -> int | None:
    """Read a time of day as minutes after midnight; None if it is none."""
    found = _CLOCK.fullmatch(text)
    return int(found[1]) * 60 + int(found[2]) if found else None


def read_window(text: str) -> Window | None:
    """Read "22:00-02:00"; equal times mean the whole day, and None is for what is no window."""
    begin, dash, end = text.replace("–", "-").partition("-")
    start, stop = read_clock(begin), read_clock(end.replace("24:00", "00:00"))
    if not dash or start is None or stop is None:
        return None
    return Window(start, (stop - start) % DAY or DAY)


def printers_one_manner(printer_sharing_enabled: bool, printers: str) -> Outcome:
    """Compare printer redirection with how printers are to reach the guest."""
    state = f"Printer redirection is {'on' if printer_sharing_enabled else 'off'}"
    if printers == "both":
        return failing(
            f"{state}, and printers are planned in both ways; one way only is wanted.",
            fact="operations.printers",
            fix=SetFact(
                "operations.printers", "redirected" if printer_sharing_enabled else "manual"
            ),
        )
    if printer_sharing_enabled and printers == "manual":
        return failing(
            f"{state}, and printers are installed in the guest by hand; turn one of them off.",
            fix=SetFact(SHARING, False),
        )
    if not printer_sharing_enabled and printers == "redirected":
        return failing(
            f"{state}, and printers are to be redirected; turn it on or install them by hand.",
            fix=SetFact(SHARING, True),
        )
    return met(f"{state}, and printers are {_manner(printers)}.")


def _manner(printers: str) -> str:
    """Put the planned manner into words."""
    return "redirected only" if printers == "redirected" else "installed by hand only"


def patching_window_aligned(
    guest_update_time: str,
    guest_update_duration: int,
    update_window: str,
    *,
    host_update_window: str | None,
) -> Outcome:
    """Compare the time in which the guest is awake with the planned update windows."""
    if guest_update_duration == 0:
        return not_applicable("The guest is never woken for updates: GuestUpdateDuration is 0.")
    start = read_clock(guest_update_time)
    if start is None:
        return needs(
            START, message=f'GuestUpdateTime "{guest_update_time}" is not a time such as 22:30.'
        )
    planned = read_window(update_window)
    if planned is None:
        return _no_window("update_window", update_window)
    return _aligned(Window(start, min(guest_update_duration, DAY)), planned, host_update_window)


def _aligned(awake: Window, planned: Window, host_update_window: str | None) -> Outcome:
    """Compare windows, that of the computers last because it is only to be similar."""
    seen = f"The guest is awake {awake}"
    if not awake.contains(planned):
        return failing(
            f"{seen}; updates are planned {planned}, which has to lie within.",
            fix=_moved(awake, planned),
        )
    if host_update_window is None:
        return met(f"{seen}; updates are planned {planned}.")
    host = read_window(host_update_window)
    if host is None:
        return _no_window("host_update_window", host_update_window)
    if not awake.overlaps(host):
        return failing(
            f"{seen}; the computers themselves are updated {host}, and the two have to overlap.",
            fact="operations.host_update_window",
        )
    return met(f"{seen}; updates are planned {planned}, on the computers {host}.")


def _no_window(key: str, text: str) -> Outcome:
    """Ask for a window that can be read."""
    return needs(
        f"operations.{key}", message=f'{key} "{text}" is not a stretch such as 22:00-02:00.'
    )


def _moved(awake: Window, planned: Window) -> Fix | None:
    """Give the one edit that lets the guest be awake in the planned window, if one will do."""
    if awake.length >= planned.length:
        return SetFact(START, clock(planned.start))
    if awake.start == planned.start:
        return SetFact(DURATION, planned.length)
    return None


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="printers-one-manner",
        title="One way of printer handling only",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Printers reach the guest either by redirection or by hand, never by both.",
        why="A printer that is redirected and installed by hand appears twice.",
        todo="Choose redirection with network printers, or turn it off and install printers by "
        "hand in the guest.",
        source=Source((BEST_PRACTICES, PRINTERS)),
        headline=11,
        concerns=("printer-redirection", "print-server"),
        reads=(SHARING, "operations.printers"),
        check=printers_one_manner,
    ),
    Practice(
        id="patching-window-aligned",
        title="Guest wake-up window equals the planned update window",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The guest is awake for the whole planned update window, at a time that resembles "
        "the computers' own.",
        why="The guest misses updates.",
        inferred=True,
        todo="Set GuestUpdateTime and GuestUpdateDuration to the planned update window.",
        source=Source(
            (BEST_PRACTICES, UPDATES),
            "The wake-up window has to contain the planned one, also across midnight; equal is "
            "best. The computers' own window has to overlap it.",
        ),
        headline=12,
        concerns=("guest-update-manager", "guest"),
        reads=(START, DURATION, "operations.update_window"),
        also=("operations.host_update_window",),
        check=patching_window_aligned,
    ),
)
