import pytest
from rich.cells import cell_len

from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.review.components import PARTS
from medv_tui.review.review import Review
from medv_tui.tui.panes.drawing_boxes import OUTLINES, Box, Entry, boxes, folded, in_a_row, listed
from medv_tui.tui.panes.drawing_words import LONGEST, WORDS
from medv_tui.tui.present import status_mark

from .plans import DOCUMENTED, host
from .test_headline import review_of

ORDER = "×▲?□~●·"
WEAK = DOCUMENTED + host("WEAK", ram_mb=1024) + host("FEEBLE", ram_mb=1024, count=2)
NOT_DRAWN = {"enterprise"}
"""The whole drawing is the enterprise."""
ALL_SAID = """
[infrastructure]
esd = "System Center Configuration Manager 2007 SP2"
directory_domain = "corp.example"
group_policy = true
print_server = true
"""


def entry(symbol_of: str, name: str = "Name", note: str = "") -> Entry:
    return Entry(status_mark(symbol_of), name, note, name)


def named(box: Box) -> dict[str, Entry]:
    return {each.name: each for each in box.entries}


def drawn_ids() -> list[str]:
    rows = [i for outline in OUTLINES for _, ids in outline.rows for i in ids]
    return rows + [outline.own for outline in OUTLINES if outline.own not in rows]


def test_every_component_stands_in_one_place_of_the_drawing() -> None:
    assert sorted(drawn_ids()) == sorted({part.id for part in PARTS} - NOT_DRAWN)


@pytest.mark.parametrize("text", ["", DOCUMENTED, WEAK, DOCUMENTED + ALL_SAID])
def test_no_box_looks_better_than_a_component_in_it(text: str) -> None:
    review = review_of(text)
    found = boxes(review)
    inside = {outline.id: outline.inside for outline in OUTLINES}
    for outline in OUTLINES:
        ids = [outline.own, *(i for _, group in outline.rows for i in group)]
        worst = min(ORDER.index(_mark(review, i)) for i in ids)
        box: str | None = outline.id
        while box is not None:
            assert ORDER.index(found[box].mark.symbol) <= worst
            box = inside[box]


def _mark(review: Review, component: str) -> str:
    found = next(c for c in review.architecture.components if c.id == component)
    begun = bool(review.plan.workspaces)
    if found.status == "missing" and not begun:
        return "□"
    return status_mark(found.status, found.severity).symbol


def test_computers_that_fail_are_counted() -> None:
    host_box = boxes(review_of(WEAK))["host"]
    assert named(host_box)["Memory"].note == "3 below 2 GB"
    assert named(host_box)["Memory"].mark.symbol == "×"


def test_a_practice_about_an_inner_box_is_told_there_and_not_outside() -> None:
    text = DOCUMENTED + host("OTHER", other_virtualization=True)
    found = boxes(review_of(text))
    assert "Other engines" in named(found["engine"])
    assert "Other engines" not in named(found["host"])
    assert found["host"].mark.symbol == "×"


def test_what_is_worse_stands_first() -> None:
    for box in boxes(review_of(WEAK)).values():
        ranks = [each.rank for each in box.entries[box.is_service :]]
        assert ranks == sorted(ranks)


def test_a_service_is_called_what_the_plan_calls_it() -> None:
    found = boxes(review_of(DOCUMENTED + ALL_SAID))
    names = [found[name].entries[0].name for name in ("esd", "policy", "directory", "printing")]
    assert names == ["ConfigMgr 2007 SP2", "Group Policy", "corp.example", "Print server"]
    assert found["esd"].entries[0].mark.symbol == "●"


def test_a_service_that_the_plan_does_not_name_is_not_met() -> None:
    found = boxes(review_of(DOCUMENTED))
    assert found["directory"].entries[0].mark.symbol == "?"


def test_a_required_service_that_is_absent_is_missing() -> None:
    text = DOCUMENTED + '\n[infrastructure]\ndirectory_domain = ""\n'
    first = boxes(review_of(text))["directory"].entries[0]
    assert (first.mark.symbol, first.note) == ("×", "missing")


