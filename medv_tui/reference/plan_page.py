"""The reference page of the plan: every table, key and setting."""

from collections.abc import Iterator

from medv_tui.plan.keys import Key, TableKeys, tables
from medv_tui.plan.settings import SETTINGS, Setting
from medv_tui.reference.markdown import prose

_INTRODUCTION = """\
# The plan file

A plan is a TOML 1.0 file in UTF-8. Every key is optional unless marked **required**; what is
absent is unknown, never false or zero, unless a default stands here. Sizes are finite and not
negative, and 1 GB = 1024 MB. Paths are relative to the plan's folder. With
`#:schema ./medv-plan.schema.json` as its first line, editors complete and check it;
`medv-tui schema` prints that file and `medv-tui new PLAN` writes both.
"""

_SETTINGS_INTRODUCTION = """\
## MED-V settings

Under `[workspaces.settings.KEY]`, in their documented spelling. Switches take `true` or `false`
and `1` or `0`, lists of numbers take numbers or decimal text, and choices are read in any case.
A setting that the plan leaves out has its documented default. A value outside its range is a
finding of a practice, never a problem with the text.
"""

_SETTINGS = "workspaces.settings"
_LARGE = 1_000_000
"""From here on a limit only keeps slips of the keyboard out, and says nothing about MED-V."""


def plan_page() -> str:
    """Give the page in Markdown."""
    parts = [_INTRODUCTION, *(_table(table) for table in tables() if _is_plain(table))]
    parts.append(_SETTINGS_INTRODUCTION)
    parts += [_setting(setting) for setting in SETTINGS]
    return "\n".join(parts)


def _is_plain(table: TableKeys) -> bool:
    """Say whether a table holds keys of the plan's own rather than MED-V settings."""
    return bool(table.keys) and not table.path.startswith(_SETTINGS)


def _table(table: TableKeys) -> str:
    """Write one table's section."""
    header = f"[[{table.path}]]" if table.many else f"[{table.path}]"
    title = f"`{header}`" if table.path else "At the top"
    rows = "\n".join(map(_key, table.keys))
    return (
        f"## {title}\n\n{prose(table.description)}\n\n"
        f"| Key | Value | Default | Meaning |\n|---|---|---|---|\n{rows}\n"
    )


def _key(key: Key) -> str:
    """Write one key's row."""
    name = f"`{key.name}` **required**" if key.required else f"`{key.name}`"
    value = key.type + (f" in {key.unit}" if key.unit else "")
    if key.choices:
        value += ": " + ", ".join(f"`{choice}`" for choice in key.choices)
    limits = _limits(key.minimum, key.maximum)
    value += f", {limits}" if limits else ""
    default = "" if key.default is None else f"`{_value(key.default)}`"
    return f"| {name} | {value} | {default} | {prose(key.description)} |"


def _setting(setting: Setting) -> str:
    """Write one setting's section."""
    lines = "\n".join(f"- {line}" for line in _setting_lines(setting))
    return f"### {setting.key}.{setting.name}\n\n{prose(setting.meaning)}\n\n{lines}\n"


def _setting_lines(setting: Setting) -> Iterator[str]:
    """Say everything that is documented of a setting."""
    registry = setting.registry_type or "not in the registry, known to WMI only"
    yield f"Value: {setting.kind.value}{f' in {setting.unit}' if setting.unit else ''}; {registry}"
    if setting.choices:
        first = 0 if setting.kind == "number" else None
        named = [
            f"`{choice}`" if first is None else f"{number} `{choice}`"
            for number, choice in enumerate(setting.choices)
        ]
        yield f"Choices: {', '.join(named)}"
    if setting.minimum is not None or setting.maximum is not None:
        yield f"Range: {setting.minimum} to {setting.maximum}"
    default = "blank" if setting.default is None else f"`{_value(setting.default)}`"
    yield f"Default: {default}"
    if setting.property:
        yield f"WMI property: `{setting.property}` ({setting.property_type})"
    yield from (f"Interaction: {prose(sentence)}" for sentence in setting.interactions)
    yield from (f"Contradiction: {prose(sentence)}" for sentence in setting.contradictions)
    if setting.source.reading:
        yield f"Reading: {prose(setting.source.reading)}"
    yield f"Source: {', '.join(f'*{topic}*' for topic in setting.source.topics)}"


def _limits(minimum: float | None, maximum: float | None) -> str:
    """Write limits that mean something."""
    least = "" if minimum is None else f"{minimum:g} or more"
    if maximum is None or maximum >= _LARGE:
        return least
    return f"at most {maximum:g}" if minimum is None else f"{minimum:g} to {maximum:g}"


def _value(value: object) -> str:
    """Write a default as it would stand in a plan."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_value, value))}]"
    return f"{value:g}" if isinstance(value, float) else str(value)
