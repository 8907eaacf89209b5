import pytest

from medv_tui.findings import Path
from medv_tui.planfile.block_reader import read_in_pieces
from medv_tui.planfile.plain_values import plain_value

FIRST = '[[hosts]]\nname = "FIN-01"\nusers = 3\n\n'
PATH: Path = ("hosts", 1, "users")


def found(table: str, path: Path = PATH) -> str | None:
    text = FIRST + table
    where = plain_value(read_in_pieces(text).spans, path)
    return None if where is None else text[slice(*where)]


@pytest.mark.parametrize("value", ["3", '"three"', "'three'", "true", "2.5", "2026-11-22"])
def test_a_value_on_a_line_of_its_own_is_found(value: str) -> None:
    assert found(f"[[hosts]]\n  users  =  {value} \r\n") == value


@pytest.mark.parametrize(
    "table",
    [
        "[[hosts]]\nusers = 3  # with a comment\n",
        "[[hosts]]\nusers = [3]\n",
        '[[hosts]]\nusers = "\\n"\n',
        "[[hosts]]\nusers = 3\nos = \n",
        '[[hosts]]\nusers = 3\nnotes = """\nusers = 4\n"""\n',
        "[[hosts]]\nnotes = { users = 3 }\n",
        "[[hosts]]\nram_mb = 4096\n",
    ],
)
def test_what_takes_a_look_at_the_statements_is_not(table: str) -> None:
    assert found(table) is None


@pytest.mark.parametrize(
    "path", [("hosts", 2, "users"), ("hosts", 1), ("hosts", 1, "a b"), ("workspaces", 1, "users")]
)
def test_only_a_computer_that_is_there_has_such_keys(path: Path) -> None:
    assert found("[[hosts]]\nusers = 3\n", path) is None
    assert plain_value(read_in_pieces("users = 3\n").spans, path) is None
