from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.assessment.names import (
    Lot,
    Rivals,
    collision_chance,
    collision_probability,
    cut_to_fit,
    expand,
    parse,
    rivals,
)

ALLOWED = "letters A-Z, digits and ! @ $ ^ & ( ) - _ ' { } . ~ are allowed"


@pytest.mark.parametrize(
    ("mask", "host", "user", "text", "length"),
    [
        ("MEDV*", "WS-0042", "mlopez", "MEDV", 15),
        ("%username%[3]", "WS-0042", "alexandra", "ale", 3),
        ("XP-%hostname%", "WS-0042", "mlopez", "XP-WS-0042", 10),
        ("%hostname%-%username%", "FINANCE-PC-0113", "mlopez", "FINANCE-PC-0113-mlopez", 22),
        ("%hostname%[8]-%username%[3]##", "FINANCE-PC-0113", "mlopez", "FINANCE--mlo##", 14),
        ("XP######", "WS-0042", "mlopez", "XP######", 8),
        ("MEDV-%username%[12]", "WS-0042", "mlopez", "MEDV-mlopez", 11),
        ("ABCDEFGHIJKLMNO*", "WS-0042", "mlopez", "ABCDEFGHIJKLMNO", 15),
        ("PC#", "WS-0042", "mlopez", "PC#", 3),
    ],
    ids=["N1", "N2", "N3", "N4", "N5", "N6", "N9", "N10", "N11"],
)
def test_a_mask_becomes_a_name(mask: str, host: str, user: str, text: str, length: int) -> None:
    name = expand(parse(mask), host, user)
    assert (name.text, name.length) == (text, length)


@pytest.mark.parametrize(
    ("mask", "problem"),
    [
        ("XP*-A", 'holds "*" before its end; it may only be the last character'),
        ("MED V-%username%[4]", f"holds a blank; {ALLOWED}"),
        ("%computername%", 'holds "%computername%"; only %username% and %hostname% are known'),
        ("%username%[0]", 'cuts %username% by "[0]"; a length from 1 to 15 is wanted'),
        ("%hostname%[16]", 'cuts %hostname% by "[16]"; a length from 1 to 15 is wanted'),
        ("%hostname%[x]", 'cuts %hostname% by "[x]"; a length from 1 to 15 is wanted'),
        ("%hostname%[]", 'cuts %hostname% by "[]"; a length from 1 to 15 is wanted'),
        ("%hostname%[3", f'holds "["; {ALLOWED}'),
        ("50%", 'holds a "%" that belongs to neither %username% nor %hostname%'),
        ("XP**", 'holds "*" before its end; it may only be the last character'),
        ("XPé", f'holds "é"; {ALLOWED}'),
        ("XP+", f'holds "+"; {ALLOWED}'),
        ("XP\n", f"holds a blank; {ALLOWED}"),
        ("", "is empty; at least 1 character is wanted"),
    ],
)
def test_what_is_wrong_with_a_mask_is_named(mask: str, problem: str) -> None:
    assert parse(mask).problems == (problem,)


@pytest.mark.parametrize(
    "mask",
    [
        "MEDV*",
        "*",
        "%username%[3]",
        "%USERNAME%[03]",
        "%hostname%[15]",
        "!@$^&()-_'{}.~#",
        "a%hostname%b",
    ],
)
def test_a_mask_of_the_grammar_has_no_problem(mask: str) -> None:
    assert parse(mask).problems == ()


PIECES = ("%username%", "%hostname%", "[3]", "[0]", "#", "*", "A-", " ", "%", "[", "user")


@given(st.lists(st.sampled_from(PIECES), min_size=1).map("".join))
def test_the_longest_names_fill_the_worst_case(text: str) -> None:
    mask = parse(text)
    name = expand(mask, "H" * 15, "U" * 20)
    assert len(name.text) == mask.longest
    assert name.length == max(mask.longest, 15 if mask.fill else 0)


@pytest.mark.parametrize(
    ("mask", "length"),
    [
        ("XP-%hostname%", 18),
        ("MEDV-%username%[12]", 17),
        ("%hostname%[8]-%username%[3]##", 14),
        ("%username%", 20),
        ("%username%[15]", 15),
        ("MEDV*", 4),
        ("ABCDEFGHIJKLMNO*", 15),
    ],
)
def test_the_worst_case_counts_every_token_at_its_longest(mask: str, length: int) -> None:
    assert parse(mask).longest == length


@pytest.mark.parametrize(
    ("mask", "length", "spaces"),
    [
        ("MEDV*", 4, (36, 36**11)),
        ("MEDV##*", 6, (3600, 100 * 36**9)),
        ("ABCDEFGHIJKLMNO*", 15, (1, 1)),
        ("XP######", 8, (10**6, 10**6)),
        ("KIOSK", 5, (1, 1)),
    ],
)
def test_a_star_is_counted_both_ways(mask: str, length: int, spaces: tuple[int, int]) -> None:
    assert parse(mask).spaces(length) == spaces


