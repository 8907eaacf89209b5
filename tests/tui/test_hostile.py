"""Text from outside is shown wherever it may stand, and neither drives the terminal nor hides."""

import os
import re
import unicodedata
from datetime import datetime
from pathlib import Path

import pytest
import tomli_w
from rich.segment import Segment
from textual.app import App

from medv_tui.reports.clean import MOST_MARKS, clean, is_hidden
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.start import RecentFile, StartScreen

from .looks import ARCHITECTURE, CHECKLIST, DISK, HOSTS, PLAN
from .plans import DAY, dashboard, settle

TALL = (99, 70)
"""One place at a time, with a row for each text."""

ESCAPES = {
    "colour": "\x1b[31mred\x1b[0m",
    "clear": "\x1b[2J\x1b[H",
    "reset": "\x1bc",
    "title": "\x1b]0;title\x07",
    "clipboard": "\x1b]52;c;cm0=\x07",
    "link": "\x1b]8;;https://x.example\x1b\\link\x1b]8;;\x1b\\",
    "device": "\x1bP+q544e\x1b\\",
    "paste": "\x1b[200~rm\x1b[201~",
    "bell": "ding\x07\x07",
    "backspace": "abc\x08\x08\x08xyz",
    "return": "abc\rxyz",
    "newline": "abc\nxyz",
    "tab": "abc\txyz",
    "null": "abc\x00xyz",
    "delete": "abc\x7fxyz",
    "shift out": "\x0e\x0f",
    "c1 control": "\x9b31mred\x9b0m",
    "c1 string": "\x9d0;title\x9c",
    "c1 newline": "abc\x85xyz",
}
HIDDEN = {
    "override": "\u202eexe.txt\u202c",
    "isolates": "\u2066abc\u2067xyz\u2069",
    "marks": "a\u200eb\u200fc\u061c",
    "zero width": "a\u200bb\u200cc\u200dd\u2060",
    "byte order": "\ufeffabc",
    "soft hyphen": "a\u00adb",
    "line": "abc\u2028xyz\u2029",
    "tags": "abc\U000e0041\U000e007f",
    "fillers": "\u115f\u1160\u3164\uffa0",
    "joiner": "a\u034fb",
    "annotation": "\ufff9abc\ufffbxyz",
}
MARKUP = {
    "bold": "[bold]x[/bold]",
    "close": "[/]",
    "open": "[red",
    "action": "[@click=app.quit]z[/]",
    "style": "[$accent on $blocked]z",
    "anchor": "[link=https://x.example]y[/link]",
    "emoji": ":smile: [not a style]",
    "escape": "\\[x\\]",
    "format": "{0!r} %s %(a)s ${HOME}",
    "html": "<b onclick=x>&amp;</b>",
    "csv": '=cmd|"/c calc"!A1',
}
WIDE_ONES = {
    "long": "A" * 10_000,
    "long wide": "漢" * 5_000,
    "marks": "e" + "\u0301" * 300,
    "marks alone": "\u0336" * 300,
    "zalgo": "".join(f"{c}{chr(0x300 + n % 80) * 40}" for n, c in enumerate("he comes")),
    "family": "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "flag": "\U0001f1e6\U0001f1f9",
    "variant": "\u2764\ufe0f \u2764\ufe0e",
    "right to left": "שלום עליכם",
    "tall": "\ufdfd",
    "private": "\ue000\U0010fffd",
    "unassigned": "\u0378\U000e1000",
}
HOSTILE = [*ESCAPES.values(), *HIDDEN.values(), *MARKUP.values(), *WIDE_ONES.values()]


