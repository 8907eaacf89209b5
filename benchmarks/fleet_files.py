"""Fleets as the tools write them: `python -m benchmarks.fleet_files DIALECT ROWS > fleet.csv`.

One seeded fleet in every dialect that is read, for tests and measurements of any size.
"""

import csv
import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sample_configs.make_thousand_hosts import Dice

SEED = 20_261_122
EDITIONS = ("Enterprise",) * 7 + ("Professional",) * 2 + ("Ultimate",)
NOMINAL_RAM_MB = (2048,) * 3 + (4096,) * 10 + (8192,) * 6 + (1024,)

Cells = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Computer:
    """What every dialect can say of a computer."""

    name: str
    edition: str
    service_pack: int
    architecture: str
    ram_mb: int
    free_mb: int

    @property
    def bits(self) -> str:
        """Width of its Windows."""
        return "64" if self.architecture == "x64" else "32"


def fleet(rows: int, seed: int = SEED) -> list[Computer]:
    """Make up so many computers; the same seed gives the same ones."""
    dice = Dice(seed)
    return [
        Computer(
            name=f"PC-{number:07}",
            edition=dice.one_of(EDITIONS),
            service_pack=min(dice.below(10), 1),
            architecture="x86" if dice.below(4) == 0 else "x64",
            ram_mb=dice.one_of(NOMINAL_RAM_MB) - dice.below(80),
            free_mb=1024 + dice.below(160_000),
        )
        for number in range(rows)
    ]


def table(rows: Cells, separator: str = ",", end: str = "\r\n", *, quote_all: bool = False) -> str:
    """Write rows as CSV."""
    text = io.StringIO()
    if quote_all:
        writer = csv.writer(text, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL)
    else:
        writer = csv.writer(text, delimiter=separator, lineterminator=end)
    writer.writerows(rows)
    return text.getvalue()


def wmi_rows(computers: Sequence[Computer]) -> list[list[object]]:
    """Give what WMI classes hold, in bytes."""
    header = ["Caption", "Version", "OSArchitecture", "TotalPhysicalMemory", "FreeSpace"]
    rows: list[list[object]] = [["PSComputerName", *header]]
    rows += [
        [
            c.name,
            f"Microsoft Windows 7 {c.edition} ",
            f"6.1.760{c.service_pack}",
            f"{c.bits}-bit",
            c.ram_mb * 1024**2,
            c.free_mb * 1024**2,
        ]
        for c in computers
    ]
    return rows


def plain_rows(computers: Sequence[Computer], decimal: str) -> list[list[object]]:
    """Give what a person keeps in a sheet, with the units in the headers."""
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
        for c in computers
    ]
    return rows


def powershell(computers: Sequence[Computer]) -> bytes:
    """Export-Csv of Windows PowerShell: a line for the type, every cell quoted."""
    body = table(wmi_rows(computers), quote_all=True)
    return ("#TYPE System.Management.Automation.PSObject\r\n" + body).encode("ascii")


def powershell_use_culture(computers: Sequence[Computer]) -> bytes:
    """Export-Csv -UseCulture where lists are separated by semicolons."""
    return table(wmi_rows(computers), ";", quote_all=True).encode("ascii")


def powershell_7(computers: Sequence[Computer]) -> bytes:
    """Export-Csv since PowerShell 6: UTF-8 without a mark, no line for the type."""
    return table(wmi_rows(computers), end="\n", quote_all=True).encode()


def out_file(computers: Sequence[Computer]) -> bytes:
    """CSV that Windows PowerShell redirected: UTF-16 with a mark."""
    return table(wmi_rows(computers)).encode("utf-16")


def wmic(computers: Sequence[Computer]) -> bytes:
    """Redirected output of wmic: UTF-16, a blank line first, CR CR LF."""
    rows = wmi_rows(computers)
    rows[0][0] = "Node"
    return ("\r\r\n" + table(rows, end="\r\r\n")).encode("utf-16-le")


def a_row_for_each_drive(computers: Sequence[Computer]) -> bytes:
    """One row for each drive, the system drive neither first nor last."""
    header = ["Caption", "Version", "OSArchitecture", "TotalPhysicalMemory"]
    rows: list[list[object]] = [["SystemName", *header, "DeviceID", "FreeSpace", "Size"]]
    for row, computer in zip(wmi_rows(computers)[1:], computers, strict=True):
        *common, free = row
        rows.append([*common, "A:", "", ""])
        rows.append([*common, "C:", free, computer.free_mb * 1024**2 * 2])
        rows.append([*common, "D:", 0, ""])
    return table(rows).encode()


def configuration_manager(computers: Sequence[Computer]) -> bytes:
    """A report of ConfigMgr: a title, prefixed headers, memory in KB and disks in MB."""
    names = ["Netbios_Name0", "Caption0", "CSDVersion0", "SystemType0", "TotalPhysicalMemory0"]
    rows: list[list[object]] = [[f"Details_Table0_{name}" for name in [*names, "FreeSpace0"]]]
    rows += [
        [
            c.name,
            f"Microsoft Windows 7 {c.edition}",
            f"Service Pack {c.service_pack}",
            f"{c.architecture}-based PC",
            c.ram_mb * 1024,
            c.free_mb,
        ]
        for c in computers
    ]
    return ("Readiness of computers\r\n\r\n" + table(rows)).encode("utf-8-sig")


def lansweeper(computers: Sequence[Computer]) -> bytes:
    """A Lansweeper report: memory in MB, free space with its unit in the cell."""
    header = ["AssetName", "OS", "Service Pack", "OS Architecture", "Memory", "Freespace C"]
    rows: list[list[object]] = [[*header]]
    rows += [
        [
            c.name,
            f"Win 7 {c.edition}",
            c.service_pack,
            f"{c.bits}-bit",
            c.ram_mb,
            f"{c.free_mb} MB",
        ]
        for c in computers
    ]
    return table(rows).encode()


def osquery(computers: Sequence[Computer]) -> bytes:
    """Tables of osquery, joined."""
    rows = wmi_rows(computers)
    rows[0] = ["hostname", "name", "version", "arch", "physical_memory", "free_space"]
    return table(rows, end="\n").encode()


def excel_unicode_text(computers: Sequence[Computer]) -> bytes:
    """Unicode text of Excel, or cells copied from a console."""
    return table(plain_rows(computers, "."), "\t").encode("utf-16")


def excel_in_germany(computers: Sequence[Computer]) -> bytes:
    """CSV of Excel where a comma parts decimals."""
    return ("sep=;\r\n" + table(plain_rows(computers, ","), ";")).encode("cp1252")


def piped(computers: Sequence[Computer]) -> bytes:
    """Cells parted by bars."""
    return table(plain_rows(computers, "."), "|", "\n").encode()


DIALECTS: dict[str, Callable[[Sequence[Computer]], bytes]] = {
    write.__name__.replace("_", "-"): write
    for write in (
        powershell,
        powershell_use_culture,
        powershell_7,
        out_file,
        wmic,
        a_row_for_each_drive,
        configuration_manager,
        lansweeper,
        osquery,
        excel_unicode_text,
        excel_in_germany,
        piped,
    )
}


def main(dialect: str = "powershell", rows: str = "1000") -> None:
    """Write one fleet to standard output."""
    sys.stdout.buffer.write(DIALECTS[dialect](fleet(int(rows))))


if __name__ == "__main__":
    main(*sys.argv[1:])
