from medv_tui.plan.workspace import Application
from medv_tui.practices.offenders import counted, first_of, named


def test_the_first_is_named_and_the_others_are_counted() -> None:
    assert first_of(["a"]) == '"a"'
    assert first_of(["a", "b"]) == '"a" and 1 more'
    assert first_of(str(n) for n in range(1002)) == '"0" and 1,001 more'


def test_applications_go_by_their_names() -> None:
    assert (
        named([Application(name="Ledger 3.1"), Application(name="B")]) == '"Ledger 3.1" and 1 more'
    )


def test_a_count_brings_its_noun_into_the_right_number() -> None:
    assert [counted(n, "URL") for n in (0, 1, 1200)] == ["0 URLs", "1 URL", "1,200 URLs"]
