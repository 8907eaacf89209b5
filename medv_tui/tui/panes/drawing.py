"""The architecture as a drawing: boxes in boxes, and arrows that end where they act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from medv_tui.findings import Severity, Status
from medv_tui.tui.line import Line, Part, cut, joined, width
from medv_tui.tui.panes.drawing_boxes import SERVICES, Box, Choice, Entry, in_a_row, listed
from medv_tui.tui.panes.drawing_canvas import Canvas
from medv_tui.tui.present import BOLD, MUTED, Mark, status_mark

FLOW = (58, 23)
"""Columns and rows from which on each source has a box of its own."""
SERVICES_ROWS = 18
"""Rows from which on the services have one box together, beside the host."""
STACK = (40, 16)
"""Columns and rows from which on the boxes stand above each other."""
ROOMY = 26
"""Rows from which on a blank row stands above the legend."""
LEGEND_ROWS = 20
"""Rows from which on a stack has a legend."""

_ARROWS = {
    "esd": ("deploys", "host"),
    "policy": ("policy", "host"),
    "directory": ("joins", "guest"),
    "printing": ("prints", "guest"),
}
"""What each service does, and the box it does it to."""
_LEAST_SOURCE, _MOST_SOURCE, _GAP = 20, 34, 8
"""Cells of a source's box, and of the arrows with a label above them."""
_LABELLED_GAP = 11
"""Cells of the arrows with a label in them."""
_BORDERS = 6
"""Rows that the borders of host, engine and guest take."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Cells of the drawing that stand for something that can be explained."""

    x: int
    y: int
    columns: int
    choice: Choice
    box: str
    """Id of the box that they are in."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The rows of a drawing, and what can be chosen in it."""

    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]


def draw(boxes: Mapping[str, Box], columns: int, rows: int) -> Drawing | None:
    """Draw boxes in the form that fits best; None where there is no room for a drawing."""
    if columns < STACK[0] or rows < STACK[1]:
        return None
    if columns < FLOW[0]:
        return _stack(boxes, columns, rows)
    if rows < SERVICES_ROWS:
        return None
    return _flow(boxes, columns, rows, apart=rows >= FLOW[1])


def legend(columns: int) -> Line:
    """Say what the symbols mean, as far as there is room."""
    failing = Status.FAILING
    marks: list[tuple[Mark, str]] = [
        (status_mark(Status.MET), "met"),
        (status_mark(failing, Severity.SHOULD), "should"),
        (status_mark(failing, Severity.MUST), "must"),
        (status_mark(Status.OPEN), "open"),
        (status_mark(Status.UNKNOWN), "unknown"),
        (status_mark(Status.NOT_APPLICABLE), "optional"),
    ]
    groups: list[Line] = [(mark.part, Part(f" {word}", MUTED)) for mark, word in marks]
    for gap in (3, 2):
        if width(joined(groups, gap)) <= columns:
            return joined(groups, gap)
    while groups and width(joined(groups, 2)) > columns:
        groups.pop()
    return joined(groups, 2)


class _Sheet:
    """A canvas that remembers what was drawn where."""

    def __init__(self, columns: int, rows: int) -> None:
        self.canvas = Canvas(columns, rows)
        self._spots: list[Spot] = []

    def drawing(self, columns: int, rows: int, *, legend_below: bool) -> Drawing:
        """Give what was drawn, with the legend as its last row if there is to be one."""
        lines = self.canvas.lines()
        if legend_below:
            lines += [()] * (min(rows, len(lines) + 2) - len(lines) - 1)
            lines.append(legend(columns))
        return Drawing(tuple(lines), tuple(self._spots))

    def box(self, box: Box, x: int, y: int, columns: int, rows: int) -> None:
        """Draw a frame with its title."""
        title = cut(box.title, columns - 7)
        self.canvas.frame(x, y, columns, rows)
        self.canvas.caption(x, y, columns, (box.mark.part, Part(" "), Part(title, BOLD)), box.aside)
        self._spots.append(Spot(x + 3, y, cell_len(title) + 2, box.choice, box.id))

    def entries(self, box: Box, entries: Sequence[Entry], x: int, y: int, columns: int) -> None:
        """Write rows of a box below each other."""
        for place, entry in enumerate(entries):
            self.canvas.words(x, y + place, _entry(entry, columns))
            self._spots.append(Spot(x, y + place, columns, entry.choice, box.id))

    def whole(self, box: Box, x: int, y: int, columns: int, rows: int) -> None:
        """Draw a box with what stands in it."""
        self.box(box, x, y, columns, rows)
        self.entries(box, listed(box, rows - 2), x + 2, y + 1, columns - 4)


