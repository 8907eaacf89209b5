from medv_tui.findings import Status
from medv_tui.reports.explanation import Step
from medv_tui.reports.views.deployment import deployment_of, explain_deployment
from tests.reports.explained import everything, fact, review

CACHE = "esd_cache_mb = 5120"


def test_the_good_plan_follows_its_own_order() -> None:
    told = deployment_of(review())
    assert (told.method, told.order_from) == ("esd", "plan")
    installing = [step.title for step in told.steps if step.part == "On each computer"]
    assert installing[0] == "Clear the way"


def test_a_step_is_done_when_every_practice_about_it_is_settled() -> None:
    told = deployment_of(review())
    for step in told.steps:
        weighty = [p for p in step.practices if p.severity != "consider"] or step.practices
        settled = {Status.MET, Status.WAIVED, Status.NOT_APPLICABLE}
        assert step.done == all(p.status in settled for p in weighty)
    assert told.done == sum(step.done for step in told.steps)


def test_a_practice_that_fails_undoes_its_step() -> None:
    def agent(*changes: tuple[str, str]) -> Status:
        steps = deployment_of(review(*changes)).steps
        return next(s.status for s in steps if s.title == "Install the Host Agent")

    assert agent() is Status.MET
    assert agent(('host_agent = "/qn"', """host_agent = '/qn ALLUSERS=""'""")) is Status.FAILING


def test_an_attestation_settles_what_only_a_person_can_say() -> None:
    said = '\n[[attestations]]\npractice = "dep-esd-target-group"\nstatus = "done"\n'
    titled = "Define the target group and assign the packages"
    before, after = (
        {step.title: step.done for step in deployment_of(each).steps}
        for each in (review(), review(more=said))
    )
    assert (before[titled], after[titled]) == (False, True)


def test_the_installers_are_told_with_their_arguments() -> None:
    told = {step.title: step.arguments for step in deployment_of(review()).steps}
    assert told["Install the Host Agent"] == "/qn"
    assert told["Install the workspace"] == review().plan.deployment.arguments.workspace
    assert told["Clear the way"] is None


def test_the_cache_is_compared_with_the_largest_package() -> None:
    told = deployment_of(review())
    assert told.largest_package_mb is not None
    assert round(told.largest_package_mb) == round(1.1 * 1024)
    said = fact(explain_deployment(review()), "ESD cache").text
    assert said == "5,120 MB; the largest package is 1,126 MB"
    absent = fact(explain_deployment(review((CACHE, ""))), "ESD cache").text
    assert absent.startswith("not known")


def test_an_empty_plan_has_the_documented_order() -> None:
    from_nothing = review(('method = "esd"\n', ""), ("order = [", "x_order = ["))
    told = deployment_of(from_nothing)
    assert (told.method, told.order_from) == (None, "documentation")
    assert told.order == ("windows-virtual-pc", "kb977206", "host-agent", "workspace")


def test_the_steps_are_numbered_through_all_parts() -> None:
    steps = [e for e in everything(explain_deployment(review())) if isinstance(e, Step)]
    assert [step.title.partition(".")[0] for step in steps] == [
        str(number) for number in range(1, len(steps) + 1)
    ]


def test_an_argument_that_no_topic_has_is_told_as_such() -> None:
    changed = review(('host_agent = "/qn"', 'host_agent = "/qn OVERWRITEVHD=1"'))
    step = next(s for s in deployment_of(changed).steps if s.title == "Install the Host Agent")
    assert [(a.word, a.effect is None) for a in step.documented_arguments] == [
        ("/qn", False),
        ("OVERWRITEVHD=1", True),
    ]
