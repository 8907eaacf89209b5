import os
from pathlib import Path

import pytest

from medv_tui.tui.recent import (
    FILE_NAME,
    MOST,
    PlanState,
    State,
    recall,
    remember,
    state_folder,
)


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"XDG_STATE_HOME": "/state", "HOME": "/home/a"}, Path("/state/medv-tui")),
        ({"XDG_STATE_HOME": "relative", "HOME": "/home/a"}, Path("/home/a/.local/state/medv-tui")),
        ({"HOME": "/home/a"}, Path("/home/a/.local/state/medv-tui")),
        ({"HOME": ""}, None),
        ({}, None),
    ],
)
def test_the_folder_follows_the_environment(
    environment: dict[str, str], folder: Path | None
) -> None:
    assert state_folder(environment) == folder


def test_what_is_remembered_is_recalled(tmp_path: Path) -> None:
    plan = PlanState(path="/plans/a.toml", line=3, column=7, place=4, filter="lyon")
    remember(tmp_path / "new" / "folder", lambda state: state.with_plan(plan))
    remember(tmp_path / "new" / "folder", lambda state: state.with_theme("medv-light"))
    assert recall(tmp_path / "new" / "folder") == State(theme="medv-light", plans=(plan,))


def test_a_plan_is_found_by_whatever_path_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.toml").write_text("")
    (tmp_path / "link.toml").symlink_to("plan.toml")
    state = State().with_plan(PlanState(path=str((tmp_path / "plan.toml").resolve()), line=9))
    monkeypatch.chdir(tmp_path)
    for path in (Path("plan.toml"), Path("link.toml"), tmp_path / "plan.toml"):
        found = state.plan(path)
        assert found is not None
        assert found.line == 9
    assert state.plan(Path("other.toml")) is None


def test_the_latest_plan_is_first_and_the_oldest_are_forgotten() -> None:
    state = State()
    for number in range(MOST + 5):
        state = state.with_plan(PlanState(path=f"/{number}.toml"))
    state = state.with_plan(PlanState(path="/10.toml", line=2))
    assert len(state.plans) == MOST
    assert state.plans[0] == PlanState(path="/10.toml", line=2)
    assert [plan.path for plan in state.plans].count("/10.toml") == 1


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff", b'{"plans": 3}', b'{"plans": [{"line": 1}]}']
)
def test_a_spoilt_file_counts_as_empty_and_is_written_anew(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(data)
    assert recall(tmp_path) == State()
    remember(tmp_path, lambda state: state.with_theme("medv-dark"))
    assert recall(tmp_path).theme == "medv-dark"


def test_what_a_later_version_remembers_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"theme": "medv-dark", "more": 1}')
    assert recall(tmp_path).theme == "medv-dark"


def test_nothing_is_remembered_without_a_folder() -> None:
    remember(None, lambda state: state.with_theme("medv-dark"))
    assert recall(None) == State()


def test_a_folder_that_cannot_be_made_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    remember(tmp_path / "file" / "folder", lambda state: state.with_theme("medv-dark"))
    assert recall(tmp_path / "file" / "folder") == State()


def test_only_the_user_can_read_it_and_nothing_else_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "medv-tui"
    remember(folder, lambda state: state.with_theme("medv-dark"))
    assert os.stat(folder).st_mode & 0o777 == 0o700
    assert os.stat(folder / FILE_NAME).st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_a_path_that_is_no_text_does_no_harm(tmp_path: Path) -> None:
    odd = os.fsdecode(b"/plans/\xff.toml")
    remember(tmp_path, lambda state: state.with_plan(PlanState(path=odd)))
    remember(tmp_path, lambda state: state.with_theme("medv-dark"))
    assert recall(tmp_path).theme == "medv-dark"
