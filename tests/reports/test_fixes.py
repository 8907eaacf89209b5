from datetime import date

import pytest

from medv_tui.findings import (
    AddItem,
    AddTable,
    Attest,
    DuplicateTable,
    Intent,
    Range,
    RemoveKey,
    RenameKey,
    Reorder,
    Rewrite,
    SetAll,
    SetValue,
)
from medv_tui.reports.fixes import in_words


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        (SetValue(("deployment", "silent"), True), "Set deployment.silent = true"),
        (SetValue(("hosts", 3, "ram_mb"), 2048), "Set hosts[3].ram_mb = 2048"),
        (
            SetValue(("plan", "retire_by"), date(2027, 6, 30)),
            "Set plan.retire_by = 2027-06-30",
        ),
        (
            AddItem(("deployment", "order"), "kb977206"),
            'Add "kb977206" to deployment.order',
        ),
        (RemoveKey(("budget", "reserve_gb")), "Remove budget.reserve_gb"),
        (
            Rewrite(Range(1, 1, 1, 6), "hosts:", "[[hosts]]"),
            "Write [[hosts]] instead of hosts:",
        ),
        (
            Rewrite(Range(1, 9, 1, 17), ", users = 3", "\nusers = 3"),
            "Put users = 3 on a line of its own",
        ),
        (Rewrite(Range(1, 9, 1, 10), "\u00a0", " "), "Write a space instead of what stands here"),
        (RenameKey(("hosts", 2, "ram"), "ram_mb"), "Rename hosts[2].ram to ram_mb"),
        (Reorder(("deployment", "order"), ("a", "b")), 'Set deployment.order = ["a", "b"]'),
        (
            SetValue(("deployment", "arguments", "host_agent_update"), 'REBOOT="X"'),
            "Set deployment.arguments.host_agent_update = 'REBOOT=\"X\"'",
        ),
        (
            SetAll((("hosts", 0, "workspace"), ("host_defaults", "workspace")), "x"),
            'Set workspace = "x" in 2 places',
        ),
        (AddTable(("hosts",)), "Add a table to hosts"),
        (DuplicateTable(("hosts", 2)), "Copy hosts[2]"),
        (Attest("image-compact-vhd"), "Attest image-compact-vhd"),
        (Attest("image-compact-vhd", status="waived", reason="x"), "Waive image-compact-vhd"),
    ],
)
def test_an_edit_is_told_in_words(intent: Intent, words: str) -> None:
    assert in_words(intent) == words
