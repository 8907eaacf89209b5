"""Which column holds which fact."""

import pytest

from medv_tui.findings import Level
from medv_tui.inventory.headers import read_header
from medv_tui.plan.host import HostFacts
from medv_tui.problem_codes import Code
from tests.inventory.reading import column, only_problem, rows_of

NAMES = [
    "Name", "Name0", "Netbios_Name0", "ComputerName", "Computer Name", "MachineName", "AssetName",
    "hostname", "computer_name", "Node", "CSName", "DNS Host Name", "SystemName", "PSComputerName",
    "Details_Table0_MachineName", "Details_Table0_Netbios_Name0", "d:Details_Table0_ComputerName",
]  # fmt: skip
CAPTIONS = [
    "Caption", "Caption0", "OperatingSystem", "Operating System", "OSName", "OS Name", "OS",
    "OS Version", "Operating_System_Name_and0", "OperatingSystemNameandVersion", "DeviceOS",
    "Название ОС",
]  # fmt: skip
VERSIONS = [
    "Version", "Version0", "OperatingSystemVersion", "operatingSystemVersion0",
    "O/S Version Number", "OSVersion", "Build", "BuildNumber",
]  # fmt: skip
SERVICE_PACKS = [
    "CSDVersion", "CSDVersion0", "OperatingSystemServicePack", "O/S Service Pack", "OSServicePack",
    "ServicePackMajorVersion",
]  # fmt: skip
ARCHITECTURES = [
    "OSArchitecture", "SystemType", "SystemType0", "arch", "cpu_type", "PROCESSOR_ARCHITECTURE",
    "Тип системы",
]  # fmt: skip
LAST_SEEN = [
    "LastHWScan", "LastLogonDate", "LastLogonTimestamp", "Lastseen", "Last successful scan",
    "HeartbeatDate",
]  # fmt: skip


@pytest.mark.parametrize("header", NAMES)
def test_every_header_of_names_is_known(header: str) -> None:
    assert rows_of(f"{header},OSArchitecture\npc1,64-bit\n").names == ["PC1"]


@pytest.mark.parametrize("header", CAPTIONS)
def test_every_header_of_captions_is_known(header: str) -> None:
    assert column(f"ComputerName,{header}\nPC1,Windows 7 Enterprise\n", "os") == ["Windows 7"]


@pytest.mark.parametrize("header", VERSIONS)
def test_every_header_of_versions_is_known(header: str) -> None:
    text = f"ComputerName,Caption,{header}\nPC1,Windows 7,6.1.7601\n"

    assert column(text, "service_pack") == [1]


@pytest.mark.parametrize("header", SERVICE_PACKS)
def test_every_header_of_service_packs_is_known(header: str) -> None:
    assert column(f"ComputerName,{header}\nPC1,1\n", "service_pack") == [1]


@pytest.mark.parametrize("header", ARCHITECTURES)
def test_every_header_of_architectures_is_known(header: str) -> None:
    assert column(f"ComputerName,{header}\nPC1,x64-based PC\n", "architecture") == ["x64"]


@pytest.mark.parametrize("header", LAST_SEEN)
def test_every_header_of_scans_is_known(header: str) -> None:
    assert column(f"ComputerName,{header}\nPC1,2026-11-22\n", "last_seen")


@pytest.mark.parametrize("header", ["Domain", "Domain0", "Resource_Domain_OR_Workgr0"])
def test_every_header_of_domains_is_known(header: str) -> None:
    assert column(f"ComputerName,{header}\nPC1,CORP\n", "domain") == ["CORP"]


@pytest.mark.parametrize("key", HostFacts.model_fields)
def test_the_own_name_of_every_host_key_is_known(key: str) -> None:
    assert key in read_header(key).meanings


@pytest.mark.parametrize(
    ("header", "base", "unit"),
    [
        ("Memory (GB)", "memory", "GB"),
        ("RAM in MB", "ram", "MB"),
        ("Disk Size in GB", "disksize", "GB"),
        ("FreeSpaceGB", "freespace", "GB"),
        ("free_disk_gb", "freedisk", "GB"),
        ("Espaço disponível (MB)", "espacodisponivel", "MB"),
        ("Memória Total", "memoriatotal", None),
        ("FreeSpace0", "freespace", None),
    ],
)
def test_a_header_may_carry_its_unit(header: str, base: str, unit: str | None) -> None:
    read = read_header(header)

    assert (read.base, read.unit) == (base, unit)


def test_osquery_calls_the_system_name_and_the_computer_hostname() -> None:
    text = "hostname,name,version\npc1,Microsoft Windows 7 Enterprise,6.1.7601\n"

    rows = rows_of(text)

    assert rows.names == ["PC1"]
    assert rows.columns["os"] == ["Windows 7"]
    assert rows.columns["service_pack"] == [1]


def test_a_caption_may_be_the_computer_itself() -> None:
    assert rows_of("Caption,Model\nPC1,OptiPlex\n").names == ["PC1"]


def test_the_more_telling_header_wins() -> None:
    text = "DNSHostName,Name,OperatingSystem\npc1.corp.example,PC-1,Windows 7\n"

    assert rows_of(text).names == ["PC-1"]


def test_the_plan_names_columns_that_nothing_else_would_recognise() -> None:
    text = "Gerät,Platz,OS\npc1,60,Windows 7\n"
    columns = {"name": "Gerät", "free_disk_gb": "Platz"}

    rows = rows_of(text, columns=columns, units={"free_disk_gb": "GB"})

    assert rows.names == ["PC1"]
    assert rows.columns["free_disk_gb"] == [60.0]


def test_the_plan_wins_over_a_known_header() -> None:
    text = "Name,Inventory tag,OS\nPC1,TAG1,Windows 7\n"

    assert rows_of(text, columns={"name": "inventory_tag"}).names == ["TAG1"]


def test_a_header_that_the_plan_names_and_the_file_lacks_is_an_error() -> None:
    rows = rows_of("Name,OS\nPC1,Windows 7\n", columns={"ram_mb": "Speicher"})

    assert '"Speicher"' in only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR).message


def test_a_key_that_no_host_has_is_an_error() -> None:
    rows = rows_of("Name,OS\nPC1,Windows 7\n", columns={"colour": "OS"})

    assert '"colour"' in only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR).message


def test_a_known_header_that_stands_twice_is_refused() -> None:
    rows = rows_of("Name,Memory,Memory\nPC1,4,8\n")

    assert '"Memory"' in only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR).message
    assert "ram_mb" not in rows.columns


def test_unknown_headers_may_stand_twice() -> None:
    text = "Name,OS,Header_Table0_Name0,Header_Table0_Name0\nPC1,Windows 7,Name,Name\n"

    assert column(text, "os") == ["Windows 7"]


def test_a_file_without_names_is_an_error_and_no_fleet() -> None:
    rows = rows_of("OS,RAM (GB)\nWindows 7,4\n")

    assert (
        "names of the computers" in only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR).message
    )
    assert rows.names == []
    assert rows.columns == {"workspace": []}
