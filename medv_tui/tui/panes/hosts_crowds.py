"""The fleet counted by what computers have in common: one row for each site, workspace or model."""

from typing import NamedTuple

from medv_tui.findings import Verdict
from medv_tui.reports.clean import clean
from medv_tui.review.crowds import Common, Crowd
from medv_tui.tui.line import Line, Part, cell, joined
from medv_tui.tui.present import MUTED, VERDICT_MARKS

COMPUTERS, NUMBER = 9, 10
"""Cells of the number of computers, and of the number of one verdict."""
LEAST_NAME, WIDEST_NAME = 12, 32
GAP = 2
NOBODY = "not known"
VERDICTS = (
    Verdict.READY,
    Verdict.BLOCKED,
    Verdict.UNKNOWN,
    Verdict.ATTENTION,
    Verdict.UNASSIGNED,
    Verdict.EXCLUDED,
)
"""The verdicts in the order in which they give way in a narrow table, the last one first."""


class Columns(NamedTuple):
    """What a width has room for."""

    name: int
    """Cells of the name."""
    verdicts: tuple[Verdict, ...]

    @classmethod
    def fitting(cls, cells: int) -> "Columns":
        """Choose the columns; name and computers always stay."""
        room = cells - COMPUTERS - GAP - LEAST_NAME
        verdicts = VERDICTS[: max(0, room // (NUMBER + GAP))]
        spare = room - len(verdicts) * (NUMBER + GAP)
        return cls(min(WIDEST_NAME, LEAST_NAME + max(0, spare)), verdicts)


def heads(common: Common, cells: int) -> Line:
    """Name the columns."""
    columns = Columns.fitting(cells)
    marks = (VERDICT_MARKS[verdict] for verdict in columns.verdicts)
    return joined(
        (
            (cell(common.value, columns.name, MUTED),),
            (cell("computers", COMPUTERS, MUTED, right=True),),
            *((cell(mark.word, NUMBER, MUTED, right=True),) for mark in marks),
        ),
        GAP,
    )


def crowd_row(crowd: Crowd, cells: int) -> Line:
    """Draw one crowd with its computers by verdict; what none has stays empty."""
    columns = Columns.fitting(cells)
    name = cell(clean(crowd.name or NOBODY), columns.name, "" if crowd.name else MUTED)
    numbers = ((verdict, crowd.counts.get(verdict, 0)) for verdict in columns.verdicts)
    return joined(
        (
            (name,),
            (cell(f"{crowd.computers:,}", COMPUTERS, right=True),),
            *((_number(verdict, computers),) for verdict, computers in numbers),
        ),
        GAP,
    )


def _number(verdict: Verdict, computers: int) -> Part:
    mark = VERDICT_MARKS[verdict]
    look = MUTED if verdict is Verdict.READY else mark.look
    return cell(f"{mark.symbol} {computers:,}" if computers else "", NUMBER, look, right=True)


def filter_for(common: Common, crowd: Crowd) -> str:
    """Write the filter that shows the computers of a crowd; empty where no filter can."""
    if crowd.name is None or '"' in crowd.name:
        return ""
    return f'{common.value}:"{crowd.name}"' if " " in crowd.name else f"{common.value}:{crowd.name}"
