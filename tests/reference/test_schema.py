import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from medv_tui.reference.schema import FILE_NAME, plan_schema
from medv_tui.reference.starter import starter
from tests.generated import ROOT

SAMPLES = sorted((ROOT / "sample_configs").glob("*.toml"))
TEXT_PROBLEMS = {"bad-text.toml"}
TOOLS = Path(sys.executable).parent

BAD = {
    "a text for a number": '[[hosts]]\nname = "A"\nram_mb = "4096"\n',
    "an unknown key": "[plan]\nnam = 1\n",
    "a missing name": "[[workspaces]]\npackage_gb = 1\n",
    "a negative size": "[budget]\nreserve_gb = -1\n",
    "another case of a choice": '[deployment]\nmethod = "ESD"\n',
    "a text for a date": '[plan]\nretire_by = "tomorrow"\n',
    "another format": "format = 2\n",
    "an unknown setting": '[[workspaces]]\nname = "w"\n[workspaces.settings.VM]\nRam = 1\n',
}


def validator() -> jsonschema.Draft7Validator:
    schema = json.loads(plan_schema())
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def accepts(tool: str, path: Path) -> bool:
    command = {
        "taplo": ["lint", "--no-auto-config", str(path)],
        "tombi": ["lint", "--offline", str(path)],
    }[tool]
    done = subprocess.run(
        [str(TOOLS / tool), *command], cwd=path.parent, capture_output=True, check=False
    )
    return done.returncode == 0


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_the_schema_accepts_every_sample_that_is_well_formed(sample: Path) -> None:
    if sample.name not in TEXT_PROBLEMS:
        validator().validate(as_json(tomli.loads(sample.read_text("utf-8"))))


@pytest.mark.parametrize("mistake", BAD)
def test_the_schema_refuses(mistake: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validator().validate(as_json(tomli.loads(BAD[mistake])))


def test_every_key_and_table_has_a_description() -> None:
    schema = json.loads(plan_schema())
    for table in (schema, *schema["definitions"].values()):
        assert table["description"]
        assert table["additionalProperties"] is False
        for key in table["properties"].values():
            assert key["description"]


@pytest.mark.parametrize("tool", ["taplo", "tombi"])
def test_editors_accept_a_new_plan_and_the_samples_and_refuse_bad_ones(
    tool: str, tmp_path: Path
) -> None:
    (tmp_path / FILE_NAME).write_text(plan_schema(), "utf-8")
    texts = {path.name: path.read_text("utf-8") for path in SAMPLES}
    texts["new.toml"] = starter()
    for name, text in texts.items():
        path = tmp_path / name
        path.write_text(text, "utf-8")
        assert accepts(tool, path) is (name not in TEXT_PROBLEMS), name
    path = tmp_path / "plan.toml"
    for mistake, text in BAD.items():
        path.write_text(f"#:schema ./{FILE_NAME}\n{text}", "utf-8")
        assert not accepts(tool, path), mistake


def test_the_tools_that_editors_use_are_installed() -> None:
    assert shutil.which("taplo", path=str(TOOLS))
    assert shutil.which("tombi", path=str(TOOLS))
