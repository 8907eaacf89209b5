import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual import events

from medv_tui.findings import Level
from medv_tui.tui.editor import Editor, typed
from medv_tui.tui.present import LEVEL_MARKS

from .plans import NARROW, dashboard, host, settle


@pytest.mark.parametrize(
    ("pasted", "wanted"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb\r", "a\nb\n"),
        ("a\tb", "a\tb"),
        ("a\x1b\x11b", "ab"),
        ("a\x00\ud800b", "ab"),
        ("é\u2028漢", "é\u2028漢"),
    ],
)
def test_a_paste_becomes_what_a_keyboard_would_have_typed(pasted: str, wanted: str) -> None:
    assert typed(pasted) == wanted


async def test_nothing_is_undone_in_a_plan_that_is_only_read(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "a = 1")
    async with app.run_test(size=NARROW):
        editor = app.plan_screen.editor
        editor.insert("#", (0, 0))
        editor.read_only = True
        editor.undo()
        assert editor.text == "#a = 1"
        editor.read_only = False
        editor.undo()
        editor.read_only = True
        editor.redo()
        assert editor.text == "a = 1"


async def test_a_paste_is_one_step_to_undo(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=NARROW) as pilot:
        editor = app.plan_screen.editor
        editor.post_message(events.Paste("a = 1\r\nb = 2\r"))
        await pilot.pause()
        assert editor.text == "a = 1\nb = 2\n"
        assert editor.cursor_location == (2, 0)
        await pilot.press("ctrl+z")
        assert editor.text == ""


async def test_a_paste_into_a_crlf_plan_has_its_line_ends(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "a = 1\r\n")
    async with app.run_test(size=NARROW) as pilot:
        app.plan_screen.editor.post_message(events.Paste("b = 2\n"))
        await pilot.pause()
        assert app.plan_screen.editor.text == "b = 2\r\na = 1\r\n"


async def test_alt_and_a_letter_types_nothing(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=NARROW) as pilot:
        app.plan_screen.editor.post_message(events.Key("alt+x", "x"))
        await pilot.pause()
        assert app.plan_screen.editor.text == ""


async def test_alt_delete_still_deletes_a_word(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "one two")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("alt+delete")
        assert app.plan_screen.editor.text == " two"


async def test_cutting_nothing_changes_nothing(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "one\n")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("ctrl+x")
        assert app.plan_screen.editor.text == "one\n"
        assert app.clipboard == ""


async def test_cutting_a_selection_takes_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "one\n")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("shift+right", "ctrl+x")
        assert app.plan_screen.editor.text == "ne\n"
        assert app.clipboard == "o"


async def test_tab_indents_by_two(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("tab")
        assert app.plan_screen.editor.text == "  "


async def test_the_cursor_does_not_blink(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=NARROW):
        editor = app.plan_screen.editor
        assert not editor.cursor_blink
        assert not editor.blink_timer._active.is_set()


async def test_the_cursor_is_drawn_only_where_keys_go(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "x")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        focused = editor.render_line(0)
        await pilot.press("f6")
        await settle(pilot)
        assert editor.render_line(0) != focused
        await pilot.press("shift+f6")
        await settle(pilot)
        assert editor.has_focus
        assert editor.render_line(0).text == focused.text
        assert [s.style for s in editor.render_line(0)] == [s.style for s in focused]


def row_of(editor: Editor, y: int) -> str:
    return editor.render_line(y).text.rstrip()


def looks(editor: Editor, y: int, text: str) -> list[Style | None]:
    return [segment.style for segment in editor.render_line(y) if text in segment.text]


async def test_a_mark_stands_before_its_line_and_follows_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "# one\n# two\n")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        editor.set_marks({2: LEVEL_MARKS[Level.ERROR]})
        assert [row_of(editor, y) for y in range(3)] == ["  1  # one", "× 2  # two", "  3"]
        editor.insert("\n", (0, 0))
        assert [row_of(editor, y) for y in range(3)] == ["  1", "  2  # one", "× 3  # two"]
        editor.set_marks({})
        assert row_of(editor, 2) == "  3  # two"


