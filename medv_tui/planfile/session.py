"""Who has a plan open, since when, and whether they still have."""

import hashlib
import os
import urllib.parse
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from medv_tui.planfile.disk import Disk


class Session(BaseModel):
    """One program that has one plan open."""

    model_config = ConfigDict(frozen=True)

    plan: str
    """The whole path of the plan; bytes that are no ASCII letters as in an address, %20."""
    user: str
    """The name of the user."""
    host: str
    """The name of the computer."""
    process: int
    """The number of the process."""
    birth: str
    """When the process began, as its computer tells it; empty where that is not told."""
    started: datetime
    """When the plan was opened."""

    @property
    def path(self) -> Path:
        """The whole path of the plan."""
        return Path(os.fsdecode(urllib.parse.unquote_to_bytes(self.plan)))

    def is_running(self, disk: Disk) -> bool:
        """Say whether the program still runs, as far as this computer can know."""
        if self.host != disk.host or not disk.is_running(self.process):
            return False
        return self.birth == disk.birth(self.process)


def session(path: Path, user: str, started: datetime, disk: Disk) -> Session:
    """Describe this process as the one that has a plan open."""
    return Session(
        plan=quoted(disk.real_path(path)),
        user=user,
        host=disk.host,
        process=disk.process,
        birth=disk.birth(disk.process),
        started=started,
    )


def quoted(path: Path) -> str:
    """Write a path with ASCII letters only, whatever bytes it is made of."""
    return urllib.parse.quote(os.fsencode(path))


def fingerprint(data: bytes) -> str:
    """Give a short text that no other bytes have."""
    return hashlib.sha256(data).hexdigest()
