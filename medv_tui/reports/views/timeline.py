"""First time setup of one workspace: its mode, its steps with their limits, its worst case."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from itertools import chain
from typing import Any

from medv_tui.assessment.setup_time import (
    SOURCE,
    TYPICAL_MINUTES,
    Attempts,
    Reading,
    latest_moment,
)
from medv_tui.findings import Status
from medv_tui.plan.overrides import overridden_by
from medv_tui.plan.setting import Setting
from medv_tui.plan.settings import setting
from medv_tui.practices.offenders import counted
from medv_tui.practices.setup_sequence import SEQUENCE, SetupStep
from medv_tui.practices.topics.settings_ranges import read_moment
from medv_tui.reports.explanation import Entry, Explanation, Fact, Section, Sentence, Step
from medv_tui.reports.explanation import explained as put_together
from medv_tui.reports.members import Members
from medv_tui.reports.origins import Subject
from medv_tui.reports.views.settings import shown_setting
from medv_tui.reports.views.standing import (
    StandingMembers,
    answers,
    is_done,
    items_of,
    standing,
    worst,
)
from medv_tui.review.review import Review

MODE = setting("Fts", "Mode")
RETRIES = setting("Fts", "MaxRetryCount")
FIRST = setting("Fts", "NonInteractiveTimeout")
INCREMENT = setting("Fts", "NonInteractiveRetryTimeoutInc")
HOURS = setting("Fts", "MaxPostponeTime")
LIMIT = setting("Fts", "PostponeUtcDateTimeLimit")
NEEDS_INPUT = "workspaces.sysprep.needs_input"
LEGAL_NOTICE = "workspaces.image.legal_notice"

ABOUT_MODE = (
    "fts-unattended",
    "fts-input-needs-attended",
    "image-legal-notice-needs-attended",
    "fts-messages-only-when-shown",
    "sysprep-secrets-exposed",
)
"""Practices about how far the user takes part."""

MOST_ATTEMPTS = 8
"""Attempts that are drawn one by one."""
LONGEST_BAR = 40

_SEEN = {
    "Attended": "the user sees the virtual machine and answers Mini-Setup",
    "Unattended": "the user is told before and sees no virtual machine",
    "Silent": "the user is not told and sees no virtual machine",
}


class LimitMembers(Members):
    """A setting that bears on a step."""

    setting: str
    value: bool | int | str | tuple[int | str, ...] | None
    unit: str
    has_effect: bool
    """False where another setting takes its effect."""


class StepMembers(Members):
    """One step of first time setup."""

    title: str
    happens: str
    takes_place: bool
    """False for a step that Silent leaves out."""
    limits: tuple[LimitMembers, ...]
    status: Status
    """The worst of its practices."""
    practices: tuple[StandingMembers, ...]
    source: tuple[str, ...]


class WorstCaseMembers(Members):
    """How long setup takes at most by one reading of the retry increment."""

    reading: str
    first_attempts_minutes: tuple[int, ...]
    """The first eight attempts at most."""
    total_minutes: int


class TimelineMembers(Members):
    """First time setup of one workspace."""

    workspace: str
    mode: str
    attended_required: bool | None
    """Whether Sysprep or a legal notice asks for the user; null where that is not known."""
    because: str
    typical_minutes: int
    worst_cases: tuple[WorstCaseMembers, ...]
    """Empty in Attended mode, which has no limit of its own."""
    upper_bound_minutes: int | None
    postpone_hours: int | None
    """Null where the user cannot put setup off."""
    postpone_until: datetime | None
    """Last moment in UTC, where a start or a limit is known."""
    steps: tuple[StepMembers, ...]


def timeline_of(review: Review, position: int) -> TimelineMembers:
    """Work out first time setup of the workspace at this position."""
    name = review.plan.workspaces[position].name
    values = review.hosts.subjects.workspace_facts[position].values
    mode = values.get(MODE.path)
    attempts = None if mode == "Attended" else _attempts(values)
    required, because = attended_required(values)
    hours = None if mode == "Silent" else values.get(HOURS.path)
    return TimelineMembers(
        workspace=name,
        mode=mode or "?",
        attended_required=required,
        because=because,
        typical_minutes=TYPICAL_MINUTES,
        worst_cases=() if attempts is None else tuple(_worst(attempts, r) for r in Reading),
        upper_bound_minutes=None if attempts is None else attempts.worst_minutes(Reading.GROWING),
        postpone_hours=hours,
        postpone_until=None if hours is None else _until(values, hours),
        steps=tuple(_step(review, step, name, values) for step in SEQUENCE),
    )


def explain_timeline(review: Review, position: int) -> Explanation:
    """Draw first time setup of a workspace as text."""
    told = timeline_of(review, position)
    values = review.hosts.subjects.workspace_facts[position].values
    attempts = None if told.mode == "Attended" else _attempts(values)
    items = items_of(review, ABOUT_MODE, told.workspace)
    about_mode = answers(review, items, told.workspace)
    return put_together(
        f"First time setup of {told.workspace}",
        Section("Mode", tuple(chain(_mode(review, position, told), about_mode))),
        Section("Steps", tuple(_steps(told))),
        Section("Time", tuple(_time(told, attempts))),
        Section("Putting it off", tuple(_postponing(told))),
    )


def attended_required(values: Mapping[str, Any]) -> tuple[bool | None, str]:
    """Say whether setup has to be Attended, and why."""
    needs_input, notice = values.get(NEEDS_INPUT), values.get(LEGAL_NOTICE)
    if needs_input:
        return True, "Sysprep.inf leaves answers to the user."
    if notice:
        return True, "A legal notice is part of the image."
    missing = [fact for fact in (NEEDS_INPUT, LEGAL_NOTICE) if values.get(fact) is None]
    if missing:
        named = " and ".join(fact.rpartition(".")[2] for fact in missing)
        return None, f"Not known: the plan does not give {named}."
    return False, "Sysprep.inf needs no input, and no legal notice is part of the image."


def _attempts(values: Mapping[str, Any]) -> Attempts | None:
    """Give the limits of all attempts, if they can be read and are such."""
    first, increment, retries = (values.get(each.path) for each in (FIRST, INCREMENT, RETRIES))
    if first is None or increment is None or retries is None:
        return None
    return None if min(first, increment, retries) < 0 else Attempts(first, increment, retries)


def _worst(attempts: Attempts, reading: Reading) -> WorstCaseMembers:
    shown = range(min(attempts.retries + 1, MOST_ATTEMPTS))
    return WorstCaseMembers(
        reading=reading.value,
        first_attempts_minutes=tuple(attempts.minutes(number, reading) for number in shown),
        total_minutes=attempts.worst_minutes(reading),
    )


def _until(values: Mapping[str, Any], hours: int) -> datetime | None:
    """Give the last moment to which the first users can put setup off."""
    begin = values.get("deployment.rollout_start")
    start = None if begin is None else datetime.combine(begin, time())
    moment = latest_moment(start, hours, read_moment(values.get(LIMIT.path) or ""))
    return None if moment is None else moment.replace(tzinfo=UTC)


def _step(
    review: Review, step: SetupStep, workspace: str, values: Mapping[str, Any]
) -> StepMembers:
    items = items_of(review, step.practices, workspace)
    return StepMembers(
        title=step.title,
        happens=step.happens,
        takes_place=step.is_silent or values.get(MODE.path) != "Silent",
        limits=tuple(_limit(each, values) for each in step.settings),
        status=worst(items),
        practices=standing(review, items),
        source=step.topics,
    )


def _limit(entry: Setting, values: Mapping[str, Any]) -> LimitMembers:
    value = values.get(entry.path)
    return LimitMembers(
        setting=entry.name,
        value=tuple(value) if isinstance(value, list) else value,
        unit=entry.unit,
        has_effect=overridden_by(entry, values) is None,
    )


def _mode(review: Review, position: int, told: TimelineMembers) -> Iterator[Entry]:
    """Say which mode there is and which one is needed."""
    facts = review.hosts.subjects.workspace_facts[position]
    known = Subject(review, position).known(MODE.path, facts)
    seen = _SEEN.get(told.mode)
    text = f"{told.mode}: {seen}" if seen else f"{told.mode} is not documented"
    yield Fact("mode", text if known.words != "default" else f"{text} (default)", known.place)
    wanted = {True: "Attended", False: "Unattended or Silent", None: "not known"}
    yield Fact("wanted", f"{wanted[told.attended_required]}. {told.because}")


def _steps(told: TimelineMembers) -> Iterator[Entry]:
    """Give the steps by number, each with its limits and what is open about it."""
    for number, step in enumerate(told.steps, 1):
        if step.takes_place:
            text = " ".join((step.happens, *_limits(step), *_pending(step)))
            yield Step(f"{number}. {step.title}", step.status, text)
        else:
            text = f"Left out: Mode is {told.mode}."
            yield Step(f"{number}. {step.title}", Status.NOT_APPLICABLE, text)


def _limits(step: StepMembers) -> Iterator[str]:
    """Name the step's settings with their values, those without effect left out."""
    said = [
        f"{limit.setting} {shown_setting(entry, limit.value)}"
        for entry, limit in zip(_SETTINGS_OF[step.title], step.limits, strict=True)
        if limit.has_effect and limit.value is not None
    ]
    if said:
        yield f"{', '.join(said)}."


