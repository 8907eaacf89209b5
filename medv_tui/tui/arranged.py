"""A reviewing screen with its editor and panes laid out for the terminal's size."""

from collections.abc import Iterable, Set
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from medv_tui.review.as_before import EVERYTHING, View, why_as_before
from medv_tui.review.reviewer import Files
from medv_tui.tui.headline import Headline
from medv_tui.tui.keys import Footer, active_keys
from medv_tui.tui.layout import SMALL, Form, form_for, shortage
from medv_tui.tui.meaning import Meaning
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.panes.architecture import ArchitecturePane
from medv_tui.tui.panes.checklist import ChecklistPane
from medv_tui.tui.panes.disk import DiskPane
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.place import VIEWS, Place, ProblemsBox
from medv_tui.tui.place_names import NAMES, PLAN
from medv_tui.tui.problems import Problems
from medv_tui.tui.reviewing import ReviewingScreen
from medv_tui.tui.titles import STALE, Tabs

FOOTER = ("save", "fix", "next pane", "commands", "help")
"""Meanings of the footer's keys, left to right."""
KEY_MEANINGS = NAMES | {PLAN: f"back to the {NAMES[PLAN].lower()}'s text"}
"""What the key of each place does."""
_ROWS_FOR_MEANING = 16
"""Rows of a terminal below which the plan's text needs all of them."""