def plan() -> str:
    """Write every text in every place that a plan has for text of one's own."""
    workspaces = [
        {"name": f"{text}{number}", "differencing_disk_gb": 1.5, "image": {"vhd_gb": 2.6}}
        for number, text in enumerate(HOSTILE)
    ]
    hosts = [
        {
            "name": text or "x",
            "workspace": f"{text}{number}",
            "site": text,
            "model": text,
            "os": f"Windows 7 {text}",
            "ram_mb": 4096,
            "users": 1,
            "free_disk_gb": number,
        }
        for number, text in enumerate(HOSTILE)
    ]
    attested = [
        {
            "practice": "image-compact-vhd",
            "workspace": f"{text}{number}",
            "status": "waived",
            "by": text,
            "reason": text,
        }
        for number, text in enumerate(HOSTILE)
    ]
    return tomli_w.dumps(
        {
            "plan": {"name": HOSTILE[0], "owner": HOSTILE[1]},
            "infrastructure": {"esd": "\x1b[2J\u202e[bold]", "directory_domain": "\x07[/]"},
            "organization": dict.fromkeys(HOSTILE, 1),
            "workspaces": workspaces,
            "hosts": hosts,
            "attestations": attested,
            "inventories": [{"file": text} for text in HOSTILE],
        }
    )


def is_clean(segment: Segment) -> bool:
    if segment.control or (segment.style is not None and segment.style.link):
        return False
    marks = "".join("m" if unicodedata.category(c) == "Mn" else " " for c in segment.text)
    return not any(map(is_hidden, segment.text)) and "m" * (MOST_MARKS + 1) not in marks


def check(app: App[int]) -> str:
    """Hold every row of the screen against what may be written to a terminal, and give its text."""
    strips = app.screen._compositor.render_strips(app.size)
    dirty = [segment.text for strip in strips for segment in strip if not is_clean(segment)]
    assert dirty == []
    assert {strip.cell_length for strip in strips} == {app.size.width}
    return "\n".join(strip.text for strip in strips)


KEYS = {
    PLAN: ("f8", "ctrl+end", "ctrl+t", "escape", "f7", "end", "escape"),
    ARCHITECTURE: ("enter", "escape"),
    HOSTS: ("b", "b", "b", "b", "r", "r", "end", "enter", "escape", "up", "enter", "escape"),
    DISK: ("end", "enter", "escape"),
    CHECKLIST: ("down", "space", "end", "v", "v", "ctrl+p"),
}
"""What is pressed in each place."""


async def test_nothing_in_a_plan_drives_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\x1b[2J\xff\xe2\x80\xae[bold]plan.toml")
    path.write_text(plan())
    app = DashboardApp(OpenPlan.read(path), DAY)
    async with app.run_test(size=TALL) as pilot:
        await settle(pilot)
        assert "␛[2J��[bold]plan.toml" in check(app)
        for place, keys in KEYS.items():
            app.plan_screen.action_open(place)
            seen = ""
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
                seen += check(app)
            if place == HOSTS:
                assert [text for text in HOSTILE if clean(text)[:5] not in seen] == []


async def test_no_name_of_a_recent_plan_drives_the_terminal() -> None:
    now = datetime(2026, 11, 22, 15, 0)
    names = [text.replace("/", "") for text in HOSTILE] + [os.fsdecode(b"\xff\xfe")]
    files = [RecentFile(Path("/plans") / f"{name}.toml", now) for name in names]
    app = DashboardApp(None, DAY)
    async with app.run_test(size=TALL) as pilot:
        await pilot.pause()
        app.push_screen(StartScreen(files, now))
        await pilot.pause()
        await pilot.pause()
        seen = check(app)
        assert "␛[31mred␛[0m.toml" in seen
        assert "��.toml" in seen
        assert "[@click=app.quit]z[].toml" in seen


@pytest.mark.parametrize("text", ['name = "\x1b[2J"\n', "\x07 = \x9b", "\u202e = 1", "[\x1b]\n"])
async def test_no_damaged_text_drives_the_terminal(tmp_path: Path, text: str) -> None:
    app = dashboard(tmp_path, f"[[hosts]]\n{text}")
    async with app.run_test(size=TALL) as pilot:
        await settle(pilot)
        assert re.search(r"Plan ×\d", check(app))
