"""A practice's answer for one subject, as a finding."""

from collections.abc import Sequence

from medv_tui.findings import Finding, Severity, Status
from medv_tui.plan.fleet import NO_MARK
from medv_tui.practices.attestations import Attestations, Mark, settle
from medv_tui.practices.practice import Facts, Outcome, Practice, ask, brief
from medv_tui.practices.subjects import WORKSPACES, Subjects


def finding(
    practice: Practice,
    outcome: Outcome,
    subjects: Subjects,
    workspace: int | None = None,
    row: int | None = None,
) -> Finding:
    """Put an outcome into words and places of the plan."""
    fact = outcome.fact or (practice.facts[0] if practice.facts else "")
    path = subjects.path(fact, workspace, row) if fact else ()
    fix = None if outcome.fix is None else subjects.intent(outcome.fix, workspace, row)
    message = outcome.message or practice.asks
    short = outcome.short
    if outcome.status is Status.UNKNOWN:
        short = briefly_not_known(outcome.missing, subjects, workspace, row)
        message = outcome.message or not_known(outcome.missing, subjects, workspace, row)
    severity = severity_of(practice, outcome)
    return Finding(practice.id, severity, outcome.status, message, path, fix, short)


def not_known(
    missing: Sequence[str], subjects: Subjects, workspace: int | None = None, row: int | None = None
) -> str:
    """Say which facts are missing, and whether the plan is silent or cannot be read there."""
    if _lacks_workspace(missing, workspace, row):
        return "Not known: the computer has no workspace that can be read."
    keys = [_key(fact) for fact in missing]
    names = keys[0] if len(keys) == 1 else f"{', '.join(keys[:-1])} and {keys[-1]}"
    if any(subjects.is_unreadable(subjects.path(fact, workspace, row)) for fact in missing):
        return f"Not known: {names} cannot be read because of a problem in the text."
    return f"Not known: the plan does not give {names}."


def briefly_not_known(
    missing: Sequence[str], subjects: Subjects, workspace: int | None = None, row: int | None = None
) -> str:
    """Say in a table's column what is missing, `free disk not given`; the first of several."""
    if _lacks_workspace(missing, workspace, row):
        return "workspace unreadable"
    *_, key = missing[0].split(".")
    name = " ".join(_WORDS.get(word, word) for word in key.split("_")).rstrip()
    is_unreadable = subjects.is_unreadable(subjects.path(missing[0], workspace, row))
    return brief(f"{name} {'unreadable' if is_unreadable else 'not given'}", f"{name} ?")


_WORDS = {"ram": "RAM", "vhd": "VHD", "os": "Windows", "gb": "", "mb": ""}
"""How parts of a key are said; its unit is not."""


def _lacks_workspace(missing: Sequence[str], workspace: int | None, row: int | None) -> bool:
    """Whether what is missing is a computer's whole workspace."""
    if row is None or workspace is not None:
        return False
    return any(fact.startswith(WORKSPACES) for fact in missing)


def _key(fact: str) -> str:
    """Name a fact by its key, with its table where the key alone says too little."""
    table, _, key = fact.rpartition(".")
    return f"arguments.{key}" if table.endswith(".arguments") else key


def severity_of(practice: Practice, outcome: Outcome) -> Severity:
    """Give the finding's own severity, at most its practice's."""
    own = outcome.severity or practice.severity
    return max(own, practice.severity, key=lambda severity: severity.rank)


def answer(
    practice: Practice,
    facts: Facts,
    attestations: Attestations,
    workspace: str | None,
    mark: Mark = NO_MARK,
) -> Outcome:
    """Judge one subject by its facts and by what people have said of it."""
    return settle(ask(practice, facts), attestations.word(practice.id, workspace, mark))
