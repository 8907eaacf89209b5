"""What antivirus and backup leave alone on the computers."""

from collections.abc import Iterable

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
    undecided,
)

PATTERNS = ("*.VMC", "*.VUD", "*.VSV", "*.VHD")
"""The documented file patterns of virtual machines."""

ASKS = "Antivirus and backup on the computers exclude *.VMC, *.VUD, *.VSV and *.VHD."


def host_av_exclusions(
    *,
    antivirus_exclusions: tuple[str, ...] | None,
    exclusions: tuple[tuple[str, ...], ...] | None,
    without_exclusions: int | None,
) -> Outcome:
    """Look for the documented patterns in what each computer excludes.

    A computer excludes what the plan says of all computers and what it lists itself.
    """
    everywhere = antivirus_exclusions or ()
    lists = [everywhere + own for own in exclusions or ()]
    if antivirus_exclusions is not None and without_exclusions != 0:
        lists.append(everywhere)
    lacking = tuple(p for p in PATTERNS if any(p not in _patterns(texts) for texts in lists))
    if lacking:
        seen = "exclude" if len(lists) == 1 else "exclude on every computer"
        return failing(
            f"Antivirus and backup do not {seen} {_listed(lacking)}; {_listed(PATTERNS)} are "
            "wanted.",
            fix=SetFact("infrastructure.antivirus_exclusions", (*everywhere, *lacking)),
        )
    if not lists or (antivirus_exclusions is None and without_exclusions):
        return undecided(ASKS)
    return met(f"Antivirus and backup exclude {_listed(PATTERNS)}.")


def _patterns(texts: Iterable[str]) -> frozenset[str]:
    """Bring "vhd", ".vhd" and "*.vhd" to one spelling."""
    return frozenset(
        f"*.{text.strip().removeprefix('*').removeprefix('.')}".upper() for text in texts
    )


def _listed(patterns: tuple[str, ...]) -> str:
    """Join patterns as in a sentence."""
    *others, last = patterns
    return f"{', '.join(others)} and {last}" if others else last


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="host-av-exclusions",
        title="Exclude VM files from antivirus and backup",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks=ASKS,
        why="Scanning the files of a running virtual machine makes its desktop slow.",
        todo="Add *.VMC, *.VUD, *.VSV and *.VHD to the exclusions of antivirus and backup; "
        "*.VMCX, which MED-V uses too, is worth adding.",
        source=Source(
            ("med-v-20-best-practices", "configure-installation-prerequisites"),
            "A computer's own list adds to the one for all computers; *.VMCX is not in the "
            "documented list.",
            ("G-09",),
        ),
        headline=13,
        concerns=("host", "management-and-security-tools"),
        also=(
            "infrastructure.antivirus_exclusions",
            "fleet.exclusions",
            "fleet.without_exclusions",
        ),
        check=host_av_exclusions,
    ),
)
