"""Textual's compositor, which asks widgets for no more rows than are to be drawn again.

Textual's own asks each widget on the screen for all of its rows whenever one row of any changed.
"""

from collections.abc import Iterable, Iterator

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Rendered = tuple[Region, Region, list[Strip]]
"""Where a widget lies, the part of the screen that is given of it, and the rows of that part."""


class SparingCompositor(Compositor):
    """Draws what changed on a screen out of the rows that changed."""

    def __init__(self) -> None:
        super().__init__()
        self._bands: tuple[Region, ...] | None = None
        """What is to be drawn again, without rows that two of them share; None for everything."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw what changed."""
        self._bands = tuple(bands(self._dirty_regions))
        try:
            return super().render_partial_update()
        finally:
            self._bands = None

    def _get_renders(self, crop: Region | None = None) -> Iterable[Rendered]:
        # Textual takes the widgets in this order, of which the first is the one in front.
        return super()._get_renders(crop) if self._bands is None else self._parts(self._bands)

    def _parts(self, drawn: Iterable[Region]) -> Iterator[Rendered]:
        """Give of each widget the rows that are to be drawn again."""
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            for band in drawn:
                if band.overlaps(seen):
                    x, _, width, _ = seen
                    _, y, _, height = band.intersection(seen)
                    part = Region(x, y, width, height)
                    yield region, part, widget.render_lines(part.translate(-region.offset))


def bands(regions: Iterable[Region]) -> Iterator[Region]:
    """Join regions that share rows into one around them, and give these from the top down."""
    band: Region | None = None
    for region in sorted(regions, key=lambda region: region.y):
        if band is None or region.y >= band.bottom:
            if band is not None:
                yield band
            band = region
        else:
            band = band.union(region)
    if band is not None:
        yield band
