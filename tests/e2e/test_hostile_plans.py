"""Plans that would do something to the terminal if their text were sent to it as it is."""

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
    "x" * 300,
)  # fmt: skip


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
    hosts = (host.replace('"DESK-01"', f'"{number} {name}"') for number, name in enumerate(_NAMES))
    plan.write_text(header + "".join(f"[[hosts]]{text}\n" for text in hosts))
    terminal = start(plan, window=Window(180, 50))
    terminal.wait_for("[bold red]x[/]")
    for _ in range(6):
        terminal.send(_F6)
        terminal.wait_until_quiet()
        drawn = {unicodedata.category(letter) for row in terminal.rows for letter in row}
        assert not drawn & _NEVER_DRAWN
    terminal.send(CTRL_Q)
    assert terminal.exit_code() == 0
