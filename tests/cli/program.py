"""Running the command line inside the test's own process."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from medv_tui.cli import main


@dataclass(frozen=True, slots=True)
class Done:
    code: int
    out: str
    err: str


class Program:
    """Runs commands in a folder of their own."""

    def __init__(
        self, folder: Path, capture: pytest.CaptureFixture[bytes], patch: pytest.MonkeyPatch
    ) -> None:
        self.folder = folder
        self._capture = capture
        self._patch = patch

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run(self, *words: str | Path, given: bytes = b"") -> Done:
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = main([str(word) for word in words])
        captured = self._capture.readouterr()
        return Done(code, captured.out.decode(), captured.err.decode())
