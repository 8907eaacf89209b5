from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medv_tui.tui.editor import Editor
from medv_tui.tui.open_plan import OpenPlan
from tests.soak.editing import edit_at_random

PROJECT = Path(__file__).parents[2]
TOML_FILES = sorted(
    path for folder in ("sample_configs", "tests") for path in (PROJECT / folder).rglob("*.toml")
)
SEPARATORS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\ufeff"]
TEXTS = st.lists(
    st.sampled_from([*SEPARATORS, "\t", "é", "漢", "\u0301", "\u200d", '"', "="])
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=5)
).map("".join)


def saved_through_the_editor(path: Path) -> bytes:
    """Open a plan, write it without an edit, and give what is on disk then."""
    plan = OpenPlan.read(path)
    plan.save(Editor(plan.saved_text).text)
    return path.read_bytes()


async def test_after_any_edits_text_and_screen_are_as_if_made_anew() -> None:
    await edit_at_random(seed=20261122, edits=120)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS, bom=st.booleans())
def test_what_was_not_edited_is_saved_byte_by_byte(tmp_path: Path, text: str, bom: bool) -> None:
    data = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    path = tmp_path / "plan.toml"
    path.write_bytes(data)
    assert saved_through_the_editor(path) == data


@pytest.mark.parametrize("name", [str(path.relative_to(PROJECT)) for path in TOML_FILES])
def test_every_toml_file_here_is_saved_byte_by_byte(tmp_path: Path, name: str) -> None:
    data = (PROJECT / name).read_bytes()
    path = tmp_path / "plan.toml"
    path.write_bytes(data)
    assert saved_through_the_editor(path) == data
