"""`medv-tui practices`: what the documentation recommends."""

from collections.abc import Sequence

from medv_tui.cli import output
from medv_tui.cli.arguments import Arguments
from medv_tui.errors import ExitCode
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Phase
from medv_tui.reference.practices import as_json, listing


def run(words: Sequence[str]) -> int:
    """List the practices of one phase, or of all."""
    parser = Arguments("practices", "List what the documentation recommends, by phase.")
    parser.add_argument("--phase", choices=[phase.value for phase in Phase])
    parser.add_argument("--format", choices=("text", "json"), default="text")
    chosen = parser.parse_args(words)
    practices = [each for each in CATALOGUE if chosen.phase in (None, each.phase)]
    is_json = chosen.format == "json"
    output.write(as_json(practices) if is_json else listing(practices, output.width()))
    return ExitCode.OK
