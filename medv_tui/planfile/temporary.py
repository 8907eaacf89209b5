"""Files that stand beside a plan while it is written, and what dead processes left of them."""

import contextlib
import errno
import hashlib
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from medv_tui.planfile.disk import Disk

PRIVATE = 0o600
_LONGEST_NAME = 200
_NOT_SUPPORTED = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}


def write_durably(disk: Disk, path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Write a file that must not be there yet; raises OSError, and then there is none."""
    with new_file(disk, path, mode) as descriptor:
        write_all(disk, descriptor, data)
        disk.sync(descriptor)


@contextlib.contextmanager
def new_file(disk: Disk, path: Path, mode: int) -> Iterator[int]:
    """Open a file that must not be there yet; it is gone again if anything fails."""
    descriptor = disk.create(path, mode)
    try:
        try:
            yield descriptor
        except BaseException:
            with contextlib.suppress(OSError):
                disk.close(descriptor)
            raise
        disk.close(descriptor)
    except BaseException:
        discard(disk, path)
        raise


def write_all(disk: Disk, descriptor: int, data: bytes) -> None:
    """Write all bytes at the start of a file, however few the system takes at a time."""
    view, done = memoryview(data), 0
    while done < len(data):
        taken = disk.write_at(descriptor, view[done:], done)
        if not taken:
            raise OSError(errno.EIO, "nothing was written")
        done += taken


def discard(disk: Disk, path: Path) -> None:
    """Remove a file that is of no use any more; what cannot be removed is swept another time."""
    with contextlib.suppress(OSError):
        disk.unlink(path)


def sync_folder(disk: Disk, folder: Path) -> None:
    """Make the names in a folder survive a loss of power, where the file system can do that."""
    descriptor = disk.open_folder(folder)
    try:
        disk.sync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_SUPPORTED:
            raise
    finally:
        with contextlib.suppress(OSError):
            disk.close(descriptor)


def temporary_name(disk: Disk, name: str, suffix: str = "tmp") -> str:
    """Make a name that no other process has, and that says whose it is."""
    owner = f"{_computer(disk)}.{disk.process}"
    return f".{name[:_LONGEST_NAME]}.{owner}.{secrets.token_hex(4)}.{suffix}"


def sweep(disk: Disk, folder: Path, name: str | None = None, suffix: str = "tmp") -> None:
    """Remove what processes of this computer, dead by now, left beside a file of this name.

    Without a name it is what they left beside any. Whether a process of another computer still
    runs cannot be known, so its files stay.
    """
    beside = ".+" if name is None else re.escape(name[:_LONGEST_NAME])
    pattern = re.compile(
        rf"\.{beside}\.{_computer(disk)}\.([1-9][0-9]{{0,9}})\.[0-9a-f]{{8}}\.{suffix}", re.DOTALL
    )
    with contextlib.suppress(OSError):
        for found in filter(None, map(pattern.fullmatch, disk.names(folder))):
            if not disk.is_running(int(found[1])):
                discard(disk, folder / found[0])


def _computer(disk: Disk) -> str:
    """Give a short name of this computer that fits into the name of any file."""
    return hashlib.sha256(disk.host.encode(errors="surrogateescape")).hexdigest()[:8]
