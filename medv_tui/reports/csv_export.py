"""Computers as CSV for a spreadsheet: every figure in full, and nothing that it would run."""

import csv
import io
from collections.abc import Iterable
from typing import TypeAlias

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


def comma_separated(review: Review, rows: Iterable[int], path: str) -> str:
    """Write these rows of the fleet as CSV (RFC 4180), in the order in which they are given.

    Numbers are not rounded. No text can be taken for a formula: one that starts like a formula
    has an apostrophe before it. `path` is what the plan is called.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CSV_HEADER)
    for row in rows:
        writer.writerow([_safe(cell) for cell in _record(review, row, path)])
    return text.getvalue()


def _record(review: Review, row: int, path: str) -> tuple[Cell, ...]:
    """Give one row's cells."""
    host = review.hosts.review(row)
    fleet, disk = review.hosts.fleet, host.disk
    place = fleet.places[row]
    where = None if place.index is None else review.locate(("hosts", place.index))
    return (
        host.name,
        host.count,
        host.workspace,
        host.verdict.value,
        fleet.fact(row, "ram_mb"),
        host.guest_memory_mb,
        fleet.fact(row, "free_disk_gb"),
        disk.need.required.value if disk else None,
        disk.need.peak.value if disk else None,
        disk.need.planned.value if disk else None,
        disk.headroom_gb if disk else None,
        " ".join(reason.message for reason in host.reasons),
        host.excluded,
        path if where else place.file,
        where.line if where else place.line,
    )


def _safe(cell: Cell) -> Cell:
    """Give a cell that a spreadsheet shows and never runs."""
    if not isinstance(cell, str):
        return cell
    starts_formula = cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    return ("'" if starts_formula else "") + clean(cell)
