"""Which encoding a file is in."""

import codecs

import pytest

from medv_tui.inventory.encoding import decode

TEXT = "Name,OS\r\nMÜNCHEN,Windows 7\r\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_a_mark_or_plain_utf_8_is_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_big_endian_with_a_mark_is_read() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")).text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_shows_by_its_nuls(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))

    assert decoded.text == TEXT
    assert decoded.assumed_from_line == 0


def test_what_is_not_utf_8_is_assumed_to_be_windows_1252_from_its_first_line_on() -> None:
    decoded = decode(TEXT.encode("cp1252"))

    assert decoded.text == TEXT
    assert decoded.assumed_from_line == 2


def test_bytes_that_windows_1252_lacks_do_not_stop_the_reading() -> None:
    assert decode(b"Name,OS\n\x81,\xe9\n").text == "Name,OS\n�,é\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \r\n", "is empty"),
        (b"Name,OS\nPC1,Win\0dows\n", "NUL characters from line 2"),
        (b"PK\x03\x04\x14\x00", "Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Excel workbook"),
        (codecs.BOM_UTF16_LE + b"N\0a", "UTF-16 but byte 5 is not"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, words: str) -> None:
    decoded = decode(data)

    assert words in decoded.refusal
    assert decoded.text == ""
