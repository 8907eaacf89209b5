"""How a computer's memory and disk figures come about: formula in numbers, terms, ways to fit."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from medv_tui.assessment.disk import SAVED_STATE_RATIO, TOLERANCE_GB, DiskNeed, headroom_gb
from medv_tui.assessment.memory import MemoryRule
from medv_tui.findings import AddTable, Figure, Intent, Scalar, SetValue, Source
from medv_tui.practices.group_facts import sized_values
from medv_tui.practices.practice import Facts
from medv_tui.practices.sizing import CACHING_METHODS, VM, disk_need, memory_rule
from medv_tui.reports.explanation import Entry, Fact, Section, Sentence, Term, Way
from medv_tui.reports.origins import Known, Subject

SHARED = VM + "MultiUserEnabled"
PACKAGE = "workspaces.package_gb"
COPIES = (PACKAGE, "deployment.copy_locally", "infrastructure.esd", "budget.esd_cache_copy")
"""Facts without which it is not known how many copies of the package there are."""

_INPUTS = {
    "base VHD": "workspaces.image.vhd_gb",
    "differencing disk": "workspaces.differencing_disk_gb",
    "reserve": "budget.reserve_gb",
}


def reckoning(subject: Subject, facts: Facts) -> tuple[Section, ...]:
    """Explain the figures of a computer by its facts; nothing where it has no workspace."""
    row = subject.row
    found = None if row is None else subject.review.hosts.explained(row)
    if found is None or row is None:
        return ()
    memory, need = found
    return (
        Section("Disk", (Sentence(_whole(need.planned), is_strong=True),)),
        Section("", tuple(_terms(subject, facts, need))),
        Section("", tuple(_needs(need))),
        Section("", tuple(_room(subject, facts, need))),
        Section("", tuple(_ways(subject, row))),
        Section("Memory", (_memory(subject, facts, memory),)),
        Section("", tuple(_sources(memory, need))),
    )


def in_numbers(figure: Figure) -> str:
    """Give a figure's formula with its terms' values: sizes with two decimals."""
    text = figure.formula
    for term in sorted(figure.terms, key=lambda term: -len(term.name)):
        text = text.replace(term.name, _number(term))
    return text


def expanded(figure: Figure) -> str:
    """Give a figure's formula down to its inputs: sums written out, nothing in them added.

    Of two moments the larger one stands; what is 0 is left out.
    """
    summands = _summands(figure)
    if not summands:
        return in_numbers(figure) if figure.terms else _number(figure)
    return " + ".join(expanded(term) for term in summands if term.value != 0) or "0.00"


def _summands(figure: Figure) -> tuple[Figure, ...]:
    """Give the terms that are only added to each other."""
    if figure.formula.startswith("max("):
        first, second, *others = figure.terms
        larger = first if (first.value or 0.0) > (second.value or 0.0) else second
        return (larger, *others)
    is_sum = figure.formula == " + ".join(term.name for term in figure.terms)
    return figure.terms if is_sum else ()


def _one_step(figure: Figure) -> str:
    """Write what a figure is made of, `2.60 + 1.10 = `; nothing where only one summand counts."""
    nothing = [term.name for term in figure.terms if term.value == 0]
    formula = figure.formula
    for name in nothing:
        formula = formula.removesuffix(f" + {name}")
    if formula in {term.name for term in figure.terms}:
        return ""
    return f"{in_numbers(replace(figure, formula=formula))} = "


def _number(figure: Figure) -> str:
    """Write a figure's value without its unit."""
    if figure.value is None:
        return "?"
    return f"{figure.value:,.2f}" if figure.unit == "GB" else f"{figure.value:,.6g}"


def size(gb: float | None, sign: str = "") -> str:
    """Write a size in GB with two decimals."""
    if gb is None:
        return "?"
    digits = 2 if abs(gb) >= 0.005 or abs(gb) <= TOLERANCE_GB else 4
    return f"{gb + 0.0:{sign},.{digits}f} GB".replace("-", "−")


def _whole(figure: Figure) -> str:
    """Write a figure's formula in full with its result."""
    return f"{expanded(figure)} = {size(figure.value)}"


