"""The deployment of a plan: its method, and the ordered steps as a checklist of what is done."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from medv_tui.assessment.documented_arguments import Installer, meanings
from medv_tui.findings import Origin, Status
from medv_tui.practices.deployment_steps import (
    COMPONENTS,
    DeploymentStep,
    Part,
    documented_order,
    steps,
)
from medv_tui.practices.offenders import counted
from medv_tui.reports.explanation import Entry, Explanation, Fact, Place, Section, Step
from medv_tui.reports.explanation import explained as put_together
from medv_tui.reports.members import Members
from medv_tui.reports.origins import Known, Subject
from medv_tui.reports.views.standing import (
    StandingMembers,
    is_done,
    items_of,
    standing,
    worst,
)
from medv_tui.review.review import Review

MOST_PENDING = 4
"""Practices of a step that are named one by one."""

_METHODS = {
    "esd": "an ESD system installs every package",
    "windows-7-image": "MED-V is part of the Windows 7 image, and users install the workspace",
    "manual": "users or scripts install by hand",
    "batch": "one batch run with a single restart",
    None: "not decided: the plan gives no deployment.method",
}


class ArgumentMembers(Members):
    """One word of an installer's arguments."""

    word: str
    effect: str | None
    """Null where no topic has it for this installer."""


class DeploymentStepMembers(Members):
    """One step of the deployment."""

    part: Part
    title: str
    text: str
    arguments: str | None
    """What the installer is called with; null where the plan does not say."""
    documented_arguments: tuple[ArgumentMembers, ...]
    """Each of them with what the topics say."""
    done: bool
    """Whether every practice about it is met, waived or without meaning here."""
    status: Status
    """The worst of its practices."""
    practices: tuple[StandingMembers, ...]
    source: tuple[str, ...]


class DeploymentMembers(Members):
    """The deployment of a plan."""

    method: str | None
    single_restart: bool
    """Whether there is one restart, at the end; false where the plan does not say."""
    order: tuple[str, ...]
    order_from: Literal["plan", "documentation"]
    esd: str | None
    esd_cache_mb: int | None
    largest_package_mb: float | None
    """Of the packages whose size is known."""
    done: int
    steps: tuple[DeploymentStepMembers, ...]


def deployment_of(review: Review) -> DeploymentMembers:
    """Work out the steps of a plan's deployment."""
    plan = review.plan
    deployment = plan.deployment
    single = bool(deployment.single_restart) or deployment.method == "batch"
    wanted = steps(deployment.method, deployment.order, single_restart=single)
    told = tuple(_step(review, step) for step in wanted)
    sizes = [w.package_gb * 1024 for w in plan.workspaces if w.package_gb is not None]
    return DeploymentMembers(
        method=deployment.method,
        single_restart=single,
        order=deployment.order or documented_order(single_restart=single),
        order_from="documentation" if deployment.order is None else "plan",
        esd=plan.infrastructure.esd,
        esd_cache_mb=plan.infrastructure.esd_cache_mb,
        largest_package_mb=max(sizes, default=None),
        done=sum(step.done for step in told),
        steps=told,
    )


def explain_deployment(review: Review) -> Explanation:
    """Explain a plan's deployment step by step."""
    told = deployment_of(review)
    numbered = list(enumerate(told.steps, 1))
    return put_together(
        "Deployment, step by step",
        Section("", tuple(_summary(review, told))),
        *(
            Section(part.value, tuple(_drawn((n, s) for n, s in numbered if s.part is part)))
            for part in Part
        ),
    )


def _step(review: Review, step: DeploymentStep) -> DeploymentStepMembers:
    items = items_of(review, step.practices)
    status = worst(items)
    called = _arguments(review, step)
    return DeploymentStepMembers(
        part=step.part,
        title=step.title,
        text=step.text,
        arguments=None if called is None else called[1],
        documented_arguments=() if called is None else tuple(_effects(*called)),
        done=is_done(status),
        status=status,
        practices=standing(review, items),
        source=step.topics,
    )