def _entry(entry: Entry, columns: int) -> Line:
    """Draw one row of a box; a note that its symbol says too gives way to the name."""
    room = columns - 2
    name, note = entry.name, entry.note
    if cell_len(name) + cell_len(note) + 1 > room:
        note = entry.brief_note
        note = cut(note, max(0, room - min(cell_len(name), room // 2) - 1))
        name = cut(name, room - cell_len(note) - 1 if note else room)
    gap = 2 if cell_len(name) + cell_len(note) + 2 <= room else 1
    line = (entry.mark.part, Part(" "), Part(name))
    return (*line, Part(" " * gap), Part(note, entry.note_look)) if note else line


# The host with the boxes inside it


@dataclass(frozen=True, slots=True)
class _Nest:
    """How many rows the three boxes in each other give to what stands in them."""

    host: int
    blank: int
    remark: int
    engine: int
    guest: int

    @property
    def engine_top(self) -> int:
        """Row of the engine's upper border, from the host's."""
        return 1 + self.host + self.blank

    @property
    def guest_top(self) -> int:
        """Row of the guest's upper border, from the host's."""
        return self.engine_top + 1 + self.remark + self.engine


def _needed(boxes: Mapping[str, Box]) -> int:
    """Rows that the host takes to show everything."""
    host, engine, guest = (boxes[name] for name in ("host", "engine", "guest"))
    entries = len(host.entries) + min(2, len(engine.entries)) + len(guest.entries)
    return _BORDERS + entries + 1 + bool(engine.remark)


def _nest(boxes: Mapping[str, Box], rows: int, lowest_guest: int) -> _Nest:
    """Share rows between the three boxes; the guest has to begin at a row or above it."""
    host, engine, guest = (boxes[name] for name in ("host", "engine", "guest"))
    room = rows - _BORDERS
    remark = int(bool(engine.remark) and room >= 10)
    inner = min(len(engine.entries), 2 if room >= 16 else 1 if room >= 7 else 0)
    blank = int(room >= 14)
    left = room - remark - inner - blank
    fair = max(left // 2, left - len(guest.entries))
    above = min(len(host.entries), fair, lowest_guest - 2 - blank - remark - inner)
    return _Nest(max(0, above), blank, remark, inner, max(0, left - max(0, above)))


def _host(
    sheet: _Sheet, boxes: Mapping[str, Box], at: tuple[int, int], size: tuple[int, int], nest: _Nest
) -> None:
    """Draw host, engine and guest in each other."""
    (x, y), (columns, rows) = at, size
    host, engine, guest = (boxes[name] for name in ("host", "engine", "guest"))
    sheet.box(host, x, y, columns, rows)
    sheet.entries(host, listed(host, nest.host), x + 2, y + 1, columns - 4)
    top = y + nest.engine_top
    sheet.box(engine, x + 2, top, columns - 4, rows - 1 - nest.engine_top)
    if nest.remark:
        remark = Part(cut(engine.remark, columns - 8), MUTED)
        sheet.canvas.words(x + 4, top + 1, (remark,))
    first = top + 1 + nest.remark
    sheet.entries(engine, listed(engine, nest.engine), x + 4, first, columns - 8)
    sheet.whole(guest, x + 4, y + nest.guest_top, columns - 8, rows - 2 - nest.guest_top)


# Sources at the left, the host at the right


def _flow(boxes: Mapping[str, Box], columns: int, rows: int, *, apart: bool) -> Drawing:
    """Draw sources at the left, each in a box of its own if there is room for that."""
    gap = _GAP if apart else _LABELLED_GAP
    source = max(_LEAST_SOURCE, min(_MOST_SOURCE, _LEAST_SOURCE + 1 + (columns - 60) // 3))
    room = rows - 1 if rows < ROOMY else rows - 2
    least = _source_rows(boxes) + 1 if apart else 0
    height = min(room, max(least, _needed(boxes)))
    sheet = _Sheet(columns, height)
    # The lowest arrow ends above the lower borders of the guest and of what contains it.
    place = _sources if apart else _services
    arrows = place(sheet, boxes, source, height - 2)
    lowest = min(y for name, y in arrows.items() if _ARROWS[name][1] == "guest")
    nest = _nest(boxes, height, lowest)
    x = source + gap
    _host(sheet, boxes, (x, 0), (columns - x, height), nest)
    for name, y in arrows.items():
        label, target = _ARROWS[name]
        end = x - 1 if target == "host" else x + 3
        sheet.canvas.arrow_right(source - 1, y, end, "" if apart else label)
        if apart:
            sheet.canvas.words(source, y - 1, (Part(label, MUTED),))
    return sheet.drawing(columns, rows, legend_below=True)


def _source_rows(boxes: Mapping[str, Box]) -> int:
    """Rows that sources take in boxes of their own, one row and no gap for each service."""
    return len(boxes["administrator"].entries) + 2 + 1 + 3 * len(SERVICES)


def _sources(sheet: _Sheet, boxes: Mapping[str, Box], columns: int, height: int) -> dict[str, int]:
    """Draw each source in a box of its own; give the rows at which arrows start."""
    spare = height - _source_rows(boxes)
    gaps = min(len(SERVICES) - 1, spare)
    extra = _extra_rows(boxes, spare - gaps)
    wide, rest = divmod(spare - sum(extra.values()), len(SERVICES) - 1)
    administrator = boxes["administrator"]
    y = len(administrator.entries) + 2
    sheet.whole(administrator, 0, 0, columns, y)
    sheet.canvas.arrow_down(4, y - 1, y, "package")
    y += 1
    arrows = {}
    for place, name in enumerate(SERVICES):
        y += wide + (place <= rest) if place else 0
        rows = 3 + extra.get(name, 0)
        sheet.whole(boxes[name], 0, y, columns, rows)
        arrows[name] = y + 1
        y += rows
    return arrows


def _extra_rows(boxes: Mapping[str, Box], spare: int) -> dict[str, int]:
    """Give the services that have most to say a second row, as far as there are rows."""
    wanting = [name for name in SERVICES if len(boxes[name].entries) > 1]
    wanting.sort(key=lambda name: _first_trouble(boxes[name]))
    return dict.fromkeys(wanting[: max(0, spare)], 1)


def _first_trouble(box: Box) -> int:
    """Order services by the worst that there is to say of them."""
    return min(entry.rank for entry in box.entries)


def _services(sheet: _Sheet, boxes: Mapping[str, Box], columns: int, height: int) -> dict[str, int]:
    """Draw all services in one box; give the rows at which arrows start."""
    administrator = boxes["administrator"]
    top = len(administrator.entries) + 2
    sheet.whole(administrator, 0, 0, columns, top)
    y = max(top + 1, min(height - len(SERVICES) - 2, top + 4))
    _service_box(sheet, boxes, (0, y), (columns, len(SERVICES) + 2))
    sheet.canvas.arrow_down(4, top - 1, y - 1, "package")
    return {name: y + 1 + place for place, name in enumerate(SERVICES)}


def _service_box(
    sheet: _Sheet, boxes: Mapping[str, Box], at: tuple[int, int], size: tuple[int, int]
) -> None:
    """Draw one box for all services, a row for each; where rows run out the worst stay."""
    (x, y), (columns, rows) = at, size
    services = [boxes[name] for name in SERVICES]
    worst = min(services, key=_first_trouble)
    box = Box("services", "Services", worst.mark, (), worst.choice)
    sheet.box(box, x, y, columns, rows)
    kept = sorted(services, key=_first_trouble)[: rows - 2]
    shown = [service for service in services if service in kept]
    for place, service in enumerate(shown):
        sheet.entries(service, (in_a_row(service),), x + 2, y + 1 + place, columns - 4)


# Boxes above each other


def _stack(boxes: Mapping[str, Box], columns: int, rows: int) -> Drawing:
    """Draw sources side by side, and the host below them."""
    has_legend = rows >= LEGEND_ROWS
    height = rows - has_legend
    left = (columns - 1) // 2
    inner = len(SERVICES) if height >= LEGEND_ROWS - 1 else 3
    top = inner + 2
    height = min(height, top + 1 + _needed(boxes))
    sheet = _Sheet(columns, height)
    sheet.whole(boxes["administrator"], 0, 0, left, top)
    _service_box(sheet, boxes, (left + 1, 0), (columns - left - 1, top))
    sheet.canvas.arrow_down(4, top - 1, top, "package")
    label = "deploys, policy"
    fits = len(label) + 7 <= columns - left
    sheet.canvas.arrow_down(left + 5, top - 1, top, label if fits else "deploys")
    nest = _nest(boxes, height - top - 1, height)
    _host(sheet, boxes, (0, top + 1), (columns, height - top - 1), nest)
    return sheet.drawing(columns, rows, legend_below=has_legend)
