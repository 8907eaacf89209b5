import pytest

from medv_tui.planfile.nesting import Flaw
from medv_tui.planfile.scan import MOST_BROKEN, Kind, Statement, statements


def only(text: str) -> Statement:
    (statement,) = statements(text)
    return statement


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a = 1", "1"),
        ("  a=-0.5\t# why", "-0.5"),
        ('a = "x # y" # z', '"x # y"'),
        ("a = 'C:\\x'\r\n", "'C:\\x'"),
        ('a = """x\n"y" """', '"""x\n"y" """'),
        ('a = """x""""', '"""x""""'),
        ("a = '''x\n'y'''''", "'''x\n'y'''''"),
        ("a = 2026-11-01 08:00:00Z # z", "2026-11-01 08:00:00Z"),
        ("a = [1, # one ]\n 2]\n", "[1, # one ]\n 2]"),
        ("a = { b = [1, { c = 2 }] }", "{ b = [1, { c = 2 }] }"),
        ("a = [\n  [true],\n  [inf]\n]", "[\n  [true],\n  [inf]\n]"),
    ],
)
def test_a_value_ends_where_it_ends(text: str, value: str) -> None:
    statement = only(text)
    assert statement.kind is Kind.KEY
    assert text[statement.value_start : statement.value_end] == value


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("a.b.c = 1", ("a", "b", "c")),
        ("a . \"b.c\" . 'd' = 1", ("a", "b.c", "d")),
        ('"\\u00e9" = 1', ("é",)),
        ("[a.b]", ("a", "b")),
        ('[[ a . "b]" ]] # c', ("a", "b]")),
    ],
)
def test_dotted_and_quoted_keys_have_parts(text: str, keys: tuple[str, ...]) -> None:
    assert tuple(key.text for key in only(text).keys) == keys


def test_what_is_inside_brackets_has_paths_of_its_own() -> None:
    text = "a = [1, { b.c = 'x' }]"
    found = {inner.path: text[inner.start : inner.end] for inner in only(text).inner}
    assert found == {(0,): "1", (1,): "{ b.c = 'x' }", (1, "b", "c"): "'x'"}


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("[[hosts]", Flaw.HEADER),
        ("hosts]]", Flaw.HEADER),
        (";[[hosts]]", Flaw.HEADER),
        ("[]", Flaw.HEADER),
        ("a", Flaw.NO_EQUALS),
        ("= 1", Flaw.NO_KEY),
        ("a = # nothing", Flaw.NO_VALUE),
        ("a = 1 2", Flaw.TRAILING),
        ('a = "x', Flaw.OPEN_TEXT),
        ("a = '''x\ny", Flaw.OPEN_TEXT),
        ("a = [1", Flaw.OPEN_LIST),
        ("a = {b = 1", Flaw.OPEN_TABLE),
        ("a = [1 2]", Flaw.NO_COMMA),
        ("a = [,]", Flaw.NO_ITEM),
        ("a = " + "[" * 500 + "]" * 500, Flaw.TOO_DEEP),
    ],
)
def test_a_broken_shape_is_named(text: str, flaw: Flaw) -> None:
    statement = statements(text)[0]
    assert statement.kind is Kind.BROKEN
    assert statement.flaw is flaw


@pytest.mark.parametrize(
    "opened",
    [
        "a) = [\n 'x',\n]",
        "a ^ {\n}",
        "a = [1,",
        "a = [\n  'x',",
        "a = {b = 1",
        'a = """x',
        "a = [{",
        "a = '''x\n y z",
    ],
)
def test_an_open_value_ends_before_the_next_statement(opened: str) -> None:
    text = f"{opened}\nb = 2\n[[hosts]]\nname = 'x'\n"
    kinds = [statement.kind for statement in statements(text)]
    assert kinds == [Kind.BROKEN, Kind.KEY, Kind.TABLES, Kind.KEY]


def test_an_open_text_that_ends_at_a_later_opening_is_blamed_itself() -> None:
    text = 'a = """x\n[[hosts]]\nname = "y"\nb = """z\nw"""\n'
    first, *others = statements(text)
    assert (first.kind, first.start, first.end) == (Kind.BROKEN, 0, 8)
    assert [other.kind for other in others] == [Kind.TABLES, Kind.KEY, Kind.KEY]


def test_a_merge_conflict_is_one_broken_statement() -> None:
    text = "a = 1\n<<<<<<< mine\nb = 1\n=======\nb = 2\n>>>>>>> theirs\nc = 3\n"
    kinds = [statement.kind for statement in statements(text)]
    assert kinds == [Kind.KEY, Kind.BROKEN, Kind.KEY]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a = {b = 1,}", 10),
        ("a = {b = 1,\n c = 2}", 4),
        ('a = "\\e"', 5),
        ('a = ["\\\\\\x41"]', 8),
        ("a = 07:32", 4),
        ("a = [2026-01-01T07:32Z]", 5),
    ],
)
def test_what_toml_1_0_does_not_have_is_marked(text: str, at: int) -> None:
    assert only(text).modern == at


@pytest.mark.parametrize(
    "text", ["a = {b = 1}", "a = [1,]", 'a = "\\\\e"', "a = '\\e'", "a = 07:32:00", "a = [\n1\n]"]
)
def test_what_toml_1_0_has_is_not_marked(text: str) -> None:
    assert only(text).modern is None


def test_the_scan_stops_in_garbage() -> None:
    assert len(statements("?\n" * 10_000)) == MOST_BROKEN
