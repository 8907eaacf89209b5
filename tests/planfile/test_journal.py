import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.errors import JournalUnreadableError
from medv_tui.planfile.journal import decode_journal
from medv_tui.planfile.session import quoted, session

from .sessions import NOON, Quiet, journal_of, session_of

PLAN = Path("/plans/site one.toml")


@given(st.binary())
def test_a_journal_is_read_as_it_was_written(data: bytes) -> None:
    journal = journal_of(PLAN, data)
    assert decode_journal(journal.encode(), "it") == journal


@given(st.data())
def test_a_journal_that_is_not_whole_is_refused(data: st.DataObject) -> None:
    whole = journal_of(PLAN, b"[plan]\n").encode()
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(JournalUnreadableError, match=r"It\.journal"):
        decode_journal(whole[:cut], "It.journal")


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"journal 1", b"journal 2"), (b'"process":1', b'"process":"x"'), (b"[plan]", b"[plam]")],
)
def test_a_journal_of_another_version_or_with_another_text_is_refused(
    old: bytes, new: bytes
) -> None:
    with pytest.raises(JournalUnreadableError):
        decode_journal(journal_of(PLAN, b"[plan]\n").encode().replace(old, new), "it")


@given(st.binary(min_size=1).filter(lambda name: b"\0" not in name and b"/" not in name))
def test_any_path_is_kept_in_a_session(name: bytes) -> None:
    path = Path("/plans") / os.fsdecode(name)
    assert session_of(path).path == path
    assert quoted(path).isascii()


def test_a_session_runs_as_long_as_its_process(tmp_path: Path) -> None:
    disk = Quiet(os.getpid())
    mine = session(tmp_path / "plan.toml", "erin", NOON, disk)
    assert mine.is_running(disk)
    assert not mine.is_running(Quiet())
    assert not mine.model_copy(update={"birth": "before"}).is_running(disk)
    assert not mine.model_copy(update={"host": "elsewhere"}).is_running(disk)
