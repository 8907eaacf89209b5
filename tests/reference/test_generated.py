import pytest

from tests.generated import FILES, ROOT


@pytest.mark.parametrize("name", FILES)
def test_a_generated_file_is_what_the_program_says_today(name: str) -> None:
    written = (ROOT / name).read_bytes()
    assert written == FILES[name]().encode(), "run: python -m tests.generated"
