"""A screen in which one finds one's way through the plan's text."""

import re
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from medv_tui.planfile.links import Link, Target, link_at, next_use, row_of_workspace
from medv_tui.planfile.outline import Entry, at_row, outline
from medv_tui.reports.practice_explanation import why_practice
from medv_tui.review.reviewer import Files
from medv_tui.tui.ask_text import AskText
from medv_tui.tui.asking import AskingScreen
from medv_tui.tui.find_bar import FindBar
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.pick import Choice, PickScreen
from medv_tui.tui.place_names import PLAN
from medv_tui.tui.present import count

_PLACE = re.compile(r"\s*([0-9]{1,9})(?:[:, ]+([0-9]{1,9}))?\s*")
NO_LINE = "Write a line's number, such as 120, or 120:8 for a column in it."
NO_LINK = "Put the cursor on a workspace's name, or on the practice of an attestation."


def place_of(text: str) -> tuple[int, int] | None:
    """Read a line and a column, both from 1; None where it is none."""
    match = _PLACE.fullmatch(text)
    return (int(match[1]), int(match[2] or 1)) if match and int(match[1]) else None


def _choice(entry: Entry) -> Choice:
    """Show a table with its name before its header and its line behind."""
    header = f"[[{entry.table}]]" if entry.many else f"[{entry.table}]"
    named = (entry.name, header) if entry.name else (header, "")
    return Choice(*named, f"line {entry.row + 1:,}", entry.depth)


class FindingScreen(AskingScreen):
    """Goes to lines, tables and matches, and from a name to what it means."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+f", "find(False)", "find", show=False, priority=True, id="find"),
        Binding("ctrl+r", "find(True)", "replace", show=False, priority=True, id="replace"),
        Binding("f3", "find_next(1)", "next match", show=False, priority=True, id="next-match"),
        Binding(
            "shift+f3",
            "find_next(-1)",
            "previous match",
            show=False,
            priority=True,
            id="previous-match",
        ),
        Binding("ctrl+g", "go_to_line", "go to a line", show=False, priority=True, id="go-to-line"),
        Binding(
            "ctrl+t,f9", "outline", "tables of the plan", show=False, priority=True, id="outline"
        ),
        Binding(
            "ctrl+right_square_bracket,f12",
            "follow",
            "go to what a name means, and back",
            show=False,
            priority=True,
            id="follow",
        ),
    ]

    def __init__(self, plan: OpenPlan, files: Files, as_of: date) -> None:
        super().__init__(plan, files, as_of)
        self._find_bar = FindBar(self.editor)
        self._followed: list[tuple[int, int]] = []

    def below_editor(self) -> Iterable[Widget]:
        """Put the line for searches below the editor."""
        return (self._find_bar,)

    def action_find(self, replacing: bool) -> None:
        """Ask below the editor what to find."""
        self.action_open(PLAN)
        self._find_bar.open(replacing=replacing)

    def action_find_next(self, way: int) -> None:
        """Go to the next match of the last search, or ask what to find."""
        if self._find_bar.is_used:
            self._find_bar.action_step(way)
        else:
            self.action_find(replacing=False)

    @on(FindBar.ReplaceAll)
    def _replace_all(self, event: FindBar.ReplaceAll) -> None:
        event.stop()
        if event.number:
            self.rewrite(event.text)
        self._find_bar.say_replaced(event.number)

    def action_go_to_line(self) -> None:
        """Ask for a line and go there."""

        def answered(text: str | None) -> None:
            if text is not None and (place := place_of(text)):
                self._go(*place)

        def refuse(text: str) -> str:
            return "" if place_of(text) else NO_LINE

        last = self.editor.document.line_count
        self.app.push_screen(AskText(f"Go to line, 1 to {last:,}", refuse=refuse), answered)

    def _go(self, line: int, column: int = 1) -> None:
        """Put the cursor on a line, the last one if there are not so many."""
        line = min(line, self.editor.document.line_count)
        column = min(column, len(self.editor.document.get_line(line - 1)) + 1)
        self.action_open(PLAN)
        self.editor.go_to(line, column)

    def action_outline(self) -> None:
        """List the tables of the plan, and go to one of them."""

        entries = outline(self.editor.document.lines)
        if not entries:
            self.tell("There is no table in the plan yet.")
            return

        def answered(number: int | None) -> None:
            if number is not None:
                self._go(entries[number].row + 1)

        title = f"Go to one of {count(len(entries), 'table')}"
        here = at_row(entries, self.editor.cursor_location[0])
        choices = [_choice(entry) for entry in entries]
        self.app.push_screen(PickScreen(title, choices, here, "go there"), answered)

    def action_follow(self) -> None:
        """Go from a name to what it means; where the cursor is on none, back again."""
        here = self.editor.cursor_location
        link = link_at(self.editor.document.lines, *here)
        if link is None or (link.target is Target.USE and self._followed):
            self._go_back()
        elif link.target is Target.PRACTICE:
            self._explain_practice(link.name)
        else:
            self._follow_name(link, here)

    def _follow_name(self, link: Link, here: tuple[int, int]) -> None:
        """Go from a use of a workspace to its table, or from there to its next use."""
        lines = self.editor.document.lines
        if link.target is Target.WORKSPACE:
            row = row_of_workspace(lines, link.name)
            self._followed.append(here)
        else:
            row = next_use(lines, here[0], link.name)
        if row is None:
            missing = "has no table yet" if link.target is Target.WORKSPACE else "is not used yet"
            self.tell(f"The workspace {link.name} {missing}.")
        else:
            self._go(row + 1)

    def _go_back(self) -> None:
        """Go back to where a name was followed from."""
        if self._followed:
            row, column = self._followed.pop()
            self._go(row + 1, column + 1)
        else:
            self.tell(NO_LINK)

    def _explain_practice(self, name: str) -> None:
        """Explain a practice by its id, as the checklist does."""
        items = self.review.items if self.review is not None else ()
        item = next((item for item in items if item.finding.practice == name), None)
        if item is None:
            self.tell(f"No practice is called {name}.")
        else:
            self.explain(lambda review: why_practice(review, item))
