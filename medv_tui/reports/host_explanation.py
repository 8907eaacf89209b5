"""One computer's whole reasoning."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from glob import escape

from medv_tui.findings import Attest, Finding, Status, Verdict
from medv_tui.plan.fleet import FACTS
from medv_tui.practices.bands import FREE
from medv_tui.practices.catalogue import CATALOGUE, practice
from medv_tui.practices.practice import Facts, Mode, Practice, Scope
from medv_tui.practices.subjects import HOSTS
from medv_tui.reports.explanation import (
    Answer,
    Entry,
    Explanation,
    Fact,
    Section,
    Sentence,
    Standing,
)
from medv_tui.reports.explanation import explained as put_together
from medv_tui.reports.origins import Subject
from medv_tui.reports.reckoning import reckoning, size
from medv_tui.review.hosts import HostReview
from medv_tui.review.review import Review

_OF_HOSTS = {each.id: each for each in CATALOGUE if each.scope is Scope.HOST}


def why_verdict(review: Review, row: int) -> Explanation:
    """Explain why a computer has its verdict, with everything that was looked at."""
    host, subject, facts = _asked(review, row)
    return put_together(
        f"Why is {host.name} {host.verdict.value}?",
        Section("", tuple(_summary(host, subject))),
        Section("Reasons", tuple(_answers(subject, host.reasons))),
        *reckoning(subject, facts),
        *(
            Section(title, tuple(_answers(subject, _others(host, wanted))))
            for title, wanted in _SECTIONS
        ),
        Section("Notes", tuple(Sentence(note) for note in host.notes)),
        Section("Facts", tuple(_facts(subject, facts))),
    )


def why_space(review: Review, row: int) -> Explanation:
    """Explain how much disk space a computer needs, and whether it has it."""
    host, subject, facts = _asked(review, row)
    planned = None if host.disk is None else host.disk.need.planned.value
    if host.disk is None:
        nothing = Sentence(f"{host.name} gets no workspace, so nothing is planned for it.")
        return put_together(f"Why no figure for {host.name}?", Section("", (nothing,)))
    first, *others = reckoning(subject, facts)
    title = f"Why {size(planned)} on {host.name}?"
    return put_together(title, replace(first, title=""), *others)


def answer(
    subject: Subject, finding: Finding, asked: Practice, hosts: str = "", about: str = ""
) -> Answer:
    """Give one finding with what can be done about it.

    `hosts` is the pattern of the computers that a person's word would be about; `about` names
    the subject where several are told of together.
    """
    review = subject.review
    workspace = None
    if asked.scope is Scope.WORKSPACE and subject.workspace is not None:
        workspace = review.plan.workspaces[subject.workspace].name
    names = (hosts,) if hosts else None
    unsettled = finding.status in {Status.OPEN, Status.UNKNOWN}
    may_attest = unsettled and (asked.mode is not Mode.COMPUTED or finding.status is Status.UNKNOWN)
    may_waive = asked.waivable and (unsettled or finding.status is Status.FAILING)
    attest = Attest(asked.id, workspace, names)
    return Answer(
        practice=asked.id,
        title=asked.title,
        is_headline=asked.headline > 0,
        severity=finding.severity,
        status=finding.status,
        message=finding.message,
        subject=about,
        place=subject.place(finding.path) if finding.path or subject.row is not None else None,
        fix=finding.fix,
        attest=attest if may_attest else None,
        waive=Attest(asked.id, workspace, names, status="waived") if may_waive else None,
    )


def _asked(review: Review, row: int) -> tuple[HostReview, Subject, Facts]:
    """Give a row's reasoning with its facts and where they come from."""
    hosts = review.hosts
    group = hosts.group_of[row]
    if group < 0:
        own = {HOSTS + key: hosts.fleet.fact(row, key) for key in FACTS}
        facts = Facts({fact: value for fact, value in own.items() if value is not None})
        return hosts.review(row), Subject(review, None, row), facts
    place = hosts.subjects.workspace_of(hosts.subjects.groups[group])
    shared = hosts.subjects.host_facts(hosts.subjects.groups[group])
    apart = {HOSTS + key: hosts.fleet.fact(row, key) for key in ("site", "model", "last_seen")}
    apart[FREE] = hosts.fleet.fact(row, "free_disk_gb")
    values = shared.values | {fact: value for fact, value in apart.items() if value is not None}
    return hosts.review(row), Subject(review, place, row), Facts(values, shared.assumed)


def _summary(host: HostReview, subject: Subject) -> Iterator[Entry]:
    """Say which computer this is, and what takes it out of the plan."""
    number = "1 computer" if host.count == 1 else f"{host.count:,} computers"
    index = subject.review.hosts.fleet.places[host.row].index
    place = subject.place(()) if index is None else subject.place(("hosts", index))
    unassigned = host.verdict is Verdict.UNASSIGNED or host.workspace is None
    in_workspace = "without a workspace" if unassigned else f"in {host.workspace}"
    yield Standing(host.verdict, f"{number} {in_workspace}", place)
    if host.excluded is not None:
        yield Fact("taken out", host.excluded)
    if host.verdict is Verdict.UNASSIGNED:
        if host.lacks_named_workspace:
            yield Sentence(host.why_unassigned)
        yield Sentence("Its other facts are judged all the same.")


def _others(host: HostReview, wanted: Callable[[Status], bool]) -> Iterator[Finding]:
    """Give the findings of a kind that are not reasons already."""
    return (f for f in host.findings if f not in host.reasons and wanted(f.status))


_SECTIONS: tuple[tuple[str, Callable[[Status], bool]], ...] = (
    ("Worth considering", lambda status: status is Status.FAILING),
    ("Not verified", lambda status: status is Status.UNKNOWN),
    ("Open", lambda status: status is Status.OPEN),
    ("Waived", lambda status: status is Status.WAIVED),
    ("Met", lambda status: status is Status.MET),
    ("Not concerned", lambda status: status is Status.NOT_APPLICABLE),
)


def _answers(subject: Subject, findings: Iterable[Finding]) -> Iterator[Entry]:
    """Give findings about the computer."""
    fleet = subject.review.hosts.fleet
    name = "" if subject.row is None else escape(fleet.names[subject.row])
    for finding in findings:
        asked = _OF_HOSTS.get(finding.practice) or practice(finding.practice)
        yield answer(subject, finding, asked, name)


def _facts(subject: Subject, facts: Facts) -> Iterator[Entry]:
    """Give everything that is known of the computer, and where from."""
    for key in FACTS:
        if facts.get(HOSTS + key) is not None:
            known = subject.known(HOSTS + key, facts)
            yield Fact(key, known.in_words, known.place)
