import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.findings import Status
from medv_tui.plan.keys import TableKeys, tables
from medv_tui.plan.settings import SETTINGS
from medv_tui.planfile.cursor import AtCursor, at_cursor
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.reference.completion import CURSOR, Known, Proposal, is_whole, proposals
from medv_tui.review.reviewer import Reviewer
from tests.practices.plans import no_files

KNOWN = Known(("finance", "hr"), frozenset({"plan"}), ("FIN-1", "FIN-2"))


def at(text: str) -> AtCursor:
    before, after = text.split("|")
    rows = before.split("\n")
    return at_cursor((before + after).split("\n"), len(rows) - 1, len(rows[-1]))


def proposed(text: str, known: Known = KNOWN) -> list[Proposal]:
    return proposals(at(text), known)


def labels(text: str, known: Known = KNOWN) -> list[str]:
    return [proposal.label for proposal in proposed(text, known)]


def test_required_keys_come_first() -> None:
    assert labels("[[hosts]]\n|")[0] == "name"
    assert labels("[[attestations]]\n|")[:2] == ["practice", "status"]


def test_keys_that_are_there_are_not_offered_again() -> None:
    found = labels('[[hosts]]\nname = "A"\n|\nram_mb = 4096')
    assert "name" not in found
    assert "ram_mb" not in found
    assert "users" in found


def test_what_begins_with_the_word_comes_before_what_contains_it() -> None:
    found = labels("[[hosts]]\ndisk|")
    assert found == ["free_disk_gb", "base_vhd_free_disk_gb"]
    assert labels("[[hosts]]\nser|")[:3] == ["service_pack", "server", "users"]


def test_a_key_brings_its_sign_and_its_default() -> None:
    by_label = {p.label: p.insert for p in proposed("[budget]\n|")}
    assert by_label["recommended_free_gb"] == "recommended_free_gb = 10"
    assert by_label["esd_cache_copy"] == f"esd_cache_copy = {CURSOR}"
    assert {p.label: p.insert for p in proposed("[plan]\n|")}["name"] == f'name = "{CURSOR}"'


def test_a_key_stands_in_the_column_of_its_neighbours() -> None:
    found = proposed('[[hosts]]\nname    = "A"\nram_mb  = 4\nos|')
    assert found[0].insert == f'os      = "{CURSOR}"'


def test_a_key_that_has_its_sign_is_only_named() -> None:
    assert proposed("[[hosts]]\nra|m = 4096")[0].insert == "ram_mb"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[deployment]\nmethod = |", ["esd", "windows-7-image", "manual", "batch"]),
        ('[deployment]\nmethod = "m|"', ["manual", "windows-7-image"]),
        ("[deployment]\nsilent = |", ["true", "false"]),
        ("[deployment]\nsilent = f|", ["false"]),
        ('[deployment]\norder = ["kb977206", "w|', ["windows-virtual-pc", "workspace"]),
        ("[[hosts]]\nworkspace = |", ["finance", "hr"]),
        ("[host_defaults]\nworkspace = 'h|", ["hr"]),
        ("[[inventories.assign]]\nworkspace = |", ["finance", "hr"]),
        ("[[attestations]]\nworkspace = |", ["finance", "hr"]),
        ('[[attestations]]\nhosts = ["FIN-1", |', ["FIN-2"]),
        ("[deployment.arguments]\nworkspace = |", []),
        ("[workspaces.settings.VM]\nNetworkingMode = |", ["Bridged", "NAT"]),
        ("[workspaces.settings.Fts]\nDetachVfdTimeout = |", ["120"]),
        ("[[inventories]]\nunits = { ram_mb = |", ["bytes", "KB", "MB", "GB"]),
        ("[[hosts]]\nedition = |", ["Enterprise", "Professional", "Ultimate"]),
        ("[workspaces.image]\ninternet_explorer = |", ["6", "7", "8"]),
        ("[nowhere]\nsilent = |", []),
    ],
)
def test_values_that_are_known_are_offered(text: str, wanted: list[str]) -> None:
    assert labels(text) == wanted


def test_every_practice_can_be_attested_by_its_id() -> None:
    assert set(labels("[[attestations]]\npractice = |")) == {p.id for p in CATALOGUE}


def test_every_documented_setting_is_offered_in_its_table() -> None:
    for setting in SETTINGS:
        assert setting.name in labels(f"[workspaces.settings.{setting.key}]\n|")


def test_a_number_that_stands_for_a_word_says_so() -> None:
    found = proposed("[workspaces.settings.Diagnostics]\nEventLogLevel = |")
    assert [(p.insert, p.detail) for p in found][3] == ("3", "Information, default")


def test_a_text_keeps_the_quotes_it_was_begun_with() -> None:
    assert proposed("[deployment]\nmethod = 'es|")[0].insert == "'esd'"
    assert proposed("[deployment]\nmethod = es|")[0].insert == '"esd"'


def test_headers_of_tables_that_can_stand_once_are_offered_once() -> None:
    found = labels("[|")
    assert "[plan]" not in found
    assert "[budget]" in found
    assert set(labels("[[|")) == {f"[[{table.path}]]" for table in tables() if table.many}


