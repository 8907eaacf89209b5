"""A screen that helps to write the plan: what it offers comes from the latest review."""

import os
from collections.abc import Callable, Iterator
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.events import Mount

from medv_tui.plan.plan import Plan
from medv_tui.reference.completion import Known
from medv_tui.review.review import Review
from medv_tui.tui.completing import CompletingEditor
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.own_editor import (
    OwnEditorError,
    edited_in,
    editor_command,
    folders,
    interrupts_left_alone,
)
from medv_tui.tui.place_names import PLAN
from medv_tui.tui.structuring import StructuringScreen

MOST_HOSTS = 500
"""Names of hosts that are offered at most."""
NOTHING_FITS = "Nothing is known to fit here; on an empty line it would be keys and tables."
NO_SUSPENDING = "This terminal cannot be handed to another editor."


class Command(NamedTuple):
    """Something that the palette offers."""

    title: str
    help: str
    action: Callable[[], None]


def known_of(plan: Plan) -> Known:
    """Give the names and the single tables that a plan has."""
    tables = {*plan.model_fields_set}
    tables |= {f"deployment.{name}" for name in plan.deployment.model_fields_set}
    workspaces = tuple(workspace.name for workspace in plan.workspaces)
    hosts = tuple(host.name for host in plan.hosts[:MOST_HOSTS])
    return Known(workspaces, frozenset(tables), hosts)


class EditingScreen(StructuringScreen):
    """Offers what fits at the cursor, lists every edit, and hands the text to other editors."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+backslash",
            "own_editor",
            "edit in another editor",
            show=False,
            priority=True,
            id="own-editor",
        ),
    ]

    @on(Mount)
    def _follow_reviews(self) -> None:
        """Tell the editor after every review what the plan holds."""
        self.watch(self, "review", self._tell_editor, init=False)

    def _tell_editor(self, review: Review | None) -> None:
        if review is not None:
            self.editor.known = known_of(review.plan)

    @on(CompletingEditor.NothingFits)
    def _say_that_nothing_fits(self, event: CompletingEditor.NothingFits) -> None:
        event.stop()
        self.tell(NOTHING_FITS)

    def commands(self) -> Iterator[Command]:
        """List what can be done with the text, for the palette."""
        yield Command("Find", "Find words in the text (^F)", lambda: self.action_find(False))
        yield Command(
            "Replace", "Put others in place of words (^R)", lambda: self.action_find(True)
        )
        yield Command("Next match", "Go to the next match (F3)", lambda: self.action_find_next(1))
        yield Command(
            "Previous match",
            "Go to the match before (Shift+F3)",
            lambda: self.action_find_next(-1),
        )
        yield Command("Undo", "Take the last edit back (^Z)", self.editor.action_undo)
        yield Command("Redo", "Do the last edit again (^Y)", self.editor.action_redo)
        yield Command("Go to line", "Go to a line by its number (^G)", self.action_go_to_line)
        yield Command("Outline", "List the tables and go to one (^T, F9)", self.action_outline)
        yield Command("Follow name", "Go from a name to its table (^], F12)", self.action_follow)
        yield Command("Complete", "Show what could be written here (^Space)", self._complete)
        yield Command("Add a host", "Add a [[hosts]] table below the last one", self.add_host)
        yield Command(
            "Duplicate this host",
            "Copy the host at the cursor of Hosts or the text",
            self.duplicate_host,
        )
        yield Command("Delete this host", "Delete it with the comment above", self.delete_host)
        yield Command("Assign hosts", "Give hosts by pattern a workspace", self.assign_hosts)
        yield Command("Set a setting", "Set a documented MED-V setting", self.set_setting)
        yield Command(
            "Rename a workspace", "Change its name wherever it stands", self.rename_workspace
        )
        yield Command("Edit in $EDITOR", "Use another editor (^\\)", self.action_own_editor)

    def _complete(self) -> None:
        """Go to the text, and show what could be written there."""
        self.action_open(PLAN)
        self.editor.call_later(self.editor.action_complete)

    def action_own_editor(self) -> None:
        """Edit the text in another editor, after all keys that were pressed before this one."""
        self.editor.call_later(self._use_own_editor)

    def _use_own_editor(self) -> None:
        """Hand the terminal to the other editor, and take its text over as one step to undo."""
        try:
            with interrupts_left_alone(), self.app.suspend():
                new, refusal = self._edited_elsewhere()
        except SuspendNotSupported:
            new, refusal = "", NO_SUSPENDING
        if refusal:
            self.app.push_screen(RefusalDialog(refusal))
        elif new == self.editor.text:
            self.tell("Nothing was changed there.")
        else:
            self.rewrite(new)

    def _edited_elsewhere(self) -> tuple[str, str]:
        """Give the text as another editor leaves it, or why there is none.

        Nothing is raised here, because the terminal would not be taken back then.
        """
        path = self.plan.path
        try:
            command = editor_command(os.environ)
            places = folders(os.environ, path)
            return edited_in(command, self.editor.text, places, path.stem), ""
        except OwnEditorError as refusal:
            return "", str(refusal)
