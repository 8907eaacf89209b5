"""Saves that meet what disks, folders and files can be like."""

import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import EXAMPLE, Start
from tests.e2e.terminal import CTRL_S
from tests.e2e.test_ends import IN_JOURNAL, texts, typed_into


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("no small disk can be mounted here, which takes root")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_keeps_the_old_file_and_what_was_typed(
    start: Start, plan: Path, small_disk: Path
) -> None:
    full = small_disk / plan.name
    full.write_bytes(EXAMPLE)
    terminal = typed_into(start, full)
    with pytest.raises(OSError, match="No space"):
        (small_disk / "rest").write_bytes(bytes(64 * 1024))
    terminal.send(CTRL_S)
    terminal.wait_for("the disk is full")
    assert full.read_bytes() == EXAMPLE
    assert list(small_disk.glob(".*.tmp")) == []
    terminal.wait(lambda _: texts(plan) == [IN_JOURNAL], "the journal")


def test_a_folder_that_is_gone_is_said_and_what_was_typed_stays(
    start: Start, plan: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    gone = folder / plan.name
    gone.write_bytes(EXAMPLE)
    terminal = typed_into(start, gone)
    shutil.rmtree(folder)
    terminal.send(CTRL_S)
    terminal.wait_for("no longer there")
    terminal.wait(lambda _: texts(plan) == [IN_JOURNAL], "the journal")


def test_a_read_only_file_is_not_written_to(start: Start, plan: Path) -> None:
    plan.chmod(0o444)
    terminal = typed_into(start, plan)
    terminal.send(CTRL_S)
    terminal.wait_for("read-only")
    assert plan.read_bytes() == EXAMPLE


def test_a_save_keeps_the_links_and_the_mode_of_the_file(start: Start, plan: Path) -> None:
    plan.chmod(0o640)
    hard, soft = plan.with_name("hard.toml"), plan.with_name("soft.toml")
    hard.hardlink_to(plan)
    soft.symlink_to(plan)
    terminal = typed_into(start, soft)
    terminal.send(CTRL_S)
    terminal.wait(lambda _: hard.read_bytes() == IN_JOURNAL, "the saved file")
    assert soft.is_symlink()
    assert plan.samefile(hard)
    assert stat.S_IMODE(plan.stat().st_mode) == 0o640
