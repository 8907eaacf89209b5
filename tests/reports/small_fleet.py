"""Four computers of which one is well, two are short of disk space and one is not known."""

from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from tests.generated import AS_OF
from tests.practices.plans import no_files

PLAN = """
[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5
saved_state_gb = 1
[workspaces.image]
vhd_gb = 2.6
[host_defaults]
workspace = "finance"
os = "Windows 7 Enterprise SP1"
windows_virtual_pc = true
ram_mb = 4096
users = 3
[[hosts]]
name = "GOOD"
free_disk_gb = 60
[[hosts]]
name = "TIGHT"
count = 2
free_disk_gb = 10.08
[[hosts]]
name = "UNKNOWN"
"""


def reviewed(text: str = PLAN) -> Review:
    return Reviewer().update(text, no_files, AS_OF)
