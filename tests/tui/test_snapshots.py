from pathlib import Path
from typing import Protocol

import pytest
from textual.app import App
from textual.pilot import Pilot

from .plans import DOCUMENTED, MEDIUM, NARROW, WIDE, dashboard, host, settle

FLEET = DOCUMENTED + "".join(
    [
        host("SHORT", free_disk_gb=9),
        host("WEAK", ram_mb=1024),
        host("ROOMY", free_disk_gb=500, count=8),
        host("NOBODY").replace('workspace = "example"\n', ""),
        host("UNSAID").replace("free_disk_gb = 60\n", ""),
        "\n[infrastructure]\nprint_server = flase\n",
    ]
)


class Compare(Protocol):
    def __call__(
        self, app: App[int], terminal_size: tuple[int, int], run_before: object
    ) -> bool: ...


async def hosts_in_front(pilot: Pilot[int]) -> None:
    await settle(pilot)
    await pilot.press("f6", "f6")
    await settle(pilot)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW], ids=["wide", "medium", "narrow"])
def test_the_dashboard_looks_as_it_did(
    tmp_path: Path, snap_compare: Compare, size: tuple[int, int]
) -> None:
    assert snap_compare(dashboard(tmp_path, FLEET), terminal_size=size, run_before=settle)


def test_the_hosts_in_a_narrow_terminal_look_as_they_did(
    tmp_path: Path, snap_compare: Compare
) -> None:
    app = dashboard(tmp_path, FLEET)
    assert snap_compare(app, terminal_size=NARROW, run_before=hosts_in_front)


def test_the_light_colours_look_as_they_did(tmp_path: Path, snap_compare: Compare) -> None:
    app = dashboard(tmp_path, FLEET)
    app.theme = "medv-light"
    assert snap_compare(app, terminal_size=MEDIUM, run_before=settle)
