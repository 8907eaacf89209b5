"""Writing into a file that must stay the same file, with both texts safe elsewhere meanwhile."""

import contextlib
import errno
from collections.abc import Callable
from pathlib import Path

from medv_tui.errors import SaveBrokenOffError
from medv_tui.planfile.disk import Disk
from medv_tui.planfile.temporary import (
    discard,
    sweep,
    sync_folder,
    temporary_name,
    write_all,
    write_durably,
)

_NO_RESERVE = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}


class NotReplaceableError(Exception):
    """Renaming a new file over the old one would lose what must be kept, or is not allowed."""


def write_in_place(
    disk: Disk,
    target: Path,
    data: bytes,
    expected: bytes,
    check: Callable[[], None],
    spare: Path | None,
) -> None:
    """Write into a file that holds `expected`, or leave it as it is.

    `check` is asked once more before the first byte is touched. Raises OSError where the file is
    as it was, and SaveBrokenOffError where it is not; both texts then stand in files of their own.
    """
    copies = _keep_both(disk, target, data, expected, spare)
    try:
        check()
        _overwrite(disk, target, data, expected)
    except _NotRestoredError as error:
        old, new = copies
        raise SaveBrokenOffError(
            f"{target} is damaged: writing into it broke off and it could not be restored"
            f" ({error}). The text before is in {old}, the text you saved in {new}."
        ) from error
    except BaseException:
        _discard(disk, copies)
        raise
    _discard(disk, copies)
    for copy in copies:
        # Copies of sessions that died while they wrote are of no use beside a whole text.
        sweep(disk, copy.parent, target.name, copy.suffix.removeprefix("."))


class _NotRestoredError(Exception):
    """Neither text is whole in the file."""


def _keep_both(
    disk: Disk, target: Path, data: bytes, expected: bytes, spare: Path | None
) -> tuple[Path, Path]:
    """Make both texts durable beside the file, or in the spare folder."""
    try:
        return _copies(disk, target.parent, target.name, data, expected)
    except PermissionError:
        if spare is None:
            raise
        return _copies(disk, spare, target.name, data, expected)


def _copies(disk: Disk, folder: Path, name: str, data: bytes, expected: bytes) -> tuple[Path, Path]:
    """Write the text before and the text to save into a folder."""
    old = folder / temporary_name(disk, name, "old")
    new = folder / temporary_name(disk, name, "new")
    write_durably(disk, old, expected)
    try:
        write_durably(disk, new, data)
        sync_folder(disk, folder)
    except OSError:
        _discard(disk, (old, new))
        raise
    return old, new


def _discard(disk: Disk, paths: tuple[Path, Path]) -> None:
    for path in paths:
        discard(disk, path)


def _overwrite(disk: Disk, target: Path, data: bytes, expected: bytes) -> None:
    """Write the new text, or the old one again if that fails."""
    descriptor = disk.open_to_write(target)
    try:
        try:
            if len(data) > len(expected):
                _reserve(disk, descriptor, len(data))
            _put(disk, descriptor, data)
        except OSError as error:
            _restore(disk, descriptor, expected, error)
            raise
    finally:
        # By now the bytes are durable, or the error that matters is on its way.
        with contextlib.suppress(OSError):
            disk.close(descriptor)


def _reserve(disk: Disk, descriptor: int, size: int) -> None:
    """Find out that the disk is full before anything is overwritten."""
    try:
        disk.reserve(descriptor, size)
    except OSError as error:
        if error.errno not in _NO_RESERVE:
            raise


def _put(disk: Disk, descriptor: int, data: bytes) -> None:
    """Make a file hold these bytes and no others, durably."""
    write_all(disk, descriptor, data)
    disk.truncate(descriptor, len(data))
    disk.sync(descriptor)


def _restore(disk: Disk, descriptor: int, expected: bytes, cause: OSError) -> None:
    try:
        _put(disk, descriptor, expected)
    except OSError:
        raise _NotRestoredError(cause.strerror) from cause
