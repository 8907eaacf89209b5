"""What the headers of inventory columns mean: their spellings, and how they are compared."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from medv_tui.plan.host import HostFacts

NAME = "name"
DRIVE = "drive"
DISK_SIZE = "disk_size"
OS_VERSION = "os_version"
CPU = "cpu_architecture"
"""Meanings that a column can have beside the keys of a host."""

_SPELLINGS: dict[str, str] = {
    NAME: """pscomputername node netbiosname csname systemname computername machinename assetname
        hostname host computer name dnshostname имяузла nomdelhote caption""",
    DRIVE: "driveletter drive deviceid logicaldisk volume caption name",
    "os": """caption operatingsystem osname operatingsystemnameandversion operatingsystemnameand
        operatingsystemname deviceos osversion oscaption названиеос nomdusystemedexploitation
        betriebssystemname betriebssystem sistemaoperativo sistemaoperacional name""",
    OS_VERSION: """operatingsystemversion osversion osversionnumber version osbuild buildnumber
        build""",
    "edition": "osedition windowsedition",
    "service_pack": """csdversion operatingsystemservicepack osservicepack servicepackmajorversion
        servicepack""",
    "architecture": "osarchitecture osarch systemtype типсистемы",
    CPU: "processorarchitecture arch cputype cpuarchitecture",
    "ram_mb": """totalphysicalmemory physicalmemory totalvisiblememorysize memory totalmemory
        totalram installedmemory installedram ramsize memorysize memoriatotal memoiretotale
        arbeitsspeicher""",
    "free_disk_gb": """freespacec cfreespace freespaceonc cfree freec free freediskspacec freespace
        freediskspace diskfreespace diskfree freierspeicher freierspeicherplatz
        espacelibredisque espacodisponivel espacelibre espaciolibre""",
    DISK_SIZE: "size disksize drivesize totalsizec totalsize tamanhodohd",
    "domain": "resourcedomainorworkgr resourcedomainorworkgroup domainname computerdomain",
    "language": "oslanguage",
    "site": """adsitename adsite sitename location iplocation systemouname canonicalname
        distinguishedname""",
    "model": "computermodel hardwaremodel systemmodel",
    "last_seen": """lasthwscan lastlogondate lastlogontimestamp lastlogontimestampdate lastseen
        lastsuccessfulscan heartbeatdate lasthardwarescan lastscan""",
    "users": "usercount numberofusers",
}
"""Meaning and its normalised spellings, the more telling ones first.

Some stand for several meanings; the cells below them decide.
"""

_UNITS = {
    "bytes": "bytes bytes0 byte octets",
    "KB": "kb kb0 kib ko кб",
    "MB": "mb mb0 mib mo мб",
    "GB": "gb gb0 gib go гб",
    "TB": "tb tb0 tib тб",
}
_UNIT_WORDS = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_JOINING_WORDS = ("in", "en", "em", "im", "в")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z]{2}\b)")
_VIEW_PREFIX = re.compile(r"^(?:d:?)?details_table0_", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """One header as it is written, and what is compared of it."""

    text: str
    normal: str
    """Letters and digits alone, without case, accents and the marks of SQL views."""
    base: str
    """The same without the unit."""
    unit: str | None
    """bytes, KB, MB, GB or TB, where the header says so."""
    from_view: bool
    """Whether it is written like a column of a ConfigMgr view or report."""

    @property
    def meanings(self) -> frozenset[str]:
        """What the column can mean; empty for a header that is not known."""
        return _MEANINGS.get(self.normal) or _MEANINGS.get(self.base) or frozenset()


def normal(text: str) -> str:
    """Fold a header for comparison: NFKC, no case, no accents, letters and digits alone."""
    plain = unicodedata.normalize("NFKD", _VIEW_PREFIX.sub("", text.strip()))
    letters = "".join(c for c in plain.casefold() if c.isalnum())
    return letters[:-1] if letters.endswith("0") and letters != "0" else letters


@lru_cache(maxsize=4096)
def read_header(text: str) -> Header:
    """Read one header."""
    unit, rest = _unit_and_rest(text)
    stripped = text.strip()
    return Header(
        text=stripped,
        normal=normal(text),
        base=normal(rest),
        unit=unit,
        from_view=bool(_VIEW_PREFIX.match(stripped)) or bool(re.search(r"[A-Za-z]0$", stripped)),
    )


def _unit_and_rest(text: str) -> tuple[str | None, str]:
    words = re.split(r"[\s_\-./()\[\]]+", _CAMEL.sub(" ", text.strip()))
    for position, word in enumerate(words):
        unit = _UNIT_WORDS.get(word.casefold())
        if unit and position:
            before = words[:position]
            if before[-1].casefold() in _JOINING_WORDS:
                before = before[:-1]
            return unit, " ".join(before + words[position + 1 :])
    return None, text


def _meanings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for meaning, spellings in _SPELLINGS.items():
        for spelling in spellings.split():
            found.setdefault(normal(spelling), set()).add(meaning)
    for key in HostFacts.model_fields:
        _, rest = _unit_and_rest(key)
        for spelling in (normal(key), normal(rest)):
            found.setdefault(spelling, set()).add(key)
    return {spelling: frozenset(meanings) for spelling, meanings in found.items()}


def _ranks() -> dict[tuple[str, str], int]:
    return {
        (meaning, normal(spelling)): rank
        for meaning, spellings in _SPELLINGS.items()
        for rank, spelling in enumerate(spellings.split())
    }


_MEANINGS = _meanings()
_RANKS = _ranks()


def rank(meaning: str, header: Header) -> int:
    """How telling a header is for a meaning: the smallest wins; a key's own name beats all."""
    ranks = (_RANKS.get((meaning, spelling)) for spelling in (header.normal, header.base))
    return next((found for found in ranks if found is not None), -1)


def known_names(row: Sequence[str]) -> int:
    """Count the cells of a row that are known headers, each spelling once."""
    return len({cell.strip() for cell in row if cell and read_header(cell).meanings})
