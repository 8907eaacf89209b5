import pytest

from tests.cli.program import Program


def test_keys_lists_the_user_s_own(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(program.folder))
    (program.folder / "medv-tui").mkdir()
    program.write("medv-tui/keys.toml", 'save = ["F5", "Ctrl+K"]')
    done = program.run("keys")
    assert (done.code, done.err) == (0, "")
    assert ["save", "F5,", "^K", "save"] in [line.split() for line in done.out.splitlines()]
    program.write("medv-tui/keys.toml", 'save = "Ctrl+Q"')
    refused = program.run("keys")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
