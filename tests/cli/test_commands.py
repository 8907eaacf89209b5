import csv
import importlib
import json
import subprocess
import sys
from typing import NoReturn

import pytest

from medv_tui import __version__
from medv_tui.cli import COMMANDS
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.reference.schema import plan_schema
from medv_tui.review.reviewer import Reviewer
from tests.cli.program import Program
from tests.generated import ROOT

MIDSIZE = ROOT / "sample_configs" / "midsize.toml"


def loaded_by(*words: str) -> set[str]:
    """Modules that one command line loads, in a process of its own."""
    script = (
        "import sys; from medv_tui.cli import main; code = main(sys.argv[1:]); "
        "sys.stderr.write(' '.join(sys.modules)); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words], cwd=ROOT, capture_output=True, check=True
    )
    return set(done.stderr.decode().split())


def test_check_loads_no_terminal_library() -> None:
    modules = loaded_by("check", "sample_configs/documented-example.toml")
    assert "medv_tui.review.reviewer" in modules
    assert not {"textual", "rich"} & modules


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_version_and_help_load_nothing_heavy(word: str) -> None:
    assert not {"textual", "rich", "pydantic", "tomli", "argparse"} & loaded_by(word)


def test_a_reader_that_goes_away_early_changes_nothing() -> None:
    script = f"{sys.executable} -m medv_tui check sample_configs/midsize.toml --format json"
    done = subprocess.run(
        ["bash", "-c", f"{script} | head -c 10; exit ${{PIPESTATUS[0]}}"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode in (0, 1)
    assert len(done.stdout) == 10


def test_the_version_is_the_package_s(program: Program) -> None:
    assert program.run("--version").out == f"medv-tui {__version__}\n"


def test_help_names_every_command(program: Program) -> None:
    done = program.run("--help")
    assert done.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_own_help(program: Program, command: str) -> None:
    done = program.run(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert f"usage: medv-tui {command}" in done.out


def test_without_a_plan_the_help_is_shown_and_the_exit_code_is_2(program: Program) -> None:
    done = program.run()
    assert (done.code, done.out) == (2, "")
    assert "usage: medv-tui [PLAN]" in done.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--colour",), "There is no option --colour; medv-tui --help lists what there is."),
        (("a.toml", "b.toml"), "The dashboard opens one plan, not 2; medv-tui --help."),
        (("-",), "The dashboard edits a file, so it cannot open standard input"),
        (("chek", "plan.toml"), "There is no command chek and no such file; did you mean check?"),
    ],
)
def test_a_wrong_command_line_is_one_sentence(
    program: Program, words: tuple[str, ...], sentence: str
) -> None:
    done = program.run(*words)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert sentence in done.err


def test_a_failure_of_the_program_is_one_sentence_and_exit_code_3(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> NoReturn:
        raise RuntimeError("broken")

    monkeypatch.setattr(Reviewer, "update", fail)
    program.write("plan.toml", "")
    done = program.run("check", "plan.toml")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert "The program itself failed with RuntimeError: broken. Please report" in done.err
    monkeypatch.setenv("MEDV_TUI_TRACEBACK", "1")
    assert "Traceback" in program.run("check", "plan.toml").err


def test_an_interruption_is_no_failure(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_name: str) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib, "import_module", interrupt)
    done = program.run("check", "plan.toml")
    assert (done.code, done.err) == (130, "")


def test_the_schema_is_printed(program: Program) -> None:
    assert program.run("schema").out == plan_schema()


def test_every_practice_is_listed_once(program: Program) -> None:
    data = json.loads(program.run("practices", "--format", "json").out)
    assert [each["id"] for each in data] == [practice.id for practice in CATALOGUE]
    listed = program.run("practices").out
    assert all(f" {practice.id} " in listed for practice in CATALOGUE)
    assert max(map(len, listed.splitlines())) <= 80


def test_one_practice_is_explained(program: Program) -> None:
    explained = program.run("explain", "host-ram-minimum").out
    assert program.run("practices", "host-ram-minimum").out == explained
    data = json.loads(program.run("practices", "host-ram-minimum", "--format", "json").out)
    assert [each["id"] for each in data] == ["host-ram-minimum"]
    assert program.run("practices", "host-ram").code == 2


def test_practices_of_one_phase(program: Program) -> None:
    data = json.loads(program.run("practices", "--phase", "image", "--format", "json").out)
    assert {each["phase"] for each in data} == {"image"}
    assert program.run("practices", "--phase", "image").out.startswith("Image\n")


def test_hosts_lists_every_row_and_only_those_asked_for(program: Program) -> None:
    done = program.run("hosts", MIDSIZE, "--csv")
    assert done.code == 0
    rows = list(csv.DictReader(done.out.splitlines()))
    assert {row["verdict"] for row in rows} > {"ready", "blocked"}
    chosen = program.run("hosts", MIDSIZE, "--csv", "--verdict", "blocked", "--verdict", "unknown")
    listed = list(csv.DictReader(chosen.out.splitlines()))
    assert [row for row in rows if row["verdict"] in {"blocked", "unknown"}] == listed


def test_hosts_of_a_partial_plan_says_so(program: Program) -> None:
    program.write("plan.toml", '[[hosts]]\nname = "A"\n[[hosts]]\nname = "B"\nram_mb = "4"\n')
    done = program.run("hosts", "plan.toml")
    assert done.code == 2
    assert " A " in done.out
    assert "computers may be missing" in done.err


def test_new_writes_a_plan_and_its_schema_once(program: Program) -> None:
    done = program.run("new", "plan.toml")
    assert (done.code, done.err) == (0, "")
    plan = program.folder / "plan.toml"
    schema = program.folder / "medv-plan.schema.json"
    assert plan.read_text("utf-8").startswith("#:schema ./medv-plan.schema.json\n")
    assert schema.read_text("utf-8") == plan_schema()
    assert program.run("check", "plan.toml").code == 0
    plan.write_text("mine")
    schema.write_text("mine too")
    again = program.run("new", "plan.toml")
    assert (again.code, again.out) == (2, "")
    assert again.err == "medv-tui: plan.toml is there already and was not touched.\n"
    assert program.run("new", "other.toml").code == 0
    assert (plan.read_text(), schema.read_text()) == ("mine", "mine too")


def test_new_without_a_name_writes_to_standard_output_only(program: Program) -> None:
    assert program.run("new").out.startswith("#:schema ./medv-plan.schema.json\n")
    assert list(program.folder.iterdir()) == []


def test_new_in_a_folder_that_is_not_there_is_one_sentence(program: Program) -> None:
    done = program.run("new", "nowhere/plan.toml")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "nowhere/plan.toml cannot be written" in done.err


def test_explain_names_the_nearest_words(program: Program) -> None:
    assert program.run("explain", "host-ram-minimum").out.startswith("host-ram-minimum: ")
    done = program.run("explain", "host-ram-min")
    assert (done.code, done.out) == (2, "")
    assert "did you mean host-ram-minimum" in done.err