def test_an_optional_service_that_is_absent_is_not_used() -> None:
    text = DOCUMENTED + "\n[infrastructure]\nprint_server = false\n"
    first = boxes(review_of(text))["printing"].entries[0]
    assert (first.mark.symbol, first.note) == ("·", "none")


def test_what_a_plan_that_has_not_begun_lacks_is_open() -> None:
    image = named(boxes(review_of(""))["administrator"])["Image"]
    assert (image.mark.symbol, image.note) == ("□", "missing")


def test_figures_of_the_plan_stand_beside_what_is_not_wrong() -> None:
    found = boxes(review_of(DOCUMENTED))
    assert found["engine"].remark == "NAT, 1,024 MB"
    assert found["host"].aside == "Windows 7"


def test_computers_of_several_systems_have_no_word_in_the_title() -> None:
    assert boxes(review_of(DOCUMENTED + host("OLD", os="Windows Vista")))["host"].aside == ""


def test_folding_keeps_the_worst_and_counts_the_rest() -> None:
    entries = [entry("failing"), entry("unknown"), *[entry("met")] * 5]
    assert list(folded(entries, 7)) == entries
    *kept, last = folded(entries, 4)
    assert kept == entries[:3]
    assert (last.mark.symbol, last.name) == ("●", "4 more met")
    assert folded(entries, 2)[-1].name == "6 more"
    assert folded(entries, 2)[-1].mark.symbol == "?"


def test_what_is_not_used_is_left_out_first_and_not_counted() -> None:
    entries = [entry("failing"), entry("met"), entry("not-applicable")]
    assert list(folded(entries, 2)) == entries[:2]


def test_a_single_row_shows_the_worst_with_the_number_of_the_others() -> None:
    (only,) = folded([entry("failing", "Bad"), entry("met"), entry("met")], 1)
    assert (only.name, only.note) == ("Bad", "+2 more")
    assert folded([entry("met")], 0) == []


def service(*entries: Entry) -> Box:
    return Box("esd", "ESD", entries[0].mark, entries, entries[0].name)


def test_a_service_keeps_its_name_where_there_are_two_rows() -> None:
    box = service(entry("met", "ConfigMgr"), entry("failing", "Hotfix"), entry("open", "1 open"))
    assert [each.name for each in listed(box, 2)] == ["ConfigMgr", "Hotfix"]
    assert [each.name for each in listed(box, 1)] == ["Hotfix"]
    assert [each.name for each in listed(service(entry("met", "ConfigMgr")), 1)] == ["ConfigMgr"]


def test_a_service_in_one_row_says_what_is_wrong_or_what_it_is() -> None:
    troubled = in_a_row(service(entry("met", "ConfigMgr"), entry("failing", "Hotfix")))
    assert (troubled.name, troubled.note) == ("ESD", "Hotfix")
    assert in_a_row(service(entry("met", "ConfigMgr"))).name == "ConfigMgr"


def test_a_note_is_brief_by_leaving_out_what_the_symbol_says() -> None:
    assert entry("unknown", note="14 unknown").brief_note == "14"
    assert entry("failing", note="failing").brief_note == ""
    assert entry("failing", note="8 below 2 GB").brief_note == "8 below 2 GB"


def test_short_names_belong_to_practices_and_are_short() -> None:
    assert set(WORDS) <= {practice.id for practice in CATALOGUE}
    assert all(cell_len(words.name) <= LONGEST for words in WORDS.values())


def test_every_practice_with_a_row_of_its_own_has_a_short_name() -> None:
    for outline in OUTLINES:
        inner = {outline.id} | {o.id for o in OUTLINES if o.inside in {outline.id, "engine"}}
        spoken = {i for o in OUTLINES if o.id in inner for _, ids in o.rows for i in ids}
        for practice in CATALOGUE:
            if outline.own in practice.concerns and spoken.isdisjoint(practice.concerns):
                inside = {o.own for o in OUTLINES if o.id in inner} - {outline.own}
                assert practice.id in WORDS or not inside.isdisjoint(practice.concerns)
