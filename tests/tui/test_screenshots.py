"""The pictures of the README."""

import re

import pytest

from tests.generated import ROOT
from tests.screenshots import FOLDER, PICTURES, self_contained

RICH = """<style>
    @font-face {
        font-family: "Fira Code";
        src: url("https://fonts.example/FiraCode.woff2") format("woff2");
    }
    .matrix { font-family: Fira Code, monospace; }
</style>
<text class="r1" x="12.2" y="20" textLength="122">&#160;a&#160;&lt;b&#160;&#160;c&#160;</text>
"""


def test_the_readme_shows_every_picture() -> None:
    shown = re.findall(rf"\({FOLDER}/([\w-]+)\.svg\)", (ROOT / "README.md").read_text("utf-8"))
    assert sorted(shown) == sorted(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_loads_nothing_from_the_web(name: str) -> None:
    svg = (ROOT / FOLDER / f"{name}.svg").read_text("utf-8")
    assert "@font-face" not in svg
    assert not re.search(r"(?:href|src)=|url\((?!#)", svg)


def test_words_are_put_on_their_own_cells() -> None:
    svg = self_contained(RICH)
    assert "https" not in svg
    assert re.findall(r'x="([\d.]+)" y="20" textLength="([\d.]+)"[^>]*>(.*?)</text>', svg) == [
        ("24.4", "48.8", "a&#160;&lt;b"),
        ("97.6", "12.2", "c"),
    ]
