"""The file that the text on the screen belongs to, as the headline tells of it."""

from medv_tui.tui.editor import Editor
from medv_tui.tui.headline import FileState, Headline, Standing
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.reviewing import Reviewing


class PlanFile:
    """The plan that is open, and how its file compares with the text."""

    def __init__(
        self, plan: OpenPlan, editor: Editor, reviewing: Reviewing, headline: Headline
    ) -> None:
        self.plan = plan
        self._editor, self._reviewing, self._headline = editor, reviewing, headline

    @property
    def is_saved(self) -> bool:
        """Whether leaving would lose nothing of the text."""
        return not self._editor.differs(self.plan.saved_text)

    def show_state(self) -> None:
        """Say whether the file holds what is shown, and whether that can be changed at all."""
        plan, editor = self.plan, self._editor
        edited = editor.differs(plan.saved_text)
        self._headline.set_file(
            FileState(plan.path.name, edited, plan.is_new, read_only=editor.read_only)
        )

    def count_from_here(self) -> None:
        """Count changes from the figures shown, if they are those of the file."""
        review = self._reviewing.current
        if review is not None and not self.plan.is_new and self.is_saved:
            self._headline.set_saved(Standing.of(review))

    def count_anew(self) -> None:
        """Count changes from the figures shown; until they are those of the file, from none."""
        self._headline.set_saved(None)
        self.count_from_here()
