from hypothesis import given
from hypothesis import strategies as st

from medv_tui.assessment.url_list import Entry, read, remarks, written

LINES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1).filter(str.strip)


def test_a_file_holds_one_address_on_each_line_with_the_ends_of_windows() -> None:
    assert written(["http://a/", " https://b/* ", ""]) == b"http://a/\r\nhttps://b/*\r\n"


def test_special_characters_bring_a_byte_order_mark() -> None:
    assert written(["https://intranet/~hr/a!b"]).startswith(b"\xef\xbb\xbfhttps://intranet/~hr")
    assert not written(["https://intranet/hr/"]).startswith(b"\xef\xbb\xbf")


def test_empty_lines_and_blanks_at_the_ends_count_for_nothing() -> None:
    text = "http://a/\r\n\r\n  https://b/ \n"
    assert read(text) == (Entry(1, "http://a/"), Entry(3, "https://b/"))


@given(st.lists(LINES))
def test_what_is_written_is_read_again(lines: list[str]) -> None:
    text = written(lines).decode("utf-8-sig")
    assert [entry.address for entry in read(text)] == [line.strip() for line in lines]


def test_every_line_that_is_not_redirected_is_named() -> None:
    text = "http://a/\nftp://b\nwww.c.com\nhttps://d https://e\nhttps://f:8443/\nHTTP://A/\n"
    found = [(remark.line, remark.says, remark.invalid) for remark in remarks(read(text))]
    assert found == [
        (2, "is of another protocol", True),
        (3, "begins with no protocol", True),
        (4, "holds 2 addresses", True),
        (5, "names port 8443", False),
        (6, "stands in the file before", False),
    ]


def test_special_characters_are_fine_in_a_utf_8_file() -> None:
    assert remarks(read("https://intranet/~hr/a!b\n")) == ()
