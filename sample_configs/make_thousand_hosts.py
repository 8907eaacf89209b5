"""Writes thousand-hosts.toml, the plan that shows whether a large one stays quick to edit.

Run `python -m sample_configs.make_thousand_hosts` from the project's folder after a change here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

TARGET = Path(__file__).with_name("thousand-hosts.toml")
HOSTS = 1000
SEED = 20_261_122

T = TypeVar("T")

HEAD = """\
#:schema ./medv-plan.schema.json
# A thousand computers written out one by one, to see that typing and verdicts keep their pace.
# make_thousand_hosts.py wrote this file from a fixed seed; change that rather than this.

[plan]
name = "Thousand hosts"
owner = "Desktop Engineering"

[infrastructure]
directory_domain = "corp.contoso.example"
group_policy = true
esd = "Configuration Manager 2007 SP2"
esd_nat_hotfix = true
antivirus_exclusions = ["*.VMC", "*.VUD", "*.VSV", "*.VHD"]

[deployment]
method = "esd"
order = ["windows-virtual-pc", "kb977206", "host-agent", "workspace"]
copy_locally = true

[budget]
esd_cache_copy = true

[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5
package_gb = 1.1

[workspaces.image]
vhd_gb = 2.6

[[workspaces]]
name = "kiosk"
differencing_disk_gb = 3.0
package_gb = 1.4

[workspaces.image]
vhd_gb = 3.4

[workspaces.settings.VM]
MultiUserEnabled = true

[host_defaults]
os = "Windows 7"
"""


@dataclass(frozen=True)
class Site:
    """A place with its computers' name prefix and workspace."""

    name: str
    prefix: str
    workspace: str


SITES = (
    Site("Head office", "FIN", "finance"),
    Site("Wels", "WLS", "finance"),
    Site("Steyr", "STY", "finance"),
    Site("Plant Graz", "GRZ", "kiosk"),
    Site("Plant Linz", "LNZ", "kiosk"),
)

EDITIONS = ("Enterprise",) * 14 + ("Professional",) * 5 + ("Home Premium",)
RAM_MB = (4096,) * 8 + (8192,) * 5 + (2048,) * 4 + (4010, 2008, 1024)
MODELS = ("OptiPlex 780", "OptiPlex 790", "Latitude E6410", "ThinkCentre M58p")


class Dice:
    """A small congruential generator of its own, so that every Python throws the same."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def below(self, limit: int) -> int:
        """Throw a whole number from 0 to below `limit`."""
        self._state = (self._state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        return (self._state >> 33) % limit

    def one_of(self, choices: Sequence[T]) -> T:
        """Throw one of the choices."""
        return choices[self.below(len(choices))]


def plan() -> str:
    """Write the whole plan."""
    dice = Dice(SEED)
    return HEAD + "".join("\n" + "\n".join(host(n, dice)) + "\n" for n in range(1, HOSTS + 1))


def host(number: int, dice: Dice) -> Iterator[str]:
    """Write one computer, line by line; one in forty lacks its disk figure."""
    site = dice.one_of(SITES)
    yield "[[hosts]]"
    yield f'name = "{site.prefix}-{number:04}"'
    yield f'workspace = "{site.workspace}"'
    yield f'edition = "{dice.one_of(EDITIONS)}"'
    yield f"service_pack = {0 if dice.below(10) == 0 else 1}"
    yield f'architecture = "{"x86" if dice.below(4) == 0 else "x64"}"'
    yield f"ram_mb = {dice.one_of(RAM_MB)}"
    free_tenths = 30 + dice.below(1600)
    if dice.below(40) != 0:
        yield f"free_disk_gb = {free_tenths / 10}"
    yield f"users = {1 + dice.below(3)}"
    yield f'site = "{site.name}"'
    yield f'model = "{dice.one_of(MODELS)}"'


if __name__ == "__main__":
    TARGET.write_bytes(plan().encode())
