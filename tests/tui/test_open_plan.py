from pathlib import Path

import pytest

from medv_tui.errors import PlanUnreadableError, SaveRefusedError
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
