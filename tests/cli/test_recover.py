import os
from pathlib import Path

import pytest

from medv_tui.planfile.disk import Disk
from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import Journals
from medv_tui.planfile.session import session
from tests.cli.program import Program
from tests.planfile.sessions import NOON, journal_of


@pytest.fixture
def journals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journals:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Journals(tmp_path / "state" / "medv-tui" / "journal")


@pytest.fixture
def plan(program: Program) -> Path:
    return program.write("plan.toml", "old\n")


def test_without_journals_there_is_nothing_to_list(program: Program, journals: Journals) -> None:
    done = program.run("recover")
    assert (done.code, done.out) == (0, "There is no unsaved text of any plan.\n")
    assert not journals.folder.exists()


def test_the_list_tells_whose_text_it_is_and_whether_it_was_saved(
    program: Program, journals: Journals, plan: Path
) -> None:
    journals.write(journal_of(plan, b"new\nlines\n"))
    journals.write(journal_of(plan, b"old\n", process=2, minutes=1, ending=Ending.DISCARDED))
    done = program.run("recover", "--list")
    assert done.code == 0
    assert done.out == (
        f"1  {plan}\n"
        "   typed 2026-11-22 12:01:00, opened 2026-11-22 12:01 by erin on planner,"
        " left without saving\n"
        "   2 lines; the file holds the same text\n"
        "\n"
        f"2  {plan}\n"
        "   typed 2026-11-22 12:00:00, opened 2026-11-22 12:00 by erin on planner, broke off\n"
        "   3 lines; the file holds another text\n"
    )


def test_the_latest_text_of_a_plan_is_written_beside_it(
    program: Program, journals: Journals, plan: Path
) -> None:
    journals.write(journal_of(plan, b"new\r\n"))
    journals.write(journal_of(plan, b"newer\r\n", process=2, minutes=1))
    done = program.run("recover", "plan.toml")
    assert done.code == 0
    assert f"Wrote {plan.with_name('plan.recovered.toml')}" in done.out
    assert plan.with_name("plan.recovered.toml").read_bytes() == b"newer\r\n"
    assert plan.read_bytes() == b"old\n"
    assert len(journals.all()) == 2


def test_a_file_that_is_there_is_never_replaced(
    program: Program, journals: Journals, plan: Path
) -> None:
    journals.write(journal_of(plan, b"new\n"))
    done = program.run("recover", plan, "--output", plan)
    assert done.code == 2
    assert "there already" in done.err
    assert plan.read_bytes() == b"old\n"


def test_a_text_can_be_chosen_and_printed(program: Program, journals: Journals, plan: Path) -> None:
    journals.write(journal_of(plan, b"first\r\n"))
    journals.write(journal_of(plan, b"second\n", process=2, minutes=1))
    assert program.run("recover", plan, "-n", "2", "-o", "-").out == "first\r\n"
    assert program.run("recover", "-n", "1", "-o", "-").out == "second\n"
    done = program.run("recover", plan, "-n", "3")
    assert done.code == 2
    assert "from 1 to 2" in done.err


def test_a_plan_without_unsaved_text_is_named(
    program: Program, journals: Journals, plan: Path
) -> None:
    done = program.run("recover", "plan.toml")
    assert done.code == 2
    assert "There is no unsaved text of plan.toml" in done.err
    assert plan.exists()
    assert journals.all() == ()


def test_a_text_is_removed_only_when_asked(
    program: Program, journals: Journals, plan: Path
) -> None:
    journals.write(journal_of(plan, b"new\n"))
    assert program.run("recover", plan, "--forget").code == 0
    assert journals.all() == ()


def test_the_text_of_a_running_session_is_listed_and_not_removed(
    program: Program, journals: Journals, plan: Path
) -> None:
    mine = session(plan, "erin", NOON, Disk())
    journal = journal_of(plan, b"new\n")
    journals.write(type(journal)(mine, journal.loaded, NOON, Ending.OPEN, journal.data))
    assert f"still open in process {os.getpid()}" in program.run("recover").out
    done = program.run("recover", plan, "--forget")
    assert done.code == 2
    assert "still has" in done.err
    assert len(journals.all()) == 1


def test_a_plan_s_name_cannot_drive_the_terminal(program: Program, journals: Journals) -> None:
    journals.write(journal_of(Path("/plans/\x1b[2J.toml"), b"new\n"))
    assert "\x1b" not in program.run("recover").out


def test_a_home_is_needed(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    assert "set XDG_STATE_HOME or HOME" in program.run("recover").err
