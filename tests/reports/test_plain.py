import unicodedata

import pytest

from medv_tui.findings import Status
from medv_tui.reports.plain import lines
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from tests.generated import AS_OF, ROOT
from tests.practices.plans import no_files

MIDSIZE = (ROOT / "sample_configs" / "midsize.toml").read_text("utf-8")
WRONG = (ROOT / "sample_configs" / "everything-wrong.toml").read_text("utf-8")
BOXES = "─│╭╮╰╯━█▓▒░●▲□"


def review_of(text: str) -> Review:
    return Reviewer().update(text, no_files, AS_OF)


def told(text: str) -> list[str]:
    return list(lines(review_of(text), "Plan", "plan.toml"))


def section(said: list[str], title: str) -> list[str]:
    first = said.index(f"{title}:") + 1
    last = said.index("", first) if "" in said[first:] else len(said)
    return said[first:last]


@pytest.mark.parametrize("text", [MIDSIZE, WRONG, "", "x ="])
def test_nothing_is_drawn_and_nothing_can_drive_a_terminal(text: str) -> None:
    for line in told(text):
        assert not set(line) & set(BOXES)
        assert not any(unicodedata.category(letter) in {"Cc", "Cf"} for letter in line)


@pytest.mark.parametrize("text", [MIDSIZE, WRONG, ""])
def test_every_part_of_the_dashboard_is_there_in_full(text: str) -> None:
    review, said = review_of(text), told(text)
    assert len(section(said, "Architecture")) == len(review.architecture.components)
    assert len(section(said, "Hosts")) == max(1, len(review.hosts.fleet.names))
    assert len(section(said, "Disk")) == max(1, len(review.disk.workspaces))
    applying = [item for item in review.items if item.status is not Status.NOT_APPLICABLE]
    assert len(section(said, "Checklist")) == max(1, len(applying))
    assert len(section(said, "Problems")) == max(1, len(review.problems))


def test_a_computer_is_told_with_its_verdict_and_the_reason() -> None:
    told_hosts = section(told(MIDSIZE), "Hosts")
    assert told_hosts[0].startswith("TRE-01, workspace finance: blocked. 9.40 GB free; 11.74 GB")
    assert told_hosts[-1].split(": ")[1].startswith("excluded. ")


def test_a_component_names_the_one_that_contains_it() -> None:
    drawn = section(told(MIDSIZE), "Architecture")
    assert drawn[0].startswith("Enterprise: ")
    assert drawn[1].startswith("Administrator computer, in Enterprise: ")


def test_a_problem_is_told_with_its_line_and_the_figures_are_called_partial() -> None:
    said = told("x =")
    assert section(said, "Problems")[0].startswith("plan.toml line 1, column 1: error syntax. ")
    assert "Part of the plan cannot be read; it is not in the figures." in said


def test_an_escape_in_a_name_is_shown_and_not_sent() -> None:
    said = told('[[hosts]]\nname = "A\\u001b]52;c;x\\u0007"\n')
    assert section(said, "Hosts")[0].startswith("A␛]52;c;x␇: unassigned.")
