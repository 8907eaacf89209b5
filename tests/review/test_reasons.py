from medv_tui.findings import Severity, Status
from medv_tui.review.hosts import HostsReview
from medv_tui.review.reasons import FleetReasons, Tally, fleet_reasons, short, tallies
from medv_tui.review.review import Review
from tests.tui.plans import DOCUMENTED, host
from tests.tui.test_headline import review_of

FLEET = DOCUMENTED + "".join(
    [
        host("SHORT", free_disk_gb=9),
        host("SHORTER", free_disk_gb=1),
        host("WEAK", ram_mb=1024, count=8),
        host("WEAKER", ram_mb=512, free_disk_gb=3),
        host("NEARLY", ram_mb=2000),
        host("UNSAID").replace("free_disk_gb = 60\n", ""),
        host("NOBODY", ram_mb=1024).replace('workspace = "example"\n', ""),
        host("GONE", ram_mb=1024, excluded="Replaced in March."),
    ]
)


def tallied(hosts: HostsReview, reasons: FleetReasons) -> list[Tally]:
    return tallies(hosts, reasons, range(len(reasons.codes)))


def reasons_of(review: Review) -> tuple[HostsReview, FleetReasons]:
    return review.hosts, fleet_reasons(review.hosts)


def test_every_row_has_the_reasons_that_its_own_review_gives() -> None:
    hosts, reasons = reasons_of(review_of(FLEET))
    for row, code in enumerate(reasons.codes):
        own = [(r.practice, r.status, r.severity) for r in hosts.review(row).reasons]
        shared = [(r.practice, r.status, r.severity) for r in reasons.several[code]]
        assert shared == own
        assert hosts.reasons(row) == hosts.review(row).reasons


def test_rows_without_a_reason_share_the_first_combination() -> None:
    hosts, reasons = reasons_of(review_of(FLEET))
    assert reasons.several[0] == ()
    none = {hosts.fleet.names[row] for row, code in enumerate(reasons.codes) if code == 0}
    assert none == {"DESK-01", "GONE"}


def test_figures_that_each_computer_has_for_itself_are_left_out() -> None:
    hosts, reasons = reasons_of(review_of(FLEET))
    words = {r.practice: r.words for several in reasons.several for r in several}
    assert words["host-disk-formula"] == "disk needs"
    row = hosts.fleet.names.index("WEAKER")
    assert reasons.several[reasons.codes[row]][0].words == "RAM 0.5 GB, needs 2"


def test_computers_are_counted_by_reason_what_blocks_first() -> None:
    counted = tallied(*reasons_of(review_of(FLEET)))
    assert [(t.reason.practice, t.computers) for t in counted][:2] == [
        ("host-ram-minimum", 8 + 1 + 1),
        ("host-disk-formula", 3),
    ]
    statuses = [(t.reason.status, t.reason.severity) for t in counted]
    assert statuses.index((Status.UNKNOWN, Severity.MUST)) < statuses.index(
        (Status.FAILING, Severity.SHOULD)
    )


def test_a_practice_without_a_short_form_is_named_by_its_title() -> None:
    found = review_of(FLEET).items[0].finding
    title = "Business case matches the Using MED-V checklist"
    assert short(found, title) == (found.short or "Business case matches…")


def test_a_fleet_without_computers_has_no_reasons() -> None:
    hosts, reasons = reasons_of(review_of(""))
    assert not reasons.codes
    assert tallied(hosts, reasons) == []


def test_a_practice_that_blocks_some_and_warns_others_counts_as_two_reasons() -> None:
    hosts, reasons = reasons_of(review_of(FLEET))
    ram = [t for t in tallied(hosts, reasons) if t.reason.practice == "host-ram-minimum"]
    assert [(t.reason.severity, t.computers) for t in ram] == [
        (Severity.MUST, 8 + 1 + 1),
        (Severity.SHOULD, 1),
    ]


def test_computers_of_some_rows_are_counted_alone() -> None:
    hosts, reasons = reasons_of(review_of(FLEET))
    weak = hosts.fleet.names.index("WEAK")
    assert [(t.reason.practice, t.computers) for t in tallies(hosts, reasons, [weak])][:1] == [
        ("host-ram-minimum", 8)
    ]
