import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from tests.cli.program import Program

DEEP = b"a = " + b"[" * 100_000
DIGITS = b"format = " + b"9" * 5_000 + b"\n"


def missing(path: Path) -> None:
    assert not path.exists()


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def holding(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


UNREADABLE = {
    "file-missing": missing,
    "file-not-regular": folder,
    "not-utf8": holding(b'name = "caf\xe9"\n'),
    "utf-16": holding('name = "x"\n'.encode("utf-16")),
    "nul-character": holding(b"name = \0\n"),
    "file-too-large": holding(b"\xff" * 50_000_000),
}


@pytest.mark.parametrize("code", UNREADABLE)
def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_code_2(
    program: Program, code: str
) -> None:
    UNREADABLE[code](program.folder / "plan.toml")
    done = program.run("check", "plan.toml")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("medv-tui: ")


@pytest.mark.parametrize("code", UNREADABLE)
def test_its_json_is_still_an_object_that_names_the_problem(program: Program, code: str) -> None:
    UNREADABLE[code](program.folder / "plan.toml")
    done = program.run("check", "plan.toml", "--format", "json")
    data = json.loads(done.out)
    assert (done.code, done.err) == (2, "")
    assert [problem["code"] for problem in data["problems"]] == [code]
    assert data["partial"] is True
    assert data["plan"] == {"name": "plan", "path": "plan.toml", "sha256": None}


def test_a_pipe_without_a_writer_does_not_block(program: Program) -> None:
    pipe(program.folder / "plan.toml")
    done = program.run("check", "plan.toml")
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_a_file_without_permission_is_one_sentence(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.write("plan.toml", "")

    def refused(_path: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    # Root may read everything, so the system's refusal is played.
    monkeypatch.setattr("medv_tui.planfile.load._read", refused)
    done = program.run("check", "plan.toml")
    assert done.code == 2
    assert done.err == "medv-tui: plan.toml may not be read: permission is denied.\n"


@pytest.mark.parametrize("data", [DEEP, DIGITS, b"[" * 1_000_000, b'"' * 99_999])
def test_text_that_no_plan_has_is_a_problem_and_never_a_traceback(
    program: Program, data: bytes
) -> None:
    program.write("plan.toml", data)
    done = program.run("check", "plan.toml")
    assert (done.code, done.err) == (2, "")
    assert "plan.toml:1:" in done.out


@pytest.mark.parametrize("command", ["hosts", "check"])
def test_endless_standard_input_is_refused(program: Program, command: str) -> None:
    done = program.run(command, "-", given=b" " * 33_554_433)
    assert (done.code, done.out) == (2, "")
    assert "Standard input has 32.0 MB" in done.err


def test_hostile_file_names_are_shown_harmless(program: Program) -> None:
    done = program.run("check", "\x1b]0;x\x07\u202e.toml")
    assert done.code == 2
    assert "␛]0;x␇�.toml" in done.err
    assert "\x1b" not in done.err
