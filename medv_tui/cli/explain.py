"""`medv-tui explain`: what a practice, a problem code or a MED-V setting means."""

from collections.abc import Sequence

from medv_tui.cli import output
from medv_tui.cli.arguments import Arguments
from medv_tui.errors import ExitCode
from medv_tui.reference.explain import explain


def run(words: Sequence[str]) -> int:
    """Print the explanation; MedvError names the nearest words where there is none."""
    parser = Arguments("explain", "Explain a practice, a problem code or a setting.")
    parser.add_argument("id", metavar="ID", help="host-ram-minimum, unknown-key, Fts.Mode ...")
    output.write(explain(parser.parse_args(words).id, output.width()))
    return ExitCode.OK
