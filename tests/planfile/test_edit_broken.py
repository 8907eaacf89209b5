import pytest

from medv_tui.findings import AddTable, Attest, DuplicateTable, Intent, RemoveKey, SetValue
from medv_tui.planfile.edit import EditRefusedError, edit
from medv_tui.planfile.syntax import read
from tests.planfile.editing import edited, replaced, windows

BEFORE = """\
format = 1
[plan]
name = "x"
[[hosts]]
name = "A"
os = "Windows 7"
"""
AFTER = """
ram_mb = 4096

# the second
[[hosts]]
name = "B"
ram_mb = 8192

[budget]
reserve_gb = 1
"""
MISTAKES = (
    "edition = Windows 7", "server = flase", "server = null", "users", "users =", "= 3", "users 3",
    "users: 3", "my users = 3", "users = 04", "free_disk_gb = 2,5", "free_disk_gb = 60 GB",
    "last_seen = 2026-13-01", "model = “OptiPlex”", "users\u00a0= 3", "// three users",
    "users = 3;", "users = 3 site = 'x'", "<<<<<<< HEAD\nusers = 3\n=======\nusers = 4\n>>>>>>> x",
    'site = "Head', "site = 'Head\"", 'site = """Head', 'dotnet = ["a"', 'dotnet = [\n "a",',
    "more = { a = 1", 'dotnet = ["a" "b"]', "more = { a = 1, a = 2 }", "[[hosts", "[[hosts]",
    ",[[hosts]]", "[bugdet", "[plan]", "[hosts]", "[[plan]]", 'os = "Windows 7"', "os.name = 'x'",
    "name = 'C'", 'site = "a\x07"', "# a\x00", 'site = "C:\\Users"', "users = 1__0",
)  # fmt: skip


@pytest.mark.parametrize("typed", MISTAKES)
@pytest.mark.parametrize(
    ("old", "new", "intent"),
    [
        ("8192", "7", SetValue(("hosts", 1, "ram_mb"), 7)),
        ("8192\n", "8192\nusers = 3\n", SetValue(("hosts", 1, "users"), 3)),
        ('name = "x"\n', 'name = "x"\nowner = "y"\n', SetValue(("plan", "owner"), "y")),
        ("ram_mb = 8192\n", "", RemoveKey(("hosts", 1, "ram_mb"))),
        ('# the second\n[[hosts]]\nname = "B"\nram_mb = 8192\n\n', "", RemoveKey(("hosts", 1))),
        ("\n[budget]\nreserve_gb = 1\n", "", RemoveKey(("budget",))),
        (
            "8192\n",
            '8192\n\n[[hosts]]\nname = "C"\n',
            AddTable(("hosts",), (("name", "C"),)),
        ),
        (
            "8192\n",
            '8192\n\n[[hosts]]\nname = "C"\nram_mb = 8192\n',
            DuplicateTable(("hosts", 1), (("name", "C"),)),
        ),
        (
            "8192\n",
            '8192\n\n[[attestations]]\npractice = "p"\nstatus = "done"\n',
            Attest("p"),
        ),
    ],
)
def test_another_table_is_edited_while_a_statement_is_broken(
    typed: str, old: str, new: str, intent: Intent
) -> None:
    text = BEFORE + typed + AFTER
    wanted = replaced(text, old, new)
    assert edited(text, intent) == wanted
    assert edited(windows(text), intent) == windows(wanted)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("server = flase  # no", "server = false  # no"),
        ("edition = Ultimate", 'edition = "Ultimate"'),
        ("users = 007", "users = 7"),
        ("free_disk_gb = 2,5", "free_disk_gb = 2.5"),
        ("last_seen=2026-1-3", "last_seen=2026-01-03"),
        ('site = "C:\\Users"', "site = 'C:\\Users'"),
        ("dotnet = [a, b]  # x", 'dotnet = ["a", "b"]  # x'),
    ],
)
def test_the_repair_of_a_mistake_replaces_its_value_alone(typed: str, mended: str) -> None:
    text = BEFORE + typed + AFTER
    (problem,) = read(text).problems
    assert problem.fix is not None
    assert edited(text, problem.fix) == BEFORE + mended + AFTER
    assert read(edited(text, problem.fix)).problems == ()


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("users", "users = 3"),
        ("users =", "users = 3"),
        ("users = # none", "users = 3 # none"),
        ("users 4", "users = 3"),
        ("users = 4 GB # x", "users = 3 # x"),
    ],
)
def test_a_broken_key_is_given_a_value(typed: str, mended: str) -> None:
    text = BEFORE + typed + AFTER
    assert edited(text, SetValue(("hosts", 0, "users"), 3)) == BEFORE + mended + AFTER


def test_a_new_key_stands_above_a_broken_one_that_could_take_it_in() -> None:
    text = "[[hosts]]\nname = 'A'\ndotnet = [\n"
    assert edited(text, SetValue(("hosts", 0, "a key"), 1)) == (
        "[[hosts]]\nname = 'A'\n\"a key\" = 1\ndotnet = [\n"
    )


def test_a_broken_key_is_removed() -> None:
    text = BEFORE + "users = null" + AFTER
    assert edited(text, RemoveKey(("hosts", 0, "users"))) == BEFORE + AFTER[1:]


def test_a_table_goes_with_the_broken_statement_in_it() -> None:
    text = BEFORE + "users = null" + AFTER
    rest = BEFORE[: BEFORE.index("[[hosts]]")] + AFTER[AFTER.index("# the second") :]
    assert edited(text, RemoveKey(("hosts", 0))) == rest.replace('"x"\n', '"x"\n\n')


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ('os = "Windows 8"', RemoveKey(("hosts", 0, "os"))),
        ('dotnet = ["a"\n "b"', SetValue(("hosts", 0, "dotnet"), ("a",))),
    ],
)
def test_an_edit_that_would_not_be_what_was_asked_for_is_refused(
    typed: str, intent: Intent
) -> None:
    with pytest.raises(EditRefusedError, match="by hand"):
        edit(BEFORE + typed + AFTER, intent)


def test_text_with_new_syntax_is_kept_and_none_is_added() -> None:
    text = "a = {\n  b = 1,  # one\n}\n"
    assert edited(text, SetValue(("a", "c"), 2)) == "a = {\n  b = 1, c = 2,  # one\n}\n"


def test_a_table_with_a_line_that_cannot_be_read_is_mended_before_it_is_copied() -> None:
    text = BEFORE + "users = 3 users" + AFTER
    with pytest.raises(EditRefusedError, match=r"hosts\[0\] cannot be copied while it has a line"):
        edit(text, DuplicateTable(("hosts", 0), (("name", "C"),)))
