import threading
from pathlib import Path

import pytest
from textual.app import App, ComposeResult

from medv_tui.plan import keys
from medv_tui.tui import annotations
from medv_tui.tui.colours import themes
from medv_tui.tui.key_help import key_help
from medv_tui.tui.meaning import NOTHING, Meaning
from medv_tui.tui.theme_colours import DARK, EXACT

from .plans import WIDE, dashboard, settle


def shown(meaning: Meaning) -> list[str]:
    return [meaning.render_line(y).text.rstrip() for y in range(meaning.size.height)]


class MeaningApp(App[None]):
    CSS = "Meaning { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(themes(EXACT)[0])
        self.theme = DARK
        self.meaning = Meaning()

    def compose(self) -> ComposeResult:
        yield self.meaning


async def test_the_title_names_the_key_and_its_table() -> None:
    app = MeaningApp()
    async with app.run_test(size=(40, 9)) as pilot:
        app.meaning.explain(key_help(("hosts", 0, "ram_mb")))
        await pilot.pause()
        head, first, *_ = shown(app.meaning)
        assert head.startswith("ram_mb ─")
        assert head.endswith("─ hosts")
        assert first.startswith("Installed memory")


async def test_without_a_key_it_says_what_to_do() -> None:
    app = MeaningApp()
    async with app.run_test(size=(60, 9)) as pilot:
        app.meaning.explain(key_help(("hosts", 0, "ram_mb")))
        app.meaning.explain(None)
        await pilot.pause()
        assert shown(app.meaning)[1] == NOTHING


async def test_it_fits_itself_to_another_size() -> None:
    app = MeaningApp()
    async with app.run_test(size=(60, 9)) as pilot:
        app.meaning.explain(key_help(("budget", "reserve_gb")))
        await pilot.resize_terminal(30, 4)
        await pilot.pause()
        head, *sentence = shown(app.meaning)
        assert len(head) == 30
        assert all(len(row) <= 30 for row in sentence)
        assert sentence[1]


async def test_what_all_keys_mean_is_put_together_beside_the_interface(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def tables() -> object:
        threads.append(threading.current_thread())
        return keys.tables()

    monkeypatch.setattr(annotations, "tables", tables)
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert shown(app.screen.query_one(Meaning))[0].endswith(" [plan]")
    assert threads
    assert threading.main_thread() not in threads
