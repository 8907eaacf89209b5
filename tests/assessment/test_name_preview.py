import string

from hypothesis import given
from hypothesis import strategies as st

from medv_tui.assessment.name_preview import EXAMPLE_USERS, examples, shared_starts
from medv_tui.assessment.names import Lot, expand, parse

COMPUTERS = (("WS-0042", 2), ("FINANCE-PC-0113", 1))
hosts = st.text(string.ascii_uppercase + string.digits + "-", min_size=1, max_size=15)


def test_every_guest_gets_an_example_in_turn() -> None:
    found = examples(parse("%hostname%[8]-%username%[3]"), COMPUTERS)
    assert [(e.host, e.user, e.name) for e in found] == [
        ("WS-0042", EXAMPLE_USERS[0], "WS-0042-ale"),
        ("WS-0042", EXAMPLE_USERS[1], "WS-0042-mlo"),
        ("FINANCE-PC-0113", EXAMPLE_USERS[2], "FINANCE--jno"),
    ]


def test_there_are_ten_examples_at_most() -> None:
    assert len(examples(parse("MEDV*"), [("WS", 2_000_000_000)])) == 10


def test_a_name_that_would_be_rejected_says_so() -> None:
    _, fitting, long = examples(parse("%hostname%-%username%"), COMPUTERS)
    assert (fitting.name, fitting.is_too_long) == ("WS-0042-mlopez", False)
    assert (long.name, long.is_too_long) == ("FINANCE-PC-0113-jnovak", True)


@given(hosts, st.sampled_from(["XP######", "MEDV*", "%hostname%[4]##", "PC#*"]))
def test_random_characters_are_of_their_kind_and_always_the_same(host: str, mask: str) -> None:
    (found,) = examples(parse(mask), [(host, 1)])
    assert [found] == list(examples(parse(mask), [(host, 1)]))
    expansion = expand(parse(mask), host, found.user)
    assert len(found.name) == expansion.length
    for place, character in enumerate(expansion.text):
        assert found.name[place] == character or (character == "#" and found.name[place].isdigit())
    filled = found.name[len(expansion.text) :]
    assert set(filled) <= set(string.ascii_uppercase + string.digits)


def test_equal_starts_are_counted_without_regard_to_case() -> None:
    lots = (Lot(1, ("FIN-01", "fin-02", "HR-01")), Lot(2, ("FIN-03",), unnamed=4))
    assert shared_starts(parse("%hostname%[3]"), lots) == {"FIN": 3}
    assert shared_starts(parse("%hostname%"), lots) == {}
    assert shared_starts(parse("MEDV*"), lots) == {}
