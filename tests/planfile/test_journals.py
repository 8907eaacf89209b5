import errno
import os
import stat
from pathlib import Path

import pytest

from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import MOST, Journals

from .sessions import Quiet, journal_of

PLAN, OTHER = Path("/plans/plan.toml"), Path("/plans/other.toml")


@pytest.fixture
def journals(tmp_path: Path) -> Journals:
    return Journals(tmp_path / "state" / "journal", Quiet())


def texts(journals: Journals) -> list[bytes]:
    return [kept.journal.data for kept in journals.all()]


def test_only_the_owner_may_read_a_journal(journals: Journals) -> None:
    path = journals.write(journal_of(PLAN, b"new\n"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(journals.folder.stat().st_mode) == 0o700


def test_a_session_has_one_journal_and_others_have_their_own(journals: Journals) -> None:
    journals.write(journal_of(PLAN, b"1\n"))
    journals.write(journal_of(PLAN, b"12\n"))
    assert texts(journals) == [b"12\n"]
    journals.write(journal_of(PLAN, b"theirs\n", process=2, minutes=1))
    journals.write(journal_of(OTHER, b"other\n", minutes=2))
    assert texts(journals) == [b"other\n", b"theirs\n", b"12\n"]


def test_a_plan_is_offered_what_was_not_saved_of_it(journals: Journals) -> None:
    journals.write(journal_of(PLAN, b"new\n"))
    journals.write(journal_of(OTHER, b"other\n"))
    assert [kept.journal.data for kept in journals.unfinished(PLAN, b"old\n")] == [b"new\n"]
    assert [kept.journal.data for kept in journals.unfinished(PLAN, None)] == [b"new\n"]


def test_what_the_file_holds_is_not_offered(journals: Journals) -> None:
    journals.write(journal_of(PLAN, b"new\n"))
    assert journals.unfinished(PLAN, b"new\n") == ()


def test_what_was_left_on_purpose_is_not_offered_but_kept(journals: Journals) -> None:
    journals.write(journal_of(PLAN, b"new\n", ending=Ending.DISCARDED))
    assert journals.unfinished(PLAN, b"old\n") == ()
    assert texts(journals) == [b"new\n"]


def test_what_was_decided_about_is_not_offered_again_but_kept(journals: Journals) -> None:
    journals.write(journal_of(PLAN, b"new\n"))
    [kept] = journals.unfinished(PLAN, b"old\n")
    journals.settle(kept)
    assert journals.unfinished(PLAN, b"old\n") == ()
    assert texts(journals) == [b"new\n"]


def test_what_a_running_session_types_is_not_offered(journals: Journals) -> None:
    journals.write(journal_of(PLAN, b"new\n", process=7))
    assert not Journals(journals.folder, Quiet(7)).unfinished(PLAN, b"old\n")
    assert journals.unfinished(PLAN, b"old\n")


def test_a_symbolic_link_leads_to_the_journal_of_its_file(
    journals: Journals, tmp_path: Path
) -> None:
    plan, link = tmp_path / "plan.toml", tmp_path / "link.toml"
    link.symlink_to(plan)
    journals.write(journal_of(plan, b"new\n"))
    assert journals.unfinished(link, None)


def test_the_latest_journals_are_kept_and_those_of_running_sessions(journals: Journals) -> None:
    for number in range(MOST + 5):
        journals.write(journal_of(PLAN, b"%d" % number, process=number + 1, minutes=number))
    Journals(journals.folder, Quiet(1)).prune()
    assert texts(journals) == [b"%d" % n for n in range(MOST + 4, 4, -1)] + [b"0"]


def test_what_is_no_journal_is_left_alone_and_not_listed(journals: Journals) -> None:
    path = journals.write(journal_of(PLAN, b"new\n"))
    path.write_bytes(path.read_bytes()[:-1])
    (journals.folder / "notes.txt").touch()
    assert journals.all() == ()
    journals.prune()
    assert sorted(os.listdir(journals.folder)) == sorted([path.name, "notes.txt"])


def test_no_folder_means_no_journals(journals: Journals) -> None:
    assert journals.all() == ()
    journals.prune()
    assert not journals.folder.exists()


@pytest.mark.parametrize("call", ["write_at", "sync", "close", "rename"])
def test_a_journal_that_cannot_be_written_leaves_the_one_before(
    journals: Journals, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    journals.write(journal_of(PLAN, b"1\n"))
    monkeypatch.setattr(journals.disk, call, full)
    with pytest.raises(OSError, match="No space"):
        journals.write(journal_of(PLAN, b"12\n"))
    monkeypatch.undo()
    assert texts(journals) == [b"1\n"]
    assert len(os.listdir(journals.folder)) == 1


def test_what_a_dead_process_did_not_finish_is_swept(journals: Journals) -> None:
    class Died(BaseException):
        pass

    class Dying(Quiet):
        def rename(self, old: Path, new: Path) -> None:
            raise Died(old, new)

        def unlink(self, path: Path) -> None:
            raise Died(path)

    with pytest.raises(Died):
        Journals(journals.folder, Dying()).write(journal_of(PLAN, b"new\n"))
    assert len(os.listdir(journals.folder)) == 1
    journals.prune()
    assert os.listdir(journals.folder) == []
