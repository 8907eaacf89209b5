"""Writing a plan so that either the old file or the new one is there, whole, whatever happens."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from medv_tui.errors import ChangedOnDiskError, SaveRefusedError, SaveUnprovenError
from medv_tui.planfile.disk import Disk
from medv_tui.planfile.in_place import NotReplaceableError, write_in_place
from medv_tui.planfile.temporary import (
    PRIVATE,
    discard,
    new_file,
    sweep,
    sync_folder,
    temporary_name,
    write_all,
)

_NEW_FILE = 0o666
_MAY_NOT = {errno.EACCES, errno.EPERM}
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS}
_ACCESS_LIST = "system.posix_acl_access"

_REASONS = {
    errno.ENOSPC: "the disk is full; free some space, then save again",
    errno.EDQUOT: "your quota on this disk is used up; free some space, then save again",
    errno.EIO: "the disk reports an error; save it on another disk",
    errno.EROFS: "the disk is read-only; save it on another disk",
    errno.EXDEV: "its folder spans two disks; save it in another folder",
    errno.EACCES: "permission is denied; save it in another folder",
    errno.EPERM: "permission is denied; save it in another folder",
    errno.ENAMETOOLONG: "its name is too long; save it under a shorter one",
    errno.ENOENT: "its folder does not exist; save it in another folder",
    errno.ENOTDIR: "its folder does not exist; save it in another folder",
    errno.ELOOP: "its symbolic links lead in a circle; save it under another name",
}


def save(
    path: Path,
    data: bytes,
    expected: bytes | None,
    *,
    disk: Disk | None = None,
    spare: Path | None = None,
) -> None:
    """Put `data` in place of `expected`, what the file held when it was read.

    None for `expected` means that there must be no such file yet. A symbolic link stays one:
    the file it leads to is written. Owner, mode, extended attributes and hard links are kept;
    where replacing the file would lose one of them it is written in place, once both texts are
    durable beside it or in the folder `spare`. Raises SaveRefusedError, and the file on disk is
    as it was; ChangedOnDiskError if that is not what was expected; SaveUnprovenError if the file
    is written but may not survive a loss of power; SaveBrokenOffError if neither text is whole
    in the file, with the paths of both.
    """
    disk = Disk() if disk is None else disk
    try:
        target = disk.real_path(path)
        sweep(disk, target.parent, target.name)
        found = _check(disk, target, expected)
        if found is None or expected is None:
            _create(disk, target, data)
        else:
            _replace(disk, target, data, expected, found, spare)
    except (OSError, ValueError) as error:
        raise SaveRefusedError(f"{path} was not saved: {_reason(error)}.") from error
    try:
        sync_folder(disk, target.parent)
    except OSError as error:
        raise SaveUnprovenError(
            f"{path} was written, but may not survive a loss of power: {_reason(error)}."
        ) from error


def _check(disk: Disk, target: Path, expected: bytes | None) -> os.stat_result | None:
    """Refuse where the disk does not hold what was read; give the file's owner and mode."""
    try:
        found = disk.stat(target)
    except FileNotFoundError:
        if expected is not None:
            raise ChangedOnDiskError(
                f"{target} was not saved: it is no longer there, so write it under a new name."
            ) from None
        return None
    if expected is None:
        raise ChangedOnDiskError(f"{target} was not saved: a file of that name is there already.")
    if not stat.S_ISREG(found.st_mode):
        raise SaveRefusedError(f"{target} was not saved: it is not a plain file.")
    if not disk.may_write(target) or not found.st_mode & 0o222:
        raise SaveRefusedError(
            f"{target} was not saved: it is read-only, so write it under a new name."
        )
    if found.st_size != len(expected) or disk.read(target) != expected:
        raise ChangedOnDiskError(
            f"{target} was not saved: it was changed on disk since it was read."
        )
    return found


def _create(disk: Disk, target: Path, data: bytes) -> None:
    """Write a file that is not there yet."""
    temporary = target.with_name(temporary_name(disk, target.name))
    with new_file(disk, temporary, _NEW_FILE) as descriptor:
        write_all(disk, descriptor, data)
        disk.sync(descriptor)
    try:
        # Unlike a rename, a link never replaces a file that appeared in between.
        disk.link(temporary, target)
    except FileExistsError:
        raise ChangedOnDiskError(
            f"{target} was not saved: a file of that name is there already."
        ) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _claim(disk, temporary, target)
    finally:
        discard(disk, temporary)


def _claim(disk: Disk, temporary: Path, target: Path) -> None:
    """Take a name with an empty file and replace that, where the file system has no links."""
    try:
        disk.close(disk.create(target, PRIVATE))
    except FileExistsError:
        raise ChangedOnDiskError(
            f"{target} was not saved: a file of that name is there already."
        ) from None
    try:
        disk.rename(temporary, target)
    except OSError:
        discard(disk, target)
        raise


def _replace(
    disk: Disk,
    target: Path,
    data: bytes,
    expected: bytes,
    found: os.stat_result,
    spare: Path | None,
) -> None:
    """Rename a finished file over the old one, or write in place what a rename would lose."""

    def check() -> None:
        _check(disk, target, expected)

    try:
        if found.st_nlink > 1:
            raise NotReplaceableError
        _rename_over(disk, target, data, found, check)
    except NotReplaceableError:
        write_in_place(disk, target, data, expected, check, spare)


def _rename_over(
    disk: Disk, target: Path, data: bytes, found: os.stat_result, check: Callable[[], None]
) -> None:
    """Replace a file by a new one; raises NotReplaceableError where that would lose something."""
    temporary = target.with_name(temporary_name(disk, target.name))
    with contextlib.ExitStack() as stack:
        try:
            descriptor = stack.enter_context(new_file(disk, temporary, PRIVATE))
        except PermissionError as error:
            raise NotReplaceableError from error
        write_all(disk, descriptor, data)
        _keep_facts(disk, descriptor, target, found)
        disk.sync(descriptor)
    try:
        check()
        disk.rename(temporary, target)
    except BaseException as error:
        discard(disk, temporary)
        if isinstance(error, OSError) and error.errno == errno.EBUSY:
            # A file that is mounted by itself, as into a container, can only be written in place.
            raise NotReplaceableError from error
        raise


def _keep_facts(disk: Disk, descriptor: int, target: Path, found: os.stat_result) -> None:
    """Give a new file owner, mode and attributes of the old one, or say that it cannot be done."""
    try:
        disk.set_owner(descriptor, found.st_uid, found.st_gid)
        wanted, given = _attributes(disk, target), _attributes(disk, descriptor)
        if _ACCESS_LIST in given.keys() - wanted.keys():
            # A folder can hand its own access list down to every new file in it.
            disk.remove_attribute(descriptor, _ACCESS_LIST)
        disk.set_mode(descriptor, stat.S_IMODE(found.st_mode))
        for name, value in wanted.items():
            if given.get(name) != value:
                disk.set_attribute(descriptor, name, value)
    except OSError as error:
        if error.errno in _MAY_NOT or error.errno == errno.ENOTSUP:
            raise NotReplaceableError from error
        raise


def _attributes(disk: Disk, of: Path | int) -> dict[str, bytes]:
    """Give extended attributes; none where the file system has none."""
    try:
        return disk.attributes(of)
    except OSError as error:
        if error.errno in {errno.ENOTSUP, errno.ENOSYS}:
            return {}
        raise


def _reason(error: OSError | ValueError) -> str:
    """Say why something was refused, and what to do about it."""
    if not isinstance(error, OSError):
        return str(error)
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]
