"""A plan as a careful person keeps it, and edits of it."""

from medv_tui.findings import Intent
from medv_tui.planfile.edit import apply, edit

PLAN = """\
#:schema ./medv-plan.schema.json
# The plan of two workspaces.

format = 1

[plan]
name  = "Contoso"               # short
owner = "Desktop Engineering"   # one team
retire_by = 2027-06-30

# Agreed with the service desk.
[deployment]
order = ["windows-virtual-pc", "host-agent", "workspace"]  # as documented
uninstall_order = [
    "workspace",     # its VHD goes first
    # the agent needs no restart
    "host-agent",    # then this
]
arguments.host_agent = "/qn"

[budget]
reserve_gb = 1.5

# ---- Finance ----

[[workspaces]]
name = "finance"
output_folder = 'D:\\MEDV\\finance'
[workspaces.image]
vhd_gb = 2.6        # measured in the lab
service_pack = 3
dotnet = ["3.5 SP1"]
[workspaces.settings.Fts]
Mode = "Unattended"

[[workspaces.applications]]
name = "Ledger 3.1"

# ---- Kiosks ----

[[workspaces]]
name = "kiosk"

[host_defaults]
os = "Windows 7"

[[hosts]]
name    = "FIN-0001"
ram_mb  = 4096
users   = 3

# The boss's machine: do not touch it before May.
[[hosts]]
name    = "FIN-0002"
ram_mb  = 2048

[[hosts]]
name    = "FIN-0003"
# users   = 2

[[inventories]]
file = "fleet.csv"
columns = { name = "Netbios_Name0", ram_mb = "TotalPhysicalMemory0" }
"""


def edited(text: str, intent: Intent) -> str:
    return apply(text, edit(text, intent))


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the plan"
    return text.replace(old, new)


def windows(text: str) -> str:
    return text.replace("\n", "\r\n")


def check(intent: Intent, old: str, new: str, text: str = PLAN) -> None:
    """Compare an edit with what a person would have written, whatever ends the lines."""
    wanted = replaced(text, old, new)
    assert edited(text, intent) == wanted
    assert edited(windows(text), intent) == windows(wanted)
