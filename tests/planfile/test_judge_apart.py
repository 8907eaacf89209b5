import subprocess
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from benchmarks.typos import plan_text
from medv_tui.errors import WorkCancelledError
from medv_tui.planfile import judge_apart
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.judge import judged_here
from medv_tui.planfile.judge_apart import JudgeApart
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.parse import PlanReader, parse
from medv_tui.planfile.section_spans import SectionSpans
from tests.planfile.damage import damaged
from tests.planfile.stretches import in_stretches
from tests.soak.rereading import reread

HOSTS = 1_000
LARGE = "hosts = []\n" + plan_text(HOSTS)
"""A plan whose tables cannot be told apart."""
LISTED = 'format = 1\nhosts = [\n{}]\n[[workspaces]]\nname = "finance"\n'.format(
    "".join(f'  {{ name = "FIN-{number:05}", users = 3 }},\n' for number in range(3_000))
)


@pytest.fixture(scope="module")
def judge() -> Iterator[JudgeApart]:
    judge = JudgeApart()
    yield judge
    judge.close()


@pytest.fixture
def any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have even the smallest text judged apart."""
    monkeypatch.setattr(judge_apart, "MANY_CHARACTERS", 0)


def process_of(judge: JudgeApart) -> "subprocess.Popen[bytes]":
    """Give the other process, which a text is judged for if there is none yet."""
    judge(LongText.of(LARGE))
    other = judge._other
    assert other is not None
    return other.process


@pytest.mark.usefixtures("any_size")
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=damaged)
def test_a_text_says_what_it_says_in_this_process(judge: JudgeApart, text: str) -> None:
    apart, here = judge(LongText.of(text)), judged_here(LongText.of(text))
    assert isinstance(apart.reading.spans, SectionSpans)
    assert repr(apart.reading.data) == repr(here.reading.data)
    assert apart.reading.problems == here.reading.problems
    assert apart.reading.broken == here.reading.broken
    assert apart.reading.workspace_headers == here.reading.workspace_headers
    assert (apart.faults, apart.clear) == (here.faults, here.clear)


@pytest.mark.usefixtures("any_size")
def test_a_plan_is_read_again_as_if_for_the_first_time_by_this_process(judge: JudgeApart) -> None:
    assert reread(seed=20261123, edits=200, judge=judge) > 50


def test_a_large_text_is_judged_apart_and_says_the_same(judge: JudgeApart) -> None:
    reading = BlockReader(judge).read(in_stretches(LARGE, 2_000, LongText(("",))))
    assert isinstance(reading.spans, SectionSpans)
    assert PlanReader(judge).parse(LARGE).problems == parse(LARGE).problems


def test_tables_that_stay_as_they_are_stay_the_same_objects(judge: JudgeApart) -> None:
    before = judge(LongText.of(LISTED)).reading.data["hosts"]
    changed = LISTED.replace('"FIN-02900", users = 3', '"FIN-02900", users = 4')
    after = judge(LongText.of(changed)).reading.data["hosts"]
    assert after[2_900] == {"name": "FIN-02900", "users": 4}
    assert sum(a is b for a, b in zip(after, before, strict=True)) >= len(before) - 250


def test_a_long_list_is_looked_up_item_by_item(judge: JudgeApart) -> None:
    apart, here = judge(LongText.of(LISTED)).reading, judged_here(LongText.of(LISTED)).reading
    path = ("hosts", 2_900, "users")
    assert apart.spans.value(path) == here.spans.value(path)
    at = LISTED.index("FIN-02900")
    assert apart.spans.path_at(at) == ("hosts", 2_900, "name")


def test_a_text_is_read_here_where_the_other_process_was_lost(judge: JudgeApart) -> None:
    other = process_of(judge)
    other.kill()
    other.wait()
    assert judge(LongText.of(LARGE)).faults == judged_here(LongText.of(LARGE)).faults
    assert process_of(judge).pid != other.pid


def test_a_text_is_read_here_where_no_process_can_be_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert len(JudgeApart()(LongText.of(LISTED)).reading.data["hosts"]) == 3_000


def test_the_other_process_ends_when_its_owner_is_gone() -> None:
    other = judge_apart._start()
    other.connection.close()
    assert other.process.wait(timeout=20) == 0


def test_nothing_is_read_any_more_once_the_judge_is_closed() -> None:
    judge = JudgeApart()
    other = process_of(judge)
    judge.close()
    assert other.returncode is not None
    with pytest.raises(WorkCancelledError):
        judge(LongText.of(LISTED))
