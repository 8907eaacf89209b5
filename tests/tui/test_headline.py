from datetime import date
from pathlib import Path

import pytest

from medv_tui.errors import PlanUnreadableError
from medv_tui.findings import Verdict
from medv_tui.problem_codes import Code
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.headline import FileState, Standing, headline, strip_row
from medv_tui.tui.layout import Form
from medv_tui.tui.line import plain, width

from .plans import DAY, DOCUMENTED, host

SAMPLES = Path(__file__).parents[2] / "sample_configs"
SAVED = FileState("plan.toml", edited=False, new=False)
EDITED = FileState("plan.toml", edited=True, new=False)


def no_files(name: str) -> bytes:
    raise PlanUnreadableError(Code.FILE_MISSING, f"There is no {name}.")


def review_of(text: str, as_of: date = DAY) -> Review:
    return Reviewer().update(text, no_files, as_of)


def shown(form: Form, cells: int, text: str = DOCUMENTED, file: FileState = SAVED) -> str:
    return plain(headline(file, review_of(text), form, cells))


def test_a_wide_headline_says_everything_in_words() -> None:
    text = shown(Form.WIDE, 178)
    assert text.startswith("plan.toml ")
    assert "1 host  ● 1 ready     disk 10.1 GB planned     practices " in text
    assert text.endswith(" met")


def test_a_narrow_headline_keeps_verdicts_and_disk() -> None:
    text = shown(Form.NARROW, 78, file=EDITED)
    assert text.startswith("plan.toml * ")
    assert text.endswith("● 1 ready  10.1 GB")


@pytest.mark.parametrize(("form", "cells"), [(Form.NARROW, 78), (Form.WIDE, 178)])
def test_a_plan_that_is_only_read_says_so_however_long_its_name(form: Form, cells: int) -> None:
    name = "a-plan-whose-name-is-longer-than-any-headline-has-room-for" * 3
    text = shown(form, cells, file=FileState(name, edited=False, new=False, read_only=True))
    assert "…" in text
    assert " (read only)" in text


def test_a_verdict_without_computers_is_left_out_except_ready() -> None:
    text = shown(Form.WIDE, 178, DOCUMENTED.replace("free_disk_gb = 60", "free_disk_gb = 1"))
    assert "● 0 ready   × 1 blocked" in text
    assert "unknown" not in text


def test_a_headline_gives_up_its_space_before_its_figures() -> None:
    assert "planned     practices" in shown(Form.WIDE, 90)
    close = shown(Form.WIDE, 83)
    assert close.startswith("plan.toml ")
    assert "planned   practices" in close


@pytest.mark.parametrize(("form", "cells"), [(Form.WIDE, 138), (Form.MEDIUM, 98)])
def test_a_headline_gives_up_words_before_the_name(form: Form, cells: int) -> None:
    crowd = [
        host("A", count=11_111, free_disk_gb=1),
        host("B", count=22_222).replace("free_disk_gb = 60\n", ""),
        host("C", count=33_333).replace('workspace = "example"\n', ""),
        host("D", count=44_444, service_pack=0).replace(" SP1", ""),
    ]
    text = shown(form, cells, DOCUMENTED + "".join(crowd))
    assert text.startswith("plan.toml ")
    assert "× 11,111 blocked" in text
    assert " GB" in text


def changed(form: Form, cells: int, before: str, after: str) -> str:
    saved = Standing.of(review_of(before))
    return plain(headline(EDITED, review_of(after), form, cells, saved))


def test_a_headline_gives_up_its_changes_before_the_name() -> None:
    after = DOCUMENTED + host("B", count=2)
    assert " +20.2 " in changed(Form.WIDE, 105, DOCUMENTED, after)
    close = changed(Form.WIDE, 86, DOCUMENTED, after)
    assert close.startswith("plan.toml edited ")
    assert "+" not in close


def test_a_wide_headline_shows_what_changed_since_the_plan_was_saved() -> None:
    text = changed(Form.WIDE, 178, DOCUMENTED, DOCUMENTED + host("B", count=2))
    assert "3 hosts  ● 3 ready +2     disk 30.3 GB planned +20.2     practices" in text


