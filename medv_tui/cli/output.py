"""Where the commands write: results to standard output, everything else to standard error."""

import os
import shutil
import sys

from medv_tui.reports.clean import clean

_WIDTH = 80
"""Columns where the output is not a terminal."""
_NARROWEST = 20


def write(text: str) -> None:
    """Write a result, as UTF-8 wherever it goes but to a terminal of another encoding.

    A reader that has gone away is no fault: what it does not want is thrown away, and the exit
    code stays what the plan deserves.
    """
    _write(text.encode(sys.stdout.encoding, "replace") if sys.stdout.isatty() else text.encode())


def write_plan(data: bytes) -> None:
    """Write a plan's bytes; a terminal gets stand-ins for what could drive it."""
    if sys.stdout.isatty():
        lines = data.decode(errors="replace").splitlines()
        write("".join(f"{clean(line)}\n" for line in lines))
    else:
        _write(data)


def _write(data: bytes) -> None:
    """Write bytes, as far as somebody wants them."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, which would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(sentence: str) -> None:
    """Write one sentence for a person to standard error."""
    text = f"medv-tui: {clean(sentence)}\n"
    sys.stderr.write(_encodable(text, sys.stderr.encoding))


def prompt(question: str) -> None:
    """Write a question to standard error, where it spoils no result."""
    sys.stderr.write(_encodable(clean(question), sys.stderr.encoding))
    sys.stderr.flush()


def is_watched() -> bool:
    """Say whether a person sees what goes to standard error."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def overwrite(text: str) -> None:
    """Put a text in place of what stands on the terminal's last line, where it fits."""
    room = shutil.get_terminal_size((_WIDTH, 24)).columns - 1
    sys.stderr.write(f"\r\x1b[K{_encodable(clean(text)[:room], sys.stderr.encoding)}")
    sys.stderr.flush()


def has_colour(wish: str) -> bool:
    """Say whether to use colour: always, never, or by what the terminal and its user want."""
    if wish != "auto":
        return wish == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def width() -> int:
    """Give the columns that a line may take."""
    if not sys.stdout.isatty():
        return _WIDTH
    return max(_NARROWEST, shutil.get_terminal_size((_WIDTH, 24)).columns)


def _encodable(text: str, encoding: str) -> str:
    """Give the text with a question mark for what an encoding lacks."""
    return text.encode(encoding, "replace").decode(encoding)
