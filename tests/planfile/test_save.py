import errno
import os
import pathlib
import stat

import pytest

from medv_tui.errors import ChangedOnDiskError, SaveRefusedError
from medv_tui.planfile.disk import Disk
from medv_tui.planfile.save import save

OLD, NEW = b"format = 1\n", b"format = 1\r\n# edited\r\n"


class WithoutLinks(Disk):
    def link(self, old: pathlib.Path, new: pathlib.Path) -> None:
        raise OSError(errno.EPERM, f"{old} cannot have {new} for a second name")


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


def test_a_file_that_appears_while_a_new_plan_is_written_stays(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "new.toml"

    class Late(Disk):
        def link(self, old: pathlib.Path, new: pathlib.Path) -> None:
            path.write_bytes(OLD)
            super().link(old, new)

    with pytest.raises(ChangedOnDiskError, match="there already"):
        save(path, NEW, None, disk=Late())
    assert path.read_bytes() == OLD
    assert os.listdir(tmp_path) == ["new.toml"]


def test_a_new_plan_is_written_where_files_cannot_have_two_names(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "new.toml"
    save(path, NEW, None, disk=WithoutLinks())
    assert path.read_bytes() == NEW
    assert os.listdir(tmp_path) == ["new.toml"]


def test_a_new_plan_replaces_no_file_where_files_cannot_have_two_names(
    tmp_path: pathlib.Path,
) -> None:
    path = tmp_path / "new.toml"

    class Late(WithoutLinks):
        def link(self, old: pathlib.Path, new: pathlib.Path) -> None:
            path.write_bytes(OLD)
            super().link(old, new)

    with pytest.raises(ChangedOnDiskError, match="there already"):
        save(path, NEW, None, disk=Late())
    assert path.read_bytes() == OLD


def test_a_missing_folder_is_named(tmp_path: pathlib.Path) -> None:
    assert "folder does not exist" in refused(tmp_path / "absent" / "plan.toml", expected=None)


def test_a_read_only_plan_is_refused(plan: pathlib.Path) -> None:
    plan.chmod(0o444)
    assert "read-only" in refused(plan)
    assert plan.read_bytes() == OLD


def test_a_folder_is_refused(tmp_path: pathlib.Path) -> None:
    assert "not a plain file" in refused(tmp_path)


def test_a_change_on_disk_during_the_save_is_found(plan: pathlib.Path) -> None:
    class Meanwhile(Disk):
        def sync(self, descriptor: int) -> None:
            plan.write_bytes(b"theirs\n")
            super().sync(descriptor)

    with pytest.raises(ChangedOnDiskError, match="changed on disk"):
        save(plan, NEW, OLD, disk=Meanwhile())
    assert plan.read_bytes() == b"theirs\n"
    assert os.listdir(plan.parent) == ["plan.toml"]


def test_extended_attributes_are_kept(plan: pathlib.Path) -> None:
    if not has_attributes(plan):
        pytest.skip("This file system has no extended attributes.")
    os.setxattr(plan, "user.note", b"mine")
    save(plan, NEW, OLD)
    assert plan.read_bytes() == NEW
    assert os.getxattr(plan, "user.note") == b"mine"


def has_attributes(path: pathlib.Path) -> bool:
    try:
        os.setxattr(path, "user.tried", b"")
        os.removexattr(path, "user.tried")
    except OSError:
        return False
    return True


def test_both_names_of_a_file_with_two_have_the_new_text(plan: pathlib.Path) -> None:
    other = plan.with_name("other.toml")
    os.link(plan, other)
    save(plan, NEW, OLD)
    assert other.read_bytes() == NEW
    assert plan.samefile(other)
    assert sorted(os.listdir(plan.parent)) == ["other.toml", "plan.toml"]


def test_a_file_in_a_folder_that_takes_no_new_ones_is_written_in_place(
    plan: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    spare = tmp_path / "spare"
    spare.mkdir()

    class Closed(Disk):
        def create(self, path: pathlib.Path, mode: int) -> int:
            if path.parent == plan.parent:
                raise PermissionError(errno.EACCES, "Permission denied")
            return super().create(path, mode)

    inode = plan.stat().st_ino
    save(plan, NEW, OLD, disk=Closed(), spare=spare)
    assert (plan.read_bytes(), plan.stat().st_ino) == (NEW, inode)
    assert os.listdir(spare) == []
    with pytest.raises(SaveRefusedError, match="permission is denied"):
        save(plan, OLD, NEW, disk=Closed())
    assert plan.read_bytes() == NEW


@pytest.mark.parametrize("refused_call", ["set_owner", "rename"])
def test_what_a_rename_would_lose_is_kept_by_writing_in_place(
    plan: pathlib.Path, refused_call: str
) -> None:
    class Refusing(Disk):
        def set_owner(self, descriptor: int, user: int, group: int) -> None:
            if refused_call == "set_owner":
                raise PermissionError(errno.EPERM, f"{descriptor} cannot be {user}:{group}")

        def rename(self, old: pathlib.Path, new: pathlib.Path) -> None:
            raise OSError(errno.EBUSY, f"{old} cannot replace {new}, which is mounted")

    inode = plan.stat().st_ino
    save(plan, NEW, OLD, disk=Refusing())
    assert (plan.read_bytes(), plan.stat().st_ino) == (NEW, inode)
    assert os.listdir(plan.parent) == ["plan.toml"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full; free some space"),
        (errno.EDQUOT, "quota"),
        (errno.EIO, "the disk reports an error"),
        (errno.EXDEV, "spans two disks"),
        (errno.EROFS, "the disk is read-only"),
    ],
)
def test_a_refusal_is_one_sentence_that_says_what_to_do(
    plan: pathlib.Path, number: int, words: str
) -> None:
    class Broken(Disk):
        def sync(self, descriptor: int) -> None:
            raise OSError(number, f"{descriptor} is broken")

    with pytest.raises(SaveRefusedError) as raised:
        save(plan, NEW, OLD, disk=Broken())
    assert words in str(raised.value)
    assert str(raised.value).startswith(f"{plan} was not saved: ")
    assert str(raised.value).count(".\n") == 0
    assert os.listdir(plan.parent) == ["plan.toml"]
