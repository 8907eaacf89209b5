"""How people and tools write languages, and the code page that Windows has for each.

Every function is pure and takes any text.
"""

import re
from locale import windows_locale
from typing import NamedTuple

from medv_tui.plan.spellings import fold, strip


class _Language(NamedTuple):
    name: str
    code_page: str | None
    """ANSI code page of Windows; None for a language that has none."""
    tags: str
    """Primary BCP 47 subtags."""
    native: str = ""
    """Other names, separated by bars."""


_LANGUAGES = (
    _Language("English", "cp1252", "en"),
    _Language("French", "cp1252", "fr", "français"),
    _Language("Italian", "cp1252", "it", "italiano"),
    _Language("German", "cp1252", "de", "deutsch"),
    _Language("Spanish", "cp1252", "es", "español|castellano|castilian"),
    _Language("Korean", "cp949", "ko", "한국어"),
    _Language("Japanese", "cp932", "ja", "日本語"),
    _Language("Brazilian Portuguese", "cp1252", "pt-br", "português brasileiro"),
    _Language("Russian", "cp1251", "ru", "русский"),
    _Language(
        "Chinese Traditional", "cp950", "zh-hant zh-tw zh-hk zh-mo", "traditional chinese|繁體中文"
    ),
    _Language(
        "Chinese Simplified", "cp936", "zh zh-hans zh-cn zh-sg", "simplified chinese|简体中文|中文"
    ),
    _Language("Dutch", "cp1252", "nl", "nederlands|flemish"),
    _Language("Swedish", "cp1252", "sv", "svenska"),
    _Language("Danish", "cp1252", "da", "dansk"),
    _Language("Finnish", "cp1252", "fi", "suomi"),
    _Language("Portuguese", "cp1252", "pt", "português|european portuguese"),
    _Language("Norwegian", "cp1252", "nb nn no", "norsk|bokmål|norsk bokmål|norwegian bokmål"),
    _Language("Polish", "cp1250", "pl", "polski"),
    _Language("Turkish", "cp1254", "tr", "türkçe"),
    _Language("Hungarian", "cp1250", "hu", "magyar"),
    _Language("Czech", "cp1250", "cs", "čeština|český"),
    _Language("Greek", "cp1253", "el", "ελληνικά"),
    _Language("Slovak", "cp1250", "sk", "slovenčina|slovenský"),
    _Language("Slovenian", "cp1250", "sl", "slovenščina|slovene"),
    _Language("Arabic", "cp1256", "ar", "العربية"),
    _Language("Bulgarian", "cp1251", "bg", "български"),
    _Language("Catalan", "cp1252", "ca", "català"),
    _Language("Croatian", "cp1250", "hr", "hrvatski"),
    _Language("Estonian", "cp1257", "et", "eesti"),
    _Language("Hebrew", "cp1255", "he iw", "עברית"),
    _Language("Hindi", None, "hi", "हिन्दी"),
    _Language("Icelandic", "cp1252", "is", "íslenska"),
    _Language("Indonesian", "cp1252", "id", "bahasa indonesia"),
    _Language("Latvian", "cp1257", "lv", "latviešu"),
    _Language("Lithuanian", "cp1257", "lt", "lietuvių"),
    _Language("Persian", "cp1256", "fa", "farsi|فارسی"),
    _Language("Romanian", "cp1250", "ro", "română"),
    _Language("Serbian Cyrillic", "cp1251", "sr sr-cyrl", "serbian|српски"),
    _Language("Serbian Latin", "cp1250", "sr-latn", "srpski"),
    _Language("Thai", "cp874", "th", "ไทย"),
    _Language("Ukrainian", "cp1251", "uk", "українська"),
    _Language("Vietnamese", "cp1258", "vi", "tiếng việt"),
)
"""The languages of the Host Agent, English, and others that Windows 7 comes in.

Code pages are Windows' own; the MED-V topics ask for the right one without listing them.
"""

_VARIANTS = (
    ("portuguese", "brazil|brasil", "Brazilian Portuguese"),
    ("portugues", "brazil|brasil", "Brazilian Portuguese"),
    ("chinese", "tradition|taiwan|hong kong|macao", "Chinese Traditional"),
    ("chinese", "simplif|china|prc|singapore", "Chinese Simplified"),
    ("serbian", "latin", "Serbian Latin"),
)
"""First word, words of the rest of which one must be there, and the language both mean."""

_BY_TAG = {tag: entry.name for entry in _LANGUAGES for tag in entry.tags.split()}
_BY_NAME = {
    fold(name): entry.name
    for entry in _LANGUAGES
    for name in (entry.name, *filter(None, entry.native.split("|")))
}
_CODE_PAGES = {entry.name: entry.code_page for entry in _LANGUAGES}
_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:[-.@].*)?")
_LCID = re.compile(r"(0x|0{4})?([\da-f]{4,5})")


def read_language(text: str) -> str:
    """Give the canonical English name for a name, a BCP 47 tag or a Windows language number.

    Regions in words are read ("German (Germany)"). An unknown text comes back without outer blanks.
    """
    folded = fold(text)
    return (
        _BY_NAME.get(folded)
        or _language_of_tag(folded.replace("_", "-"))
        or _language_of_number(folded)
        or _language_of_words(folded)
        or strip(text)
    )


def _language_of_tag(tag: str) -> str | None:
    found = _TAG.fullmatch(tag)
    if not found:
        return None
    language, script, region = found.groups()
    variants = (f"{language}-{part}" for part in (script, region) if part)
    return next((_BY_TAG[v] for v in variants if v in _BY_TAG), _BY_TAG.get(language))


def _language_of_number(text: str) -> str | None:
    """Read a Windows language identifier: decimal as WMI has it, or hexadecimal from 0 on."""
    found = _LCID.fullmatch(text)
    if not found or not (found[1] or text.isdigit()):
        return None
    tag = windows_locale.get(int(found[2], 16 if found[1] or text.startswith("0") else 10), "")
    return _language_of_tag(tag.casefold().replace("_", "-"))


def _language_of_words(folded: str) -> str | None:
    """Read a language that a region follows in brackets, or after a comma or a dash."""
    first, *rest = re.split(r"[\s,(\[/-]+", folded, maxsplit=1)
    for language, words, name in _VARIANTS:
        if language == first and re.search(words, "".join(rest)):
            return name
    head = re.split(r"\s*[,(\[/]|\s+-\s", folded, maxsplit=1)[0]
    return _BY_NAME.get(head)


def ansi_code_page(language: str) -> str | None:
    """Give the ANSI code page of a canonical language, "cp1252"; None if there is none known."""
    return _CODE_PAGES.get(language)
