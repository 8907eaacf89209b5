"""The report of `check` for a person, in as many columns as there are."""

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from medv_tui.findings import Finding, Level, Problem, Severity, Status, Verdict
from medv_tui.practices.practice import Scope
from medv_tui.reports.clean import clean
from medv_tui.reports.fixes import remedy
from medv_tui.reports.marks import (
    LEVEL_MARKS,
    SEVERITY_MARKS,
    STATUS_MARKS,
    VERDICT_MARKS,
    Paint,
)
from medv_tui.reports.wrap import wrapped
from medv_tui.review.hosts import HostReview
from medv_tui.review.items import PracticeItem
from medv_tui.review.review import Review

MOST_HOSTS = 10
"""Rows of each verdict that are told one by one."""
MOST_PROBLEMS = 50

_TIE = "\N{NO-BREAK SPACE}"
"""Keeps a figure on one line with its word."""

_TOLD = (Verdict.BLOCKED, Verdict.UNKNOWN, Verdict.ATTENTION)
"""Verdicts whose computers are told one by one, worst first."""


def report(review: Review, name: str, path: str, *, width: int, colour: bool) -> str:
    """Write the report of one plan; the text ends in a line feed."""
    writer = _Report(review, clean(name), clean(path), width, Paint(colour))
    sections = [list(section) for section in writer.sections()]
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def met_of(review: Review) -> str:
    """Count the practices that are met, with those besides that are only worth considering."""
    (met, of), (also, considered) = review.score, review.considered
    beside = f", {also:,} of {considered:,} worth considering" if considered else ""
    return f"{met:,} of {of:,} met{beside}"


def _is_waived(item: PracticeItem) -> bool:
    """Say whether a practice is waived for any subject of its item."""
    return item.status is Status.WAIVED or item.counts.get(Status.WAIVED, 0) > 0


