"""A fleet that follows edits is the fleet that would be built anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.review.reviewer import Reviewer
from tests.generated import AS_OF

HEAD = """\
[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5
saved_state_gb = 1
image.vhd_gb = 2.5
[host_defaults]
users = 1
[[inventories]]
file = "one.csv"
workspace = "finance"
[[inventories]]
file = "two.csv"
"""
FILES = {
    "one.csv": b"Name,OS,RAM (MB),Free (GB)\nA,Windows 7 SP1,4096,9\nC,Windows 7,2048,9\n",
    "two.csv": b"Name,OS,Site,Free (GB)\nA,Windows 7,Wels,3\nB,Windows 7,Graz,4\nD,Windows 7,,5\n",
}
FACTS = st.sampled_from(
    [
        "",
        "free_disk_gb = 2",
        "free_disk_gb = 30",
        "ram_mb = 1024",
        'os = "Windows XP"',
        'excluded = "leased"',
        'workspace = "finance"',
        "users = 4",
        "count = 3",
    ]
)
HOSTS = st.lists(st.tuples(st.sampled_from("ABcE"), FACTS), max_size=3, unique_by=lambda h: h[0])


def text_of(hosts: list[tuple[str, str]]) -> str:
    return HEAD + "".join(f'[[hosts]]\nname = "{name}"\n{fact}\n' for name, fact in hosts)


@settings(max_examples=15, deadline=None)
@given(edits=st.lists(HOSTS, min_size=2, max_size=4), facts=st.lists(FACTS, max_size=4))
def test_a_fleet_with_inventories_follows_edits_of_its_hosts(
    edits: list[list[tuple[str, str]]], facts: list[str]
) -> None:
    # The last hosts again with other facts: those edits are followed and not built anew.
    edits += [[(name, fact) for name, _ in edits[-1]] for fact in facts]
    following = Reviewer()
    for hosts in edits:
        kept = following.update(text_of(hosts), FILES.__getitem__, AS_OF)
        fresh = Reviewer().update(text_of(hosts), FILES.__getitem__, AS_OF)

        assert kept.hosts.fleet.names == fresh.hosts.fleet.names
        for key, column in fresh.hosts.fleet.columns.items():
            assert list(kept.hosts.fleet.columns[key]) == list(column)
        assert kept.hosts.codes == fresh.hosts.codes
        assert kept.problems == fresh.problems
        assert kept.disk == fresh.disk
        assert kept.items == fresh.items
