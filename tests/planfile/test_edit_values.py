from datetime import date

import pytest

from medv_tui.findings import Path, RemoveKey, SetValue, Value
from medv_tui.planfile.edit import EditRefusedError, edit
from tests.planfile.editing import PLAN, check, edited


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("format",), 2, "format = 1", "format = 2"),
        (("plan", "retire_by"), date(2028, 1, 31), "2027-06-30", "2028-01-31"),
        (("budget", "reserve_gb"), 4.0, "= 1.5", "= 4.0"),
        (("budget", "reserve_gb"), 4, "= 1.5", "= 4"),
        (("hosts", 1, "ram_mb"), 8192, "2048", "8192"),
        (("hosts", 0, "users"), True, "= 3\n\n", "= true\n\n"),
        (("workspaces", 0, "output_folder"), "E:\\x", "'D:\\MEDV\\finance'", "'E:\\x'"),
        (("workspaces", 0, "output_folder"), "here", "'D:\\MEDV\\finance'", "'here'"),
        (("workspaces", 0, "output_folder"), "it's", "'D:\\MEDV\\finance'", '"it\'s"'),
        (("host_defaults", "os"), 'a "b"', '"Windows 7"', "'a \"b\"'"),
        (("host_defaults", "os"), "a\x1b", '"Windows 7"', '"a\\u001b"'),
        (("host_defaults", "os"), "Größe", '"Windows 7"', '"Größe"'),
        (("workspaces", 0, "image", "vhd_gb"), 12.75, "= 2.6 ", "= 12.75 "),
        (("deployment", "arguments", "host_agent"), "", '"/qn"', '""'),
        (("deployment", "order", 1), "kb977206", '"host-agent", "w', '"kb977206", "w'),
        (("inventories", 0, "columns", "name"), "Host", '"Netbios_Name0"', '"Host"'),
    ],
)
def test_only_the_value_changes(path: Path, value: Value, old: str, new: str) -> None:
    check(SetValue(path, value), old, new)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("C", 'name  = "C"                     # short'),
        ("Contoso Finance", 'name  = "Contoso Finance"       # short'),
        ("Contoso Finance and Plants", 'name  = "Contoso Finance and Plants"  # short'),
    ],
)
def test_comments_that_stand_in_one_column_stay_there(value: str, line: str) -> None:
    check(SetValue(("plan", "name"), value), 'name  = "Contoso"               # short', line)


def test_a_comment_below_the_line_that_changes_is_not_moved() -> None:
    check(
        SetValue(("a", 0), "longer"),
        '"x"',
        '"longer"',
        'a = [\n    "x",\n]       # one\nb = 123 # two\nc = 1   # three\n',
    )


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("hosts", 0, "site"), "B", "users   = 3\n\n", 'users   = 3\nsite    = "B"\n\n'),
        (
            ("hosts", 1, "free_disk_gb"),
            60.5,
            "ram_mb  = 2048\n",
            "ram_mb  = 2048\nfree_disk_gb = 60.5\n",
        ),
        (("hosts", 2, "ram_mb"), 1, '"FIN-0003"\n', '"FIN-0003"\nram_mb  = 1\n'),
        (("budget", "keep_local_copy"), False, "1.5\n", "1.5\nkeep_local_copy = false\n"),
        (("plan", "notes"), "D:\\x", "06-30\n", "06-30\nnotes = 'D:\\x'\n"),
        (
            ("inventories", 0, "columns", "users"),
            "U",
            'Memory0" }',
            'Memory0", users = "U" }',
        ),
        (
            ("deployment", "arguments", "workspace"),
            "/qn",
            'arguments.host_agent = "/qn"\n',
            'arguments.host_agent = "/qn"\narguments.workspace = "/qn"\n',
        ),
        (
            ("workspaces", 1, "differencing_disk_gb"),
            1.5,
            'name = "kiosk"\n',
            'name = "kiosk"\ndifferencing_disk_gb = 1.5\n',
        ),
        (
            ("workspaces", 0, "package_gb"),
            1.1,
            "finance'\n",
            "finance'\npackage_gb = 1.1\n",
        ),
        (("deployment", "key with.dot"), 1, '"/qn"\n', '"/qn"\n"key with.dot" = 1\n'),
    ],
)
def test_a_new_key_follows_the_last_one_of_its_table(
    path: Path, value: Value, old: str, new: str
) -> None:
    check(SetValue(path, value), old, new)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (("infrastructure", "esd"), "06-30\n", "06-30\n\n[infrastructure]\nesd = true\n"),
        (
            ("operations", "monitoring"),
            "reserve_gb = 1.5\n",
            "reserve_gb = 1.5\n\n[operations]\nmonitoring = true\n",
        ),
        (
            ("workspaces", 0, "sysprep", "non_ascii"),
            'dotnet = ["3.5 SP1"]\n',
            'dotnet = ["3.5 SP1"]\n[workspaces.sysprep]\nnon_ascii = true\n',
        ),
        (
            ("workspaces", 0, "settings", "VM", "MultiUserEnabled"),
            'Mode = "Unattended"\n',
            'Mode = "Unattended"\n[workspaces.settings.VM]\nMultiUserEnabled = true\n',
        ),
        (
            ("workspaces", 0, "settings", "Diagnostics", "EventLogLevel"),
            "[workspaces.settings.Fts]\n",
            "[workspaces.settings.Diagnostics]\nEventLogLevel = true\n[workspaces.settings.Fts]\n",
        ),
        (
            ("workspaces", 1, "settings", "VM", "MultiUserEnabled"),
            'name = "kiosk"\n',
            'name = "kiosk"\n\n[workspaces.settings.VM]\nMultiUserEnabled = true\n',
        ),
        (
            ("inventories", 0, "more", "x"),
            'Memory0" }\n',
            'Memory0" }\n\n[inventories.more]\nx = true\n',
        ),
    ],
)
def test_a_key_whose_table_is_absent_gets_one_in_documented_order_in_the_right_item(
    path: Path, old: str, new: str
) -> None:
    check(SetValue(path, True), old, new)


