"""Reading an inventory from a disk."""

import os
from pathlib import Path

import pytest

from medv_tui.errors import PlanUnreadableError
from medv_tui.inventory import load as module
from medv_tui.inventory.load import load
from medv_tui.problem_codes import Code


def refusal(path: Path) -> str:
    with pytest.raises(PlanUnreadableError) as caught:
        load(path)
    assert caught.value.code is Code.INVENTORY_UNREADABLE
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_the_bytes_come_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "fleet.csv"
    path.write_bytes(b"\xff\xfe\r\r\n\0")

    assert load(path) == b"\xff\xfe\r\r\n\0"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "No such file" in refusal(tmp_path / "fleet.csv")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "a CSV file is wanted" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_nobody_writes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "fleet.csv"
    os.mkfifo(path)

    assert "a CSV file is wanted" in refusal(path)


def test_a_path_that_no_system_can_hold_is_refused(tmp_path: Path) -> None:
    refusal(tmp_path / "fle\0et.csv")


def test_a_file_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_FILE", 3)
    path = tmp_path / "fleet.csv"
    path.write_bytes(b"1234")

    assert "larger than 512 MB" in refusal(path)


def test_two_gigabytes_of_nothing_are_refused_by_their_size(tmp_path: Path) -> None:
    path = tmp_path / "fleet.csv"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)

    assert "larger than 512 MB" in refusal(path)
