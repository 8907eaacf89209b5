"""What would mend a finding, in words: the edit it offers, or what its practice asks for."""

from collections.abc import Mapping

from medv_tui.findings import (
    AddItem,
    AddTable,
    Attest,
    DuplicateTable,
    Finding,
    Intent,
    RemoveKey,
    RenameKey,
    Reorder,
    Rewrite,
    SetAll,
    SetValue,
)
from medv_tui.planfile.notation import one_line, shown
from medv_tui.practices.catalogue import practice

_VERBS: Mapping[type[Intent], str] = {
    RemoveKey: "Remove",
    DuplicateTable: "Copy",
    AddTable: "Add a table to",
}


def remedy(finding: Finding) -> str:
    """Say what to do: the edit of the plan that mends it, else what its practice asks for."""
    return practice(finding.practice).todo if finding.fix is None else in_words(finding.fix)


def in_words(intent: Intent) -> str:
    """Say what an edit would do to the plan."""
    match intent:
        case SetValue(path, value) | Reorder(path, value):
            return f"Set {shown(path)} = {one_line(value)}"
        case SetAll(paths, value):
            keys = " and ".join(dict.fromkeys(str(path[-1]) for path in paths))
            return f"Set {keys} = {one_line(value)} in {len(paths):,} places"
        case AddItem(path, value):
            return f"Add {one_line(value)} to {shown(path)}"
        case RemoveKey(path) | DuplicateTable(path) | AddTable(path):
            return f"{_VERBS[type(intent)]} {shown(path)}"
        case RenameKey() | Rewrite():
            return _otherwise(intent)
        case Attest():
            verb = "Waive" if intent.status == "waived" else "Attest"
            return f"{verb} {intent.practice}"


def _otherwise(intent: RenameKey | Rewrite) -> str:
    if isinstance(intent, RenameKey):
        return f"Rename {shown(intent.path)} to {intent.name}"
    typed, written = intent.typed.strip(), " ".join(intent.written.split())
    if intent.written.startswith("\n"):
        return f"Put {written} on a line of its own"
    return f"Write {written or 'a space'} instead of {typed or 'what stands here'}"
