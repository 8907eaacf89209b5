from pathlib import Path

import pytest

from medv_tui.tui.candidates import candidates, resolved


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Beta.toml", "alpha.toml", ".hidden.toml", "fleet.csv", "sub/inner.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "annex").mkdir()
    return tmp_path


def typed(text: str, folder: Path, suffix: str = ".toml") -> list[str]:
    return [candidate.typed for candidate in candidates(text, folder, suffix)]


def test_folders_come_first_and_other_files_are_left_out(folder: Path) -> None:
    assert typed("", folder) == ["annex/", "sub/", "alpha.toml", "Beta.toml"]
    assert typed("", folder, ".csv") == ["annex/", "sub/", "fleet.csv"]


def test_names_begin_as_what_is_typed_in_any_case(folder: Path) -> None:
    assert typed("a", folder) == ["annex/", "alpha.toml"]
    assert typed("BE", folder) == ["Beta.toml"]
    assert typed("zzz", folder) == []


def test_what_is_in_a_folder_keeps_the_way_to_it(folder: Path) -> None:
    assert typed("sub/", folder) == ["sub/inner.toml"]
    assert typed("./sub/in", folder) == ["./sub/inner.toml"]
    assert typed(f"{folder}/al", Path()) == [f"{folder}/alpha.toml"]


def test_hidden_files_are_listed_after_a_dot(folder: Path) -> None:
    assert typed(".h", folder) == [".hidden.toml"]


def test_a_tilde_is_the_home_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert typed("~/al", Path()) == ["~/alpha.toml"]
    assert resolved("~/alpha.toml", Path()) == folder / "alpha.toml"


@pytest.mark.parametrize("text", ["none/", "alpha.toml/", "\0/", "~nobody-at-all/"])
def test_what_is_no_folder_has_nothing_in_it(folder: Path, text: str) -> None:
    assert typed(text, folder) == []
