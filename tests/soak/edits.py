"""Edits at random: what people type, what they paste, and what no one would."""

import random
from collections.abc import Iterator, Sequence

PIECES = (
    '"""', "'''", "[", "[[", "]", "{", "}", "=", "\n", "\r", "\r\n", '"', "#", "\\", ",", ".", "5",
    "\0", "é", "\u2028", "\ufeff", "a", "<<<<<<<\n", ">>>>>>>\n", "2026-13-01", "x = [", "x = {",
    "[hosts]\n", "[[hosts]]\n", "[[hosts]", "[[ hosts ]]\n", "[hosts.x]\n", "\n[1],\n", "[true]\n",
    "[[workspaces]]\nname = \"b\"\n", "[workspaces.image]\n", "# [[workspaces]]\n", "[plan",
    "workspaces = 3\n", "a.b = 1\n", "{b = 1,}", "format = 2\n", "x = [\n1,\n[2],\n]\n",
    "ram_mb = 1024\n", "users = 4\n", 'users = "x"\n', "count = 3\n", "free_disk_gb = 3\n",
    'name = "FIN-0001"\n', 'workspace = "nope"\n', 'os = "Windows XP"\n', "t = 10:00\n",
    'os = "a\\e"\n', 'excluded = "leased"\n', "vhd_gb = 40.0\n", "[budget]\nreserve_gb = 5\n",
    "[host_defaults]\nram_mb = 1024\nfree_disk_gb = 2\n",
    '[[attestations]]\npractice = "host-kb959209"\nstatus = "done"\nhosts = ["FIN-*"]\n',
)  # fmt: skip
_STEPS = 10
"""Edits of one text before another is begun with."""


def edited(texts: Sequence[str], seed: int, edits: int) -> Iterator[tuple[bool, str]]:
    """Give texts that come out of each other, and whether another one is begun with."""
    dice = random.Random(seed)
    for number in range(edits):
        fresh = number % _STEPS == 0
        if fresh:
            seen = [dice.choice(texts)]
        elif dice.random() < 0.15:
            seen.append(dice.choice(seen))
        else:
            seen.append(_edit(seen[-1], dice))
        yield fresh, seen[-1]


def _edit(text: str, dice: random.Random) -> str:
    """Put something in, take something out, or both."""
    at = dice.randrange(len(text) + 1)
    if dice.random() < 0.4:
        at = text.rfind("\n", 0, at) + 1
    more = dice.choice(PIECES) if dice.random() < 0.7 else ""
    return text[:at] + more + text[at + dice.choice((0, 0, 0, 1, 1, 2, 9, 40)) :]