@pytest.mark.parametrize(
    ("mask", "unsafe", "all_digits"),
    [
        ("XP_##", "_", False),
        ("XP-##", "", False),
        ("######", "", True),
        ("2010##", "", True),
        ("2010*", "", False),
        ("2010%hostname%[3]", "", False),
    ],
)
def test_names_that_dns_has_trouble_with_are_noticed(
    mask: str, unsafe: str, *, all_digits: bool
) -> None:
    assert (parse(mask).unsafe, parse(mask).all_digits) == (unsafe, all_digits)


@pytest.mark.parametrize(
    ("mask", "cut"),
    [
        ("XP-%hostname%", "XP-%hostname%[12]"),
        ("MEDV-%username%[12]", "MEDV-%username%[10]"),
        ("%hostname%-%username%", None),
        ("ABCDEFGHIJKLMNO%hostname%", None),
        ("MEDV-%hostname%*", None),
    ],
)
def test_a_single_token_is_cut_to_what_fits(mask: str, cut: str | None) -> None:
    assert cut_to_fit(parse(mask)) == cut


@pytest.mark.parametrize(
    ("names", "space", "probability"),
    [
        (10_000, 36**11, 3.798e-10),
        (20, 100, 0.8696),
        (500, 10**6, 0.1173),
        (11, 10, 1.0),
        (15, 10_000, 0.01045),
        (2, 36, 1 / 36),
        (1, 1, 0.0),
        (0, 1, 0.0),
        (2_000_000_000, 10**13, 1.0),
    ],
    ids=["N1", "N5", "N6", "N11", "four-digits", "two", "alone", "none", "absurd"],
)
def test_the_probability_of_a_collision(names: int, space: int, probability: float) -> None:
    assert collision_probability(names, space) == pytest.approx(probability, rel=1e-3)


@pytest.mark.parametrize("space", [10**6, 10**9, 36**11])
def test_the_series_goes_on_where_counting_out_ends(space: int) -> None:
    below, above = (collision_probability(names, space) for names in (10_000, 10_001))
    assert above == pytest.approx(below, rel=3e-4)
    step = 1 - (1 - below) * (1 - 10_000 / space)
    assert above == pytest.approx(step, rel=1e-9)


@given(st.integers(0, 30_000), st.integers(1, 10**12))
def test_more_names_never_collide_less(names: int, space: int) -> None:
    fewer, more = (collision_probability(n, space) for n in (names, names + 1))
    assert 0 <= fewer <= more + 1e-12 <= 1 + 1e-12


THREE = Lot(2, ("FIN-0001", "fin-0002", "LAB-0001"))
MORE = Lot(1, (), 40)


def sizes(
    mask: str, *lots: Lot, same_people: bool = False, same_start: bool = False
) -> Counter[int]:
    """How many sets of rivals there are by their number of guests."""
    found: Counter[int] = Counter()
    sets = rivals(parse(mask), lots, same_people=same_people, same_start=same_start)
    for rival, times in sets.items():
        found[rival.guests] += times
    return found


@pytest.mark.parametrize(
    ("mask", "sets"),
    [
        ("PC#", {6: 1}),
        ("XP-%hostname%", {2: 3}),
        ("XP-%hostname%[3]", {4: 1, 2: 1}),
        ("%username%[3]", {}),
        ("%hostname%[3]%username%[3]", {}),
    ],
)
def test_guests_meet_where_no_token_tells_them_apart(mask: str, sets: dict[int, int]) -> None:
    assert sizes(mask, THREE) == sets


@pytest.mark.parametrize(
    ("mask", "sets"),
    [
        ("%username%[3]", {3: 2}),
        ("%hostname%[3]%username%[3]", {2: 2}),
        ("%hostname%%username%", {}),
    ],
)
def test_users_of_several_computers_meet_themselves(mask: str, sets: dict[int, int]) -> None:
    assert sizes(mask, THREE, same_people=True) == sets


def test_further_users_meet_only_on_computers_with_as_many() -> None:
    lots = (Lot(1, ("A", "B")), Lot(3, ("C", "D", "E")), Lot(0, ("F",)))
    assert sizes("%username%", *lots, same_people=True) == {5: 1, 3: 2}


@pytest.mark.parametrize(
    ("mask", "apart", "alike"),
    [
        ("XP-%hostname%[8]", {}, {40: 1}),
        ("%hostname%-XP", {}, {}),
        ("XP##", {40: 1}, {40: 1}),
    ],
)
def test_computers_without_a_name_are_apart_or_begin_alike(
    mask: str, apart: dict[int, int], alike: dict[int, int]
) -> None:
    assert sizes(mask, MORE) == apart
    assert sizes(mask, MORE, same_start=True) == alike


def test_rivals_know_how_long_their_names_are() -> None:
    assert rivals(parse("X%hostname%[3]*"), [THREE]) == {Rivals(4, 4): 1, Rivals(2, 4): 1}


@pytest.mark.parametrize(
    ("mask", "chance"),
    [("PC#", 0.8488), ("XP-%hostname%##", 1 - 0.99**3), ("MEDV*", 0.3557), ("PC", 1.0)],
)
def test_chances_of_several_sets_add_up(mask: str, chance: float) -> None:
    read = parse(mask)
    assert collision_chance(read, rivals(read, [THREE])) == pytest.approx(chance, abs=1e-4)


def test_no_set_leaves_no_chance() -> None:
    assert collision_chance(parse("%username%"), Counter()) == 0
