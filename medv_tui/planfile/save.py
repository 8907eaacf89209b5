"""Writing a plan so that either the old file or the new one is there, whole, whatever happens."""

import contextlib
import os
import pathlib
import secrets
import stat
from collections.abc import Iterator

from medv_tui.errors import SaveRefusedError

_PRIVATE = 0o600
_NEW_FILE = 0o666


def save(path: pathlib.Path, data: bytes, expected: bytes | None) -> None:
    """Put `data` in place of `expected`, what the file held when it was read.

    None for `expected` means that there must be no such file yet. A symbolic link stays one:
    the file it leads to is written. Mode and owner are kept. Raises SaveRefusedError, and the
    file on disk is as it was, unless the message says that it was written.
    """
    try:
        _replace(pathlib.Path(os.path.realpath(path)), data, expected)
    except (OSError, ValueError) as error:
        raise SaveRefusedError(f"{path} was not saved: {_words(error)}.") from error


def _replace(target: pathlib.Path, data: bytes, expected: bytes | None) -> None:
    found = _check(target, expected)
    with _temporary(target) as (descriptor, temporary):
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            _keep_owner_and_mode(file.fileno(), found)
            os.fsync(file.fileno())
        _check(target, expected)
        if expected is None:
            # Unlike a rename, a link never replaces a file that appeared in between.
            os.link(temporary, target)
        else:
            os.replace(temporary, target)
    _sync_folder(target)


def _check(target: pathlib.Path, expected: bytes | None) -> os.stat_result | None:
    """Refuse where the disk does not hold what was read; give the file's owner and mode."""
    try:
        found = os.stat(target)
    except FileNotFoundError:
        if expected is not None:
            raise SaveRefusedError(
                f"{target} was not saved: it is no longer there, so write it under a new name."
            ) from None
        return None
    if expected is None:
        raise SaveRefusedError(f"{target} was not saved: a file of that name is there already.")
    if not stat.S_ISREG(found.st_mode):
        raise SaveRefusedError(f"{target} was not saved: it is not a plain file.")
    if not os.access(target, os.W_OK) or not found.st_mode & 0o222:
        raise SaveRefusedError(f"{target} was not saved: it is read-only.")
    if found.st_size != len(expected) or target.read_bytes() != expected:
        raise SaveRefusedError(f"{target} was not saved: it was changed on disk since it was read.")
    return found


@contextlib.contextmanager
def _temporary(target: pathlib.Path) -> Iterator[tuple[int, pathlib.Path]]:
    """Open a file beside the target that is gone afterwards, unless it was renamed."""
    name = f".{target.name[:200]}.{secrets.token_hex(6)}.tmp"
    temporary = target.with_name(name)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(temporary, flags, _PRIVATE)
    try:
        yield descriptor, temporary
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)


def _keep_owner_and_mode(descriptor: int, found: os.stat_result | None) -> None:
    if found is None:
        os.fchmod(descriptor, _NEW_FILE & ~_umask())
        return
    with contextlib.suppress(PermissionError):
        os.fchown(descriptor, found.st_uid, found.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(found.st_mode))


def _umask() -> int:
    """Read the process's mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(target: pathlib.Path) -> None:
    """Make the new name survive a loss of power."""
    descriptor = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        raise SaveRefusedError(
            f"{target} was written, but may not survive a loss of power: {_words(error)}."
        ) from error
    finally:
        os.close(descriptor)


def _words(error: OSError | ValueError) -> str:
    """Give the operating system's words without their number."""
    if isinstance(error, FileNotFoundError):
        return "its folder does not exist"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return reason[:1].lower() + reason[1:]
