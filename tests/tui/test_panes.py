import re

import pytest

from medv_tui.findings import Severity, Status, Verdict
from medv_tui.tui.line import Line, plain, width
from medv_tui.tui.panes import architecture, checklist, disk, hosts

from .plans import DOCUMENTED, host
from .test_headline import review_of

MIXED = DOCUMENTED + "".join(
    [
        host("SHORT", free_disk_gb=9),
        host("SHORTER", free_disk_gb=5),
        host("WEAK", ram_mb=1024),
        host("ROOMY", free_disk_gb=500, count=8),
        host("NOBODY").replace('workspace = "example"\n', ""),
        host("UNSAID").replace("free_disk_gb = 60\n", ""),
        host("GONE", excluded="Replaced in March."),
    ]
)


def texts(lines: list[Line]) -> list[str]:
    return [plain(line).rstrip() for line in lines]


def test_computers_are_ordered_by_verdict_and_then_by_headroom() -> None:
    review = review_of(MIXED)
    roster = hosts.roster(review.hosts)
    names = [review.hosts.fleet.names[row] for row in roster.order]
    assert names == ["SHORTER", "SHORT", "WEAK", "UNSAID", "NOBODY", "DESK-01", "ROOMY", "GONE"]


@pytest.mark.parametrize("cells", [120, 90, 80, 62, 40])
def test_a_row_lines_up_with_its_head_and_fits(cells: int) -> None:
    review = review_of(MIXED)
    head = plain(hosts.heads(cells))
    for row in range(len(review.hosts.fleet.names)):
        text = plain(hosts.host_row(review.hosts, row, cells))
        assert len(text) <= cells
        start = head.index("host")
        name = review.hosts.fleet.names[row]
        assert text[start : start + len(name)] == name


def test_a_row_says_verdict_figures_and_reason() -> None:
    review = review_of(MIXED)
    row = review.hosts.fleet.names.index("SHORT")
    text = plain(hosts.host_row(review.hosts, row, 120))
    assert text.startswith("× blocked     SHORT ")
    assert " 9.0       −1.1  " in text
    assert hosts.reason(review.hosts, row)[:20] in text


def test_a_row_for_several_computers_says_how_many() -> None:
    review = review_of(MIXED)
    row = review.hosts.fleet.names.index("ROOMY")
    assert "ROOMY (8) " in plain(hosts.host_row(review.hosts, row, 60))


def test_an_unknown_figure_is_a_question_mark_in_its_last_column() -> None:
    review = review_of(MIXED)
    row = review.hosts.fleet.names.index("UNSAID")
    text = plain(hosts.host_row(review.hosts, row, 80))
    head = plain(hosts.heads(80))
    assert text[head.index("headroom") + len("headroom") - 1] == "?"
    assert text[head.index("free") + len("free") - 1] == "?"


def test_the_reason_of_an_excluded_computer_is_the_planner_s() -> None:
    review = review_of(MIXED)
    row = review.hosts.fleet.names.index("GONE")
    assert review.hosts.verdict(row) is Verdict.EXCLUDED
    assert hosts.reason(review.hosts, row) == "Replaced in March."


def test_a_computer_without_a_workspace_says_so() -> None:
    review = review_of(MIXED)
    row = review.hosts.fleet.names.index("NOBODY")
    assert hosts.reason(review.hosts, row) == "No workspace is assigned to it."


def test_the_documented_formula_stands_in_numbers() -> None:
    review = review_of(DOCUMENTED)
    shown = texts(disk.draw(review.disk, review.hosts, 60, 25))
    assert shown[0] == "Fleet   1 host   10.1 planned"
    assert "2.6 + 3 × (1.5 + 1.0) = 10.1 GB" in shown
    assert "required 10.1   peak    ?   planned 10.1   lowest free 60.0" in shown


