"""Ways to come to a plan: a file, a sample, the starter, an inventory."""

from pathlib import Path
from typing import Any

from textual.message import Message
from textual.screen import Screen

from medv_tui.errors import PlanUnreadableError
from medv_tui.findings import AddTable
from medv_tui.planfile.edit import apply, edit
from medv_tui.reference.starter import starter
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.file_dialogs import CSV, TOML, PathScreen
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.samples import Sample

NEW_NAME = "plan.toml"
"""What a new plan is called until it is saved under a name."""


class Opened(Message):
    """A plan is to be shown in place of whatever is shown now."""

    def __init__(self, plan: OpenPlan) -> None:
        super().__init__()
        self.plan = plan


def open_file(screen: Screen[Any], path: Path) -> None:
    """Open a plan from a screen; where it cannot be read, say why."""
    try:
        plan = OpenPlan.read(path)
    except PlanUnreadableError as refusal:
        screen.app.push_screen(RefusalDialog(str(refusal), ""))
    else:
        screen.post_message(Opened(plan))


def open_starter(screen: Screen[Any]) -> None:
    """Begin a plan with the commented starter."""
    screen.post_message(Opened(OpenPlan.begin(Path(NEW_NAME), starter())))


def open_sample(screen: Screen[Any], sample: Sample) -> None:
    """Begin a plan as a copy of a sample."""
    screen.post_message(Opened(OpenPlan.begin(Path(sample.name), sample.text())))


def ask_for_plan(screen: Screen[Any]) -> None:
    """Ask which plan to open, and open it."""

    def answered(path: Path | None) -> None:
        if path is not None:
            open_file(screen, path)

    screen.app.push_screen(PathScreen("Open a plan", "open", Path(), "", TOML), answered)


def ask_for_inventory(screen: Screen[Any]) -> None:
    """Ask for an inventory, and begin a plan whose computers are in it."""

    def answered(path: Path | None) -> None:
        if path is not None:
            plan = OpenPlan.begin(path.parent / NEW_NAME, with_inventory(path.name))
            screen.post_message(Opened(plan))

    screen.app.push_screen(PathScreen("Start from an inventory", "take", Path(), "", CSV), answered)


def with_inventory(name: str) -> str:
    """Give the starter with an inventory that stands beside the plan."""
    table = AddTable(("inventories",), (("file", name), ("workspace", "finance")))
    text = starter()
    return apply(text, edit(text, table))
