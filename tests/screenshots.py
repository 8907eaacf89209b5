"""The pictures of the README, drawn by the running program; `make screenshots` writes them."""

import asyncio
import html
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from medv_tui.tui.theme_colours import LIGHT
from tests.generated import ROOT, TOUR
from tests.tui.looks import CHECKLIST, HOSTS, Look
from tests.tui.plans import MEDIUM, NARROW, WIDE

FOLDER = "docs/screenshots"
_PLAN = (ROOT / TOUR).read_text("utf-8")

PICTURES: Mapping[str, Look] = {
    "wide": Look(_PLAN, WIDE, HOSTS),
    "narrow-hosts": Look(_PLAN, NARROW, HOSTS),
    "explanation": Look(_PLAN, NARROW, HOSTS, keys=("enter",)),
    "light": Look(_PLAN, MEDIUM, CHECKLIST, theme=LIGHT),
}
"""Each by the name of its file, without the ending."""

_CELL = 12.2
"""How wide one cell of Rich's pictures is."""
_FONTS = "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace"
_WEB_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_TEXT = re.compile(
    r'(<text [^>]*?)x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"([^>]*)>([^<]*)</text>'
)
_WORDS = re.compile(r"[^\xa0]+(?:\xa0[^\xa0]+)*")


def self_contained(svg: str) -> str:
    """Let a picture load nothing, and stand on its cells in whatever font there is.

    Rich's own names a font on the web, and programs that draw pictures of it differ in what they
    do about spaces at the ends of a text; so each run of words is put on its own cell.
    """
    svg = _WEB_FONT.sub("", svg).replace(
        "font-family: Fira Code, monospace", f"font-family: {_FONTS}"
    )
    return _TEXT.sub(_in_words, svg)


def _in_words(text: re.Match[str]) -> str:
    """Put what stands between gaps of two cells or more on its own cell."""
    head, left, top, rest, escaped = text.groups()
    return "".join(
        f'{head}x="{float(left) + _CELL * run.start():g}" y="{top}" '
        f'textLength="{_CELL * len(run[0]):g}"{rest}>{_escaped(run[0])}</text>'
        for run in _WORDS.finditer(html.unescape(escaped))
    )


def _escaped(text: str) -> str:
    return html.escape(text).replace("\xa0", "&#160;")


async def picture(look: Look) -> str:
    """Draw one picture."""
    with TemporaryDirectory() as folder:
        app = look.open(Path(folder) / Path(TOUR).name)
        async with app.run_test(size=look.size) as pilot:
            await look.arrange(pilot)
            return self_contained(app.export_screenshot(simplify=True))


def _write() -> None:
    folder = ROOT / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, look in PICTURES.items():
        (folder / f"{name}.svg").write_text(asyncio.run(picture(look)), "utf-8")


if __name__ == "__main__":
    _write()
