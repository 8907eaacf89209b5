"""Pictures of the whole program, as they were approved; `--snapshot-update` approves others."""

from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest
from textual.app import App
from textual.pilot import Pilot

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.start import RecentFile, StartScreen
from medv_tui.tui.theme_colours import CONTRAST, LIGHT, TERMINAL

from . import states
from .looks import ARCHITECTURE, CHECKLIST, DISK, HOSTS, Look
from .plans import DAY, DOCUMENTED, MEDIUM, NARROW, WIDE, dashboard, settle

SAMPLES = Path(__file__).parents[2] / "sample_configs"
MIDSIZE = (SAMPLES / "midsize.toml").read_text()
THOUSAND = (SAMPLES / "thousand-hosts.toml").read_text()
NOW = datetime(2026, 11, 22, 15, 0)


LOOKS = {
    # The whole dashboard.
    "wide": Look(MIDSIZE, WIDE, HOSTS),
    "medium": Look(MIDSIZE, MEDIUM),
    "narrow": Look(MIDSIZE, NARROW),
    "wide-light": Look(MIDSIZE, WIDE, HOSTS, theme=LIGHT),
    "medium-light": Look(MIDSIZE, MEDIUM, theme=LIGHT),
    "narrow-light": Look(MIDSIZE, NARROW, HOSTS, theme=LIGHT),
    "wide-contrast": Look(states.ALL_FAILING, WIDE, theme=CONTRAST),
    "wide-terminal": Look(states.ALL_FAILING, WIDE, theme=TERMINAL),
    "wide-plain": Look(states.ALL_FAILING, WIDE, theme=TERMINAL, plain=True),
    "wide-ascii": Look(states.ALL_FAILING, WIDE, ascii=True),
    # Unfinished plans, and one that is too much.
    "empty-wide": Look(states.EMPTY, WIDE),
    "empty-narrow": Look(states.EMPTY, NARROW, HOSTS),
    "no-hosts": Look(states.NO_HOSTS, WIDE),
    "no-workspace": Look(states.NO_WORKSPACE, WIDE),
    "all-unknown": Look(states.ALL_UNKNOWN, WIDE),
    "all-unknown-narrow": Look(states.ALL_UNKNOWN, NARROW, DISK),
    "inventory-missing": Look(states.INVENTORY_MISSING, WIDE),
    "problems": Look(states.MISTAKEN, MEDIUM, keys=("f8",)),
    "thousand-hosts": Look(THOUSAND, WIDE, HOSTS, keys=("end",)),
    # Every pane where it has the terminal to itself.
    "architecture": Look(MIDSIZE, NARROW, ARCHITECTURE),
    "architecture-failing": Look(states.ALL_FAILING, NARROW, ARCHITECTURE),
    "hosts": Look(MIDSIZE, NARROW, HOSTS, keys=("down",)),
    "hosts-by-reason": Look(MIDSIZE, NARROW, HOSTS, keys=("r",)),
    "hosts-filter-without-match": Look(MIDSIZE, NARROW, HOSTS, keys=("slash", *"lyon", "enter")),
    "disk": Look(MIDSIZE, NARROW, DISK),
    "checklist": Look(MIDSIZE, NARROW, CHECKLIST, keys=("down", "down")),
    # What opens above it.
    "why-a-verdict": Look(states.ALL_FAILING, NARROW, HOSTS, keys=("enter",)),
    "why-a-practice": Look(states.ALL_FAILING, MEDIUM, CHECKLIST, keys=("down", "enter")),
    "what-if": Look(DOCUMENTED, NARROW, keys=("f7", "space")),
    "help": Look(DOCUMENTED, NARROW, keys=("f1",)),
    "completion": Look(DOCUMENTED, NARROW, keys=("ctrl+end", *"kb9")),
    "find": Look(DOCUMENTED, NARROW, keys=("ctrl+f", *"name", "enter")),
}


class Compare(Protocol):
    def __call__(
        self, app: App[int], terminal_size: tuple[int, int], run_before: object
    ) -> bool: ...


@pytest.fixture(autouse=True)
def _in_the_folder_of_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no message name a folder that is another one in every run."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", LOOKS)
def test_the_dashboard_looks_as_it_did(name: str, snap_compare: Compare) -> None:
    look = LOOKS[name]
    app = look.open(Path("plan.toml"))
    assert snap_compare(app, terminal_size=look.size, run_before=look.arrange)


def test_a_clash_looks_as_it_did(tmp_path: Path, snap_compare: Compare) -> None:
    async def clash(pilot: Pilot[int]) -> None:
        await settle(pilot)
        Path("plan.toml").write_text("# theirs\n" + DOCUMENTED)
        await pilot.press("#", "ctrl+s")
        await settle(pilot)

    app = dashboard(tmp_path)
    assert snap_compare(app, terminal_size=NARROW, run_before=clash)


@pytest.mark.parametrize("recent", [0, 3])
def test_the_start_screen_looks_as_it_did(recent: int, snap_compare: Compare) -> None:
    files = [
        RecentFile(Path("/plans/contoso.toml"), datetime(2026, 11, 22, 14, 20)),
        RecentFile(Path("/plans/north/kiosk.toml"), datetime(2026, 11, 21, 17, 0)),
        RecentFile(Path("/plans/south/kiosk.toml"), datetime(2026, 5, 3, 9, 0)),
    ]

    async def offer(pilot: Pilot[int]) -> None:
        await pilot.pause()
        pilot.app.push_screen(StartScreen(files[:recent], NOW))
        await pilot.pause()
        await pilot.pause()

    app = DashboardApp(None, DAY)
    assert snap_compare(app, terminal_size=NARROW, run_before=offer)
