from datetime import UTC, datetime

import pytest

from medv_tui.findings import Status
from medv_tui.reports.explanation import Sentence, Step
from medv_tui.reports.views.timeline import explain_timeline, timeline_of
from tests.reports.explained import everything, fact, review, section

UNATTENDED = 'Mode = "Unattended"'


def limited(*lines: str) -> tuple[str, str]:
    return (UNATTENDED, "\n".join((UNATTENDED, *lines)))


def test_the_documented_defaults_take_270_minutes_at_worst() -> None:
    told = timeline_of(review(), 0)
    assert told.upper_bound_minutes == 270
    assert {case.reading: case.total_minutes for case in told.worst_cases} == {
        "the increment alone": 90,
        "the first time and the increment": 225,
        "the attempt before and the increment": 270,
    }
    said = fact(explain_timeline(review(), 0), "at worst").text
    assert said == "45 + 60 + 75 + 90 = 270 minutes, the upper bound"


def test_attempts_are_drawn_one_after_another() -> None:
    told = explain_timeline(review(), 0)
    bars = [fact(told, f"attempt {number}").text for number in range(1, 5)]
    assert bars == [
        "━━━━━━ 45 min",
        "······━━━━━━━━━ 60 min",
        "···············━━━━━━━━━━━ 75 min",
        "··························━━━━━━━━━━━━━━ 90 min",
    ]


def test_many_attempts_are_not_drawn_one_by_one() -> None:
    told = review(limited("MaxRetryCount = 2_000_000_000"))
    assert len(timeline_of(told, 0).worst_cases[0].first_attempts_minutes) == 8
    labels = [getattr(entry, "label", "") for entry in everything(explain_timeline(told, 0))]
    assert "attempt 8" in labels
    assert "attempt 9" not in labels
    assert fact(explain_timeline(told, 0), "at worst").text.startswith("45 + 60 + 75")


def test_no_time_at_all_is_drawn_too() -> None:
    none = review(limited("NonInteractiveTimeout = 0", "MaxRetryCount = 0"))
    assert fact(explain_timeline(none, 0), "attempt 1").text == "0 min"


def test_attended_setup_has_no_limit_of_its_own() -> None:
    attended = review((UNATTENDED, 'Mode = "Attended"'))
    told = timeline_of(attended, 0)
    assert (told.worst_cases, told.upper_bound_minutes) == ((), None)
    assert "no limit" in fact(explain_timeline(attended, 0), "at worst").text


@pytest.mark.parametrize(
    ("change", "required", "because"),
    [
        (("needs_input = false", "needs_input = true"), True, "leaves answers to the user"),
        (("legal_notice = false", "legal_notice = true"), True, "A legal notice"),
        (("needs_input = false\n", ""), None, "does not give needs_input"),
        ((UNATTENDED, UNATTENDED), False, "needs no input"),
    ],
)
def test_the_mode_that_is_wanted_follows_from_sysprep_and_legal_notice(
    change: tuple[str, str], required: bool | None, because: str
) -> None:
    told = timeline_of(review(change), 0)
    assert told.attended_required is required
    assert because in told.because


def test_silent_setup_leaves_the_dialog_out_and_cannot_be_put_off() -> None:
    silent = review((UNATTENDED, 'Mode = "Silent"'))
    told = timeline_of(silent, 0)
    assert [step.title for step in told.steps if not step.takes_place] == ["Dialog"]
    assert (told.postpone_hours, told.postpone_until) == (None, None)
    (said,) = section(explain_timeline(silent, 0), "Putting it off")
    assert isinstance(said, Sentence)
    assert "cannot put setup off" in said.text


def test_setup_can_be_put_off_until_the_earlier_limit() -> None:
    by_hours = timeline_of(review(), 0)
    by_date = limited('PostponeUtcDateTimeLimit = "2027-01-11 18:00"')
    assert by_hours.postpone_until == datetime(2027, 1, 12, tzinfo=UTC)
    assert timeline_of(review(by_date), 0).postpone_until == datetime(2027, 1, 11, 18, tzinfo=UTC)


def test_without_a_start_the_end_is_not_known() -> None:
    told = review(("rollout_start = 2027-01-11\n", ""))
    assert timeline_of(told, 0).postpone_until is None
    assert fact(explain_timeline(told, 0), "until").text.startswith("not known")


def test_a_step_names_what_is_pending_and_the_settings_in_force() -> None:
    (sealed,) = [
        entry
        for entry in everything(explain_timeline(review(("mini_setup = true\n", "")), 0))
        if isinstance(entry, Step) and entry.title == "6. Mini-Setup"
    ]
    assert sealed.status is Status.UNKNOWN
    assert "image-mini-setup is unknown" in sealed.text
    assert "NonInteractiveTimeout 45 min" in sealed.text


def test_settings_that_cannot_be_read_leave_the_worst_case_unknown() -> None:
    broken = review(limited('MaxRetryCount = "three"'))
    assert timeline_of(broken, 0).upper_bound_minutes is None
    assert "cannot be read" in fact(explain_timeline(broken, 0), "at worst").text
