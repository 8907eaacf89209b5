"""Computers as CSV for a spreadsheet: every figure in full, and nothing that it would run."""

import csv
import io
from collections.abc import Sequence
from typing import TypeAlias

from medv_tui.inventory.progress import Progress, Step, untold
from medv_tui.reports.clean import clean
from medv_tui.review.review import Review

CSV_HEADER = (
    "name",
    "count",
    "workspace",
    "verdict",
    "ram_mb",
    "guest_memory_mb",
    "free_disk_gb",
    "required_gb",
    "peak_gb",
    "planned_gb",
    "headroom_gb",
    "reasons",
    "excluded",
    "file",
    "line",
)

Cell: TypeAlias = str | float | None

_BLOCK = 4096
"""Rows after which it is told how far the work has come."""


def comma_separated(
    review: Review, rows: Sequence[int], path: str, progress: Progress = untold
) -> str:
    """Write these rows of the fleet as CSV (RFC 4180), in the order in which they are given.

    Numbers are not rounded. No text can be taken for a formula: one that starts like a formula
    has an apostrophe before it. `path` is what the plan is called. Raises nothing but what
    `progress` raises.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CSV_HEADER)
    for done, row in enumerate(rows):
        if done % _BLOCK == 0:
            progress(Step("writing computers", done, len(rows)))
        writer.writerow([_safe(cell) for cell in _record(review, row, path)])
    return text.getvalue()


def _record(review: Review, row: int, path: str) -> tuple[Cell, ...]:
    """Give one row's cells."""
    hosts, fleet, place = review.hosts, review.hosts.fleet, review.hosts.fleet.places[row]
    memory, disk = hosts.figures(row)
    where = None if place.index is None else review.locate(("hosts", place.index))
    return (
        fleet.names[row],
        fleet.counts[row],
        hosts.workspace(row),
        hosts.verdict(row).value,
        fleet.fact(row, "ram_mb"),
        None if memory is None or memory.value is None else int(memory.value),
        fleet.fact(row, "free_disk_gb"),
        disk.need.required.value if disk else None,
        disk.need.peak.value if disk else None,
        disk.need.planned.value if disk else None,
        disk.headroom_gb if disk else None,
        " ".join(reason.message for reason in hosts.reasons(row)),
        fleet.fact(row, "excluded"),
        path if where else place.file,
        where.line if where else place.line,
    )


def _safe(cell: Cell) -> Cell:
    """Give a cell that a spreadsheet shows and never runs."""
    if not isinstance(cell, str):
        return cell
    starts_formula = cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    return ("'" if starts_formula else "") + clean(cell)
