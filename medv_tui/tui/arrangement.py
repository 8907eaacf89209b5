"""How the editor and the panes are laid out for the terminal's size, and which one is in front."""

from collections.abc import Iterable, Set
from typing import Any

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from medv_tui.review.as_before import EVERYTHING, View, why_as_before
from medv_tui.review.review import Review
from medv_tui.tui.editor import Editor
from medv_tui.tui.headline import Headline
from medv_tui.tui.keys import Footer, active_keys
from medv_tui.tui.layout import SMALL, Form, form_classes, form_for, shortage
from medv_tui.tui.meaning import Meaning
from medv_tui.tui.panes.architecture import ArchitecturePane
from medv_tui.tui.panes.pane import Pane
from medv_tui.tui.place import VIEWS, Place
from medv_tui.tui.place_names import NAMES, PLAN
from medv_tui.tui.talk import Talk
from medv_tui.tui.titles import STALE, Tabs, Title

FOOTER = ("save", "fix", "next pane", "commands", "help")
"""Meanings of the footer's keys, left to right."""
_ROWS_FOR_MEANING = 16
"""Rows of a terminal below which the plan's text needs all of them."""


def laid_out(plan: Place, panes: Iterable[Pane]) -> ComposeResult:
    """Put the plan beside its panes, with tabs for where there is not room for all."""
    yield Tabs(NAMES, identity="tabs")
    with Horizontal(id="body"):
        yield plan
        with Vertical(id="beside"):
            yield Tabs({n: name for n, name in NAMES.items() if n != PLAN}, identity="pane-tabs")
            with Container(id="panes"):
                for pane in panes:
                    yield Place(pane.NUMBER, pane)
    yield Static("", id="too-small")


