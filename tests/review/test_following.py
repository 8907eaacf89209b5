"""A fleet that follows edits is the fleet that would be built anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.review.review import Review
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


TAILS = st.sampled_from(
    [
        "",
        "# A comment.\n",
        "[budget]\nreserve_gb = 7\n",
        '[[attestations]]\npractice = "host-ie-supported"\nstatus = "done"\nhosts = ["A*"]\n',
        '[[workspaces]]\nname = "other"\nimage.vhd_gb = 4\n',
    ]
)
"""Text that is about no computer by itself."""


def text_of(hosts: list[tuple[str, str]]) -> str:
    return HEAD + "".join(f'[[hosts]]\nname = "{name}"\n{fact}\n' for name, fact in hosts)


def assert_same(kept: Review, fresh: Review) -> None:
    assert kept.hosts.fleet.names == fresh.hosts.fleet.names
    for key, column in fresh.hosts.fleet.columns.items():
        assert list(kept.hosts.fleet.columns[key]) == list(column)
    assert kept.hosts.subjects.groups == fresh.hosts.subjects.groups
    assert kept.hosts.answers == fresh.hosts.answers
    assert kept.hosts.codes == fresh.hosts.codes
    assert kept.hosts.counts == fresh.hosts.counts
    assert kept.hosts.subjects.plan_facts.values == fresh.hosts.subjects.plan_facts.values
    assert kept.problems == fresh.problems
    assert kept.disk == fresh.disk
    assert kept.items == fresh.items
    assert kept.workspaces == fresh.workspaces


@settings(max_examples=25, deadline=None)
@given(
    edits=st.lists(st.tuples(HOSTS, TAILS), min_size=2, max_size=4),
    facts=st.lists(st.tuples(FACTS, TAILS), max_size=4),
)
def test_a_fleet_with_inventories_follows_edits_of_its_hosts_and_of_other_text(
    edits: list[tuple[list[tuple[str, str]], str]], facts: list[tuple[str, str]]
) -> None:
    # The last hosts again with other facts: those edits are followed and not built anew.
    last = edits[-1][0]
    edits += [([(name, fact) for name, _ in last], tail) for fact, tail in facts]
    following = Reviewer()
    for hosts, tail in edits:
        text = text_of(hosts) + tail
        kept = following.update(text, FILES.__getitem__, AS_OF)
        assert_same(kept, Reviewer().update(text, FILES.__getitem__, AS_OF))


@settings(max_examples=25, deadline=None)
@given(edits=st.lists(st.lists(FACTS, min_size=2, max_size=2), min_size=2, max_size=6))
def test_verdicts_and_sums_follow_hosts_that_change_again_and_again(
    edits: list[list[str]],
) -> None:
    following = Reviewer()
    for facts in edits:
        text = text_of(list(zip("Ac", facts, strict=True)))
        kept = following.update(text, FILES.__getitem__, AS_OF)
        assert_same(kept, Reviewer().update(text, FILES.__getitem__, AS_OF))


def test_an_edit_of_one_host_asks_about_the_groups_of_that_host_alone() -> None:
    reviewer = Reviewer()
    reviewer.update(text_of([("A", "users = 2"), ("E", "")]), FILES.__getitem__, AS_OF)
    after = reviewer.update(text_of([("A", "users = 5"), ("E", "")]), FILES.__getitem__, AS_OF)
    change = after.hosts.answers.follows
    assert change is not None
    assert [group.rows for group in change.left] == [(0,)]
    assert change.come == (0,)


def test_an_edit_that_concerns_no_host_asks_about_none() -> None:
    reviewer, text = Reviewer(), text_of([("A", "users = 2")])
    reviewer.update(text, FILES.__getitem__, AS_OF)
    after = reviewer.update(text + "# A comment.\n", FILES.__getitem__, AS_OF)
    change = after.hosts.answers.follows
    assert change is not None
    assert (change.gone, change.come) == ((), ())
