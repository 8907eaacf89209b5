"""A plan on disk, and the journals of those who work with it."""

from pathlib import Path

import pytest

from medv_tui.planfile.journals import FOLDER, Journals

from .plans import DOCUMENTED


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(DOCUMENTED)
    return path


@pytest.fixture
def journals(tmp_path: Path) -> Journals:
    return Journals(tmp_path / "state" / FOLDER)