def _terms(subject: Subject, facts: Facts, need: DiskNeed) -> Iterator[Entry]:
    """Give every input of the planned space."""
    for term in need.required.terms:
        if term.name == "users":
            yield _users(subject, facts, term)
        elif term.name == "saved state":
            yield _saved_state(subject, facts, term)
        else:
            yield _input(subject, facts, term.name)
    yield from _copies(subject, facts, need)
    if facts.get(_INPUTS["reserve"]):
        yield _input(subject, facts, "reserve")


def _input(subject: Subject, facts: Facts, name: str) -> Term:
    """Give a size that the plan holds."""
    known = subject.known(_INPUTS[name], facts)
    return Term(name, size(facts.get(_INPUTS[name])), known.words, known.place)


def _users(subject: Subject, facts: Facts, users: Figure) -> Term:
    """Give the number that differencing disks and saved states are counted by."""
    if facts.get(SHARED):
        shared = subject.known(SHARED, facts)
        return Term("users", "1", "one shared workspace counts once (G-20)", shared.place)
    known = subject.known("hosts.users", facts)
    words = "each adds a disk and a state" if users.value is not None else known.words
    words += "" if known.words in {"users", words} else f"; {known.words}"
    return Term("users", _number(users), words, known.place)


def _saved_state(subject: Subject, facts: Facts, figure: Figure) -> Term:
    """Give the saved state, which follows from guest memory unless the plan gives it."""
    if not figure.terms:
        known = subject.known("workspaces.saved_state_gb", facts)
        return Term("saved state", size(figure.value), known.words, known.place)
    memory = figure.terms[0]
    words = f"{_number(memory)} MB of guest memory × {SAVED_STATE_RATIO:.3f}"
    return Term("saved state", size(figure.value), words)


def _copies(subject: Subject, facts: Facts, need: DiskNeed) -> Iterator[Entry]:
    """Give the copies of the package, or what is not known of them."""
    if need.peak.value is None:
        missing = [fact.rpartition(".")[2] for fact in COPIES if facts.get(fact) is None]
        missing = [key for key in missing if key != "esd_cache_copy" or facts.get(COPIES[2])]
        named = " and no ".join(key for key in missing if key != "esd")
        yield Sentence(f"Copies of the package are not planned for: there is no {named}.")
        return
    local = bool(facts.get("deployment.copy_locally"))
    cached = bool(facts.get("infrastructure.esd") and facts.get("budget.esd_cache_copy"))
    cached = cached and facts.get("deployment.method") in CACHING_METHODS
    where = [name for name, made in (("local folder", local), ("ESD cache", cached)) if made]
    if where:
        known = subject.known(PACKAGE, facts)
        each = f"{len(where)} × {size(facts.get(PACKAGE))}"
        yield Term("package copies", each, " and ".join(where), known.place)


def _needs(need: DiskNeed) -> Iterator[Entry]:
    """Give the three sums with what each is for."""
    for figure, meaning in (
        (need.required, "MED-V in use"),
        (need.peak, "base VHD and copies while installing"),
        (need.planned, "what to keep free"),
    ):
        if figure.value is None:
            yield Fact(figure.name, f"? {meaning}")
        else:
            yield Fact(figure.name, f"{_one_step(figure)}{size(figure.value)}, {meaning}")


def _room(subject: Subject, facts: Facts, need: DiskNeed) -> Iterator[Entry]:
    """Set free space against what is planned, for each volume."""
    free = subject.known("hosts.free_disk_gb", facts)
    free_gb = facts.get("hosts.free_disk_gb")
    base_gb = facts.get("hosts.base_vhd_free_disk_gb")
    if base_gb is not None:
        base = subject.known("hosts.base_vhd_free_disk_gb", facts)
        yield Term("base VHD's volume", size(need.base_volume.value), "planned there")
        yield _free("free there", base_gb, base)
        yield Term("profiles' volume", size(need.profile_volume.value), "planned there")
    yield _free("free disk", free_gb, free)
    room = headroom_gb(need, free_gb, base_gb)
    is_short = room is not None and room < -TOLERANCE_GB
    words = _judged(room, two_volumes=base_gb is not None)
    yield Term("headroom", size(room, "+"), words, is_short=is_short)


def _free(name: str, free_gb: float | None, known: Known) -> Term:
    return Term(name, size(free_gb), known.words, known.place)


