"""The dashboard in a real terminal, from its first screen to its last."""

import subprocess
from pathlib import Path
from signal import SIGTERM

import pytest

from tests.e2e.conftest import EXAMPLE, Start, opened
from tests.e2e.terminal import (
    CTRL_C,
    CTRL_Q,
    CTRL_S,
    CTRL_Z,
    DOWN,
    END,
    ENTER,
    ESCAPE,
    F5,
    PROGRAM,
    SHIFT_LEFT,
    Terminal,
    Window,
    environment,
)

ANSWERS = ("Save and quit", "Quit without saving", "Stay")


def replace_last_character(terminal: Terminal, line: int, key: str) -> None:
    """Type one character over the last one of a line, with the cursor at the file's start."""
    terminal.send(*[DOWN] * (line - 1), END, SHIFT_LEFT)
    terminal.wait_until_quiet(0.15)
    terminal.send(key)


def change_users(terminal: Terminal, key: str = "4") -> None:
    lines = EXAMPLE.decode().splitlines()
    replace_last_character(terminal, lines.index("users = 3") + 1, key)


def is_restored(terminal: Terminal) -> bool:
    """Say whether the terminal is as a shell wants it."""
    shell = {25: True, 1049: False, 1000: False, 1003: False, 1004: False, 2004: False}
    return {mode: terminal.mode(mode) for mode in shell} == shell


