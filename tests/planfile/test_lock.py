import os
import subprocess
import sys
from pathlib import Path

import pytest

from medv_tui.planfile.disk import Disk
from medv_tui.planfile.lock import Lock
from medv_tui.planfile.session import Session, session

from .sessions import NOON


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.touch()
    return path


@pytest.fixture
def mine(plan: Path) -> Session:
    return session(plan, "erin", NOON, Disk())


def test_the_second_session_learns_who_has_the_plan_open(plan: Path, mine: Session) -> None:
    first, second = Lock(plan), Lock(plan)
    assert first.take(mine) is None
    assert first.is_held
    holder = second.take(mine.model_copy(update={"user": "sam"}))
    assert holder is not None
    assert (holder.session, holder.process) == (mine, os.getpid())
    assert not second.is_held


def test_a_released_lock_leaves_nothing_and_is_free(plan: Path, mine: Session) -> None:
    lock = Lock(plan)
    lock.take(mine)
    lock.release()
    assert os.listdir(plan.parent) == ["plan.toml"]
    assert Lock(plan).take(mine) is None


def test_a_lock_ends_with_its_process_however_that_ends(plan: Path, mine: Session) -> None:
    script = (
        "import os, sys; from pathlib import Path;"
        "from medv_tui.planfile.lock import Lock; from medv_tui.planfile.session import Session;"
        "Lock(Path(sys.argv[1])).take(Session.model_validate_json(sys.argv[2]));"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script, plan, mine.model_dump_json()], check=False)
    lock = Lock(plan)
    assert lock.path.exists()
    assert lock.take(mine) is None
    assert lock.is_held


@pytest.mark.parametrize("told", [b"", b"{", b'{"plan": 1}', b"\xff" * 100])
def test_whatever_the_file_says_the_lock_counts(plan: Path, mine: Session, told: bytes) -> None:
    first, second = Lock(plan), Lock(plan)
    first.take(mine)
    first.path.write_bytes(told)
    holder = second.take(mine)
    assert holder is not None
    assert (holder.session, holder.process) == (None, os.getpid())


def test_all_names_of_a_plan_have_one_lock(plan: Path, mine: Session) -> None:
    link = plan.with_name("link.toml")
    link.symlink_to(plan)
    Lock(plan).take(mine)
    assert Lock(link).path == Lock(plan).path


def test_where_nothing_can_be_locked_nobody_has_the_lock(tmp_path: Path, mine: Session) -> None:
    lock = Lock(tmp_path / "absent" / "plan.toml")
    assert lock.take(mine) is None
    assert not lock.is_held
    lock.release()


def test_a_file_that_somebody_removed_locks_nothing(plan: Path, mine: Session) -> None:
    first, second = Lock(plan), Lock(plan)
    first.take(mine)
    first.path.unlink()
    assert second.take(mine) is None
    assert second.is_held
    first.release()
    assert second.path.exists()