@pytest.mark.parametrize(
    ("text", "path", "new"),
    [
        ("", ("format",), "format = 1\n"),
        ("", ("plan", "x"), "[plan]\nx = 1\n"),
        ("# mine\n", ("plan", "x"), "# mine\n\n[plan]\nx = 1\n"),
        ("# mine", ("x",), "# mine\n\nx = 1\n"),
        ("# mine\n\n[b]\n", ("x",), "# mine\n\nx = 1\n\n[b]\n"),
        ("# mine\n\n# of b\n[b]\n", ("x",), "# mine\n\nx = 1\n\n# of b\n[b]\n"),
        ("#:schema x\n[b]\n", ("x",), "#:schema x\nx = 1\n\n[b]\n"),
        ("# mine\n[b]\n", ("x",), "# mine\nx = 1\n\n[b]\n"),
        ("a=1", ("x",), "a=1\nx=1"),
        ("a =1\r\nb =2", ("x",), "a =1\r\nb =2\r\nx =1"),
        ("[a]\r\nb = 1\n[c]\n", ("a", "x"), "[a]\r\nb = 1\nx = 1\n[c]\n"),
        ("[a]\r\nb = 1\r\n[c]\n", ("a", "x"), "[a]\r\nb = 1\r\nx = 1\r\n[c]\n"),
        ("[a]\n# b = 1\n\n[c]\n", ("a", "x"), "[a]\nx = 1\n# b = 1\n\n[c]\n"),
        ("[a]\n  b = 1\n", ("a", "x"), "[a]\n  b = 1\n  x = 1\n"),
        ("[a]\n  [a.c]\n    d = 1\n", ("a", "c", "x"), "[a]\n  [a.c]\n    d = 1\n    x = 1\n"),
        (
            "[a]\n  [a.c]\n    d = 1\n",
            ("a", "e", "x"),
            "[a]\n  [a.c]\n    d = 1\n  [a.e]\n    x = 1\n",
        ),
        ("a = {}\n", ("a", "x"), "a = { x = 1 }\n"),
        ("a = {b=2}\n", ("a", "x"), "a = {b=2, x=1}\n"),
        ("a = { b.c = 2 }\n", ("a", "b", "x"), "a = { b.c = 2, b.x = 1 }\n"),
        ("a = { b = 2 }\n", ("a", "c", "x"), "a = { b = 2, c.x = 1 }\n"),
        ("[a]\nb.c = 2\nd = 1\n", ("a", "b", "x"), "[a]\nb.c = 2\nb.x = 1\nd = 1\n"),
        ("[a]\nb.c.d = 2\ne = 1\n", ("a", "b", "f", "x"), "[a]\nb.c.d = 2\nb.f.x = 1\ne = 1\n"),
        ("[a.b]\nc = 1\n", ("a", "x"), "[a.b]\nc = 1\n\n[a]\nx = 1\n"),
        ("a = [{ b = 1 }]\n", ("a", 0, "x"), "a = [{ b = 1, x = 1 }]\n"),
        ("[plan]\n[hosts]\n", ("budget", "x"), "[plan]\n[budget]\nx = 1\n[hosts]\n"),
    ],
)
def test_a_key_is_put_into_any_layout(text: str, path: Path, new: str) -> None:
    assert edited(text, SetValue(path, 1)) == new


