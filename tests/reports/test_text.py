import re

import pytest

from medv_tui.reports.text import MOST_HOSTS, report
from medv_tui.reports.wrap import cells
from medv_tui.review.reviewer import Reviewer
from tests.generated import AS_OF, ROOT
from tests.practices.plans import changed, good_plan, no_files, review_of

MIDSIZE = (ROOT / "sample_configs" / "midsize.toml").read_text("utf-8")
WRONG = (ROOT / "sample_configs" / "everything-wrong.toml").read_text("utf-8")


def told(text: str, width: int = 80, *, colour: bool = False) -> str:
    review = Reviewer().update(text, no_files, AS_OF)
    return report(review, "Plan", "plan.toml", width=width, colour=colour)


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("text", [MIDSIZE, WRONG, "", "x ="])
def test_no_line_is_wider_than_the_terminal(text: str, width: int) -> None:
    assert max(map(cells, told(text, width).splitlines())) <= width


def test_words_are_the_same_at_every_width() -> None:
    assert told(MIDSIZE, 40).split() == told(MIDSIZE, 200).split()


def test_a_count_is_never_parted_from_its_word() -> None:
    for width in range(40, 81):
        said = told(MIDSIZE, width)
        assert "14 unassigned" in said
        assert "4 excluded" in said


def test_colour_is_there_only_when_asked_and_changes_no_word() -> None:
    plain, coloured = told(MIDSIZE), told(MIDSIZE, colour=True)
    assert "\x1b" not in plain
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[91m×\x1b[0m" in coloured


def test_the_header_counts_computers_by_verdict_and_leaves_out_what_is_not_there() -> None:
    text = "".join(f'[[hosts]]\nname = "{name}"\ncount = 2\n' for name in "AB")
    summary = told(f'{text}excluded = "gone"\n').split("\n\n")[1]
    assert "4 computers   ● 0 ready   · 2 unassigned   · 2 excluded" in summary
    assert "blocked" not in summary


def test_disk_totals_say_their_unit_once_and_what_they_leave_out() -> None:
    known = 'os = "Windows 7"\nram_mb = 4096\nfree_disk_gb = 60\nusers = 3\nworkspace = "w"\n'
    text = (
        '[[workspaces]]\nname = "w"\ndifferencing_disk_gb = 1.5\nsaved_state_gb = 1\n'
        "[workspaces.image]\nvhd_gb = 2.6\n"
        f'[[hosts]]\nname = "A"\n{known}[[hosts]]\nname = "B"\nworkspace = "w"\n'
    )
    said = told(text, 200)
    assert "at least 10.1 GB planned, 10.1 GB required" in said
    assert "1 computer lacks data and is not in the sums" in said
    assert said.count("1 GB = 1024 MB") == 1
    assert "copies of a package that is not described are not planned for" in said
    complete = report(review_of(good_plan()), "Plan", "plan.toml", width=200, colour=False)
    assert "copies" not in complete


def test_disk_totals_of_which_nothing_is_known_are_no_figure() -> None:
    said = told('[[workspaces]]\nname = "w"\n[[hosts]]\nname = "A"\nworkspace = "w"\n')
    assert "not known: 1 computer lacks data" in said


def test_a_problem_stands_in_the_form_that_editors_jump_to() -> None:
    said = told('[plan]\nname = "x"\n[[hosts]]\nname = "A"\nram_mb = "4"\n', 200)
    assert "plan.toml:5:10: error wrong-type hosts[0]" in said
    assert "Problems: 1 error" in said
    assert "What has an error below is not in the figures." in said


def test_a_blocked_computer_is_told_with_its_reason_and_line() -> None:
    said = told('[[workspaces]]\nname = "w"\n[[hosts]]\nname = "A"\nworkspace = "w"\nram_mb = 1\n')
    assert "× A, w\n" in said
    assert "1 MB of RAM is below the required 2,048 MB. (host-ram-minimum, line 6)" in said


def test_of_many_computers_the_first_are_told_and_the_command_for_the_others() -> None:
    hosts = "".join(
        f'[[hosts]]\nname = "H{n}"\ncount = 2\nworkspace = "w"\nram_mb = 1\n' for n in range(47)
    )
    said = told(f'[[workspaces]]\nname = "w"\n{hosts}', 200)
    assert f"\n× H{MOST_HOSTS - 1} (2), w\n" in said
    assert f"× H{MOST_HOSTS} " not in said
    assert "and 74 more: medv-tui hosts plan.toml --verdict blocked" in said


def test_a_failing_plan_practice_says_what_would_mend_it() -> None:
    review = review_of(changed({"deployment.copy_locally": False}, []))
    said = report(review, "Plan", "plan.toml", width=200, colour=False)
    assert "The plan as a whole\n" in said
    assert "\n  fix: Set deployment.copy_locally = true\n" in said


def test_a_good_plan_says_only_what_is_still_open() -> None:
    chained = {"deployment.method": "windows-7-image", "hosts.users_local_admin": True}
    said = report(review_of(changed(chained, [])), "Plan", "plan.toml", width=200, colour=False)
    assert "need a person's word: the checklist of medv-tui plan.toml lists them." in said
    for heading in ("Problems", "Blocked", "Workspaces", "The plan as a whole"):
        assert heading not in said


def test_a_waiver_keeps_what_it_waives_in_sight() -> None:
    waiver = (
        '[[attestations]]\npractice = "host-disk-recommended"\nstatus = "waived"\nreason = "x"\n'
    )
    text = '[[workspaces]]\nname = "w"\n[[hosts]]\nname = "A"\nworkspace = "w"\nfree_disk_gb = 9\n'
    assert "Waived:" not in told(text)
    assert "Waived: host-disk-recommended.\n" in told(text + waiver)


def test_what_is_only_worth_considering_is_named() -> None:
    assert "Worth considering: " in told('[[workspaces]]\nname = "w"\n')


def test_text_from_the_plan_never_drives_the_terminal() -> None:
    name = r'"\u001b]52;c;eA==\u0007\u009b31m\u202e\u200b"'
    said = told(
        f"[plan]\nname = {name}\n[[workspaces]]\nname = {name}\n"
        f"[[hosts]]\nname = {name}\nworkspace = {name}\nram_mb = 1\n[{name}]\n"
    )
    assert all(character.isprintable() or character == "\n" for character in said)
    assert "␛]52;c;eA==␇�31m��" in said
