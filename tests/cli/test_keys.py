import pytest

from tests.cli.program import Program


def test_keys_lists_the_user_s_own(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(program.folder))
    (program.folder / "medv-tui").mkdir()
    program.write("medv-tui/keys.toml", 'save = ["F5", "Ctrl+K"]')
    done = program.run("keys")
    assert (done.code, done.err) == (0, "")
    assert ["save", "F5,", "^K", "save"] in [line.split() for line in done.out.splitlines()]


def test_keys_and_doctor_name_lines_that_are_left_out(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(program.folder))
    (program.folder / "medv-tui").mkdir()
    program.write("medv-tui/keys.toml", 'save = "Ctrl+Q"\nopen = "F5"\nquit =')
    listed = program.run("keys")
    assert listed.code == 2
    assert ["open", "F5"] in [line.split()[:2] for line in listed.out.splitlines()]
    first, second = listed.err.splitlines()
    assert first.startswith("medv-tui: Line 1 of keys.toml: ^Q is the key of quit too")
    assert second.startswith("medv-tui: Line 3 of keys.toml: It cannot be read. Write an action")
    advised = program.run("doctor")
    assert advised.code == 0
    assert "  Line 3 of keys.toml: It cannot be read. Write an action" in advised.out
