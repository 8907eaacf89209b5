"""The commands of the palette that concern the plan that is open."""

from collections.abc import Iterator

from textual.app import SystemCommand

from medv_tui.tui.place_names import NAMES
from medv_tui.tui.screen import PlanScreen


def plan_commands(plan: PlanScreen) -> Iterator[SystemCommand]:
    """List what can be done with the open plan."""
    yield from _with_the_file(plan)
    yield from _with_problems(plan)
    yield from _with_the_text(plan)
    yield from _with_tables(plan)
    yield from _with_computers(plan)
    yield from _with_places(plan)
    yield SystemCommand("Keys", "List the keys that work now (F1)", plan.action_keys)


def _with_the_file(plan: PlanScreen) -> Iterator[SystemCommand]:
    yield SystemCommand("Save", "Write the plan to its file (^S, F2)", plan.action_save)
    yield SystemCommand("Save as", "Write the plan to another file (Shift+F2)", plan.action_save_as)
    yield SystemCommand("Open", "Open another plan (^O)", plan.action_open_plan)
    yield SystemCommand("New plan", "Begin a plan with the starter (^N)", plan.action_new_plan)


def _with_problems(plan: PlanScreen) -> Iterator[SystemCommand]:
    yield SystemCommand(
        "Next problem", "Go to the next problem in the text (F8)", plan.action_next_problem
    )
    yield SystemCommand(
        "Previous problem", "Go to the problem before (Shift+F8)", plan.action_previous_problem
    )
    yield SystemCommand(
        "Fix",
        "Mend a problem of the text, or what fails on this line (F4)",
        plan.action_fix_problem,
    )
    yield SystemCommand(
        "Fix all problems",
        "Mend every problem of the text that has a fix",
        plan.bench.mending.fix_all,
    )
    yield SystemCommand("What if", "Try changes on a copy of the plan (F7)", plan.action_what_if)


def _with_the_text(plan: PlanScreen) -> Iterator[SystemCommand]:
    yield SystemCommand("Find", "Find words in the text (^F)", lambda: plan.action_find(False))
    yield SystemCommand(
        "Replace", "Put others in place of words (^R)", lambda: plan.action_find(True)
    )
    yield SystemCommand("Next match", "Go to the next match (F3)", lambda: plan.action_find_next(1))
    yield SystemCommand(
        "Previous match", "Go to the match before (Shift+F3)", lambda: plan.action_find_next(-1)
    )
    yield SystemCommand("Undo", "Take the last edit back (^Z)", plan.editor.action_undo)
    yield SystemCommand("Redo", "Do the last edit again (^Y)", plan.editor.action_redo)
    yield SystemCommand("Go to line", "Go to a line by its number (^G)", plan.action_go_to_line)
    yield SystemCommand("Outline", "List the tables and go to one (^T, F9)", plan.action_outline)
    yield SystemCommand("Follow name", "Go from a name to its table (^], F12)", plan.action_follow)
    yield SystemCommand(
        "Complete", "Show what could be written here (^Space)", plan.action_complete
    )


def _with_tables(plan: PlanScreen) -> Iterator[SystemCommand]:
    tables = plan.bench.structuring
    yield SystemCommand("Add a host", "Add a [[hosts]] table below the last one", tables.add_host)
    yield SystemCommand(
        "Duplicate this host",
        "Copy the host at the cursor of Hosts or the text",
        tables.duplicate_host,
    )
    yield SystemCommand("Delete this host", "Delete it with the comment above", tables.delete_host)
    yield SystemCommand("Assign hosts", "Give hosts by pattern a workspace", tables.assign_hosts)
    yield SystemCommand("Set a setting", "Set a documented MED-V setting", tables.set_setting)
    yield SystemCommand(
        "Rename a workspace", "Change its name wherever it stands", tables.rename_workspace
    )
    yield SystemCommand("Edit in $EDITOR", "Use another editor (^\\)", plan.action_own_editor)


def _with_computers(plan: PlanScreen) -> Iterator[SystemCommand]:
    yield SystemCommand(
        "Review again", "Read the inventories and judge anew (F5)", plan.action_review_again
    )
    yield SystemCommand(
        "Import computers",
        "Look at a CSV of computers and attach it",
        plan.bench.fleet_deeds.bring_in,
    )


def _with_places(plan: PlanScreen) -> Iterator[SystemCommand]:
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
