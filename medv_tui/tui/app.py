"""The dashboard as a program: its colours, its screens and its commands."""

import asyncio
import contextlib
import importlib
import pathlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import RenderableType
from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import AwaitMount
from textual.widgets import Input

from medv_tui.tui.arriving import ArrivingScreen
from medv_tui.tui.begun import Begun
from medv_tui.tui.clipboard import fits, keep, sent
from medv_tui.tui.colours import themes
from medv_tui.tui.filters import AsciiOnly, OwnColours, SolidBars
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.pace import beside, keys_first, let_search
from medv_tui.tui.palette import Palette
from medv_tui.tui.place_names import PLAN
from medv_tui.tui.recent import PlanState, recall, remember
from medv_tui.tui.surroundings import Surroundings
from medv_tui.tui.textual_display import Inks, keep_cursor_still, unseen
from medv_tui.tui.theme_colours import TERMINAL, THEMES

if TYPE_CHECKING:
    from medv_tui.tui.desk import Desk
    from medv_tui.tui.opening import Opened
    from medv_tui.tui.screen import PlanScreen


_PATIENCE_SECONDS = 1.0
"""How long a part of the screen that is going away may keep others waiting."""


class DashboardApp(App[int]):
    """The live dashboard of one plan after the other."""

    CSS_PATH = "app.tcss"
    TITLE = "medv-tui"
    DEFAULT_MODE = "screen-1"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True, id="quit"),
        Binding("ctrl+l", "draw_again", "draw again", show=False, priority=True, id="draw-again"),
    ]

    def __init__(
        self,
        plan: OpenPlan | None,
        as_of: date,
        around: Surroundings | None = None,
        *,
        text_first: bool = False,
        begun: Begun | None = None,
    ) -> None:
        """Open a plan, or the start screen if there is none.

        With `text_first` the plan's text is shown while everything else is still to be loaded.
        What was `begun` on the terminal before is gone on with.
        """
        super().__init__()
        self.animation_level = "none"
        self.begun = begun or Begun()
        self._as_of, self._around = as_of, around or Surroundings()
        for theme in themes(self._around.colour_system):
            self.register_theme(theme)
        self.theme = self._first_theme()
        self._many_colours: list[LineFilter] = [] if self._around.ascii else [SolidBars()]
        self._few_colours = OwnColours(plain=self._around.plain, light=self._around.light)
        self._letters = [AsciiOnly()] if self._around.ascii else []
        self._painted = self.begun.painted
        self._inks = Inks(self._around.inks, italic=self._around.italic)
        self.set_class(self._around.slow, "-slow")
        self._screens = 1
        self._is_ready = False
        self._event_loop: asyncio.AbstractEventLoop | None = None
        self._arriving = self._arriving_screen(plan) if plan is not None and text_first else None
        self._desk: Desk | None = None if self._arriving is not None else self._load_desk()
        first = self._arriving or self.desk.open(plan)
        self.add_mode(self.DEFAULT_MODE, lambda: first)

    @property
    def plan_screen(self) -> "PlanScreen":
        """The screen of the plan that is open; raises LookupError where none is."""
        screen = None if self._desk is None else self._desk.plan_screen
        if screen is None:
            raise LookupError("No plan is open.")
        return screen

    @property
    def has_plan(self) -> bool:
        """Whether the screen of a plan is there."""
        return self._desk is not None and self._desk.plan_screen is not None

    def _first_theme(self) -> str:
        """Choose the theme to start with."""
        return self._around.first_theme(recall(self._around.state_folder).theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Draw with what the terminal has."""
        own = [self._few_colours] if self.theme == TERMINAL else self._many_colours
        return [*super().get_line_filters(), *own, *self._letters]

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        # Textual has no public way to choose what of an update is sent.
        if not self.is_headless:
            renderable = unseen(renderable, self._painted, self._inks, self.size)
        super()._display(screen, renderable)

    @on(events.DescendantFocus)
    def _keep_cursor_still(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Input):
            keep_cursor_still(event.widget)

    def on_resize(self) -> None:
        """Draw everything again, as a terminal loses what no longer fits.

        At the start the size is only told, of a screen that is being drawn in it.
        """
        if self._is_ready:
            self.action_draw_again()

    def action_draw_again(self) -> None:
        """Draw everything again, whatever others have drawn on the terminal."""
        self._painted.forget()
        if self._screen_stack:
            self.screen.refresh(layout=True)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy to the terminal, or into a file where it may not take it; say which."""
        super().copy_to_clipboard(text)
        if self._around.takes_copies and fits(text):
            said = sent(text)
        else:
            said = keep(text, self._around.state_folder)
        if self.has_plan:
            self.plan_screen.tell(said)

    # Arriving

    def _arriving_screen(self, plan: OpenPlan) -> ArrivingScreen | None:
        """Make the screen that shows a plan's text, unless another place was in front last."""
        left = recall(self._around.state_folder).plan(plan.path) or PlanState(path="")
        if left.place != PLAN:
            return None
        lines = self.begun.lines
        return ArrivingScreen(plan, left, lines, read_only=self._around.read_only)

    async def _go_on(self, arriving: ArrivingScreen) -> None:
        """Load all that takes long, and go on with what was typed meanwhile."""
        self._desk = desk = await beside(self._load_desk)
        keys_first()
        let_search()
        arriving.close()
        await _all_done(arriving.editor)
        desk.start()
        screen = desk.open(arriving.plan, arriving.editor)
        await self._replace_screen_by(screen)
        # The screen goes where the plan was left, has keys sent there, and begins to keep the text.
        if not (await _all_done(screen) and await _all_done(self)):
            return  # The dashboard ends.
        while (event := arriving.next_held()) is not None:
            way = (self.focused or self.screen).ancestors_with_self
            await super().on_event(event)
            # It climbs from there, and what it does may send keys elsewhere.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_PATIENCE_SECONDS):
                    for node in (*way, self, self.screen, self):
                        await _all_done(node)
        self._arriving = None
        desk.say_what_was_refused()

    async def on_event(self, event: events.Event) -> None:
        """Hold back what needs the plan's own screen; drop what the mouse does beyond the window.

        Reports of that, from before the window became smaller, would take the keys away from the
        text.
        """
        if isinstance(event, events.MouseEvent) and not self._is_within(event):
            return
        is_input = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if not (is_input and self._arriving is not None and self._arriving.holds(event)):
            await super().on_event(event)

    def _is_within(self, event: events.MouseEvent) -> bool:
        """Say whether there is something under the mouse, or something that follows it."""
        is_followed = self.mouse_captured is not None
        return is_followed or self.size.region.contains_point(event.screen_offset)

    # Plans

    @property
    def desk(self) -> "Desk":
        """What plans are opened with; raises LookupError while it is being loaded."""
        if self._desk is None:
            raise LookupError("The dashboard is still being loaded.")
        return self._desk

    def _load_desk(self) -> "Desk":
        """Load all that takes long."""
        loaded = importlib.import_module("medv_tui.tui.desk")
        desk: Desk = loaded.Desk(self, self._as_of, self._around)
        return desk

    def on_opened(self, event: "Opened") -> None:
        """Show another plan in place of what is shown."""
        self._replace_screen_by(self.desk.open(event.plan))

    def _show_start(self) -> None:
        """Show the start screen in place of the plan."""
        self._replace_screen_by(self.desk.open(None))

    def _replace_screen_by(self, screen: Screen[None]) -> AwaitMount:
        """Show a screen and end the one before; each is a mode, as only modes can be the last."""
        before = self.current_mode
        self._screens += 1
        mode = f"screen-{self._screens}"
        self.add_mode(mode, lambda: screen)
        shown = self.switch_mode(mode)
        self.remove_mode(before)
        return shown

    # Commands

    def action_command_palette(self) -> None:
        """Show the palette."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """List the commands of the palette; every key has one."""
        yield from self.desk.commands(screen)
        if self.has_plan:
            yield SystemCommand("Start screen", "Recent plans and samples", self._leave_for_start)
        yield SystemCommand(
            "Draw again", "Mend a screen that others wrote on (^L)", self.action_draw_again
        )
        yield SystemCommand("Quit", "Leave the dashboard (^Q)", self.action_leave)
        if not self._around.plain:
            for name, look in THEMES.items():
                title = f"Colours: {name.removeprefix('medv-')}"
                yield SystemCommand(title, f"Use {look}", lambda name=name: self._use(name))

    def _leave_for_start(self) -> None:
        self.plan_screen.give_way(self._show_start)

    def _use(self, theme: str) -> None:
        """Use a theme, now and the next time."""
        self.theme = theme
        remember(self._around.state_folder, lambda state: state.with_theme(theme))

    def action_leave(self) -> None:
        """Leave, after a question where something would be lost."""
        if self.has_plan:
            self.plan_screen.action_leave()
        else:
            self.exit(0)

    async def action_quit(self) -> None:
        """Leave, after a question where something would be lost."""
        self.action_leave()

    def action_help_quit(self) -> None:
        """Do nothing for Ctrl+C where nothing is selected; Textual would show a message."""

    def exit(
        self,
        result: int | None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """End the dashboard, and remember where the plan is left."""
        if self._desk is not None:
            self._desk.note_plan()
        super().exit(result, return_code, message)

    # Ending at once

    def on_load(self) -> None:
        """Begin to write down what is typed."""
        self._event_loop = asyncio.get_running_loop()
        if self._desk is not None:
            self._desk.start()

    def on_ready(self) -> None:
        """Load what is not loaded yet, now that the text can be seen."""
        self._is_ready = True
        if self._arriving is not None:
            self.run_worker(self._go_on(self._arriving))
        else:
            let_search()
            self.desk.say_what_was_refused()

    def _handle_exception(self, error: Exception) -> None:
        # While the dashboard ends, its screens lose their parts, and keys and answers still come.
        if self.return_value is None:
            super()._handle_exception(error)

    def write_down(self) -> None:
        """Write down what was typed, from any thread."""
        if self._desk is not None:
            self._desk.write_down()

    def end_soon(self, code: int) -> None:
        """End with an exit code, from any thread and without waiting for it."""
        if self._event_loop is not None:
            with contextlib.suppress(RuntimeError):
                self._event_loop.call_soon_threadsafe(super().exit, code)

    def let_go(self) -> pathlib.Path | None:
        """Let go of the plan, and give its journal if there is one."""
        if self._arriving is not None:
            self._desk = self._desk or self._load_desk()
            self._desk.keep(self._arriving.plan, self._arriving.editor)
        return None if self._desk is None else self._desk.let_go()


async def _all_done(node: MessagePump) -> bool:
    """Wait until all that waits in a queue by now is done; say whether anything is still taken."""
    done = asyncio.Event()
    return node.call_later(done.set) and await done.wait()
