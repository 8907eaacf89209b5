from medv_tui.findings import Level
from medv_tui.problem_codes import Code
from tests.inventory.reading import line_of, only_problem, rows_of

HEADER = "Name,Operating System\n"


def test_a_name_that_no_computer_can_have_is_remarked_on_and_its_row_counts() -> None:
    rows = rows_of(f"{HEADER}FIN-1,Windows 7\nFINANCE-LAPTOP-0001,Windows 7\nFIN-3,Windows 7\n")
    assert rows.names == ["FIN-1", "FINANCE-LAPTOP-0001", "FIN-3"]
    assert rows.lines == [2, 3, 4]
    assert rows.columns["os"] == ["Windows 7"] * 3
    problem = only_problem(rows, Code.INVENTORY_ROW, Level.WARNING)
    assert line_of(problem) == 3
    assert problem.message == (
        'No computer can be called "FINANCE-LAPTOP-0001": it has 19 characters, and a computer name'
        " has at most 15. The row counts all the same; check its name."
    )


def test_a_sign_that_no_name_has_is_named() -> None:
    problem = only_problem(rows_of(f"{HEADER}FIN?1,Windows 7\n"), Code.INVENTORY_ROW, Level.WARNING)
    assert "a computer name has no ? in it" in problem.message


def test_it_is_the_label_of_a_long_domain_name_that_counts() -> None:
    rows = rows_of(f"{HEADER}fin-1.corp.contoso.example,Windows 7\nCORP\\FIN-2$,Windows 7\n")
    assert rows.names == ["FIN-1", "FIN-2"]
    assert rows.problems == ()


def test_many_impossible_names_are_summed_up() -> None:
    rows = rows_of(HEADER + "".join(f"FINANCE-LAPTOP-{n:04},Windows 7\n" for n in range(250)))
    assert len(rows.names) == 250
    assert len(rows.problems) == 101
    assert rows.problems[-1].message.startswith("There are 150 more of this kind")
