import pytest

from medv_tui.reports.explanation import Fact
from medv_tui.reports.practice_explanation import why_practice
from medv_tui.reports.views.names import NamesMembers, explain_names, names_of
from tests.reports.explained import fact, item, line, review, section

MASK = 'ComputerNameMask = "MEDV-%username%[6]##"'
TEN = "\n".join(
    f'[[hosts]]\nname = "BULK-{n:02}"\nworkspace = "finance"\nusers = 1\n' for n in range(10)
)


def masked(mask: str, more: str = "") -> NamesMembers:
    return names_of(review((MASK, f'ComputerNameMask = "{mask}"'), more=more), 0)


def test_the_names_of_a_valid_mask_have_length_characters_and_odds() -> None:
    told = names_of(review(), 0)
    assert (told.mask, told.in_use, told.problems) == ("MEDV-%username%[6]##", True, ())
    assert (told.longest, told.longest_here, told.limit) == (13, 13, 15)
    assert told.guests == 3
    assert told.collision_probability == 0
    assert len(told.examples) == 3


def test_a_mask_that_is_wrong_says_why_and_nothing_else() -> None:
    told = masked("MED V-%username%[4]")
    assert [problem.partition(";")[0] for problem in told.problems] == ["holds a blank"]
    assert (told.longest, told.names_at_least, told.examples) == (None, None, ())
    titles = [
        s.title for s in explain_names(review((MASK, 'ComputerNameMask = "A B"')), 0).sections
    ]
    assert titles == ["Mask", "Practices"]


def test_the_longest_name_here_differs_from_the_longest_possible() -> None:
    told = masked("XP-%hostname%")
    assert (told.longest_here, told.longest) == (3 + len("FIN-0001"), 18)


def test_a_certain_collision_has_probability_1() -> None:
    assert masked("PC#", TEN).collision_probability == 1
    assert masked("MEDV").collision_probability == 1


def test_the_same_people_on_several_computers_may_collide_where_others_would_not() -> None:
    told = masked("%username%[6]", TEN)
    assert told.collision_probability == 0
    assert told.collision_probability_same_people == 1


def test_both_readings_of_the_asterisk_are_told() -> None:
    told = masked("MEDV*", TEN)
    assert (told.names_at_least, told.names_at_most) == (36, 36**11)
    changed = review((MASK, 'ComputerNameMask = "MEDV*"'), more=TEN)
    said = fact(explain_names(changed, 0), "by chance").text
    assert said == "36 names if * is one character, 1.32e17 if it fills up (G-05)"


def test_computers_that_begin_alike_are_named() -> None:
    assert masked("%hostname%[4]-%username%[3]", TEN).shared_starts == {"BULK": 10}


def test_an_example_stands_for_each_of_the_first_ten_guests() -> None:
    told = masked("%hostname%-%username%[3]", TEN)
    assert len(told.examples) == 10
    assert told.examples[0].name == f"{told.examples[0].host}-ale"


def test_the_mask_points_to_its_line() -> None:
    place = fact(explain_names(review(), 0), "mask").place
    assert place is not None
    assert place.line == line(MASK)


def test_a_mask_that_is_switched_off_is_not_used() -> None:
    off = review(("SetComputerNameEnabled = true", "SetComputerNameEnabled = false"))
    assert not names_of(off, 0).in_use
    assert fact(explain_names(off, 0), "in use").text.startswith("not used")


@pytest.mark.parametrize("practice", ["name-unique", "name-max-15", "name-charset"])
def test_a_naming_practice_shows_the_names_of_its_workspace(practice: str) -> None:
    told = section(item(review(), practice), "Examples")
    assert [entry.text for entry in told if isinstance(entry, Fact)] == [
        example.name for example in names_of(review(), 0).examples
    ]


def test_another_practice_does_not() -> None:
    of = review()
    other = next(i for i in of.items if i.practice.id == "url-protocols")
    assert "Examples" not in [s.title for s in why_practice(of, other).sections]


def test_sets_with_fewer_names_than_guests_are_counted() -> None:
    assert masked("PC#", TEN).certain_collisions == 1
    assert masked("MEDV*", TEN).certain_collisions == 0
