"""Every call of a save fails, once or from then on, and no text is ever torn or lost."""

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from medv_tui.errors import SaveBrokenOffError, SaveRefusedError, SaveUnprovenError
from medv_tui.planfile.disk import Disk
from medv_tui.planfile.save import save

SHORT, LONG = b"format = 1\n", b"format = 1\r\n# edited\r\n" * 50
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EXDEV, errno.EDQUOT, errno.ENOTSUP)
NEVER_FAIL = {"is_running", "may_write"}
"""Questions that are answered with no rather than with an error."""

Fails = Callable[[int], bool]


class Died(BaseException):
    """The process is gone; nothing runs after it."""


class FaultyDisk(Disk):
    """Counts its calls and lets some of them fail."""

    def __init__(self, fails: Fails, fault: Callable[[], BaseException]) -> None:
        self._fails, self._fault = fails, fault
        self.calls: list[str] = []

    def __getattribute__(self, name: str) -> object:
        value = super().__getattribute__(name)
        if name.startswith("_") or name in NEVER_FAIL or not callable(value):
            return value

        def call(*arguments: object) -> object:
            self.calls.append(name)
            if self._fails(len(self.calls) - 1):
                raise self._fault()
            return value(*arguments)

        return call


class DeadDisk(Disk):
    """The disk as another process finds it when all others are dead."""

    def is_running(self, process: int) -> bool:
        return process == 0


def never(_: int) -> bool:
    return False


def no_fault() -> BaseException:
    raise AssertionError("Nothing was to fail.")


class Case:
    """One way of saving, in a folder of its own."""

    def __init__(self, folder: Path, kind: str, old: bytes, new: bytes) -> None:
        self.path = folder / "plan.toml"
        self.old, self.new = None if kind == "new" else old, new
        if self.old is not None:
            self.path.write_bytes(self.old)
        if kind == "linked":
            os.link(self.path, folder / "other.toml")

    def save(self, disk: Disk) -> None:
        save(self.path, self.new, self.old, disk=disk)

    def found(self) -> bytes | None:
        return self.path.read_bytes() if self.path.exists() else None

    def kept(self) -> set[bytes]:
        return {path.read_bytes() for path in self.path.parent.iterdir()}


KINDS = [
    pytest.param("new", SHORT, LONG, id="new"),
    pytest.param("there", SHORT, LONG, id="grows"),
    pytest.param("there", LONG, SHORT, id="shrinks"),
    pytest.param("linked", SHORT, LONG, id="in place, grows"),
    pytest.param("linked", LONG, SHORT, id="in place, shrinks"),
]


def cases(tmp_path: Path, kind: str, old: bytes, new: bytes) -> Callable[[], Case]:
    def fresh() -> Case:
        folder = tmp_path / str(len(os.listdir(tmp_path)))
        folder.mkdir()
        return Case(folder, kind, old, new)

    return fresh


def calls_of(case: Case) -> list[str]:
    disk = FaultyDisk(never, no_fault)
    case.save(disk)
    assert case.found() == case.new
    return disk.calls


@pytest.mark.parametrize(("kind", "old", "new"), KINDS)
@pytest.mark.parametrize("goes_on", [False, True], ids=["once", "from then on"])
def test_a_fault_at_any_call_tears_nothing_and_is_told(
    tmp_path: Path, kind: str, old: bytes, new: bytes, goes_on: bool
) -> None:
    fresh = cases(tmp_path, kind, old, new)
    for index in range(len(calls_of(fresh()))):
        for number in ERRORS:
            case = fresh()
            fails: Fails = index.__le__ if goes_on else index.__eq__
            refusal = refusal_of(case, FaultyDisk(fails, partial(error_of, number)))
            if isinstance(refusal, SaveBrokenOffError):
                assert goes_on
                assert {old, new} <= case.kept()
                assert str(case.path.parent / ".plan.toml.") in str(refusal)
            elif refusal is None or isinstance(refusal, SaveUnprovenError):
                assert case.found() == new
            else:
                assert case.found() == case.old
                assert "was not saved" in str(refusal)


def refusal_of(case: Case, disk: Disk) -> SaveRefusedError | None:
    try:
        case.save(disk)
    except SaveRefusedError as refusal:
        return refusal
    return None


def error_of(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize(("kind", "old", "new"), KINDS)
def test_a_death_at_any_call_leaves_both_texts_and_the_next_save_cleans_up(
    tmp_path: Path, kind: str, old: bytes, new: bytes
) -> None:
    fresh = cases(tmp_path, kind, old, new)
    for index in range(len(calls_of(fresh()))):
        case = fresh()
        with pytest.raises(Died):
            case.save(FaultyDisk(index.__le__, Died))
        if case.found() not in {case.old, new}:
            assert kind == "linked"
            assert {old, new} <= case.kept()
            continue
        save(case.path, new, case.found(), disk=DeadDisk())
        assert case.found() == new
        assert not [path.name for path in case.path.parent.iterdir() if path.name[0] == "."]


def test_the_calls_of_a_save_come_in_the_order_that_keeps_the_text(tmp_path: Path) -> None:
    calls = calls_of(Case(tmp_path, "there", SHORT, LONG))
    order = ["read", "create", "write_at", "set_owner", "set_mode", "sync", "close", "rename"]
    assert sorted(order, key=calls.index) == order
    after_rename = calls[calls.index("rename") + 1 :]
    assert after_rename == ["open_folder", "sync", "close"]
    assert "read" in calls[calls.index("sync") : calls.index("rename")]


def test_short_writes_are_continued(tmp_path: Path) -> None:
    class Slow(Disk):
        def write_at(self, descriptor: int, data: memoryview, offset: int) -> int:
            return super().write_at(descriptor, data[:7], offset)

    case = Case(tmp_path, "there", SHORT, LONG)
    case.save(Slow())
    assert case.found() == LONG


def test_files_of_running_processes_and_of_other_computers_are_not_swept(tmp_path: Path) -> None:
    class Elsewhere(Disk):
        host = "elsewhere"

    case = Case(tmp_path, "there", SHORT, LONG)
    disk = FaultyDisk(lambda i: disk.calls[i] in {"rename", "unlink"}, Died)
    with pytest.raises(Died):
        case.save(disk)
    left = {path.name for path in tmp_path.iterdir()} - {"plan.toml"}
    assert len(left) == 1
    save(case.path, LONG, SHORT)
    save(case.path, SHORT, LONG, disk=Elsewhere())
    assert left < {path.name for path in tmp_path.iterdir()}
    save(case.path, LONG, SHORT, disk=DeadDisk())
    assert os.listdir(tmp_path) == ["plan.toml"]
