from pathlib import Path

from textual.pilot import Pilot

from medv_tui.findings import Attest, SetValue, Status
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.reports.explanation import Answer, Entry, Explanation, Fact, Place, Section, Way
from medv_tui.reports.host_explanation import why_space, why_verdict
from medv_tui.reports.practice_explanation import why_practice
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.explain import Apply, ExplainScreen, Jump, Wish
from medv_tui.tui.explained import entries, rows
from medv_tui.tui.line import plain, width
from medv_tui.tui.preview import intended

from .plans import DAY, DOCUMENTED, NARROW, USERS, WIDE, dashboard, settle, shown
from .test_headline import review_of

SHORT = DOCUMENTED.replace("free_disk_gb = 60", "free_disk_gb = 9")


def texts(explanation: Explanation, cells: int = 71) -> list[str]:
    return [plain(row.line).rstrip() for row in rows(explanation, cells)]


async def opened(
    pilot: Pilot[int], explanation: Explanation, wishes: list[Wish | None]
) -> DashboardApp:
    app = pilot.app
    assert isinstance(app, DashboardApp)
    await settle(pilot)
    screen = ExplainScreen(explanation, app.plan_screen.editor.text, DAY, BlockReader())
    app.push_screen(screen, wishes.append)
    await settle(pilot)
    return app


def of_practice(text: str, practice: str) -> Explanation:
    review = review_of(text)
    return why_practice(review, next(i for i in review.items if i.practice.id == practice))


def test_a_figure_s_terms_stand_in_columns_with_their_lines_at_the_right() -> None:
    shown_rows = texts(why_space(review_of(DOCUMENTED), 0))
    assert shown_rows[0] == "2.60 + 3 × (1.50 + 1.00) = 10.10 GB"
    vhd = next(row for row in shown_rows if row.startswith("base VHD"))
    users = next(row for row in shown_rows if row.startswith("users"))
    assert vhd.index("2.60 GB") + len("2.60 GB") == users.index("3") + 1
    assert vhd.endswith("line 10")
    assert len(vhd) == len(users) == 71


def test_no_row_is_wider_than_the_dialog() -> None:
    review = review_of(SHORT)
    for cells in (30, 71, 120):
        for explanation in (why_verdict(review, 0), why_space(review, 0)):
            assert all(width(row.line) <= cells for row in rows(explanation, cells))


def test_every_entry_is_an_item_of_one_or_more_rows_in_a_row() -> None:
    told = why_verdict(review_of(SHORT), 0)
    items = [row.item for row in rows(told, 71) if row.item >= 0]
    assert items == sorted(items)
    assert set(items) == set(range(len(entries(told))))


def test_a_reason_is_told_by_symbol_word_severity_and_line() -> None:
    shown_rows = texts(why_verdict(review_of(SHORT), 0))
    start = shown_rows.index("Reasons")
    assert shown_rows[0].startswith("× blocked   1 computer in example")
    assert shown_rows[start + 1].startswith("× Free disk covers the computed requirement")
    assert shown_rows[start + 1].endswith("failing  line 20")
    assert shown_rows[start + 2] == "  must: 9.00 GB free; 10.10 GB are required."


def test_text_of_the_plan_cannot_drive_the_terminal() -> None:
    hostile = Fact("na\x1bme", "va\x9blue [bold]", Place(3, file="a\x07.csv"))
    (row,) = texts(Explanation("", (Section("", (hostile,)),)))
    assert row.startswith("na␛me")
    assert "va�lue [bold]" in row
    assert row.endswith("a␇.csv line 3")


def test_a_way_says_whether_it_is_enough() -> None:
    way = Way("one shared workspace", 5.0, fits=True, fix=SetValue(("a",), 1))
    (row,) = texts(Explanation("", (Section("", (way,)),)))
    assert row.endswith("saves 5.00 GB  ● fits")


