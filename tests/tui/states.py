"""Plans in the states that every pane is designed for, from nothing at all to too much."""

from .plans import DOCUMENTED, host

EMPTY = ""

NO_HOSTS = DOCUMENTED[: DOCUMENTED.index("[[hosts]]")]

NO_WORKSPACE = "\n".join(
    [
        "[infrastructure]",
        'esd = "Configuration Manager 2007 SP2"',
        "group_policy = true",
        *(host(f"DESK-0{n}").replace('workspace = "example"\n', "") for n in (1, 2, 3)),
    ]
)

ALL_UNKNOWN = """\
[[workspaces]]
name = "finance"

[[workspaces]]
name = "kiosk"

[[hosts]]
name = "FIN-01"
workspace = "finance"

[[hosts]]
name = "FIN-02"
count = 12
workspace = "finance"

[[hosts]]
name = "KIOSK"
workspace = "kiosk"
"""

INVENTORY_MISSING = """\
[[workspaces]]
name = "finance"

[[inventories]]
file = "fleet.csv"
workspace = "finance"
"""

ALL_FAILING = NO_HOSTS.replace(
    "[workspaces.image]", "[workspaces.image]\ncompacted = false"
) + "".join(
    [
        host("SHORT", free_disk_gb=4),
        host("WEAK", ram_mb=1024, count=6),
        host("HOME", os="Windows 7 Home Premium SP1"),
        host("OLD", os="Windows Vista", users=9),
        host("LEAN", windows_virtual_pc=False, free_disk_gb=6),
        '\n[infrastructure]\ngroup_policy = false\ndirectory_domain = ""\nesd_nat_hotfix = false\n',
    ]
)

MISTAKEN = """\
[plan]
name = "Three mistakes"

[[workspaces]]
name = "finance"
diferencing_disk_gb = 1.5
saved_state_gb = "one"

[workspaces.image]
vhd_gb = 2.6

[infrastructure]
print_server = flase

[[hosts]]
name = "FIN-01"
workspace = "finance"
ram_mb = 4096
"""
