import os
import pathlib
import stat
from collections.abc import Callable

import pytest

from medv_tui.errors import SaveRefusedError
from medv_tui.planfile.save import save

OLD, NEW = b"format = 1\n", b"format = 1\r\n# edited\r\n"


@pytest.fixture
def plan(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "plan.toml"
    path.write_bytes(OLD)
    return path


def refused(path: pathlib.Path, expected: bytes | None = OLD) -> str:
    with pytest.raises(SaveRefusedError) as raised:
        save(path, NEW, expected)
    return str(raised.value)


def test_a_plan_is_replaced_by_the_new_bytes(plan: pathlib.Path) -> None:
    save(plan, NEW, OLD)
    assert plan.read_bytes() == NEW
    assert os.listdir(plan.parent) == ["plan.toml"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_is_kept(plan: pathlib.Path, mode: int) -> None:
    plan.chmod(mode)
    save(plan, NEW, OLD)
    assert stat.S_IMODE(plan.stat().st_mode) == mode


def test_a_symbolic_link_stays_and_its_file_is_written(plan: pathlib.Path) -> None:
    folder = plan.parent / "elsewhere"
    folder.mkdir()
    link = folder / "link.toml"
    link.symlink_to("../plan.toml")
    save(link, NEW, OLD)
    assert link.is_symlink()
    assert plan.read_bytes() == NEW


def test_a_plan_that_changed_on_disk_is_left_alone(plan: pathlib.Path) -> None:
    plan.write_bytes(b"format = 2\n")
    assert "changed on disk" in refused(plan)
    assert plan.read_bytes() == b"format = 2\n"


def test_only_the_content_counts_as_a_change(plan: pathlib.Path) -> None:
    os.utime(plan, (0, 0))
    save(plan, NEW, OLD)
    assert plan.read_bytes() == NEW


def test_a_plan_that_was_deleted_is_not_silently_made_again(plan: pathlib.Path) -> None:
    plan.unlink()
    assert "no longer there" in refused(plan)
    assert not plan.exists()


def test_a_new_plan_is_written(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "new.toml"
    save(path, NEW, None)
    assert path.read_bytes() == NEW
    assert os.listdir(tmp_path) == ["new.toml"]


def test_a_new_plan_has_the_mode_of_any_new_file(tmp_path: pathlib.Path) -> None:
    (tmp_path / "other").touch()
    save(tmp_path / "new.toml", NEW, None)
    assert (tmp_path / "new.toml").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_new_plan_never_replaces_a_file(plan: pathlib.Path) -> None:
    assert "there already" in refused(plan, expected=None)
    assert plan.read_bytes() == OLD


def test_a_file_that_appears_while_a_new_plan_is_written_stays(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.toml"
    link = os.link

    def late(source: str, target: str) -> None:
        path.write_bytes(OLD)
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    assert "file exists" in refused(path, expected=None)
    assert path.read_bytes() == OLD
    assert os.listdir(tmp_path) == ["new.toml"]


def test_a_missing_folder_is_named(tmp_path: pathlib.Path) -> None:
    assert "folder does not exist" in refused(tmp_path / "absent" / "plan.toml", expected=None)


def test_a_read_only_plan_is_refused(plan: pathlib.Path) -> None:
    plan.chmod(0o444)
    assert "read-only" in refused(plan)
    assert plan.read_bytes() == OLD


def test_a_folder_is_refused(tmp_path: pathlib.Path) -> None:
    assert "not a plain file" in refused(tmp_path)


@pytest.mark.parametrize("call", ["open", "fsync", "fchmod", "replace"])
def test_whatever_fails_the_old_plan_is_whole_and_nothing_is_left_behind(
    plan: pathlib.Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    assert "no space left on device" in refused(plan)
    monkeypatch.undo()
    assert plan.read_bytes() == OLD
    assert os.listdir(plan.parent) == ["plan.toml"]


def test_a_change_on_disk_during_the_save_is_found(
    plan: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def meanwhile(descriptor: int) -> None:
        plan.write_bytes(b"theirs\n")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert "changed on disk" in refused(plan)
    assert plan.read_bytes() == b"theirs\n"
    assert os.listdir(plan.parent) == ["plan.toml"]


def test_a_folder_that_cannot_be_synced_is_told_apart(
    plan: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", only_folders_fail(os.fsync))
    assert "was written, but may not survive" in refused(plan)
    assert plan.read_bytes() == NEW


def only_folders_fail(fsync: Callable[[int], None]) -> Callable[[int], None]:
    def call(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(5, "Input/output error")
        fsync(descriptor)

    return call
