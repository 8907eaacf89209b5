from medv_tui.findings import Attest, Status
from medv_tui.reports.explanation import Answer, Fact, Place, Sentence
from medv_tui.reports.host_explanation import why_space, why_verdict
from medv_tui.reports.practice_explanation import why_component, why_practice

from .explained import INVENTORY, answers, everything, fact, item, line, review, section, term


def test_a_practice_says_what_is_asked_why_and_what_to_do() -> None:
    told = item(
        review(("kb959209 = true\nkb972435", "kb959209 = false\nkb972435")), "image-kb959209"
    )
    first = everything(told)[0]
    assert isinstance(first, Answer)
    assert first.status is Status.FAILING
    assert {"checked", "why", "what to do", "judged by", "waivable"} <= {
        e.label for e in section(told, "Meaning") if isinstance(e, Fact)
    }
    assert fact(told, "source").text


def test_what_is_inferred_is_marked() -> None:
    assert "(Inferred:" in fact(item(review(), "host-disk-formula"), "why").text


def test_a_practice_shows_what_it_reads_with_value_and_line() -> None:
    told = item(review(), "disk-not-from-medv")
    assert section(told, "What it reads") == (
        Fact("vhd_gb", "2.6", Place(line("vhd_gb = 2.6"), ("workspaces", 0, "image", "vhd_gb"))),
        Fact("package_gb", "1.1", Place(line("package_gb = 1.1"), ("workspaces", 0, "package_gb"))),
    )


def test_a_fact_that_is_absent_is_unknown_and_points_to_its_table() -> None:
    told = item(review(("package_gb = 1.1\n", "")), "disk-not-from-medv")
    package = section(told, "What it reads")[1]
    assert isinstance(package, Fact)
    assert package.text == "? (the plan does not say)"
    assert package.place is not None
    assert package.place.line == line("[[workspaces]]")


def test_a_default_says_that_it_is_one() -> None:
    told = item(review(("recommended_free_gb = 10\n", "")), "host-disk-recommended")
    assert section(told, "What it reads") == (
        Fact("free_disk_gb", "each computer has its own"),
        Fact("recommended_free_gb", "10.0 (default)"),
    )


def test_a_practice_about_computers_counts_and_names_those_that_fail() -> None:
    told = item(review(("ram_mb = 4096", "ram_mb = 1024")), "host-ram-minimum")
    assert term(told, "failing").value == "1"
    assert fact(told, "FIN-0001").text == "1,024 MB of RAM is below the required 2,048 MB."


def test_the_attestation_in_force_is_told_with_its_line() -> None:
    said = (
        '\n[[attestations]]\npractice = "disk-validate-in-lab"\nstatus = "done"\nby = "Jan"\n'
        'on = 2026-11-06\nevidence = "protocol 12"\nexpires = 2027-01-31\n'
    )
    told = item(review(more=said), "disk-validate-in-lab")
    (word,) = section(told, "Attestations in force")
    assert isinstance(word, Fact)
    assert (word.label, word.text) == (
        "done",
        "by Jan, on 2026-11-06, until 2027-01-31, evidence: protocol 12",
    )
    assert word.place is not None
    assert word.place.path == ("attestations", 0)


def test_a_practice_of_one_workspace_is_attested_for_that_workspace() -> None:
    told = everything(item(review(), "disk-validate-in-lab"))[0]
    assert isinstance(told, Answer)
    assert told.attest == Attest("disk-validate-in-lab", "finance")


def test_a_component_lists_the_practices_about_it_the_worst_first() -> None:
    of = review(("free_disk_gb = 60", "free_disk_gb = 9"))
    disk = next(c for c in of.architecture.components if c.id == "disk")
    told = why_component(of, disk)
    about = answers(section(told, "Practices about it"))
    ranks = [answer.status.rank for answer in about]
    assert ranks == sorted(ranks)
    assert about[0].status is Status.FAILING
    assert told.title == "Why is Disk failing?"
    assert {a.practice for a in about} == {
        i.practice.id for i in of.items if "disk" in i.practice.concerns
    }


def test_everything_of_a_plan_can_be_explained() -> None:
    of = review(more=INVENTORY)
    for row in range(len(of.hosts.fleet.names)):
        assert why_verdict(of, row).sections
        assert why_space(of, row).sections
    assert all(why_practice(of, each).sections for each in of.items)
    assert all(why_component(of, each).sections for each in of.architecture.components)


def test_a_waiver_that_has_run_out_is_told_where_the_practice_fails_again() -> None:
    said = (
        '\n[[attestations]]\npractice = "image-compact-vhd"\nstatus = "waived"\n'
        'reason = "next month"\nexpires = 2026-10-31\n'
    )
    of = review(("compacted = true", "compacted = false"), more=said)
    told = item(of, "image-compact-vhd")
    answer = everything(told)[0]
    assert isinstance(answer, Answer)
    assert answer.status is Status.FAILING
    (over,) = section(told, "Attestations that have run out")
    assert isinstance(over, Fact)
    assert over.text == "until 2026-10-31, because next month; it counts no more"
    assert over.place is not None
    assert over.place.path == ("attestations", 0)


def test_what_is_not_from_the_med_v_topics_is_marked() -> None:
    assert fact(item(review(), "name-max-15"), "external").text == (
        "A user name has at most 20 characters. No MED-V topic says so."
    )


def test_where_the_documentation_draws_a_service_elsewhere_it_is_said() -> None:
    of = review()
    parts = {component.id: component for component in of.architecture.components}
    told = {id_: why_component(of, parts[id_]).sections[-1] for id_ in ("esd-system", "disk")}
    (said,) = told["esd-system"].entries
    assert isinstance(said, Sentence)
    assert "inside the MED-V host" in said.text
    assert said.text.endswith("(C-01).")
    assert told["disk"].title != told["esd-system"].title