@dataclass(frozen=True, slots=True)
class _Report:
    """Writes the sections of one report."""

    review: Review
    name: str
    path: str
    width: int
    paint: Paint

    def sections(self) -> Iterator[Iterable[str]]:
        """Give every section; those without anything to say are empty."""
        yield self._title()
        yield self._summary()
        yield self._problems()
        for verdict in _TOLD:
            yield self._hosts(verdict)
        yield self._workspaces()
        yield self._plan()
        yield self._rest()

    def _title(self) -> Iterator[str]:
        """Which plan this is about."""
        named = f"{self.name}, {self.path}, as of {self.review.as_of.isoformat()}"
        for line in wrapped(named, self.width):
            yield self.paint.strong(line)

    def _summary(self) -> Iterator[str]:
        """The whole plan in figures."""
        hosts = self.review.hosts
        parts = [counted(hosts.total, "computer")]
        for verdict, number in hosts.counts.items():
            if number or verdict is Verdict.READY:
                mark = VERDICT_MARKS[verdict]
                word = self.paint.mark(mark, verdict.value)
                parts.append(_TIE.join((self.paint.mark(mark), f"{number:,}", word)))
        yield from self._labelled("hosts", "   ".join(parts))
        yield from self._labelled("disk", self._disk())
        yield from self._labelled("practices", self._score())
        if self.review.partial:
            yield from self._labelled("partial", "What has an error below is not in the figures.")

    def _disk(self) -> str:
        """Disk space of the fleet."""
        disk = self.review.disk
        lacking = disk.hosts_unknown
        if lacking and lacking == sum(workspace.hosts for workspace in disk.workspaces):
            return f"not known: {counted(lacking, 'computer lacks', 'computers lack')} data"
        least = "at least " if lacking else ""
        text = f"{least}{disk.planned_gb:,.1f} GB planned, {disk.required_gb:,.1f} GB required"
        text += " (1 GB = 1024 MB)"
        if lacking:
            words = "computer lacks data and is", "computers lack data and are"
            text += f"; {counted(lacking, *words)} not in the sums"
        needs = [bands.need for bands in self.review.hosts.answers.bands]
        if any(n.required.value is not None and n.peak.value is None for n in needs):
            text += "; copies of a package that is not described are not planned for"
        short = sum(workspace.short_hosts for workspace in disk.workspaces)
        if short:
            by = sum(workspace.shortfall_gb for workspace in disk.workspaces)
            words = "computer is", "computers are"
            text += f"; {counted(short, *words)} short by {by:,.2f} GB together"
        return text

    def _score(self) -> str:
        """How many practices are met, and where the others stand."""
        counts = self.review.items_by_status()
        parts = [met_of(self.review)]
        for status in (Status.FAILING, Status.UNKNOWN, Status.OPEN, Status.WAIVED):
            if counts[status]:
                mark = self.paint.mark(STATUS_MARKS[status])
                parts.append(_TIE.join((mark, str(counts[status]), status.value)))
        return "   ".join(parts)

    def _labelled(self, label: str, text: str) -> list[str]:
        """A line of the summary with its label; long ones go on under their text."""
        lines = wrapped(text, self.width, f"{label:<11}", " " * 11)
        return [line.replace(_TIE, " ") for line in lines]

    def _problems(self) -> Iterator[str]:
        """Every problem with its place, in the form that editors jump to."""
        problems = self.review.problems
        if not problems:
            return
        levels = Counter(problem.level for problem in problems)
        said = ", ".join(counted(levels[level], level.value) for level in Level if levels[level])
        yield self.paint.strong(f"Problems: {said}")
        for problem in problems[:MOST_PROBLEMS]:
            yield from wrapped(self._problem(problem), self.width, rest="    ")
        if len(problems) > MOST_PROBLEMS:
            more = f"and {len(problems) - MOST_PROBLEMS:,} more: "
            yield from wrapped(more + self._command("check", "--format json"), self.width)

    def _problem(self, problem: Problem) -> str:
        """One problem."""
        where = "" if problem.where is None else f":{problem.where.line}:{problem.where.column}"
        place = f"{clean(problem.file) or self.path}{where}:"
        level = self.paint.mark(LEVEL_MARKS[problem.level], problem.level.value)
        return f"{place} {level} {problem.code.id} {clean(problem.message)}"

    def _hosts(self, verdict: Verdict) -> Iterator[str]:
        """The computers of one verdict with their reasons."""
        hosts = self.review.hosts
        rows = [row for row in range(len(hosts.fleet.names)) if hosts.verdict(row) is verdict]
        if not rows:
            return
        number = hosts.counts[verdict]
        yield self.paint.strong(f"{verdict.value.capitalize()}: {counted(number, 'computer')}")
        for row in rows[:MOST_HOSTS]:
            yield from self._host(hosts.review(row))
        if len(rows) > MOST_HOSTS:
            more = sum(hosts.fleet.counts[row] for row in rows[MOST_HOSTS:])
            command = self._command("hosts", f"--verdict {verdict.value}")
            yield from wrapped(f"and {more:,} more: {command}", self.width)

    def _host(self, host: HostReview) -> Iterator[str]:
        """One computer with its reasons."""
        mark = self.paint.mark(VERDICT_MARKS[host.verdict])
        many = f" ({host.count:,})" if host.count > 1 else ""
        workspace = f", {clean(host.workspace)}" if host.workspace else ""
        yield from wrapped(f"{clean(host.name)}{many}{workspace}", self.width, f"{mark} ", "  ")
        for reason in host.reasons:
            yield from self._finding(reason, host.row)

    def _finding(self, finding: Finding, row: int | None = None) -> list[str]:
        """One reason with where it stands and what it rests on."""
        file, line = self.review.place(finding, row)
        named = f"{clean(file)}:{line}" if file else f"line {line}"
        place = "" if line is None else f", {named}"
        said = f"{clean(finding.message)} ({finding.practice}{place})"
        return wrapped(said, self.width, "    ", "    ")

    def _workspaces(self) -> Iterator[str]:
        """The workspaces that are not ready, with their reasons."""
        told = [each for each in self.review.workspaces if each.status is not Verdict.READY]
        if not told:
            return
        yield self.paint.strong("Workspaces")
        for workspace in told:
            mark = VERDICT_MARKS[workspace.status]
            status = self.paint.mark(mark, workspace.status.value)
            first = f"{self.paint.mark(mark)} "
            yield from wrapped(f"{clean(workspace.name)}: {status}", self.width, first, "  ")
            yield from self._reasons(workspace.reasons)

    def _reasons(self, reasons: Sequence[Finding]) -> Iterator[str]:
        """Findings of a workspace, each with what mends it."""
        for reason in reasons:
            first = f"  {self.paint.mark(SEVERITY_MARKS[reason.severity])} "
            if reason.status is Status.UNKNOWN:
                first = f"  {self.paint.mark(STATUS_MARKS[Status.UNKNOWN])} "
            yield from self._mendable(reason, first)

    def _mendable(self, finding: Finding, first: str) -> Iterator[str]:
        """A finding behind its mark, and what mends it."""
        indent = " " * (4 if first.startswith("  ") else 2)
        head, *more = self._finding(finding)
        lines = [head, *more]
        yield from (
            (first if number == 0 else indent) + line.strip() for number, line in enumerate(lines)
        )
        if finding.status is Status.FAILING:
            yield from wrapped(clean(remedy(finding)), self.width, f"{indent}fix: ", indent)

    def _plan(self) -> Iterator[str]:
        """What fails in the plan as a whole."""
        failing = [
            item.finding
            for item in self.review.items
            if item.practice.scope is Scope.PLAN and item.status is Status.FAILING
        ]
        if not failing:
            return
        yield self.paint.strong("The plan as a whole")
        for finding in sorted(failing, key=lambda finding: finding.severity.rank):
            yield from self._mendable(
                finding, f"{self.paint.mark(SEVERITY_MARKS[finding.severity])} "
            )

    def _rest(self) -> Iterator[str]:
        """What nobody has said yet, and where it is listed."""
        yield from self._asides()
        counts = self.review.items_by_status()
        unknown, open_ = counts[Status.UNKNOWN], counts[Status.OPEN]
        said = []
        if unknown:
            said.append(counted(unknown, "practice lacks data", "practices lack data"))
        if open_:
            said.append(
                counted(open_, "practice needs a person's word", "practices need a person's word")
            )
        if said:
            text = f"{' and '.join(said)}: the checklist of {self._command('')} lists them."
            yield from wrapped(text, self.width)

    def _asides(self) -> Iterator[str]:
        """Name what is waived, and what fails elsewhere without weighing on any verdict."""
        items = self.review.items
        waived = [item for item in items if _is_waived(item)]
        minor = [
            item
            for item in items
            if item.failing == {Severity.CONSIDER} and item.practice.scope is not Scope.PLAN
        ]
        for label, told in (("Waived", waived), ("Worth considering", minor)):
            if told:
                named = ", ".join(dict.fromkeys(item.practice.id for item in told))
                yield from wrapped(f"{label}: {named}.", self.width)

        yield from self._provenance()

    def _provenance(self) -> Iterator[str]:
        """Name what fails and does not rest on the topics alone."""
        failing = [item.practice for item in self.review.items if item.failing]
        for label, told in (
            ("Consequence inferred, not documented", [p for p in failing if p.inferred]),
            ("Partly not from the MED-V topics", [p for p in failing if p.source.external]),
        ):
            if told:
                named = ", ".join(dict.fromkeys(practice.id for practice in told))
                yield from wrapped(f"{label}: {named}.", self.width)

    def _command(self, command: str, options: str = "") -> str:
        """Write a command line about this plan."""
        words = ("medv-tui", command, shlex.quote(self.path), options)
        return " ".join(word for word in words if word)
