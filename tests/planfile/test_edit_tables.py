from datetime import date

import pytest

from medv_tui.findings import AddTable, Attest, DuplicateTable, Intent, Path, RemoveKey, SetValue
from medv_tui.planfile.edit import EditRefusedError, edit
from medv_tui.reference.starter import starter
from tests.planfile.editing import PLAN, check, edited


@pytest.mark.parametrize(
    ("intent", "old", "new"),
    [
        (
            AddTable(("hosts",), (("name", "FIN-0004"), ("ram_mb", 4096), ("dotnet", ("2.0",)))),
            "# users   = 2\n",
            '# users   = 2\n\n[[hosts]]\nname    = "FIN-0004"\nram_mb  = 4096\ndotnet  = ["2.0"]\n',
        ),
        (
            AddTable(("hosts",), (("name", "A"), ("free_disk_gb", 60.0))),
            "# users   = 2\n",
            '# users   = 2\n\n[[hosts]]\nname         = "A"\nfree_disk_gb = 60.0\n',
        ),
        (
            AddTable(("workspaces",), (("name", "x"),)),
            'name = "kiosk"\n',
            'name = "kiosk"\n\n[[workspaces]]\nname = "x"\n',
        ),
        (
            AddTable(("workspaces", 0, "applications"), (("name", "x"),)),
            'name = "Ledger 3.1"\n',
            'name = "Ledger 3.1"\n\n[[workspaces.applications]]\nname = "x"\n',
        ),
        (
            AddTable(("workspaces", 1, "applications"), (("name", "x"),)),
            'name = "kiosk"\n',
            'name = "kiosk"\n\n[[workspaces.applications]]\nname = "x"\n',
        ),
        (
            AddTable(("inventories",), (("file", "b.csv"),)),
            'Memory0" }\n',
            'Memory0" }\n\n[[inventories]]\nfile = "b.csv"\n',
        ),
    ],
)
def test_a_new_table_follows_the_last_of_its_kind(intent: Intent, old: str, new: str) -> None:
    check(intent, old, new)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("", '[[hosts]]\nname = "A"\n'),
        ("format = 1\n", 'format = 1\n\n[[hosts]]\nname = "A"\n'),
        ("[plan]", '[plan]\n\n[[hosts]]\nname = "A"'),
        ("[[hosts]]\n[[hosts]]\n", '[[hosts]]\n[[hosts]]\n[[hosts]]\nname = "A"\n'),
        ("hosts = []\n", 'hosts = [{ name = "A" }]\n'),
        ("hosts = [{ name = 'B' }]\n", "hosts = [{ name = 'B' }, { name = \"A\" }]\n"),
        ("[hosts]\n", None),
    ],
)
def test_the_first_host_is_put_into_any_layout(text: str, new: str | None) -> None:
    intent = AddTable(("hosts",), (("name", "A"),))
    if new is None:
        with pytest.raises(EditRefusedError):
            edit(text, intent)
    else:
        assert edited(text, intent) == new


BOSS = """\
# The boss's machine: do not touch it before May.
[[hosts]]
name    = "FIN-0002"
ram_mb  = 2048

"""


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        (("hosts", 0), '[[hosts]]\nname    = "FIN-0001"\nram_mb  = 4096\nusers   = 3\n\n'),
        (("hosts", 1), BOSS),
        (("hosts", 2), '[[hosts]]\nname    = "FIN-0003"\n# users   = 2\n\n'),
        (("budget",), "[budget]\nreserve_gb = 1.5\n\n"),
        (("workspaces", 1), '[[workspaces]]\nname = "kiosk"\n\n'),
        (
            ("workspaces", 0, "image"),
            "[workspaces.image]\nvhd_gb = 2.6        # measured in the lab\nservice_pack = 3\n"
            'dotnet = ["3.5 SP1"]\n',
        ),
        (("workspaces", 0, "settings"), '[workspaces.settings.Fts]\nMode = "Unattended"\n'),
    ],
)
def test_a_removed_table_takes_what_is_its_own(path: Path, gone: str) -> None:
    check(RemoveKey(path), gone, "")


def test_a_removed_workspace_takes_its_tables_and_leaves_the_sections() -> None:
    start = PLAN.index('[[workspaces]]\nname = "finance"')
    gone = PLAN[start : PLAN.index("# ---- Kiosks")]
    check(RemoveKey(("workspaces", 0)), gone, "")


def test_a_table_at_the_end_takes_the_blank_line_above_it() -> None:
    gone = PLAN[PLAN.index("\n[[inventories]]") :]
    check(RemoveKey(("inventories", 0)), gone, "")
    check(RemoveKey(("inventories",)), gone, "")


def test_a_removed_list_takes_all_its_tables_and_nothing_between_others() -> None:
    text = "[[a]]\nx = 1\n\n[b]\ny = 1\n\n# two\n[[a]]\nx = 2\n\n[c]\n"
    assert edited(text, RemoveKey(("a",))) == "[b]\ny = 1\n\n[c]\n"