def test_a_shortage_is_said_for_the_fleet_and_the_workspace() -> None:
    review = review_of(MIXED)
    shown = texts(disk.draw(review.disk, review.hosts, 60, 25))
    assert shown[0].endswith("× 2 short by 6.2")
    assert any(row.startswith("example") and "× 2 short by 6.2" in row for row in shown)
    assert any(row.endswith("lowest free  5.0") for row in shown)


def test_a_workspace_without_figures_names_the_missing_key() -> None:
    review = review_of(DOCUMENTED.replace("vhd_gb = 2.6", ""))
    shown = texts(disk.draw(review.disk, review.hosts, 60, 25))
    assert "No disk figure yet: example has no vhd_gb." in shown


def test_a_workspace_without_computers_says_so() -> None:
    review = review_of('[[workspaces]]\nname = "empty"\n')
    assert "No host gets this workspace yet." in texts(disk.draw(review.disk, review.hosts, 60, 25))


def test_a_plan_without_workspaces_says_what_to_add() -> None:
    review = review_of("")
    assert texts(disk.draw(review.disk, review.hosts, 60, 25)) == [
        "No workspace yet. Add a [[workspaces]] table."
    ]


def test_the_checklist_names_all_seven_phases() -> None:
    shown = texts(checklist.draw(review_of("").items, 60))
    phases = [row.split()[0] for row in shown if row and not row.startswith(" ")]
    assert phases == ["Plan", "Image", "Setup", "Package", "Deploy", "Operate", "Secure"]


def test_the_unfinished_is_listed_failing_first_then_unknown_then_open() -> None:
    items = review_of(MIXED).items
    order = [item.status for item in checklist.pending(items)]
    ranks = [checklist.PENDING.index(status) for status in order]
    assert ranks == sorted(ranks)
    assert set(order) == {Status.FAILING, Status.UNKNOWN, Status.OPEN}


def test_what_is_met_is_only_counted() -> None:
    review = review_of(MIXED)
    shown = "\n".join(texts(checklist.draw(review.items, 200)))
    met = [item for item in review.items if item.status is Status.MET]
    unfinished = {i.practice.title for i in review.items if i.status in checklist.PENDING}
    assert met
    assert not [
        item.practice.title
        for item in met
        if item.practice.title not in unfinished and f" {item.practice.title} " in shown
    ]


def test_headline_practices_carry_their_mark() -> None:
    items = [i for i in checklist.pending(review_of(MIXED).items) if i.practice.headline]
    shown = texts(checklist.draw(review_of(MIXED).items, 200))
    assert items
    for item in items:
        assert any(f"◆ {item.practice.title}" in row for row in shown)


def test_a_phase_says_how_much_is_met_at_any_width() -> None:
    items = review_of(MIXED).items
    for cells in (45, 60):
        first = texts(checklist.draw(items, cells))[0]
        assert re.match(r"Plan +━+  \d+ of \d+ ", first)


@pytest.mark.parametrize("cells", [30, 60, 120])
def test_no_row_of_a_phase_or_a_practice_is_wider_than_the_pane(cells: int) -> None:
    lines = checklist.draw(review_of(MIXED).items, cells)
    titles = [line for line in lines if not plain(line).startswith("     ")]
    assert all(width(line) <= cells for line in titles)


def test_a_component_stands_indented_below_the_one_that_contains_it() -> None:
    review = review_of(MIXED)
    drawn = review.architecture
    lines = texts(architecture.tree(drawn))
    indents = {
        c.id: len(row) - len(row.lstrip()) for c, row in zip(drawn.components, lines, strict=True)
    }
    for component in drawn.components:
        if component.inside is not None:
            assert indents[component.id] == indents[component.inside] + 2


def test_a_component_fails_as_badly_as_its_worst_practice() -> None:
    review = review_of(MIXED)
    severities = {c.id: c.severity for c in review.architecture.components}
    must = next(i for i in review.items if Severity.MUST in i.failing and i.practice.concerns)
    assert severities[must.practice.concerns[0]] is Severity.MUST
