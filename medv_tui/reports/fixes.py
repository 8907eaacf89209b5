"""What would mend a finding, in words."""

from datetime import date

from medv_tui.findings import (
    AddItem,
    Finding,
    Intent,
    Path,
    RemoveKey,
    Reorder,
    Scalar,
    SetValue,
)
from medv_tui.practices.catalogue import practice


def remedy(finding: Finding) -> str:
    """Say what to do: the edit of the plan that mends it, else what its practice asks for."""
    return practice(finding.practice).todo if finding.fix is None else in_words(finding.fix)


def in_words(intent: Intent) -> str:
    """Say what an edit would do to the plan."""
    match intent:
        case SetValue(path, value):
            return f"Set {dotted(path)} = {_toml(value)}"
        case AddItem(path, value):
            return f"Add {_toml(value)} to {dotted(path)}"
        case RemoveKey(path):
            return f"Remove {dotted(path)}"
        case Reorder(path, items):
            return f"Set {dotted(path)} = {_toml(items)}"
        case _:
            return f"Attest {intent.practice}"


def dotted(path: Path) -> str:
    """Write a path as people do, `hosts[3].ram_mb`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _toml(value: Scalar | tuple[Scalar, ...]) -> str:
    """Write a value as it would stand in the plan."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return f"'{value}'" if "\\" in value or '"' in value else f'"{value}"'
    return str(value)