def _judged(room_gb: float | None, *, two_volumes: bool) -> str:
    """Say in words what headroom means."""
    if room_gb is None:
        return "not known"
    worse = "of two volumes the worse; " if two_volumes else ""
    fits = "less than free" if room_gb >= -TOLERANCE_GB else "more than free"
    return f"{worse}planned is {fits}"


def _memory(subject: Subject, facts: Facts, memory: Figure) -> Fact:
    """Say how the guest comes by its memory."""
    rule = memory_rule(facts.values)
    ram_mb = facts.get("hosts.ram_mb")
    if rule is None or (rule.lookup and not rule.usable):
        return Fact("guest memory", "? the settings of the lookup cannot be read as two lists")
    if not rule.lookup:
        known = subject.known(VM + "Memory", facts)
        return Fact("guest memory", f"{rule.fixed_mb:,} MB, {known.words}: no lookup", known.place)
    known = subject.known("hosts.ram_mb", facts)
    if ram_mb is None or memory.value is None:
        return Fact("guest memory", "? the plan does not give ram_mb", known.place)
    return Fact("guest memory", _step(rule, ram_mb, memory.value), known.place)


def _step(rule: MemoryRule, ram_mb: int, guest_mb: float) -> str:
    """Name the step of the lookup that a computer's memory reaches."""
    reached = [step for step in rule.host_steps if step <= ram_mb]
    step = reached[-1] if reached else rule.host_steps[0]
    return f"host has {ram_mb:,} MB; the {step:,} step gives {guest_mb:,.0f} MB"


def _sources(memory: Figure, need: DiskNeed) -> Iterator[Entry]:
    """Give every reading behind the figures, then the topics."""
    sources: dict[Source, None] = {}
    for figure in (memory, need.planned, need.peak):
        _gather(figure, sources)
    for source in sources:
        if source.reading:
            yield Fact("reading", f"{source.reading} ({', '.join(source.register)})")
    topics = dict.fromkeys(topic for source in sources for topic in source.topics)
    yield Fact("source", ", ".join(topics))


def _gather(figure: Figure, sources: dict[Source, None]) -> None:
    """Collect what a figure and its terms rest on, where they count."""
    if figure.source is not None and figure.value != 0:
        sources[figure.source] = None
    for term in figure.terms:
        _gather(term, sources)


def _ways(subject: Subject, row: int) -> Iterator[Entry]:
    """Give the changes that would leave more space, where there is too little."""
    hosts = subject.review.hosts
    room = hosts.headroom_gb(row)
    if room is None or room >= -TOLERANCE_GB:
        return
    yield Fact("ways to fit", f"free {size(-room)} more")
    values = sized_values(hosts.subjects, hosts.subjects.groups[hosts.group_of[row]])
    base_gb = values.get("hosts.base_vhd_free_disk_gb")
    free_gb = hosts.fleet.fact(row, "free_disk_gb")
    for text, change, intent in _candidates(subject, row, values):
        new = headroom_gb(disk_need(values | change), free_gb, base_gb)
        if new is not None and new - room > TOLERANCE_GB:
            yield Way(text, new - room, new >= -TOLERANCE_GB, intent)


def _candidates(
    subject: Subject, row: int, values: dict[str, Any]
) -> Iterator[tuple[str, dict[str, Any], Intent]]:
    """Give what could be changed: words, the changed facts, the edit."""
    users, shared = values.get("hosts.users"), values.get(SHARED)
    place = subject.workspace
    if users is not None and users > 1 and not shared and place is not None:
        fewer = f"{users - 1} {'user' if users == 2 else 'users'} instead of {users}"
        yield fewer, {"hosts.users": users - 1}, host_value(subject, row, "users", users - 1)
        path = subject.review.hosts.subjects.path(SHARED, place)
        yield "one shared workspace", {SHARED: True}, SetValue(path, True)
    for key, words in (
        ("keep_local_copy", "keep no local copy"),
        ("keep_esd_copy", "keep no copy of the ESD"),
    ):
        yield words, {f"budget.{key}": False}, SetValue(("budget", key), False)


def host_value(subject: Subject, row: int, key: str, value: Scalar) -> Intent:
    """Give a computer a fact; one of an inventory becomes a host of the plan that overrides it."""
    fleet = subject.review.hosts.fleet
    index = fleet.places[row].index
    if index is not None:
        return SetValue(("hosts", index, key), value)
    return AddTable(("hosts",), (("name", fleet.names[row]), (key, value)))
