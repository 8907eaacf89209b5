from pathlib import Path

import pytest

from tests.cli.program import Program


@pytest.fixture
def program(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Program:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "MEDV_TUI_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    return Program(tmp_path, capfdbinary, monkeypatch)
