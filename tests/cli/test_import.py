"""A CSV file is looked at first, and becomes part of a plan only when that is agreed to."""

from pathlib import Path

import pytest

from medv_tui.plan.plan import Assign
from medv_tui.planfile.parse import parse
from tests.cli.program import Program

PLAN = """\
# Our plan.
[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5
image.vhd_gb = 2.6

[[workspaces]]
name = "kiosk"
"""
FLEET = """\
Name,OS,Service Pack,Architecture,RAM (MB),Free (GB),Site
PC1,Windows 7 Enterprise,1,x64,4096,60,Head office
PC2,Windows 7 Ultimate,1,x86,4096,60,Plant Graz
"""


def written(program: Program) -> Path:
    program.write("fleet.csv", FLEET)
    return program.write("plan.toml", PLAN)


def test_a_file_alone_is_only_shown(program: Program) -> None:
    program.write("fleet.csv", FLEET)

    done = program.run("import", "fleet.csv")

    assert (done.code, done.err) == (0, "")
    assert "2 computers" in done.out
    assert sorted(path.name for path in program.folder.iterdir()) == ["fleet.csv"]


def test_without_a_yes_the_plan_stays_as_it_is(program: Program) -> None:
    plan = written(program)

    done = program.run("import", "fleet.csv", "--into", plan, "--workspace", "finance")

    assert done.code == 0
    assert '+file = "fleet.csv"' in done.out
    assert "was not changed" in done.err
    assert plan.read_text() == PLAN


def test_with_a_yes_the_file_is_attached_and_its_computers_count(program: Program) -> None:
    plan = written(program)
    words = ("--workspace", "finance", "--assign", "kiosk:site=Plant*", "--users", "1", "--yes")

    done = program.run("import", "fleet.csv", "--into", plan, *words)

    assert done.code == 0
    assert done.out.endswith("Wrote " + str(plan) + ".\n")
    text = plan.read_text()
    assert text.startswith("# Our plan.\n")
    (inventory,) = parse(text).plan.inventories
    assert inventory.file == "fleet.csv"
    assert inventory.assign == (Assign(workspace="kiosk", site="Plant*"),)
    listed = program.run("hosts", plan, "--csv").out
    assert [line.split(",")[:4] for line in listed.splitlines()[1:]] == [
        ["PC1", "1", "finance", "ready"],
        ["PC2", "1", "kiosk", "unknown"],
    ]


def test_a_small_fleet_can_be_copied_into_the_plan(program: Program) -> None:
    plan = written(program)

    program.run("import", "fleet.csv", "--into", plan, "--hosts", "--yes")

    found = parse(plan.read_text()).plan
    assert [host.name for host in found.hosts] == ["PC1", "PC2"]
    assert found.inventories == ()


def test_a_path_is_written_as_the_plan_sees_it(program: Program) -> None:
    (program.folder / "data").mkdir()
    program.write("data/fleet.csv", FLEET)
    (program.folder / "plans").mkdir()
    plan = program.write("plans/plan.toml", PLAN)

    program.run("import", "data/fleet.csv", "--into", "plans/plan.toml", "--yes")

    (inventory,) = parse(plan.read_text()).plan.inventories
    assert inventory.file == "../data/fleet.csv"


def test_a_workspace_that_the_plan_lacks_is_refused(program: Program) -> None:
    plan = written(program)

    done = program.run("import", "fleet.csv", "--into", plan, "--workspace", "sales", "--yes")

    assert done.code == 2
    assert "was not changed" in done.err
    assert "sales" in done.err
    assert plan.read_text() == PLAN


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--unit", "ram_mb=EB"), "names no unit; bytes, KB, MB, GB are."),
        (("--unit", "users=MB"), "users is none of ram_mb"),
        (("--column", "name"), "has no value"),
        (("--column", "nmae=Host"), "nmae is none of name"),
        (("--assign", "kiosk"), "WORKSPACE:KEY=PATTERN is wanted"),
        (("--users", "-1"), '"-1" is no value for users'),
        (("--users", "many"), '"many" is no value for users'),
        (("--default", "ram_mb=4 GB"), '"4 GB" is no value for ram_mb'),
    ],
)
def test_words_that_say_nothing_are_refused(
    program: Program, words: tuple[str, ...], said: str
) -> None:
    program.write("fleet.csv", FLEET)

    done = program.run("import", "fleet.csv", *words)

    assert done.code == 2
    assert said in done.err


def test_columns_units_and_defaults_reach_the_plan(program: Program) -> None:
    program.write("fleet.csv", "Tag,OS,Freespace\nPC1,Windows 7,64000\n")
    plan = program.write("plan.toml", PLAN)
    words = ("--column", "name=Tag", "--unit", "free_disk_gb=MB", "--default", "ram_mb=4096")

    program.run("import", "fleet.csv", "--into", plan, *words, "--yes")

    found = parse(plan.read_text()).plan
    assert found.inventories[0].columns == {"name": "Tag"}
    assert found.inventories[0].units == {"free_disk_gb": "MB"}
    assert found.host_defaults.ram_mb == 4096


def test_what_is_no_table_of_computers_changes_nothing(program: Program) -> None:
    program.write("fleet.csv", b"PK\x03\x04 a workbook")
    plan = program.write("plan.toml", PLAN)

    done = program.run("import", "fleet.csv", "--into", plan, "--yes")

    assert done.code == 2
    assert "is an Excel workbook" in done.out
    assert plan.read_text() == PLAN


def test_a_person_is_asked_for_what_no_inventory_has(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = written(program)
    monkeypatch.setattr("medv_tui.cli.questions.can_ask", lambda: True)

    done = program.run(
        "import", "fleet.csv", "--into", plan, given=b"some\n2\nfinances\nfinance\ny\n"
    )

    assert done.code == 0
    assert '"some" is no value for users' in done.err
    assert 'no workspace "finances"; finance, kiosk is wanted' in done.err
    found = parse(plan.read_text()).plan
    assert found.host_defaults.users == 2
    assert found.inventories[0].workspace == "finance"


@pytest.mark.parametrize("answers", [b"\n\nn\n", b""])
def test_a_person_who_does_not_agree_changes_nothing(
    program: Program, monkeypatch: pytest.MonkeyPatch, answers: bytes
) -> None:
    plan = written(program)
    monkeypatch.setattr("medv_tui.cli.questions.can_ask", lambda: True)

    program.run("import", "fleet.csv", "--into", plan, given=answers)

    assert plan.read_text() == PLAN


def test_a_plan_that_changed_meanwhile_is_not_overwritten(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = written(program)

    def agreed(_question: str) -> bool:
        plan.write_text("# Somebody else's.\n")
        return True

    monkeypatch.setattr("medv_tui.cli.questions.can_ask", lambda: True)
    monkeypatch.setattr("medv_tui.cli.questions.agreed", agreed)

    done = program.run("import", "fleet.csv", "--into", plan, given=b"\n\n")

    assert done.code == 2
    assert "changed on disk" in done.err
    assert plan.read_text() == "# Somebody else's.\n"
