"""Redirected web addresses: their form, how they are changed, and whether they were tested."""

from collections.abc import Iterable

from medv_tui.assessment.urls import (
    SOURCE,
    Fault,
    Rule,
    addresses,
    faults,
    is_foreign,
    needs_utf8,
    parts,
    repeated,
)
from medv_tui.findings import Severity, Source
from medv_tui.practices.offenders import counted, first_of
from medv_tui.practices.practice import (
    Fix,
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    SetFact,
    failing,
    met,
    needs,
    not_applicable,
)
from medv_tui.practices.topics.applications import REDIRECT_URLS

PACKAGE = "create-a-med-v-workspace-package"
CHANGING = "how-to-add-or-remove-url-redirection-information-in-a-deployed-med-v-workspace"
PACKAGER = "how-to-manage-url-redirection-by-using-the-med-v-workspace-packager"
TESTING = "how-to-test-url-redirection"

ENCODING = "workspaces.url_file_encoding"
URLS_VIA = "operations.urls_via"

SHAPES = "http://*.contoso.com or https://www.contoso.com/app/*"
"""The documented places of asterisks, as in the documentation's own examples."""

WAYS = {
    "registry": "editing the registry of computers",
    "wmi": "WMI",
    "packager-script": "a script of the packager",
    "rebuild": "building the workspace anew",
}


def url_protocols(redirect_urls: tuple[str, ...]) -> Outcome:
    """Look for addresses of other protocols than http and https, one to an entry."""
    entries = _without(Rule.ONE_ADDRESS, addresses(redirect_urls))
    broken = _breaking(Rule.PROTOCOL, entries)
    if broken:
        return failing(
            f"{_said(broken)}; http:// or https:// is wanted.",
            fix=_without_foreign(addresses(redirect_urls), broken),
        )
    return _all(entries, "with http:// or https://")


def _without_foreign(entries: tuple[str, ...], broken: list[Fault]) -> Fix | None:
    """Take out what is never redirected, if nothing else is wrong and something remains."""
    rest = tuple(entry for entry in entries if not is_foreign(entry))
    if not rest or len(entries) - len(rest) != len(broken):
        return None
    return SetFact(REDIRECT_URLS, rest)


def url_one_per_line(redirect_urls: tuple[str, ...]) -> Outcome:
    """Look for entries of several addresses."""
    entries = addresses(redirect_urls)
    broken = _breaking(Rule.ONE_ADDRESS, entries)
    if not broken:
        return _all(entries, "one to an entry")
    pieces = tuple(part for entry in entries for part in parts(entry))
    # A piece without a protocol was a part of an address with a blank in it.
    whole = all("://" in part for fault in broken for part in parts(fault.entry))
    return failing(
        f"{_said(broken)}; an entry has to be one address.",
        fix=SetFact(REDIRECT_URLS, pieces) if whole else None,
    )


def url_utf8(redirect_urls: tuple[str, ...], *, url_file_encoding: str | None) -> Outcome:
    """Compare the encoding of the imported file with what its characters need."""
    special = [entry for entry in addresses(redirect_urls) if needs_utf8(entry)]
    if not special:
        return not_applicable("No redirected URL has special characters.")
    if url_file_encoding is None:
        return needs(ENCODING)
    broken = _breaking(Rule.ENCODING, special, url_file_encoding)
    if broken:
        return failing(f"{_said(broken)}; UTF-8 is wanted.", fact=ENCODING)
    return met(f"{first_of(special)} from a file in {url_file_encoding}.")


def url_wildcards_correct(redirect_urls: tuple[str, ...]) -> Outcome:
    """Look for forms that are wrong, and after them for those that are not documented."""
    entries = _without(Rule.PROTOCOL, _without(Rule.ONE_ADDRESS, addresses(redirect_urls)))
    found = _breaking(Rule.SHAPE, entries)
    invalid = [fault for fault in found if fault.invalid]
    if invalid:
        return failing(f"{_said(invalid)}; {SHAPES} is wanted.")
    if found:
        seen = _said(found, "undocumented")
        return failing(
            f"{seen}; no topic shows that, {SHAPES} is wanted.", severity=Severity.SHOULD
        )
    whole = addresses(redirect_urls)
    twice = repeated(whole)
    if twice:
        return failing(
            f"Twice in the list: {first_of(whole[i] for i in twice)}; once is wanted.",
            fix=SetFact(REDIRECT_URLS, tuple(e for i, e in enumerate(whole) if i not in twice)),
            severity=Severity.SHOULD,
        )
    return _all(entries, "of documented form")


