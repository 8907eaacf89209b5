import pytest

from medv_tui.findings import Value
from medv_tui.plan.settings import setting
from medv_tui.reference.setting_value import ValueRefusedError, setting_value, wanted


@pytest.mark.parametrize(
    ("key", "name", "text", "value"),
    [
        ("VM", "MultiUserEnabled", " Yes ", True),
        ("VM", "MultiUserEnabled", "0", False),
        ("VM", "NetworkingMode", "bridged", "Bridged"),
        ("VM", "GuestMemFromHostMem", "512, 1024", (512, 1024)),
        ("Fts", "ComputerNameMask", "MEDV-*", "MEDV-*"),
        ("Fts", "DetachVfdTimeout", "90", 90),
        ("Diagnostics", "EventLogLevel", "warning", 2),
        ("UserExperience", "RedirectUrls", "http://a/*, http://b/*", ("http://a/*", "http://b/*")),
    ],
)
def test_a_value_is_read_by_its_kind(key: str, name: str, text: str, value: Value) -> None:
    assert setting_value(setting(key, name), text) == value


@pytest.mark.parametrize(
    ("key", "name", "text", "why"),
    [
        ("VM", "MultiUserEnabled", "perhaps", "Write true or false, not perhaps"),
        ("Fts", "DetachVfdTimeout", "", "Write a whole number, not nothing"),
        ("Diagnostics", "EventLogLevel", "loud", "Write one of None, Error"),
    ],
)
def test_what_is_no_value_is_refused_with_what_is_wanted(
    key: str, name: str, text: str, why: str
) -> None:
    with pytest.raises(ValueRefusedError, match=why):
        setting_value(setting(key, name), text)


def test_what_is_wanted_is_said_in_words() -> None:
    assert wanted(setting("VM", "NetworkingMode")) == "one of Bridged, NAT"
    assert wanted(setting("VM", "MultiUserEnabled")) == "true or false"
