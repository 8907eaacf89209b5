"""Every language that the Host Agent has, in every way that tools write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.plan.languages import ansi_code_page, read_language

HOST_LANGUAGES = {
    "French": ("fr-FR", "Français", "cp1252"),
    "Italian": ("it-IT", "italiano", "cp1252"),
    "German": ("de-DE", "Deutsch", "cp1252"),
    "Spanish": ("es-ES", "Español", "cp1252"),
    "Korean": ("ko-KR", "한국어", "cp949"),
    "Japanese": ("ja-JP", "日本語", "cp932"),
    "Brazilian Portuguese": ("pt-BR", "Português (Brasil)", "cp1252"),
    "Russian": ("ru-RU", "русский", "cp1251"),
    "Chinese Traditional": ("zh-TW", "Chinese (Traditional, Taiwan)", "cp950"),
    "Chinese Simplified": ("zh-CN", "Simplified Chinese", "cp936"),
    "Dutch": ("nl-NL", "Nederlands", "cp1252"),
    "Swedish": ("sv-SE", "svenska", "cp1252"),
    "Danish": ("da-DK", "dansk", "cp1252"),
    "Finnish": ("fi-FI", "suomi", "cp1252"),
    "Portuguese": ("pt-PT", "Português", "cp1252"),
    "Norwegian": ("nb-NO", "Norwegian (Bokmål)", "cp1252"),
    "Polish": ("pl-PL", "polski", "cp1250"),
    "Turkish": ("tr-TR", "Türkçe", "cp1254"),
    "Hungarian": ("hu-HU", "magyar", "cp1250"),
    "Czech": ("cs-CZ", "čeština", "cp1250"),
    "Greek": ("el-GR", "Ελληνικά", "cp1253"),
    "Slovak": ("sk-SK", "slovenčina", "cp1250"),
    "Slovenian": ("sl-SI", "slovenščina", "cp1250"),
    "English": ("en-US", "English (United States)", "cp1252"),
}


@pytest.mark.parametrize("language", HOST_LANGUAGES)
def test_every_host_language_is_read_by_name_tag_and_native_name(language: str) -> None:
    tag, native, code_page = HOST_LANGUAGES[language]

    assert read_language(language.upper()) == language
    assert read_language(tag) == language
    assert read_language(tag.replace("-", "_")) == language
    assert read_language(native) == language
    assert ansi_code_page(language) == code_page


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("zh-Hant-HK", "Chinese Traditional"),
        ("zh-Hans", "Chinese Simplified"),
        ("pt", "Portuguese"),
        ("nn-NO", "Norwegian"),
        ("1031", "German"),
        ("0x0409", "English"),
        ("00000416", "Brazilian Portuguese"),
        ("German (Switzerland)", "German"),
        ("French - Canada", "French"),
        ("he-IL", "Hebrew"),
        (" Klingon ", "Klingon"),
        ("tlh", "tlh"),
    ],
)
def test_variants_and_numbers_of_languages_are_read(text: str, language: str) -> None:
    assert read_language(text) == language


def test_a_language_that_is_not_known_has_no_code_page() -> None:
    assert ansi_code_page("Klingon") is None
    assert ansi_code_page("Hindi") is None


@given(st.text())
def test_any_text_can_be_read_as_a_language(text: str) -> None:
    assert isinstance(read_language(text), str)


@given(st.sampled_from(list(HOST_LANGUAGES)))
def test_a_canonical_language_stays_as_it_is(language: str) -> None:
    assert read_language(read_language(language)) == language
