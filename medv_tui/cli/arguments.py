"""Reading the words of one command."""

import argparse
from datetime import date
from typing import NoReturn

from medv_tui.errors import MedvError


class Arguments(argparse.ArgumentParser):
    """A parser whose complaints are one sentence, like every other refusal of the program."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(f"medv-tui {command}", description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Raise MedvError."""
        sentence = message[:1].upper() + message[1:]
        raise MedvError(f"{sentence}; {self.prog} --help lists what there is.")


def day(word: str) -> date:
    """Read a day as it stands in a plan, 2026-11-22."""
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a day is wanted, 2026-11-22, not {word}") from error
