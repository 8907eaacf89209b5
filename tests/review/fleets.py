"""Reviews of small fleets, written in a few lines."""

from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from tests.generated import AS_OF
from tests.practices.plans import no_files

WORKSPACE = """
[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5
saved_state_gb = 1
image.vhd_gb = 2.5
[host_defaults]
workspace = "finance"
os = "Windows 7 Enterprise SP1 64-bit"
windows_virtual_pc = true
ram_mb = 4096
users = 1
free_disk_gb = 60
"""


def reviewed(hosts: str, head: str = WORKSPACE) -> Review:
    """Review a plan whose hosts are written one to a line, `name = "A", free_disk_gb = 3`."""
    tables = "".join(
        f"[[hosts]]\n{line.replace(', ', chr(10))}\n" for line in hosts.splitlines() if line.strip()
    )
    review = Reviewer().update(head + tables, no_files, AS_OF)
    assert review.problems == ()
    return review
