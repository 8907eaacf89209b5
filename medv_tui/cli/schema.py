"""`medv-tui schema`: the JSON Schema of a plan."""

from collections.abc import Sequence

from medv_tui.cli import output
from medv_tui.cli.arguments import Arguments
from medv_tui.errors import ExitCode
from medv_tui.reference.schema import plan_schema


def run(words: Sequence[str]) -> int:
    """Print the schema."""
    Arguments("schema", "Print the JSON Schema of a plan, for editors.").parse_args(words)
    output.write(plan_schema())
    return ExitCode.OK
