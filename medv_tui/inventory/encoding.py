"""From bytes to text, whichever encoding the exporting tool chose."""

import codecs
from dataclasses import dataclass

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16, whose little-endian mark it begins with."""

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""First bytes of Excel workbooks, new and old."""

_SAMPLE = 4096
"""Bytes that are looked at for the NULs of UTF-16 without a mark."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, or the reason why there is none."""

    text: str = ""
    refusal: str = ""
    """What is wrong with the file, as the end of a sentence; empty if it was read."""
    assumed_from_line: int = 0
    """Line with the first byte that made Windows-1252 an assumption; 0 if nothing was assumed."""
    encoding: str = ""
    """Name of the encoding; empty if the file was not read."""


def decode(data: bytes) -> Decoded:
    """Decode by mark, then by the NULs of UTF-16, then as UTF-8, then as Windows-1252."""
    if not data or data.isspace():
        return Decoded(refusal="is empty; a header row and a row for each computer are wanted")
    if data.startswith(_WORKBOOKS):
        return Decoded(refusal="is an Excel workbook; save it as CSV")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, len(mark))
    sample = data[:_SAMPLE]
    wide = _utf_16_by_nuls(sample)
    if wide is None and b"\0" in sample:
        return Decoded(refusal=_no_text(sample.decode("latin-1")))
    return _decoded(data, wide or "utf-8")


def _utf_16_by_nuls(sample: bytes) -> str | None:
    """Guess UTF-16: in mostly Latin text every other byte is NUL, and only those."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    quarter = len(sample) / 8
    if odd >= quarter and odd > 10 * even:
        return "utf-16-le"
    if even >= quarter and even > 10 * odd:
        return "utf-16-be"
    return None


def _decoded(data: bytes, encoding: str, skipped: int = 0) -> Decoded:
    """Decode what follows a mark of so many bytes."""
    try:
        decoded = Decoded(data.decode(encoding), encoding=encoding.upper())
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            name, byte = encoding[:6].upper(), skipped + error.start + 1
            return Decoded(refusal=f"is {name} but byte {byte} is not; export it again")
        line = data.count(b"\n", 0, error.start) + 1
        text = data.decode("cp1252", errors="replace")
        decoded = Decoded(text, assumed_from_line=line, encoding="Windows-1252")
    return Decoded(refusal=_no_text(decoded.text)) if "\0" in decoded.text else decoded


def _no_text(text: str) -> str:
    line = text.count("\n", 0, text.index("\0")) + 1
    return f"holds NUL characters from line {line} on; it is no text"
