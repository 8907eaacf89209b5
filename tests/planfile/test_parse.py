import pytest

from medv_tui.findings import Path, Problem, SetValue
from medv_tui.plan.plan import Plan
from medv_tui.planfile.parse import Parsed, parse
from medv_tui.problem_codes import Code

WORKSPACES = """\
[[workspaces]]
name = "finance"
package_gb = 1.1
[workspaces.image]
vhd_gb = 2.6
[[workspaces.applications]]
name = "Ledger"
[[workspaces]]
name = "Sales"
"""
HOSTS = """\
[[hosts]]
name = "A"
workspace = "finance"
[[hosts]]
name = "B"
{}
[[hosts]]
name = "C"
"""


def only(text: str) -> tuple[Parsed, Problem]:
    parsed = parse(text)
    (problem,) = parsed.problems
    return parsed, problem


def host_names(parsed: Parsed) -> list[str]:
    return [host.name for host in parsed.plan.hosts]


def test_an_empty_text_is_a_plan_without_problems() -> None:
    parsed = parse("")
    assert parsed.plan == Plan()
    assert parsed.problems == ()
    assert parsed.rows == {"hosts": (), "workspaces": (), "inventories": (), "attestations": ()}


def test_a_healthy_plan_is_read_whole() -> None:
    parsed = parse(WORKSPACES + HOSTS.format("users = 3"))
    assert parsed.problems == ()
    assert parsed.unreadable == frozenset()
    assert host_names(parsed) == ["A", "B", "C"]
    assert parsed.rows["hosts"] == (0, 1, 2)
    assert parsed.plan.workspaces[0].image.vhd_gb == 2.6


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ('ram_mb = "x"', Code.WRONG_TYPE, 'ram_mb must be a whole number of MB, not the text "x".'),
        ("ram_mb = 1.5", Code.WRONG_TYPE, "ram_mb must be a whole number of MB, not 1.5."),
        ("ram_mb = -1", Code.OUT_OF_RANGE, "ram_mb must be a whole number of MB of 0 or more, not"),
        ("free_disk_gb = -1", Code.OUT_OF_RANGE, "must be a size in GB of 0 or more, not -1."),
        ("free_disk_gb = nan", Code.OUT_OF_RANGE, "must be a size in GB that is finite, not nan."),
        ("users = true", Code.WRONG_TYPE, "users must be a whole number, not true."),
        ("server = 1", Code.WRONG_TYPE, "server must be true or false, not 1."),
        ("os = 7", Code.WRONG_TYPE, "os must be text in quotes, not 7."),
        ("os = [7]", Code.WRONG_TYPE, "os must be text in quotes, not a list."),
        ("os = { a = 1 }", Code.WRONG_TYPE, "os must be text in quotes, not a table."),
        ("dotnet = 3", Code.WRONG_TYPE, "dotnet must be a list in square brackets, not 3."),
        ('dotnet = ["a", 3]', Code.WRONG_TYPE, "dotnet[1] must be text in quotes, not 3."),
        ('last_seen = "2026"', Code.WRONG_TYPE, 'a date such as 2027-01-31, not the text "2026".'),
        ("last_seen = 2026-01-01T10:00:00", Code.WRONG_TYPE, "not 2026-01-01 10:00:00."),
        ('excluded = ""', Code.OUT_OF_RANGE, 'excluded must be text that is not empty, not "".'),
        ("ram_gb = 4", Code.UNKNOWN_KEY, "here; did you mean ram_mb, which is in MB?"),
        ("zzz = 4", Code.UNKNOWN_KEY, "zzz is not a known key here."),
        ("count = 0", Code.OUT_OF_RANGE, "count must be a whole number of 1 or more, not 0."),
    ],
)
def test_a_host_with_a_value_that_the_model_refuses_is_left_out(
    line: str, code: Code, message: str
) -> None:
    parsed, problem = only(WORKSPACES + HOSTS.format(line))
    assert problem.code is code
    assert problem.message.startswith('hosts[1] "B": ')
    assert message in problem.message
    assert problem.path[:2] == ("hosts", 1)
    assert problem.where is not None
    assert problem.where.line == 15
    assert host_names(parsed) == ["A", "C"]
    assert parsed.rows["hosts"] == (0, 2)
    assert ("hosts", 1) in parsed.unreadable


