"""`medv-tui practices`: what the documentation recommends."""

from collections.abc import Sequence

from medv_tui.cli import output
from medv_tui.cli.arguments import Arguments
from medv_tui.errors import ExitCode
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Phase
from medv_tui.reference.explain import explain
from medv_tui.reference.practices import as_json, listing


def run(words: Sequence[str]) -> int:
    """List the practices of one phase or all, or explain one.

    MedvError names the nearest practice where there is none of that id.
    """
    parser = Arguments("practices", "List what the documentation recommends, by phase.")
    parser.add_argument("id", metavar="ID", nargs="?", help="the practice to explain")
    parser.add_argument("--phase", choices=[phase.value for phase in Phase])
    parser.add_argument("--format", choices=("text", "json"), default="text")
    chosen = parser.parse_args(words)
    page = "" if chosen.id is None else explain(chosen.id, output.width())
    practices = [
        each
        for each in CATALOGUE
        if chosen.phase in (None, each.phase) and chosen.id in (None, each.id)
    ]
    is_json = chosen.format == "json"
    output.write(as_json(practices) if is_json else page or listing(practices, output.width()))
    return ExitCode.OK
