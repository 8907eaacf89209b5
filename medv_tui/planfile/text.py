"""A plan's bytes as text, and back to the same bytes."""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass

from medv_tui.errors import PlanUnreadableError
from medv_tui.problem_codes import Code

LARGEST_BYTES = 32 * 1024 * 1024
"""No plan is larger: a fleet of 100,000 computers written out takes about 17 MB."""


@dataclass(frozen=True, slots=True)
class PlanText:
    """The text of a plan with everything that is needed to write the same bytes again."""

    text: str
    """Without the byte order mark; line endings exactly as in the file."""
    bom: bool
    """Whether the file starts with a UTF-8 byte order mark."""

    def encode(self) -> bytes:
        """Give the bytes of the file; for a text that was not edited, the very same ones."""
        return encoded((self.text,), bom=self.bom)


def encoded(stretches: Iterable[str], *, bom: bool) -> bytes:
    """Give the bytes of a text in stretches, with or without a byte order mark.

    Other threads go on while bytes are joined, as they do not while text is.
    """
    mark = codecs.BOM_UTF8 if bom else b""
    return b"".join([mark, *(stretch.encode() for stretch in stretches)])


def decode(data: bytes, name: str) -> PlanText:
    """Read a file's bytes as UTF-8; `name` is what messages call the file.

    Raises PlanUnreadableError with FILE_TOO_LARGE, UTF16, NOT_UTF8 or NUL.
    """
    refuse_large(len(data), name)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise PlanUnreadableError(Code.UTF16, f"{name} is UTF-16; save it as UTF-8.")
    bom = data.startswith(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8-sig" if bom else "utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + (len(codecs.BOM_UTF8) if bom else 0)
        raise PlanUnreadableError(Code.NOT_UTF8, _not_utf8(data, offset, name)) from error
    if "\0" in text:
        raise PlanUnreadableError(Code.NUL, _nul(data, name))
    return PlanText(text, bom)


def refuse_large(size: int, name: str) -> None:
    """Raise PlanUnreadableError with FILE_TOO_LARGE for more bytes than a plan can have."""
    if size > LARGEST_BYTES:
        wanted, seen = LARGEST_BYTES // 1024**2, size / 1024**2
        raise PlanUnreadableError(
            Code.FILE_TOO_LARGE,
            f"{name} has {seen:.1f} MB; a plan has at most {wanted} MB."
            " Keep large fleets in CSV files.",
        )


def _not_utf8(data: bytes, offset: int, name: str) -> str:
    """Say which byte is not UTF-8; bytes count from 0 and lines from 1."""
    line = data.count(b"\n", 0, offset) + 1
    return (
        f"{name} is not UTF-8: byte 0x{data[offset]:02X} at offset {offset}, in line {line}, does"
        " not belong there. Save the file as UTF-8."
    )


def _nul(data: bytes, name: str) -> str:
    """Say where the first NUL stands, or that the file looks like UTF-16 without its mark."""
    offset = data.index(0)
    line = data.count(b"\n", 0, offset) + 1
    looks_wide = data.count(0) * 3 > len(data)
    hint = " It looks like UTF-16." if looks_wide else ""
    return (
        f"{name} holds a NUL character at offset {offset}, in line {line}, so it is not"
        f" text in UTF-8.{hint}"
    )