def test_a_host_with_a_syntax_problem_is_left_out() -> None:
    parsed, _ = only(WORKSPACES + HOSTS.format("users = x3x"))
    assert host_names(parsed) == ["A", "C"]
    assert parsed.unreadable == {("hosts", 1), ("hosts", 1, "users")}


def test_a_bad_value_is_marked_itself_and_an_unknown_key_by_its_key() -> None:
    _, bad = only(WORKSPACES + HOSTS.format('users = "3"'))
    _, unknown = only(WORKSPACES + HOSTS.format("user = 3"))
    assert bad.where is not None
    assert unknown.where is not None
    assert (bad.where.column, bad.where.end_column) == (9, 12)
    assert (unknown.where.column, unknown.where.end_column) == (1, 5)


def test_a_missing_name_stands_at_the_header() -> None:
    parsed, problem = only("[plan]\n[[hosts]]\nram_mb = 4096\n")
    assert problem.code is Code.MISSING_KEY
    assert problem.message == "hosts[0]: name is missing."
    assert problem.path == ("hosts", 0, "name")
    assert problem.where is not None
    assert (problem.where.line, problem.where.column, problem.where.end_column) == (2, 1, 10)
    assert host_names(parsed) == []


@pytest.mark.parametrize("line", ["name = B", "name", "nmae = 'B'", "= 3"])
def test_a_name_that_was_typed_wrong_is_not_missing_too(line: str) -> None:
    parsed, _ = only(f"[[hosts]]\n{line}\n[[hosts]]\nname = 'C'\n")
    assert host_names(parsed) == ["C"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("[budget]\nreserve_gb = -1\nrecommended_free_gb = 5\n", ("budget",)),
        ("[deployment]\nsilent = 1\n[deployment.arguments]\nworkspace = '/qn'\n", ("deployment",)),
        ("[deployment]\nsilent = 1\n", ("deployment",)),
        ("[host_defaults]\nram_mb = '4'\nusers = 3\n", ("host_defaults",)),
        ("budget = 5\n", ("budget",)),
        ("hosts = 5\n", ("hosts",)),
        ("[hosts]\nname = 'A'\n", ("hosts",)),
    ],
)
def test_a_table_that_the_model_refuses_is_left_out(text: str, path: Path) -> None:
    parsed, _ = only(text)
    assert parsed.plan == Plan()
    assert parsed.unreadable == {path}


def test_a_table_inside_costs_only_itself() -> None:
    parsed, _ = only("[deployment]\nsilent = true\n[deployment.arguments]\nworkspace = 1\n")
    assert parsed.plan.deployment.silent is True
    assert parsed.plan.deployment.arguments.workspace is None
    assert parsed.unreadable == {("deployment", "arguments")}


def test_a_syntax_problem_costs_only_its_key() -> None:
    parsed, _ = only("[budget]\nreserve_gb = 2,5\nrecommended_free_gb = 5\n")
    assert parsed.plan.budget.recommended_free_gb == 5
    assert parsed.plan.budget.reserve_gb == 0
    assert parsed.unreadable == {("budget", "reserve_gb")}


def test_a_key_that_is_there_twice_has_neither_value() -> None:
    parsed, _ = only("[budget]\nreserve_gb = 2\nreserve_gb = 3\n")
    assert parsed.plan.budget.reserve_gb == 0
    assert parsed.unreadable == {("budget", "reserve_gb")}


def test_a_workspace_keeps_its_name_and_its_healthy_tables() -> None:
    parsed, problem = only(WORKSPACES.replace("1.1", "-1") + HOSTS.format("users = 3"))
    assert problem.message == (
        'workspaces[0] "finance": package_gb must be a size in GB of 0 or more, not -1.'
    )
    finance = parsed.plan.workspaces[0]
    assert (finance.name, finance.package_gb) == ("finance", None)
    assert finance.image.vhd_gb == 2.6
    assert finance.applications[0].name == "Ledger"
    assert parsed.unreadable == {("workspaces", 0)}


