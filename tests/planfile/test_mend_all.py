from medv_tui.planfile.mend_all import mended
from medv_tui.planfile.parse import parse

HURRIED = """\
; written in a hurry
[Plan]
name = Contoso

[[workspaces]]
name = "finance"
[workspaces.image]
vhd_gb = 2,6

[[host]]
Name: FIN-0001
workspace = "finanse"  # the first
ram = "4 GB"
users = null

[hosts]
name = "FIN-0002"
kb977206 = yes
"""
MEANT = """\
# written in a hurry
[plan]
name = "Contoso"

[[workspaces]]
name = "finance"
[workspaces.image]
vhd_gb = 2.6

[[hosts]]
name = "FIN-0001"
workspace = "finance"  # the first
ram_mb = 4096

[[hosts]]
name = "FIN-0002"
kb977206 = true
"""


def test_everything_that_can_be_mended_is_and_the_rest_stays_as_it_is() -> None:
    found = mended(HURRIED)
    assert found.text == MEANT
    assert found.fixes > 10
    assert parse(found.text).problems == ()


def test_line_endings_stay_as_they_are() -> None:
    assert mended(HURRIED.replace("\n", "\r\n")).text == MEANT.replace("\n", "\r\n")


def test_what_nobody_can_tell_stays() -> None:
    text = "[[hosts]]\nname = 'A'\nusers = three\nzzz = 1\nlast_seen = 1/2/2026\n"
    assert mended(text) == (text, 0)


def test_a_fix_that_is_refused_does_not_hold_up_the_others() -> None:
    text = "[[hosts]]\nname = 'A'\nusers = 1\nsite = 'x', users = 2\nram_mb = '4 GB'\n"
    assert mended(text) == (text.replace("'4 GB'", "4096"), 1)


def test_more_than_anybody_looks_through_is_mended_in_turns() -> None:
    text = "".join(f"[[hosts]]\nname = 'A{number}'\nserver = 'yes'\n" for number in range(5))
    found = mended(text, most=3)
    assert found.fixes == 3
    assert len(parse(found.text).problems) == 2


def test_where_much_cannot_be_mended_the_rest_is_left() -> None:
    twice = "".join(
        f"[[hosts]]\nname = 'A{n}'\nusers = 1\nsite = 'x', users = 2\n" for n in range(99)
    )
    assert mended(twice + "[budget]\nreserve_gb = '1'\n").fixes == 0
