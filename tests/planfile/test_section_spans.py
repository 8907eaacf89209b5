import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.findings import Path
from medv_tui.planfile import sections as sections_of
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.positions import Spans, line_starts
from medv_tui.planfile.section_spans import SectionSpans
from medv_tui.planfile.sections import sections
from medv_tui.planfile.syntax import read
from tests.planfile.damage import damaged

LISTS = """\
format = 1
hosts = [
  { name = "A", "ram.mb" = 4_096, tags = [["x"], { y.z = 1 }] },
  # the second one
  { name = "B" }, 7, [1, [2]],
]
deployment.order = [["a", "b"], ["c"]]
[[workspaces]]
name = "finance"
urls = [["http://a", "b"]]
"""


def apart(text: str, spans: Spans) -> SectionSpans:
    """Say the places of a text as another process does."""
    return SectionSpans(
        LongText.of(text), line_starts(text), sections(text, spans.readable), spans.broken
    )


def others(path: Path) -> list[Path]:
    """Give paths beside one that is there, most of which are not."""
    ends: list[Path] = [(), (0,), (7,), (-1,), ("name",), ("",), ("name", 0, "x")]
    return [(*path[:length], *end) for length in range(len(path) + 1) for end in ends]


def are_equal(text: str) -> None:
    spans = read(text).spans
    ours = apart(text, spans)
    paths = {*spans.index.places, *(each.path for each in spans.broken), ()}
    paths |= {other for path in list(paths)[:50] for other in others(path)}
    for path in paths:
        assert ours.value(path) == spans.value(path), path
        assert ours.key(path) == spans.key(path), path
        assert ours.header(path) == spans.header(path), path
        assert ours.locate(path) == spans.locate(path), path
    for offset in range(len(text) + 2):
        assert ours.path_at(offset) == spans.path_at(offset), offset
        assert ours.range(0, offset) == spans.range(0, offset)
    for line in range(text.count("\n") + 3):
        assert ours.offset(line, 3) == spans.offset(line, 3)


@pytest.mark.parametrize("longest", [1, 10, 10_000])
@settings(max_examples=40, deadline=None)
@given(text=st.one_of(damaged, st.just(LISTS), damaged.map(LISTS.__add__)))
def test_every_place_is_the_one_that_the_whole_text_gives(longest: int, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sections_of, "LONG_LIST", longest)
        are_equal(text)
