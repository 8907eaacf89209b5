"""Makes the system calls of saves fail for real: `python -m tests.soak.faults`.

Each save has a process of its own, into which strace injects one fault: at the first, second or
third call of a kind, or at all of them. The file must then hold one of the two texts, whole, and
the new one if the save said that it was done. Where the file itself is harmed, as can happen to
one that has to be written in place, both texts must stand beside it.
"""

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple, NoReturn

from medv_tui.errors import MedvError, SaveBrokenOffError, SaveUnprovenError
from medv_tui.planfile.save import save

_CALLS = (
    "openat", "pwrite64", "fallocate", "ftruncate", "fsync", "fchmod", "fchown", "close",
    "rename", "unlink",
)  # fmt: skip
_ERRORS = ("ENOSPC", "EIO", "EXDEV", "EDQUOT", "EACCES", "EROFS")
_TIMES = ("1", "2", "3", "1+")
_OLD, _NEW = b"old\n" * 3000, b"new\n" * 4000
_SAVED, _REFUSED, _UNPROVEN, _BROKEN_OFF, _FAILED = range(5)
_ENDS = ("done", "refused", "written but unproven", "broken off with both texts beside", "failed")


class Fault(NamedTuple):
    """What fails, with which error, and at which of its calls."""

    call: str
    error: str
    times: str
    linked: bool
    """Whether the file has a second name, so that it must be written in place."""


def missing() -> str:
    """Say why no fault can be injected here; empty if it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "strace may not trace processes here"


def save_with(fault: Fault, folder: Path) -> int:
    """Save with a fault, and give how that ended; AssertionError if a text was harmed."""
    plan = folder / "plan.toml"
    plan.write_bytes(_OLD)
    if fault.linked:
        os.link(plan, folder / "linked.toml")
    end = _saved_by_another(plan, fault)
    found = plan.read_bytes()
    if end == _BROKEN_OFF:
        beside = [path.read_bytes() for path in folder.iterdir()]
        assert {_OLD, _NEW} <= set(beside), fault
    else:
        wanted = {_SAVED: {_NEW}, _UNPROVEN: {_NEW}, _REFUSED: {_OLD}}
        assert found in wanted.get(end, set()), f"{fault}: {_ENDS[end]}, {found[:3]!r}"
    return end


def _saved_by_another(plan: Path, fault: Fault) -> int:
    """Fork a process that saves once strace has a hold of it, and give how that ended."""
    begin, go = os.pipe()
    child = os.fork()
    if not child:
        _save(plan, begin)
    inject = f"inject={fault.call}:error={fault.error}:when={fault.times}"
    with subprocess.Popen(
        ["strace", "-p", str(child), "-o", os.devnull, "-e", f"trace={fault.call}", "-e", inject],
        stderr=subprocess.PIPE,
        text=True,
    ) as tracer:
        said = "" if tracer.stderr is None else tracer.stderr.readline()
        os.write(go, b".")
        _, status = os.waitpid(child, 0)
    os.close(begin)
    os.close(go)
    assert "attached" in said, said
    return os.waitstatus_to_exitcode(status)


def _save(plan: Path, begin: int) -> NoReturn:
    """Save, and say by the exit code what a person would be told."""
    os.read(begin, 1)
    try:
        save(plan, _NEW, _OLD)
    except SaveUnprovenError:
        os._exit(_UNPROVEN)
    except SaveBrokenOffError:
        os._exit(_BROKEN_OFF)
    except MedvError:
        os._exit(_REFUSED)
    except BaseException:
        os._exit(_FAILED)
    os._exit(_SAVED)


def main() -> None:
    """Print how the saves with faults ended."""
    if reason := missing():
        sys.stdout.write(f"No system call was made to fail: {reason}.\n")
        return
    ends = Counter[str]()
    for each in itertools.product(_CALLS, _ERRORS, _TIMES, (False, True)):
        with tempfile.TemporaryDirectory() as folder:
            ends[_ENDS[save_with(Fault(*each), Path(folder))]] += 1
    told = ", ".join(f"{count} {how}" for how, count in ends.most_common())
    sys.stdout.write(f"{ends.total()} saves with a failing system call: {told}; none torn.\n")


if __name__ == "__main__":
    main()
