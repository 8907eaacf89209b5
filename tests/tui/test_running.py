import io
from pathlib import Path

import pytest

from medv_tui.tui.running import run


class Stream(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def streams(monkeypatch: pytest.MonkeyPatch, *, stdin: bool, stdout: bool) -> None:
    monkeypatch.setattr("sys.stdin", Stream(terminal=stdin))
    monkeypatch.setattr("sys.stdout", Stream(terminal=stdout))


@pytest.mark.parametrize(("stdin", "stdout"), [(True, False), (False, True), (False, False)])
def test_without_a_terminal_there_is_one_line_and_exit_code_2(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stdin: bool,
    stdout: bool,
) -> None:
    streams(monkeypatch, stdin=stdin, stdout=stdout)
    assert run(tmp_path / "plan.toml") == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert "needs a terminal" in lines[0]


def test_a_dumb_terminal_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    streams(monkeypatch, stdin=True, stdout=True)
    monkeypatch.setenv("TERM", "dumb")
    assert run(tmp_path / "plan.toml") == 2
    said = capsys.readouterr().err
    assert "TERM is dumb" in said
    assert "`medv-tui --plain PLAN` prints what it shows." in said


def test_a_file_that_is_no_text_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    streams(monkeypatch, stdin=True, stdout=True)
    monkeypatch.setenv("TERM", "xterm-256color")
    (tmp_path / "plan.toml").write_bytes(b"\xff\xff")
    assert run(tmp_path / "plan.toml", theme="dark") == 2
    assert "not UTF-8" in capsys.readouterr().err
