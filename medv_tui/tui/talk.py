"""What the screen of a plan tells whoever works with it, and what it asks."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from textual.app import App
from textual.screen import Screen

from medv_tui.inventory.progress import Step
from medv_tui.reports.clean import clean
from medv_tui.tui.ask_text import AskText
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.keys import Footer
from medv_tui.tui.line import Part
from medv_tui.tui.pick import Choice, PickScreen
from medv_tui.tui.present import MUTED
from medv_tui.tui.progress_bar import progress_line

T = TypeVar("T")


class Talk:
    """Tells in the footer, and asks in dialogs above the screen."""

    def __init__(self, screen: Screen[Any], footer: Footer) -> None:
        self._screen, self._footer = screen, footer
        self._news = ""
        self._told_at: tuple[int, int] | None = None
        """Where the cursor is that the footer tells of."""

    @property
    def app(self) -> App[Any]:
        """The program, for those who show dialogs of their own."""
        return self._screen.app

    @property
    def is_heard(self) -> bool:
        """Whether the footer is there: not once the screen was left."""
        return bool(self._screen.query(Footer))

    def tell(self, sentence: str, look: str = MUTED) -> None:
        """Show a sentence in the footer until the next key."""
        self._told_at = None
        self._footer.say((Part(clean(sentence), look),))

    def tell_at(self, location: tuple[int, int], sentence: str) -> None:
        """Show a sentence of the cursor's place, row and column from 0, until it is moved."""
        self.tell(sentence)
        self._told_at = location

    def follow_cursor(self, location: tuple[int, int]) -> None:
        """Bring the footer's keys back when the cursor leaves the place that was told of."""
        if self._told_at is not None and location != self._told_at:
            self.hush()

    def show_step(self, step: Step) -> None:
        """Show in the footer how far work has come."""
        self._footer.say(progress_line(step, self._footer.size.width))

    def hush(self) -> None:
        """Bring the footer's keys back."""
        self._told_at = None
        self._footer.say(())

    def tell_after_edit(self, sentence: str) -> None:
        """Keep a sentence until the edit that it is about has wiped the footer."""
        self._news = sentence

    def tell_news(self) -> None:
        """Tell what was kept, now that an edit has wiped the footer."""
        if self._news:
            self.tell(self._news)
            self._news = ""

    def ask(self, dialog: Screen[T], then: Callable[[T], object]) -> None:
        """Show a dialog, and go on with its answer unless it is dropped."""

        def answered(answer: T | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(dialog, answered)

    def ask_text(
        self,
        question: str,
        then: Callable[[str], object],
        now: str = "",
        hint: str = "",
        refuse: Callable[[str], str] = lambda _: "",
    ) -> None:
        """Ask for a text; `refuse` gives why one cannot be taken, empty where it can."""
        self.ask(AskText(question, now, hint, refuse), then)

    def pick(self, title: str, choices: Sequence[Choice], then: Callable[[int], object]) -> None:
        """Let somebody pick from a list, and go on with the number."""
        self.ask(PickScreen(title, choices), then)

    def show(self, dialog: Screen[None], then: Callable[[], object] | None = None) -> None:
        """Show a dialog that gives no answer, and go on once it is closed."""

        def closed(_: None) -> None:
            if then is not None:
                then()

        self.app.push_screen(dialog, closed)

    def refuse(self, reason: str) -> None:
        """Say in a dialog what was refused, and that nothing is lost."""
        self.show(RefusalDialog(reason))