def test_a_verdict_that_has_gone_still_shows_its_change() -> None:
    tight = DOCUMENTED.replace("free_disk_gb = 60", "free_disk_gb = 1")
    text = changed(Form.WIDE, 178, tight, DOCUMENTED)
    assert "● 1 ready +1   × 0 blocked −1 " in text


def test_practices_show_their_change() -> None:
    sealed = DOCUMENTED.replace("vhd_gb = 2.6", "vhd_gb = 2.6\ncompacted = true")
    text = changed(Form.WIDE, 178, DOCUMENTED, sealed)
    assert text.endswith(" met +1")
    assert "planned     practices" in text


def test_a_change_of_nothing_is_not_shown() -> None:
    assert changed(Form.WIDE, 178, DOCUMENTED, DOCUMENTED) == shown(Form.WIDE, 178, file=EDITED)


@pytest.mark.parametrize(("form", "cells"), [(Form.MEDIUM, 118), (Form.NARROW, 78)])
def test_only_the_wide_headline_shows_changes(form: Form, cells: int) -> None:
    after = DOCUMENTED + host("B", count=2)
    assert changed(form, cells, DOCUMENTED, after) == shown(form, cells, after, EDITED)


def test_computers_without_a_workspace_are_counted() -> None:
    text = shown(Form.MEDIUM, 118, '[[hosts]]\nname = "A"\n')
    assert "● 0 ready  · 1 unassigned" in text


def test_a_sum_that_leaves_computers_out_is_a_least_amount() -> None:
    text = DOCUMENTED + host("B").replace("users = 3\n", "")
    assert "disk at least 10.1 GB planned" in shown(Form.WIDE, 178, text)
    assert "at least 10.1 GB" in shown(Form.MEDIUM, 118, text)
    assert "≥ 10.1 GB" in shown(Form.NARROW, 78, text)


def test_errors_are_counted_beside_the_file() -> None:
    assert "plan.toml   × 1 error " in shown(Form.WIDE, 178, DOCUMENTED + "\nx = \n")


def test_a_changed_file_says_so() -> None:
    assert shown(Form.WIDE, 178, file=EDITED).startswith("plan.toml edited ")
    new = FileState("plan.toml", edited=False, new=True)
    assert shown(Form.WIDE, 178, file=new).startswith("plan.toml new ")


@pytest.mark.parametrize("form", [Form.WIDE, Form.MEDIUM, Form.NARROW])
def test_a_long_name_gives_way_to_the_figures(form: Form) -> None:
    cells = {Form.WIDE: 138, Form.MEDIUM: 98, Form.NARROW: 78}[form]
    file = FileState("a-very-long-name-for-a-plan" * 5 + ".toml", edited=True, new=False)
    text = shown(form, cells, file=file)
    assert "….toml" in text or "…" in text
    assert "10.1 GB" in text
    assert len(text) == cells


@pytest.mark.parametrize("cells", [1, 5, 40, 180])
def test_the_strip_is_as_long_as_the_row(cells: int) -> None:
    counts = {Verdict.READY: 31, Verdict.ATTENTION: 4}
    assert width(strip_row(counts, 180)) == 180
    assert width(strip_row({}, cells)) == cells


def test_a_single_computer_has_its_part_of_the_strip() -> None:
    counts = {Verdict.READY: 100_000, Verdict.UNKNOWN: 1}
    parts = [part for part in strip_row(counts, 80) if part.look]
    assert [len(part.text) for part in parts] == [78, 1]


@pytest.mark.parametrize(("cells", "form"), [(118, Form.MEDIUM), (78, Form.NARROW)])
def test_a_fleet_of_every_verdict_keeps_its_counts_where_room_is_scarce(
    cells: int, form: Form
) -> None:
    sample = (SAMPLES / "midsize.toml").read_text("utf-8")
    text = shown(form, cells, sample)
    assert "● 92 ready" in text
    assert "× 8 blocked" in text
    assert "GB" in text
    assert width(headline(SAVED, review_of(sample), form, cells)) <= cells
