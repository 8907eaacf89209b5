import pytest

from medv_tui.planfile.edit import EditRefusedError, apply, edit
from medv_tui.planfile.parse import PlanReader, parse

ABOVE = """\
[plan]
name = "Contoso"

[[workspaces]]
name = "finance"

[[hosts]]
name = "PC-1"
"""
IN_PLAN = "[plan]\n"
IN_DEPLOYMENT = "[deployment]\n"
IN_IMAGE = '[[workspaces]]\nname = "finance"\n[workspaces.image]\n'
IN_FTS = '[[workspaces]]\nname = "finance"\n[workspaces.settings.Fts]\n'
IN_VM = '[[workspaces]]\nname = "finance"\n[workspaces.settings.VM]\n'
IN_INVENTORY = '[[inventories]]\nfile = "fleet.csv"\n'


def mended(text: str) -> str:
    """Mend the only problem of a text."""
    (problem,) = parse(text).problems
    assert problem.fix is not None, problem.message
    after = apply(text, edit(text, problem.fix))
    assert parse(after).problems == ()
    return after


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # Numbers with units, decimal commas, groups of digits and words around them.
        ("ram_mb = 4 GB", "ram_mb = 4096"),
        ('ram_mb = "4 GB"', "ram_mb = 4096"),
        ('ram_mb = "4096 MB"', "ram_mb = 4096"),
        ("ram_mb = 4,096", "ram_mb = 4096"),
        ("ram_mb = 4.096", "ram_mb = 4096"),
        ("ram_mb = 4096.0", "ram_mb = 4096"),
        ("free_disk_gb = 60,5", "free_disk_gb = 60.5"),
        ('free_disk_gb = "60,5"', "free_disk_gb = 60.5"),
        ('free_disk_gb = "60 GB"', "free_disk_gb = 60"),
        ('free_disk_gb = "61440 MB"', "free_disk_gb = 60"),
        ("free_disk_gb = ~60", "free_disk_gb = 60"),
        ("free_disk_gb = > 60", "free_disk_gb = 60"),
        ("free_disk_gb = ca. 60", "free_disk_gb = 60"),
        ("free_disk_gb = 1.234,5", "free_disk_gb = 1234.5"),
        ("free_disk_gb = 1,234.5", "free_disk_gb = 1234.5"),
        ("free_disk_gb = 1 234,5", "free_disk_gb = 1234.5"),
        ("free_disk_gb = 1'234.5", "free_disk_gb = 1234.5"),
        ("free_disk_gb = 6O", "free_disk_gb = 60"),
        ('users = "3"', "users = 3"),
        ("users = 3 users", "users = 3"),
        ("users = 03", "users = 3"),
        ("service_pack = SP1", "service_pack = 1"),
        ('service_pack = "SP1"', "service_pack = 1"),
        ("internet_explorer = IE8", "internet_explorer = 8"),
        # What is true or false.
        ("kb977206 = yes", "kb977206 = true"),
        ('kb977206 = "Yes"', "kb977206 = true"),
        ("kb977206 = 0", "kb977206 = false"),
        ("kb977206 = OFF", "kb977206 = false"),
        ("kb977206 = enabled", "kb977206 = true"),
        # Days in other orders.
        ("last_seen = 01.11.2026", "last_seen = 2026-11-01"),
        ('last_seen = "01.11.2026"', "last_seen = 2026-11-01"),
        ("last_seen = 25/11/2026", "last_seen = 2026-11-25"),
        ("last_seen = 11/25/2026", "last_seen = 2026-11-25"),
        ("last_seen = 2026/11/01", "last_seen = 2026-11-01"),
        ("last_seen = 20261101", "last_seen = 2026-11-01"),
        ("last_seen = 1 Nov 2026", "last_seen = 2026-11-01"),
        ("last_seen = November 1, 2026", "last_seen = 2026-11-01"),
        ("last_seen = 2026-11-01T08:00:00", "last_seen = 2026-11-01"),
        # Lists without brackets, commas or quotes.
        ('dotnet = "3.5 SP1"', 'dotnet = ["3.5 SP1"]'),
        ("dotnet = 3.5 SP1", 'dotnet = ["3.5 SP1"]'),
        ("dotnet = [3.5 SP1]", 'dotnet = ["3.5 SP1"]'),
        ("dotnet = [3.5]", 'dotnet = ["3.5"]'),
        ('dotnet = "3.5 SP1", "2.0"', 'dotnet = ["3.5 SP1", "2.0"]'),
        ('dotnet = ["3.5 SP1" "2.0"]', 'dotnet = ["3.5 SP1", "2.0"]'),
        ('dotnet = ["3.5 SP1"; "2.0"]', 'dotnet = ["3.5 SP1", "2.0"]'),
        ('dotnet = ["3.5 SP1"', 'dotnet = ["3.5 SP1"]'),
        ('dotnet = "3.5 SP1"]', 'dotnet = ["3.5 SP1"]'),
        ('dotnet = ("3.5 SP1")', 'dotnet = ["3.5 SP1"]'),
        ('workspace = ["finance"]', 'workspace = "finance"'),
        # Signs of other formats in place of the equals sign, and behind the value.
        ('site: "Graz"', 'site = "Graz"'),
        ("site: Graz", 'site = "Graz"'),
        ('"site": "Graz",', '"site" = "Graz"'),
        ('site "Graz"', 'site = "Graz"'),
        ('site == "Graz"', 'site = "Graz"'),
        ('site => "Graz"', 'site = "Graz"'),
        ('site := "Graz"', 'site = "Graz"'),
        ('site ＝ "Graz"', 'site = "Graz"'),
        ('site： "Graz"', 'site = "Graz"'),
        ('site = "Graz";', 'site = "Graz"'),
        ('site = "Graz",', 'site = "Graz"'),
        ("site = 8010", 'site = "8010"'),
        ("site = 3-5", 'site = "3-5"'),
        # Keys in other words, other order and other case.
        ("RAM_MB = 4096", "ram_mb = 4096"),
        ("Ram-MB = 4096", "ram_mb = 4096"),
        ("ram = 4096", "ram_mb = 4096"),
        ("memory_mb = 4096", "ram_mb = 4096"),
        ("disk_free_gb = 60", "free_disk_gb = 60"),
        ("fre_disk_gb = 60", "free_disk_gb = 60"),
        ("sp = 1", "service_pack = 1"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_a_host_was_meant_to_say_is_one_fix_away(typed: str, meant: str, newline: str) -> None:
    text = f"{ABOVE}{typed}  # as told\nmodel = 'x'\n".replace("\n", newline)
    wanted = f"{ABOVE}{meant}  # as told\nmodel = 'x'\n".replace("\n", newline)
    assert mended(text) == wanted


@pytest.mark.parametrize(
    ("above", "typed", "meant"),
    [
        (IN_PLAN, "retire_by = 30.06.2027", "retire_by = 2027-06-30"),
        (IN_PLAN, 'title = "Contoso"', 'name = "Contoso"'),
        (IN_DEPLOYMENT, 'method = "ESD"', 'method = "esd"'),
        (IN_DEPLOYMENT, 'method = "Windows 7 image"', 'method = "windows-7-image"'),
        (IN_DEPLOYMENT, 'mehtod = "esd"', 'method = "esd"'),
        (IN_DEPLOYMENT, "order = kb977206, Host Agent", 'order = ["kb977206", "host-agent"]'),
        (IN_DEPLOYMENT, 'order = ["agent"]', 'order = ["host-agent"]'),
        (IN_IMAGE, 'vhd_gb = "2.6 GB"', "vhd_gb = 2.6"),
        (IN_IMAGE, "vhd_size_gb = 2.6", "vhd_gb = 2.6"),
        (IN_IMAGE, "service_pack = SP3", "service_pack = 3"),
        (IN_FTS, 'MaxPostponeTime = "120 h"', "MaxPostponeTime = 120"),
        (IN_VM, 'MultiUserEnabled = "No"', "MultiUserEnabled = false"),
        (IN_VM, "multi_user_enabled = true", "MultiUserEnabled = true"),
        (IN_VM, 'Memory = "512 MB"', "Memory = 512"),
        (IN_VM, "Memory = dword:00000200", "Memory = 512"),
        (IN_VM, 'Memory = "0x200"', "Memory = 512"),
        (IN_VM, '"MultiUserEnabled"=dword:00000001', '"MultiUserEnabled"=true'),
        (IN_VM, "HostMemToGuestMem = 1024,2048", "HostMemToGuestMem = [1024, 2048]"),
        ("[[inventories]]\n", 'path = "fleet.csv"', 'file = "fleet.csv"'),
        (IN_INVENTORY, 'source = "SCCM"', 'source = "configmgr"'),
        (IN_INVENTORY, 'columns = { nme = "x" }', 'columns = { name = "x" }'),
        (IN_INVENTORY, 'units = { ram_mb = "kb" }', 'units = { ram_mb = "KB" }'),
    ],
)
def test_what_another_table_was_meant_to_say_is_one_fix_away(
    above: str, typed: str, meant: str
) -> None:
    assert mended(f"{above}{typed}\n") == f"{above}{meant}\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("// from May on", "# from May on"),
        ("; from May on", "# from May on"),
        ("-- from May on", "# from May on"),
        ("REM from May on", "# from May on"),
        ('site = "Graz" // from May on', 'site = "Graz" # from May on'),
        ('site\u00a0=\u00a0"Graz"\u00a0# "x"', 'site = "Graz" # "x"'),
        ("free disk gb = 60", "free_disk_gb = 60"),
        ('site = "Graz", model = "x"', 'site = "Graz"\nmodel = "x"'),
        ('site = "Graz"; model = "x"', 'site = "Graz"\nmodel = "x"'),
        ('site = "Graz" model = "x" # y', 'site = "Graz"\nmodel = "x" # y'),
        ("[[hosts]", "[[hosts]]"),
        ("[[hosts", "[[hosts]]"),
        ("hosts]]  # a second", "[[hosts]]  # a second"),
        ("[hosts]", "[[hosts]]"),
        ("hosts:", "[[hosts]]"),
        ("(hosts)", "[[hosts]]"),
        ("[budget] reserve_gb = 1", "[budget]\nreserve_gb = 1"),
        ("[[hosts]];", "[[hosts]]"),
        ("[budget", "[budget]"),
        ('[deployment"arguments]', "[deployment.arguments]"),
        ("[deployment{.arguments]", "[deployment.arguments]"),
        ("[deployment.arg", "[deployment.arguments]"),
        ("[bugdet", "[budget]"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_no_value_is_written_as_it_was_meant(typed: str, meant: str, newline: str) -> None:
    below = 'name = "PC-2"\n' if meant.startswith("[[") else ""
    text = f"{ABOVE}{typed}\n{below}".replace("\n", newline)
    wanted = f"{ABOVE}{meant}\n{below}".replace("\n", newline)
    assert mended(text) == wanted
    # A reader that takes the tables one by one gives the same fix.
    (problem,) = PlanReader().parse(text).problems
    assert problem.fix is not None
    assert apply(text, edit(text, problem.fix)) == wanted


@pytest.mark.parametrize("typed", ["users = null", "ram_mb = 4 GB", "// a comment", "[[hosts"])
def test_a_fix_is_of_its_own_computer_also_where_tables_are_read_one_by_one(typed: str) -> None:
    tables = [f'[[hosts]]\nname = "PC-{number}"\nusers = 1\n' for number in range(2, 6)]
    tables[2] = tables[2].replace("users = 1", typed)
    text = ABOVE + "".join(tables)
    assert [problem.fix for problem in PlanReader().parse(text).problems] == [
        problem.fix for problem in parse(text).problems
    ]


def test_what_somebody_changed_meanwhile_is_not_rewritten() -> None:
    text = f"{ABOVE}// a comment\n"
    (problem,) = parse(text).problems
    assert problem.fix is not None
    with pytest.raises(EditRefusedError, match="another one meanwhile"):
        edit(text.replace("//", "; "), problem.fix)


def test_a_line_whose_repair_would_clash_is_left_to_the_person() -> None:
    text = f"{ABOVE}users = 1\nsite = 'x', users = 2\n"
    (problem,) = parse(text).problems
    assert problem.fix is not None
    with pytest.raises(EditRefusedError, match="Line 10 cannot be mended here"):
        edit(text, problem.fix)


@pytest.mark.parametrize("typed", ["users = ?", 'users = "?"', 'users = ""', "users = null"])
def test_a_value_that_says_nothing_goes_with_its_line(typed: str) -> None:
    assert mended(f"{ABOVE}{typed}\nmodel = 'x'\n") == f"{ABOVE}model = 'x'\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('[[host]]\nname = "A"\n', '[[hosts]]\nname = "A"\n'),
        ('[[computers]]\nname = "A"\n', '[[hosts]]\nname = "A"\n'),
        ("[Deployment]\nsilent = true\n", "[deployment]\nsilent = true\n"),
        (
            "[deploymnet]\nsilent = true\n[deploymnet.arguments]\nuninstall = '/qn'\n",
            "[deployment]\nsilent = true\n[deployment.arguments]\nuninstall = '/qn'\n",
        ),
        (
            '[[hosts]]\nname = "A"\n[[Hosts]]\nname = "B"\n[[hosts]]\nname = "C"\n',
            '[[hosts]]\nname = "A"\n[[hosts]]\nname = "B"\n[[hosts]]\nname = "C"\n',
        ),
    ],
)
def test_a_table_gets_its_right_name_wherever_a_header_names_it(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "ram_gb = 4",
        "free_disk_mb = 60000",
        "last_seen = 11/01/2026",
        "last_seen = 2027-06",
        "users = 3-5",
        "users = 2.5",
        "users = -1",
        "users = three",
        "kb977206 = maybe",
        "kb977206 = 2",
        "dotnet = true",
        "count = 0",
        "ram_mb = 9\nram = 8",
        'site = "Graz", "Wien"',
        'site" = "Graz"',
    ],
)
def test_what_may_mean_two_things_has_no_fix(typed: str) -> None:
    (problem,) = parse(f"{ABOVE}{typed}\n").problems
    assert problem.fix is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("users = three", "users takes a whole number, not three: write one, or delete the line"),
        ("ram_mb = lots", "ram_mb takes a whole number of MB, not lots: write one, or delete"),
        ("kb977206 = maybe", "kb977206 takes true or false, not maybe: write one, or delete"),
        ("last_seen = today", "last_seen takes a date such as 2027-01-31, not today: write one"),
        ("last_seen = 2027-06", "last_seen takes a date such as 2027-01-31, not 2027-06: write"),
        ("vhd_gb = 2.6", "vhd_gb is not a known key here; it belongs under [workspaces.image]."),
        ("Mode = 1", "Mode is not a known key here; it belongs under [workspaces.settings.Fts]."),
        ("ram_gb = 4", "ram_gb is not a known key here; did you mean ram_mb, which is in MB?"),
        ("free_disk_gb = 1e9", "free_disk_gb must be a size in GB of 1,000,000 or less, not 1"),
        ('site = "Graz" \\', "Only a comment can follow the value of site, not \\."),
        ("# x\n(budget)\nreserve_gb = 1", "A table begins with its name in brackets: write [b"),
        ("[[hosts]]\nname = null", "name is required: write text in quotes."),
        ("[[hosts]]\nname =", "name has no value: write one after the =."),
        ("budget:\nreserve_gb = 1", "A table begins with its name in brackets: write [budget]."),
        ("<hosts>\nname = 'x'", "A table begins with its name in brackets: write [[hosts]]."),
    ],
)
def test_a_mistake_is_one_problem_that_says_what_its_key_takes(typed: str, told: str) -> None:
    (problem,) = parse(f"{ABOVE}{typed}\n").problems
    assert told in problem.message


def test_a_key_of_another_table_does_not_stand_for_the_one_that_is_missing() -> None:
    told = [problem.message for problem in parse("[[hosts]]\nvhd_gb = 2.6\n").problems]
    assert told == [
        "hosts[0]: name is missing.",
        "hosts[0]: vhd_gb is not a known key here; it belongs under [workspaces.image].",
    ]


@pytest.mark.parametrize("typed", ['"esd", "manual"', "esd | manual"])
def test_of_several_choices_none_is_picked(typed: str) -> None:
    (problem,) = parse(f"{IN_DEPLOYMENT}method = {typed}\n").problems
    assert problem.fix is None
    assert "method takes one of " in problem.message
