"""A known-good plan with changes, and ways to find an entry of an explanation."""

from datetime import date

from medv_tui.errors import PlanUnreadableError
from medv_tui.problem_codes import Code
from medv_tui.reports.explanation import (
    Answer,
    Entry,
    Explanation,
    Fact,
    Term,
)
from medv_tui.reports.practice_explanation import why_practice
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from tests.practices.plans import GOOD

DAY = date(2026, 11, 22)
CSV = b"name,users,free_disk_gb,workspace\nNEW-1,3,8,finance\n"
INVENTORY = '\n[[inventories]]\nfile = "fleet.csv"\n'


def files(name: str) -> bytes:
    if name != "fleet.csv":
        raise PlanUnreadableError(Code.FILE_MISSING, name)
    return CSV


def review(*changes: tuple[str, str], more: str = "") -> Review:
    text = GOOD + more
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return Reviewer().update(text, files, DAY)


def line(text: str) -> int:
    return GOOD.split("\n").index(text) + 1


def section(explanation: Explanation, title: str) -> tuple[Entry, ...]:
    return next(s.entries for s in explanation.sections if s.title == title)


def everything(explanation: Explanation) -> list[Entry]:
    return [entry for s in explanation.sections for entry in s.entries]


def term(explanation: Explanation, name: str) -> Term:
    entries = everything(explanation)
    return next(entry for entry in entries if isinstance(entry, Term) and entry.name == name)


def fact(explanation: Explanation, label: str) -> Fact:
    entries = everything(explanation)
    return next(entry for entry in entries if isinstance(entry, Fact) and entry.label == label)


def answers(entries: tuple[Entry, ...]) -> list[Answer]:
    return [entry for entry in entries if isinstance(entry, Answer)]


def item(of: Review, practice: str) -> Explanation:
    return why_practice(of, next(i for i in of.items if i.practice.id == practice))
