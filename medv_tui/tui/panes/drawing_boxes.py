"""The boxes of the architecture drawing, and what stands in each of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from medv_tui.findings import Status
from medv_tui.practices.practice import Scope
from medv_tui.reports.clean import clean
from medv_tui.review.architecture import MISSING, Component
from medv_tui.review.components import PARTS
from medv_tui.review.items import PracticeItem
from medv_tui.review.presence import presence
from medv_tui.review.review import Review
from medv_tui.tui.panes.drawing_facts import Facts, facts
from medv_tui.tui.panes.drawing_words import WORDS, Words
from medv_tui.tui.present import MUTED, Mark, status_mark

Choice: TypeAlias = str | tuple[str, str]
"""What can be explained: the id of a component, or of a practice with its subject."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One box of the drawing before anything is known."""

    id: str
    title: str
    own: str
    """The component that it stands for."""
    itself: str
    """What that component is called in a row."""
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Names of rows with the components that each stands for."""
    inside: str | None = None
    """The box that contains it."""


OUTLINES: tuple[Outline, ...] = (
    Outline(
        "administrator",
        "Administrator",
        "administrator-computer",
        "Computer",
        (
            (
                "Image",
                ("windows-virtual-pc-image", "corporate-operating-system", "sysprep-folder"),
            ),
            ("Packager", ("workspace-packager", "administrator-computer")),
            ("Package", ("workspace-package",)),
        ),
    ),
    Outline("esd", "ESD", "esd-system", "ESD product"),
    Outline("policy", "Group Policy", "registry-management-system", "Registry tool"),
    Outline("directory", "Directory", "active-directory-domain", "Domain"),
    Outline("printing", "Printing", "print-server", "Print server"),
    Outline(
        "host",
        "MED-V host",
        "host",
        "Computers",
        (
            (
                "Host Agent",
                (
                    "host-agent",
                    "administration-toolkit",
                    "guest-restart-management-service",
                    "settings-provider",
                    "fts-status-provider",
                ),
            ),
            ("Disk", ("disk",)),
            ("Workspace", ("workspace",)),
            ("Browser", ("host-internet-explorer",)),
            ("URL redirection", ("url-redirection",)),
            ("Printers", ("printer-redirection",)),
            ("Guest updates", ("guest-update-manager",)),
            ("Credentials", ("credential-manager",)),
            ("Network changes", ("network-change-detection",)),
        ),
    ),
    Outline(
        "engine",
        "Windows Virtual PC",
        "windows-virtual-pc",
        "Engine",
        (("Updates", ("windows-virtual-pc-update",)),),
        "host",
    ),
    Outline(
        "guest",
        "MED-V guest",
        "guest",
        "Workspace",
        (
            ("Guest Agent", ("guest-agent", "guest-update-service")),
            ("Integration", ("integration-components",)),
            ("RemoteApp update", ("remoteapp-update",)),
            ("Browser", ("guest-internet-explorer",)),
            ("Applications", ("published-applications",)),
            ("Antivirus", ("management-and-security-tools",)),
            ("ESD client", ("esd-client",)),
            ("App-V agent", ("app-v-agent",)),
        ),
        "engine",
    ),
)

SERVICES = tuple(outline.id for outline in OUTLINES if not outline.rows)
"""Boxes whose first entry says what they are."""

_PARTS = {part.id: part for part in PARTS}
_SAID = frozenset({Status.FAILING.value, Status.UNKNOWN.value, "fail", "fails", "more"})
"""Words that say no more than a symbol."""
_ORDER = "×▲?□~●·"
"""Symbols, worst first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a box."""

    mark: Mark
    name: str
    note: str
    """What is wrong with it, in the mark's colour; or a figure of what is fine."""
    choice: Choice

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _ORDER.index(self.mark.symbol)

    @property
    def note_look(self) -> str:
        """The look of the note: what is fine has no colour."""
        return MUTED if self.mark.symbol in "●·□~" else self.mark.look

    @property
    def brief_note(self) -> str:
        """The note without the words that the symbol says, too."""
        words = [word for word in self.note.split() if word not in _SAID]
        return " ".join(words)


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the drawing with what is known."""

    id: str
    title: str
    mark: Mark
    """The worst that stands in it or in a box inside it."""
    entries: tuple[Entry, ...]
    """Worst first; in the box of a service, what that is stands before."""
    choice: Choice
    aside: str = ""
    """A word for the right end of the title."""
    remark: str = ""
    """A row above the entries."""

    @property
    def is_service(self) -> bool:
        """Whether its first entry says what it is."""
        return self.id in SERVICES


def boxes(review: Review) -> Mapping[str, Box]:
    """Draw the conclusions of a review for every box."""
    shelf = _Shelf(review)
    entries = {outline.id: shelf.entries(outline) for outline in OUTLINES}
    return {
        outline.id: Box(
            outline.id,
            outline.title,
            _worst(e for inner in _within(outline) for e in entries[inner.id]),
            entries[outline.id],
            outline.own,
            shelf.facts.asides.get(outline.id, ""),
            shelf.facts.remarks.get(outline.id, ""),
        )
        for outline in OUTLINES
    }


def listed(box: Box, room: int) -> Sequence[Entry]:
    """Give what stands in so many rows of a box; what a service is stays if there are two."""
    if not box.is_service:
        return folded(box.entries, room)
    if room < 2:
        worse = [entry for entry in box.entries if entry.mark.symbol != "●"]
        return folded(worse or box.entries, room)
    return (box.entries[0], *folded(box.entries[1:], room - 1))


def folded(entries: Sequence[Entry], room: int) -> Sequence[Entry]:
    """Give the worst entries in so many rows; the last row counts those that have none."""
    if len(entries) <= room:
        return entries
    used = [entry for entry in entries if entry.mark.symbol != "·"]
    if len(used) <= room or room < 1:
        return used[:room]
    if room == 1:
        worst = min(used, key=lambda entry: entry.rank)
        return (replace(worst, note=f"+{len(used) - 1} more"),)
    rest = used[room - 1 :]
    mark = _worst(rest)
    fine = " met" if mark.symbol == "●" else ""
    return (*used[: room - 1], Entry(mark, f"{len(rest)} more{fine}", "", rest[0].choice))


def in_a_row(box: Box) -> Entry:
    """Say of a whole service what one row can hold: what it is, or the worst about it."""
    first = box.entries[0]
    worst = min(box.entries, key=lambda entry: entry.rank)
    if worst is first:
        return replace(first, mark=box.mark)
    return Entry(box.mark, box.title, worst.name, worst.choice)


def _within(outline: Outline) -> Iterator[Outline]:
    """Give a box's outline and those of all boxes inside it."""
    yield outline
    for other in OUTLINES:
        if other.inside == outline.id:
            yield from _within(other)


