"""The plan to start from."""

from medv_tui.reference.schema import FILE_NAME

_STARTER = f"""\
#:schema ./{FILE_NAME}
# A MED-V 2.0 plan. Everything is optional: what is absent is unknown, never false or zero.
# Sizes are in GB or MB as the keys say, and 1 GB = 1024 MB. Remove a # to give a fact.

format = 1

[plan]
# name = "Contoso Finance"
# owner = "Desktop Engineering"
# retire_by = 2027-06-30

[organization]
# users = 1800
# enterprise_agreement = true
# incompatible_applications = ["Ledger 3.1"]

[infrastructure]
# directory_domain = "corp.contoso.example"
# group_policy = true
# esd = "Configuration Manager 2007 SP2"    # "" says that there is none
# print_server = true

[deployment]
# method = "esd"                            # esd, windows-7-image, manual or batch
# order = ["windows-virtual-pc", "kb977206", "host-agent", "workspace"]
# copy_locally = true

[[workspaces]]
name = "finance"
# differencing_disk_gb = 1.5                # what one user's changes grow to
# package_gb = 1.1                          # the compressed .medv, never the base VHD

[workspaces.image]
# vhd_gb = 2.6                              # the expanded base VHD
# os = "Windows XP"
# edition = "Professional"
# service_pack = 3
# architecture = "x86"

[workspaces.settings.Fts]
# Mode = "Unattended"
# ComputerNameMask = "MEDV-%username%[6]##"

[workspaces.settings.VM]
# MultiUserEnabled = false                  # true: one workspace for all users of a computer
# NetworkingMode = "NAT"

[host_defaults]
workspace = "finance"
# os = "Windows 7"
# edition = "Enterprise"
# service_pack = 1
# architecture = "x64"

[[hosts]]
name = "HOST-0001"
# count = 1                                 # this row stands for so many identical computers
# ram_mb = 4096
# free_disk_gb = 60                         # on the volume that holds the user profiles
# users = 3                                 # each gets a differencing disk and a saved state

# A fleet from a CSV file, by its path from this plan's folder:
# [[inventories]]
# file = "fleet.csv"
# source = "auto"                           # configmgr, active-directory, wmic, lansweeper ...
# workspace = "finance"

# What only a person can say:
# [[attestations]]
# practice = "image-backup-before-seal"
# status = "done"
# by = "Image team"
# on = 2026-11-20
"""


def starter() -> str:
    """Give a commented plan that opens without a problem, whether or not facts are given."""
    return _STARTER
