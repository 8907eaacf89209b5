"""What a trial of some changes comes to, as rows: now, then, and the difference."""

from collections.abc import Iterator

from medv_tui.findings import Verdict
from medv_tui.reports.clean import clean
from medv_tui.reports.wrap import wrapped
from medv_tui.review.what_if import DiskShift, Move, Trial, Unreached
from medv_tui.tui.line import Line, Part, cell, cut
from medv_tui.tui.present import BLOCKED, BOLD, MUTED, READY, VERDICT_MARKS, count, signed, size

LABEL, NUMBER = 26, 12
SHOWN = (Verdict.READY, Verdict.ATTENTION, Verdict.BLOCKED, Verdict.UNKNOWN)
MOST_PRACTICES = 3
LEAST_GB = 0.005
"""A smaller change than this is the arithmetic's."""


def draw(trial: Trial, cells: int) -> list[Line]:
    """Draw figures before and after, then what the figures do not say."""
    return [*_figures(trial), (), *_sentences(trial, cells)]


def _figures(trial: Trial) -> Iterator[Line]:
    """Draw the table."""
    heads = (cell(head, NUMBER, MUTED, right=True) for head in ("now", "then", "change"))
    yield (cell("", LABEL), *heads)
    least = ", at least" if trial.fleet.before.hosts_unknown else ""
    yield _disk(trial.fleet, f"GB planned{least}", BOLD)
    if len(trial.workspaces) > 1:
        for workspace in trial.workspaces:
            if abs(workspace.more_gb) >= LEAST_GB:
                yield _disk(workspace, f"  {cut(clean(workspace.name), LABEL - 4)}", MUTED)
    before, after = trial.before.hosts.counts, trial.after.hosts.counts
    for verdict in SHOWN:
        if before[verdict] or after[verdict] or verdict is Verdict.READY:
            mark = VERDICT_MARKS[verdict]
            name = (mark.part, cell(f" {mark.word}", LABEL - 1))
            yield _counts(name, before[verdict], after[verdict])
    (met, scored), (then_met, then_scored) = trial.before.score, trial.after.score
    practices = (cell("practices met", LABEL),)
    yield _numbers(practices, f"{met} of {scored}", f"{then_met} of {then_scored}", then_met - met)


def _disk(shift: DiskShift, label: str, look: str) -> Line:
    """Draw one sum of planned disk space."""
    before, after = shift.before.planned_gb, shift.after.planned_gb
    changed = "" if abs(shift.more_gb) < LEAST_GB else signed(shift.more_gb)
    return (
        cell(label, LABEL, look if look == MUTED else ""),
        cell(size(before), NUMBER, right=True),
        cell(size(after), NUMBER, BOLD if look == BOLD else "", right=True),
        cell(changed, NUMBER, MUTED, right=True),
    )


def _counts(name: Line, before: int, after: int) -> Line:
    """Draw two counts."""
    return _numbers(name, f"{before:,}", f"{after:,}", after - before)


def _numbers(name: Line, before: str, after: str, change: int) -> Line:
    """Draw two figures; a change of nothing is not shown."""
    changed = f"{change:+,}".replace("-", "−") if change else ""
    return (
        *name,
        cell(before, NUMBER, right=True),
        cell(after, NUMBER, right=True),
        cell(changed, NUMBER, MUTED, right=True),
    )


def _sentences(trial: Trial, cells: int) -> Iterator[Line]:
    """Say who moves, which practices break or mend, and what was not reached."""
    for move in trial.moves:
        mark = VERDICT_MARKS[move.after]
        yield from _said(_moved(move), cells, mark.symbol, mark.look)
    for items, word, symbol, look in (
        (trial.broken, "newly fails", "×", BLOCKED),
        (trial.mended, "no longer fails", "●", READY),
    ):
        for item in items[:MOST_PRACTICES]:
            yield from _said(f"{item.practice.title} {word}.", cells, symbol, look)
        if len(items) > MOST_PRACTICES:
            yield from _said(f"{len(items) - MOST_PRACTICES} more like it.", cells, symbol, look)
    yield from _not_summed(trial.fleet, cells)
    for unreached in trial.unreached:
        yield from _said(_unreached(unreached), cells, "?", MUTED)


def _said(text: str, cells: int, symbol: str, look: str) -> Iterator[Line]:
    """Draw a sentence behind a symbol."""
    first, *more = wrapped(clean(text), max(1, cells - 2))
    yield (Part(symbol, look), Part(f" {first}"))
    for line in more:
        yield (Part(f"  {line}"),)


def _moved(move: Move) -> str:
    """Say who changes from what to what."""
    names = ", ".join(move.names) + (" …" if move.computers > len(move.names) else "")
    become = "becomes" if move.computers == 1 else "become"
    return f"{move.computers:,} {move.before.value} {become} {move.after.value}: {names}"


def _not_summed(fleet: DiskShift, cells: int) -> Iterator[Line]:
    """Say where the two sums are not of the same computers."""
    before, after = fleet.before.hosts_unknown, fleet.after.hosts_unknown
    if before != after:
        text = f"{count(before, 'computer')} not in the sum now, {after:,} then."
        yield from _said(text, cells, "?", MUTED)


def _unreached(unreached: Unreached) -> str:
    """Say which computers keep their number, and what would reach them."""
    number, fact = count(unreached.computers, "computer"), unreached.fact
    one = unreached.computers == 1
    if unreached.file:
        return (
            f"{number} {'takes' if one else 'take'} {fact} from {unreached.file} and "
            f"{'stays' if one else 'stay'} as before; change that file, or give the number "
            "under [[hosts]]."
        )
    return (
        f"{number} {'has' if one else 'have'} no {fact} and {'stays' if one else 'stay'} as "
        "before; [host_defaults] can give one to all."
    )
