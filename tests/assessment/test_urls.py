import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.assessment.urls import (
    Rule,
    addresses,
    faults,
    is_foreign,
    is_utf8,
    needs_utf8,
    parts,
    repeated,
)


def verdict(entry: str, encoding: str | None = "UTF-8") -> str:
    if not addresses([entry]):
        return "ignore"
    found = faults(entry, encoding)
    if not found:
        return "valid"
    return "invalid" if any(fault.invalid for fault in found) else "warn"


@pytest.mark.parametrize(
    ("entry", "encoding", "wanted"),
    [
        pytest.param("https://www.contoso.com/webapps/webapp1", "UTF-8", "valid", id="U1"),
        pytest.param("http://*.contoso.com", "UTF-8", "valid", id="U2"),
        pytest.param("https://www.contoso.com/webapps/*", "UTF-8", "valid", id="U3"),
        pytest.param("http://intranet", "UTF-8", "valid", id="U4"),
        pytest.param("ftp://files.contoso.com", "UTF-8", "invalid", id="U5"),
        pytest.param("file://server/share", "UTF-8", "invalid", id="U6"),
        pytest.param("www.contoso.com/app", "UTF-8", "invalid", id="U7"),
        pytest.param("https://a.contoso.com https://b.contoso.com", "UTF-8", "invalid", id="U8"),
        pytest.param("https://intranet/~hr/a!b", "UTF-8", "valid", id="U9"),
        pytest.param("https://intranet/~hr/a!b", "ANSI", "invalid", id="U10"),
        pytest.param("*://www.contoso.com", "UTF-8", "invalid", id="U11"),
        pytest.param("https://www.con*so.com", "UTF-8", "warn", id="U12"),
        pytest.param("https://www.contoso.com/*/edit", "UTF-8", "warn", id="U13"),
        pytest.param("http://*", "UTF-8", "warn", id="U14"),
        pytest.param("https://erp.contoso.com:8443/app/*", "UTF-8", "warn", id="U15"),
        pytest.param("", "UTF-8", "ignore", id="U16"),
    ],
)
def test_an_entry_gets_its_verdict(entry: str, encoding: str, wanted: str) -> None:
    assert verdict(entry, encoding) == wanted


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        ("HTTPS://WWW.CONTOSO.COM/App", "valid"),
        ("http://10.1.2.3/app", "valid"),
        ("http://*.contoso.com/*", "valid"),
        ("http://büro.contoso.com/", "valid"),
        ("http://10.1.2.300/app", "invalid"),
        ("http://10.1.2", "invalid"),
        ("http://", "invalid"),
        ("http://*.", "invalid"),
        ("http://-contoso.com", "invalid"),
        ("http://contoso..com", "invalid"),
        ("http://user@contoso.com", "invalid"),
        ("http://server\\share", "invalid"),
        (f"http://{'a' * 64}.com", "invalid"),
        (f"http://{'a.' * 127}com", "invalid"),
        ("http://contoso.com:", "invalid"),
        ("http://contoso.com:web/", "invalid"),
        ("http://contoso.com:0/", "invalid"),
        ("http://contoso.com:65535/", "warn"),
        ("http://contoso.com:65536/", "invalid"),
        ("http:/contoso.com", "invalid"),
        ("http://www.*.contoso.com", "warn"),
        ("http://*.*.contoso.com", "warn"),
        ("http://*contoso.com", "warn"),
        ("http://contoso.com/app*", "warn"),
        ("http://contoso.com/*/*", "warn"),
        ("http://contoso.com/**", "warn"),
        ("http://contoso.com?page=1", "warn"),
        ("http://contoso.com/app#top", "warn"),
        (" \t ", "ignore"),
    ],
)
def test_forms_that_no_topic_shows_are_read_carefully(entry: str, wanted: str) -> None:
    assert verdict(entry) == wanted


@pytest.mark.parametrize(
    ("entry", "encoding", "rule", "seen"),
    [
        ("ftp://a.com", None, Rule.PROTOCOL, "is of another protocol"),
        ("www.a.com", None, Rule.PROTOCOL, "begins with no protocol"),
        ("http://a.com https://b.com", None, Rule.ONE_ADDRESS, "holds 2 addresses"),
        ("http://a.com;http://b.com", None, Rule.ONE_ADDRESS, "holds 2 addresses"),
        ("http://a.com/my page", None, Rule.ONE_ADDRESS, "holds a blank"),
        ("http://a.com/~b", "ANSI", Rule.ENCODING, "has special characters, and its file is ANSI"),
        ("http://a.com:80", None, Rule.SHAPE, "names port 80"),
    ],
)
def test_a_fault_names_its_rule_and_what_was_seen(
    entry: str, encoding: str | None, rule: Rule, seen: str
) -> None:
    (fault,) = faults(entry, encoding)
    assert (fault.entry, fault.rule, fault.seen) == (entry, rule, seen)


def test_an_entry_can_break_several_rules() -> None:
    found = faults("ftp://a.com/~b", "ANSI")
    assert [fault.rule for fault in found] == [Rule.ENCODING, Rule.PROTOCOL]
    assert [f.seen for f in faults("http://a*b:81/*/c", None)] == [
        "has an asterisk inside its host",
        "names port 81",
        "has an asterisk inside its path",
    ]


def test_an_unknown_encoding_is_no_fault() -> None:
    assert verdict("https://intranet/~hr/a!b", None) == "valid"


def test_entries_lose_blanks_at_their_ends_and_empty_lines() -> None:
    assert addresses([" http://a.com\t", "", "   ", "http://b.com"]) == (
        "http://a.com",
        "http://b.com",
    )


def test_an_entry_is_taken_apart_at_blanks_and_between_addresses() -> None:
    assert parts("http://a.com\nhttp://b.com, https://c.com") == (
        "http://a.com",
        "http://b.com",
        "https://c.com",
    )
    assert parts("http://a.com/x,y;z") == ("http://a.com/x,y;z",)


@pytest.mark.parametrize("entry", ["ftp://a", "FILE://server/share", "mailto://a"])
def test_another_protocol_is_foreign(entry: str) -> None:
    assert is_foreign(entry)


@pytest.mark.parametrize("entry", ["http://a", "HTTPS://a", "www.a.com", "a.com:80", "*://a"])
def test_what_names_no_other_protocol_is_not_foreign(entry: str) -> None:
    assert not is_foreign(entry)


def test_the_same_address_is_found_again_but_for_its_path_in_any_case() -> None:
    assert repeated(("http://A.com/x", "http://b.com", "HTTP://a.com/x", "http://b.com")) == (2, 3)
    assert not repeated(("http://a.com/x", "http://a.com/X", "https://a.com/x", "http://a.com"))


@pytest.mark.parametrize("encoding", ["UTF-8", "utf8", "UTF-8 with BOM", "utf_8_sig", "cp65001"])
def test_utf8_has_many_names(encoding: str) -> None:
    assert is_utf8(encoding)


@pytest.mark.parametrize("encoding", ["ANSI", "cp1252", "UTF-16", "Unicode", ""])
def test_other_encodings_are_not_utf8(encoding: str) -> None:
    assert not is_utf8(encoding)


def test_letters_digits_and_the_marks_of_an_address_need_no_utf8() -> None:
    assert not needs_utf8("http://*.Contoso-1.com:8080/a/*")
    assert not needs_utf8("http://a.com http://b.com")
    assert all(needs_utf8(f"http://a.com/{mark}") for mark in "~!@#%_é")


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    for entry in addresses([text]):
        assert all(fault.seen for fault in faults(entry, "ANSI"))
        assert parts(entry)
