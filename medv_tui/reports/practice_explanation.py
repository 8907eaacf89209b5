"""What stands behind one practice of the checklist, or behind one box of the architecture."""

from collections.abc import Iterator
from itertools import islice

from medv_tui.findings import Path, Status
from medv_tui.practices.attestations import Entry as Word
from medv_tui.practices.columns import FleetAnswers
from medv_tui.practices.practice import JUDGED_BY, Facts, Practice
from medv_tui.reports.explanation import (
    Entry,
    Explanation,
    Fact,
    Section,
    Sentence,
    Standing,
    Term,
)
from medv_tui.reports.explanation import explained as put_together
from medv_tui.reports.host_explanation import answer
from medv_tui.reports.origins import Subject
from medv_tui.reports.views.names import PRACTICES as NAMING
from medv_tui.reports.views.names import names_sections
from medv_tui.review.architecture import Component
from medv_tui.review.components import DISAGREEMENTS
from medv_tui.review.items import HOSTS_SUBJECT, PracticeItem
from medv_tui.review.review import Review

NAMED = 12
"""Computers that are named of all those that do not meet a practice."""

_UNSETTLED = (Status.FAILING, Status.UNKNOWN, Status.OPEN)


def why_practice(review: Review, item: PracticeItem) -> Explanation:
    """Explain where a practice stands for one subject, and all that is known of it."""
    subject = Subject(review, _workspace(review, item))
    practice = item.practice
    return put_together(
        practice.title,
        Section("", (answer(subject, item.finding, practice), *_about(item))),
        Section("Meaning", tuple(_meaning(practice))),
        Section("What it reads", tuple(_reads(subject, item))),
        *_names(subject, item),
        Section("Computers", tuple(_computers(review, item))),
        Section("Attestations in force", tuple(_words(subject, item))),
        Section("Attestations that have run out", tuple(_expired(subject, item))),
        Section("Source", tuple(_source(practice))),
    )


def why_component(review: Review, component: Component) -> Explanation:
    """Explain the status of a part of MED-V by the practices that are about it."""
    items = [item for item in review.items if component.id in item.practice.concerns]
    ordered = sorted(items, key=lambda item: (item.status.rank, item.finding.severity.rank))
    answers = tuple(
        answer(
            Subject(review, _workspace(review, item)),
            item.finding,
            item.practice,
            about=item.subject.removeprefix("workspace:"),
        )
        for item in ordered
    )
    needed = "required" if component.required else "optional"
    summary = Standing(component.status, f"{component.message} ({needed})")
    return put_together(
        f"Why is {component.title} {component.status}?",
        Section("", (summary,)),
        Section("Practices about it", answers),
        Section("Connections", tuple(_links(review, component))),
        Section("Where the documentation disagrees", tuple(_disagreements(component))),
    )


def _disagreements(component: Component) -> Iterator[Entry]:
    """Give what the topics say differently of a component."""
    if component.id in DISAGREEMENTS:
        yield Sentence(DISAGREEMENTS[component.id])


def _workspace(review: Review, item: PracticeItem) -> int | None:
    """Find the workspace that an item is about."""
    name = item.subject.partition(":")[2]
    return review.hosts.subjects.workspaces_by_name.get(name.casefold()) if name else None


def _names(subject: Subject, item: PracticeItem) -> tuple[Section, ...]:
    """Give what the mask leads to, where the practice is about the guests' names."""
    if subject.workspace is None or item.practice.id not in NAMING:
        return ()
    return names_sections(subject.review, subject.workspace)


def _about(item: PracticeItem) -> Iterator[Entry]:
    """Say whom the answer is about and how heavy it is."""
    practice = item.practice
    subject = item.subject.removeprefix("workspace:")
    yield Fact("subject", subject if ":" not in item.subject else f"workspace {subject}")
    severity = practice.severity.value
    if item.status is Status.FAILING and item.finding.severity is not practice.severity:
        severity += f"; here only {item.finding.severity.value}"
    yield Fact("severity", severity)
    if practice.headline:
        yield Fact("headline", f"number {practice.headline} of the thirteen headline practices")


def _meaning(practice: Practice) -> Iterator[Entry]:
    """Say what is asked, why, and what to do."""
    yield Fact("checked", practice.asks)
    yield Fact("why", practice.otherwise)
    yield Fact("what to do", practice.todo)
    yield Fact("judged by", JUDGED_BY[practice.mode])
    waivable = "yes, with a reason" if practice.waivable else "no; MED-V cannot work without it"
    yield Fact("waivable", waivable)


