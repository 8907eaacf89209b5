"""What the editor takes of Textual's inside; a test here fails when that side changes."""

from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Region, Size
from textual.pilot import Pilot
from textual.scroll_view import ScrollView
from textual.widgets import TextArea

from medv_tui.tui.colours import themes
from medv_tui.tui.content_size import resize_content
from medv_tui.tui.document import ExactDocument, UnwrappedDocument
from medv_tui.tui.editor import Editor
from medv_tui.tui.theme_colours import DARK, EXACT, LIGHT

LONG = "\n".join(f"key_{n} = {n}" for n in range(500))


class EditorApp(App[None]):
    CSS = "#editor { height: 1fr; border: none; padding: 0; scrollbar-size-horizontal: 0; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        for theme in themes(EXACT):
            self.register_theme(theme)
        self.theme = DARK
        self.area = Editor(text)

    def compose(self) -> ComposeResult:
        yield self.area


def drawn(area: Editor, row: int = 0) -> str:
    return area.render_line(row).text[area.gutter_width :].rstrip()


def watch_regions(monkeypatch: pytest.MonkeyPatch, area: Editor) -> list[Region | None]:
    """List what is painted anew from now on; None stands for everything."""
    seen: list[Region | None] = []
    refresh = area.refresh

    def listen(*regions: Region, **options: Any) -> Editor:
        seen.extend(regions or (None,))
        return refresh(*regions, **options)

    monkeypatch.setattr(area, "refresh", listen)
    return seen


def watch_layouts(monkeypatch: pytest.MonkeyPatch, app: App[None]) -> list[object]:
    """List how often the screen is laid out anew from now on."""
    seen: list[object] = []
    original = app.screen._refresh_layout

    def listen(size: Any = None, scroll: bool = False) -> None:
        seen.append(size)
        original(size, scroll)

    monkeypatch.setattr(app.screen, "_refresh_layout", listen)
    return seen


async def until_laid_out(pilot: Pilot[None], laid_out: list[object]) -> None:
    """Wait until everything is where it stays: a scrollbar that comes is laid out by itself."""
    unchanged, seen = 0, len(laid_out)
    while unchanged < 3 or pilot.app.screen._layout_required:
        await pilot.pause()
        unchanged = unchanged + 1 if len(laid_out) == seen else 0
        seen = len(laid_out)
    laid_out.clear()


def rows(regions: list[Region | None]) -> set[int]:
    assert None not in regions
    return {y for region in regions if region for y in range(region.y, region.bottom)}


async def test_the_editor_holds_an_exact_document_from_the_start() -> None:
    app = EditorApp("a\u2028b")
    async with app.run_test():
        assert isinstance(app.area.document, ExactDocument)
        assert isinstance(app.area.wrapped_document, UnwrappedDocument)
        assert app.area.text == "a\u2028b"


async def test_the_editor_holds_an_exact_document_after_loading_another_text() -> None:
    app = EditorApp("")
    async with app.run_test():
        app.area.load_text("a\x0cb\r\n")
        assert isinstance(app.area.document, ExactDocument)
        assert app.area.text == "a\x0cb\r\n"


def test_the_stock_editor_still_needs_the_exact_document() -> None:
    # When this fails, Textual keeps texts as they are and the override can go.
    assert TextArea("a\u2028b").text != "a\u2028b"


def test_the_stock_view_still_needs_the_unwrapped_one() -> None:
    # When this fails, Textual no longer keeps a list of all rows.
    assert len(WrappedDocument(Document("a\nb"))._offset_to_line_info) == 2


async def test_a_new_line_is_drawn_below_the_one_before() -> None:
    app = EditorApp("first")
    async with app.run_test() as pilot:
        app.area.move_cursor((0, 5))
        await pilot.press("enter", "x")
        assert [drawn(app.area, y) for y in range(2)] == ["first", "x"]


async def test_keys_that_arrive_together_count_in_their_order() -> None:
    app = EditorApp("one\ntwo\n")
    async with app.run_test() as pilot:
        for key in ("down", "a", "end", "b", "enter", "c", "home", "d", "ctrl+z"):
            character = key if len(key) == 1 else None
            app.post_message(events.Key(key, character))
        await pilot.pause()
        assert app.area.text == "one\natwob\nc\n"
        assert app.area.cursor_location == (2, 0)


async def test_undo_and_redo_in_the_editor_are_exact() -> None:
    text = "a\r\nb\u2028c\n"
    app = EditorApp(text)
    async with app.run_test():
        app.area.delete((0, 0), (1, 2))
        shorter = app.area.text
        app.area.undo()
        assert app.area.text == text
        app.area.redo()
        assert app.area.text == shorter


