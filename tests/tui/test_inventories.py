import os
from pathlib import Path

import pytest

from medv_tui.errors import PlanUnreadableError
from medv_tui.inventory.load import load
from medv_tui.tui import inventories
from medv_tui.tui.inventories import Inventories


def test_a_file_is_found_beside_the_plan(tmp_path: Path) -> None:
    (tmp_path / "fleet.csv").write_bytes(b"name\nPC-1\n")
    assert Inventories(tmp_path)("fleet.csv") == b"name\nPC-1\n"


def test_a_file_is_read_once_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fleet.csv"
    path.write_bytes(b"name\n")
    reads: list[Path] = []

    def record(path: Path) -> bytes:
        reads.append(path)
        return load(path)

    monkeypatch.setattr(inventories, "load", record)
    files = Inventories(tmp_path)
    assert [files("fleet.csv"), files("fleet.csv")] == [b"name\n", b"name\n"]
    assert len(reads) == 1
    path.write_bytes(b"host\n")
    os.utime(path, ns=(1, 1))
    assert files("fleet.csv") == b"host\n"


@pytest.mark.parametrize("name", ["none.csv", ".", "a\0b", "x" * 5000])
def test_a_name_that_leads_nowhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(PlanUnreadableError):
        Inventories(tmp_path)(name)


def test_a_file_that_disappears_is_refused_and_not_remembered(tmp_path: Path) -> None:
    path = tmp_path / "fleet.csv"
    path.write_bytes(b"name\n")
    files = Inventories(tmp_path)
    files("fleet.csv")
    path.unlink()
    with pytest.raises(PlanUnreadableError):
        files("fleet.csv")


def test_a_change_on_disk_is_told_until_the_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "fleet.csv"
    path.write_text("a")
    files = Inventories(tmp_path)
    assert files.changed() == []
    files("fleet.csv")
    assert files.changed() == []

    path.write_text("ab")
    assert files.changed() == ["fleet.csv"]
    files("fleet.csv")
    assert files.changed() == []

    path.unlink()
    assert files.changed() == ["fleet.csv"]
    with pytest.raises(PlanUnreadableError):
        files("fleet.csv")
    assert files.changed() == []
