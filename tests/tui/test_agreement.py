"""The dashboard and `medv-tui check` say the same of every sample."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from medv_tui.cli import main
from medv_tui.findings import Verdict
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.present import VERDICT_MARKS, size

from .plans import DAY, WIDE, settle, shown

SAMPLES = Path(__file__).parents[2] / "sample_configs"


class Summary(NamedTuple):
    """What is said of a plan as a whole."""

    hosts: Mapping[str, int]
    """Computers by verdict, and all of them as `hosts`; without the excluded ones."""
    planned: str
    """GB with one decimal, `?` where nothing is known."""
    practices: tuple[int, int]
    """Met, of those that apply."""


def number(found: re.Match[str] | None) -> int:
    return int(found[1].replace(",", "")) if found else 0


def headline(screen: str) -> Summary:
    """Read the first row of the screen."""
    row = screen.splitlines()[0]
    counts = {
        verdict.value: number(re.search(rf"([\d,]+) {VERDICT_MARKS[verdict].word}\b", row))
        for verdict in Verdict
        if verdict is not Verdict.EXCLUDED
    }
    counts["hosts"] = number(re.search(r"([\d,]+) hosts?\b", row))
    disk = re.search(r"disk (?:at least )?([\d,.?]+) GB planned", row)
    practices = re.search(r"practices (\d+) of (\d+) met", row)
    assert disk is not None
    assert practices is not None
    return Summary(counts, disk[1], (int(practices[1]), int(practices[2])))


def checked(text: str) -> Summary:
    """Read what the command prints."""
    told = json.loads(text)
    counts = {
        verdict.value: told["hosts"][verdict.value]
        for verdict in Verdict
        if verdict is not Verdict.EXCLUDED
    }
    counts["hosts"] = told["hosts"]["total"]
    disk = told["disk"]
    known = disk["total_planned_gb"] or not disk["hosts_unknown"]
    score = told["practices"]["score"]
    return Summary(
        counts, size(disk["total_planned_gb"] if known else None), (score["met"], score["of"])
    )


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.toml")))
async def test_the_headline_agrees_with_the_command(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = Path(shutil.copy(SAMPLES / name, tmp_path))
    app = DashboardApp(OpenPlan.read(plan), DAY)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        seen = headline(shown(app))
    main(["check", str(plan), "--format", "json", "--as-of", DAY.isoformat()])
    assert seen == checked(capsys.readouterr().out)