def test_parts_of_the_table_above_come_first_then_lists() -> None:
    found = labels('[[workspaces]]\nname = "A"\n[|')
    assert found[:2] == ["[[workspaces.applications]]", "[workspaces.image]"]
    assert labels("[|")[:2] == ["[[workspaces]]", "[[hosts]]"]


def test_a_new_host_comes_with_what_it_needs() -> None:
    found = proposed("[[ho|]]", Known(("finance",)))[0]
    assert found.insert == f'[[hosts]]\nname = "{CURSOR}"\nworkspace = "finance"'


def test_a_new_host_is_written_in_the_manner_of_the_one_above() -> None:
    text = '[[hosts]]\nname         = "A"\nfree_disk_gb = 60\n\n[[ho|'
    wanted = f'[[hosts]]\nname         = "{CURSOR}"\nworkspace    = "finance"'
    assert proposed(text, Known(("finance",)))[0].insert == wanted
    assert proposed(text.replace("[[ho|", "ho|"), Known(("finance",)))[0].insert == wanted


def test_a_line_can_begin_a_new_table() -> None:
    assert "[[hosts]]" in labels("hosts|")
    assert "[[workspaces]]" in labels('[[hosts]]\nname = "A"\n\nworks|')


def test_the_word_new_lists_what_can_be_begun() -> None:
    assert {"[[hosts]]", "[[workspaces]]"} <= set(labels("new|"))


def test_columns_of_an_inventory_are_keys_of_hosts() -> None:
    assert labels('[[inventories]]\ncolumns = { name = "A", ram|') == ["ram_mb"]


def test_what_is_typed_in_full_is_told() -> None:
    for text in ("[deployment]\nsilent = true|", '[deployment]\nmethod = "esd|'):
        assert is_whole(at(text), proposed(text)) == text.endswith("true|")


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.path or "root")
def test_whatever_is_offered_is_toml(table: TableKeys) -> None:
    header = f"[[{table.path}]]\n" if table.many else f"[{table.path}]\n" if table.path else ""
    for proposal in proposed(f"{header}|"):
        is_open = proposal.insert.endswith(f"= {CURSOR}")
        tomllib.loads(proposal.insert.replace(CURSOR, "0" if is_open else ""))


@given(st.text(alphabet="ab=[]{}\",'#. \n", max_size=40), st.integers(0, 40))
def test_any_text_can_be_asked_about(text: str, position: int) -> None:
    before = text[:position].split("\n")
    found = at_cursor(text.split("\n"), len(before) - 1, len(before[-1]))
    assert 0 <= found.start <= found.end
    for proposal in proposals(found, KNOWN):
        assert proposal.insert.count(CURSOR) <= 1


def test_a_practice_is_offered_once() -> None:
    found = labels("[[attestations]]\npractice = |")
    assert len(found) == len(set(found)) == len({each.id for each in CATALOGUE})
    assert found == list(dict.fromkeys(each.id for each in CATALOGUE))


def test_a_date_begins_as_today() -> None:
    known = KNOWN._replace(today=date(2026, 11, 23))
    (found,) = proposed("[[hosts]]\nlast_seen = |", known)
    assert (found.label, found.detail, found.insert) == ("2026-11-23", "today", "2026-11-23")
    assert labels("[[hosts]]\nlast_seen = |") == []


def test_settings_are_offered_as_dotted_keys_where_their_tables_have_no_header() -> None:
    found = proposed("[[workspaces]]\nname = 'x'\nsettings.VM.Memory = 512\nsettings.|")
    inserts = [proposal.insert for proposal in found]
    assert inserts[0] == "Diagnostics.EventLogLevel = 3"
    assert "VM.MultiUserEnabled = false" in inserts
    assert "VM.Memory" not in [proposal.label for proposal in found]
    known = KNOWN._replace(tables=frozenset({"workspaces.settings.VM"}))
    assert not any(label.startswith("VM.") for label in labels("[workspaces.settings]\n|", known))


def test_a_size_of_whole_gigabytes_is_written_without_decimals() -> None:
    assert labels("[budget]\nrecommended_free_gb = |") == ["10"]


def test_what_is_offered_for_an_image_meets_what_is_asked_of_it() -> None:
    keys = ("os", "edition", "service_pack", "architecture", "created_with", "vhd_count")
    image = "[[workspaces]]\nname = 'x'\n[workspaces.image]\n"
    for key in (*keys, "partitions"):
        (only,) = proposed(f"{image}{key} = |")
        image = f"{image}{key} = {only.insert}\n"
    (dotnet,) = proposed(f"{image}dotnet = [|]")
    review = Reviewer().update(f"{image}dotnet = [{dotnet.insert}]\n", no_files, date(2026, 11, 23))
    met = {item.practice.id for item in review.items if item.status is Status.MET}
    assert met >= {
        "image-xp-sp3-x86",
        "image-created-in-wvpc",
        "image-single-vhd-partition",
        "image-dotnet-35sp1-only",
    }


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("[[hosts]]\nos|", False),
        ("[[hosts]]\nos| = 1", True),
        ("[[hosts]]\nserver = true|", True),
        ("[[hosts]]\nserver = tru|", False),
    ],
)
def test_a_key_is_whole_only_with_its_sign(text: str, whole: bool) -> None:
    assert is_whole(at(text), proposed(text)) is whole
