"""A screen over another one that gives one answer."""

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class Modal(ModalScreen[ScreenResultType]):
    """Closes once, however many keys and clicks tell it to before it is gone."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Give an answer, unless one was given already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
