from pathlib import Path
from types import SimpleNamespace

import pytest

from medv_tui.cli import dashboard
from medv_tui.cli.dashboard import THEMES, Wanted, read
from medv_tui.errors import MedvError
from medv_tui.tui import theme_colours
from tests.cli.program import Program


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], Wanted(())),
        (["plan.toml"], Wanted(("plan.toml",))),
        (["--ascii", "plan.toml"], Wanted(("plan.toml",), ascii_only=True)),
        (["plan.toml", "--ascii"], Wanted(("plan.toml",), ascii_only=True)),
        (["--theme", "light", "plan.toml"], Wanted(("plan.toml",), theme="light")),
        (["--theme=terminal"], Wanted((), theme="terminal")),
        (["--ascii", "--", "--ascii"], Wanted(("--ascii",), ascii_only=True)),
        (["--read-only", "plan.toml"], Wanted(("plan.toml",), read_only=True)),
        (["--plain", "plan.toml"], Wanted(("plan.toml",), plain=True)),
        (["--no-mouse", "--slow"], Wanted((), mouse=False, slow=True)),
        (["-"], Wanted(("-",))),
    ],
)
def test_options_and_plans_are_told_apart(words: list[str], wanted: Wanted) -> None:
    assert read(words) == wanted


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--theme", "blue"], "A theme is wanted after --theme, one of dark, .*, not blue."),
        (["--theme"], "A theme is wanted after --theme, .*, and none is given."),
        (["--theme="], "A theme is wanted after --theme, .*, and none is given."),
        (["plan.toml", "--asci"], "There is no option --asci; "),
    ],
)
def test_a_wrong_option_is_one_sentence(words: list[str], sentence: str) -> None:
    with pytest.raises(MedvError, match=sentence):
        read(words)


def test_every_theme_can_be_asked_for() -> None:
    assert [f"medv-{name}" for name in THEMES] == list(theme_colours.THEMES)


def test_the_dashboard_opens_as_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def run(path: Path | None, **options: object) -> int:
        asked.append((path, *options.values()))
        return 0

    app = SimpleNamespace(run=run)
    monkeypatch.setattr("importlib.import_module", lambda _: app)
    assert dashboard.run(["plan.toml", "--ascii", "--theme=light"], ()) == 0
    assert dashboard.run(["--no-mouse", "--slow"], ()) == 0
    assert asked == [
        (Path("plan.toml"), True, "light", False, True, False),
        (None, False, "", False, False, True),
    ]


def test_plain_prints_the_dashboard_without_a_terminal(program: Program) -> None:
    program.write("plan.toml", "[[hosts]]\nname = 'A'\n")
    done = program.run("--plain", "plan.toml")
    assert (done.code, done.err) == (0, "")
    assert "A: unassigned. No workspace is assigned to it." in done.out.splitlines()


def test_plain_reads_standard_input_and_says_what_it_could_not(program: Program) -> None:
    done = program.run("--plain", "-", given=b"x =")
    assert done.code == 2
    assert "Part of the plan cannot be read; it is not in the figures." in done.out


def test_plain_wants_one_plan(program: Program) -> None:
    done = program.run("--plain")
    assert (done.code, done.out) == (2, "")
    assert done.err == "medv-tui: --plain prints one plan, not 0; name it after --plain.\n"
