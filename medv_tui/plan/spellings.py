"""How people and tools write operating systems, editions, service packs and architectures.

Every function is pure and takes any text. What a text does not say is None, never a guess.
"""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OsReading:
    """What one text says about an operating system; None where it is silent."""

    os: str | None = None
    """Canonical name such as "Windows 7" or "Windows Server 2008 R2", else the text itself."""
    edition: str | None = None
    """Canonical English edition such as "Ultimate" or "Professional N"."""
    service_pack: int | None = None
    """0 for none."""
    architecture: str | None = None
    """x86 or x64."""
    server: bool | None = None
    """Whether the text names a server operating system."""


_EDITIONS: tuple[tuple[str, str], ...] = (
    ("Home Premium", "home premium|familiale premium|домашняя расширенная|家庭高级版|家用進階版"),
    ("Home Basic", "home basic|familiale basique|домашняя базовая|家庭普通版|家用入門版"),
    ("Professional", "professional|professionnel|profesional|profissional|professionell"),
    ("Professional", "профессиональная|专业版|專業版|pro|prof"),
    ("Enterprise", "enterprise|entreprise|корпоративная|企业版|企業版"),
    ("Ultimate", "ultimate|intégrale|максимальная|旗舰版|旗艦版"),
    ("Starter", "starter|начальная|简易版|簡易版"),
    ("Home", "home|familiale|домашняя|家庭版|家用版"),
    ("Business", "business"),
    ("Education", "education"),
    ("Standard", "standard"),
    ("Datacenter", "datacenter"),
)
"""Canonical edition and its spellings, the more specific ones first."""

_CLIENTS = {
    "5.1": "Windows XP",
    "6.0": "Windows Vista",
    "6.2": "Windows 8",
    "6.3": "Windows 8.1",
    "10.0": "Windows 10",
}
"""Client by version. 6.1 is left out: Windows 7 shares it with Server 2008 R2."""

_SERVERS = {
    "5.2": "Windows Server 2003",
    "6.0": "Windows Server 2008",
    "6.1": "Windows Server 2008 R2",
    "6.2": "Windows Server 2012",
    "6.3": "Windows Server 2012 R2",
}

_SERVICE_PACKS = {7600: 0, 7601: 1}
"""Service pack by build of version 6.1."""

_BUILDS = {2600: "5.1", 6000: "6.0", 6001: "6.0", 6002: "6.0", 9200: "6.2", 9600: "6.3"}
"""Version by a build that stands alone; 7600 and 7601 say 6.1, hence no name."""

_FIRST_WINDOWS_10_BUILD = 10240
_FIRST_WINDOWS_11_BUILD = 22000

