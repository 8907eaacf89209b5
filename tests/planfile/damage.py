"""Texts that went wrong in many ways at once, and what holds of every text whatever it says."""

import tomllib

import tomli
from hypothesis import strategies as st

from benchmarks.typos import plan_text
from medv_tui.findings import Intent, Level
from medv_tui.planfile.edit import EditRefusedError
from medv_tui.planfile.parse import parse
from medv_tui.planfile.syntax import read
from tests.planfile.corpus import BROKEN, CASES
from tests.planfile.editing import edited

_PIECES = (
    *'"\'[]{}=,.#\\\n\r\t -_019abfxT:Z+é\u00a0\u2028\ud800\0\x7f',
    '"""', "'''", "[[", "]]", "\r\n", "[hosts]\n", "[[hosts]]\n", "workspaces = 3\n", "a.b = 1\n",
)  # fmt: skip
HOSTS = 8
PLAN = plan_text(HOSTS)

_cuts = st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(("", *_PIECES)))
_starts = st.lists(
    st.sampled_from((*(case.text for case in CASES), plan_text(2))), min_size=1, max_size=6
).map("".join)


def _cut(text: str, cuts: list[tuple[float, int, str]]) -> str:
    for place, length, insert in cuts:
        at = int(place * len(text))
        text = text[:at] + insert + text[at + length :]
    return text


damaged = st.builds(_cut, _starts, st.lists(_cuts, max_size=6))
"""Rules of TOML, kept and broken, one after the other, with pieces cut out and put in."""

_LINES = tuple(
    case.text
    for case in BROKEN
    if case.text.startswith("a =")
    and case.text.count("\n") == 1
    and case.text.count('"""') != 1
    and case.text.count("'''") != 1
)
mistakes = st.dictionaries(
    st.integers(0, HOSTS - 1), st.sampled_from(_LINES), min_size=1, max_size=6
)
"""Broken lines, by the computer that each is put into."""


def with_mistakes(lines: dict[int, str]) -> tuple[str, list[int]]:
    """Put broken lines into the plan; give it with the numbers of those lines."""
    text, *hosts = PLAN.split("[[hosts]]\n")
    numbers: list[int] = []
    for number, host in enumerate(hosts):
        text += "[[hosts]]\n"
        if number in lines:
            numbers.append(text.count("\n") + 1)
        text += lines.get(number, "") + host
    return text, numbers


def is_toml(text: str) -> bool:
    try:
        text.encode()
        tomli.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def check_reading(text: str) -> None:
    """Reading fails for no text, finds an error exactly if there is one, and tells its place."""
    problems = read(text).problems
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    assert is_toml(text) == (not errors)
    if not errors:
        check_valid(text, noticed=bool(problems))
    last = text.count("\n") + 1
    for problem in parse(text).problems:
        assert problem.where is not None
        assert 1 <= problem.where.line <= problem.where.end_line <= last
        assert problem.message.endswith((".", "?"))


def check_valid(text: str, *, noticed: bool) -> None:
    """What TOML 1.0 refuses has a note, and a mistake below a text changes none of its values."""
    try:
        tomllib.loads(text)
    except ValueError:
        assert noticed
    mistaken = read(f"{text}\n[below]\nwrong =\n")
    assert str(mistaken.data | {"below": {}}) == str(tomli.loads(text) | {"below": {}})


def check_mistakes(lines: dict[int, str]) -> None:
    """Each mistake is one problem on its line, and costs no other computer anything."""
    text, numbers = with_mistakes(lines)
    parsed = parse(text)
    assert [problem.where.line for problem in parsed.problems if problem.where] == numbers
    whole = [host for n, host in enumerate(parse(PLAN).plan.hosts) if n not in lines]
    assert list(parsed.plan.hosts) == whole


def check_fixes(text: str) -> None:
    """Every fix that is not refused mends its problem and makes no other."""
    before = parse(text).problems
    for problem in before:
        if problem.fix is not None:
            check_fix(text, problem.fix, len(before))


def check_fix(text: str, fix: Intent, problems: int) -> None:
    try:
        mended = edited(text, fix)
    except EditRefusedError:
        return
    assert len(read(mended).problems) <= problems
    assert mended != text
