import re

import pytest

from medv_tui.findings import Verdict
from medv_tui.planfile.parse import parse
from medv_tui.reference.starter import starter
from medv_tui.review.reviewer import Reviewer
from tests.generated import AS_OF
from tests.practices.plans import no_files

FACT = re.compile(r"^# (?=\w+ = |\[\[)", re.MULTILINE)


def uncommented() -> str:
    return FACT.sub("", starter())


def test_a_new_plan_opens_without_a_problem_and_claims_nothing() -> None:
    review = Reviewer().update(starter(), no_files, AS_OF)
    assert review.problems == ()
    assert review.hosts.counts[Verdict.UNKNOWN] == 1


def test_every_fact_that_it_offers_is_a_fact_of_a_plan() -> None:
    parsed = parse(uncommented())
    assert parsed.problems == ()
    assert parsed.plan.hosts[0].users == 3
    assert parsed.plan.inventories[0].source == "auto"


def test_with_every_fact_given_its_computer_gets_a_figure() -> None:
    review = Reviewer().update(uncommented(), lambda _name: b"name,ram_mb\nPC1,4096\n", AS_OF)
    disk = review.hosts.review(0).disk
    assert disk is not None
    assert disk.need.required.value == pytest.approx(2.6 + 3 * (1.5 + 1081000 / 1048576))
