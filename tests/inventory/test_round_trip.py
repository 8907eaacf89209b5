"""One small fleet, written by every tool, is the same fleet when it is read."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.inventory.read import Rows, read
from tests.inventory.reading import inventory


@dataclass(frozen=True)
class Computer:
    name: str
    edition: str
    service_pack: int
    architecture: str
    ram_mb: int
    free_mb: int


COMPUTERS = st.builds(
    Computer,
    name=st.from_regex(r"PC-[A-Z0-9-]{1,12}", fullmatch=True),
    edition=st.sampled_from(["Professional", "Enterprise", "Ultimate"]),
    service_pack=st.sampled_from([0, 1]),
    architecture=st.sampled_from(["x86", "x64"]),
    ram_mb=st.integers(1024, 65_536),
    free_mb=st.integers(1024, 900_000),
)
FLEETS = st.lists(COMPUTERS, min_size=1, max_size=6, unique_by=lambda computer: computer.name)


def table(rows: Sequence[Sequence[object]], separator: str = ",", end: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    return text.getvalue()


def bits(computer: Computer) -> str:
    return "64" if computer.architecture == "x64" else "32"


def wmi_rows(fleet: Sequence[Computer]) -> list[list[object]]:
    header = ["Caption", "Version", "OSArchitecture", "TotalPhysicalMemory", "FreeSpace"]
    rows: list[list[object]] = [["PSComputerName", *header]]
    rows += [
        [
            c.name,
            f"Microsoft Windows 7 {c.edition} ",
            f"6.1.760{c.service_pack}",
            f"{bits(c)}-bit",
            c.ram_mb * 1024**2,
            c.free_mb * 1024**2,
        ]
        for c in fleet
    ]
    return rows


def plain_rows(fleet: Sequence[Computer], decimal: str) -> list[list[object]]:
    header = ["Name", "OS", "Service Pack", "Architecture", "RAM (MB)", "Free (GB)"]
    rows: list[list[object]] = [[*header]]
    rows += [
        [
            c.name,
            f"Windows 7 {c.edition}",
            f"SP{c.service_pack}",
            c.architecture,
            c.ram_mb,
            f"{c.free_mb / 1024:.10f}".replace(".", decimal),
        ]
        for c in fleet
    ]
    return rows


def powershell(fleet: Sequence[Computer]) -> bytes:
    return ("#TYPE System.Management.Automation.PSObject\r\n" + table(wmi_rows(fleet))).encode()


def powershell_use_culture(fleet: Sequence[Computer]) -> bytes:
    return table(wmi_rows(fleet), ";").encode("ascii")


def out_file(fleet: Sequence[Computer]) -> bytes:
    return table(wmi_rows(fleet)).encode("utf-16")


def wmic(fleet: Sequence[Computer]) -> bytes:
    rows = wmi_rows(fleet)
    rows[0][0] = "Node"
    return ("\r\r\n" + table(rows, end="\r\r\n")).encode("utf-16-le")


def configuration_manager(fleet: Sequence[Computer]) -> bytes:
    names = ["Netbios_Name0", "Caption0", "CSDVersion0", "SystemType0", "TotalPhysicalMemory0"]
    header = [f"Details_Table0_{name}" for name in [*names, "FreeSpace0"]]
    rows: list[list[object]] = [[*header]]
    rows += [
        [
            c.name,
            f"Microsoft Windows 7 {c.edition}",
            f"Service Pack {c.service_pack}",
            f"{c.architecture}-based PC",
            c.ram_mb * 1024,
            c.free_mb,
        ]
        for c in fleet
    ]
    return ("Readiness of computers\r\n\r\n" + table(rows)).encode("utf-8-sig")


def excel_unicode_text(fleet: Sequence[Computer]) -> bytes:
    return table(plain_rows(fleet, "."), "\t").encode("utf-16")


def excel_in_germany(fleet: Sequence[Computer]) -> bytes:
    return ("sep=;\r\n" + table(plain_rows(fleet, ","), ";")).encode("cp1252")


def piped(fleet: Sequence[Computer]) -> bytes:
    return table(plain_rows(fleet, "."), "|", "\n").encode()


def osquery(fleet: Sequence[Computer]) -> bytes:
    rows = wmi_rows(fleet)
    rows[0] = ["hostname", "name", "version", "arch", "physical_memory", "free_space"]
    return table(rows, end="\n").encode()


DIALECTS: list[Callable[[Sequence[Computer]], bytes]] = [
    powershell,
    powershell_use_culture,
    out_file,
    wmic,
    configuration_manager,
    excel_unicode_text,
    excel_in_germany,
    piped,
    osquery,
]


def fleet_of(rows: Rows) -> list[Computer]:
    keys = ("edition", "service_pack", "architecture", "ram_mb")
    free = [round(free_gb * 1024) for free_gb in rows.columns["free_disk_gb"]]
    columns = [rows.columns[key] for key in keys]
    return [Computer(*facts) for facts in zip(rows.names, *columns, free, strict=True)]


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=30)
@given(fleet=FLEETS)
def test_a_fleet_comes_back_from_every_dialect(
    dialect: Callable[[Sequence[Computer]], bytes], fleet: list[Computer]
) -> None:
    rows = read(dialect(fleet), inventory())

    assert rows.problems == ()
    assert fleet_of(rows) == fleet
    assert set(rows.columns["os"]) == {"Windows 7"}
