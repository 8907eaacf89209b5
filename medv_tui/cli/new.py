"""`medv-tui new`: a plan to start from, with the schema that editors check it by."""

from collections.abc import Sequence
from pathlib import Path

from medv_tui.cli import output
from medv_tui.cli.arguments import Arguments
from medv_tui.errors import ExitCode, SaveRefusedError
from medv_tui.reference.schema import FILE_NAME, plan_schema
from medv_tui.reference.starter import starter


def run(words: Sequence[str]) -> int:
    """Write the plan to a new file, or to standard output; raises SaveRefusedError."""
    parser = Arguments("new", "Write a commented plan to start from.")
    parser.add_argument("plan", nargs="?", metavar="PLAN", help="the file to write; never replaced")
    chosen = parser.parse_args(words)
    if chosen.plan is None:
        output.write(starter())
        return ExitCode.OK
    path = Path(chosen.plan)
    schema = path.parent / FILE_NAME
    _create(path, starter())
    written = [str(path)]
    if not schema.exists():
        _create(schema, plan_schema())
        written.append(str(schema))
    output.write(f"Wrote {' and '.join(written)}. medv-tui {path} opens the plan.\n")
    return ExitCode.OK


def _create(path: Path, text: str) -> None:
    """Write a file that must not be there yet."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise SaveRefusedError(f"{path} is there already and was not touched.") from error
    except OSError as error:
        raise SaveRefusedError(f"{path} cannot be written: {error.strerror}.") from error