_SETTINGS_OF = {step.title: step.settings for step in SEQUENCE}


def _pending(step: StepMembers) -> Iterator[str]:
    """Name the practices that want something."""
    pending = [f"{each.practice} is {each.status.value}" for each in _unsettled(step)]
    if pending:
        yield f"Pending: {', '.join(pending)}."


def _unsettled(step: StepMembers) -> list[StandingMembers]:
    return [each for each in step.practices if not is_done(each.status)]


def _time(told: TimelineMembers, attempts: Attempts | None) -> Iterator[Entry]:
    """Draw the attempts one after another, as long as they may take at most."""
    yield Fact("usually", f"{told.typical_minutes} minutes or more, growing with VHD and policies")
    if told.mode == "Attended":
        yield Fact("at worst", "no limit: the user answers Mini-Setup")
        return
    if attempts is None:
        yield Fact("at worst", "not known: the settings of the attempts cannot be read")
        return
    drawn = min(attempts.retries + 1, MOST_ATTEMPTS)
    total = attempts.worst_minutes(Reading.GROWING)
    for number in range(drawn):
        yield Fact(f"attempt {number + 1}", _bar(attempts, number, total))
    if drawn <= attempts.retries:
        yield Fact("", f"and {attempts.retries + 1 - drawn:,} more")
    sums = [attempts.minutes(number, Reading.GROWING) for number in range(drawn)]
    left_out = " + …" if drawn <= attempts.retries else ""
    terms = " + ".join(f"{minutes:,}" for minutes in sums)
    yield Fact("at worst", f"{terms}{left_out} = {total:,} minutes, the upper bound")
    for reading in (Reading.ADDED_ONCE, Reading.REPLACED):
        minutes = attempts.worst_minutes(reading)
        yield Fact("", f"{minutes:,} minutes if another attempt gets {reading.value}")
    yield Fact("reading", f"{SOURCE.reading} ({', '.join(SOURCE.register)})")
    yield Sentence(
        "After the last attempt the user sees FailureDialogMsg and is offered no other; starting "
        "MED-V anew sets the count back. A software error is not tried again."
    )


