"""What is copied, where a terminal may not take it.

Terminals take copied text by xterm's OSC 52 and never say whether they did. Those that are known
not to, and texts that are longer than most terminals take, go to a file.
"""

import base64
from collections.abc import Mapping
from pathlib import Path

from medv_tui.tui.recent import write_whole

FILE_NAME = "copied.txt"
MOST_BYTES = 70_000
"""Bytes of a copied text in base 64 that most terminals take."""
_DEAF_TERMS = frozenset({"linux", "vt100", "vt220", "cons25"})
_DEAF_PROGRAMS = frozenset({"Apple_Terminal"})


def takes_copies(environment: Mapping[str, str]) -> bool:
    """Say whether a terminal may take what is copied; False where it is known that it does not."""
    is_deaf = environment.get("TERM_PROGRAM") in _DEAF_PROGRAMS
    return not is_deaf and environment.get("TERM") not in _DEAF_TERMS


def fits(text: str) -> bool:
    """Say whether a text is short enough for most terminals."""
    return len(base64.b64encode(text.encode(errors="surrogateescape"))) <= MOST_BYTES


def keep(text: str, folder: Path | None) -> str:
    """Put a text into the file for it and say so; the sentence also says where that fails."""
    if folder is None:
        return "The terminal may not take what was copied; Ctrl+V pastes it here."
    path = folder / FILE_NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, text)
    except OSError as error:
        return f"What was copied cannot be written to {path} ({error.strerror}); Ctrl+V pastes it."
    return f"The terminal may not take what was copied, so it is in {path}; Ctrl+V pastes it here."


def sent(text: str) -> str:
    """Say that a text was sent to the terminal."""
    number = "1 character" if len(text) == 1 else f"{len(text):,} characters"
    return f"Copied {number}, if the terminal allows it; Ctrl+V pastes here."