def _worst(entries: Iterable[Entry]) -> Mark:
    """Give the mark of the worst entry; the sign of what nobody needs where there is none."""
    worst = min(entries, key=lambda entry: entry.rank, default=None)
    return status_mark(Status.NOT_APPLICABLE) if worst is None else worst.mark


class _Shelf:
    """A review's components and items, where each box finds its own."""

    def __init__(self, review: Review) -> None:
        self.facts: Facts = facts(review)
        self._subjects = review.hosts.subjects
        self._begun = bool(review.plan.workspaces or review.plan.hosts or review.plan.inventories)
        self._components = {c.id: c for c in review.architecture.components}
        self._items: dict[str, list[PracticeItem]] = {}
        for item in review.items:
            for component in item.practice.concerns:
                self._items.setdefault(component, []).append(item)

    def entries(self, outline: Outline) -> tuple[Entry, ...]:
        """Give what stands in a box, worst first."""
        found = [self._part(name, ids) for name, ids in outline.rows]
        spoken = {i for o in _within(outline) for _, ids in o.rows for i in ids}
        spoken |= {inner.own for inner in _within(outline) if inner is not outline}
        if outline.own not in spoken:
            own = self._items.get(outline.own, ())
            items = [item for item in own if spoken.isdisjoint(item.practice.concerns)]
            found += _asked(items, outline.own)
            if outline.rows and self._components[outline.own].status == MISSING:
                found.append(self._itself(outline))
        ordered = sorted(found, key=lambda entry: entry.rank)
        return tuple(ordered if outline.rows else [self._itself(outline), *ordered])

    def _mark(self, component: Component) -> Mark:
        """Mark a component; what a plan that has just begun does not have is merely open."""
        if component.status == MISSING and not self._begun:
            return Mark("□", MISSING, "")
        return status_mark(component.status, component.severity)

    def _part(self, name: str, ids: Sequence[str]) -> Entry:
        """Draw the components of one row by the worst of them."""
        marks = {i: self._mark(self._components[i]) for i in ids}
        worst = min(ids, key=lambda i: (marks[i].word != MISSING, _ORDER.index(marks[i].symbol)))
        mark, name = marks[worst], self.facts.names.get(ids[0], name)
        if mark.word == MISSING:
            return Entry(mark, name, MISSING, worst)
        if mark.symbol in "×▲?":
            return Entry(mark, name, self._trouble(worst, mark), worst)
        note = "" if mark.symbol == "·" else self.facts.notes.get(ids[0], "")
        return Entry(mark, name, note, worst)

    def _trouble(self, component: str, mark: Mark) -> str:
        """Say what is wrong with a component by the worst practice about it."""
        items = self._items.get(component, ())
        worst = min((i for i in items if i.status.value == mark.word), key=_badness, default=None)
        if worst is None:
            return "" if mark.symbol != "?" else mark.word
        words = _words(worst)
        is_counted = worst.practice.scope is Scope.HOST
        return _note(worst) if is_counted or mark.symbol == "?" else words.name

    def _itself(self, outline: Outline) -> Entry:
        """Draw the component that a whole box stands for: what the plan says it is."""
        component = self._components[outline.own]
        named, mark = self.facts.names.get(outline.own), self._mark(component)
        if component.status == MISSING:
            return Entry(mark, outline.itself, MISSING, outline.own)
        if named is not None:
            return Entry(status_mark(Status.MET), named, "", outline.own)
        if presence(_PARTS[outline.own], self._subjects).is_there is False:
            absent = status_mark(Status.NOT_APPLICABLE)
            return Entry(absent, outline.itself, "none", outline.own)
        mark = status_mark(Status.UNKNOWN)
        return Entry(mark, outline.itself, mark.word, outline.own)