def _bar(attempts: Attempts, number: int, total: int) -> str:
    """Draw one attempt where it lies in the whole time."""
    before, minutes = (
        attempts.before(number, Reading.GROWING),
        attempts.minutes(number, Reading.GROWING),
    )
    if total == 0:
        return "0 min"
    start = LONGEST_BAR * before // total
    length = max(1, LONGEST_BAR * (before + minutes) // total - start)
    return f"{'·' * start}{'━' * length} {minutes:,} min"


def _postponing(told: TimelineMembers) -> Iterator[Entry]:
    """Say until when a user can put setup off, and what that means for monitoring."""
    if told.postpone_hours is None:
        yield Sentence("The user cannot put setup off: Mode is Silent.")
        return
    yield Fact("for", counted(told.postpone_hours, "hour"))
    if told.postpone_until is None:
        yield Fact("until", "not known: the plan gives no rollout_start and no date as a limit")
        return
    yield Fact("until", f"{told.postpone_until:%Y-%m-%d %H:%M} UTC; of two limits the earlier one")
    yield Fact("monitor", f"FTS_Status until then at least, plus {_hours(told)} for setup itself")


def _hours(told: TimelineMembers) -> str:
    """Write the upper bound."""
    minutes = told.upper_bound_minutes
    return "the time" if minutes is None else f"up to {minutes:,} minutes"
