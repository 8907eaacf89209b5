import pytest

from medv_tui.findings import Attest, Status, Verdict
from medv_tui.reports.explanation import Answer, Fact, Place, Standing
from medv_tui.reports.host_explanation import why_space, why_verdict

from .explained import INVENTORY, answers, everything, fact, line, review, section


def test_a_verdict_stands_first_with_the_computer_s_own_line() -> None:
    told = why_verdict(review(), 0)
    assert told.title == "Why is FIN-0001 ready?"
    assert everything(told)[0] == Standing(
        Verdict.READY, "1 computer in finance", Place(line("[[hosts]]"), ("hosts", 0))
    )


def test_every_reason_has_title_severity_message_and_line() -> None:
    of = review(("ram_mb = 4096", "ram_mb = 1024"))
    (reason,) = answers(section(why_verdict(of, 0), "Reasons"))
    assert reason.title == "Host has 2 GB RAM or more"
    assert (reason.severity.value, reason.status) == ("must", Status.FAILING)
    assert reason.message == "1,024 MB of RAM is below the required 2,048 MB."
    assert reason.place == Place(line("ram_mb = 4096"), ("hosts", 0, "ram_mb"))
    assert reason.waive is None


@pytest.mark.parametrize("row", [0, 1])
def test_every_finding_is_told_exactly_once(row: int) -> None:
    of = review(("ram_mb = 4096", "ram_mb = 1024"), more=INVENTORY)
    told = sorted(answer.practice for answer in answers(tuple(everything(why_verdict(of, row)))))
    assert told == sorted(finding.practice for finding in of.hosts.review(row).findings)


def test_what_is_not_verified_says_what_to_add_and_can_be_attested() -> None:
    of = review(('\nlanguage = "English"\nsystem_locale', "\nsystem_locale"))
    unverified = answers(section(why_verdict(of, 0), "Not verified"))
    language = next(a for a in unverified if a.practice == "host-language-supported")
    assert language.message == "Not known: the plan does not give language."
    assert language.attest == Attest("host-language-supported", hosts=("FIN-0001",))


def test_a_waiver_is_proposed_for_this_computer_alone() -> None:
    of = review(("free_disk_gb = 60", "free_disk_gb = 9"), ("vhd_gb = 2.6", "vhd_gb = 1.2"))
    reasons = answers(section(why_verdict(of, 0), "Reasons"))
    advised = next(a for a in reasons if a.practice == "host-disk-recommended")
    assert advised.waive == Attest("host-disk-recommended", hosts=("FIN-0001",), status="waived")
    assert advised.attest is None


def test_what_is_waived_and_what_is_met_is_told() -> None:
    waiver = (
        '\n[[attestations]]\npractice = "host-disk-recommended"\nstatus = "waived"\n'
        'reason = "New disks in March"\n'
    )
    told = why_verdict(review(("free_disk_gb = 60", "free_disk_gb = 9"), more=waiver), 0)
    (waived,) = answers(section(told, "Waived"))
    assert "New disks in March" in waived.message
    assert "host-os-supported" in [a.practice for a in answers(section(told, "Met"))]


def test_facts_say_what_was_assumed_and_what_was_read_from_the_caption() -> None:
    of = review(
        (
            'os = "Windows 7"\nedition = "Enterprise"\nservice_pack = 1\n',
            'os = "Microsoft Windows 7 Enterprise "\nservice_pack = 1\n',
        )
    )
    facts = {e.label: e.text for e in section(why_verdict(of, 0), "Facts") if isinstance(e, Fact)}
    assert facts["edition"] == '"Enterprise" (read from os)'
    assert facts["kb959209"] == "true (assumed: Windows 7 brings it)"
    assert facts["users"] == "3"


def test_an_excluded_computer_gives_the_planner_s_reason() -> None:
    of = review(("\nusers = 3\nusers_local", '\nexcluded = "Leased"\nusers_local'))
    told = why_verdict(of, 0)
    assert fact(told, "taken out").text == "Leased"
    assert not [e for e in everything(told) if isinstance(e, Answer)]
    assert why_space(of, 0).title == "Why no figure for FIN-0001?"


def test_a_computer_without_a_workspace_is_judged_all_the_same() -> None:
    of = review(('\nworkspace = "finance"\nos', "\nos"), ("ram_mb = 4096", "ram_mb = 1024"))
    told = why_verdict(of, 0)
    assert told.title == "Why is FIN-0001 unassigned?"
    assert "host-ram-minimum" in [a.practice for a in answers(tuple(everything(told)))]
