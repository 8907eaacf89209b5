"""Ways through the plan's text: to lines, tables and matches, and from a name to its meaning."""

import re

from medv_tui.planfile.links import Link, Target, link_at, next_use, row_of_workspace
from medv_tui.planfile.outline import Entry, at_row, outline
from medv_tui.tui.answers import Answers
from medv_tui.tui.arrangement import Arrangement
from medv_tui.tui.editor import Editor
from medv_tui.tui.find_bar import FindBar
from medv_tui.tui.pick import Choice, PickScreen
from medv_tui.tui.place_names import PLAN
from medv_tui.tui.present import count
from medv_tui.tui.rewriting import Rewriting
from medv_tui.tui.talk import Talk

_PLACE = re.compile(r"\s*([0-9]{1,9})(?:[:, ]+([0-9]{1,9}))?\s*")
NO_LINE = "Write a line's number, such as 120, or 120:8 for a column in it."
NO_LINK = "Put the cursor on a workspace's name, or on the practice of an attestation."


def place_of(text: str) -> tuple[int, int] | None:
    """Read a line and a column, both from 1; None where it is none."""
    match = _PLACE.fullmatch(text)
    return (int(match[1]), int(match[2] or 1)) if match and int(match[1]) else None


def _refusal(text: str) -> str:
    """Say why a text names no line."""
    return "" if place_of(text) else NO_LINE


def _choice(entry: Entry) -> Choice:
    """Show a table with its name before its header and its line behind."""
    header = f"[[{entry.table}]]" if entry.many else f"[{entry.table}]"
    named = (entry.name, header) if entry.name else (header, "")
    return Choice(*named, f"line {entry.row + 1:,}", entry.depth)


class Wayfinding:
    """Goes to lines, tables and matches, and from a name to what it means."""

    def __init__(
        self,
        talk: Talk,
        editor: Editor,
        arrangement: Arrangement,
        rewriting: Rewriting,
        answers: Answers,
    ) -> None:
        self._talk, self._editor, self._arrangement = talk, editor, arrangement
        self._rewriting, self._answers = rewriting, answers
        self.find_bar = FindBar(editor)
        """The line for searches below the editor."""
        self._followed: list[tuple[int, int]] = []

    def find(self, *, replacing: bool) -> None:
        """Ask below the editor what to find."""
        self._arrangement.open(PLAN)
        self.find_bar.open(replacing=replacing)

    def find_next(self, way: int) -> None:
        """Go to the next match of the last search, or ask what to find."""
        if self.find_bar.is_used:
            self.find_bar.action_step(way)
        else:
            self.find(replacing=False)

    def replace_all(self, text: str, number: int) -> None:
        """Put the text in place in which so many matches are replaced."""
        if number:
            self._rewriting.rewrite(text)
        self.find_bar.say_replaced(number)

    def ask_for_line(self) -> None:
        """Ask for a line and go there."""

        def answered(text: str) -> None:
            if place := place_of(text):
                self._go(*place)

        last = self._editor.document.line_count
        self._talk.ask_text(f"Go to line, 1 to {last:,}", answered, refuse=_refusal)

    def _go(self, line: int, column: int = 1) -> None:
        """Put the cursor on a line, the last one if there are not so many."""
        document = self._editor.document
        line = min(line, document.line_count)
        self._arrangement.go_to(line, min(column, len(document.get_line(line - 1)) + 1))

    def outline(self) -> None:
        """List the tables of the plan, and go to one of them."""
        entries = outline(self._editor.document.lines)
        if not entries:
            self._talk.tell("There is no table in the plan yet.")
            return
        title = f"Go to one of {count(len(entries), 'table')}"
        here = at_row(entries, self._editor.cursor_location[0])
        choices = [_choice(entry) for entry in entries]
        screen = PickScreen(title, choices, here, "go there")
        self._talk.ask(screen, lambda number: self._go(entries[number].row + 1))

    def follow(self) -> None:
        """Go from a name to what it means; where the cursor is on none, back again."""
        here = self._editor.cursor_location
        link = link_at(self._editor.document.lines, *here)
        if link is None or (link.target is Target.USE and self._followed):
            self._go_back()
        elif link.target is Target.PRACTICE:
            self._answers.explain_practice(link.name)
        else:
            self._follow_name(link, here)

    def _follow_name(self, link: Link, here: tuple[int, int]) -> None:
        """Go from a use of a workspace to its table, or from there to its next use."""
        lines = self._editor.document.lines
        if link.target is Target.WORKSPACE:
            row = row_of_workspace(lines, link.name)
            self._followed.append(here)
        else:
            row = next_use(lines, here[0], link.name)
        if row is None:
            missing = "has no table yet" if link.target is Target.WORKSPACE else "is not used yet"
            self._talk.tell(f"The workspace {link.name} {missing}.")
        else:
            self._go(row + 1)

    def _go_back(self) -> None:
        """Go back to where a name was followed from."""
        if self._followed:
            row, column = self._followed.pop()
            self._go(row + 1, column + 1)
        else:
            self._talk.tell(NO_LINK)
