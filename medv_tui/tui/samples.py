"""The plans that come with the program, to look at and to start from."""

from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "samples"


class Sample(NamedTuple):
    """One plan that comes with the program."""

    name: str
    """Its file's name."""
    key: str
    """The key that opens it from the start screen."""
    words: str

    def text(self) -> str:
        """Give the plan's text."""
        return (_FOLDER / self.name).read_bytes().decode()


SAMPLES = (
    Sample("documented-example.toml", "e", "the documented example, 10.1 GB a host"),
    Sample("midsize.toml", "m", "a rollout half way through, 153 computers"),
    Sample("shared-kiosk.toml", "s", "a shared workspace on kiosks"),
)