def test_text_over_several_lines_stays_so_where_it_has_several() -> None:
    text = 'a = """\nold\n"""  # c\n'
    assert edited(text, SetValue(("a",), 'new "x"\\\nlines"')) == (
        'a = """\nnew "x"\\\\\nlines\\""""  # c\n'
    )
    assert edited(text, SetValue(("a",), "one")) == 'a = "one"  # c\n'


def test_no_change_is_no_replacement() -> None:
    assert edit(PLAN, SetValue(("plan", "name"), "Contoso")) == ()
    assert (
        edit(PLAN, SetValue(("deployment", "uninstall_order"), ("workspace", "host-agent"))) == ()
    )


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (("format",), "format = 1\n\n", ""),
        (("plan", "name"), 'name  = "Contoso"               # short\n', ""),
        (("budget", "reserve_gb"), "reserve_gb = 1.5\n", ""),
        (("hosts", 1, "ram_mb"), "ram_mb  = 2048\n", ""),
        (("deployment", "arguments"), 'arguments.host_agent = "/qn"\n', ""),
        (("deployment", "arguments", "host_agent"), 'arguments.host_agent = "/qn"\n', ""),
        (("inventories", 0, "columns", "name"), 'name = "Netbios_Name0", ', ""),
        (("inventories", 0, "columns", "ram_mb"), ', ram_mb = "TotalPhysicalMemory0"', ""),
    ],
)
def test_a_removed_key_takes_its_line_or_its_comma(path: Path, old: str, new: str) -> None:
    check(RemoveKey(path), old, new)


COMMENTED = """\
[budget]
# Both are guesses.
reserve_gb = 1
recommended_free_gb = 12
# Asked for by the service desk.
esd_cache_copy = true
# keep_esd_copy = true
keep_local_copy = true

# Until the pilot is over.
extra = 1
"""


@pytest.mark.parametrize(
    ("key", "gone"),
    [
        ("reserve_gb", "reserve_gb = 1\n"),
        ("recommended_free_gb", "recommended_free_gb = 12\n"),
        ("esd_cache_copy", "# Asked for by the service desk.\nesd_cache_copy = true\n"),
        ("keep_local_copy", "keep_local_copy = true\n"),
        ("extra", "\n# Until the pilot is over.\nextra = 1\n"),
    ],
)
def test_a_removed_key_takes_the_comment_that_can_only_be_about_it(key: str, gone: str) -> None:
    check(RemoveKey(("budget", key)), gone, "", COMMENTED)


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (("plan",), 1, "plan is a table"),
        (("hosts",), ("a",), "hosts is a table"),
        (("inventories", 0, "columns"), "a", "columns is a table"),
        (("deployment", "arguments"), "a", "arguments is a table"),
        (("plan", "name", "x"), 1, "plan.name is a value"),
        (("hosts", 9, "name"), "x", "There is no hosts[9]"),
        (("deployment", "order", 9), "x", "There is no deployment.order[9]"),
        ((), 1, "There is no such key"),
        (("plan", "name"), "\ud800", "half a character"),
    ],
)
def test_what_has_no_place_is_refused(path: Path, value: Value, sentence: str) -> None:
    with pytest.raises(EditRefusedError) as refused:
        edit(PLAN, SetValue(path, value))
    assert sentence in str(refused.value)


def test_nothing_is_removed_where_nothing_is() -> None:
    with pytest.raises(EditRefusedError, match=r"There is no plan\.notes to remove"):
        edit(PLAN, RemoveKey(("plan", "notes")))
