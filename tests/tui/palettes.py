"""The 16 colours of common terminals as they come, numbered 0 to 15, and their usual ground.

Compared with the sources of each, which are named below, in November 2026.
"""

from typing import NamedTuple


class Palette(NamedTuple):
    name: str
    colours: tuple[str, ...]
    ground: str
    text: str
    is_light: bool = False


def _palette(name: str, colours: str, ground: str, text: str) -> Palette:
    return Palette(name, tuple(f"#{colour}" for colour in colours.split()), ground, text)


_XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
    " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)

PALETTES = (
    # github.com/ThomasDickey/xterm-snapshots: XTerm-col.ad, whose names are X11's rgb.txt, and
    # DEF_COLOR4 and DEF_COLOR12 of main.h; with reverse video, and as it comes, black on white.
    _palette("xterm", _XTERM, "#000000", "#e5e5e5"),
    _palette("xterm-white", _XTERM, "#ffffff", "#000000")._replace(is_light=True),
    # github.com/torvalds/linux: drivers/tty/vt/vt.c, default_red, default_grn and default_blu.
    _palette(
        "linux",
        "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa"
        " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
        "#000000",
        "#aaaaaa",
    ),
    # PuTTY's settings.c, the default of Colour0 to Colour21.
    _palette(
        "putty",
        "000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb"
        " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
        "#000000",
        "#bbbbbb",
    ),
    # github.com/microsoft/terminal: src/cascadia/TerminalSettingsModel/defaults.json, Campbell.
    _palette(
        "windows-terminal",
        "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc"
        " 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
        "#0c0c0c",
        "#cccccc",
    ),
)
