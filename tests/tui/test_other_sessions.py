"""Two sessions of one plan."""

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import Journals
from medv_tui.planfile.lock import Lock
from medv_tui.tui.sharing import SharingDialog
from tests.planfile.sessions import NOON, session_of

from .kept import endings, front, kept_dashboard, press
from .plans import DOCUMENTED, NARROW, settle, shown


async def test_the_second_session_is_told_who_has_the_plan_open_and_can_read_it(
    plan: Path,
) -> None:
    other = Lock(plan)
    elsewhere = timezone(timedelta(hours=9))
    other.take(session_of(plan).model_copy(update={"started": NOON.astimezone(elsewhere)}))
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(front(app), SharingDialog)
        said = " ".join(shown(app).split())
        since = f"{NOON.astimezone():%Y-%m-%d %H:%M}"
        assert f"erin on planner (process 1) has plan.toml open since {since}." in said
        await press(pilot, "r")
        assert "(read only)" in shown(app)
        await press(pilot, "#", "ctrl+s")
        assert app.plan_screen.editor.text == DOCUMENTED
        assert "opened to be read only" in shown(app)
        app.let_go()
    assert other.path.exists()
    other.release()


async def test_a_session_tells_the_next_one_who_it_is_and_when_it_began(plan: Path) -> None:
    before = datetime.now().astimezone()
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        holder = Lock(plan).take(session_of(plan))
        app.let_go()
    assert holder is not None
    assert holder.session is not None
    assert (holder.session.user, holder.session.process) == ("robin", os.getpid())
    assert before <= holder.session.started <= datetime.now().astimezone()


async def test_the_second_session_can_open_the_plan_anyway(plan: Path, journals: Journals) -> None:
    other = Lock(plan)
    other.take(session_of(plan))
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "o", "#")
        app.write_down()
        assert endings(journals) == [("#" + DOCUMENTED, Ending.OPEN)]
        app.let_go()
    assert other.path.exists()
    other.release()
