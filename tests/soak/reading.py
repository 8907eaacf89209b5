"""Reading held against many more texts than the suite has time for: `make soak`."""

from hypothesis import given, settings

from tests.planfile.damage import check_fixes, check_mistakes, check_reading, damaged, mistakes

EXAMPLES = 20_000


@given(damaged)
@settings(max_examples=EXAMPLES, deadline=None)
def test_any_text_is_read(text: str) -> None:
    check_reading(text)


@given(damaged)
@settings(max_examples=EXAMPLES // 4, deadline=None)
def test_any_fix_mends(text: str) -> None:
    check_fixes(text)


@given(mistakes)
@settings(max_examples=EXAMPLES // 4, deadline=None)
def test_several_mistakes_are_as_many_problems(lines: dict[int, str]) -> None:
    check_mistakes(lines)
