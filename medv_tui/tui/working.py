"""What takes too long for a key: worked out beside the interface, under a note that it is.

An edit of the text is for the text as it stood at the key. So a screen takes the keys until it is
worked out, and nothing is typed in between. What a person may go on typing beside, and what says
how far it has come, is `waiting`.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar

from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType

from medv_tui.tui.dialog import Dialog
from medv_tui.tui.line import Part
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.modal import Modal
from medv_tui.tui.pace import beside, collector_at_rest
from medv_tui.tui.present import MUTED

T = TypeVar("T")

TOLD_SECONDS = 0.2
"""How long work may take before it is said to be under way."""
FEW_CHARACTERS = 10_000
"""Size of a text up to which an edit of it is worked out before a frame is drawn."""


def work_out(app: App[Any], text: str, todo: Callable[[], T], then: Callable[[T], None]) -> None:
    """Do something with a text and go on with what comes of it, unless that is dropped."""
    if len(text) <= FEW_CHARACTERS:
        then(todo())
        return

    def done(result: tuple[T] | None) -> None:
        if result is not None:
            then(result[0])

    app.push_screen(WorkingScreen(partial(_with_collector_at_rest, text, todo)), done)


def _with_collector_at_rest(text: str, todo: Callable[[], T]) -> T:
    with collector_at_rest(len(text), first=True):
        return todo()


class WorkingScreen(Modal[tuple[T]], Generic[T]):
    """Takes the keys for as long as the work goes on, so that none is typed into the plan."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "drop", "Drop")]
    DEFAULT_CSS = "WorkingScreen { align: center middle; background: transparent; }"

    def __init__(self, todo: Callable[[], T]) -> None:
        super().__init__()
        self._todo = todo
        self._done: tuple[T] | None = None
        self._listing = Listing(lambda _: [Row((Part("This takes a moment …", MUTED),))])
        self._dialog = Dialog("Working it out", self._listing)

    def compose(self) -> ComposeResult:
        """Lay the note out above the key."""
        yield self._dialog

    def on_mount(self) -> None:
        """Begin with the work; the note comes only if it takes longer than one would notice."""
        self._dialog.display = False
        self.set_timer(TOLD_SECONDS, self._tell)
        self._work()

    def _tell(self) -> None:
        """Show the note."""
        self._dialog.display = True
        self._listing.focus()

    def on_resize(self) -> None:
        """Fit the note to the terminal."""
        self._listing.redraw()
        self._dialog.fit(self._listing)
        self._dialog.show_keys((("Esc", "drop"),))

    @work
    async def _work(self) -> None:
        self._done = (await beside(self._todo),)
        self._give()

    def on_screen_resume(self) -> None:
        """Give what was worked out while another screen stood above."""
        self._give()

    def _give(self) -> None:
        if self._done is not None and self.is_active:
            done, self._done = self._done, None
            self.dismiss(done)

    def action_drop(self) -> None:
        """Close without an answer; what is under way ends unseen."""
        self.dismiss(None)
