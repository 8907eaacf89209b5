"""Values of computers that stand plainly on a line of their own, found without a scan.

A rename may write ten thousand of them.
"""

import re
from functools import cache

from medv_tui.findings import Path
from medv_tui.planfile.block_spans import BlockSpans
from medv_tui.planfile.blocks import FAR_REACHING
from medv_tui.planfile.positions import Spans

_KEY = re.compile(r"[A-Za-z0-9_-]+")
_CONTROLS = r"\x00-\x1f\x7f"
_SCALAR = rf"\"[^\"\\{_CONTROLS}]*+\"|'[^'{_CONTROLS}]*+'|[A-Za-z0-9+.:-]++"
_DEPTH = 3
"""Parts of the path of a computer's own key."""


def plain_value(spans: Spans, path: Path) -> tuple[int, int] | None:
    """Give the offsets of the value of a computer's own key.

    None where there is more to the computer's table, or to the line, than such keys and values.
    """
    if not isinstance(spans, BlockSpans) or path[:1] != ("hosts",) or len(path) != _DEPTH:
        return None
    host, key = path[1:]
    if not isinstance(host, int) or not isinstance(key, str) or not _KEY.fullmatch(key):
        return None
    if not 0 <= host < spans.hosts:
        return None
    block, start = spans.placed(host)
    if block.reading is not None or "{" in block.text or FAR_REACHING.search(block.text):
        return None
    found = _line(key).findall(block.text)
    if len(found) != 1:
        return None
    match = _line(key).search(block.text)
    return None if match is None else (start + match.start(1), start + match.end(1))


@cache
def _line(key: str) -> re.Pattern[str]:
    """Match the line of a key with a plain value and nothing behind it."""
    return re.compile(rf"^[ \t]*{key}[ \t]*=[ \t]*({_SCALAR})[ \t]*\r?$", re.MULTILINE)
