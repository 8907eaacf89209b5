"""The dashboard as a program: its colours, its screens and its commands."""

import asyncio
import contextlib
import pathlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from rich.console import COLOR_SYSTEMS, RenderableType
from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus, Event, InputEvent, MouseEvent
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import Input

from medv_tui.planfile.journals import FOLDER, Journals
from medv_tui.tui.background import Asked
from medv_tui.tui.clipboard import fits, keep, sent
from medv_tui.tui.colours import EXACT, TERMINAL, THEMES, default_theme, themes
from medv_tui.tui.commands import plan_commands
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.filters import AsciiOnly, OwnColours, SolidBars
from medv_tui.tui.inventories import Inventories
from medv_tui.tui.journaling import Journaling
from medv_tui.tui.keeping import Keeping, KeptScreen
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.opening import Opened
from medv_tui.tui.own_keys import LEFT_OUT, actions, shortened, without_keys
from medv_tui.tui.painted import Painted
from medv_tui.tui.palette import Palette
from medv_tui.tui.recent import recall, remember
from medv_tui.tui.reviewing import SLOW_REST_SECONDS
from medv_tui.tui.start import StartScreen, still_there
from medv_tui.tui.textual_display import keep_cursor_still, unseen
from medv_tui.tui.views import view_commands


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the dashboard is shown on, and where it may remember things."""

    colour_system: str | None = EXACT
    """The colours of the terminal, as Rich names them."""
    plain: bool = False
    """Whether to do without colours."""
    ascii: bool = False
    """Whether to do without symbols and lines that are not ASCII."""
    theme: str = ""
    """The theme that was asked for; empty for the one that was chosen last."""
    state_folder: pathlib.Path | None = None
    """Where the last theme and plans are remembered; None to remember nothing."""
    user: str = ""
    """Who works with the plans; empty to keep neither journals nor locks."""
    read_only: bool = False
    """Whether plans are opened only to be read."""
    light: bool = False
    """Whether the terminal's own ground is light."""
    italic: bool = True
    """Whether the terminal shows italics as such."""
    takes_copies: bool = True
    """Whether the terminal may take what is copied."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The user's own keys by the names of actions, as Textual wants them."""
    keys_refused: Sequence[str] = ()
    """What of the user's own keys could not be taken, and why."""
    slow: bool = False
    """Whether the link to the terminal is slow, so that less is drawn while somebody types."""


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
        self, plan: OpenPlan | None, as_of: date, around: Surroundings | None = None
    ) -> None:
        """Open a plan, or the start screen if there is none."""
        super().__init__()
        self.animation_level = "none"
        self.asked = Asked()
        self._as_of, self._around = as_of, around or Surroundings()
        for theme in themes(self._around.colour_system):
            self.register_theme(theme)
        self.theme = self._first_theme()
        self._many_colours: list[LineFilter] = [] if self._around.ascii else [SolidBars()]
        self._few_colours = OwnColours(plain=self._around.plain, light=self._around.light)
        self._letters = [AsciiOnly()] if self._around.ascii else []
        colours = "" if self._around.plain else self._around.colour_system or ""
        self._painted = Painted(COLOR_SYSTEMS.get(colours), italic=self._around.italic)
        self.set_class(self._around.slow, "-slow")
        self._screens = 1
        self._keeping = _keeping(self._around)
        self._event_loop: asyncio.AbstractEventLoop | None = None
        self._plan_screen = None if plan is None else self._screen_for(plan)
        first = self._plan_screen or self._start_screen()
        self.add_mode(self.DEFAULT_MODE, lambda: first)

    @property
    def plan_screen(self) -> KeptScreen:
        """The screen of the plan that is open; raises LookupError where none is."""
        if self._plan_screen is None:
            raise LookupError("No plan is open.")
        return self._plan_screen

    def _first_theme(self) -> str:
        """Choose the theme to start with."""
        around = self._around
        if around.plain:
            return TERMINAL
        wanted = around.theme or recall(around.state_folder).theme
        default = default_theme(around.colour_system, plain=False, light=around.light)
        return wanted if wanted in THEMES else default

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Draw with what the terminal has."""
        own = [self._few_colours] if self.theme == TERMINAL else self._many_colours
        return [*super().get_line_filters(), *own, *self._letters]

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        # Textual has no public way to choose what of an update is sent.
        if not self.is_headless:
            renderable = unseen(renderable, self._painted, self.size)
        super()._display(screen, renderable)

    @on(DescendantFocus)
    def _keep_cursor_still(self, event: DescendantFocus) -> None:
        if isinstance(event.widget, Input):
            keep_cursor_still(event.widget)

    async def on_event(self, event: Event) -> None:
        """Drop keys and clicks that can do nothing but harm."""
        if not isinstance(event, InputEvent) or self._is_meant(event):
            await super().on_event(event)

    def _is_meant(self, event: InputEvent) -> bool:
        """Say whether there still is what a key or a click is for.

        While the dashboard ends, screens lose their parts. A report of the mouse from beyond the
        window, from before it became smaller, would take the keys away from the text.
        """
        if not (self._screen_stack and self.screen.is_attached):
            return False
        if isinstance(event, MouseEvent) and self.mouse_captured is None:
            return self.size.region.contains_point(event.screen_offset)
        return True

    def on_resize(self) -> None:
        """Draw everything again, as a terminal loses what no longer fits."""
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
        if self._plan_screen is not None:
            self._plan_screen.tell(said)

    # Plans

    def _start_screen(self) -> StartScreen:
        recent = recall(self._around.state_folder).plans
        return StartScreen(still_there(plan.path for plan in recent), datetime.now())

    def _screen_for(self, plan: OpenPlan) -> KeptScreen:
        left = recall(self._around.state_folder).plan(plan.path)
        files = Inventories(plan.path.parent)
        screen = KeptScreen(plan, files, self._as_of, left, self._keeping)
        screen.is_read_only = self._around.read_only
        if self._around.slow:
            screen.rest_seconds = SLOW_REST_SECONDS
        return screen

    @on(Opened)
    def _show_plan(self, event: Opened) -> None:
        """Show another plan in place of what is shown."""
        self._note_plan()
        self._plan_screen = self._screen_for(event.plan)
        self._replace_screen_by(self._plan_screen)

    def _show_start(self) -> None:
        """Show the start screen in place of the plan."""
        self._note_plan()
        self._plan_screen = None
        self._replace_screen_by(self._start_screen())

    def _replace_screen_by(self, screen: Screen[None]) -> None:
        """Show a screen and end the one before; each is a mode, as only modes can be the last."""
        before = self.current_mode
        self._screens += 1
        mode = f"screen-{self._screens}"
        self.add_mode(mode, lambda: screen)
        self.switch_mode(mode)
        self.remove_mode(before)

    def _note_plan(self) -> None:
        """Remember where the open plan is left."""
        left = None if self._plan_screen is None else self._plan_screen.left_at()
        if left is not None:
            remember(self._around.state_folder, lambda state: state.with_plan(left))
        if self._plan_screen is not None:
            self._plan_screen.leave_behind()

    # Commands

    def action_command_palette(self) -> None:
        """Show the palette."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """List the commands of the palette; every key has one."""
        if isinstance(screen, StartScreen):
            yield from screen.commands()
        if self._plan_screen is not None:
            for title, told, run, discover in plan_commands(self._plan_screen):
                yield SystemCommand(title, without_keys(told, self._around.keys), run, discover)
            yield from view_commands(self._plan_screen)
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
        if self._plan_screen is None:
            self.exit(0)
        else:
            self._plan_screen.action_leave()

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
        self._note_plan()
        super().exit(result, return_code, message)

    # Ending at once

    def on_load(self) -> None:
        """Take the user's own keys, and begin to write down what is typed."""
        self.set_keymap(self._around.keys)
        self._event_loop = asyncio.get_running_loop()
        if self._keeping is not None:
            self._keeping.journaling.start()

    def on_ready(self) -> None:
        """Say at once which of the user's own keys were not taken."""
        if refused := self._around.keys_refused:
            self.push_screen(RefusalDialog(LEFT_OUT, "", shortened(refused)))

    def write_down(self) -> None:
        """Write down what was typed, from any thread."""
        if self._keeping is not None:
            self._keeping.journaling.flush()

    def end_soon(self, code: int) -> None:
        """End with an exit code, from any thread and without waiting for it."""
        if self._event_loop is not None:
            with contextlib.suppress(RuntimeError):
                self._event_loop.call_soon_threadsafe(super().exit, code)

    def let_go(self) -> pathlib.Path | None:
        """Let go of the plan, and give its journal if there is one."""
        if self._keeping is None:
            return None
        if self._plan_screen is not None:
            self._plan_screen.let_go()
        return self._keeping.journaling.stop()


KNOWN_ACTIONS = actions(
    binding
    for kind in (*KeptScreen.__mro__[::-1], DashboardApp)
    for binding in vars(kind).get("BINDINGS", ())
)
"""What keys can be chosen for, with the usual ones."""


def _keeping(around: Surroundings) -> Keeping | None:
    """Prepare to keep what is typed, where there is somewhere to keep it."""
    if not around.user or around.state_folder is None:
        return None
    journaling = Journaling(Journals(around.state_folder / FOLDER), _now)
    return Keeping(journaling, around.user, _now)


def _now() -> datetime:
    """Give the time with its zone."""
    return datetime.now().astimezone()
