import json

import jsonschema
import pytest

from medv_tui.reports.views.show import VIEWS, WorkspaceView, show_schema
from tests.cli.program import Program
from tests.generated import ROOT

MIDSIZE = ROOT / "sample_configs" / "midsize.toml"
TWO = '[[workspaces]]\nname = "finance"\n[[workspaces]]\nname = "kiosk"\n'
AS_OF = ("--as-of", "2026-11-22")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_text_of_80_columns_and_json(program: Program, view: str) -> None:
    done = program.run("show", view, MIDSIZE, *AS_OF)
    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= 80
    data = json.loads(program.run("show", view, MIDSIZE, *AS_OF, "--format", "json").out)
    assert (data["format"], data["view"], data["partial"]) == (1, view, False)
    assert data["plan"]["name"] == "Contoso Finance and Plants"
    jsonschema.validate(data, json.loads(show_schema()))
    several = isinstance(VIEWS[view], WorkspaceView)
    assert len(data["items"]) == (2 if several else 1)
    assert len(data["items"][0]) > 2


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_plan_can_be_shown_or_says_that_it_has_no_workspace(
    program: Program, view: str
) -> None:
    program.write("plan.toml", "")
    done = program.run("show", view, "plan.toml")
    if isinstance(VIEWS[view], WorkspaceView):
        assert (done.code, done.out) == (2, "")
        assert "plan.toml has no workspace" in done.err
    else:
        assert (done.code, done.err) == (0, "")


def test_one_workspace_is_shown_by_its_name_in_any_case(program: Program) -> None:
    program.write("plan.toml", TWO)
    done = program.run("show", "settings", "plan.toml", "--workspace", "KIOSK")
    assert done.out.startswith("Settings of kiosk\n")
    assert "Settings of finance" not in done.out


def test_a_workspace_that_is_not_there_is_named_with_those_that_are(program: Program) -> None:
    program.write("plan.toml", TWO)
    done = program.run("show", "names", "plan.toml", "--workspace", "hr")
    assert (done.code, done.out) == (2, "")
    assert done.err == "medv-tui: The plan has no workspace hr; it has finance, kiosk.\n"


def test_a_view_of_the_plan_takes_no_workspace(program: Program) -> None:
    program.write("plan.toml", TWO)
    done = program.run("show", "fit", "plan.toml", "--workspace", "kiosk")
    assert (done.code, done.out) == (2, "")
    assert "fit is about the plan as a whole" in done.err


def test_what_cannot_be_read_is_left_out_and_said(program: Program) -> None:
    program.write("plan.toml", TWO + "[deployment]\nmethod = 3\n")
    done = program.run("show", "steps", "plan.toml", "--format", "json")
    assert done.code == 2
    assert json.loads(done.out)["partial"] is True
    assert "Part of plan.toml cannot be read" in done.err


def test_standard_input_can_be_shown(program: Program) -> None:
    done = program.run("show", "timeline", "-", given=TWO.encode())
    assert done.out.startswith("First time setup of finance\n")
