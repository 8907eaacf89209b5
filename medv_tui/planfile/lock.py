"""Who has a plan open: a lock that ends with its process, and the facts of it, beside the plan.

The operating system holds the lock and lets go of it however the process ends, so a file that is
left behind locks nothing.
"""

import contextlib
import fcntl
import os
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from medv_tui.planfile.session import Session

_MODE = 0o644
_LARGEST_BYTES = 16 * 1024
_TRIES = 5
"""How often another session may come and go while this one tries."""


class Holder(NamedTuple):
    """Whoever has a plan open already."""

    session: Session | None
    """What is told about them; None where that cannot be read."""
    process: int | None
    """Their process on this computer, as the operating system knows it."""


class Lock:
    """The lock of one plan; it is free until it is taken."""

    def __init__(self, plan: Path) -> None:
        target = Path(os.path.realpath(plan))
        self.path = target.with_name(f".{target.name[:200]}.lock")
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this process has the lock."""
        return self._descriptor is not None

    def take(self, session: Session) -> Holder | None:
        """Take the lock, or give whoever has it.

        A folder or a file system where nothing can be locked is no reason not to work: then
        nobody has the lock afterwards.
        """
        for _ in range(_TRIES):
            try:
                descriptor = _opened(self.path)
            except OSError:
                return None
            holder = self._try(descriptor, session)
            if self.is_held or holder is not None:
                return holder
        return None

    def release(self) -> None:
        """Let go of the lock."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                if self._is_still(self._descriptor):
                    os.unlink(self.path)
            os.close(self._descriptor)
            self._descriptor = None

    def _is_still(self, descriptor: int) -> bool:
        """Say whether the file of this name is the one that was opened; raises OSError."""
        return os.path.samestat(os.fstat(descriptor), os.stat(self.path))

    def _try(self, descriptor: int, session: Session) -> Holder | None:
        """Lock an open file, which another session may have removed meanwhile."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = Holder(_told(descriptor), _locker(descriptor))
            os.close(descriptor)
            return holder
        except OSError:
            os.close(descriptor)
            return None
        try:
            if not self._is_still(descriptor):
                raise FileNotFoundError
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, session.model_dump_json().encode(), 0)
        except FileNotFoundError:
            os.close(descriptor)
        except OSError:
            # Somebody else's file that is left behind; a new one can be written.
            with contextlib.suppress(OSError):
                os.unlink(self.path)
            os.close(descriptor)
        else:
            self._descriptor = descriptor
        return None


def _opened(path: Path) -> int:
    """Open a lock file, if need be to look at it only."""
    flags = os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | flags, _MODE)
    except PermissionError:
        return os.open(path, os.O_RDONLY | flags)


def _told(descriptor: int) -> Session | None:
    """Read what a session says of itself."""
    try:
        return Session.model_validate_json(os.pread(descriptor, _LARGEST_BYTES, 0))
    except (OSError, ValidationError):
        return None


def _locker(descriptor: int) -> int | None:
    """Ask the operating system whose lock it is; what the file says could name any process."""
    found = os.fstat(descriptor)
    device = f"{os.major(found.st_dev):02x}:{os.minor(found.st_dev):02x}:{found.st_ino}"
    with contextlib.suppress(OSError, ValueError):
        for line in Path("/proc/locks").read_text(encoding="ascii").splitlines():
            words = line.split()
            if "FLOCK" in words and device in words:
                process = int(words[words.index(device) - 1])
                return process if process > 0 else None
    return None