def _arguments(review: Review, step: DeploymentStep) -> tuple[Installer, str] | None:
    """Give what an installer is called with, where the plan says it."""
    given = review.plan.deployment.arguments
    for name, installer, text in (
        ("host-agent", Installer.HOST_AGENT, given.host_agent),
        ("workspace", Installer.WORKSPACE, given.workspace),
    ):
        if step is COMPONENTS[name] and text is not None:
            return installer, text
    return None


def _effects(installer: Installer, text: str) -> Iterator[ArgumentMembers]:
    """Say what each word does."""
    for meaning in meanings(text, installer):
        known = meaning.documented
        yield ArgumentMembers(word=meaning.word, effect=None if known is None else known.effect)


def _summary(review: Review, told: DeploymentMembers) -> Iterator[Entry]:
    """Say how the plan is deployed, and how far it has come."""
    subject, facts = Subject(review), review.hosts.subjects.plan_facts
    method = subject.known("deployment.method", facts)
    words = _METHODS[told.method]
    yield Fact("method", f"{told.method}: {words}" if told.method else words, _given(method))
    restarts = "once, at the end" if told.single_restart else "after Windows Virtual PC"
    yield Fact("restarts", restarts)
    normal, single = (documented_order(single_restart=once) for once in (False, True))
    order = subject.known("deployment.order", facts)
    documented = " (the documented order: the plan gives none)"
    beside = documented if told.order_from == "documentation" else ""
    yield Fact("order", ", ".join(told.order) + beside, _given(order))
    yield Fact("documented", f"{', '.join(normal)}; with a single restart {', '.join(single)}")
    cache = _cache(told)
    if cache:
        known = subject.known("infrastructure.esd_cache_mb", facts)
        yield Fact("ESD cache", cache, _given(known))
    yield Fact("done", f"{told.done} of {counted(len(told.steps), 'step')}")


def _given(known: Known) -> Place | None:
    """Give the place of what the plan gives."""
    return known.place if known.origin is Origin.GIVEN else None


def _cache(told: DeploymentMembers) -> str:
    """Compare the ESD's cache with the largest package; empty where there is no ESD."""
    if not told.esd:
        return ""
    size, cache = told.largest_package_mb, told.esd_cache_mb
    package = "of unknown size" if size is None else f"{size:,.0f} MB"
    if cache is None:
        return f"not known: the plan gives no esd_cache_mb; the largest package is {package}"
    return f"{cache:,} MB; the largest package is {package}"


def _drawn(numbered: Iterable[tuple[int, DeploymentStepMembers]]) -> Iterator[Entry]:
    """Give steps with what is pending in each."""
    for number, step in numbered:
        text = " ".join((step.text, *_called(step), *pending(step.practices)))
        yield Step(f"{number}. {step.title}", step.status, text)


def _called(step: DeploymentStepMembers) -> Iterator[str]:
    """Give the arguments with what each does."""
    said = [
        f"{each.word}: {each.effect or 'in no topic for this installer'}"
        for each in step.documented_arguments
    ]
    if said:
        yield f"Arguments: {'; '.join(said)}."
    elif step.arguments is not None:
        yield "It is called without arguments."


def pending(practices: Sequence[StandingMembers]) -> Iterator[str]:
    """Name the practices that want something, the first of many."""
    open_ones = [each for each in practices if not is_done(each.status)]
    ordered = sorted(open_ones, key=lambda each: (each.status.rank, each.severity.rank))
    named = dict.fromkeys(f"{each.practice} is {each.status.value}" for each in ordered)
    if named:
        first, more = list(named)[:MOST_PENDING], len(named) - MOST_PENDING
        others = f" and {more:,} more" if more > 0 else ""
        yield f"Pending: {', '.join(first)}{others}."
