"""The Reviewer: turns text into a Review, and does only what an edit changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, TypeVar

from medv_tui.errors import PlanUnreadableError
from medv_tui.findings import Level, Problem, Status
from medv_tui.inventory.progress import Progress, Step, untold
from medv_tui.inventory.read import Rows, read
from medv_tui.plan.changed import changed_rows
from medv_tui.plan.fleet import Fleet, Group, build
from medv_tui.plan.fleet_edit import Grouping, are_named_as_before, with_hosts
from medv_tui.plan.host import Host, HostFacts
from medv_tui.plan.plan import Inventory, Plan
from medv_tui.plan.succession import Succession
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.earlier import Earlier
from medv_tui.planfile.judge import Judge, judged_here
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.parse import Parsed, PlanReader
from medv_tui.practices.attestations import Attestations, Entry, Mark, gather
from medv_tui.practices.catalogue import CATALOGUE, SCOPES, UNWAIVABLE
from medv_tui.practices.columns import AnswerCache, FleetAnswers, contradicted, judge
from medv_tui.practices.fleet_facts import FleetSummary
from medv_tui.practices.practice import Practice, Scope
from medv_tui.practices.subjects import Subjects
from medv_tui.problem_codes import Code
from medv_tui.review.architecture import describe
from medv_tui.review.hosts import HostsReview, Standing
from medv_tui.review.items import ItemCache, PracticeItem, host_items, single_items
from medv_tui.review.known_items import KnownItems
from medv_tui.review.review import Review
from medv_tui.review.workspaces import PartsCache, WorkspaceReview, totals
from medv_tui.review.workspaces import review as review_workspace
from medv_tui.turns import give_way

Files = Callable[[str], bytes]
"""Gives the bytes of an inventory by its name in the plan; raises PlanUnreadableError."""

T = TypeVar("T")

MOST_FOLLOWED = 100
"""Computers that may change at once without the whole fleet being built anew."""


@dataclass(frozen=True, slots=True)
class _FleetState:
    """A fleet with what it was built from, so that it is built once."""

    hosts: tuple[Host, ...]
    indexes: tuple[int, ...]
    defaults: HostFacts
    inventories: tuple[Rows, ...]
    fleet: Fleet


@dataclass(frozen=True, slots=True)
class _GroupState:
    """A fleet in groups, with what is known of many computers at once."""

    fleet: Fleet
    marks: list[Mark] | None
    groups: tuple[Group, ...]
    summary: FleetSummary
    grouping: Grouping
    change: Succession | None
    """How the groups came out of those of the state before, where they were followed."""


class _Followed(NamedTuple):
    """Two fleets of which one came out of the other."""

    old: Fleet
    new: Fleet
    rows: list[int]
    """The rows that differ."""


class Reviewer:
    """Reviews one plan again and again; the result never depends on what came before."""

    def __init__(
        self, catalogue: Sequence[Practice] = CATALOGUE, judge: Judge = judged_here
    ) -> None:
        """Take the practices to ask, and who reads a text that has to be read as a whole."""
        self._catalogue = tuple(catalogue)
        self._text: LongText | None = None
        self._earlier: Earlier | None = None
        self._reader = PlanReader(judge)
        self._parsed: Parsed = self._reader.parse("")
        self._inventories: dict[str, tuple[Inventory, bytes, Rows]] = {}
        self._fleet: _FleetState | None = None
        self._followed: _Followed | None = None
        self._groups: _GroupState | None = None
        self._progress: Progress = untold
        self._cache = AnswerCache()
        self._items = ItemCache()
        self._parts = PartsCache()
        self._known = KnownItems[PracticeItem]()
        self._last: Review | None = None

    @property
    def blocks(self) -> BlockReader:
        """A reader for whoever edits the text, which knows what was reviewed."""
        return self._reader.blocks

    def update(
        self,
        text: str | LongText,
        files: Files,
        as_of: date,
        progress: Progress = untold,
        *,
        earlier: Earlier | None = None,
    ) -> Review:
        """Review this text with these inventories on this day.

        What has a problem counts as it did in `earlier`, which an earlier review of the plan
        gives. What `progress` raises ends the review; the inventories that were read by then are
        kept.
        """
        text = LongText.of(text)
        if text != self._text or earlier is not self._earlier:
            self._text, self._earlier = text, earlier
            self._parsed = self._reader.parse(text, earlier)
        self._progress = progress
        try:
            self._last = self._review(self._parsed, files, as_of)
        except BaseException:
            self._forget()
            raise
        return self._last

    def _forget(self) -> None:
        """Work everything out anew next time, as what is kept may be of two texts."""
        self._followed = self._groups = self._last = None
        self._cache, self._items, self._parts = AnswerCache(), ItemCache(), PartsCache()
        self._known = KnownItems()

    def _review(self, parsed: Parsed, files: Files, as_of: date) -> Review:
        """Put a review together from its parts."""
        plan = parsed.plan
        inventories, problems = self._read_inventories(plan.inventories, parsed.rows, files)
        give_way()
        fleet = self._build_fleet(plan, parsed.rows["hosts"], inventories)
        said = zip(parsed.rows["attestations"], plan.attestations, strict=True)
        give_way()
        attestations = gather(said, SCOPES, UNWAIVABLE, fleet.names, as_of)
        grouped = self._group(fleet, attestations)
        give_way()
        subjects = Subjects(
            plan,
            fleet,
            grouped.groups,
            parsed.rows,
            parsed.unreadable,
            parsed.workspaces,
            grouped.summary,
        )
        hosts, items = self._judge(subjects, attestations, grouped.change)
        give_way()
        problems += [*fleet.problems, *attestations.problems]
        problems += _contradictions(items, hosts.answers, attestations)
        located = (self._located(parsed, problem) for problem in problems)
        return Review(
            as_of,
            plan,
            (*parsed.problems, *located),
            hosts,
            self._kept("workspaces", _workspaces(items, subjects)),
            self._kept("disk", totals(hosts, self._parts)),
            self._kept("items", items),
            self._kept("architecture", describe(items, subjects)),
            parsed.spans,
            parsed.kept,
            parsed.earlier,
        )

    def _judge(
        self, subjects: Subjects, attestations: Attestations, change: Succession | None
    ) -> tuple[HostsReview, tuple[PracticeItem, ...]]:
        """Ask every practice about every subject."""
        computers = f"judging {len(subjects.fleet.names):,} computers"

        def told(done: int, total: int) -> None:
            give_way()
            self._progress(Step(computers, done, total, "practices"))

        hosted = [practice for practice in self._catalogue if practice.scope is Scope.HOST]
        answers = judge(subjects, hosted, attestations, self._cache, change, told)
        give_way()
        items = single_items(self._catalogue, subjects, attestations, self._known)
        give_way()
        items += host_items(answers, subjects, self._items)
        return HostsReview(subjects, answers, attestations, self._before(answers)), tuple(items)

    def _before(self, answers: FleetAnswers) -> Standing | None:
        """Give the verdicts that those of these answers follow, if they follow the last ones."""
        last, change = self._last, answers.follows
        if last is None or change is None or last.hosts.answers.groups is not change.old:
            return None
        return last.hosts.standing

    def _read_inventories(
        self, inventories: Sequence[Inventory], rows: Mapping[str, tuple[int, ...]], files: Files
    ) -> tuple[tuple[Rows, ...], list[Problem]]:
        """Read every inventory that has changed; one that cannot be read is a problem."""
        read_ones: list[Rows] = []
        problems: list[Problem] = []
        for index, inventory in zip(rows["inventories"], inventories, strict=True):
            try:
                table = self._read_inventory(inventory, files(inventory.file))
            except PlanUnreadableError as refusal:
                path = ("inventories", index, "file")
                problems.append(Problem(Level.ERROR, Code.INVENTORY_UNREADABLE, str(refusal), path))
            else:
                read_ones.append(table)
                problems += table.problems
        return tuple(read_ones), problems

    def _read_inventory(self, inventory: Inventory, data: bytes) -> Rows:
        """Read one inventory, or give what it held before if nothing changed."""
        kept = self._inventories.get(inventory.file)
        if kept is not None and kept[0] == inventory and kept[1] == data:
            return kept[2]
        table = read(data, inventory, self._progress)
        self._inventories[inventory.file] = (inventory, data, table)
        return table

    def _build_fleet(
        self, plan: Plan, indexes: tuple[int, ...], inventories: tuple[Rows, ...]
    ) -> Fleet:
        """Build the fleet, or give the last one if no computer changed."""
        kept = self._fleet
        if (
            kept is not None
            and len(kept.inventories) == len(inventories)
            and all(a is b for a, b in zip(kept.inventories, inventories, strict=True))
            and kept.indexes == indexes
            and kept.defaults == plan.host_defaults
            and kept.hosts == plan.hosts
        ):
            return kept.fleet
        fleet = self._follow(plan, indexes, inventories) or build(plan, indexes, inventories)
        self._fleet = _FleetState(plan.hosts, indexes, plan.host_defaults, inventories, fleet)
        return fleet

    def _follow(
        self, plan: Plan, indexes: tuple[int, ...], inventories: tuple[Rows, ...]
    ) -> Fleet | None:
        """Give the last fleet with the hosts that changed; None where it has to be built anew."""
        kept = self._fleet
        if (
            kept is None
            or list(map(id, inventories)) != list(map(id, kept.inventories))
            or kept.indexes != indexes
            or kept.defaults != plan.host_defaults
        ):
            return None
        rows = changed_rows(kept.hosts, plan.hosts)
        if rows is None or len(rows) > MOST_FOLLOWED:
            return None
        if inventories and not are_named_as_before(kept.hosts, plan.hosts, rows):
            return None
        hosts = [plan.hosts[row] for row in rows]
        fleet = with_hosts(kept.fleet, rows, hosts, plan.host_defaults, inventories)
        self._followed = _Followed(kept.fleet, fleet, rows)
        return fleet

    def _group(self, fleet: Fleet, attestations: Attestations) -> _GroupState:
        """Group the fleet, or give the last groups if they are still the same."""
        marks = attestations.marks(fleet.names)
        kept, followed = self._groups, self._followed
        if kept is not None and kept.marks == marks:
            if kept.fleet is fleet:
                return kept
            if followed is not None and followed.old is kept.fleet and followed.new is fleet:
                change = kept.grouping.follow(fleet, followed.rows)
                summary = FleetSummary(fleet, change.new, kept.summary, change)
                return self._grouped(
                    _GroupState(fleet, marks, change.new, summary, kept.grouping, change)
                )
        grouping = Grouping(fleet, marks)
        summary = FleetSummary(fleet, grouping.groups)
        return self._grouped(_GroupState(fleet, marks, grouping.groups, summary, grouping, None))

    def _grouped(self, state: _GroupState) -> _GroupState:
        """Keep groups for the next review."""
        self._groups = state
        return state

    def _kept(self, part: str, new: T) -> T:
        """Give the very object of the last review where a part is equal to it."""
        last = None if self._last is None else getattr(self._last, part)
        return last if last == new else new

    @staticmethod
    def _located(parsed: Parsed, problem: Problem) -> Problem:
        """Give a problem its place in the text."""
        if problem.where is not None or not problem.path:
            return problem
        return replace(problem, where=parsed.spans.locate(problem.path))


def _workspaces(items: Sequence[PracticeItem], subjects: Subjects) -> tuple[WorkspaceReview, ...]:
    """Draw every workspace's conclusion."""
    return tuple(
        review_workspace(
            ws.name, i, [item for item in items if item.subject == f"workspace:{ws.name}"], subjects
        )
        for i, ws in enumerate(subjects.plan.workspaces)
    )


def _contradictions(
    items: Sequence[PracticeItem], answers: FleetAnswers, said: Attestations
) -> list[Problem]:
    """Warn of what is attested as done while the plan's own data show it failing."""
    claims = [*_claims(items, said), *contradicted(answers, said)]
    return [
        Problem(
            Level.WARNING,
            Code.ATTESTATION_CONTRADICTED,
            f'attestations[{entry.index}]: "{practice.id}" is attested as done, '
            "but the plan says otherwise",
            ("attestations", entry.index, "practice"),
        )
        for entry, practice in dict.fromkeys(claims)
    ]


def _claims(items: Sequence[PracticeItem], said: Attestations) -> Iterator[tuple[Entry, Practice]]:
    """Find the words about the plan and its workspaces that its own data contradict."""
    for item in items:
        if item.status is Status.FAILING and item.practice.scope is not Scope.HOST:
            workspace = item.subject.partition(":")[2] or None
            entry = said.word(item.practice.id, workspace)
            if entry is not None and entry.said.status == "done":
                yield entry, item.practice
