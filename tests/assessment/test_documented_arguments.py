import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.assessment.documented_arguments import DOCUMENTED, Installer, meanings
from medv_tui.plan.environment import Arguments


def words(text: str, installer: Installer) -> list[tuple[str, bool]]:
    return [(m.word, m.documented is not None) for m in meanings(text, installer)]


@pytest.mark.parametrize(
    ("text", "installer", "found"),
    [
        (
            "/qn OVERWRITEVHD=1 SUPPRESSMEDVLAUNCH=1",
            Installer.WORKSPACE,
            [("/qn", True), ("OVERWRITEVHD=1", True), ("SUPPRESSMEDVLAUNCH=1", True)],
        ),
        (
            r"/l* %temp%\medv.log /qn DELETEDIFFDISKS=1",
            Installer.UNINSTALL,
            [("/l*", True), ("/qn", True), ("DELETEDIFFDISKS=1", True)],
        ),
        (
            'REBOOT="ReallySuppress"',
            Installer.HOST_AGENT_UPDATE,
            [('REBOOT="ReallySuppress"', True)],
        ),
        ("OVERWRITEVHD=1", Installer.HOST_AGENT, [("OVERWRITEVHD=1", False)]),
        ("/passive", Installer.WORKSPACE, [("/passive", False)]),
        ("", Installer.WORKSPACE, []),
    ],
)
def test_each_word_is_documented_for_its_installer_or_not(
    text: str, installer: Installer, found: list[tuple[str, bool]]
) -> None:
    assert words(text, installer) == found


def test_there_is_an_installer_for_each_key_of_the_plan() -> None:
    assert {installer.value for installer in Installer} == set(Arguments.model_fields)


def test_no_argument_is_documented_twice() -> None:
    assert len({each.name for each in DOCUMENTED}) == len(DOCUMENTED) == 10


@given(st.text(), st.sampled_from(Installer))
def test_any_text_is_read(text: str, installer: Installer) -> None:
    assert all(meaning.word in text for meaning in meanings(text, installer))
