"""Edits of a plan that a careful person keeps, compared with what that person would write.

Each file beside the plan holds the lines around one edit: a minus before a line that goes, a
plus before a new one, a blank before those that stay. Three points stand between two places.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from medv_tui.findings import (
    AddItem,
    AddTable,
    Attest,
    DuplicateTable,
    Intent,
    RemoveKey,
    Reorder,
    SetValue,
)
from medv_tui.planfile.edit import apply, edit
from medv_tui.planfile.rename import renamed
from medv_tui.planfile.replacement import Replacement
from medv_tui.planfile.together import together

CAREFUL = Path(__file__).with_name("careful")
PLAN = (CAREFUL / "plan.toml").read_text()
BROKEN = "external_sites_blocked = ture"
"""A line that is half typed while something else is edited."""

DAY = date(2026, 11, 20)
BACKUP, UPDATE = "image-backup-before-seal", "image-kb959209"

INTENTS: dict[str, Intent] = {
    "01-set-a-number": SetValue(("hosts", 0, "ram_mb"), 16384),
    "02-set-a-date": SetValue(("plan", "retire_by"), date(2027, 12, 31)),
    "03-set-a-path": SetValue(("workspaces", 0, "output_folder"), r"E:\VHD"),
    "04-set-a-pair": SetValue(("inventories", 0, "columns", "ram_mb"), "Memory0"),
    "05-set-a-dotted-key": SetValue(("deployment", "arguments", "host_agent"), "/qb"),
    "06-reorder-a-list": Reorder(
        ("deployment", "order"), ("host-agent", "windows-virtual-pc", "workspace")
    ),
    "07-add-an-item": AddItem(("workspaces", 0, "image", "dotnet"), "4.0"),
    "08-remove-an-item": RemoveKey(("deployment", "order", 1)),
    "09-add-a-key": SetValue(("hosts", 2, "users"), 3),
    "10-add-a-longer-key": SetValue(("host_defaults", "windows_virtual_pc"), True),
    "11-add-a-key-with-its-table": SetValue(
        ("workspaces", 0, "settings", "VM", "NetworkingMode"), "Bridged"
    ),
    "12-remove-a-key-with-its-comment": RemoveKey(("infrastructure", "esd_nat_hotfix")),
    "13-set-a-setting": SetValue(("workspaces", 0, "settings", "Fts", "Mode"), "Silent"),
    "14-add-a-host": AddTable(("hosts",), (("name", "KSK-0002"), ("workspace", "kiosk"))),
    "15-copy-a-host": DuplicateTable(("hosts", 1), (("name", "FIN-0003"),)),
    "16-delete-a-host-with-its-comment": RemoveKey(("hosts", 1)),
    "17-delete-a-workspace": RemoveKey(("workspaces", 1)),
    "18-add-an-application": AddTable(("workspaces", 0, "applications"), (("name", "Reader 8"),)),
    "21-attest-again": Attest(BACKUP, "finance", by="Maria", on=DAY),
    "22-waive-a-practice": Attest(
        UPDATE, status="waived", by="Maria", on=DAY, reason="no such application"
    ),
}
ASSIGNED = [SetValue(("hosts", number, "workspace"), "kiosk") for number in (0, 2)]

Edit = Callable[[str], Sequence[Replacement]]
EDITS: dict[str, Edit] = {
    **{name: partial(edit, intent=intent) for name, intent in INTENTS.items()},
    "19-assign-hosts": partial(together, values=ASSIGNED),
    "20-rename-a-workspace": partial(renamed, old="finance", new="money"),
}


def written_by_a_person(name: str) -> str:
    """Give the plan with the lines of one file changed."""
    text = PLAN
    for place in (CAREFUL / f"{name}.diff").read_text().split("...\n"):
        lines = place.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in " -")
        new = "".join(line[1:] for line in lines if line[0] in " +")
        assert text.count(old) == 1, f"{name} is not about one place of the plan"
        text = text.replace(old, new)
    return text


def test_every_file_is_an_edit_and_every_edit_has_its_file() -> None:
    assert {path.stem for path in CAREFUL.glob("*.diff")} == set(EDITS)


@pytest.mark.parametrize("name", sorted(EDITS))
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_an_edit_is_what_a_careful_person_writes(name: str, newline: str) -> None:
    text = PLAN.replace("\n", newline)
    assert apply(text, EDITS[name](text)) == written_by_a_person(name).replace("\n", newline)


@pytest.mark.parametrize("name", sorted(EDITS))
def test_an_edit_is_the_same_while_another_line_is_broken(name: str) -> None:
    text = PLAN.replace("external_sites_blocked = true", BROKEN)
    wanted = written_by_a_person(name).replace("external_sites_blocked = true", BROKEN)
    assert apply(text, EDITS[name](text)) == wanted
