import pytest

from medv_tui.findings import Status
from medv_tui.practices.checklists import CHECKLISTS, Checklist
from medv_tui.reports.explanation import Step
from medv_tui.reports.views.business_fit import explain_fit, fit_of
from medv_tui.reports.views.checklists import checklist_of, explain_checklist
from tests.reports.explained import answers, everything, review, section

every_checklist = pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda each: each.name)


@every_checklist
def test_a_line_is_as_far_as_its_practices(checklist: Checklist) -> None:
    told = checklist_of(checklist)(review())
    items = {(i.practice.id, i.subject): i.status for i in review().items}
    for line, step in zip(told.steps, checklist.steps, strict=True):
        assert {each.practice for each in line.practices} <= set(step.practices)
        assert all(items[p.practice, p.subject] is p.status for p in line.practices)
    assert told.done == sum(line.done for line in told.steps)


@every_checklist
def test_below_the_lines_stands_what_is_left_to_do_once(checklist: Checklist) -> None:
    told = explain_checklist(checklist)(review())
    pending = [(a.practice, a.subject) for a in answers(tuple(everything(told)))]
    assert len(pending) == len(set(pending))
    wanted = {
        (p.practice, p.subject.removeprefix("workspace:").replace("plan", ""))
        for line in checklist_of(checklist)(review()).steps
        for p in line.practices
        if p.status in {Status.FAILING, Status.UNKNOWN, Status.OPEN}
    }
    assert set(pending) == wanted
    assert len([e for e in everything(told) if isinstance(e, Step)]) == len(checklist.steps)


def test_med_v_fits_the_good_plan_with_every_reason_and_its_line() -> None:
    told = fit_of(review())
    assert told.fits is True
    assert {each.practice for each in told.practices} == {"business-fit-reviewed"}
    reasons = section(explain_fit(review()), "Reasons to use MED-V")
    assert len(reasons) == len(told.reasons) == 10


def test_without_an_organization_nothing_is_known() -> None:
    text = review().plan.organization
    assert text.users is not None
    changed = review(("[organization]", "[somewhere_else]"))
    assert fit_of(changed).fits is None
