import json
from pathlib import Path

import pytest

from medv_tui import __version__
from medv_tui.cli.doctor import diagnosis
from tests.cli.program import Program


def test_doctor_tells_the_terminal_and_where_things_are_kept(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TERM", "xterm-256color")
    done = program.run("doctor")
    assert (done.code, done.err) == (0, "")
    lines = {tuple(line.split(maxsplit=1)) for line in done.out.splitlines()}
    assert ("term", "xterm-256color") in lines
    assert ("journals", str(tmp_path / "state" / "medv-tui" / "journal")) in lines
    assert not (tmp_path / "state").exists()


def test_the_same_comes_as_json(program: Program) -> None:
    found = json.loads(program.run("doctor", "--format", "json").out)
    assert found.keys() == {"terminal", "places", "versions", "advice"}
    assert found["versions"]["medv_tui"] == __version__
    assert found["terminal"]["input_is_terminal"] is False


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"TERM": "dumb"}, "TERM is dumb; medv-tui --plain PLAN prints what would be drawn."),
        ({"COLUMNS": "60", "LINES": "20"}, "The terminal has 60 columns and 20 rows; 80 and 24"),
        ({"SSH_CONNECTION": "1 2 3 4"}, "Over SSH, ssh -C compresses what is drawn"),
        ({}, "The state folder cannot be written to, so what is typed is not kept"),
    ],
)
def test_what_stands_in_the_way_is_told_with_what_to_do(
    environment: dict[str, str], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("COLUMNS", "LINES"):
        monkeypatch.setenv(name, environment.get(name, "0"))
    assert any(advice.startswith(sentence) for advice in diagnosis(environment).advice)


def test_a_folder_below_a_file_is_no_place_to_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    environment = {"XDG_STATE_HOME": str(tmp_path / "file")}
    assert not diagnosis(environment).places.state_is_writable
    assert diagnosis({"XDG_STATE_HOME": str(tmp_path)}).places.state_is_writable


def test_what_the_surroundings_say_cannot_drive_the_terminal(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORFGBG", "\x1b]52;c;x\x07")
    assert "\x1b" not in program.run("doctor").out
