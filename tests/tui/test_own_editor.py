import signal
import stat
import sys
from pathlib import Path

import pytest

from medv_tui.tui.own_editor import (
    USUAL,
    OwnEditorError,
    edited_in,
    editor_command,
    folders,
    interrupts_left_alone,
)

TEXT = 'name = "é"\r\nx = 1\n'


def editor(tmp_path: Path, code: str) -> list[str]:
    """Write an editor that does this with the path in `path`."""
    script = tmp_path / "editor.py"
    script.write_text(f"import os, pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{code}\n")
    return [sys.executable, str(script)]


def left(folder: Path) -> list[Path]:
    return sorted(folder.glob(".plan.*.toml"))


def test_visual_comes_before_editor_and_may_have_arguments() -> None:
    assert editor_command({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor_command({"VISUAL": "", "EDITOR": "nano"}) == ["nano"]
    assert editor_command({}) == [USUAL]


def test_what_is_no_command_is_said() -> None:
    with pytest.raises(OwnEditorError, match="no command"):
        editor_command({"EDITOR": "vi 'x"})


def test_the_file_stands_where_only_its_owner_reads_or_beside_the_plan(tmp_path: Path) -> None:
    plan = tmp_path / "plan.toml"
    assert folders({"XDG_RUNTIME_DIR": "/run/user/1"}, plan) == (Path("/run/user/1"), tmp_path)
    assert folders({}, plan) == (tmp_path,)


def test_the_text_comes_back_as_it_was_left(tmp_path: Path) -> None:
    code = "path.write_bytes(path.read_bytes().replace(b'1', b'2'))"
    new = edited_in(editor(tmp_path, code), TEXT, [tmp_path], "plan")
    assert new == TEXT.replace("1", "2")
    assert left(tmp_path) == []


def test_nobody_else_can_read_the_file(tmp_path: Path) -> None:
    code = "path.write_text(oct(os.stat(path).st_mode))"
    mode = edited_in(editor(tmp_path, code), TEXT, [tmp_path], "plan")
    assert stat.S_IMODE(int(mode, 8)) == 0o600


def test_the_next_folder_is_taken_where_the_first_is_not_there(tmp_path: Path) -> None:
    code = "path.write_text(str(path.parent))"
    new = edited_in(editor(tmp_path, code), TEXT, [tmp_path / "no", tmp_path], "plan")
    assert new == str(tmp_path)
    with pytest.raises(OwnEditorError, match="No file could be written"):
        edited_in(editor(tmp_path, code), TEXT, [tmp_path / "no"], "plan")


def test_an_editor_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(OwnEditorError, match="no-such-editor could not be started"):
        edited_in(["no-such-editor"], TEXT, [tmp_path], "plan")
    assert left(tmp_path) == []


def test_an_editor_that_fails_changes_nothing_and_its_text_is_kept(tmp_path: Path) -> None:
    code = "path.write_text('half'); sys.exit(3)"
    with pytest.raises(OwnEditorError, match=r"ended with 3.*kept as"):
        edited_in(editor(tmp_path, code), TEXT, [tmp_path], "plan")
    assert [path.read_text() for path in left(tmp_path)] == ["half"]


def test_an_editor_that_is_left_with_an_error_but_no_change_is_fine(tmp_path: Path) -> None:
    assert edited_in(editor(tmp_path, "sys.exit(1)"), TEXT, [tmp_path], "plan") == TEXT


def test_a_file_that_is_no_text_is_kept_and_said(tmp_path: Path) -> None:
    code = "path.write_bytes(b'\\xff')"
    with pytest.raises(OwnEditorError, match="not UTF-8; it is kept"):
        edited_in(editor(tmp_path, code), TEXT, [tmp_path], "plan")
    assert len(left(tmp_path)) == 1


def test_ctrl_c_in_the_other_editor_ends_only_that(tmp_path: Path) -> None:
    code = (
        "import signal\n"
        "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler\n"
        "os.kill(os.getppid(), signal.SIGINT)\n"
        "path.write_text('done')"
    )
    before = signal.getsignal(signal.SIGINT)
    with interrupts_left_alone():
        assert edited_in(editor(tmp_path, code), TEXT, [tmp_path], "plan") == "done"
    assert signal.getsignal(signal.SIGINT) is before


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(OwnEditorError, match="cannot be read again"):
        edited_in(editor(tmp_path, "path.unlink()"), TEXT, [tmp_path], "plan")
