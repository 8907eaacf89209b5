"""The verdict of every computer, and one computer's whole reasoning when somebody asks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from medv_tui.assessment.disk import SAVED_STATE_RATIO, DiskNeed, headroom_gb
from medv_tui.assessment.memory import guest_memory, step_just_above
from medv_tui.findings import Figure, Finding, Path, Status, Verdict
from medv_tui.plan.fleet import Fleet
from medv_tui.plan.membership import Membership
from medv_tui.practices import sizing
from medv_tui.practices.answers import finding
from medv_tui.practices.attestations import Attestations, settle
from medv_tui.practices.bands import FINE, FREE, STOPPED, UNDECIDED, WARNED, Bands, weight
from medv_tui.practices.columns import FleetAnswers
from medv_tui.practices.group_facts import sized_values
from medv_tui.practices.practice import Facts, Outcome, Practice, ask
from medv_tui.practices.stretches import Stretch
from medv_tui.practices.subjects import Subjects
from medv_tui.turns import give_way

VERDICTS: tuple[Verdict, ...] = tuple(Verdict)
_BY_WEIGHT = {
    FINE: Verdict.READY,
    WARNED: Verdict.ATTENTION,
    UNDECIDED: Verdict.UNKNOWN,
    STOPPED: Verdict.BLOCKED,
}
_CODES = {verdict: code for code, verdict in enumerate(VERDICTS)}


@dataclass(frozen=True, slots=True)
class HostDisk:
    """Disk figures of one row, in GB; None is unknown."""

    need: DiskNeed
    free_gb: float | None
    headroom_gb: float | None


@dataclass(frozen=True, slots=True)
class HostReview:
    """Everything there is to say of one row."""

    row: int
    name: str
    count: int
    workspace: str | None
    verdict: Verdict
    excluded: str | None
    """The reason that takes it out of the plan, if there is one."""
    guest_memory: Figure | None
    disk: HostDisk | None
    findings: tuple[Finding, ...]
    """Every answer of host scope."""
    reasons: tuple[Finding, ...]
    """What the verdict rests on; empty for a ready computer."""
    notes: tuple[str, ...]
    """What is worth knowing without being a reason."""

    @property
    def guest_memory_mb(self) -> int | None:
        """The guest's memory in whole MB."""
        memory = None if self.guest_memory is None else self.guest_memory.value
        return None if memory is None else int(memory)

    @property
    def lacks_named_workspace(self) -> bool:
        """Whether it names a workspace that the plan does not have."""
        return self.verdict is Verdict.UNASSIGNED and self.workspace is not None

    @property
    def why_unassigned(self) -> str:
        """Say why it has no workspace; empty where it has one."""
        return why_unassigned(self.workspace) if self.verdict is Verdict.UNASSIGNED else ""

    @property
    def waived_reasons(self) -> tuple[Finding, ...]:
        """Findings that a waiver takes out of the verdict."""
        return tuple(f for f in self.findings if f.status is Status.WAIVED)

    @property
    def unverified(self) -> tuple[str, ...]:
        """Practices that lack data."""
        return tuple(f.practice for f in self.findings if f.status is Status.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdicts of a whole fleet."""

    codes: bytes
    """For each row, the position of its verdict among the verdicts."""
    counts: Mapping[Verdict, int]
    """Computers by verdict."""


@dataclass(frozen=True)
class HostsReview:
    """The fleet with its verdicts, in columns; a row's reasoning is worked out on demand."""

    subjects: Subjects
    answers: FleetAnswers
    attestations: Attestations
    before: Standing | None = field(default=None, compare=False, repr=False)
    """How the computers stood in the review whose answers these follow, if they follow any."""

    @property
    def fleet(self) -> Fleet:
        """The computers."""
        return self.subjects.fleet

    @cached_property
    def total(self) -> int:
        """Computers in the plan, excluded ones included."""
        give_way()
        return sum(self.fleet.counts)

    def computers(self, rows: Sequence[int]) -> int:
        """Count the computers that some rows stand for."""
        if self.total == len(self.fleet.names):
            return len(rows)
        return sum(map(self.fleet.counts.__getitem__, rows))

    @property
    def codes(self) -> bytes:
        """For each row, the position of its verdict among the verdicts."""
        return self.standing.codes

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """Computers by verdict."""
        return self.standing.counts

    @cached_property
    def standing(self) -> Standing:
        """The verdicts of all rows."""
        change, before = self.answers.follows, self.before
        if change is None or before is None:
            codes = bytearray([_CODES[Verdict.EXCLUDED]]) * len(self.fleet.names)
            counts = dict.fromkeys(VERDICTS, 0)
            stretches: Iterable[Stretch] = self.answers.stretches
        else:
            codes, counts = bytearray(before.codes), dict(before.counts)
            stretches = self.answers.stretches_of(change.come)
            for group in change.left:
                for row, computers in zip(group.rows, pairwise(group.computers), strict=True):
                    counts[VERDICTS[codes[row]]] -= computers[1] - computers[0]
                    codes[row] = _CODES[Verdict.EXCLUDED]
        for stretch in stretches:
            verdict = self._verdict(stretch)
            counts[verdict] += stretch.computers
            code = _CODES[verdict]
            for row in stretch.rows:
                codes[row] = code
        counts[Verdict.EXCLUDED] = 0
        counts[Verdict.EXCLUDED] = self.total - sum(counts.values())
        return Standing(bytes(codes), counts)

    @property
    def group_of(self) -> Membership:
        """For each row, the position of its group; −1 where it is excluded."""
        return self.subjects.summary.group_of

    def settle(self) -> None:
        """Work out now what every view asks for first, for whoever has no time for it later."""
        _ = self.standing, self.total

    def verdict(self, row: int) -> Verdict:
        """Give one row's verdict."""
        return VERDICTS[self.codes[row]]

    def workspace(self, row: int) -> str | None:
        """Name the workspace of a row as its own table spells it."""
        name: str | None = self.fleet.fact(row, "workspace")
        place = None if name is None else self.subjects.workspaces_by_name.get(name.casefold())
        return name if place is None else self.subjects.plan.workspaces[place].name

    def bands(self, row: int) -> Bands | None:
        """Give what the practices about free space answer for a row; None where excluded."""
        position = self.group_of[row]
        return None if position < 0 else self.answers.bands[position]

    def headroom_gb(self, row: int) -> float | None:
        """Give a row's free minus planned disk space in GB; None where unknown."""
        bands = self.bands(row)
        if bands is None:
            return None
        fact = self.fleet.fact
        return headroom_gb(
            bands.need, fact(row, "free_disk_gb"), fact(row, "base_vhd_free_disk_gb")
        )

    def review(self, row: int) -> HostReview:
        """Work out one row's whole reasoning."""
        fleet, position = self.fleet, self.group_of[row]
        verdict = self.verdict(row)
        excluded = fleet.fact(row, "excluded")
        common = (row, fleet.names[row], fleet.counts[row], self.workspace(row), verdict, excluded)
        if position < 0:
            return HostReview(*common, None, None, (), (), ())
        group = self.subjects.groups[position]
        outcomes = self.outcomes(row)
        place = self.subjects.workspace_of(group)
        findings = tuple(finding(p, o, self.subjects, place, row) for p, o in outcomes)
        weights = [weight(practice, outcome) for practice, outcome in outcomes]
        reasons = ranked(findings, weights, verdict)
        memory, disk = self.figures(row)
        return HostReview(*common, memory, disk, findings, reasons, self.notes(row))

    def reasons(self, row: int) -> tuple[Finding, ...]:
        """Give what a row's verdict rests on, without the reasoning that does not count."""
        verdict, position = self.verdict(row), self.group_of[row]
        if position < 0 or verdict is Verdict.READY:
            return ()
        place = self.subjects.workspace_of(self.subjects.groups[position])
        weighing = [(w, p, o) for p, o in self.outcomes(row) if (w := weight(p, o)) != FINE]
        findings = [finding(p, o, self.subjects, place, row) for _, p, o in weighing]
        return ranked(findings, [w for w, *_ in weighing], verdict)

    def explained(self, row: int) -> tuple[Figure, DiskNeed] | None:
        """Work out a row's memory and disk figures with the place of each input in the plan."""
        position = self.group_of[row]
        place = None if position < 0 else self.subjects.workspace_of(self.subjects.groups[position])
        if place is None:
            return None

        def path_of(fact: str) -> Path:
            return self.subjects.path(fact, place, row)

        values = sized_values(self.subjects, self.subjects.groups[position])
        return sizing.guest_memory_figure(values, path_of), sizing.disk_need(values, path_of)

    def _verdict(self, stretch: Stretch) -> Verdict:
        """Give the verdict of the rows of one stretch."""
        if not self.subjects.has_workspace(stretch.group):
            return Verdict.UNASSIGNED
        steady = self.answers.weights[stretch.position]
        return _BY_WEIGHT[max(steady, stretch.bands.weights[stretch.band])]

    def outcomes(self, row: int) -> tuple[tuple[Practice, Outcome], ...]:
        """Give every practice with its answer for this very row, which is not excluded."""
        answers, position = self.answers, self.group_of[row]
        group = self.subjects.groups[position]
        steady = [
            (practice, column[position])
            for practice, column in zip(answers.steady, answers.columns, strict=True)
        ]
        values = answers.bands[position].facts.values
        free_gb = self.fleet.fact(row, "free_disk_gb")
        facts = Facts(values if free_gb is None else values | {FREE: free_gb})
        workspace = group.facts.get("workspace")
        banded = [
            (p, settle(ask(p, facts), self.attestations.word(p.id, workspace, group.mark)))
            for p in answers.banded
        ]
        return (*steady, *banded)

    def figures(self, row: int) -> tuple[Figure | None, HostDisk | None]:
        """Give a row's figures, which it shares with all rows of the same sizing facts.

        There are none of a computer that is excluded or has no workspace.
        """
        position = self.group_of[row]
        if position < 0 or self.subjects.workspace_of(self.subjects.groups[position]) is None:
            return None, None
        bands = self.answers.bands[position]
        free_gb = self.fleet.fact(row, "free_disk_gb")
        rule, ram_mb = (
            bands.facts.get(sizing.RULE),
            self.subjects.groups[position].facts.get("ram_mb"),
        )
        memory = bands.guest_memory if rule is None else guest_memory(rule, ram_mb)
        return memory, HostDisk(bands.need, free_gb, self.headroom_gb(row))

    def unverified(self, row: int) -> int:
        """Count the practices that lack data of a row, which is not excluded."""
        return sum(outcome.status is Status.UNKNOWN for _, outcome in self.outcomes(row))

    def notes(self, row: int) -> tuple[str, ...]:
        """Say what a computer just under a memory step would cost in disk at the step."""
        position = self.group_of[row]
        bands, facts = self.answers.bands[position], self.subjects.groups[position].facts
        rule, ram_mb = bands.facts.get(sizing.RULE), facts.get("ram_mb")
        above = None if rule is None or ram_mb is None else step_just_above(rule, ram_mb)
        memory = bands.guest_memory.value
        if above is None or memory is None:
            return ()
        users = next(term.value for term in bands.need.required.terms if term.name == "users")
        more = "" if users is None else _cost(above - memory, users)
        return (
            f"{ram_mb:,} MB of RAM is less than 5 % under the next memory step; with it the "
            f"guest would get {above:,} MB instead of {memory:,.0f} MB{more}.",
        )


def why_unassigned(workspace: str | None) -> str:
    """Say why a computer that names a workspace, or none, has none."""
    if workspace is None:
        return "No workspace is assigned to it."
    return f'"{workspace}" is no workspace of this plan.'


def ranked(
    findings: Sequence[Finding], weights: Sequence[int], verdict: Verdict
) -> tuple[Finding, ...]:
    """Give what a verdict rests on, heaviest first; a fact that is missing is named once."""
    counting = [
        (-w, f.severity.rank, f.message, f)
        for w, f in zip(weights, findings, strict=True)
        if w and (w is not UNDECIDED or verdict is Verdict.UNKNOWN)
    ]
    reasons: dict[str, Finding] = {}
    for *_, message, found in sorted(counting, key=lambda reason: reason[:2]):
        reasons.setdefault(message, found)
    return tuple(reasons.values())


def _cost(more_mb: float, users: float) -> str:
    """Say how much disk space more guest memory takes."""
    return f" and need {users * more_mb * SAVED_STATE_RATIO / 1024:.2f} GB more disk space"
