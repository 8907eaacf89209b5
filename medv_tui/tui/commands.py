"""The commands of the palette that concern the plan that is open."""

from collections.abc import Iterable

from textual.app import SystemCommand

from medv_tui.tui.filing import FilingScreen
from medv_tui.tui.place_names import NAMES


def plan_commands(plan: FilingScreen) -> Iterable[SystemCommand]:
    """List what can be done with the open plan."""
    yield SystemCommand("Save", "Write the plan to its file (^S, F2)", plan.action_save)
    yield SystemCommand("Save as", "Write the plan to another file (Shift+F2)", plan.action_save_as)
    yield SystemCommand("Open", "Open another plan (^O)", plan.action_open_plan)
    yield SystemCommand("New plan", "Begin a plan with the starter (^N)", plan.action_new_plan)
    yield SystemCommand(
        "Next problem", "Go to the next problem in the text (F8)", plan.action_next_problem
    )
    yield SystemCommand(
        "Previous problem", "Go to the problem before (Shift+F8)", plan.action_previous_problem
    )
    yield SystemCommand(
        "Fix", "Mend the problem on this line, or the first (F4)", plan.action_fix_problem
    )
    yield SystemCommand("What if", "Try changes on a copy of the plan (F7)", plan.action_what_if)
    for command in plan.commands():
        yield SystemCommand(*command)
    for number, name in NAMES.items():
        yield SystemCommand(
            name,
            f"Go to {name} (F6, or {number} outside the editor)",
            lambda number=number: plan.action_open(number),
        )
    yield SystemCommand("Next pane", "Go to the next place (F6)", lambda: plan.action_next_place(1))
    yield SystemCommand(
        "Previous pane", "Go to the place before (Shift+F6)", lambda: plan.action_next_place(-1)
    )
    yield SystemCommand(
        "Maximise", "Show this place alone, or all again (z in a pane)", plan.action_turn_alone
    )
    yield SystemCommand("Keys", "List the keys that work now (F1)", plan.action_keys)