async def test_a_new_mark_paints_its_line_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(tmp_path, "# one\n# two\n# three\n")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        painted: list[tuple[int, int]] = []
        monkeypatch.setattr(editor, "draw_again", lambda first, last: painted.append((first, last)))
        editor.set_marks({2: LEVEL_MARKS[Level.ERROR]})
        editor.set_marks({2: LEVEL_MARKS[Level.ERROR], 900: LEVEL_MARKS[Level.ERROR]})
        assert painted == [(1, 1)]


async def test_values_comments_and_headers_have_their_looks(tmp_path: Path) -> None:
    app = dashboard(tmp_path, '\n[plan]\nname = "x" # why\n')
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        (head,), (key,), (value,) = (
            looks(editor, 1, "[plan]"),
            looks(editor, 2, "name"),
            looks(editor, 2, '"x"'),
        )
        (comment,) = looks(editor, 2, "# why")
        assert head is not None
        assert head.bold
        assert comment is not None
        assert comment.italic
        assert len({str(style.color) for style in (key, value, comment) if style}) == 3


async def test_the_cursor_s_line_has_a_ground_of_its_own(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "one\ntwo\n")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        grounds = [{s.style.bgcolor for s in editor.render_line(y) if s.style} for y in (0, 1)]
        assert len(grounds[1]) == 1
        assert len(grounds[0]) == 2  # the line's and the cursor's
        assert not grounds[0] & grounds[1]


async def test_a_long_line_scrolls_with_the_cursor_but_its_number_stays(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "# start " + "漢" * 100 + " end\n")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        await pilot.press("end")
        await pilot.pause()
        assert row_of(editor, 0).startswith("  1  漢") or row_of(editor, 0).startswith("  1   漢")
        assert row_of(editor, 0).endswith(" end")
        assert editor.render_line(0).cell_length == editor.scrollable_content_region.width
        await pilot.press("home")
        await pilot.pause()
        assert row_of(editor, 0).startswith("  1  # start")


async def test_a_cursor_at_the_edge_seldom_scrolls_the_line(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "# " + "x" * 300 + "\n")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        for step, way in ((editor.action_cursor_right, 1), (editor.action_cursor_left, -1)):
            seen = []
            for _ in range(200):
                step()
                seen.append(editor.scroll_offset.x)
            moves = [after - before for before, after in pairwise(seen) if after != before]
            assert 5 <= len(moves) <= 200 / 12
            assert all(move * way > 0 for move in moves)


async def test_a_click_puts_the_cursor_on_the_character_under_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "\x1b漢\tx\n")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        line = editor.render_line(0).text
        for character in ("漢", "x"):
            cell = cell_len(line[: line.index(character)])
            await pilot.click(editor, offset=(cell, 0))
            assert editor.document[0][editor.cursor_location[1]] == character


async def test_a_selection_over_an_empty_line_can_be_seen(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "one\n\ntwo\n")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        plain = app.plan_screen.editor.render_line(1)
        await pilot.press("shift+down", "shift+down")
        assert app.plan_screen.editor.render_line(1) != plain


def work(editor: Editor, action: Callable[[], object]) -> int:
    """Count the functions that an action and the drawing of the cursor's line call."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        action()
        editor.render_line(editor.cursor_location[0] - editor.scroll_offset.y)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("typed_text", ["x", "\n"])
async def test_a_letter_takes_no_more_work_in_a_longer_plan(
    tmp_path: Path, typed_text: str
) -> None:
    counted = []
    for hosts in (10, 1000):
        app = dashboard(tmp_path, "".join(host(f"PC-{n:04}") for n in range(hosts)))
        async with app.run_test(size=NARROW) as pilot:
            await settle(pilot)
            editor = app.plan_screen.editor
            editor.move_cursor((50, 0))
            editor.insert("y")
            await settle(pilot)
            counted.append(work(editor, partial(editor.insert, typed_text)))
    assert counted[1] <= counted[0] * 1.1


async def test_a_paste_that_brought_the_scrollbar_can_be_undone(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "a = 1\n")
    async with app.run_test(size=NARROW) as pilot:
        editor = app.plan_screen.editor
        editor.paste("\n" * 100)
        await pilot.pause()
        bars = [editor.show_vertical_scrollbar]
        await pilot.press("ctrl+z")
        bars.append(editor.show_vertical_scrollbar)
        assert bars == [True, False]
        assert editor.text == "a = 1\n"
