from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.findings import (
    AddTable,
    Attest,
    DuplicateTable,
    Intent,
    RemoveKey,
    SetAll,
    SetValue,
)
from medv_tui.planfile import look
from medv_tui.planfile.block_reader import read_in_pieces
from medv_tui.planfile.edit import apply, edit
from medv_tui.planfile.excerpt import excerpt
from medv_tui.planfile.replacement import EditRefusedError, Replacement

HOSTS = 30
HEAD = '[[workspaces]]\nname = "finance"\n\n'
PLAN = HEAD + "".join(f'[[hosts]]\nname = "FIN-{n:02}"\nusers = 3\n\n' for n in range(HOSTS))

keys = st.sampled_from(
    ["users = 3\n", "ram_mb   = 4096  # more soon\n", "  users=1\n", "# spare\n", "\n", "broken\n"]
)
tables = st.builds(
    lambda above, name, body, below: f'{above}[[hosts]]\nname = "{name}"\n{"".join(body)}{below}',
    st.sampled_from(["", "", "# the boss\n", "# ---- lab ----\n\n"]),
    st.text("AB", min_size=1, max_size=6),
    st.lists(keys, max_size=3),
    st.sampled_from(["\n", "\n", "", "\n\n"]),
)
plans = st.builds(
    lambda head, hosts, foot, newline: (head + "".join(hosts) + foot).replace("\n", newline),
    st.sampled_from(["", HEAD, "# ours\nformat = 1\n\n", "[plan]\nname = 'x'\n"]),
    st.lists(tables, min_size=12, max_size=18),
    st.sampled_from(["", "", "\n[budget]\nreserve_gb = 1\n", HEAD]),
    st.sampled_from(["\n", "\n", "\r\n"]),
)
hosts = st.integers(0, 18)
intents: st.SearchStrategy[Intent] = st.one_of(
    st.builds(
        lambda n, key: SetValue(("hosts", n, key), 7), hosts, st.sampled_from(["users", "x"])
    ),
    st.builds(lambda n: RemoveKey(("hosts", n)), hosts),
    st.builds(lambda n: RemoveKey(("hosts", n, "users")), hosts),
    st.builds(lambda n: DuplicateTable(("hosts", n), (("name", "NEW"),)), hosts),
    st.builds(lambda n, m: SetAll((("hosts", n, "users"), ("hosts", m, "users")), 9), hosts, hosts),
    st.sampled_from(
        [
            AddTable(("hosts",), (("name", "NEW"), ("users", 1))),
            AddTable(("workspaces",), (("name", "kiosk"),)),
            SetValue(("workspaces", 0, "image", "vhd_gb"), 2.6),
            SetValue(("host_defaults", "users"), 2),
            RemoveKey(("hosts",)),
            Attest("image-backup-before-seal", by="Jan", on=date(2026, 11, 22)),
        ]
    ),
)


def carried_out(text: str, intent: Intent) -> tuple[Replacement, ...] | str:
    try:
        return edit(text, intent)
    except EditRefusedError as refusal:
        return str(refusal)


@settings(max_examples=150, deadline=None)
@given(plans, intents)
def test_an_edit_is_the_one_that_a_look_at_the_whole_text_leads_to(
    text: str, intent: Intent
) -> None:
    near = carried_out(text, intent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(look, "excerpt", lambda *_: None)
        assert near == carried_out(text, intent)


def test_of_many_computers_those_concerned_are_taken_with_those_beside_them() -> None:
    found = excerpt(PLAN, read_in_pieces(PLAN), [("hosts", 15, "users")])
    assert found is not None
    assert found.path(("hosts", 15, "users")) == ("hosts", 4, "users")
    assert list(found.hosts) == [0, 1, 13, 14, 15, 16, 17, 28, 29]
    assert found.path(("workspaces", 0)) == ("workspaces", 0)


def test_a_change_of_the_part_is_one_of_the_whole_text() -> None:
    found = excerpt(PLAN, read_in_pieces(PLAN), [("hosts", 15)])
    assert found is not None
    start = found.text.index("FIN-15")
    moved = found.in_whole([Replacement(start, start + 6, "NEW")])
    assert moved is not None
    assert apply(PLAN, moved) == PLAN.replace("FIN-15", "NEW")


def test_a_change_across_what_was_left_out_is_none() -> None:
    found = excerpt(PLAN, read_in_pieces(PLAN), [("hosts", 15)])
    assert found is not None
    start, end = found.text.index("FIN-01"), found.text.index("FIN-13")
    assert found.in_whole([Replacement(start, end, "")]) is None


def test_there_is_no_part_where_it_would_be_most_of_the_text_or_a_computer_is_not_there() -> None:
    reading = read_in_pieces(PLAN)
    assert excerpt(PLAN, reading, [("hosts", HOSTS)]) is None
    assert excerpt(PLAN, reading, [("hosts", n) for n in range(0, HOSTS, 2)]) is None
    assert excerpt(HEAD, read_in_pieces(HEAD), [("workspaces", 0)]) is None
