"""The line below the editor in which one says what to find, and what to put in its place."""

import textwrap
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.widgets.text_area import Selection

from medv_tui.errors import WorkCancelledError
from medv_tui.inventory.progress import Step
from medv_tui.planfile.search import Left, Match, Search, SearchRefusedError, Told, replaced
from medv_tui.reports.clean import clean
from medv_tui.tui.countdown import countdown
from medv_tui.tui.drawn import Rows
from medv_tui.tui.editor import Editor
from medv_tui.tui.find_keys import REPLACING, STEPPING, TYPING, keys_line
from medv_tui.tui.line import Part
from medv_tui.tui.matches import Matches, Place
from medv_tui.tui.present import BLOCKED
from medv_tui.tui.progress_bar import progress_line
from medv_tui.tui.waiting import Waiting

T = TypeVar("T")

LONGEST_SECONDS = 0.5
"""How long a search may take, and a little more for each line of the plan."""
SECONDS_A_LINE = 1e-5
MANY_LINES = 20_000
"""Lines from which on a plan is looked through beside the interface."""
MOST_ROWS = 3
"""Rows in which it is said why nothing can be found."""
CHANGED = "The text was changed meanwhile; a replaces all."


class FindBar(Vertical, can_focus=True):
    """Finds while one types; Enter goes on to steps from match to match by single letters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,down", "step(1)", "Next match", show=False),
        Binding("N,p,up", "step(-1)", "Previous match", show=False),
        Binding("r", "replace_one", "Replace this match", show=False),
        Binding("a", "replace_all", "Replace all matches", show=False),
        Binding("c", "turn('case')", "Capitals matter or not", show=False),
        Binding("w", "turn('words')", "Whole words or parts of them too", show=False),
        Binding("x", "turn('pattern')", "Regular expression or plain text", show=False),
        Binding("e,slash", "edit", "Change what is looked for", show=False),
        Binding("tab", "next_field", "Next field", show=False),
        Binding("enter", "step(1)", "Next match", show=False),
        Binding("escape", "close", "Close", show=False),
    ]
    DEFAULT_CSS = """
    FindBar { height: auto; background: $surface; padding: 0 1; display: none; }
    FindBar .field { height: 1; background: $surface; }
    FindBar .label { width: 6; color: $muted; }
    FindBar Input { width: 1fr; background: $background; }
    FindBar Input:focus { background: $cursor; background-tint: $cursor 0%; }
    FindBar Rows { height: 1; width: 1fr; background: $surface; }
    FindBar .fact { width: auto; max-width: 50%; margin: 0 0 0 1; color: $muted; }
    """

    class ReplaceAll(Message):
        """Everything that is found is to be replaced."""

        def __init__(self, text: str, number: int) -> None:
            super().__init__()
            self.text = text
            """The whole text as it is then."""
            self.number = number

    def __init__(self, editor: Editor) -> None:
        super().__init__(id="find-bar")
        self._editor = editor
        self._origin = (0, 0)
        self._search = Search("")
        self._is_stepping = False
        self._waiting: Waiting | None = None
        """What the whole plan is looked through with, or was last."""
        self._asked = (self._search, -1)
        self._matches = Matches(self._search, ())
        self._find, self._with = Input(compact=True), Input(compact=True)
        self._fact = Static(classes="fact")
        self._with_row = _field("With", self._with)
        self._refused = ""
        """Why nothing can be found, until something else is looked for."""
        self._keys = Rows()

    def compose(self) -> ComposeResult:
        """Lay the two fields out above the keys."""
        yield _field("Find", self._find, self._fact)
        yield self._with_row
        yield self._keys

    def open(self, *, replacing: bool) -> None:
        """Show the line with what is selected in the editor, and start in its first field."""
        self.display = True
        self._with_row.display = replacing
        start, end = sorted(self._editor.selection)
        self._origin = start
        selected = self._editor.selected_text
        if selected and start[0] == end[0]:
            self._find.value = selected
        self._find.focus()
        self._find.action_select_all()
        self._show_keys()
        self._editor.show_found(self._search)
        self.show_matches()

    @property
    def is_used(self) -> bool:
        """Whether something was looked for already."""
        return bool(self._search.wanted)

    @property
    def is_replacing(self) -> bool:
        """Whether there is something to put in place of what is found."""
        return self._with_row.display

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Go to the first match from where the search began."""
        event.stop()
        if event.input is self._find:
            self._look_for(replace(self._search, wanted=self._find.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Go on to single letters, from the match that is shown."""
        event.stop()
        self.focus()

    def on_focus(self) -> None:
        """Show the letters that work now."""
        self._is_stepping = True
        self._show_keys()

    def on_descendant_focus(self) -> None:
        """Show the keys of the fields."""
        self._is_stepping = False
        self._show_keys()

    def on_resize(self) -> None:
        """Fit the keys to the width."""
        self._show_keys()

    def action_edit(self) -> None:
        """Change what is looked for."""
        self._find.focus()

    def action_next_field(self) -> None:
        """Go from one field to the other."""
        to_second = self._find.has_focus and self.is_replacing
        (self._with if to_second else self._find).focus()

    def action_close(self) -> None:
        """Cancel what takes long; else close, and the cursor stays at the match."""
        if self._waiting is not None and self._waiting.is_shown:
            self._waiting.cancel()
            return
        self._editor.show_found(None)
        self.display = False
        self._editor.focus()

    def action_turn(self, option: str) -> None:
        """Change how it is looked for."""
        search = replace(self._search, wanted=self._find.value)
        match option:
            case "case":
                search = replace(search, case=not search.case)
            case "words":
                search = replace(search, words=not search.words)
            case _:
                search = replace(search, pattern=not search.pattern)
        self._look_for(search)

    def action_step(self, way: int) -> None:
        """Go to the next match, or the one before, round from the ends."""
        self._find_all(self._go_on if way > 0 else self._go_back)

    def _go_on(self) -> None:
        """Go to the next match."""
        self._go_from(max(self._editor.selection), 0)

    def _go_back(self) -> None:
        """Go to the match before the one that is shown."""
        self._go_from(min(self._editor.selection), -1)

    def _go_to_first(self) -> None:
        """Go to the first match from where the search began."""
        self._go_from(self._origin, 0)

    def _go_from(self, place: Place, further: int) -> None:
        """Select a match, from a place on or so many further, and say which of how many it is."""
        match = self._matches.after(place, further)
        if match is not None:
            where = Selection((match.row, match.start), (match.row, match.end))
            self._editor.selection = where
        self.show_matches()

    def action_replace_one(self) -> None:
        """Replace the match that is shown, as one step to undo, and go to the next."""
        if not self.is_replacing or self._editor.read_only:
            return
        try:
            match = self._shown()
            if match is None:
                return
            line = self._editor.document.get_line(match.row)
            new = self._search.replacement(line, match, self._with.value)
        except SearchRefusedError as refusal:
            self._refuse(refusal)
            return
        self._editor.history.checkpoint()
        start, end = (match.row, match.start), (match.row, match.end)
        self._editor.replace(new, start, end, maintain_selection_offset=False)
        self._editor.history.checkpoint()
        self._editor.selection = Selection.cursor((match.row, match.start + len(new)))
        self.action_step(1)

    def action_replace_all(self) -> None:
        """Replace every match in the text."""
        if self.is_replacing:
            self._replace_all()

    @work(exclusive=True, description="replace all")
    async def _replace_all(self) -> None:
        """Replace beside the interface, as a plan may have a million lines."""
        document, revision = self._editor.document, self._editor.revision
        lines, search, new = list(document.lines), self._search, self._with.value

        def replace_in(told: Told) -> tuple[str, int]:
            changed, number = replaced(lines, search, new, self._left(), told)
            return document.newline.join(changed), number

        done = await self._done("replacing", replace_in)
        if done is not None and revision != self._editor.revision:
            self._say(CHANGED)
        elif done is not None:
            self.post_message(self.ReplaceAll(*done))

    async def _done(self, doing: str, work: Callable[[Told], T]) -> T | None:
        """Do what may take long beside the interface; say why where nothing comes of it."""
        self._waiting = waiting = Waiting(
            lambda step: self._keys.show(progress_line(step, self._keys.size.width))
        )
        try:
            return await waiting.until_done(
                lambda progress: work(lambda n, total: progress(Step(doing, n, total, "lines")))
            )
        except SearchRefusedError as refusal:
            self._refuse(refusal)
        except WorkCancelledError as cancelled:
            self._say(str(cancelled))
        finally:
            self._show_keys()
        return None

    def _look_for(self, search: Search) -> None:
        """Look for something else, from where the search began."""
        self._search = search
        self._editor.show_found(search)
        self._find_all(self._go_to_first)

    def _shown(self) -> Match | None:
        """Give the match that is selected, or the next if that is none any more."""
        row, column = min(self._editor.selection)
        return self._search.next(self._editor.document.lines, row, column, self._left())

    def show_matches(self) -> None:
        """Say which match is shown of how many, and how it is looked for."""
        self._find_all(self._say_matches)

    def _say_matches(self) -> None:
        self._say(self._matches.fact(*sorted(self._editor.selection)))

    def say_replaced(self, number: int) -> None:
        """Say how many matches were replaced."""
        self._say(f"{number:,} replaced")

    def _say(self, fact: str) -> None:
        self._fact.update(Content(fact))
        if self._refused:
            self._refused = ""
            self._show_keys()

    def _find_all(self, then: Callable[[], None]) -> None:
        """Find every match, once as long as neither text nor words change, and go on."""
        asked = (self._search, self._editor.revision)
        if asked == self._asked:
            then()
        elif self._editor.document.line_count > MANY_LINES:
            self._find_beside(then)
        else:
            try:
                found = list(self._search.matches(self._editor.document.lines, self._left()))
            except SearchRefusedError as refusal:
                self._refuse(refusal)
            else:
                self._asked, self._matches = asked, Matches(self._search, found)
                then()

    @work(exclusive=True, description="find")
    async def _find_beside(self, then: Callable[[], None]) -> None:
        """Find every match beside the interface, and go on unless another text is looked at."""
        asked = search, revision = self._search, self._editor.revision
        lines = list(self._editor.document.lines)

        def find(told: Told) -> list[Match]:
            return list(search.matches(lines, self._left(), told))

        found = await self._done("looking through the plan", find)
        if found is not None and revision == self._editor.revision:
            self._asked, self._matches = asked, Matches(search, found)
            then()

    def _left(self) -> Left:
        """Begin to count the time that a search may take."""
        return countdown(LONGEST_SECONDS + SECONDS_A_LINE * self._editor.document.line_count)

    def _refuse(self, refusal: SearchRefusedError) -> None:
        """Say why nothing can be found in place of the keys, and mark nothing in the editor."""
        self._editor.show_found(None)
        self._fact.update(Content(""))
        self._refused = clean(str(refusal))
        self._show_keys()

    def _show_keys(self) -> None:
        """Show the keys that work where the focus is, or why nothing can be found."""
        if self._refused:
            rows = textwrap.wrap(self._refused, max(1, self.size.width), max_lines=MOST_ROWS)
            self._keys.styles.height = len(rows)
            self._keys.show(*((Part(row, BLOCKED),) for row in rows))
            return
        self._keys.styles.height = 1
        pairs = TYPING if not self._is_stepping else REPLACING if self.is_replacing else STEPPING
        self._keys.show(keys_line(pairs, self.size.width))


def _field(label: str, *content: Input | Static) -> Horizontal:
    """Put a label before a field."""
    return Horizontal(Static(Content(label), classes="label"), *content, classes="field")
