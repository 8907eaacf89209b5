import pytest

from medv_tui.findings import Level, Path, SetAll, SetValue
from medv_tui.planfile.parse import Parsed, parse
from medv_tui.planfile.references import MOST_REMARKS
from medv_tui.problem_codes import Code
from tests.planfile.editing import edited, windows

WORKSPACES = """\
[[workspaces]]
name = "finance"
[[workspaces]]
name = "Sales"
"""
HOST = '[[hosts]]\nname = "{}"\nworkspace = "{}"  # since May\n'
DONE = '[[attestations]]\npractice = "x"\nstatus = "done"\nworkspace = "{}"\n'


def hosts(workspace: str, *names: str) -> str:
    return "".join(HOST.format(name, workspace) for name in names)


def sentences(parsed: Parsed) -> list[str]:
    return [problem.message for problem in parsed.problems]


@pytest.mark.parametrize(
    ("table", "path"),
    [
        ('[[hosts]]\nname = "A"\nworkspace = "finanse"\n', ("hosts", 0, "workspace")),
        ('[host_defaults]\nworkspace = "finanse"\n', ("host_defaults", "workspace")),
        (
            '[[inventories]]\nfile = "x"\nworkspace = "finanse"\n',
            ("inventories", 0, "workspace"),
        ),
        (
            '[[inventories]]\nfile = "x"\n[[inventories.assign]]\nworkspace = "finanse"\n',
            ("inventories", 0, "assign", 0, "workspace"),
        ),
        (DONE.format("finanse"), ("attestations", 0, "workspace")),
    ],
)
def test_a_workspace_that_is_not_there_is_named_with_the_nearest(table: str, path: Path) -> None:
    parsed = parse(WORKSPACES + table)
    (problem,) = parsed.problems
    assert problem.code is Code.UNKNOWN_WORKSPACE
    assert 'there is no workspace "finanse"; did you mean "finance"?' in problem.message
    assert problem.path == path
    assert problem.fix == SetValue(path, "finance")
    assert any(path[: len(lost)] == lost for lost in parsed.unreadable)


def test_a_name_like_no_workspace_asks_for_one() -> None:
    parsed = parse(WORKSPACES + hosts("zzz", "A"))
    (problem,) = parsed.problems
    assert problem.message.endswith("add [[workspaces]] or correct the name.")
    assert problem.fix is None


def test_computers_of_a_workspace_that_is_not_there_stay_in_the_plan() -> None:
    parsed = parse(WORKSPACES + hosts("finanse", "A", "B") + "[host_defaults]\nram_mb = 4096\n")
    assert [host.name for host in parsed.plan.hosts] == ["A", "B"]
    assert parsed.plan.host_defaults.ram_mb == 4096
    assert parsed.workspaces == frozenset({"finance", "sales"})


def test_an_attestation_for_a_workspace_that_is_not_there_is_left_out() -> None:
    parsed = parse(WORKSPACES + DONE.format("finance") + DONE.format("x") + DONE.format("x"))
    assert parsed.rows["attestations"] == (0,)


def test_a_renamed_workspace_is_one_problem_at_the_first_that_names_it() -> None:
    text = WORKSPACES + "".join(hosts("finanse", f"PC-{number}") for number in range(12))
    parsed = parse(text)
    (problem,) = parsed.problems
    assert problem.message == (
        '12 hosts name the workspace "finanse", which is not there; did you mean "finance"?'
    )
    assert problem.path == ("hosts", 0, "workspace")
    assert problem.where is not None
    assert (problem.where.line, problem.where.column) == (7, 13)
    assert [related.where.line for related in problem.related] == [2, *range(10, 43, 3)]


def test_one_fix_renames_all_and_changes_nothing_else() -> None:
    text = WORKSPACES + hosts("finanse", "A", "B") + hosts("Sales", "C") + hosts("FINANSE", "D")
    (problem,) = parse(text).problems
    paths = tuple(("hosts", number, "workspace") for number in (0, 1, 3))
    assert problem.fix == SetAll(paths, "finance")
    wanted = text.replace('"finanse"', '"finance"').replace('"FINANSE"', '"finance"')
    assert edited(text, problem.fix) == wanted
    assert edited(windows(text), problem.fix) == windows(wanted)
    assert parse(wanted).problems == ()


def test_all_kinds_of_tables_that_name_a_workspace_are_counted() -> None:
    text = (
        WORKSPACES
        + "[host_defaults]\nworkspace = 'finanse'\n"
        + hosts("finanse", "A", "B")
        + "[[inventories]]\nfile = 'x'\nworkspace = 'finanse'\n"
        + "[[inventories.assign]]\nworkspace = 'finanse'\n"
        + DONE.format("finanse")
    )
    (problem,) = parse(text).problems
    assert problem.message.startswith(
        "2 hosts, the host defaults, 2 places of the inventories and 1 attestation name the"
    )
    assert problem.path == ("host_defaults", "workspace")


def test_two_workspaces_that_are_not_there_are_two_problems() -> None:
    parsed = parse(WORKSPACES + hosts("finanse", "A", "B") + hosts("Salez", "C", "D"))
    assert sentences(parsed) == [
        '2 hosts name the workspace "finanse", which is not there; did you mean "finance"?',
        '2 hosts name the workspace "Salez", which is not there; did you mean "Sales"?',
    ]


def test_no_name_is_called_unknown_while_a_workspace_cannot_be_read() -> None:
    text = "[[workspaces]]\nname = \n" + WORKSPACES + hosts("finanse", "A", "B")
    parsed = parse(text)
    assert [problem.code for problem in parsed.problems] == [Code.SYNTAX]
    assert parsed.workspaces is None


@pytest.mark.parametrize(
    ("name", "against"),
    [
        ("FINANCE-GRAZ-0001", "it has 17 characters, and a computer name has at most 15"),
        ("FIN 0001", "a computer name has no blank in it"),
        ("FIN/0001", "a computer name has no / in it"),
    ],
)
def test_a_computer_that_cannot_be_called_so_is_remarked_and_counts(
    name: str, against: str
) -> None:
    parsed = parse(f'[[hosts]]\nname = "A"\n[[hosts]]\nname = "{name}"\n')
    (problem,) = parsed.problems
    assert (problem.level, problem.code) == (Level.WARNING, Code.COMPUTER_NAME)
    assert problem.message == f'hosts[1] "{name}": no computer can be called so: {against}.'
    assert problem.where is not None
    assert problem.where.line == 4
    assert [host.name for host in parsed.plan.hosts] == ["A", name]


def test_a_row_for_many_computers_may_be_called_anything() -> None:
    assert parse('[[hosts]]\nname = "all of the branch offices"\ncount = 12\n').problems == ()


def test_many_impossible_names_are_summed_up() -> None:
    names = [f"computer number {number}" for number in range(MOST_REMARKS + 7)]
    problems = parse(hosts("finance", *names) + WORKSPACES).problems
    assert len(problems) == MOST_REMARKS + 1
    assert problems[-1].message == "There are 7 more impossible names of computers."
