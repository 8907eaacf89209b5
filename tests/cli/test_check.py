import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from tests.cli.program import Program
from tests.generated import EXAMPLE, FILES, ROOT
from tests.practices.plans import changed

AS_OF = ("--as-of", "2026-11-22")


def plan(set_values: dict[str, Any], removed: list[str]) -> str:
    return tomli_w.dumps(changed(set_values, removed))


GOOD = plan({"deployment.method": "windows-7-image", "hosts.users_local_admin": True}, [])
MUST = plan({"hosts.ram_mb": 1024}, [])
SHOULD = plan({"hosts.free_disk_gb": 8, "hosts.users": 1}, ["workspaces.package_gb"])
UNKNOWN = plan({}, ["hosts.ram_mb"])
PROBLEM = f"colour = 1\n{MUST}[[hosts]\n"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("", (), 0),
        (GOOD, (), 0),
        (GOOD, ("--fail-on", "should", "--fail-on-unknown"), 0),
        (MUST, (), 1),
        (MUST, ("--fail-on", "should"), 1),
        (MUST, ("--fail-on", "never"), 0),
        (SHOULD, (), 0),
        (SHOULD, ("--fail-on", "should"), 1),
        (UNKNOWN, (), 0),
        (UNKNOWN, ("--fail-on-unknown",), 1),
        (UNKNOWN, ("--fail-on-unknown", "--fail-on", "never"), 0),
        (GOOD, ("--require-attested",), 1),
        (GOOD, ("--require-attested", "--fail-on", "never"), 0),
        (PROBLEM, (), 2),
        (PROBLEM, ("--fail-on", "never"), 2),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_exit_code_says_what_was_found(
    program: Program, text: str, options: tuple[str, ...], code: int, form: str
) -> None:
    program.write("plan.toml", text)
    done = program.run("check", "plan.toml", *AS_OF, "--format", form, *options)
    assert (done.code, done.err) == (code, "")
    assert done.out


@pytest.mark.parametrize(
    ("plans", "code"),
    [
        (("good.toml", "good.toml"), 0),
        (("good.toml", "must.toml"), 1),
        (("problem.toml", "must.toml"), 2),
        (("must.toml", "missing.toml"), 2),
    ],
)
def test_of_several_plans_the_worst_decides(
    program: Program, plans: tuple[str, ...], code: int
) -> None:
    for name, text in (("good", GOOD), ("must", MUST), ("problem", PROBLEM)):
        program.write(f"{name}.toml", text)
    assert program.run("check", *plans, *AS_OF).code == code


def test_the_json_of_a_plan_with_a_problem_still_holds_the_readable_rest(
    program: Program,
) -> None:
    program.write("plan.toml", PROBLEM)
    data = json.loads(program.run("check", "plan.toml", "--format", "json").out)
    assert data["partial"] is True
    assert data["hosts"]["blocked"] == 1


def test_several_plans_are_an_array(program: Program) -> None:
    program.write("a.toml", GOOD)
    program.write("b.toml", "")
    data = json.loads(program.run("check", "a.toml", "b.toml", "--format", "json").out)
    assert [each["plan"]["name"] for each in data] == ["Good", "b"]


def test_the_documented_example_gives_the_documented_result(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = program.run("check", EXAMPLE, *AS_OF, "--format", "json")
    assert done.out == FILES["docs/result-example.json"]()


def test_a_minus_reads_standard_input_and_finds_inventories_in_the_current_folder(
    program: Program,
) -> None:
    program.write("fleet.csv", "name,ram_mb\nPC1,4096\n")
    text = b'[[inventories]]\nfile = "fleet.csv"\n'
    data = json.loads(program.run("check", "-", "--format", "json", given=text).out)
    assert data["plan"] == {
        "name": "standard input",
        "path": "-",
        "sha256": hashlib.sha256(text).hexdigest(),
    }
    assert data["hosts"]["total"] == 1


def test_an_inventory_is_found_in_the_plan_s_folder(program: Program) -> None:
    (program.folder / "plans").mkdir()
    program.write("plans/fleet.csv", "name,ram_mb\nPC1,4096\n")
    program.write("plans/plan.toml", '[[inventories]]\nfile = "fleet.csv"\n')
    assert "1 computer" in program.run("check", "plans/plan.toml").out


def test_a_missing_inventory_is_a_problem_at_its_line(program: Program) -> None:
    program.write("plan.toml", '[[inventories]]\nfile = "fleet.csv"\n')
    done = program.run("check", "plan.toml")
    assert done.code == 2
    assert "plan.toml:2:8: error inventory-unreadable" in done.out


def test_standard_input_can_be_one_plan_only(program: Program) -> None:
    done = program.run("check", "-", "-")
    assert (done.code, done.out) == (2, "")
    assert done.err == "medv-tui: Standard input holds one plan, so - can stand only once.\n"


def test_dates_are_judged_as_of_the_day_that_was_asked_for(program: Program) -> None:
    program.write("plan.toml", "")
    done = program.run("check", "plan.toml", "--as-of", "2027-02-28", "--format", "json")
    assert json.loads(done.out)["as_of"] == "2027-02-28"
    today = json.loads(program.run("check", "plan.toml", "--format", "json").out)["as_of"]
    assert date.fromisoformat(today) >= date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "The following arguments are required: PLAN"),
        (("p", "--as-of", "soon"), "a day is wanted, 2026-11-22, not soon"),
        (("p", "--format", "xml"), "invalid choice: 'xml'"),
        (("p", "--form", "json"), "Unrecognized arguments: --form json"),
        (("p", "--fail-on", "consider"), "invalid choice: 'consider'"),
    ],
)
def test_wrong_words_are_one_sentence(
    program: Program, words: tuple[str, ...], sentence: str
) -> None:
    done = program.run("check", *words)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert sentence in done.err


def test_colour_is_used_when_asked_even_without_a_terminal(program: Program) -> None:
    program.write("plan.toml", "")
    assert "\x1b[" not in program.run("check", "plan.toml").out
    assert "\x1b[" in program.run("check", "plan.toml", "--color", "always").out


def test_a_file_name_that_utf_8_cannot_hold_still_gives_json(program: Program) -> None:
    name = b"caf\xe9.toml".decode("utf-8", "surrogateescape")
    (Path(program.folder) / name).write_text("")
    done = program.run("check", name, "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["plan"]["path"] == "caf\ufffd.toml"
    assert program.run("check", name).code == 0
