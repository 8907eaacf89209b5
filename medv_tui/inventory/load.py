"""Reading an inventory's bytes from a disk."""

import os
import stat
from pathlib import Path

from medv_tui.errors import PlanUnreadableError
from medv_tui.problem_codes import Code

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes. A CSV of a million computers stays well below."""


def load(path: Path) -> bytes:
    """Give the bytes of an inventory.

    Raises PlanUnreadableError where there is no plain file of a sensible size that may be read.
    """
    try:
        return _read(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise _unreadable(path, f"cannot be read: {reason}.") from error


def _read(path: Path) -> bytes:
    # Opening a pipe waits for its writer unless it is told not to.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(path, "is a folder, a pipe or a device; a CSV file is wanted.")
        if status.st_size > LARGEST_FILE:
            raise _unreadable(path, "is larger than 512 MB, the most that is read.")
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(LARGEST_FILE)
    finally:
        os.close(descriptor)


_BINARY = getattr(os, "O_BINARY", 0)


def _unreadable(path: Path, what: str) -> PlanUnreadableError:
    return PlanUnreadableError(Code.INVENTORY_UNREADABLE, f"The inventory {path} {what}")
