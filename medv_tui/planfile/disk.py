"""The operating system's calls that writing a file takes, one method for each.

Whatever can fail stands here by itself, so that it can be made to fail anywhere.
"""

import os
import socket
import sys
from pathlib import Path

_START_TICKS = 19
"""The place of a process's start among what Linux tells of it behind its name."""


class Disk:
    """The disk of this computer; every method raises OSError."""

    def real_path(self, path: Path) -> Path:
        """Follow symbolic links to the end."""
        return Path(os.path.realpath(path))

    def stat(self, path: Path) -> os.stat_result:
        """Give mode, owner, size and links of a file."""
        return os.stat(path)

    def may_write(self, path: Path) -> bool:
        """Say whether this process may write to a file."""
        return os.access(path, os.W_OK)

    def read(self, path: Path) -> bytes:
        """Give a file's bytes."""
        return path.read_bytes()

    def names(self, folder: Path) -> list[str]:
        """List a folder."""
        return os.listdir(folder)

    def create(self, path: Path, mode: int) -> int:
        """Open a file that must not be there yet."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        return os.open(path, flags, mode)

    def open_to_write(self, path: Path) -> int:
        """Open a file that is there, with its bytes as they are."""
        return os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)

    def open_folder(self, path: Path) -> int:
        """Open a folder, to make names in it durable."""
        return os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)

    def write_at(self, descriptor: int, data: memoryview, offset: int) -> int:
        """Write bytes at a place of a file; give how many of them were taken."""
        return os.pwrite(descriptor, data, offset)

    def reserve(self, descriptor: int, size: int) -> None:
        """Make sure that a file of so many bytes has room on the disk."""
        if sys.platform == "linux":
            os.posix_fallocate(descriptor, 0, size)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut a file to so many bytes."""
        os.ftruncate(descriptor, size)

    def set_owner(self, descriptor: int, user: int, group: int) -> None:
        """Give a file to a user and a group."""
        os.fchown(descriptor, user, group)

    def set_mode(self, descriptor: int, mode: int) -> None:
        """Set who may read and write a file."""
        os.fchmod(descriptor, mode)

    def attributes(self, of: Path | int) -> dict[str, bytes]:
        """Give the extended attributes of a file, access control lists and labels among them."""
        if sys.platform != "linux":
            return {}
        return {name: os.getxattr(of, name) for name in os.listxattr(of)}

    def set_attribute(self, descriptor: int, name: str, value: bytes) -> None:
        """Set one extended attribute of a file."""
        if sys.platform == "linux":
            os.setxattr(descriptor, name, value)

    def remove_attribute(self, descriptor: int, name: str) -> None:
        """Take one extended attribute from a file."""
        if sys.platform == "linux":
            os.removexattr(descriptor, name)

    def sync(self, descriptor: int) -> None:
        """Wait until a file or a folder would survive a loss of power."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a file, which on network drives is where a full disk shows."""
        os.close(descriptor)

    def rename(self, old: Path, new: Path) -> None:
        """Put a file in place of another one, in one step."""
        os.replace(old, new)

    def link(self, old: Path, new: Path) -> None:
        """Give a file a second name, which must not be there yet."""
        os.link(old, new)

    def unlink(self, path: Path) -> None:
        """Remove a name of a file."""
        os.unlink(path)

    def is_running(self, process: int) -> bool:
        """Say whether a process of this computer still runs.

        One that has ended and was not waited for yet does not.
        """
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            pass
        return _facts(process)[:1] != [b"Z"]

    def birth(self, process: int) -> str:
        """Say when a process began, for a number that another process may have had before."""
        try:
            facts = _facts(process)
            boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            return ""
        return f"{boot} {facts[_START_TICKS].decode()}" if facts else ""

    def make_private_folder(self, path: Path) -> None:
        """Make a folder that only its owner may look into, with those above it."""
        path.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def process(self) -> int:
        """The number of this process."""
        return os.getpid()

    @property
    def host(self) -> str:
        """The name of this computer."""
        return socket.gethostname()


def _facts(process: int) -> list[bytes]:
    """Give what Linux tells of a process behind its name; nothing where it is not told."""
    try:
        return Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return []
