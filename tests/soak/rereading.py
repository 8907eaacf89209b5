"""Reading a plan again after each edit says what reading it for the first time does."""

import random
from collections.abc import Iterable
from itertools import permutations

from benchmarks.typos import plan_text
from medv_tui.findings import Path
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.block_spans import BlockSpans
from medv_tui.planfile.judge import Judge, judged_here
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.syntax import Reading, read
from tests.planfile.stretches import in_stretches

from .edits import edited

_WORD = '[[attestations]]\npractice = "host-kb959209"\nstatus = "done"\n'
_HOSTS = plan_text(3)[plan_text(3).index("[[hosts]]") :]
_TEXTS = (
    'site = """\nHead office\n"""\n',
    'site = """Head"""\n',
    'site = """\n[[hosts]]\nusers = 3\n"""\n',
    'site = """Head\n',
)


def _with_texts(texts: Iterable[str]) -> str:
    """Give a plan of computers that have texts in triple quotes, of which one may be open."""
    hosts = (f"\n[[hosts]]\nusers = 3\n{text}server = true\n" for text in texts)
    return plan_text(1) + "".join(hosts)


PLANS = (
    plan_text(4),
    plan_text(3) + _WORD,
    plan_text(2) + _WORD + _HOSTS + _WORD,
    _HOSTS,
    plan_text(3).replace("\n", "\r\n"),
) * 3 + tuple(_with_texts(texts) for texts in permutations(_TEXTS, 2))
_PATHS: tuple[Path, ...] = (
    ("hosts",),
    ("hosts", 0),
    ("hosts", 1, "name"),
    ("hosts", 99, "name"),
    ("hosts", "x"),
    ("workspaces", 0, "image", "vhd_gb"),
    ("attestations", 0, "status"),
    ("nowhere", "x"),
)


LINES = (1, 5, 5, 5, 10_000)
"""How long the stretches are that a text comes in; where that changes, few are known."""


def reread(seed: int, edits: int, judge: Judge = judged_here) -> int:
    """Make so many edits; give how often a text could be read piece by piece."""
    dice = random.Random(seed)
    reader, pieced = BlockReader(judge), 0
    was = LongText(("",))
    for fresh, text in edited(PLANS, seed, edits):
        if fresh:
            reader = BlockReader(judge)
        was = in_stretches(text, dice.choice(LINES), was)
        again, first = reader.read(was), read(text)
        pieced += isinstance(again.spans, BlockSpans)
        assert repr(again.data) == repr(dict(sorted_like(again, first))), text
        assert again.broken == first.broken, text
        assert again.problems == first.problems, text
        _compare_places(again, first, text, dice)
    return pieced


def sorted_like(again: Reading, first: Reading) -> list[tuple[str, object]]:
    """Give the first reading's data in the order of the other, in which hosts come last."""
    assert again.data.keys() == first.data.keys()
    return [(key, first.data[key]) for key in again.data]


def _compare_places(again: Reading, first: Reading, text: str, dice: random.Random) -> None:
    """Ask both for places at random."""
    paths = set(_PATHS)
    for _ in range(8):
        start = dice.randrange(len(text) + 1)
        path = first.spans.path_at(start)
        assert again.spans.path_at(start) == path, (text, start)
        paths |= {path, path[:-1], (*path, "x"), (*path[:-1], "users")}
        end = min(len(text), start + dice.randrange(30))
        assert again.spans.range(start, end) == first.spans.range(start, end), (text, start, end)
        line, column = dice.randrange(-1, text.count("\n") + 4), dice.randrange(-1, 40)
        offset = first.spans.offset(line, column)
        assert again.spans.offset(line, column) == offset, (text, line, column)
    for path in paths:
        for ask in ("value", "key", "header", "locate"):
            there = getattr(first.spans, ask)(path)
            assert getattr(again.spans, ask)(path) == there, (text, ask, path)
