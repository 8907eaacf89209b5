import os
import subprocess
import sys

from medv_tui.planfile.disk import Disk


def test_this_process_runs() -> None:
    assert Disk().is_running(os.getpid())
    assert Disk().birth(os.getpid()) == Disk().birth(os.getpid()) != ""


def test_a_process_that_has_ended_does_not_run_even_if_nobody_waited_for_it() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
    assert not Disk().is_running(ended.pid)
    ended.wait()
    assert not Disk().is_running(ended.pid)
    assert Disk().birth(ended.pid) == ""
