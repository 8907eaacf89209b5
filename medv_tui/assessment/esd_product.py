"""Names of electronic software distribution products, as people write them."""

import re
from dataclasses import dataclass

from medv_tui.plan.spellings import read_service_pack

_CONFIGURATION_MANAGER = re.compile(r"sccm|config(?:uration)?(?:mgr|manager)")
_RELEASE = re.compile(r"(?<![\d.])(\d{4})(?![\d.])")
_SHORT_RELEASE = re.compile(r"(?<![\d.])07(?![\d.])")


@dataclass(frozen=True, slots=True)
class EsdProduct:
    """What one name says about a product; None where it is silent."""

    configuration_manager: bool
    """Whether it is Configuration Manager under any of its names."""
    release: int | None = None
    """Its release, 2007."""
    service_pack: int | None = None


def read_product(text: str) -> EsdProduct:
    """Read a name such as "SCCM 2007 SP2" or "System Center Configuration Manager 2007 SP2"."""
    squeezed = re.sub(r"[\W_]+", "", text.casefold())
    if not _CONFIGURATION_MANAGER.search(squeezed):
        return EsdProduct(False)
    found = _RELEASE.search(text)
    release = int(found[1]) if found else (2007 if _SHORT_RELEASE.search(text) else None)
    return EsdProduct(True, release, read_service_pack(text))
