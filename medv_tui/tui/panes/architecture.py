"""The architecture pane: what MED-V is made of, and where each part stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from medv_tui.findings import Status
from medv_tui.reports.clean import clean
from medv_tui.reports.explanation import Explanation
from medv_tui.reports.practice_explanation import why_component, why_practice
from medv_tui.review.architecture import MISSING, Component
from medv_tui.review.components import DRAWN_IN
from medv_tui.review.review import Review
from medv_tui.tui.line import Line, Part, wrapped
from medv_tui.tui.panes.choice import ChoicePane, Row
from medv_tui.tui.panes.drawing import Drawing, Spot, draw
from medv_tui.tui.panes.drawing_boxes import Box, Choice, boxes
from medv_tui.tui.panes.drawing_canvas import marked
from medv_tui.tui.present import BOLD, MUTED, count, status_mark

CURSOR = "bold on $cursor"
_CALM = frozenset({Status.MET.value, Status.NOT_APPLICABLE.value})


AS_DOCUMENTED = (
    "As the documentation draws it: ESD and registry tool inside the host (C-01). v goes back."
)


def as_documented(components: Iterable[Component]) -> list[Component]:
    """Put every component where the documentation draws it."""
    return [replace(each, inside=DRAWN_IN.get(each.id, each.inside)) for each in components]


def nested(components: Sequence[Component], container: str | None = None) -> Iterator[Component]:
    """Give every component with all that it contains behind it."""
    for component in components:
        if component.inside == container:
            yield component
            yield from nested(components, component.id)


def tree(components: Iterable[Component]) -> list[Line]:
    """Draw every component below the one that contains it."""
    depths: dict[str, int] = {}
    lines = []
    for component in components:
        depths[component.id] = 0 if component.inside is None else depths[component.inside] + 1
        lines.append(_row(component, depths[component.id]))
    return lines


def _row(component: Component, depth: int) -> Line:
    """Draw one component; what is fine needs no colour and no reason."""
    mark = status_mark(component.status, component.severity)
    calm = component.status in _CALM
    return (
        Part("  " * depth),
        mark.part,
        Part(f" {component.title}", "" if depth else BOLD),
        Part(f"  {mark.word}", MUTED if calm else mark.look),
        Part("" if calm else f"  {clean(component.message)}", MUTED),
    )


def above(spots: Iterable[Spot], here: Spot) -> Spot | None:
    """Find the nearest spot above another that stands over it."""
    found = [spot for spot in spots if spot.y < here.y and _overlap(spot, here)]
    return max(found, key=lambda spot: (spot.y, -abs(spot.x - here.x)), default=None)


def below(spots: Iterable[Spot], here: Spot) -> Spot | None:
    """Find the nearest spot below another that stands under it."""
    found = [spot for spot in spots if spot.y > here.y and _overlap(spot, here)]
    return min(found, key=lambda spot: (spot.y, abs(spot.x - here.x)), default=None)


def beside(spots: Iterable[Spot], here: Spot, step: int) -> Spot | None:
    """Find the spot at the left (−1) or right (1) of another that is nearest in height."""
    found = [
        spot
        for spot in spots
        if (spot.x + spot.columns <= here.x if step < 0 else spot.x >= here.x + here.columns)
    ]
    return min(found, key=lambda s: (abs(s.y - here.y), abs(s.x - here.x)), default=None)


def _overlap(one: Spot, other: Spot) -> bool:
    """Say whether two spots share a column."""
    return one.x < other.x + other.columns and other.x < one.x + one.columns


class ArchitecturePane(ChoicePane):
    """The components of MED-V as a drawing, or as a tree where there is no room for one."""

    NUMBER = 2
    NAME = "Architecture"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "across(-1)", "Box at the left", show=False),
        Binding("right", "across(1)", "Box at the right", show=False),
        Binding("v", "view", "As the documentation draws it, or as here", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self._drawn_of: tuple[object, ...] = ()
        """What the drawing was made of, and its room."""
        self._spot: Spot | None = None
        self._is_documented = False

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether a component, a practice, or a fact that is drawn is another than before."""
        return (
            old is None
            or old.architecture is not new.architecture
            or old.items is not new.items
            or old.hosts is not new.hosts
            or old.plan is not new.plan
        )

    def take(self, review: Review) -> None:
        """Draw for the pane's size; the cursor stays on what it stood on."""
        if not self._is_documented:
            self._draw(boxes(review), self.cells, self.size.height)
        if self._is_documented or self._drawing is None:
            self._drawing, self._drawn_of = None, ()
            super().take(review)
            return
        spots, here = self._drawing.spots, self._spot
        same = [s for s in spots if here is not None and s.choice == here.choice]
        exact = [s for s in same if here is not None and s.box == here.box]
        self._spot = next(iter((*exact, *same, *spots)), None)

    def _draw(self, shown: Mapping[str, Box], columns: int, rows: int) -> None:
        """Draw boxes, unless they are drawn already, as most edits change none of them."""
        if self._drawn_of != (shown, columns, rows):
            self._drawing, self._drawn_of = draw(shown, columns, rows), (shown, columns, rows)

    def drawn(self, review: Review, cells: int) -> list[Row]:
        """Draw the tree; every component can be explained."""
        components: Sequence[Component] = review.architecture.components
        said = []
        if self._is_documented:
            said, components = wrapped(AS_DOCUMENTED, cells), as_documented(components)
        components = list(nested(components))
        rows = [Row(line, part.id) for line, part in zip(tree(components), components, strict=True)]
        return [*(Row((Part(row, MUTED),)) for row in said), *rows]

    def explained(self, choice: Any) -> Callable[[Review], Explanation] | None:
        """Explain a component by its practices, or one practice."""

        def explain(review: Review) -> Explanation:
            if isinstance(choice, str):
                part = next(c for c in review.architecture.components if c.id == choice)
                return why_component(review, part)
            item = next(i for i in review.items if (i.practice.id, i.subject) == choice)
            return why_practice(review, item)

        return explain

    def fact(self, review: Review) -> str:
        """Count what is missing, or say of how many computers this is."""
        missing = sum(c.status == MISSING for c in review.architecture.components)
        if missing:
            return f"{missing} missing"
        if not review.hosts.total:
            return "no hosts yet"
        return f"worst of {count(review.hosts.total, 'host')}"

    @property
    def chosen(self) -> Choice | None:
        """What the cursor stands on."""
        if self._drawing is None:
            choice: Choice | None = super().chosen
            return choice
        return None if self._spot is None else self._spot.choice

    def length(self) -> int:
        """How many rows there are."""
        return super().length() if self._drawing is None else len(self._drawing.lines)

    def row(self, index: int, cells: int) -> Line:
        """Give a row that is drawn already, with the cursor on it where keys go here."""
        if self._drawing is None:
            return super().row(index, cells)
        line, spot = self._drawing.lines[index], self._spot
        if spot is None or spot.y != index or not self.has_focus:
            return line
        return marked(line, spot.x, spot.columns, CURSOR)

    def ground(self, index: int) -> str:
        """Mark a row of the tree; in the drawing the cursor is on a part of a row."""
        return super().ground(index) if self._drawing is None else ""

    def action_view(self) -> None:
        """Draw it as the documentation does, or as here again."""
        self._is_documented = not self._is_documented
        if self.review is not None:
            self.take(self.review)
        self.move_to(0)
        self.redraw()

    def action_move(self, rows: int) -> None:
        """Move up or down."""
        if self._drawing is None or self._spot is None:
            super().action_move(rows)
        else:
            step = above if rows < 0 else below
            self._go(step(self._drawing.spots, self._spot))

    def action_across(self, step: int) -> None:
        """Move to the left or the right."""
        if self._drawing is not None and self._spot is not None:
            self._go(beside(self._drawing.spots, self._spot, step))

    def action_move_to(self, index: int) -> None:
        """Move to the first or the last of the drawing or the tree."""
        if self._drawing is None:
            super().action_move_to(index)
        else:
            self._go(self._drawing.spots[index] if self._drawing.spots else None)

    def action_move_page(self, pages: int) -> None:
        """Move to the next box or the one before; in the tree by a screen."""
        if self._drawing is None or self._spot is None:
            super().action_move_page(pages)
            return
        ids = list(dict.fromkeys(spot.box for spot in self._drawing.spots))
        place = min(max(ids.index(self._spot.box) + pages, 0), len(ids) - 1)
        self._go(next(spot for spot in self._drawing.spots if spot.box == ids[place]))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on what is under the mouse."""
        if self._drawing is None or self.is_failed:
            super().on_click(event)
            return
        y = event.y + self.scroll_offset.y
        under = [s for s in self._drawing.spots if s.y == y and s.x <= event.x < s.x + s.columns]
        self._go(next(iter(under), None))

    def _go(self, spot: Spot | None) -> None:
        """Put the cursor on a spot, if there is one."""
        if spot is not None:
            self._spot = spot
            self.redraw()
