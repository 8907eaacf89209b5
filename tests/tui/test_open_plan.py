import errno
from pathlib import Path

import pytest

from medv_tui.errors import PlanUnreadableError, SaveRefusedError, SaveUnprovenError
from medv_tui.planfile.disk import Disk
from medv_tui.tui.open_plan import OnDisk, OpenPlan


def test_a_plan_knows_what_leaving_would_lose(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text("a = 1\n")
    plan = OpenPlan.read(tmp_path / "plan.toml")
    assert not plan.is_new
    assert not plan.differs("a = 1\n")
    assert plan.differs("a = 2\n")


def test_a_begun_plan_loses_nothing_until_it_is_changed(tmp_path: Path) -> None:
    plan = OpenPlan.begin(tmp_path / "plan.toml", "a = 1\n")
    assert plan.is_new
    assert not plan.is_named
    assert plan.saved_text == "a = 1\n"
    assert not plan.differs("a = 1\n")


def test_saving_names_a_begun_plan(tmp_path: Path) -> None:
    plan = OpenPlan.begin(tmp_path / "plan.toml", "a = 1\n")
    plan.save("a = 2\n")
    assert plan.is_named
    assert not plan.is_new
    assert (tmp_path / "plan.toml").read_bytes() == b"a = 2\n"


def test_what_changed_on_disk_is_told_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"a = 1\n")
    plan = OpenPlan.read(path)
    assert plan.changed() is None
    path.write_bytes(b"theirs = 1\n")
    assert plan.changed() == OnDisk(b"theirs = 1\n")
    with pytest.raises(SaveRefusedError):
        plan.save("a = 2\n")
    assert path.read_bytes() == b"theirs = 1\n"
    path.unlink()
    assert plan.changed() == OnDisk(None)


def test_only_what_was_agreed_to_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"a = 1\n")
    plan = OpenPlan.read(path)
    path.write_bytes(b"theirs = 1\n")
    seen = plan.changed()
    path.write_bytes(b"theirs = 2\n")
    with pytest.raises(SaveRefusedError):
        plan.save("a = 2\n", seen)
    plan.save("a = 2\n", plan.changed())
    assert path.read_bytes() == b"a = 2\n"
    assert plan.changed() is None


def test_a_plan_at_another_path_keeps_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\n")
    other = OpenPlan.read(path).at(tmp_path / "other.toml")
    assert other.is_new
    other.save("a = 2\n")
    assert (tmp_path / "other.toml").read_bytes() == b"\xef\xbb\xbfa = 2\n"
    assert path.read_bytes() == b"\xef\xbb\xbfa = 1\n"


def test_a_plan_at_another_path_never_replaces_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_bytes(b"a = 1\n")
    (tmp_path / "other.toml").write_bytes(b"theirs\n")
    other = OpenPlan.read(tmp_path / "plan.toml").at(tmp_path / "other.toml")
    with pytest.raises(SaveRefusedError):
        other.save("a = 2\n")
    assert other.changed() == OnDisk(b"theirs\n")


def test_what_cannot_be_read_is_no_empty_plan(tmp_path: Path) -> None:
    with pytest.raises(PlanUnreadableError):
        OpenPlan.read(tmp_path)


def test_what_leaving_would_not_lose_is_the_file_or_what_a_plan_began_as(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\n")
    plan = OpenPlan.read(path)
    assert plan.saved_data == plan.encoded([plan.saved_text]) == b"\xef\xbb\xbfa = 1\r\n"
    plan.save("b = 2\n")
    assert plan.saved_data == b"\xef\xbb\xbfb = 2\n" == path.read_bytes()
    begun = OpenPlan.begin(path, "# begun\n")
    assert begun.data is None
    assert begun.saved_data == b"# begun\n"


def test_a_plan_that_may_not_survive_a_loss_of_power_counts_as_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"a = 1\n")
    plan = OpenPlan.read(path)

    def refused(disk: Disk, folder: Path) -> int:
        raise OSError(errno.EIO, f"{folder} cannot be synced by {disk}")

    monkeypatch.setattr(Disk, "open_folder", refused)
    with pytest.raises(SaveUnprovenError, match="may not survive a loss of power"):
        plan.save("b = 2\n")
    monkeypatch.undo()
    assert not plan.differs("b = 2\n")
    plan.save("c = 3\n")
    assert path.read_bytes() == b"c = 3\n"
