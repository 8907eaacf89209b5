"""Everything that one works on a plan with, put together: each part gets those it needs."""

from collections.abc import Callable
from datetime import date
from typing import Any

from textual.screen import Screen

from medv_tui.review.review import Review
from medv_tui.review.reviewer import Files
from medv_tui.tui.annotations import Annotations
from medv_tui.tui.answers import Answers
from medv_tui.tui.arrangement import Arrangement
from medv_tui.tui.completing import CompletingEditor
from medv_tui.tui.disk_watch import DiskWatch
from medv_tui.tui.filing import Filing
from medv_tui.tui.fleet_deeds import FleetDeeds
from medv_tui.tui.headline import Headline
from medv_tui.tui.keeping import Keeping, Safekeeping
from medv_tui.tui.keys import Footer
from medv_tui.tui.mending import Mending
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.other_sessions import OtherSessions
from medv_tui.tui.own_editor import OwnEditor
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.plan_file import PlanFile
from medv_tui.tui.problems import Problems
from medv_tui.tui.reviewing import Reviewing
from medv_tui.tui.rewriting import Rewriting
from medv_tui.tui.structuring import Structuring
from medv_tui.tui.talk import Talk
from medv_tui.tui.unsaved_texts import UnsavedTexts
from medv_tui.tui.wayfinding import Wayfinding
from medv_tui.tui.whereabouts import Whereabouts


class Workbench:
    """The parts of a plan's screen, and the widgets that several of them work with."""

    def __init__(
        self,
        screen: Screen[Any],
        plan: OpenPlan,
        files: Files,
        as_of: date,
        keeping: Keeping | None,
        take_review: Callable[[Review], None],
    ) -> None:
        """Take the plan, and what shows each review; the screen lends what a screen can do."""
        self.editor = editor = CompletingEditor(plan.saved_text)
        self.headline, self.footer = Headline(), Footer()
        self.hosts, self.problems = HostsPane(), Problems()
        self.talk = talk = Talk(screen, self.footer)
        self.arrangement = arrangement = Arrangement(screen, talk, editor)
        self.reviewing = reviewing = Reviewing(
            screen, editor, talk, files, as_of, take_review, arrangement.show_age
        )
        self.annotations = Annotations(screen, editor, reviewing, arrangement)
        self.rewriting = rewriting = Rewriting(talk, editor, arrangement, reviewing)
        self.mending = Mending(talk, editor, self.problems, reviewing, arrangement, rewriting)
        self.structuring = Structuring(talk, editor, self.hosts, reviewing, arrangement, rewriting)
        self.answers = answers = Answers(talk, editor, reviewing, arrangement, rewriting)
        self.wayfinding = Wayfinding(talk, editor, arrangement, rewriting, answers)

        self.plan_file = plan_file = PlanFile(plan, editor, reviewing, self.headline)
        self.whereabouts = Whereabouts(editor, self.hosts, arrangement, plan_file)
        self.fleet_deeds = FleetDeeds(screen, talk, editor, reviewing, rewriting, plan_file)
        self.own_editor = OwnEditor(talk, editor, plan_file, rewriting)
        self.safekeeping = safekeeping = Safekeeping(keeping, talk, editor, plan_file)
        self.filing = filing = Filing(
            screen, talk, editor, plan_file, reviewing, rewriting, safekeeping
        )
        self.disk_watch = disk_watch = DiskWatch(screen, talk, plan_file, filing)
        unsaved_texts = UnsavedTexts(talk, editor, plan_file, rewriting, safekeeping)
        self.other_sessions = OtherSessions(
            screen, talk, editor, plan_file, safekeeping, unsaved_texts, disk_watch
        )
