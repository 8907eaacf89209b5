"""The screen of one plan: its text, the views of its review, and what one can do with both."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.widgets import Input, TextArea

from medv_tui.review.review import Review
from medv_tui.review.reviewer import Files
from medv_tui.tui.arrangement import laid_out
from medv_tui.tui.completing import NOTHING_FITS, CompletingEditor
from medv_tui.tui.compositing import SparingCompositor
from medv_tui.tui.dialogs import KeysDialog
from medv_tui.tui.disk_watch import WATCH_SECONDS
from medv_tui.tui.filing import Then
from medv_tui.tui.find_bar import FindBar
from medv_tui.tui.frames import LiveScreen
from medv_tui.tui.keeping import Keeping
from medv_tui.tui.keys import active_keys
from medv_tui.tui.meaning import Meaning
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.panes.architecture import ArchitecturePane
from medv_tui.tui.panes.checklist import ChecklistPane
from medv_tui.tui.panes.choice import Mend, Refused, Why, Word
from medv_tui.tui.panes.disk import DiskPane
from medv_tui.tui.panes.host_choice import Wanted
from medv_tui.tui.place import Place, ProblemsBox
from medv_tui.tui.place_names import NAMES, PLAN
from medv_tui.tui.plan_keys import KEYS
from medv_tui.tui.problems import Problems
from medv_tui.tui.recent import PlanState
from medv_tui.tui.reviewing import SECONDS_BETWEEN_LOOKS
from medv_tui.tui.titles import Tabs
from medv_tui.tui.workbench import Workbench


class PlanScreen(LiveScreen):
    """Shows one plan, and tells the parts of its workbench what happens and what is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    review: reactive[Review | None] = reactive(None, always_update=True, repaint=False, init=False)
    """The latest review, for panes to follow."""

    def __init__(
        self,
        plan: OpenPlan,
        files: Files,
        as_of: date,
        left: PlanState | None = None,
        keeping: Keeping | None = None,
    ) -> None:
        """Take a plan, where it was left, and what keeps its text; without that, nothing does."""
        super().__init__()
        # Textual has no public way to choose what puts a screen together.
        self._compositor = SparingCompositor()
        self._left = left
        self.bench = Workbench(self, plan, files, as_of, keeping, self._take_review)

    def compose(self) -> ComposeResult:
        """Lay out headline, editor, panes and footer."""
        self.bench.arrangement.begin(self.app.size)
        panes = (ArchitecturePane(), DiskPane(), self.bench.hosts, ChecklistPane())
        for showing in (*panes, self.bench.problems):
            showing.data_bind(PlanScreen.review)
        below = (self.bench.wayfinding.find_bar, ProblemsBox(self.bench.problems), Meaning())
        yield self.bench.headline
        yield from laid_out(Place(PLAN, self.editor, *below), panes)
        yield self.bench.footer

    # What others ask and tell the screen

    @property
    def editor(self) -> CompletingEditor:
        """The plan's text."""
        return self.bench.editor

    @property
    def plan(self) -> OpenPlan:
        """The plan that is open."""
        return self.bench.plan_file.plan

    @property
    def chosen(self) -> int:
        """The place that keys go to."""
        return self.bench.arrangement.chosen

    @property
    def is_reviewed(self) -> bool:
        """Whether the review is of the text as it stands."""
        return self.bench.reviewing.is_reviewed

    def tell(self, sentence: str) -> None:
        """Show a sentence in the footer until the next key."""
        self.bench.talk.tell(sentence)

    def left_at(self) -> PlanState | None:
        """Say where the plan is left; None for one that has no file."""
        return self.bench.whereabouts.left_at()

    def give_way(self, then: Then) -> None:
        """Let something else follow in place of this plan, unless it is to stay."""
        self._after_keys(self.bench.filing.give_way, then)

    def leave_behind(self) -> None:
        """Keep what is left without saving, and let other sessions have the plan."""
        self.bench.safekeeping.leave_behind()

    def let_go(self) -> None:
        """Let other sessions have the plan."""
        self.bench.safekeeping.let_go()

    # What happens

    def on_mount(self) -> None:
        """Start with the keys in the editor and a first review on its way.

        Who else has the plan open, and where it was left, comes once everything is in its place.
        """
        if self.editor.read_only:
            self.call_later(self.bench.other_sessions.only_read)
        elif self.bench.safekeeping.is_on:
            self.call_later(self.if_still_there, self.bench.other_sessions.arrive)
        if self.bench.safekeeping.is_on:
            self.set_interval(WATCH_SECONDS, self.bench.disk_watch.look)
        if self._left is not None:
            self.call_later(self.if_still_there, self.bench.whereabouts.return_to, self._left)
        if self.plan.is_new and self.plan.is_named:
            self.tell(f"{self.plan.path.name} is not there yet; saving writes it.")
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.bench.reviewing.look_at_files)
        self.if_still_there(self._begin)

    def on_unmount(self) -> None:
        """End what works beside the screen."""
        self.bench.reviewing.leave()

    def if_still_there(self, do: Callable[..., object], *arguments: object) -> None:
        """Do something unless another screen came, or the end, before this one was there.

        Part of what stood on it can be gone already.
        """
        if self.is_current and self.is_attached:
            do(*arguments)

    def _begin(self) -> None:
        self.bench.arrangement.lay_out()
        self.editor.focus()
        self.bench.safekeeping.text_changed()
        self.bench.annotations.show_cursor()
        self.bench.reviewing.recompute()

    @on(TextArea.Changed)
    def _follow_edit(self, event: TextArea.Changed) -> None:
        """Follow an edit; many edits in a row lead to one review."""
        event.stop()
        self.bench.talk.hush()
        self.bench.safekeeping.text_changed()
        self.bench.reviewing.recompute()
        self.bench.talk.tell_news()

    @on(TextArea.SelectionChanged)
    def _follow_cursor(self) -> None:
        self.bench.talk.follow_cursor(self.editor.cursor_location)
        self.bench.annotations.show_cursor()

    def _take_review(self, review: Review) -> None:
        """Bring everything up to date; panes follow by themselves."""
        self.bench.headline.set_review(review)
        self.bench.arrangement.take(review)
        self.bench.annotations.take(review)
        self.bench.plan_file.count_from_here()
        self.review = review

    def on_resize(self, event: events.Resize) -> None:
        """Choose the form for the new size."""
        self.if_still_there(self.bench.arrangement.fit, event.size)

    def on_key(self) -> None:
        """Bring the footer's keys back; what a key tells comes after this."""
        self.bench.talk.hush()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember the place that keys go to."""
        self.bench.arrangement.follow_focus(event.widget)

    @on(Tabs.Chosen)
    def _open_tab(self, event: Tabs.Chosen) -> None:
        self.bench.arrangement.open(event.number)

    @on(CompletingEditor.NothingFits)
    def _say_that_nothing_fits(self, event: CompletingEditor.NothingFits) -> None:
        event.stop()
        self.tell(NOTHING_FITS)

    @on(FindBar.ReplaceAll)
    def _replace_all(self, event: FindBar.ReplaceAll) -> None:
        event.stop()
        self.bench.wayfinding.replace_all(event.text, event.number)

    @on(Problems.Fix)
    def _mend_problem(self, event: Problems.Fix) -> None:
        event.stop()
        self.bench.mending.mend(event.problem)

    @on(Why)
    def _explain(self, event: Why) -> None:
        event.stop()
        self.bench.answers.explain(event.explained)

    @on(Mend)
    def _mend_finding(self, event: Mend) -> None:
        event.stop()
        self.bench.rewriting.preview(event.intent)

    @on(Word)
    def _ask_for_word(self, event: Word) -> None:
        event.stop()
        self.bench.answers.ask_for_word(event.wanted)

    @on(Refused)
    def _say_what_is_refused(self, event: Refused) -> None:
        event.stop()
        self.tell(event.reason)

    @on(Wanted)
    def _do_to_computers(self, event: Wanted) -> None:
        event.stop()
        self.bench.fleet_deeds.do(event.deed, event.rows)

    # What keys do

    def _after_keys(self, do: Callable[..., object], *arguments: object) -> None:
        """Do something once all keys that were pressed before this one are done with.

        Those may still wait in the editor's queue, which a key of the screen has overtaken.
        """
        self.editor.call_later(do, *arguments)

    @property
    def _can_cancel(self) -> bool:
        """Whether a review or other work is shown to be under way that would end."""
        return self.bench.reviewing.can_cancel or self.bench.fleet_deeds.can_cancel

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what has nothing to do, so that Escape is left to others."""
        match action:
            case "cancel_review":
                return self._can_cancel
            case "show_all":
                return self.bench.arrangement.is_alone
            case "step_aside":
                return self.bench.arrangement.can_step_aside and not self._can_cancel
            case "turn_alone":
                return not self.bench.arrangement.is_small
            case "change_back":
                return not isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    def action_cancel_review(self) -> None:
        """End what is under way at its next step; everything stays as it is."""
        self.bench.reviewing.cancel()
        self.bench.fleet_deeds.cancel()

    def action_review_again(self) -> None:
        """Review the text once more, with inventories as they are on disk now."""
        self.bench.reviewing.review_again()

    def action_open(self, number: int) -> None:
        """Put a place in front and send keys there."""
        self.bench.arrangement.open(number)

    def action_next_place(self, step: int) -> None:
        """Go to the next place, or the one before."""
        self.bench.arrangement.go_on(step)

    def action_step_aside(self) -> None:
        """Go from the editor to the pane beside it."""
        self.bench.arrangement.step_aside()

    def action_turn_alone(self) -> None:
        """Show the place that keys go to without the others, or all of them again."""
        self.bench.arrangement.turn_alone()

    def action_show_all(self) -> None:
        """Show the other places again."""
        self.bench.arrangement.show_all()

    def action_what_if(self) -> None:
        """Try changes on a copy of the plan."""
        self.bench.answers.try_changes()

    def action_find(self, replacing: bool) -> None:
        """Ask below the editor what to find."""
        self.bench.wayfinding.find(replacing=replacing)

    def action_find_next(self, way: int) -> None:
        """Go to the next match, or the one before."""
        self.bench.wayfinding.find_next(way)

    def action_go_to_line(self) -> None:
        """Ask for a line and go there."""
        self.bench.wayfinding.ask_for_line()

    def action_outline(self) -> None:
        """List the tables of the plan, and go to one of them."""
        self.bench.wayfinding.outline()

    def action_follow(self) -> None:
        """Go from a name to what it means, or back."""
        self.bench.wayfinding.follow()

    def action_complete(self) -> None:
        """Go to the text, and show what could be written there."""
        self.bench.arrangement.open(PLAN)
        self._after_keys(self.editor.action_complete)

    def action_own_editor(self) -> None:
        """Edit the text in another editor."""
        self._after_keys(self.bench.own_editor.use)

    def action_change_back(self, way: str) -> None:
        """Undo or redo an edit from outside the editor."""
        self.bench.rewriting.change_back(way)

    def action_next_problem(self) -> None:
        """Go to the next problem, or the next marked line."""
        self._after_keys(self.bench.mending.go_to_next, 1)

    def action_previous_problem(self) -> None:
        """Go to the problem before, or the marked line before."""
        self._after_keys(self.bench.mending.go_to_next, -1)

    def action_fix_problem(self) -> None:
        """Mend a problem of the text, or what fails on the cursor's line."""
        self._after_keys(self.bench.mending.fix)

    def action_keys(self) -> None:
        """List the keys that work now."""
        self.bench.talk.show(KeysDialog(active_keys(self), NAMES[self.chosen]))

    def action_save(self) -> None:
        """Write the text to its file."""
        self._after_keys(self.bench.filing.save)

    def action_save_as(self) -> None:
        """Write the text to another file."""
        self._after_keys(self.bench.filing.save_as)

    def action_open_plan(self) -> None:
        """Open another plan."""
        self._after_keys(self.bench.filing.open_another)

    def action_new_plan(self) -> None:
        """Begin another plan."""
        self._after_keys(self.bench.filing.begin_another)

    def action_leave(self) -> None:
        """Quit, after a question if something would be lost."""
        self._after_keys(self.bench.filing.leave)