def test_a_lack_of_space_has_a_symbol_and_words() -> None:
    shown_rows = texts(why_space(review_of(SHORT), 0))
    (room,) = [row for row in shown_rows if row.startswith("headroom")]
    assert " ".join(room.split()) == "headroom −1.10 GB × planned is more than free"


async def test_enter_goes_to_the_place_under_the_cursor(tmp_path: Path) -> None:
    wishes: list[Wish | None] = []
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot, why_space(review_of(DOCUMENTED), 0), wishes)
        assert "Enter go to line 10" in shown(app)
        await pilot.press("down")
        assert f"Enter go to line {USERS + 1}" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
    assert wishes == [Jump(("hosts", 0, "users"))]


async def test_keys_that_do_nothing_are_neither_shown_nor_obeyed(tmp_path: Path) -> None:
    wishes: list[Wish | None] = []
    app = dashboard(tmp_path)
    told = Explanation("Why?", (Section("", (Fact("row", "of a file", Place(3, file="a.csv")),)),))
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot, told, wishes)
        assert "c copy   Esc close" in shown(app)
        assert "Enter go" not in shown(app)
        await pilot.press("enter", "f", "a", "w")
        assert wishes == []
        await pilot.press("escape")
        await settle(pilot)
    assert wishes == [None]


async def test_a_fix_is_applied_after_a_look_at_what_changes(tmp_path: Path) -> None:
    wishes: list[Wish | None] = []
    text = DOCUMENTED + '\n[workspaces.settings.Fts]\nMode = "Attended"\n'
    fix = SetValue(("hosts", 0, "users"), 2)
    told = Explanation("Why?", (Section("", (Way("2 users instead of 3", 2.5, True, fix),)),))
    app = dashboard(tmp_path, text)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot, told, wishes)
        await pilot.press("f")
        await settle(pilot)
        assert "− users = 3" in shown(app)
        assert "+ users = 2" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert wishes == []
        await pilot.press("f", "enter")
        await settle(pilot)
    assert wishes == [Apply(intended(text, fix, BlockReader()))]
    assert app.plan_screen.editor.text == text


async def test_a_practice_is_attested_from_its_explanation(tmp_path: Path) -> None:
    wishes: list[Wish | None] = []
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, of_practice(DOCUMENTED, "disk-validate-in-lab"), wishes)
        await pilot.press("a", *"Jan", "enter")
        await settle(pilot)
        assert '+ practice = "disk-validate-in-lab"' in shown(app)
        await pilot.press("enter")
        await settle(pilot)
    word = Attest("disk-validate-in-lab", "example", by="Jan", on=DAY)
    assert wishes == [Apply(intended(DOCUMENTED, word, BlockReader()))]


async def test_what_cannot_be_waived_has_no_key_for_it(tmp_path: Path) -> None:
    answer = Answer(
        "host-os-supported",
        "Title",
        False,
        review_of(SHORT).items[0].finding.severity,
        Status.FAILING,
        "No.",
    )
    contents: tuple[Entry, ...] = (answer,)
    wishes: list[Wish | None] = []
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot, Explanation("Why?", (Section("", contents),)), wishes)
        assert "waive" not in shown(app)


async def test_a_long_explanation_scrolls_and_its_keys_stay(tmp_path: Path) -> None:
    wishes: list[Wish | None] = []
    app = dashboard(tmp_path, SHORT)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot, why_verdict(review_of(SHORT), 0), wishes)
        assert "Why is DESK-01 blocked?" in shown(app)
        await pilot.press("end")
        await settle(pilot)
        screen = shown(app)
        assert "windows_virtual_pc" in screen
        assert "Esc close" in screen
        assert "Reasons" not in screen
        await pilot.press("home")
        await settle(pilot)
        assert "Reasons" in shown(app)


async def test_everything_can_be_copied(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot, why_space(review_of(DOCUMENTED), 0), [])
        await pilot.press("c")
        await settle(pilot)
        assert app.clipboard.startswith("Why 10.10 GB on DESK-01?\n\n2.60 + 3 × (1.50 + 1.00)")
