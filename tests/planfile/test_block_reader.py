import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.typos import plan_text
from medv_tui.findings import Level
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.block_spans import BlockSpans
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.piece_layout import PieceLayout
from medv_tui.planfile.pieces import all_pieces, cut_again, pieces
from medv_tui.planfile.syntax import read
from medv_tui.problem_codes import Code
from tests.planfile.stretches import in_stretches
from tests.soak.edits import edited
from tests.soak.rereading import PLANS, reread

PLAN = plan_text(5)
USERS = "users = 3\n"


def is_pieced(text: str) -> bool:
    return isinstance(BlockReader().read(text).spans, BlockSpans)


def test_after_any_edits_a_text_is_read_as_if_for_the_first_time() -> None:
    assert reread(seed=20261122, edits=1000) > 500


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([1, 5, 40, 10_000]))
def test_a_text_is_cut_again_as_if_for_the_first_time(seed: int, lines: int) -> None:
    was, before = LongText(("",)), list(pieces(""))
    for _, text in edited(PLANS, seed, 10):
        now = in_stretches(text, lines, was)
        starts = PieceLayout.of(before).starts
        was, before = now, cut_again(now, was, before, starts).applied(before)
        assert before == list(pieces(text))
        assert "".join(piece.text for piece in before) == text


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([1, 2, 5, 40]))
def test_a_text_is_cut_stretch_by_stretch_as_it_is_at_once(seed: int, lines: int) -> None:
    for _, text in edited(PLANS, seed, 10):
        assert list(all_pieces(in_stretches(text, lines, LongText(("",))))) == list(pieces(text))


def test_a_branch_reads_on_from_what_is_known_and_leaves_its_origin_alone() -> None:
    reader = BlockReader()
    before = reader.read(PLAN).data["hosts"]
    branch = reader.branch()
    changed = branch.read(PLAN.replace(USERS, "users = 4\n", 1)).data["hosts"]
    assert changed[0]["users"] == 4
    assert changed[1] is before[1]
    assert reader.read(PLAN).data["hosts"] == before


def test_an_edit_of_one_computer_reads_no_other_again() -> None:
    reader = BlockReader()
    before = reader.read(PLAN).data["hosts"]
    after = reader.read(PLAN.replace(USERS, "users = 4\n", 1)).data["hosts"]
    assert [a is b for a, b in zip(after, before, strict=True)] == [False, *[True] * 4]


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_text_left_open_above_others_is_one_problem_and_costs_no_other_computer(
    quotes: str,
) -> None:
    closed = f"site = {quotes}\nHead office\n{quotes}\n"
    head, *hosts = PLAN.replace(USERS, USERS + closed, 3).split(closed)
    text = head + f"site = {quotes}Head\n" + closed.join(hosts)
    reading = BlockReader().read(text)
    (problem,) = reading.problems
    assert problem.where is not None
    assert problem.where.line == head.count("\n") + 1
    sites = [host.get("site") for host in reading.data["hosts"]]
    assert sites == [None, "Head office\n", "Head office\n", None, None]
    assert is_pieced(text)


@pytest.mark.parametrize("below", ["", "users =\n"])
def test_a_text_that_is_closed_by_the_opening_of_another_is_warned_of(below: str) -> None:
    text = PLAN.replace(USERS, 'site = """\n', 2) + below
    for reading in (read(text), BlockReader().read(text)):
        warning, *mistakes = reading.problems
        assert warning.code is Code.SWALLOWED_TABLE
        assert warning.level is Level.WARNING
        assert warning.path == ("hosts", 0, "site")
        assert "takes in the table [[hosts]] below" in warning.message
        assert len(mistakes) == bool(below)
        assert len(reading.data["hosts"]) == 4


def test_a_text_that_only_names_a_header_is_not_warned_of() -> None:
    site = 'site = """\nSee [[hosts]] below.\n  [plan]\n[nothing]\n"""\n'
    assert read(PLAN.replace(USERS, site, 1)).problems == ()


def test_a_header_that_cannot_count_loses_the_tables_below_it_in_another_piece_too() -> None:
    text = "[[hosts]]\n[workspaces]]\nname = 'a'\n[workspaces.image]\nvhd_gb = 1\n[[hosts]]\n"
    assert BlockReader().read(text).data == {"hosts": [{}, {}]}


@pytest.mark.parametrize(
    "damage",
    ["users = ", 'users = "3', "users 3", "users = [", 'x = """', "[[hosts", "<<<<<<<", "]"],
)
def test_a_half_typed_line_does_not_take_other_tables_with_it(damage: str) -> None:
    assert is_pieced(PLAN.replace(USERS, damage + "\n", 1))
    assert is_pieced(PLAN + '[[attestations]]\npractice = "x"\n' + damage)


@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace(USERS, 'x = """', 1) + 'y = """\n',
        PLAN + "[hosts.more]\na = 1\n",
        "[[ hosts ]]\n" + PLAN,
        "hosts = []\n" + PLAN,
        "[plan]\nname = 'no computers'\n",
    ],
)
def test_a_text_whose_tables_belong_together_is_read_as_a_whole(text: str) -> None:
    assert not is_pieced(text)
