import pytest

from medv_tui.plan.base import Table
from medv_tui.plan.environment import Arguments, Budget, Deployment, Security
from medv_tui.plan.host import Host, HostFacts
from medv_tui.plan.keys import Key, TableKeys, key, tables
from medv_tui.plan.plan import Assign, Attestation, Inventory
from medv_tui.plan.settings import SETTINGS, Setting
from medv_tui.plan.workspace import Application, Image, Sysprep

EVERY_KEY = tuple(each for table in tables() for each in table.keys)


def table(path: str) -> TableKeys:
    (found,) = (each for each in tables() if each.path == path)
    return found


def test_every_table_of_the_plan_is_listed_before_those_inside_it() -> None:
    assert [each.path for each in tables()] == [
        "",
        "plan",
        "organization",
        "infrastructure",
        "packager",
        "deployment",
        "deployment.arguments",
        "budget",
        "operations",
        "security",
        "workspaces",
        "workspaces.image",
        "workspaces.sysprep",
        "workspaces.settings",
        "workspaces.settings.Diagnostics",
        "workspaces.settings.Fts",
        "workspaces.settings.UserExperience",
        "workspaces.settings.VM",
        "workspaces.settings.Guest",
        "workspaces.applications",
        "host_defaults",
        "hosts",
        "inventories",
        "inventories.assign",
        "attestations",
    ]


def test_arrays_of_tables_are_told_from_tables() -> None:
    assert [each.path for each in tables() if each.many] == [
        "workspaces",
        "workspaces.applications",
        "hosts",
        "inventories",
        "inventories.assign",
        "attestations",
    ]


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("deployment.arguments", Arguments),
        ("budget", Budget),
        ("security", Security),
        ("workspaces.image", Image),
        ("workspaces.sysprep", Sysprep),
        ("workspaces.applications", Application),
        ("host_defaults", HostFacts),
        ("hosts", Host),
        ("inventories.assign", Assign),
        ("attestations", Attestation),
    ],
)
def test_a_table_lists_the_keys_of_its_model_in_their_order(path: str, model: type[Table]) -> None:
    assert [each.path for each in table(path).keys] == [
        f"{path}.{name}" for name in model.model_fields
    ]


@pytest.mark.parametrize(
    ("path", "model", "inside"),
    [("deployment", Deployment, {"arguments"}), ("inventories", Inventory, {"assign"})],
)
def test_a_table_inside_another_is_none_of_its_keys(
    path: str, model: type[Table], inside: set[str]
) -> None:
    assert {each.name for each in table(path).keys} == set(model.model_fields) - inside


def test_the_root_has_its_format_as_only_key() -> None:
    assert [each.path for each in table("").keys] == ["format"]


def test_a_table_is_described_by_what_it_is_for() -> None:
    assert table("workspaces.sysprep").description == "What Sysprep.inf holds."


def test_a_size_has_its_type_unit_and_range() -> None:
    assert key("hosts.free_disk_gb") == Key(
        path="hosts.free_disk_gb",
        type="number",
        unit="GB",
        required=False,
        default=None,
        description="Free space in GB on the volume that holds the user profiles.",
        minimum=0,
        maximum=1_000_000,
    )


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("format", "whole number"),
        ("hosts.ram_mb", "whole number"),
        ("hosts.free_disk_gb", "number"),
        ("hosts.os", "text"),
        ("hosts.server", "true or false"),
        ("hosts.last_seen", "date"),
        ("hosts.dotnet", "list of texts"),
        ("deployment.order", "list of choices"),
        ("deployment.method", "one of the choices"),
        ("inventories.columns", "table of texts"),
        ("inventories.units", "table of choices"),
        ("workspaces.settings.VM.MultiUserEnabled", "true or false"),
        ("workspaces.settings.VM.Memory", "whole number"),
        ("workspaces.settings.VM.CloseAction", "text"),
        ("workspaces.settings.VM.HostMemToGuestMem", "list of whole numbers"),
        ("workspaces.settings.UserExperience.RedirectUrls", "list of texts"),
    ],
)
def test_a_type_is_said_in_words(path: str, words: str) -> None:
    assert key(path).type == words


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("hosts.ram_mb", "MB"),
        ("infrastructure.esd_cache_mb", "MB"),
        ("workspaces.image.vhd_gb", "GB"),
        ("hosts.count", ""),
        ("workspaces.settings.VM.TaskTimeout", "s"),
        ("workspaces.settings.VM.Memory", "MB"),
    ],
)
def test_a_unit_is_that_of_the_name_or_of_the_setting(path: str, unit: str) -> None:
    assert key(path).unit == unit


def test_the_required_keys_are_those_that_a_table_cannot_be_without() -> None:
    assert {each.path for each in EVERY_KEY if each.required} == {
        "workspaces.name",
        "workspaces.applications.name",
        "hosts.name",
        "inventories.file",
        "inventories.assign.workspace",
        "attestations.practice",
        "attestations.status",
    }


def test_only_the_keys_with_a_default_of_the_format_have_one() -> None:
    plain = [each for each in EVERY_KEY if not each.path.startswith("workspaces.settings.")]

    assert {each.path: each.default for each in plain if each.default is not None} == {
        "format": 1,
        "budget.recommended_free_gb": 10,
        "budget.reserve_gb": 0,
        "budget.keep_local_copy": True,
        "budget.keep_esd_copy": True,
        "hosts.count": 1,
        "inventories.source": "auto",
    }


@pytest.mark.parametrize(
    ("path", "choices"),
    [
        ("format", ("1",)),
        ("deployment.method", ("esd", "windows-7-image", "manual", "batch")),
        ("deployment.order", ("windows-virtual-pc", "kb977206", "host-agent", "workspace")),
        ("attestations.status", ("done", "waived")),
        ("inventories.units", ("bytes", "KB", "MB", "GB")),
        ("workspaces.settings.VM.NetworkingMode", ("Bridged", "NAT")),
        ("hosts.architecture", ()),
    ],
)
def test_a_closed_list_of_values_is_given_in_its_spelling(
    path: str, choices: tuple[str, ...]
) -> None:
    assert key(path).choices == choices


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.path)
def test_a_setting_is_told_by_its_registry_entry(setting: Setting) -> None:
    told = ("path", "unit", "default", "choices", "minimum", "maximum")
    found = key(setting.path)

    assert [getattr(found, name) for name in told] == [getattr(setting, name) for name in told]
    assert found.description == setting.meaning


def test_every_key_is_described_in_a_sentence() -> None:
    assert [each.path for each in EVERY_KEY if not each.description.endswith(".")] == []


def test_paths_are_unique() -> None:
    assert len({each.path for each in EVERY_KEY}) == len(EVERY_KEY)


@pytest.mark.parametrize("path", ["", "hosts", "hosts.ram", "workspaces.settings.VM.memory"])
def test_a_key_that_is_not_there_is_an_error(path: str) -> None:
    with pytest.raises(KeyError):
        key(path)


def test_tables_are_worked_out_once() -> None:
    assert tables() is tables()