class ArrangedScreen(ReviewingScreen):
    """Shows what the terminal has room for, the chosen place first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "next_place(1)", "next pane", priority=True, id="next-pane"),
        Binding(
            "shift+f6",
            "next_place(-1)",
            "previous pane",
            show=False,
            priority=True,
            id="previous-pane",
        ),
        *(Binding(str(n), f"open({n})", name, show=False) for n, name in KEY_MEANINGS.items()),
        Binding("tab", "app.focus_next", "next part of the screen", show=False),
        Binding("shift+tab", "app.focus_previous", "part of the screen before", show=False),
        Binding("z", "turn_alone", "show this pane alone, or all again", show=False),
        Binding("escape", "cancel_review", "cancel the review", show=False),
        Binding("escape", "show_all", "show the other panes again", show=False),
    ]

    form: reactive[Form] = reactive(Form.WIDE, repaint=False, init=False)

    def __init__(self, plan: OpenPlan, files: Files, as_of: date) -> None:
        super().__init__(plan, files, as_of)
        self._chosen, self._beside = PLAN, ArchitecturePane.NUMBER
        self._returns_to = PLAN
        self._is_alone = False

    @property
    def chosen(self) -> int:
        """The place that keys go to."""
        return self._chosen

    @property
    def is_alone(self) -> bool:
        """Whether the place that keys go to is shown without the others."""
        return self._is_alone and self.form not in SMALL

    def compose(self) -> ComposeResult:
        """Lay out headline, editor, panes and footer."""
        panes = (ArchitecturePane(), DiskPane(), HostsPane(), ChecklistPane())
        shown = [pane.data_bind(ReviewingScreen.review) for pane in panes]
        problems = Problems().data_bind(ReviewingScreen.review)
        yield Headline()
        yield Tabs(NAMES, identity="tabs")
        with Horizontal(id="body"):
            yield Place(PLAN, self.editor, *self.below_editor(), ProblemsBox(problems), Meaning())
            with Vertical(id="beside"):
                yield Tabs(
                    {n: name for n, name in NAMES.items() if n != PLAN}, identity="pane-tabs"
                )
                with Container(id="panes"):
                    for pane in shown:
                        yield Place(pane.NUMBER, pane)
        yield Footer()
        yield Static("", id="too-small")

    def below_editor(self) -> Iterable[Widget]:
        """Give what stands between the editor and the problems."""
        return ()

    @property
    def is_going(self) -> bool:
        """Whether another screen came, or the end, before this one was there.

        Part of what stood on it can be gone already.
        """
        return not (self.is_current and self.is_attached)

    def on_resize(self, event: events.Resize) -> None:
        """Choose the form for the new size; the place left for want of room comes back with it."""
        if self.is_going:
            return
        was_small, chosen = self.form in SMALL, self._chosen
        self.form = form_for(event.size.width, event.size.height)
        if not was_small and self.form in SMALL:
            self._returns_to = chosen
        sentence = f"Too small. {shortage(event.size.width, event.size.height)}"
        self.query_one("#too-small", Static).update(Content(sentence))
        self.lay_out()
        if was_small and self.form not in SMALL:
            self.action_open(self._returns_to)

    def lay_out(self) -> None:
        """Show what the form has room for, the chosen place first."""
        form, small = self.form, self.form in SMALL
        alone = self.is_alone
        for other in Form:
            self.set_class(form is other, f"-{other.value}")
        self.set_class(alone, "-alone")
        self.query_one("#too-small").display = form is Form.NONE
        self.query_one("#body").display = form is not Form.NONE
        self.query_one("#headline").display = not small and not (alone and form is Form.NARROW)
        self.query_one("#footer").display = not small
        self.query_one("#tabs").display = form is Form.NARROW and not alone
        self.query_one("#pane-tabs").display = form is Form.MEDIUM and not alone
        self.show_below(small=small)
        for place in self.query(Place):
            place.title_row.display = (
                alone or form is Form.WIDE or (form is Form.MEDIUM and place.number == PLAN)
            )
            place.set_alone(alone=alone)
            place.display = self._is_shown(place.number)
        self.query_one("#beside").display = not small and (
            (form is not Form.NARROW and not alone) or self._chosen != PLAN
        )
        self.query_one(Headline).set_form(form)
        self._show_chosen()
        if small:
            self.editor.focus()

    def show_stale(self, *, stale: bool) -> None:
        """Say in the titles of the panes whose figures are older than the text, and why."""
        for place in self.query(Place):
            if place.number != PLAN:
                place.title_row.set_older(self._why_older({VIEWS[place.number]}, stale=stale))
        for tabs in self.query(Tabs):
            tabs.set_older(self._why_older(EVERYTHING, stale=stale))

    def _why_older(self, views: Set[View], *, stale: bool) -> tuple[str, ...]:
        """Say why figures of these views are older than the text; nothing if they are not."""
        if stale or self.review is None:
            return STALE if stale else ()
        return why_as_before(self.review, views)

    def show_below(self, *, small: bool) -> None:
        """Show problems and the key's meaning below the editor, or one where room is scarce."""
        wide, troubled = self.form is Form.WIDE, self.has_problem_here()
        self.query_one("#problems-box").display = not small and (wide or troubled)
        roomy = wide or (not troubled and self.size.height >= _ROWS_FOR_MEANING)
        self.query_one(Meaning).display = not small and roomy

    def has_problem_here(self) -> bool:
        """Whether the cursor's line has a problem, or there is no line to speak of yet."""
        return False

    def _is_shown(self, number: int) -> bool:
        """Whether a place is on screen."""
        if self.is_alone:
            return number == self._chosen
        if self.form is Form.WIDE:
            return True
        if self.form is Form.MEDIUM:
            return number in {PLAN, self._beside}
        return number == (self._chosen if self.form is Form.NARROW else PLAN)

    def _show_chosen(self) -> None:
        """Mark the place in front in the tab rows, and list the keys that work there."""
        self.query_one("#tabs", Tabs).set_chosen(self._chosen, focused=True)
        self.query_one("#pane-tabs", Tabs).set_chosen(self._beside, focused=self._chosen != PLAN)
        shown = [key for key in active_keys(self) if key.shown]
        self.query_one(Footer).set_keys(sorted(shown, key=lambda key: FOOTER.index(key.meaning)))

    def on_key(self) -> None:
        """Bring the footer's keys back; what a key tells comes after this."""
        self.query_one(Footer).say(())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember the place that keys go to, unless they go elsewhere again by now."""
        if event.widget is not self.focused:
            return
        for place in self.query(Place):
            if place in event.widget.ancestors and place.number != self._chosen:
                self._choose(place.number)
                self.lay_out()

    def _choose(self, number: int) -> None:
        """Put a place in front; what was told in another one has done its work."""
        if number != self._chosen:
            self.query_one(Footer).say(())
        self._chosen = number
        if number != PLAN:
            self._beside = number

    def action_open(self, number: int) -> None:
        """Put a place in front and send keys there."""
        self._choose(number)
        self.lay_out()
        self.query_one(f"#place-{number}", Place).inner.focus()

    def action_turn_alone(self) -> None:
        """Show the place that keys go to without the others, or all of them again."""
        self._show_alone(alone=not self._is_alone)

    def action_show_all(self) -> None:
        """Show the other places again."""
        self._show_alone(alone=False)

    def _show_alone(self, *, alone: bool) -> None:
        self._is_alone = alone
        self.lay_out()

    def action_step_aside(self) -> None:
        """Go from the editor to the pane beside it, where keys type nothing."""
        self.action_open(self._beside)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what has nothing to do in this form."""
        match action:
            case "show_all":
                return self.is_alone
            case "step_aside":
                is_single = self.is_alone or self.form in SMALL
                return not is_single and not self.can_cancel
            case "turn_alone":
                return self.form not in SMALL
        return super().check_action(action, parameters)

    def action_next_place(self, step: int) -> None:
        """Go to the next place, or the one before."""
        if self.form in SMALL:
            return
        self.action_open((self._chosen - 1 + step) % len(NAMES) + 1)

    @on(Tabs.Chosen)
    def _tab_chosen(self, event: Tabs.Chosen) -> None:
        self.action_open(event.number)
