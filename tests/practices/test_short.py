import pytest

from medv_tui.findings import Finding, Status
from medv_tui.practices.catalogue import SCOPES
from medv_tui.practices.practice import SHORT, Scope, brief, failing
from tests.practices.plans import changed, review_of
from tests.practices.test_cases import CASES, Case, finding_of

OF_HOSTS = [
    case
    for case in CASES
    if Scope.HOST in SCOPES[case.practice]
    and case.status in {Status.FAILING, Status.UNKNOWN}
    and not case.name.startswith("packager-")
]


def found(case: Case) -> Finding:
    review = review_of(changed(case.table.get("set", {}), case.table.get("remove", [])))
    return finding_of(review, case)


@pytest.mark.parametrize("case", OF_HOSTS, ids=lambda c: f"{c.practice}:{c.name}")
def test_what_holds_a_computer_back_has_a_short_form_that_is_not_cut(case: Case) -> None:
    short = found(case).short
    assert 0 < len(short) <= SHORT
    assert not short.endswith("…")


@pytest.mark.parametrize(
    ("values", "short"),
    [
        ({"ram_mb": 1536}, "RAM 1.5 GB, needs 2"),
        ({"ram_mb": 1945}, "RAM 1.8 GB, needs 2"),
        ({"ram_mb": 2047}, "RAM 1.9 GB, nearly 2"),
        ({"ram_mb": 64}, "RAM 64 MB, needs 2"),
        ({"free_disk_gb": 9}, "disk 9.0, needs 12.3"),
        ({"free_disk_gb": 12.2}, "12.2 of 12.3 planned"),
        ({"free_disk_gb": 12.29}, "disk short by 0.01"),
        ({"free_disk_gb": 1.99}, "disk short by 0.01"),
        ({"free_disk_gb": 9, "base_vhd_free_disk_gb": 4}, "VHD 4.0, needs 4.8"),
        ({"free_disk_gb": 200, "users": 90}, "disk short by 29.8"),
        ({"os": "Windows 7", "edition": "Home Premium"}, "Home Premium edition"),
        ({"language": "Arabic"}, "Arabic not supported"),
    ],
)
def test_a_short_form_gives_the_value_seen_and_the_value_wanted(
    values: dict[str, object], short: str
) -> None:
    set_values = {f"hosts.{key}": value for key, value in values.items()}
    reasons = review_of(changed(set_values, [])).hosts.review(0).reasons
    assert reasons[0].short == short


@pytest.mark.parametrize(
    ("removed", "short"),
    [
        ("hosts.ram_mb", "RAM not given"),
        ("hosts.free_disk_gb", "free disk not given"),
        ("hosts.users", "users not given"),
        ("hosts.os", "Windows not given"),
        ("workspaces.image.vhd_gb", "VHD not given"),
        ("workspaces.differencing_disk_gb", "differencing disk ?"),
    ],
)
def test_a_missing_fact_is_named_in_words(removed: str, short: str) -> None:
    host = review_of(changed({}, [removed])).hosts.review(0)
    assert host.reasons[0].short == short


@pytest.mark.parametrize(
    ("values", "removed", "short"),
    [
        ({}, ["workspaces.name"], "workspace unreadable"),
        ({"workspaces.nonsense": 1}, [], "VHD unreadable"),
    ],
)
def test_what_cannot_be_read_is_not_called_absent(
    values: dict[str, object], removed: list[str], short: str
) -> None:
    host = review_of(changed(values, removed)).hosts.review(0)
    assert [reason.short for reason in host.reasons] == [short]


def test_the_first_short_form_that_fits_counts() -> None:
    long = "Windows Server 2008 R2, needs 7"
    assert failing("", short=(long, "Windows Server 2008 R2")).short == "Windows Server 2008 R2"
    assert brief(long) == "Windows Server 2008 R…"
