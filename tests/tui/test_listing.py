from textual.app import App, ComposeResult

from medv_tui.tui.line import Part
from medv_tui.tui.listing import Listing, Row

ITEMS = 20


def two_rows_each(cells: int) -> list[Row]:
    del cells
    rows = [Row((Part("Heading"),))]
    for item in range(ITEMS):
        rows += [Row((Part(f"item {item}"),), item), Row((Part("  more"),), item)]
    return [*rows, Row((Part("Foot"),)), Row((Part("End"),))]


def no_items(cells: int) -> list[Row]:
    del cells
    return [Row((Part(f"row {number}"),)) for number in range(30)]


class ListingApp(App[None]):
    CSS = "Listing { height: 10; }"

    def __init__(self, listing: Listing) -> None:
        super().__init__()
        self.listing = listing

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"rule": "#333333", "line": "#666666", "cursor": "#222222"}

    def compose(self) -> ComposeResult:
        yield self.listing

    def on_mount(self) -> None:
        self.listing.focus()

    @property
    def seen(self) -> list[str]:
        return [self.listing.render_line(y).text.rstrip() for y in range(10)]


async def test_the_cursor_goes_from_item_to_item_and_stays_in_view() -> None:
    app = ListingApp(Listing(two_rows_each))
    async with app.run_test(size=(40, 12)) as pilot:
        for number in range(1, ITEMS):
            await pilot.press("down")
            assert app.listing.item == number
            place = app.seen.index(f"item {number}")
            assert app.seen[place + 1] == "  more"


async def test_going_back_to_the_first_item_shows_the_heading_above_it() -> None:
    app = ListingApp(Listing(two_rows_each))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("end", "home")
        assert app.listing.item == 0
        assert app.seen[0] == "Heading"


async def test_rows_after_the_last_item_can_be_reached_and_left() -> None:
    app = ListingApp(Listing(two_rows_each))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("end", "pagedown")
        assert app.seen[-1] == "End"
        assert app.listing.item == ITEMS - 1
        await pilot.press("up")
        assert app.listing.item == ITEMS - 2


async def test_a_page_goes_on_by_what_one_sees() -> None:
    app = ListingApp(Listing(two_rows_each))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("pagedown")
        assert app.listing.item == 5
        await pilot.press("pageup")
        assert app.listing.item == 0


async def test_rows_without_items_scroll() -> None:
    app = ListingApp(Listing(no_items))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("down", "down")
        assert app.seen[0] == "row 2"
        await pilot.press("end")
        assert app.seen[-1] == "row 29"
        await pilot.press("home")
        assert app.seen[0] == "row 0"


async def test_a_click_puts_the_cursor_on_an_item() -> None:
    app = ListingApp(Listing(two_rows_each))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.click(Listing, offset=(2, 6))
        assert app.listing.item == 2
