"""Problems of an inventory, with the lines that they stand on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from medv_tui.findings import Level, Problem, Range, Related
from medv_tui.plan.computer_name import against_name
from medv_tui.problem_codes import Code

SHOWN_OF_A_KIND = 100
"""So many warnings of one kind are listed; one more sums up the rest."""


def whole_line(line: int) -> Range:
    """Give the range of one line with its end."""
    return Range(line, 1, line + 1, 1)


def unreadable(message: str) -> Problem:
    """The file as a whole cannot be used."""
    return Problem(Level.ERROR, Code.INVENTORY_UNREADABLE, message)


def bad_column(message: str, line: int | None = None, level: Level = Level.ERROR) -> Problem:
    """One column cannot be used, wholly or in part."""
    where = None if line is None else whole_line(line)
    return Problem(level, Code.INVENTORY_COLUMN, message, where=where)


def bad_row(message: str, line: int) -> Problem:
    """One row, or one of its cells, cannot be used."""
    return Problem(Level.WARNING, Code.INVENTORY_ROW, message, where=whole_line(line))


def odd_names(names: Sequence[str], lines: Sequence[int]) -> Iterator[Problem]:
    """Remark on names that no computer can have; their rows count all the same."""
    for name, line in zip(names, lines, strict=True):
        against = against_name(name)
        if against:
            yield bad_row(
                f"No computer can be called {quoted(name)}: {against}. The row counts all the same;"
                " check its name.",
                line,
            )


def duplicate(name: str, line: int, first_line: int, file: str) -> Problem:
    """Two rows of the file name the same computer."""
    return Problem(
        Level.WARNING,
        Code.INVENTORY_DUPLICATE,
        f"The computer {quoted(name)} stands on line {first_line} and again on line {line}; "
        "the first counts.",
        where=whole_line(line),
        related=(
            Related(
                file, whole_line(first_line), f"The computer {quoted(name)} stands here first."
            ),
        ),
    )


def quoted(text: str) -> str:
    """Give a text from the file for a sentence: without control characters, and not too long."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    return f'"{shown[:59]}…"' if len(shown) > 60 else f'"{shown}"'


def in_file(problems: Sequence[Problem], file: str) -> tuple[Problem, ...]:
    """Name the file in every problem and sum up what there are too many of."""
    listed: list[Problem] = []
    counts: dict[tuple[Level, Code], int] = {}
    for problem in problems:
        kind = problem.level, problem.code
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= SHOWN_OF_A_KIND:
            listed.append(replace(problem, file=file))
    for (level, code), count in counts.items():
        if count > SHOWN_OF_A_KIND:
            rest = f"There are {count - SHOWN_OF_A_KIND:,} more of this kind, which are not listed."
            listed.append(Problem(level, code, rest, file=file))
    return tuple(listed)