class Arrangement:
    """Shows what the terminal has room for, the chosen place first."""

    def __init__(self, screen: Screen[Any], talk: Talk, editor: Editor) -> None:
        """Take the screen that everything stands on."""
        self._screen, self._talk, self._editor = screen, talk, editor
        self._review: Review | None = None
        self.form = Form.WIDE
        self.chosen = PLAN
        """The place that keys go to."""
        self._beside = ArchitecturePane.NUMBER
        self._returns_to = PLAN
        self._is_alone = False
        self._aging: list[tuple[Title | Tabs, Set[View]]] = []
        """The rows that say how old the figures of some views are."""

    @property
    def is_small(self) -> bool:
        """Whether only the plan's text has room, if that."""
        return self.form in SMALL

    @property
    def is_alone(self) -> bool:
        """Whether the place that keys go to is shown without the others."""
        return self._is_alone and not self.is_small

    def begin(self, size: Size) -> None:
        """Choose the form for a size before anything is there."""
        self.form = form_for(size.width, size.height)
        self._screen.update_classes(form_classes(self.form), update=False)

    def fit(self, size: Size) -> None:
        """Choose the form for a new size; the place left for want of room comes back with it."""
        was_small, chosen = self.is_small, self.chosen
        self.form = form_for(size.width, size.height)
        if not was_small and self.is_small:
            self._returns_to = chosen
        sentence = f"Too small. {shortage(size.width, size.height)}"
        self._screen.query_one("#too-small", Static).update(Content(sentence))
        self.lay_out()
        if was_small and not self.is_small:
            self.open(self._returns_to)

    def lay_out(self) -> None:
        """Show what the form has room for, the chosen place first."""
        screen, form, small, alone = self._screen, self.form, self.is_small, self.is_alone
        # Each change of a class alone would have all styles worked out anew.
        screen.update_classes(form_classes(form) | {"-alone": alone})
        screen.query_one("#too-small").display = form is Form.NONE
        screen.query_one("#body").display = form is not Form.NONE
        screen.query_one("#headline").display = not small and not (alone and form is Form.NARROW)
        screen.query_one("#footer").display = not small
        screen.query_one("#tabs").display = form is Form.NARROW and not alone
        screen.query_one("#pane-tabs").display = form is Form.MEDIUM and not alone
        self.show_below()
        for place in screen.query(Place):
            place.title_row.display = (
                alone or form is Form.WIDE or (form is Form.MEDIUM and place.number == PLAN)
            )
            place.set_alone(alone=alone)
            place.display = self._is_shown(place.number)
        screen.query_one("#beside").display = not small and (
            (form is not Form.NARROW and not alone) or self.chosen != PLAN
        )
        screen.query_one(Headline).set_form(form)
        self._show_chosen()
        if small:
            self._editor.focus()

    def show_below(self) -> None:
        """Show problems and the key's meaning below the editor, or one where room is scarce."""
        small, wide, troubled = self.is_small, self.form is Form.WIDE, self._is_troubled
        self._screen.query_one("#problems-box").display = not small and (wide or troubled)
        roomy = wide or (not troubled and self._screen.size.height >= _ROWS_FOR_MEANING)
        self._screen.query_one(Meaning).display = not small and roomy

    @property
    def _is_troubled(self) -> bool:
        """Whether the cursor's line has a problem."""
        line = self._editor.cursor_location[0] + 1
        problems = () if self._review is None else self._review.problems
        return any(p.where is not None and not p.file and p.where.line == line for p in problems)

    def _is_shown(self, number: int) -> bool:
        """Whether a place is on screen."""
        if self.is_alone:
            return number == self.chosen
        if self.form is Form.WIDE:
            return True
        if self.form is Form.MEDIUM:
            return number in {PLAN, self._beside}
        return number == (self.chosen if self.form is Form.NARROW else PLAN)

    def _show_chosen(self) -> None:
        """Mark the place in front in the tab rows, and list the keys that work there."""
        screen = self._screen
        screen.query_one("#tabs", Tabs).set_chosen(self.chosen, focused=True)
        screen.query_one("#pane-tabs", Tabs).set_chosen(self._beside, focused=self.chosen != PLAN)
        shown = [key for key in active_keys(screen) if key.shown]
        screen.query_one(Footer).set_keys(sorted(shown, key=lambda key: FOOTER.index(key.meaning)))

    # How old the figures are

    def take(self, review: Review) -> None:
        """Show that panes have the figures of a new review, and which of these are older ones."""
        self._review = review
        self.show_age(is_stale=False)

    def show_age(self, is_stale: bool) -> None:
        """Say in the titles of the panes whose figures are older than the text, and why."""
        if not self._aging:
            # Looking for them again after every key would take as long as drawing them.
            panes = [place for place in self._screen.query(Place) if place.number != PLAN]
            self._aging = [(pane.title_row, {VIEWS[pane.number]}) for pane in panes]
            self._aging += ((tabs, EVERYTHING) for tabs in self._screen.query(Tabs))
        for row, views in self._aging:
            row.set_older(self._why_older(views, is_stale))

    def _why_older(self, views: Set[View], is_stale: bool) -> tuple[str, ...]:
        """Say why figures of these views are older than the text; nothing if they are not."""
        if is_stale or self._review is None:
            return STALE if is_stale else ()
        return why_as_before(self._review, views)

    # Which place is in front

    def open(self, number: int) -> None:
        """Put a place in front and send keys there."""
        self._choose(number)
        self.lay_out()
        self._screen.query_one(f"#place-{number}", Place).inner.focus()

    def go_to(self, line: int, column: int = 1) -> None:
        """Put the text in front, and the cursor on a line and column of it, both from 1."""
        self.open(PLAN)
        self._editor.go_to(line, column)

    def go_on(self, step: int) -> None:
        """Put the next place in front, or the one before."""
        if not self.is_small:
            self.open((self.chosen - 1 + step) % len(NAMES) + 1)

    def step_aside(self) -> None:
        """Go from the editor to the pane beside it, where keys type nothing."""
        self.open(self._beside)

    @property
    def can_step_aside(self) -> bool:
        """Whether there is a pane beside the editor to go to."""
        return not (self.is_alone or self.is_small)

    def turn_alone(self) -> None:
        """Show the place that keys go to without the others, or all of them again."""
        self._is_alone = not self._is_alone
        self.lay_out()

    def show_all(self) -> None:
        """Show the other places again."""
        self._is_alone = False
        self.lay_out()

    def follow_focus(self, focused: Widget) -> None:
        """Remember the place that keys go to, unless they go elsewhere again by now."""
        if focused is not self._screen.focused:
            return
        for place in self._screen.query(Place):
            if place in focused.ancestors and place.number != self.chosen:
                self._choose(place.number)
                self.lay_out()

    def _choose(self, number: int) -> None:
        """Put a place in front; what was told in another one has done its work."""
        if number != self.chosen:
            self._talk.hush()
        self.chosen = number
        if number != PLAN:
            self._beside = number
