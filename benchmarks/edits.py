"""Edits that a pane or the palette makes in plans of many computers: `... edits [HOSTS ...]`.

First what the processor spends on working each out and reading the result again, with what the
last review knows of the text; then in a terminal of 120 by 40 how long it takes to copy the
computer under the cursor: until the question for its name is there, until what would change is
shown, and until the text has it.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.large_plans import plan_text, program
from benchmarks.terminal import Screen, Terminal
from medv_tui.findings import AddTable, Attest, DuplicateTable, Intent, RemoveKey, SetValue
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.edit import edit
from medv_tui.planfile.rename import renamed

SIZES = (100, 10_000)
ROUNDS = 5
PALETTE, ENTER, UNDO = "\x10", "\r", "\x1a"
QUESTION, CHANGES = "Name of the copy", "What this changes"


def worked_out(hosts: int) -> dict[str, float]:
    """Give what the processor spends on each edit in seconds, the least of some rounds."""
    text, reader = plan_text(hosts), BlockReader()
    reader.read(text)
    number = hosts // 2
    intents: Mapping[str, Intent] = {
        "a value": SetValue(("hosts", number, "ram_mb"), 2048),
        "an attestation": Attest("image-backup-before-seal", by="Jan"),
        "a setting": SetValue(("workspaces", 0, "settings", "VM", "MultiUserEnabled"), True),
        "another computer": AddTable(("hosts",), (("name", "NEW"), ("workspace", "finance"))),
        "a copy": DuplicateTable(("hosts", number), (("name", "NEW"),)),
        "one computer less": RemoveKey(("hosts", number)),
    }
    times = {
        name: min(_seconds(partial(edit, text, intent, reader.branch())) for _ in range(ROUNDS))
        for name, intent in intents.items()
    }
    # A second rename would know the new tables already.
    rename = _seconds(lambda: renamed(text, "finance", "money", reader))
    return times | {"a name that every computer has": rename}


def _seconds(work: Callable[[], object]) -> float:
    begin = process_time()
    work()
    return process_time() - begin


def copied(hosts: int) -> tuple[float, float, float]:
    """Copy the computer in the middle of a plan again and again; give the medians in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.toml")
        path.write_text(plan_text(hosts))
        with Screen(*program("dashboard", path)) as terminal:
            terminal.until("GB")
            terminal.until_quiet(1)
            rounds = [_copied(terminal, f"FIN-{hosts:06}") for _ in range(ROUNDS)]
    asked, shown, written = (median(times) for times in zip(*rounds, strict=True))
    return asked, shown, written


def _copied(terminal: Terminal, name: str) -> tuple[float, float, float]:
    """Copy a computer under the name that is offered, and take it back."""
    terminal.send(PALETTE)
    terminal.until_quiet()
    terminal.send("Duplicate this host")
    terminal.until_quiet()
    times = tuple(_until(terminal, wanted) for wanted in (QUESTION, CHANGES, name))
    terminal.send(UNDO)
    terminal.until_quiet(1)
    asked, shown, written = times
    return asked, shown, written


def _until(terminal: Terminal, wanted: str) -> float:
    """Press Enter and wait for what it leads to."""
    begin = terminal.send(ENTER)
    terminal.until(wanted)
    seconds = perf_counter() - begin
    terminal.until_quiet()
    return seconds


def table(sizes: tuple[int, ...]) -> Iterator[str]:
    """Give the figures line by line, in milliseconds."""
    yield f"{'':<36}" + "".join(f"{hosts:>9,} hosts" for hosts in sizes)
    spent = [worked_out(hosts) for hosts in sizes]
    for name in spent[0]:
        yield f"{name:<36}" + "".join(f"{times[name] * 1000:>12,.1f} ms" for times in spent)
    steps = ("copying: the question", "copying: what would change", "copying: it is there")
    for step, *times in zip(steps, *(copied(hosts) for hosts in sizes), strict=True):
        yield f"{step:<36}" + "".join(f"{seconds * 1000:>12,.0f} ms" for seconds in times)


def main(arguments: list[str]) -> None:
    """Print the table."""
    for line in table(tuple(map(int, arguments)) or SIZES):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
