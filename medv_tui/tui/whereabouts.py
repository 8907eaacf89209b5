"""Where a plan is left, and gone on with the next time."""

from medv_tui.tui.arrangement import Arrangement
from medv_tui.tui.editor import Editor
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.panes.roster import Column, Sort
from medv_tui.tui.place_names import NAMES
from medv_tui.tui.plan_file import PlanFile
from medv_tui.tui.recent import PlanState, whole


class Whereabouts:
    """Cursor, pane, filter and order of a plan that is being looked at."""

    def __init__(
        self, editor: Editor, hosts: HostsPane, arrangement: Arrangement, plan_file: PlanFile
    ) -> None:
        self._editor, self._hosts = editor, hosts
        self._arrangement, self._file = arrangement, plan_file

    def return_to(self, left: PlanState) -> None:
        """Put cursor and pane where they were, as far as the text still has that place."""
        self._editor.come_back(left.line, left.column)
        if left.sort in set(Column):
            self._hosts.order_by(Sort(Column(left.sort), left.is_reversed))
        if left.filter:
            self._hosts.want(left.filter)
        if left.place in NAMES:
            self._arrangement.open(left.place)

    def left_at(self) -> PlanState | None:
        """Say where the plan is left; None for one that has no file."""
        plan, order = self._file.plan, self._hosts.order
        if plan.is_new:
            return None
        line, column = self._editor.cursor_location
        return PlanState(
            path=whole(plan.path),
            line=line + 1,
            column=column + 1,
            place=self._arrangement.chosen,
            filter=self._hosts.wanted,
            sort=order.column.value,
            is_reversed=order.is_reversed,
        )
