"""Plans for the reviewer, and everything that a view can show of a review."""

from typing import Any

from medv_tui.review.review import Review
from tests.practices.plans import GOOD, no_files

HOST = GOOD[GOOD.index("[[hosts]]") :]
FLEET = GOOD + "".join("\n" + HOST.replace("FIN-0001", f"FIN-{i:04}") for i in range(2, 8))
CSV = b"name,ram_mb,free_disk_gb,users,workspace\nFIN-0002,1024,5,1,finance\nNEW-1,8192,80,2,\n"
FINANCE = '[[workspaces]]\nname = "finance"\n'
INVENTORY = '\n[[inventories]]\nfile = "fleet.csv"\nworkspace = "finance"\n'


def with_csv(name: str) -> bytes:
    return CSV if name == "fleet.csv" else no_files(name)


def picture(review: Review) -> dict[str, Any]:
    """Everything a view can show of a review."""
    hosts = review.hosts
    rows = range(len(hosts.fleet.names))
    return {
        "problems": review.problems,
        "hosts": [hosts.review(row) for row in rows],
        "headroom": [hosts.headroom_gb(row) for row in rows],
        "counts": hosts.counts,
        "workspaces": review.workspaces,
        "disk": review.disk,
        "items": review.items,
        "architecture": review.architecture,
        "places": [review.place(f, row) for row in rows for f in hosts.review(row).reasons],
    }