def test_a_table_of_a_workspace_costs_only_itself() -> None:
    parsed, problem = only(WORKSPACES.replace("2.6", "-1"))
    assert problem.message.startswith('workspaces[0] "finance" image: vhd_gb must be a size in GB')
    assert parsed.plan.workspaces[0].package_gb == 1.1
    assert parsed.plan.workspaces[0].image.vhd_gb is None
    assert parsed.unreadable == {("workspaces", 0, "image")}


def test_an_application_costs_only_itself() -> None:
    parsed, problem = only(WORKSPACES.replace('"Ledger"', '"Ledger"\nhidden = 3'))
    assert problem.message.startswith('workspaces[0] "finance" applications[0] "Ledger": hidden')
    assert parsed.plan.workspaces[0].applications == ()
    assert parsed.unreadable == {("workspaces", 0, "applications", 0)}


@pytest.mark.parametrize("name", ["name = 3", "name = ''", "name = x"])
def test_a_workspace_without_a_name_is_left_out_and_nobody_refers_to_it_wrongly(name: str) -> None:
    text = WORKSPACES.replace('name = "finance"', name) + HOSTS.format("users = 3")
    parsed, _ = only(text)
    assert [workspace.name for workspace in parsed.plan.workspaces] == ["Sales"]
    assert parsed.rows["workspaces"] == (1,)
    assert host_names(parsed) == ["A", "B", "C"]


@pytest.mark.parametrize(
    "header",
    ["[[workspaces]", "[[workspacs]]", "[[workspaces", "x[[workspaces]]", "[uworkspaces]]"],
)
@pytest.mark.parametrize("which", [0, 1])
def test_a_workspace_with_a_broken_header_is_one_problem(header: str, which: int) -> None:
    parts = (WORKSPACES + "[workspaces.image]\nvhd_gb = 3\n").split("[[workspaces]]")
    headers = [header if number == which else "[[workspaces]]" for number in range(2)]
    text = parts[0] + headers[0] + parts[1] + headers[1] + parts[2]
    parsed = parse(text + '[[hosts]]\nname = "A"\nworkspace = "SALES"\n')
    assert len(parsed.problems) <= 2
    assert host_names(parsed) == ["A"]


@pytest.mark.parametrize("version", ["2", '"1"', "true", "1.0"])
def test_another_format_is_one_problem_and_an_empty_plan(version: str) -> None:
    parsed, problem = only(f"format = {version}\nzzz = 1\n" + HOSTS.format("ram = 3"))
    assert problem.code is Code.UNSUPPORTED_FORMAT
    assert parsed.plan == Plan()


def test_a_choice_in_other_case_has_a_fix() -> None:
    _, problem = only('[deployment]\nmethod = "ESD"\n')
    assert problem.code is Code.NOT_A_CHOICE
    assert problem.message == (
        'deployment: method must be "esd", "windows-7-image", "manual" or "batch", not "ESD".'
    )
    assert problem.fix == SetValue(("deployment", "method"), "esd")


def test_an_item_of_a_list_of_choices_is_named() -> None:
    _, problem = only('[deployment]\norder = ["host-agent", "Workspace"]\n')
    assert problem.path == ("deployment", "order", 1)
    assert problem.fix == SetValue(("deployment", "order", 1), "workspace")


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ('ram_mb = "4096"', "ram_mb", 4096),
        ("ram_mb = 4096.0", "ram_mb", 4096),
        ('free_disk_gb = "60.5"', "free_disk_gb", 60.5),
        ('server = "False"', "server", False),
    ],
)
def test_a_value_in_the_wrong_dress_has_a_fix(line: str, key: str, value: object) -> None:
    _, problem = only(WORKSPACES + HOSTS.format(line))
    assert isinstance(problem.fix, SetValue)
    assert problem.fix.path == ("hosts", 1, key)
    assert (problem.fix.value, type(problem.fix.value)) == (value, type(value))


