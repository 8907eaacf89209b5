"""`medv-tui check` where people and pipelines run it: in a terminal and in a pipe."""

import subprocess
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.terminal import PROGRAM, Window, environment
from tests.samples.plans import SAMPLES

EXAMPLE = SAMPLES / "documented-example.toml"
COLOUR = b"\x1b["


def piped(
    folder: Path, *arguments: str | Path, given: bytes = b"", **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        input=given,
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment(folder, None, **more),
        timeout=20,
    )


def test_in_a_pipe_it_writes_plain_text(tmp_path: Path) -> None:
    done = piped(tmp_path, "check", EXAMPLE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert COLOUR not in done.stdout
    assert "10.1 GB" in done.stdout.decode()


def test_in_a_terminal_it_writes_in_colour(start: Start) -> None:
    terminal = start("check", EXAMPLE)
    assert terminal.exit_code() == 0
    assert COLOUR in terminal.sent_back
    assert terminal.shows("10.1 GB")


def test_in_a_terminal_it_leaves_the_screen_and_the_cursor_alone(start: Start) -> None:
    terminal = start("check", EXAMPLE)
    terminal.exit_code()
    assert b"\x1b[?" not in terminal.sent_back


def test_no_color_means_no_colour_in_a_terminal(start: Start) -> None:
    terminal = start("check", EXAMPLE, NO_COLOR="1")
    assert terminal.exit_code() == 0
    assert COLOUR not in terminal.sent_back
    assert terminal.shows("10.1 GB")


def test_an_empty_no_color_means_nothing(start: Start) -> None:
    terminal = start("check", EXAMPLE, NO_COLOR="")
    terminal.exit_code()
    assert COLOUR in terminal.sent_back


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_its_lines_fit_the_terminal(start: Start, tmp_path: Path, columns: int) -> None:
    (tmp_path / "plan.toml").write_bytes((SAMPLES / "midsize.toml").read_bytes())
    terminal = start("check", "plan.toml", window=Window(columns, 200), NO_COLOR="1")
    assert terminal.exit_code() == 1
    assert max(len(line) for line in terminal.sent_back.decode().splitlines()) <= columns
    assert terminal.shows("TRE-01")


def test_a_plan_with_bad_text_is_told_line_by_line_and_ends_with_2(start: Start) -> None:
    terminal = start("check", SAMPLES / "bad-text.toml")
    assert terminal.exit_code() == 2
    assert terminal.shows("Text needs quotes")
    assert terminal.shows("bad-text.toml:7:")


@pytest.mark.parametrize(
    "arguments", [("check", "missing.toml"), ("check", ".")], ids=["missing", "folder"]
)
def test_a_file_that_cannot_be_read_costs_one_sentence_and_2(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = piped(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert arguments[1].encode() in done.stderr


def test_a_plan_on_standard_input_is_checked(tmp_path: Path) -> None:
    done = piped(tmp_path, "check", "-", given=EXAMPLE.read_bytes())
    assert done.returncode == 0
    assert "10.1 GB" in done.stdout.decode()


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "check", str(SAMPLES / "thousand-hosts.toml"), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode != 3