def url_update_by_gpo(urls_via: str) -> Outcome:
    """Say how the list is changed on deployed computers."""
    if urls_via == "group-policy":
        return met("Redirected URLs are changed by Group Policy.")
    lost = ", which loses the guest's data" if urls_via == "rebuild" else ""
    return failing(
        f"Redirected URLs are changed by {WAYS[urls_via]}{lost}; Group Policy is wanted.",
        fix=SetFact(URLS_VIA, "group-policy"),
    )


def _breaking(rule: Rule, entries: Iterable[str], encoding: str | None = None) -> list[Fault]:
    """Find what breaks one rule."""
    return [fault for entry in entries for fault in faults(entry, encoding) if fault.rule is rule]


def _without(rule: Rule, entries: Iterable[str]) -> tuple[str, ...]:
    """Leave out what breaks one rule, because another practice says so."""
    return tuple(entry for entry in entries if not _breaking(rule, (entry,)))


def _said(found: list[Fault], alike: str = "wrong") -> str:
    """Say what is wrong with the first entry, and how many more break the same rule."""
    others = len({fault.entry for fault in found}) - 1
    more = f", and {others:,} more {'is' if others == 1 else 'are'} {alike}" if others else ""
    return f'"{found[0].entry}" {found[0].seen}{more}'


def _all(entries: tuple[str, ...], how: str) -> Outcome:
    """Say that all entries follow a practice, if there are any to judge."""
    if not entries:
        return not_applicable("There is no redirected URL to judge.")
    return met(f"{counted(len(entries), 'redirected URL')}, {how}.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="url-protocols",
        title="Only http and https URLs",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Every redirected URL begins with http:// or https://.",
        why="Other protocols are not redirected.",
        todo="Take the entry out, or write its protocol in front.",
        source=Source(
            (PACKAGE, PACKAGER),
            "An address without a protocol is wrong too: all documented forms have one.",
            ("G-07",),
        ),
        concerns=("url-redirection",),
        reads=(REDIRECT_URLS,),
        check=url_protocols,
    ),
    Practice(
        id="url-one-per-line",
        title="One URL per line",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Every entry of the list is one address without blanks.",
        why="The entry is not recognised.",
        inferred=True,
        todo="Write each address as an entry of its own.",
        source=Source((PACKAGE, CHANGING)),
        concerns=("url-redirection",),
        reads=(REDIRECT_URLS,),
        check=url_one_per_line,
    ),
    Practice(
        id="url-utf8",
        title="Import file with special characters saved as UTF-8",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The file that URLs with special characters are imported from is in UTF-8.",
        why="A file in ANSI, the default, is imported wrongly.",
        todo="Save the file again as UTF-8.",
        source=Source(
            (PACKAGE,),
            "Special is all but ASCII letters and digits, colon, slash, dot, hyphen and asterisk.",
        ),
        concerns=("url-redirection", "workspace-packager"),
        reads=(REDIRECT_URLS,),
        also=(ENCODING,),
        check=url_utf8,
    ),
    Practice(
        id="url-wildcards-correct",
        title="Asterisks used only in documented positions",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Every redirected URL is a full path, or has an asterisk as first label of its host "
        "or at the end of its path.",
        why="The browser shows that the site does not exist, or nothing is redirected.",
        todo="Correct the entry.",
        source=SOURCE,
        concerns=("url-redirection", "guest-internet-explorer"),
        reads=(REDIRECT_URLS,),
        check=url_wildcards_correct,
    ),
    Practice(
        id="url-update-by-gpo",
        title="URLs changed through Group Policy",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Redirected URLs of deployed workspaces are changed by Group Policy.",
        why="Building the workspace anew runs first time setup again and loses the guest's data.",
        todo="Edit RedirectUrls and deliver it by Group Policy.",
        source=Source((CHANGING,)),
        concerns=("url-redirection", "registry-management-system"),
        reads=(URLS_VIA,),
        check=url_update_by_gpo,
    ),
    Practice(
        id="url-host-agent-running",
        title="Host Agent running for redirection",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.ATTESTED,
        asks="The entry in the Run key that starts the Host Agent with Windows is left in place.",
        why="Nothing is redirected.",
        todo="Leave the Host Agent's Run entry in place.",
        source=Source((TESTING,)),
        concerns=("url-redirection", "host-agent"),
    ),
    Practice(
        id="url-tested",
        title="Each redirected URL tested, additions and removals too",
        phase=Phase.DEPLOY,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="On a test computer each redirected URL opened in the guest, an added one did so too, "
        "and a removed one opened on the computer again.",
        why="Users are sent to the wrong browser.",
        inferred=True,
        todo="Test each URL, add one, and remove one.",
        source=Source((TESTING,)),
        concerns=("url-redirection", "guest-internet-explorer"),
    ),
)
