import os
import pathlib
import socket

import pytest

from medv_tui.errors import PlanUnreadableError
from medv_tui.planfile.load import load
from medv_tui.planfile.text import LARGEST_BYTES
from medv_tui.problem_codes import Code


def refusal(path: pathlib.Path) -> PlanUnreadableError:
    with pytest.raises(PlanUnreadableError) as raised:
        load(path)
    assert str(path) in str(raised.value)
    return raised.value


def test_the_bytes_of_a_file_come_back(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"format = 1\r\n\xff")
    assert load(path) == b"format = 1\r\n\xff"


def test_a_symbolic_link_is_followed(tmp_path: pathlib.Path) -> None:
    (tmp_path / "real.toml").write_bytes(b"format = 1\n")
    link = tmp_path / "plan.toml"
    link.symlink_to("real.toml")
    assert load(link) == b"format = 1\n"


@pytest.mark.parametrize("name", ["absent.toml", "absent/plan.toml", "file/plan.toml"])
def test_what_is_not_there_is_missing(tmp_path: pathlib.Path, name: str) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / name).code is Code.FILE_MISSING


def test_a_folder_is_no_plan(tmp_path: pathlib.Path) -> None:
    error = refusal(tmp_path)
    assert error.code is Code.FILE_NOT_REGULAR
    assert "is a folder" in str(error)


def test_a_pipe_without_a_writer_is_refused_at_once(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    error = refusal(path)
    assert error.code is Code.FILE_NOT_REGULAR
    assert "is a pipe" in str(error)


def test_a_socket_is_no_plan(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name may only be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        error = refusal(pathlib.Path("s"))
    assert error.code is Code.FILE_NOT_REGULAR
    assert "is a socket" in str(error)


def test_a_device_is_no_plan() -> None:
    assert "is a device" in str(refusal(pathlib.Path(os.devnull)))


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    assert refusal(tmp_path / "plan.toml").code is Code.FILE_NO_PERMISSION


def test_an_error_while_reading_gives_the_systems_words(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", broken)
    error = refusal(tmp_path / "plan.toml")
    assert error.code is Code.FILE_UNREADABLE
    assert "Input/output error" in str(error)


def test_a_name_with_a_nul_character_is_unreadable() -> None:
    assert refusal(pathlib.Path("a\0b")).code is Code.FILE_UNREADABLE


def test_a_huge_file_is_refused_without_reading_it(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "plan.toml"
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES * 1000)
    assert refusal(path).code is Code.FILE_TOO_LARGE
