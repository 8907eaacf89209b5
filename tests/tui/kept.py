"""The dashboard on a plan whose text is kept, and what its journals hold."""

from pathlib import Path

from textual.pilot import Pilot

from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import Journals
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.surroundings import Surroundings

from .plans import DAY, DOCUMENTED, settle

TYPED = "# typed\n" + DOCUMENTED


def kept_dashboard(plan: Path, *, read_only: bool = False) -> DashboardApp:
    around = Surroundings(state_folder=plan.parent / "state", user="robin", read_only=read_only)
    return DashboardApp(OpenPlan.read(plan), DAY, around)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def front(app: DashboardApp) -> object:
    return app.screen


def endings(journals: Journals) -> list[tuple[str, Ending]]:
    return [(kept.journal.data.decode(), kept.journal.ending) for kept in journals.all()]
