"""Reading a plan's bytes from a plain file, whatever the path names."""

import errno
import os
import pathlib
import stat

from medv_tui.errors import PlanUnreadableError
from medv_tui.planfile.text import LARGEST_BYTES, refuse_large
from medv_tui.problem_codes import Code

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def load(path: pathlib.Path) -> bytes:
    """Give the bytes of a plain file, or of the plain file that a symbolic link leads to.

    Raises PlanUnreadableError with FILE_MISSING, FILE_NOT_REGULAR, FILE_NO_PERMISSION,
    FILE_TOO_LARGE or FILE_UNREADABLE.
    """
    try:
        return _read(path)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from error


def _read(path: pathlib.Path) -> bytes:
    # O_NONBLOCK because opening a pipe without a writer would wait for one.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise _not_regular(path, found.st_mode)
        refuse_large(found.st_size, str(path))
        data = file.read(LARGEST_BYTES + 1)
    refuse_large(len(data), str(path))
    return data


def _not_regular(path: pathlib.Path, mode: int) -> PlanUnreadableError:
    kind = next((name for test, name in _KINDS if test(mode)), "no plain file")
    return PlanUnreadableError(Code.FILE_NOT_REGULAR, f"{path} is {kind}; name the plan file.")


def _refusal(path: pathlib.Path, error: OSError | ValueError) -> PlanUnreadableError:
    """Turn what the operating system said into one sentence."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return PlanUnreadableError(Code.FILE_MISSING, f"There is no file {path}.")
    if isinstance(error, IsADirectoryError):
        return _not_regular(path, stat.S_IFDIR)
    if isinstance(error, PermissionError):
        return PlanUnreadableError(
            Code.FILE_NO_PERMISSION, f"{path} may not be read: permission is denied."
        )
    if isinstance(error, OSError) and error.errno == errno.ENXIO:
        return _not_regular(path, stat.S_IFSOCK)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return PlanUnreadableError(Code.FILE_UNREADABLE, f"{path} cannot be read: {reason}.")
