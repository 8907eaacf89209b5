"""The folder of journals: one file for each session, and only the latest ones for ever."""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from medv_tui.errors import JournalUnreadableError
from medv_tui.planfile.disk import Disk
from medv_tui.planfile.journal import Ending, Journal, decode_journal
from medv_tui.planfile.session import Session, fingerprint, quoted
from medv_tui.planfile.temporary import (
    PRIVATE,
    discard,
    new_file,
    sweep,
    sync_folder,
    temporary_name,
    write_all,
)

FOLDER = "journal"
"""What the folder is called among what is remembered."""
MOST = 20
"""Journals that are kept at most, besides those of sessions that still run."""

_NAME = re.compile(r"[0-9a-f]{16}-[0-9]{8}T[0-9]{12}-[0-9]{1,10}\.journal")


class Kept(NamedTuple):
    """A journal and the file that it is in."""

    path: Path
    journal: Journal


class Journals:
    """Journals in a folder that only their owner may look into."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self.folder = folder
        self.disk = Disk() if disk is None else disk

    def path(self, session: Session) -> Path:
        """Give the file of a session's journal, whether there is one or not."""
        plan = _short(session.plan)
        started = session.started.strftime("%Y%m%dT%H%M%S%f")
        return self.folder / f"{plan}-{started}-{session.process}.journal"

    def write(self, journal: Journal) -> Path:
        """Put a journal in place of the session's last one, durably; raises OSError."""
        disk, target = self.disk, self.path(journal.session)
        disk.make_private_folder(self.folder)
        temporary = target.with_name(temporary_name(disk, target.name))
        with new_file(disk, temporary, PRIVATE) as descriptor:
            write_all(disk, descriptor, journal.encode())
            disk.sync(descriptor)
        try:
            disk.rename(temporary, target)
        except BaseException:
            discard(disk, temporary)
            raise
        sync_folder(disk, self.folder)
        return target

    def remove(self, path: Path) -> None:
        """Remove a journal whose text is not needed any more."""
        discard(self.disk, path)

    def settle(self, kept: Kept) -> None:
        """Take note that somebody has decided about a journal; it is kept, but not offered."""
        with contextlib.suppress(OSError):
            self.write(replace(kept.journal, ending=Ending.SETTLED))

    def all(self) -> tuple[Kept, ...]:
        """Give every journal that can be read, the latest first."""
        return self._latest_first("")

    def unfinished(self, plan: Path, on_disk: bytes | None) -> tuple[Kept, ...]:
        """Give what sessions that are over left of a plan, if it is not what is on disk.

        What somebody left on purpose or has decided about since does not count.
        """
        name = quoted(self.disk.real_path(plan))
        return tuple(
            kept
            for kept in self._latest_first(_short(name))
            if kept.journal.session.plan == name and self._is_lost(kept.journal, on_disk)
        )

    def prune(self) -> None:
        """Remove the oldest journals beyond the most that are kept, and what was not finished."""
        sweep(self.disk, self.folder)
        over = [kept for kept in self.all() if not kept.journal.session.is_running(self.disk)]
        for kept in over[MOST:]:
            self.remove(kept.path)

    def _is_lost(self, journal: Journal, on_disk: bytes | None) -> bool:
        return (
            journal.ending is Ending.OPEN
            and journal.data != on_disk
            and not journal.session.is_running(self.disk)
        )

    def _latest_first(self, start: str) -> tuple[Kept, ...]:
        """Read the journals whose names begin like this."""
        found = self._read(start)
        return tuple(sorted(found, key=lambda kept: kept.journal.typed, reverse=True))

    def _read(self, start: str) -> Iterator[Kept]:
        try:
            names = self.disk.names(self.folder)
        except OSError:
            return
        for name in names:
            if not (name.startswith(start) and _NAME.fullmatch(name)):
                continue
            path = self.folder / name
            with contextlib.suppress(OSError, JournalUnreadableError):
                yield Kept(path, decode_journal(self.disk.read(path), str(path)))


def _short(plan: str) -> str:
    """Give what the journals of a plan begin with."""
    return fingerprint(plan.encode())[:16]
