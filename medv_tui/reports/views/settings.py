"""Every documented setting of one workspace: its value, who decides on it, what it overrides."""

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from medv_tui.findings import Path
from medv_tui.plan.overrides import overridden_by, overrides_by
from medv_tui.plan.related_values import RELATED
from medv_tui.plan.setting import Kind, Setting
from medv_tui.plan.settings import SETTINGS
from medv_tui.practices.topics.settings_values import find_setting
from medv_tui.reports.explanation import (
    Described,
    Entry,
    Explanation,
    Fact,
    Place,
    Section,
    Sentence,
)
from medv_tui.reports.explanation import explained as put_together
from medv_tui.reports.members import Line, Members
from medv_tui.reports.origins import Subject, shown_value
from medv_tui.review.review import Review

Origin: TypeAlias = Literal["plan", "user", "default", "undocumented", "unreadable"]
"""Who decides on a value: the plan, the user, or the documented default; there may be none."""

KEY = r"HKLM\SOFTWARE\Microsoft\Medv\v2"
RESOLUTION = "machine policy, user policy, HKLM, HKCU, default; the first that has a value (C-09)"
"""Where MED-V looks for a setting."""

_HIVES = {
    "Diagnostics": rf"{KEY}\Diagnostics",
    "Fts": rf"{KEY}\Fts",
    "UserExperience": rf"{KEY}\UserExperience, and the same in HKCU",
    "VM": rf"{KEY}\VM, and the same in HKCU",
    "Guest": rf"{KEY} in the guest",
}
_DELIVERED = {
    "group-policy": "Group Policy writes it to HKLM",
    "registry": "a registry file writes it to HKLM",
    "wmi": "WMI writes it on each computer",
    "packager-script": "only a package that is built and deployed again changes it",
    None: "the plan does not say how; operations.settings_via does",
}


_DECIDED = "Decided in the plan"


class SettingMembers(Members):
    """One setting of one workspace."""

    key: str
    """Last part of the registry key: Diagnostics, Fts, VM ..."""
    name: str
    value: bool | int | str | tuple[int | str, ...] | None
    """What holds; null where nothing is documented or it cannot be read."""
    default: bool | int | str | tuple[int | str, ...] | None
    unit: str
    origin: Origin
    line: Line | None
    """Of the plan, where the plan gives the value."""
    overridden_by: str | None
    """The setting because of which this one has no effect."""
    overrides: tuple[str, ...]
    """What this one takes the effect of."""
    meaning: str
    interactions: tuple[str, ...]
    contradictions: tuple[str, ...]
    """Where the official material disagrees with itself, with both values."""
    reading: str
    """What this program takes as right."""
    source: tuple[str, ...]


class SettingsMembers(Members):
    """The settings of one workspace."""

    workspace: str
    changed_by: str
    """How a deployed setting is changed."""
    items: tuple[SettingMembers, ...]


def settings_of(review: Review, position: int) -> SettingsMembers:
    """Give every documented setting of the workspace at this position."""
    workspace = review.plan.workspaces[position]
    return SettingsMembers(
        workspace=workspace.name,
        changed_by=_DELIVERED[review.plan.operations.settings_via],
        items=tuple(_setting(review, position, setting) for setting in SETTINGS),
    )


def explain_settings(review: Review, position: int) -> Explanation:
    """Explain every documented setting of a workspace: first what the plan decides, then by key."""
    told = settings_of(review, position)
    sections: dict[str, list[Entry]] = {_DECIDED: []}
    for setting, item in zip(SETTINGS, told.items, strict=True):
        is_decided = item.origin in {"plan", "user", "unreadable"}
        path = _path(review, position, setting)
        place = None if item.line is None else Place(item.line, path)
        label = f"{item.key}.{item.name}" if is_decided else item.name
        entry = Described(label, _value(setting, item), _text(item, is_decided), place)
        sections.setdefault(_DECIDED if is_decided else _title(setting.key), []).append(entry)
    return put_together(
        f"Settings of {told.workspace}",
        Section("", tuple(_summary(told))),
        *(Section(title, tuple(entries)) for title, entries in sections.items()),
        Section("Other registry values that the topics name", tuple(_related(review, position))),
        Section("Where the documentation disagrees with itself", tuple(_contradictions(told))),
    )


