"""The first screen: a plan's text, to be read and typed into while everything else is loaded."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from medv_tui.tui.drawn import Rows
from medv_tui.tui.editor import Editor
from medv_tui.tui.first_picture import FOOTER, headline
from medv_tui.tui.frames import LiveScreen
from medv_tui.tui.layout import SMALL, Form, form_classes, form_for
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.place_names import NAMES, PLAN
from medv_tui.tui.recent import PlanState
from medv_tui.tui.text_lines import TextLines
from medv_tui.tui.titles import Title

_EDITING = frozenset(
    {"enter", "backspace", "delete", "left", "right", "up", "down", "home", "end"}
    | {"pageup", "pagedown", "ctrl+left", "ctrl+right", "ctrl+home", "ctrl+end"}
)
"""Keys besides letters that mean the same here as on the plan's own screen."""


class ArrivingScreen(LiveScreen):
    """A plan's text where its own screen will show it; that screen answers all but editing."""

    AUTO_FOCUS = "#editor"

    def __init__(
        self, plan: OpenPlan, left: PlanState, lines: TextLines | None, *, read_only: bool
    ) -> None:
        """Take a plan, its lines where they are known, and where its cursor was left last."""
        super().__init__()
        self.plan, self._left = plan, left
        self.editor = Editor(plan.saved_text, lines)
        self.editor.read_only = read_only
        self._held: list[events.Event] = []
        self._is_closed = False

    def compose(self) -> ComposeResult:
        """Leave everything but the text its room, so that nothing moves when it comes."""
        self.update_classes(form_classes(form_for(*self.app.size)), update=False)
        yield Rows(identity="headline")
        yield Rows(identity="tabs")
        with Horizontal(id="body"):
            with Vertical(id=f"place-{PLAN}", classes="place"):
                yield Title(PLAN, NAMES[PLAN])
                yield self.editor
                yield Rows(identity="problems-box")
                yield Rows(identity="meaning")
            yield Rows(identity="beside")
        yield Rows(identity="footer")

    def on_mount(self) -> None:
        """Say what is open, and put the cursor where it was left."""
        self.query_one("#headline", Rows).show(headline(self.plan.path.name))
        self.query_one("#footer", Rows).show(FOOTER)
        self.query_one(Title).set_focused(True)
        self.editor.come_back(self._left.line, self._left.column)

    def on_resize(self, event: events.Resize) -> None:
        """Choose the form as the plan's own screen does."""
        form = form_for(event.size.width, event.size.height)
        small = form in SMALL
        self.update_classes(form_classes(form))
        for name, is_shown in (
            ("#headline", not small),
            ("#tabs", form is Form.NARROW),
            (".title", form in {Form.WIDE, Form.MEDIUM}),
            ("#problems-box", form is Form.WIDE),
            ("#meaning", not small),
            ("#beside", form in {Form.WIDE, Form.MEDIUM}),
            ("#footer", not small),
        ):
            self.query_one(name).display = is_shown

    # What is typed

    def holds(self, event: events.Event) -> bool:
        """Hold an event back if only the plan's own screen can answer it; say whether it is held.

        What follows it is held back too, so that nothing overtakes anything.
        """
        if not self._held and not self._is_closed and _is_editing(event):
            return False
        if not isinstance(event, events.MouseMove):
            self._held.append(event)
        return True

    def close(self) -> None:
        """Hold back everything from now on."""
        self._is_closed = True

    def next_held(self) -> events.Event | None:
        """Take the first event that is held back, if there is one."""
        return self._held.pop(0) if self._held else None


def _is_editing(event: events.Event) -> bool:
    """Whether an event does to the text what it would do on the plan's own screen."""
    if isinstance(event, events.Key):
        return event.is_printable or event.key in _EDITING
    return isinstance(event, events.Paste | events.MouseEvent)