def _reads(subject: Subject, item: PracticeItem) -> Iterator[Entry]:
    """Give every fact that the answer depends on with its present value."""
    subjects = subject.review.hosts.subjects
    place = subject.workspace
    facts = subjects.plan_facts if place is None else subjects.workspace_facts[place]
    several = item.subject == HOSTS_SUBJECT
    for fact in item.practice.facts:
        key = fact.rpartition(".")[2]
        if several and not _is_shared(fact, facts):
            yield Fact(key, _WHOSE[fact.partition(".")[0]])
        else:
            known = subject.known(fact, facts)
            yield Fact(key, known.in_words, known.place)


def _is_shared(fact: str, facts: Facts) -> bool:
    """Whether a fact is the same for all computers, and so has one value to show."""
    return facts.get(fact) is not None or fact.partition(".")[0] not in _WHOSE


_WHOSE = {
    "hosts": "each computer has its own",
    "workspaces": "each workspace has its own",
    "disk": "computed for each computer",
    "memory": "computed for each workspace",
}
"""Facts without one value for all computers, by the first part of their path."""


def _computers(review: Review, item: PracticeItem) -> Iterator[Entry]:
    """Count computers by status, and name the first that are not settled."""
    if item.subject != HOSTS_SUBJECT:
        return
    for status, number in item.counts.items():
        if number:
            yield Term(status.value, f"{number:,}", "")
    rows = sorted(set(_unsettled(review.hosts.answers, item.practice)))
    fleet = review.hosts.fleet
    for row in islice(rows, NAMED):
        index = fleet.places[row].index
        path: Path = () if index is None else ("hosts", index)
        found = next(
            f for f in review.hosts.review(row).findings if f.practice == item.finding.practice
        )
        yield Fact(fleet.names[row], found.message, Subject(review, None, row).place(path))
    if len(rows) > NAMED:
        yield Fact("", f"and {len(rows) - NAMED:,} more")


def _unsettled(answers: FleetAnswers, practice: Practice) -> Iterator[int]:
    """Give the rows whose answer wants something."""
    if practice in answers.steady:
        column = answers.columns[answers.steady.index(practice)]
        for group, outcome in zip(answers.groups, column, strict=True):
            if outcome.status in _UNSETTLED:
                yield from group.rows
        return
    place = answers.banded.index(practice)
    for stretch in answers.stretches:
        if stretch.bands.outcomes[stretch.band][place].status in _UNSETTLED:
            yield from stretch.rows


def _words(subject: Subject, item: PracticeItem) -> Iterator[Entry]:
    """Give what people have said of the practice for this subject."""
    review = subject.review
    said = review.hosts.attestations
    if item.subject == HOSTS_SUBJECT:
        found = said.entries.get(item.practice.id, ())
    else:
        name = item.subject.partition(":")[2] or None
        word = said.word(item.practice.id, name)
        found = () if word is None else (word,)
    for word in found:
        place = subject.place(("attestations", word.index))
        yield Fact(word.said.status, _in_words(word), place)


def _expired(subject: Subject, item: PracticeItem) -> Iterator[Entry]:
    """Give what people said of the practice and what counts no more."""
    workspace = item.subject.partition(":")[2]
    for word in subject.review.hosts.attestations.expired:
        meant = word.said.workspace or workspace
        if word.said.practice == item.practice.id and meant.casefold() == workspace.casefold():
            place = subject.place(("attestations", word.index))
            yield Fact(word.said.status, f"{_in_words(word)}; it counts no more", place)


def _in_words(word: Word) -> str:
    """Put an attestation into words."""
    said = word.said
    parts = [
        f"by {said.by}" if said.by else "",
        f"on {said.on}" if said.on else "",
        f"for workspace {said.workspace}" if said.workspace else "",
        f"for {', '.join(said.hosts)}" if said.hosts else "",
        f"until {said.expires}" if said.expires else "",
        f"because {said.reason}" if said.reason else "",
        f"evidence: {said.evidence}" if said.evidence else "",
    ]
    return ", ".join(part for part in parts if part) or "nothing more is said"


def _source(practice: Practice) -> Iterator[Entry]:
    """Give the topics, our reading of them, and its numbers in the register."""
    source = practice.source
    if source.reading:
        yield Fact("reading", source.reading)
    if source.register:
        yield Fact("register", ", ".join(source.register))
    if source.external:
        yield Fact("external", f"{source.external} No MED-V topic says so.")
    yield Fact("source", ", ".join(source.topics))
    yield Fact("id", practice.id)


def _links(review: Review, component: Component) -> Iterator[Entry]:
    """Give what passes between this part and others."""
    titles = {each.id: each.title for each in review.architecture.components}
    for link in review.architecture.links:
        if link.source == component.id:
            yield Fact("to", f"{titles[link.target]}: {link.label}")
        elif link.target == component.id:
            yield Fact("from", f"{titles[link.source]}: {link.label}")