async def test_nothing_raw_reaches_the_screen() -> None:
    app = EditorApp("a\x1b]0;gone\x07\u202eb\x9b2J")
    async with app.run_test():
        assert drawn(app.area) == "a␛]0;gone␇�b�2J"


async def test_a_bracket_is_not_searched_for_through_the_plan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: Any) -> Any:
        raise AssertionError("searched")

    app = EditorApp("[" + "\n" * 50)
    monkeypatch.setattr(app.area, "_yield_character_locations", refuse)
    async with app.run_test() as pilot:
        await pilot.press("right", "left")
        assert app.area.matching_bracket_location is None


async def test_a_letter_paints_its_own_line_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    app = EditorApp(LONG)
    async with app.run_test() as pilot:
        app.area.move_cursor((4, 0))
        await pilot.pause()
        seen = watch_regions(monkeypatch, app.area)
        await pilot.press("x")
        assert rows(seen) == {4}


async def test_moving_the_cursor_paints_the_two_lines_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = EditorApp(LONG)
    async with app.run_test() as pilot:
        seen = watch_regions(monkeypatch, app.area)
        await pilot.press("down")
        assert rows(seen) == {0, 1}


async def test_a_new_line_paints_from_there_on_and_lays_nothing_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = EditorApp(LONG)
    async with app.run_test() as pilot:
        app.area.move_cursor((4, 0))
        await pilot.pause()
        seen = watch_regions(monkeypatch, app.area)
        laid_out = watch_layouts(monkeypatch, app)
        await pilot.press("enter")
        await pilot.pause()
        assert rows(seen) == set(range(4, app.area.size.height + 1))
        assert not laid_out


async def test_the_stock_editor_lays_the_screen_out_for_a_new_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # When this fails, the override of the virtual size can go.
    class Stock(App[None]):
        def compose(self) -> ComposeResult:
            yield TextArea(LONG)

    app = Stock()
    async with app.run_test() as pilot:
        laid_out = watch_layouts(monkeypatch, app)
        await pilot.press("enter")
        await pilot.pause()
        assert laid_out


async def test_the_scrollbar_follows_the_number_of_lines() -> None:
    app = EditorApp(LONG)
    async with app.run_test() as pilot:
        app.area.insert("\n" * 50, (0, 0))
        await pilot.pause()
        assert app.area.virtual_size.height == 550
        assert app.area.max_scroll_y == 550 - app.area.size.height
        assert app.area.vertical_scrollbar.window_virtual_size == 550


async def test_a_scrollbar_appears_when_the_text_outgrows_the_editor() -> None:
    app = EditorApp("")
    async with app.run_test() as pilot:
        before = app.area.show_vertical_scrollbar
        app.area.insert("\n" * 100)
        await pilot.pause()
        assert (before, app.area.show_vertical_scrollbar) == (False, True)
        assert app.area.render_line(0).cell_length == app.size.width - 2


async def test_a_text_that_is_opened_colours_the_rows_below(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = EditorApp('a = ""\nb = 1\nc = 2\n\nd = """ """\n')
    async with app.run_test() as pilot:
        app.area.move_cursor((0, 6))
        await pilot.pause()
        seen = watch_regions(monkeypatch, app.area)
        await pilot.press('"')
        assert rows(seen) >= {0, 1, 2, 3, 4}


async def test_another_digit_in_the_line_numbers_paints_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = EditorApp("\n" * 98)
    async with app.run_test() as pilot:
        app.area.move_cursor((3, 0))
        await pilot.pause()
        seen = watch_regions(monkeypatch, app.area)
        await pilot.press("enter")
        assert None in seen


async def test_another_theme_draws_in_its_own_colours() -> None:
    app = EditorApp("key = 1")
    async with app.run_test() as pilot:
        dark = app.area.render_line(0)
        app.theme = LIGHT
        await pilot.pause()
        assert app.area.render_line(0) != dark


class Long(ScrollView):
    """A view of so many rows."""

    def grow(self, rows: int) -> None:
        self.virtual_size = Size(10, rows)


class ViewApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Long()


async def test_a_view_s_content_grows_without_a_new_layout(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = ViewApp()
    async with app.run_test() as pilot:
        view = app.query_one(Long)
        laid_out = watch_layouts(monkeypatch, app)
        view.grow(300)
        await until_laid_out(pilot, laid_out)
        resize_content(view, Size(10, 400))
        await pilot.pause()
        assert not laid_out
        assert view.vertical_scrollbar.window_virtual_size == 400
        assert view.max_scroll_y == 400 - view.size.height


async def test_the_stock_view_lays_the_screen_out_when_its_content_grows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # When this fails, `resize_content` can go.
    app = ViewApp()
    async with app.run_test() as pilot:
        laid_out = watch_layouts(monkeypatch, app)
        app.query_one(Long).grow(400)
        await pilot.pause()
        assert laid_out