def test_the_documented_example_shows_its_documented_figure(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    assert terminal.mode(1049)
    assert not any("10.1" in line for line in EXAMPLE.decode().splitlines())


def test_the_screen_is_opened_and_cleared_once_although_two_draw_on_it(
    start: Start, plan: Path
) -> None:
    terminal = start("--theme", "dark", plan)
    terminal.wait_for("10.1 GB")
    assert [terminal.sent_back.count(sent) for sent in (b"\x1b[?1049h", b"\x1b[2J")] == [1, 1]


def test_a_signal_as_soon_as_the_text_is_seen_restores_the_terminal(
    start: Start, plan: Path
) -> None:
    terminal = start("--theme", "dark", plan)
    terminal.wait_for("[plan]")
    terminal.send_signal(SIGTERM)
    assert terminal.exit_code() == 128 + SIGTERM
    assert is_restored(terminal)
    assert terminal.is_cooked()


def test_the_figure_follows_the_text_with_no_other_key(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    change_users(terminal)
    terminal.wait_for("users = 4")
    terminal.wait_for("12.6 GB")
    terminal.wait(lambda seen: not seen.shows("10.1 GB"), "the end of the old figure")


def test_undo_brings_the_figure_back(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    change_users(terminal)
    terminal.wait_for("12.6 GB")
    terminal.send(CTRL_Z)
    terminal.wait_for("10.1 GB")
    terminal.wait_for("users = 3")


def test_a_half_typed_line_leaves_the_panes_standing(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    change_users(terminal, "x")
    terminal.wait_for("users = x")
    terminal.wait_until_quiet()
    assert terminal.shows("DESK-01")
    terminal.send(CTRL_Z)
    terminal.wait_for("10.1 GB")


ODD = EXAMPLE.replace(b"[plan]", "# one\u2028two\x85three\n[plan]".encode())


@pytest.mark.parametrize(
    "original",
    [
        EXAMPLE,
        EXAMPLE.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + ODD.replace(b"\n\n", b"\n \t \n").rstrip(b"\n"),
    ],
    ids=["plain", "crlf", "odd"],
)
def test_saving_writes_the_shown_text_byte_for_byte(
    start: Start, plan: Path, original: bytes
) -> None:
    plan.write_bytes(original)
    terminal = opened(start, plan)
    replace_last_character(terminal, original[: original.index(b"users = 3")].count(b"\n") + 1, "4")
    terminal.wait_for("12.6 GB")
    terminal.send(CTRL_S)
    wanted = original.replace(b"users = 3", b"users = 4")
    terminal.wait(lambda _: plan.read_bytes() == wanted, "the saved file")
    terminal.send(CTRL_Q)
    assert terminal.exit_code() == 0
    assert plan.read_bytes() == wanted


def test_opening_and_quitting_changes_nothing_and_restores_the_terminal(
    start: Start, plan: Path
) -> None:
    terminal = opened(start, plan)
    terminal.send(CTRL_Q)
    assert terminal.exit_code() == 0
    assert is_restored(terminal)
    assert terminal.is_cooked()
    assert plan.read_bytes() == EXAMPLE
    # The program's home, where it remembers things, is the plan's folder here.
    assert sorted(path.name for path in plan.parent.glob("*")) == [".local", "plan.toml"]


def test_quitting_with_unsaved_changes_asks_and_can_stay(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    change_users(terminal)
    terminal.wait_for("12.6 GB")
    terminal.send(CTRL_Q)
    for answer in ANSWERS:
        terminal.wait_for(answer)
    terminal.send(ESCAPE)
    terminal.wait(lambda seen: not seen.shows(ANSWERS[1]), "the end of the question")
    assert terminal.shows("users = 4")
    assert plan.read_bytes() == EXAMPLE


def test_save_and_quit_saves_and_quits(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    change_users(terminal)
    terminal.wait_for("12.6 GB")
    terminal.send(CTRL_Q)
    terminal.wait_for(ANSWERS[0])
    terminal.wait_until_quiet()
    terminal.send(ENTER)
    assert terminal.exit_code() == 0
    assert is_restored(terminal)
    assert plan.read_bytes() == EXAMPLE.replace(b"users = 3", b"users = 4")


def test_nothing_is_sent_while_nobody_types(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    terminal.wait_until_quiet(0.5)
    assert terminal.heard_for(1.0) == b""


def test_a_moved_cursor_costs_less_than_a_twelfth_of_the_first_screen(
    start: Start, plan: Path
) -> None:
    terminal = opened(start, plan)
    terminal.wait_until_quiet(0.5)
    opening = len(terminal.sent_back)
    terminal.send(DOWN)
    terminal.wait_until_quiet()
    assert 0 < len(terminal.sent_back) - opening < opening / 12


def test_ctrl_c_does_not_end_it(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    terminal.send(CTRL_C)
    change_users(terminal)
    terminal.wait_for("12.6 GB")


@pytest.mark.parametrize(
    "window",
    [Window(180, 50), Window(120, 40), Window(80, 24)],
    ids=lambda window: f"{window.columns}x{window.lines}",
)
def test_it_opens_at_every_usual_size(start: Start, plan: Path, window: Window) -> None:
    terminal = start(plan, window=window)
    terminal.wait_for("DESK-01") if window.lines > 30 else terminal.wait_for("Documented example")
    terminal.wait_until_quiet()
    assert len(terminal.rows) == window.lines
    terminal.send(CTRL_Q)
    assert terminal.exit_code() == 0


def test_it_lives_through_every_size(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    for columns, lines in ((180, 50), (80, 24), (39, 9), (15, 4), (120, 40)):
        terminal.resize(columns, lines)
        terminal.wait_until_quiet()
    terminal.wait_for("10.1 GB")


def test_a_plan_that_does_not_exist_yet_is_created_by_the_first_save(
    start: Start, tmp_path: Path
) -> None:
    new = tmp_path / "new.toml"
    terminal = start(new)
    terminal.wait_for("new.toml")
    terminal.wait_until_quiet()
    assert not new.exists()
    terminal.send("format = 1")
    terminal.wait_for("format = 1")
    terminal.send(CTRL_S)
    terminal.wait(lambda _: new.exists() and new.read_bytes() == b"format = 1", "the new file")


def test_keys_that_cannot_be_taken_do_not_keep_a_plan_from_opening(
    start: Start, plan: Path
) -> None:
    keys = plan.parent / ".config/medv-tui/keys.toml"
    keys.parent.mkdir(parents=True)
    keys.write_text('save = "Return"\nquit = "F5"')
    terminal = start(plan)
    terminal.wait_for("Part of keys.toml is left out")
    terminal.wait_for("Line 1 of keys.toml: save = 'Return' is no key that can be chosen")
    terminal.wait_until_quiet()
    terminal.send(ESCAPE)
    terminal.wait(lambda seen: not seen.shows("left out"), "the dialog's end")
    terminal.send("#", CTRL_S)
    terminal.wait(lambda _: plan.read_bytes() == b"#" + EXAMPLE, "the saved file")
    terminal.send(F5)
    assert terminal.exit_code() == 0


def test_a_folder_is_refused_in_one_sentence(start: Start, tmp_path: Path) -> None:
    terminal = start(tmp_path)
    assert terminal.exit_code() == 2
    assert terminal.sent_back.strip().count(b"\n") == 0
    assert not terminal.mode(1049)


def test_a_file_that_is_no_text_is_refused_in_one_sentence(start: Start, plan: Path) -> None:
    plan.write_bytes(b"caf\xe9")
    terminal = start(plan)
    assert terminal.exit_code() == 2
    assert terminal.sent_back.strip().count(b"\n") == 0
    assert b"UTF-8" in terminal.sent_back
    assert b"Traceback" not in terminal.sent_back


def test_a_terminal_that_cannot_draw_is_refused(start: Start, plan: Path) -> None:
    terminal = start(plan, window=Window(term="dumb"))
    assert terminal.exit_code() == 2
    assert b"\x1b" not in terminal.sent_back


def test_without_a_terminal_it_says_so_and_ends_with_2(plan: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, plan],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env=environment(plan.parent, Window()),
        timeout=20,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