_MARK = re.compile(r"[®™©]|\((?:r|tm|c)\)", re.IGNORECASE)
_LOST_MARK = re.compile(r"\b(microsoft|windows|server|vista|xp)\?")
_PACK = re.compile(r"(?:service[\s.-]*pack|пакет обновления|sp)[\s.:-]*(\d{1,2})(?!\d)")
_NO_PACK = re.compile(r"0|none|no service pack|no|rtm|aucun|нет|kein(?:e|s)?|ninguno|nenhum")
_BITS = r"[\s-]*(?:bits?|разряд\w*|бит\w*|bites|bitowy|bitov\w*|位|ビット|비트)(?![a-z\d])"
_X64 = re.compile(rf"(?<![a-z\d])(?:x64|amd64|x86[_-]64|em64t|intel64)(?![a-z\d])|(?<!\d)64{_BITS}")
_X86 = re.compile(rf"(?<![a-z\d])(?:x86|x32|i[3-6]86|ia-?32)(?![a-z\d])|(?<!\d)32{_BITS}")
_CLIENT = re.compile(r"\bwin(?:dows)?[\s_-]*(xp|vista|2000|8\.1|11|10|8|7)(?!\d|\.\d)")
_WORKSTATION = re.compile(r"\bnt\s+workstation\s+(\d+\.\d+)")
_SERVER = re.compile(
    r"\bwin(?:dows)?[\s_-]*(?:nt\s+)?(?:server[\s,]*)?(2003|2008|2012|2016|2019|2022|2025)(\s*r2)?"
)
_NT_SERVER = re.compile(r"\bnt\s+(?:\w+\s+)?server\s+(\d+\.\d+)")
_ANY_SERVER = re.compile(r"\bserver\b|сервер")
_VERSION = re.compile(r"(?<![\d.])(\d{1,2}\.\d)(?:\.|\s*\(|\s*build\s*|\s+)?(\d{4,5})?(?!\d)")
_VERSION_ONLY = re.compile(r"[v\d][\d.\s()]*(?:(?:service pack|sp|build|n/a)[\d.\s()]*)*")


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Fold case, accents, blanks and trademark signs away, also those that became `?`."""
    plain = _without_accents(_MARK.sub("", text.replace("\ufffd", "?"))).casefold()
    return _LOST_MARK.sub(r"\1", " ".join(plain.split()))


def strip(text: str) -> str:
    """Leave one blank between words and none around them."""
    return " ".join(text.split())


def _edition_pattern(spellings: str) -> re.Pattern[str]:
    """Match the spellings as words; an accented letter may have become `?` in an ASCII export."""
    words = []
    for spelling in spellings.split("|"):
        accented = spelling != _without_accents(spelling) and spelling[0].isascii()
        letters = (
            c if c.isascii() or not accented else f"(?:{_without_accents(c)}|\\?)" for c in spelling
        )
        words.append("".join(letters) if accented else fold(spelling))
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(words)})(?:\s+(kn|n|k|e))?(?![^\W\d_])")


_EDITION_PATTERNS = tuple((name, _edition_pattern(spellings)) for name, spellings in _EDITIONS)


def _edition_in(folded: str) -> str | None:
    for name, pattern in _EDITION_PATTERNS:
        if found := pattern.search(folded):
            return f"{name} {found[1].upper()}" if found[1] else name
    return None


def _architecture_in(folded: str) -> str | None:
    if _X64.search(folded):
        return "x64"
    return "x86" if _X86.search(folded) else None


def _service_pack_in(folded: str) -> int | None:
    if found := _PACK.search(folded):
        return int(found[1])
    version = _VERSION.search(folded)
    if version and version[1] == "6.1" and version[2]:
        return _SERVICE_PACKS.get(int(version[2]))
    return None


def _server_name(folded: str) -> str | None:
    """Give the canonical name of a server, empty for one that is not known, None for no server."""
    if found := _NT_SERVER.search(folded):
        return _SERVERS.get(found[1], "")
    if found := _SERVER.search(folded):
        return f"Windows Server {found[1]}{' R2' if found[2] else ''}"
    return "" if _ANY_SERVER.search(folded) else None


def _client_name(folded: str) -> str | None:
    if "embedded" in folded:
        return None
    if found := _WORKSTATION.search(folded):
        return "Windows 7" if found[1] == "6.1" else _CLIENTS.get(found[1])
    if found := _CLIENT.search(folded):
        return f"Windows {'XP' if found[1] == 'xp' else found[1].capitalize()}"
    return None


def read_os(text: str) -> OsReading:
    """Read an operating system's name or caption, with everything glued on to it.

    A bare version is read like one: "6.1" alone names no operating system.
    """
    folded = fold(text)
    if not folded or _VERSION_ONLY.fullmatch(folded):
        return read_os_version(text)
    # Taken out first, because they are glued on to the edition without a blank.
    words = _X86.sub(" ", _X64.sub(" ", _PACK.sub(" ", folded)))
    server = _server_name(folded)
    client = _client_name(words) if server is None else None
    return OsReading(
        os=server or client or strip(text),
        edition=_edition_in(words),
        service_pack=_service_pack_in(folded),
        architecture=_architecture_in(folded),
        server=True if server is not None else (False if client else None),
    )


def read_os_version(text: str) -> OsReading:
    """Read a version such as "6.1.7601", "6.1 (7601)" or the build "7601" alone.

    Names of operating systems are those of clients. Only 6.1 and its builds say nothing of the
    name; only they say something of the service pack, unless the text spells one out.
    """
    folded = fold(text)
    if folded.isascii() and folded.isdigit() and len(folded) <= 5:
        build = int(folded)
        version = _BUILDS.get(build, "10.0" if build >= _FIRST_WINDOWS_10_BUILD else "")
        return OsReading(os=_client_of(version, build), service_pack=_SERVICE_PACKS.get(build))
    found = _VERSION.search(folded)
    if not found:
        return OsReading(service_pack=_service_pack_in(folded))
    build = int(found[2]) if found[2] else 0
    return OsReading(os=_client_of(found[1], build), service_pack=_service_pack_in(folded))


def _client_of(version: str, build: int) -> str | None:
    if version == "10.0" and build >= _FIRST_WINDOWS_11_BUILD:
        return "Windows 11"
    return _CLIENTS.get(version)


def read_edition(text: str) -> str:
    """Give the canonical English edition, or the text without outer blanks if it is not known."""
    return _edition_in(_PACK.sub(" ", fold(text))) or strip(text)


def read_architecture(text: str) -> str:
    """Give x64 or x86, or the text without outer blanks if it is neither."""
    folded = fold(text)
    alone = {"64": "x64", "32": "x86"}.get(folded)
    return alone or _architecture_in(folded) or strip(text)


def read_service_pack(text: str) -> int | None:
    """Give the number of the service pack, 0 for none; None where the text does not say."""
    folded = fold(text)
    if _NO_PACK.fullmatch(folded):
        return 0
    if found := re.fullmatch(r"(\d{1,2})(?:\.0)?", folded):
        return int(found[1])
    return _service_pack_in(folded)


def documented_spelling(text: str, choices: tuple[str, ...]) -> str | None:
    """Give the choice that a text means in any case, blanks and hyphens aside; None if none.

    "Shared" means NAT where that is a choice: topics use both words for one networking mode.
    """
    wanted = _squeezed(text)
    if wanted == "shared" and "NAT" in choices:
        return "NAT"
    return next((choice for choice in choices if _squeezed(choice) == wanted), None)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s_-]+", "", text).casefold()
