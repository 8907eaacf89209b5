import pytest

from medv_tui.errors import MedvError
from medv_tui.plan.setting import Setting
from medv_tui.plan.settings import SETTINGS
from medv_tui.practices.catalogue import CATALOGUE, practice
from medv_tui.problem_codes import Code
from medv_tui.reference.explain import explain

IDS = sorted({practice.id for practice in CATALOGUE})


@pytest.mark.parametrize("practice_id", IDS)
def test_every_practice_is_explained_in_full(practice_id: str) -> None:
    known = practice(practice_id)
    said = " ".join(explain(practice_id).split())
    for text in (known.title, known.asks, known.why, known.todo, *known.source.topics):
        assert text in said
    assert ("(Inferred: " in said) is any(
        other.inferred for other in CATALOGUE if other.id == practice_id
    )


@pytest.mark.parametrize("code", Code)
def test_every_problem_code_is_explained(code: Code) -> None:
    said = " ".join(explain(code.id).split())
    for text in (code.value.title, code.value.why, code.value.remedy):
        assert text in said


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("word", [*IDS[:10], "unknown-key"])
def test_an_explanation_fits_the_width(word: str, width: int) -> None:
    for line in explain(word, width).splitlines():
        # Names of topics and facts are never cut.
        assert len(line) <= width or len(max(line.split(), key=len)) > width - 12


def test_a_practice_at_two_scopes_is_explained_at_both() -> None:
    said = explain("host-dotnet-35sp1")
    assert "scope       host\n" in said
    assert "scope       plan\n" in said


def test_a_headline_practice_is_marked() -> None:
    marked = next(practice for practice in CATALOGUE if practice.headline)
    assert f"◆ number {marked.headline} of the thirteen" in explain(marked.id)


def test_a_practice_that_cannot_be_waived_says_so() -> None:
    assert "waivable    no; MED-V cannot work without it" in explain("host-ram-minimum")


def test_capitals_do_not_matter() -> None:
    assert explain("Host-RAM-minimum") == explain("host-ram-minimum")
    assert explain("Unknown-Key") == explain("unknown-key")


def test_an_unknown_word_is_refused_with_the_nearest_ones() -> None:
    with pytest.raises(MedvError, match="did you mean unknown-key"):
        explain("unknwon-key")
    with pytest.raises(MedvError, match="medv-tui practices lists them"):
        explain("zzzzzzzzzz")


@pytest.mark.parametrize("entry", SETTINGS, ids=lambda s: s.name)
def test_every_setting_is_explained_in_full(entry: Setting) -> None:
    said = " ".join(explain(f"{entry.key}.{entry.name}").split())
    for text in (entry.meaning, *entry.interactions, *entry.contradictions, *entry.source.topics):
        assert text in said
    assert said == " ".join(explain(entry.name.upper()).split())
