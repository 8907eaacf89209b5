"""Plans that would do something to the terminal if their text were sent to it as it is."""

import re
import unicodedata
from pathlib import Path

from tests.e2e.conftest import EXAMPLE, Start
from tests.e2e.terminal import CTRL_Q, Window

_F6 = "\x1b[17~"
_NEVER_DRAWN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_COMMANDS = (b"]0;owned", b"]52;c;b3duZWQ=", b"[2Jowned", b"]8;;http://owned")
"""A window title, a clipboard, an emptied screen and a link."""
_NAMES = (
    "[bold red]x[/]", "[/]", "[@click=app.quit]x[/]", "\\\\[x", "$(x)", "{x}", "%s", "../x",
    "\\u001b[2Jowned", "\\u009b2Jowned", "\\u0007", "\\u0000", "\\u202eowned", "\\u2066owned",
    "\\u200bx", "\\ufeffx", "\\u2028x", "\\u0085x", "漢字", "👨‍👩‍👧", "e\u0301", "\\u0301",
    "x" * 300, "[link=http://owned]x", "[x='", "[site.'x']", "\\u001b]0;owned\\u0007", "&amp;",
    "\\u001b]52;c;b3duZWQ=\\u0007", "\\u001bPowned", "\\u001b[?1049lx", "\\u001bcx", "\\u009d0;x",
    "\\u007fx", "\\bx", "\\rx", "\\tx", "\\nx", "\\u200fx", "\\u061cx", "\\u2060x", "\\u2029x",
    "\\U000E0041x",
)  # fmt: skip


_EFFECTS = (b"\x1b[2Jowned", b"\x1b]0;owned", b"\x1b]52;c;b3duZWQ=", b"\x1bPowned", b"\x1bcx")
"""What some of the names would send."""


_POINTERS = re.compile(rb"\x1b\]22;[a-z]*\x07")
"""The program's own wishes for a shape of the mouse pointer."""


def _is_never_drawn(letter: str) -> bool:
    return unicodedata.category(letter) in _NEVER_DRAWN


def test_commands_to_the_terminal_stay_text(start: Start, plan: Path) -> None:
    raw = b"".join(b"# \x1b" + command + b"\x07\n" for command in _COMMANDS)
    name = "".join(f"\\u001b{command.decode()}\\u0007" for command in _COMMANDS).encode()
    plan.write_bytes(raw + EXAMPLE.replace(b'"DESK-01"', b'"' + name + b'"'))
    terminal = start(plan)
    terminal.wait_for("owned")
    terminal.wait_for("Problems")
    for _ in range(6):
        terminal.send(_F6)
        terminal.wait_until_quiet()
    assert [command for command in _COMMANDS if b"\x1b" + command in terminal.sent_back] == []
    terminal.send(CTRL_Q)
    assert terminal.exit_code() == 0


def test_names_of_any_characters_are_drawn_without_their_effect(start: Start, plan: Path) -> None:
    header, _, host = EXAMPLE.decode().partition("[[hosts]]")
    head, _, workspace = header.partition("[[workspaces]]")
    plan.write_text(
        head.replace('"Documented example"', f'"{"".join(_NAMES)}"')
        + "".join(
            f"[[workspaces]]{workspace.replace('example', f'{number} {name}')}\n"
            f"[[hosts]]{host.replace('DESK-01', f'{number} {name}')}\n".replace(
                'workspace = "example"', f'workspace = "{number} {name}"'
            )
            for number, name in enumerate(_NAMES)
        )
    )
    terminal = start(plan, window=Window(180, 50))
    terminal.wait_for("[bold red]x[/]")
    for _ in range(6):
        terminal.send(_F6)
        terminal.wait_until_quiet()
        assert list(filter(_is_never_drawn, terminal.text.replace("\n", ""))) == []
    sent = _POINTERS.sub(b"", terminal.sent_back).decode()
    assert set(filter(_is_never_drawn, sent)) == {"\x1b"}
    assert [letters for letters in _EFFECTS if letters in terminal.sent_back] == []
    terminal.send(CTRL_Q)
    assert terminal.exit_code() == 0
