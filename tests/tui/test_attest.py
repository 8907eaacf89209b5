from datetime import date
from pathlib import Path

import pytest

from medv_tui.findings import Attest
from medv_tui.tui.attest import AttestScreen, UnusableError, fields, said

from .plans import DAY, NARROW, dashboard, settle, shown

DONE = Attest("disk-validate-in-lab", "example")
WAIVED = Attest("host-disk-recommended", hosts=("FIN-1",), status="waived")


def test_a_word_that_it_is_done_has_evidence_and_a_waiver_a_reason() -> None:
    assert fields(DONE) == ("by", "evidence", "expires")
    assert fields(WAIVED) == ("by", "reason", "hosts", "expires")


def test_empty_fields_say_nothing() -> None:
    assert said(DONE, {"by": " ", "evidence": "", "expires": ""}, DAY) == Attest(
        "disk-validate-in-lab", "example", on=DAY
    )


def test_what_was_typed_stands_in_the_word() -> None:
    words = {
        "by": " Petra ",
        "reason": "New disks",
        "hosts": "LAB-*, FIN-1",
        "expires": "2027-03-01",
    }
    assert said(WAIVED, words, DAY) == Attest(
        "host-disk-recommended",
        hosts=("LAB-*", "FIN-1"),
        status="waived",
        by="Petra",
        on=DAY,
        reason="New disks",
        expires=date(2027, 3, 1),
    )


def test_no_computers_means_all() -> None:
    assert said(WAIVED, {"reason": "x", "hosts": " , "}, DAY).hosts is None


def test_a_waiver_needs_a_reason() -> None:
    with pytest.raises(UnusableError, match="A waiver needs a reason"):
        said(WAIVED, {"by": "Petra", "reason": "  "}, DAY)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("soon", "soon is no day; write one like 2027-03-01."),
        ("2027-02-30", "2027-02-30 is no day; write one like 2027-03-01."),
        ("2026-11-21", "2026-11-21 is past; write 2026-11-22 or a later day."),
    ],
)
def test_a_last_day_that_cannot_be_is_refused(day: str, why: str) -> None:
    with pytest.raises(UnusableError) as refusal:
        said(DONE, {"expires": day}, DAY)
    assert str(refusal.value) == why


def test_the_last_day_may_be_today() -> None:
    assert said(DONE, {"expires": "2026-11-22"}, DAY).expires == DAY


async def test_the_form_asks_until_it_can_be_recorded(tmp_path: Path) -> None:
    answers: list[Attest | None] = []
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.push_screen(AttestScreen(WAIVED, DAY, "Petra"), answers.append)
        await settle(pilot)
        assert "Waive: 10 GB free per workspace" in shown(app)
        assert "FIN-1" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "× A waiver needs a reason." in shown(app)
        await pilot.press(*"small", "enter")
        await settle(pilot)
    assert answers == [
        Attest(
            "host-disk-recommended",
            hosts=("FIN-1",),
            status="waived",
            by="Petra",
            on=DAY,
            reason="small",
        )
    ]


async def test_escape_records_nothing(tmp_path: Path) -> None:
    answers: list[Attest | None] = []
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.push_screen(AttestScreen(DONE, DAY), answers.append)
        await settle(pilot)
        await pilot.press(*"Jan", "escape")
        await settle(pilot)
    assert answers == [None]