def test_a_key_of_a_table_below_is_sent_there() -> None:
    _, problem = only('[[workspaces]]\nname = "x"\nvhd_gb = 3\n')
    assert "it belongs under [workspaces.image]." in problem.message


def test_a_list_that_begins_as_a_single_table_is_one_problem() -> None:
    _, twice = only("[hosts]\nname = 'A'\n[hosts]\nname = 'B'\n")
    assert twice.message.endswith("on line 1: write [[hosts]] on both lines.")
    _, mixed = only("[workspaces]\nname = 'A'\n[[workspaces]]\nname = 'B'\n")
    assert mixed.message.endswith("is a single table: write [[workspaces]] there too.")


@pytest.mark.parametrize("key", ["hosts", "workspaces"])
def test_a_second_name_is_left_out_and_points_to_the_first(key: str) -> None:
    parsed, problem = only(f"[[{key}]]\nname = 'Abc'\n[[{key}]]\nname = 'ABC'\n")
    assert problem.code is Code.DUPLICATE_NAME
    assert problem.message == f'{key}[1] "ABC": {key}[0] has this name already.'
    assert problem.where is not None
    assert problem.where.line == 4
    assert [related.where.line for related in problem.related] == [2]
    assert parsed.rows[key] == (0,)


def test_workspaces_are_referred_to_without_regard_to_case() -> None:
    assert parse(WORKSPACES + '[host_defaults]\nworkspace = "SALES"\n').problems == ()


def test_a_waiver_without_a_reason_is_left_out() -> None:
    parsed, problem = only('[[attestations]]\npractice = "x"\nstatus = "waived"\n')
    assert problem.code is Code.MISSING_KEY
    assert problem.message == 'attestations[0] "x": reason is missing; a waiver says why.'
    assert parsed.plan.attestations == ()


@pytest.mark.parametrize("kind", ["columns", "units"])
def test_a_column_for_no_key_of_a_host_is_unknown(kind: str) -> None:
    _, problem = only(f'[[inventories]]\nfile = "x"\n{kind} = {{ ram = "MB" }}\n')
    assert problem.code is Code.UNKNOWN_KEY
    assert "ram is not a key of hosts; did you mean ram_mb?" in problem.message


def test_problems_come_in_the_order_of_the_text() -> None:
    parsed = parse("zzz = 1\n[budget]\nreserve_gb = -1\nx = y\n[[hosts]]\nname = 'A'\nos = 1\n")
    lines = [problem.where.line for problem in parsed.problems if problem.where]
    assert lines == [1, 3, 4, 7]


@pytest.mark.parametrize(
    "text",
    [
        "hosts = [1, 'a', {}]\n",
        "workspaces = [1, {name = 'x'}]\n",
        "workspaces = {image = {}}\n",
        "[[budget]]\nreserve_gb = 1\n",
        "[[workspaces.image]]\nvhd_gb = 1\n",
        "[[workspaces]]\nname = 'x'\n[[workspaces.settings.VM]]\n",
        "[[workspaces]]\nname = 'x'\nsettings = 3\napplications = {name = 'y'}\n",
        "[[inventories]]\nfile = 'x'\nassign = [3]\ncolumns = 3\n",
        "'' = 1\n",
        "[[hosts]]\nname = '\ud800'\n[[workspaces]]\nname = '\ud800'\n",
    ],
)
def test_a_plan_of_the_wrong_shape_has_problems_and_is_read(text: str) -> None:
    parsed = parse(text)
    assert parsed.problems
    assert all(problem.where for problem in parsed.problems)


def test_a_table_of_a_workspace_with_a_broken_header_is_unreadable() -> None:
    text = "[[workspaces]]\nname = 'x'\n[[workspaces]]\nname = 'y'\n[workspaces.image\nvhd_gb = 3\n"
    parsed, _ = only(text)
    assert parsed.unreadable == {("workspaces", 1, "image")}
    assert [workspace.name for workspace in parsed.plan.workspaces] == ["x", "y"]
