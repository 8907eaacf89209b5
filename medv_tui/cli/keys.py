"""`medv-tui keys`: what keys can be chosen for, and which they are."""

import os
from collections.abc import Sequence

from medv_tui.cli import output
from medv_tui.cli.arguments import Arguments
from medv_tui.errors import ExitCode
from medv_tui.reports.clean import clean
from medv_tui.tui.known_actions import KNOWN_ACTIONS
from medv_tui.tui.own_keys import load
from medv_tui.tui.settings_folder import KEYS_FILE, settings_folder


def run(words: Sequence[str]) -> int:
    """List the actions with their keys, the user's own included; complain of what is left out."""
    Arguments("keys", "List the keys that can be chosen, as they are.").parse_args(words)
    folder = settings_folder(os.environ)
    own = load(folder, KNOWN_ACTIONS)
    for action in own.actions:
        output.write(f"{action.name:<18}{action.label:<18}{action.meaning}\n")
    if folder is not None:
        path = clean(str(folder / KEYS_FILE))
        output.write(f'\nTo choose others, write lines such as save = "F5" into {path}\n')
    for sentence in own.refused:
        output.complain(sentence)
    return ExitCode.PROBLEM if own.refused else ExitCode.OK
