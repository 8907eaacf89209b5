import errno
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from medv_tui.planfile.disk import Disk
from medv_tui.planfile.journal import Ending, Journal
from medv_tui.planfile.journals import Journals
from medv_tui.planfile.session import Session, session
from medv_tui.tui.journaling import PAUSE_SECONDS, Followed, Journaling

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Typed:
    """A plan's text that changes."""

    def __init__(self) -> None:
        self.text = self.file = b"old\n"

    def now(self) -> bytes:
        return self.text

    def on_disk(self) -> bytes:
        return self.file


@pytest.fixture
def journals(tmp_path: Path) -> Journals:
    return Journals(tmp_path / "journal")


@pytest.fixture
def mine(tmp_path: Path) -> Session:
    return session(tmp_path / "plan.toml", "erin", NOON, Disk())


@pytest.fixture
def typed() -> Typed:
    return Typed()


@pytest.fixture
def journaling(journals: Journals, mine: Session, typed: Typed) -> Journaling:
    journaling = Journaling(journals, lambda: NOON)
    journaling.follow(Followed(mine, typed.now, typed.on_disk))
    return journaling


def kept(journals: Journals) -> list[tuple[bytes, Ending]]:
    return [(kept.journal.data, kept.journal.ending) for kept in journals.all()]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set once a journal was written."""
    written = threading.Event()
    write = Journals.write

    def noting(self: Journals, journal: Journal) -> Path:
        path = write(self, journal)
        written.set()
        return path

    monkeypatch.setattr(Journals, "write", noting)
    return written


def test_what_is_typed_is_written_down_by_itself(
    journaling: Journaling, journals: Journals, typed: Typed, written: threading.Event
) -> None:
    journaling.start()
    typed.text = b"new\n"
    journaling.edited()
    assert written.wait(10)
    assert kept(journals) == [(b"new\n", Ending.OPEN)]
    journaling.stop()


def test_what_was_typed_before_a_plan_was_followed_is_written_down_too(
    journals: Journals, mine: Session, typed: Typed, written: threading.Event
) -> None:
    journaling = Journaling(journals, lambda: NOON)
    journaling.start()
    typed.text = b"new\n"
    journaling.follow(Followed(mine, typed.now, typed.on_disk))
    assert written.wait(10)
    assert kept(journals) == [(b"new\n", Ending.OPEN)]
    journaling.stop()


def test_keys_are_gathered_for_less_than_a_second() -> None:
    assert PAUSE_SECONDS < 1


def test_the_end_writes_down_what_is_left(
    journaling: Journaling, journals: Journals, typed: Typed
) -> None:
    journaling.start()
    typed.text = b"new\n"
    journaling.edited()
    journaling.stop()
    assert kept(journals) == [(b"new\n", Ending.OPEN)]


def test_nothing_is_written_where_nothing_would_be_lost(
    journaling: Journaling, journals: Journals
) -> None:
    journaling.flush()
    assert not journals.folder.exists()


@pytest.mark.parametrize("way", ["undo", "save"])
def test_a_journal_goes_once_its_text_is_in_the_file(
    journaling: Journaling, journals: Journals, typed: Typed, way: str
) -> None:
    typed.text = b"new\n"
    journaling.flush()
    if way == "undo":
        typed.text = b"old\n"
    else:
        typed.file = b"new\n"
    journaling.flush()
    assert kept(journals) == []


def test_what_was_typed_while_saving_stays(
    journaling: Journaling, journals: Journals, typed: Typed
) -> None:
    typed.text = b"newer\n"
    typed.file = b"new\n"
    journaling.flush()
    assert kept(journals) == [(b"newer\n", Ending.OPEN)]


def test_leaving_without_saving_keeps_the_text_and_follows_it_no_more(
    journaling: Journaling, journals: Journals, typed: Typed
) -> None:
    typed.text = b"new\n"
    journaling.leave()
    typed.text = b"newer\n"
    journaling.flush()
    assert kept(journals) == [(b"new\n", Ending.DISCARDED)]


def test_a_journal_that_cannot_be_written_is_told_and_tried_again(
    journaling: Journaling, journals: Journals, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Journals, "write", full)
    typed.text = b"new\n"
    journaling.flush()
    assert "No space left on device" in journaling.trouble
    monkeypatch.undo()
    journaling.flush()
    assert journaling.trouble == ""
    assert kept(journals) == [(b"new\n", Ending.OPEN)]
