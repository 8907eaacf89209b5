"""What a computer can be called."""

import re

LONGEST_NAME = 15
"""Characters of a computer name."""

_POSSIBLE = re.compile(rf"[\w!@#$%^&()\-'{{}}.~]{{1,{LONGEST_NAME}}}")
_NO_SIGN = re.compile(r"[^\w!@#$%^&()\-'{}.~]")


def against_name(name: str) -> str | None:
    """Say why no computer can be called so, as a clause; None where one can.

    The signs are those that the packager takes in a name; of letters and digits every script's
    count. Source: Create a MED-V Workspace Package.
    """
    if _POSSIBLE.fullmatch(name):
        return None
    sign = _NO_SIGN.search(name)
    if sign is None:
        return f"it has {len(name):,} characters, and a computer name has at most {LONGEST_NAME}"
    shown = sign[0] if sign[0].isprintable() and sign[0] != " " else f"U+{ord(sign[0]):04X}"
    return f"a computer name has no {'blank' if sign[0] == ' ' else shown} in it"