def _setting(review: Review, position: int, setting: Setting) -> SettingMembers:
    """Work one setting out."""
    values = review.hosts.subjects.workspace_facts[position].values
    path = _path(review, position, setting)
    origin = _origin(review, position, setting)
    where = review.spans.value(path) if origin == "plan" else None
    by = overridden_by(setting, values)
    return SettingMembers(
        key=setting.key,
        name=setting.name,
        value=_plain(values.get(setting.path)),
        default=setting.default,
        unit="" if setting.unit == "level" else setting.unit,
        origin=origin,
        line=None if where is None else where.line,
        overridden_by=None if by is None else f"{by.key}.{by.name}",
        overrides=tuple(overrides_by(setting, values)),
        meaning=setting.meaning,
        interactions=setting.interactions,
        contradictions=setting.contradictions,
        reading=setting.source.reading,
        source=setting.source.topics,
    )


def _plain(value: Any) -> Any:
    """Give one text of a list that other tools take as one text as it is, and lists as tuples."""
    return tuple(value) if isinstance(value, list) else value


def _path(review: Review, position: int, setting: Setting) -> Path:
    return review.hosts.subjects.path(setting.path, position)


def _origin(review: Review, position: int, setting: Setting) -> Origin:
    """Say who decides on a setting's value."""
    subjects = review.hosts.subjects
    if subjects.is_unreadable(_path(review, position, setting)):
        return "unreadable"
    if setting.path in subjects.workspace_facts[position].values["workspaces.settings.written"]:
        return "plan"
    left = review.plan.workspaces[position].user_choice or ()
    if any(find_setting(text) == setting for text in left):
        return "user"
    return "undocumented" if setting.default is None else "default"


def _title(key: str) -> str:
    return f"{key}: {_HIVES[key]}"


def _summary(told: SettingsMembers) -> Iterator[Entry]:
    """Count who decides, and say where MED-V looks."""
    counts = dict.fromkeys(_BY_WHOM, 0)
    for item in told.items:
        counts[item.origin] += 1
    said = [f"{number} {_BY_WHOM[origin]}" for origin, number in counts.items() if number]
    yield Sentence(f"{len(told.items)} documented settings: {', '.join(said)}.")
    yield Fact("looked up in", RESOLUTION)
    yield Fact("after deployment", told.changed_by)


_BY_WHOM: dict[Origin, str] = {
    "plan": "set by the plan",
    "user": "left to the user",
    "default": "by their documented default",
    "undocumented": "without a documented value",
    "unreadable": "unreadable because of a problem in the text",
}


def _value(setting: Setting, item: SettingMembers) -> str:
    """Write the value with who decides on it."""
    value = shown_setting(setting, item.value)
    match item.origin:
        case "plan":
            return f"{value}, {_beside(setting, item)}"
        case "user":
            return f"{value} unless the user chooses otherwise"
        case "default":
            return f"{value}, the default"
        case "undocumented":
            return "blank; no default is documented"
        case "unreadable":
            return "? because of a problem in the text"


def _beside(setting: Setting, item: SettingMembers) -> str:
    """Compare a value with the default."""
    if item.default is None:
        return "without a documented default"
    if item.value == item.default:
        return "the default too"
    return f"not the default {shown_setting(setting, item.default)}"


def _text(item: SettingMembers, is_decided: bool) -> str:
    """Say what a setting means and does; of what nobody decided only what it overrides."""
    sentences = [item.meaning]
    if item.overridden_by:
        sentences.append(f"No effect now, because of {item.overridden_by}.")
    if item.overrides:
        sentences.append(f"Overrides {', '.join(item.overrides)}.")
    return " ".join((*sentences, *(item.interactions if is_decided else ())))


def shown_setting(setting: Setting, value: Any) -> str:
    """Write a value with its unit, or with the name of its level."""
    if value is None:
        return "blank"
    if setting.kind is Kind.NUMBER and not isinstance(value, bool):
        if setting.choices:
            named = 0 <= value < len(setting.choices)
            return f"{value} ({setting.choices[value]})" if named else str(value)
        return f"{value:,} {setting.unit}"
    unit = f" {setting.unit}" if setting.unit else ""
    return shown_value(value) + unit


def _related(review: Review, position: int) -> Iterator[Entry]:
    """Give the values that are no settings of MED-V, with what the plan says of them."""
    facts = review.hosts.subjects.workspace_facts[position]
    for value in RELATED:
        text = f"{value.meaning} It stands in {value.where}."
        if not value.fact:
            yield Described(value.name, "", text)
            continue
        known = Subject(review, position).known(value.fact, facts)
        says = known.value if known.value == "?" else f"{known.key} = {known.value}"
        yield Described(value.name, says, text, known.place if known.value != "?" else None)


def _contradictions(told: SettingsMembers) -> Iterator[Entry]:
    """Give every disagreement about a setting with both sides, then what is taken as right."""
    for item in told.items:
        if item.contradictions:
            taken = (f"Taken here: {item.reading}",) if item.reading else ()
            yield Described(item.name, "", " ".join((*item.contradictions, *taken)))
