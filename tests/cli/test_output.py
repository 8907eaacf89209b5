import importlib
import io
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from medv_tui.cli import main, output


class Screen(io.TextIOWrapper):
    """Standard output that is a terminal of some encoding."""

    def __init__(self, encoding: str) -> None:
        self.sent = io.BytesIO()
        super().__init__(self.sent, encoding=encoding, newline="")

    def isatty(self) -> bool:
        return True


def screen(monkeypatch: pytest.MonkeyPatch, encoding: str = "utf-8", **variables: str) -> Screen:
    for name in ("NO_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    shown = Screen(encoding)
    monkeypatch.setattr(sys, "stdout", shown)
    return shown


@pytest.mark.parametrize(
    ("variables", "wish", "colour"),
    [
        ({}, "auto", True),
        ({"NO_COLOR": ""}, "auto", True),
        ({"NO_COLOR": "0"}, "auto", False),
        ({"TERM": "dumb"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({}, "never", False),
    ],
)
def test_a_terminal_gets_colour_unless_its_user_does_not_want_it(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], wish: str, colour: bool
) -> None:
    screen(monkeypatch, **variables)
    assert output.has_colour(wish) is colour


def test_the_width_is_the_terminal_s_and_80_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    screen(monkeypatch, COLUMNS="132")
    assert output.width() == 132
    screen(monkeypatch, COLUMNS="3")
    assert output.width() == 20
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert output.width() == 80


def test_a_terminal_of_another_encoding_gets_question_marks_and_no_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = screen(monkeypatch, "cp1252")
    output.write("● é\n")
    assert shown.sent.getvalue() == b"? \xe9\n"


def test_one_word_that_is_no_command_opens_the_dashboard(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[tuple[str, Path]] = []

    load_other = importlib.import_module

    def load(module: str) -> ModuleType | SimpleNamespace:
        if module != "medv_tui.tui.running":
            return load_other(module)

        def run(path: Path, **_: object) -> int:
            opened.append((module, path))
            return 0

        return SimpleNamespace(run=run)

    monkeypatch.setattr("importlib.import_module", load)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "check").touch()
    for words in (["plan.toml"], ["./check"], ["--", "-odd.toml"]):
        assert main(words) == 0
    assert opened == [
        ("medv_tui.tui.running", Path("plan.toml")),
        ("medv_tui.tui.running", Path("check")),
        ("medv_tui.tui.running", Path("-odd.toml")),
    ]
