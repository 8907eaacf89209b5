"""Every spelling that field data showed, and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.plan.spellings import (
    OsReading,
    documented_spelling,
    read_architecture,
    read_edition,
    read_os,
    read_os_version,
    read_service_pack,
)


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("Microsoft Windows 7 Professional ", "Professional"),
        ("Windows 7 Enterprise", "Enterprise"),
        ("Microsoft® Windows® 7 Ultimate", "Ultimate"),
        ("Microsoft? Windows? 7 Ultimate", "Ultimate"),
        ("Microsoft Windows (R) 7 Enterprise", "Enterprise"),
        ("Microsoft Windows 7 Professionnel", "Professional"),
        ("Microsoft Windows 7 Entreprise", "Enterprise"),
        ("Microsoft Windows 7 Édition Intégrale", "Ultimate"),
        ("Microsoft Windows 7 ?dition Int?grale", "Ultimate"),
        ("Microsoft Windows 7 Профессиональная ", "Professional"),
        ("Microsoft Windows 7 Корпоративная ", "Enterprise"),
        ("Microsoft Windows 7 Максимальная ", "Ultimate"),
        ("Windows 7 Professional N", "Professional N"),
        ("Windows 7 Enterprise KN", "Enterprise KN"),
        ("Windows 7 Ultimate E", "Ultimate E"),
        ("Microsoft Windows 7 Starter", "Starter"),
        ("Microsoft Windows 7 Home Basic", "Home Basic"),
        ("Microsoft Windows 7 Home Premium ", "Home Premium"),
        ("Microsoft Windows 7 Édition Familiale Premium ", "Home Premium"),
        ("Win7 Pro", "Professional"),
        ("Windows 7", None),
        ("Microsoft Windows 7 ????????????????", None),
    ],
)
def test_a_caption_of_windows_7_gives_its_edition(text: str, edition: str | None) -> None:
    assert read_os(text) == OsReading(os="Windows 7", edition=edition, server=False)


@pytest.mark.parametrize(
    ("text", "service_pack", "architecture"),
    [
        ("Windows 7 Professionnel SP 1", 1, None),
        ("Windows 7 ProfessionnelSP1", 1, None),
        ("Windows 7 Professionnel 64 bits", None, "x64"),
        ("Windows 7 Professionnel64 bits", None, "x64"),
        ("Windows 7 Professionnel SP 1 32 bits", 1, "x86"),
        ("Windows 7 Professional Service Pack 1 x64", 1, "x64"),
        ("Windows 7 Professional (6.1.7601)", 1, None),
        ("Windows 7 Professional (6.1.7600)", 0, None),
    ],
)
def test_what_is_glued_on_to_a_caption_is_read_too(
    text: str, service_pack: int | None, architecture: str | None
) -> None:
    assert read_os(text) == OsReading(
        "Windows 7", "Professional", service_pack, architecture, server=False
    )


@pytest.mark.parametrize(
    ("text", "os", "server"),
    [
        ("Microsoft Windows NT Workstation 6.1", "Windows 7", False),
        ("Microsoft Windows NT Workstation 5.1", "Windows XP", False),
        ("Microsoft Windows NT Workstation 10.0 (Tablet Edition)", "Windows 10", False),
        ("Microsoft Windows NT Server 6.1", "Windows Server 2008 R2", True),
        ("Microsoft Windows NT Advanced Server 6.1", "Windows Server 2008 R2", True),
    ],
)
def test_discovery_names_have_no_edition(text: str, os: str, server: bool) -> None:
    assert read_os(text) == OsReading(os=os, server=server)


@pytest.mark.parametrize(
    ("text", "os", "server"),
    [
        ("Microsoft Windows XP Professional", "Windows XP", False),
        ("Windows Vista™ Business", "Windows Vista", False),
        ("Microsoft Windows 8 Enterprise", "Windows 8", False),
        ("Windows 8.1 Pro", "Windows 8.1", False),
        ("Microsoft Windows 10 Enterprise", "Windows 10", False),
        ("Windows 11 Pro", "Windows 11", False),
        ("Windows Server® 2008 Standard", "Windows Server 2008", True),
        ("Windows Server 2008 R2 Enterprise", "Windows Server 2008 R2", True),
        ("Microsoft(R) Windows(R) Server 2003, Standard Edition", "Windows Server 2003", True),
        ("Hyper-V Server", "Hyper-V Server", True),
        ("Windows Embedded Standard 7", "Windows Embedded Standard 7", None),
        ("  Some   Linux ", "Some Linux", None),
    ],
)
def test_other_systems_keep_their_names(text: str, os: str, server: bool | None) -> None:
    reading = read_os(text)

    assert (reading.os, reading.server) == (os, server)


@pytest.mark.parametrize("text", ["6.1", "6.1.7601", "6.1 (7601)", "7601", "", "  "])
def test_version_6_1_alone_is_not_windows_7(text: str) -> None:
    assert read_os(text).os is None
    assert read_os_version(text).os is None


@pytest.mark.parametrize(
    ("text", "service_pack"),
    [
        ("6.1.7600", 0),
        ("6.1.7601", 1),
        ("6.1 (7601)", 1),
        ("7601", 1),
        ("7600", 0),
        ("6.1.7601.17514", 1),
        ("6.1.7601 Service Pack 1 Build 7601", 1),
        ("6.1", None),
        ("10.0.19045", None),
        ("5.1.2600", None),
        ("5.1.2600 Service Pack 3", 3),
    ],
)
def test_builds_give_the_service_pack_of_6_1_only(text: str, service_pack: int | None) -> None:
    assert read_os_version(text).service_pack == service_pack


@pytest.mark.parametrize(
    ("text", "os"),
    [
        ("5.1.2600", "Windows XP"),
        ("6.0.6002", "Windows Vista"),
        ("6.2.9200", "Windows 8"),
        ("6.3 (9600)", "Windows 8.1"),
        ("10.0.19045", "Windows 10"),
        ("10.0 (22000)", "Windows 11"),
        ("9600", "Windows 8.1"),
        ("no version", None),
    ],
)
def test_other_versions_name_their_client(text: str, os: str | None) -> None:
    assert read_os_version(text).os == os


@pytest.mark.parametrize(
    "text",
    [
        "64-bit",
        "64 bits",
        "64-разрядная",
        "x64-based PC",
        "x64",
        "AMD64",
        "x86_64",
        "64",
        "64-Bit",
        "PC à base de x64",
        " X64 ",
    ],
)
def test_sixty_four_bits_are_x64(text: str) -> None:
    assert read_architecture(text) == "x64"


@pytest.mark.parametrize(
    "text", ["32-bit", "32 bits", "X86-based PC", "x86", "i386", "32", "32-разрядная"]
)
def test_thirty_two_bits_are_x86(text: str) -> None:
    assert read_architecture(text) == "x86"


@pytest.mark.parametrize("text", ["64-Bit", "PC à base de x64", " X64 ", "64 位"])
def test_architectures_of_other_languages_are_read(text: str) -> None:
    assert read_architecture(text) == "x64"


def test_another_architecture_keeps_its_name() -> None:
    assert read_architecture(" ARM64 ") == "ARM64"
    assert read_architecture("ia64") == "ia64"


@pytest.mark.parametrize(
    ("text", "service_pack"),
    [
        ("Service Pack 1", 1),
        ("SP1", 1),
        ("1", 1),
        ("0", 0),
        ("None", 0),
        ("", None),
        ("?", None),
        ("Service Pack 1, v.178", 1),
        ("sp 3", 3),
        ("1.0", 1),
    ],
)
def test_service_packs_are_numbers(text: str, service_pack: int | None) -> None:
    assert read_service_pack(text) == service_pack


@pytest.mark.parametrize(
    ("text", "service_pack"), [("Service Pack 1, v.178", 1), ("sp 3", 3), ("1.0", 1), ("SP1a", 1)]
)
def test_service_packs_with_more_behind_them_are_read(text: str, service_pack: int) -> None:
    assert read_service_pack(text) == service_pack


def test_editions_are_read_alone_too() -> None:
    assert read_edition("Édition Intégrale") == "Ultimate"
    assert read_edition("entreprise") == "Enterprise"
    assert read_edition("  Thin  PC ") == "Thin PC"


def test_choices_are_read_in_any_case_and_shared_means_nat() -> None:
    modes = ("NAT", "BRIDGED")

    assert documented_spelling("nat", modes) == "NAT"
    assert documented_spelling("Shared", modes) == "NAT"
    assert documented_spelling("Shared", ("BRIDGED",)) is None
    assert documented_spelling("other", modes) is None


@pytest.mark.parametrize("text", ["TURNOFF", "turn off", "Turn-Off"])
def test_turning_off_has_one_documented_spelling(text: str) -> None:
    assert documented_spelling(text, ("HIBERNATE", "TURN-OFF")) == "TURN-OFF"


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    read_os_version(text)
    read_service_pack(text)
    assert isinstance(read_os(text), OsReading)
    assert isinstance(read_edition(text), str)
    assert isinstance(read_architecture(text), str)
