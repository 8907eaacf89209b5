"""What a picture of the dashboard shows, and how the dashboard is brought to show it."""

from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot
from textual.widgets import Input

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.surroundings import Surroundings
from medv_tui.tui.theme_colours import DARK

from .plans import DAY, settle

PLAN, ARCHITECTURE, HOSTS, DISK, CHECKLIST = 1, 2, 3, 4, 5


class Look(NamedTuple):
    """One picture: what is open, how large it is, and which keys were pressed in which place."""

    plan: str
    size: tuple[int, int]
    place: int = PLAN
    keys: tuple[str, ...] = ()
    theme: str = DARK
    plain: bool = False
    ascii: bool = False

    def open(self, path: Path) -> DashboardApp:
        """Write the plan to a file, and open the dashboard on it."""
        path.write_text(self.plan)
        around = Surroundings(theme=self.theme, plain=self.plain, ascii=self.ascii)
        return DashboardApp(OpenPlan.read(path), DAY, around)

    async def arrange(self, pilot: Pilot[int]) -> None:
        """Go to the place and press the keys; no cursor blinks then."""
        await settle(pilot)
        app = pilot.app
        assert isinstance(app, DashboardApp)
        if self.place != PLAN:
            app.plan_screen.action_open(self.place)
            await settle(pilot)
        for key in self.keys:
            await pilot.press(key)
            for field in app.screen.query(Input):
                field.cursor_blink = False
            await settle(pilot)