@pytest.mark.parametrize(
    ("text", "path", "new"),
    [
        ("#:schema x\n[a]\nb = 1\n\n[c]\n", ("a",), "#:schema x\n\n[c]\n"),
        ("[a]\n\n\n[b]\n\n[c]\n", ("b",), "[a]\n\n\n[c]\n"),
        ("[a]\n\n[b]\n\n\n[c]\n", ("b",), "[a]\n\n\n[c]\n"),
        ("[a]\n\n[b]", ("b",), "[a]"),
        ("[a]\n[a.b]\n[c]\n[a.d]\n[e]\n", ("a",), "[c]\n[e]\n"),
        ("[a.b]\n", ("a",), ""),
        ("hosts = [{ name = 'A' }, { name = 'B' }]\n", ("hosts", 0), "hosts = [{ name = 'B' }]\n"),
    ],
)
def test_a_table_is_removed_from_any_layout(text: str, path: Path, new: str) -> None:
    assert edited(text, RemoveKey(path)) == new


def test_a_copy_stands_below_its_original_without_the_comment_above_it() -> None:
    check(
        DuplicateTable(("hosts", 1), (("name", "FIN-0002B"), ("site", "B"))),
        "ram_mb  = 2048\n",
        'ram_mb  = 2048\n\n[[hosts]]\nname    = "FIN-0002B"\nram_mb  = 2048\nsite    = "B"\n',
    )


def test_a_copied_workspace_has_all_its_tables() -> None:
    start = PLAN.index('[[workspaces]]\nname = "finance"')
    own = PLAN[start : PLAN.index("# ---- Kiosks")]
    copy = own.replace('"finance"', '"finance-2"')
    check(DuplicateTable(("workspaces", 0), (("name", "finance-2"),)), own, own + copy)


def test_a_copy_of_an_inline_table_is_one_too() -> None:
    text = "hosts = [{ name = 'A' }]\n"
    assert edited(text, DuplicateTable(("hosts", 0), (("name", "B"),))) == (
        "hosts = [{ name = 'A' }, { name = 'B' }]\n"
    )


@pytest.mark.parametrize("path", [("plan",), ("hosts", 7), ("deployment", "order", 0)])
def test_only_tables_of_a_list_are_copied(path: Path) -> None:
    with pytest.raises(EditRefusedError):
        edit(PLAN, DuplicateTable(path, (("name", "x"),)))


DONE = Attest(
    "image-backup-before-seal",
    workspace="finance",
    by="Image team",
    on=date(2026, 11, 20),
    evidence="backup job 4711",
)
ATTESTED = """
[[attestations]]
practice = "image-backup-before-seal"
status = "done"
workspace = "finance"
by = "Image team"
on = 2026-11-20
evidence = "backup job 4711"
"""


def test_a_persons_word_becomes_a_table_in_documented_order() -> None:
    check(DONE, 'Memory0" }\n', f'Memory0" }}\n{ATTESTED}')


def test_a_new_word_for_the_same_subject_replaces_the_earlier_one() -> None:
    waived = Attest(
        "image-backup-before-seal",
        workspace="Finance",
        status="waived",
        reason="leased until January",
        expires=date(2027, 3, 1),
        on=date(2026, 11, 22),
    )
    text = PLAN + ATTESTED
    new = (
        'status = "waived"\nworkspace = "finance"\non = 2026-11-22\n'
        'reason = "leased until January"\nexpires = 2027-03-01\n'
    )
    check(waived, ATTESTED.partition('seal"\n')[2], new, text)


def test_words_for_other_subjects_stand_beside_each_other() -> None:
    text = PLAN + ATTESTED
    for other in (
        Attest("image-backup-before-seal"),
        Attest("image-backup-before-seal", hosts=("LAB-*",)),
        Attest("image-compact-vhd", workspace="finance"),
    ):
        assert edited(text, other).startswith(text)


def test_a_waiver_without_a_reason_is_refused() -> None:
    with pytest.raises(EditRefusedError, match="for what reason"):
        edit(PLAN, Attest("image-compact-vhd", status="waived"))


@pytest.mark.parametrize(
    ("intent", "old", "new"),
    [
        (
            SetValue(("workspaces", 0, "image", "vhd_gb"), 2.6),
            "[workspaces.image]\n",
            "[workspaces.image]\nvhd_gb = 2.6\n",
        ),
        (
            AddTable(("hosts",), (("name", "B"),)),
            "\n# A fleet from a CSV file",
            '\n[[hosts]]\nname = "B"\n\n# A fleet from a CSV file',
        ),
        (
            SetValue(("budget", "reserve_gb"), 1),
            "# copy_locally = true\n",
            "# copy_locally = true\n\n[budget]\nreserve_gb = 1\n",
        ),
    ],
)
def test_keys_that_wait_in_comments_stay_with_their_table(
    intent: Intent, old: str, new: str
) -> None:
    check(intent, old, new, starter())