def _asked(items: Iterable[PracticeItem], component: str) -> Iterator[Entry]:
    """Draw the practices of a box that no other row of it speaks of, once for each practice."""
    once: dict[str, PracticeItem] = {}
    for item in sorted(items, key=_badness):
        once.setdefault(item.practice.id, item)
    for item in once.values():
        if item.status in {Status.FAILING, Status.UNKNOWN}:
            mark = status_mark(item.status, item.finding.severity)
            yield Entry(mark, _words(item).name, _note(item), (item.practice.id, item.subject))
    for status in (Status.OPEN, Status.WAIVED):
        number = sum(item.status is status for item in once.values())
        if number:
            mark = status_mark(status)
            yield Entry(mark, f"{number} {mark.word}", "", component)


def _badness(item: PracticeItem) -> tuple[int, int, bool]:
    """Order items with the worst first; of equals those that say for how many computers."""
    is_single = item.practice.scope is not Scope.HOST
    return (item.status.rank, item.finding.severity.rank, is_single)


def _words(item: PracticeItem) -> Words:
    """Name a practice briefly."""
    return WORDS.get(item.practice.id) or Words(clean(item.practice.title))


def _note(item: PracticeItem) -> str:
    """Say how a practice stands: for how many computers, or in a word."""
    number = item.counts.get(item.status, 0)
    if not number:
        return item.status.value
    if item.status is Status.FAILING:
        return f"{number:,} {_words(item).fails or ('fails' if number == 1 else 'fail')}"
    return f"{number:,} {item.status.value}"
