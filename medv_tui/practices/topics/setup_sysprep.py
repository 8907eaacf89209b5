"""What Sysprep.inf holds: its characters and its secrets."""

import re

from medv_tui.findings import Severity, Source
from medv_tui.plan.languages import ansi_code_page
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    failing,
    met,
    needs,
    not_applicable,
    undecided,
)

CONFIGURING = "configuring-a-windows-virtual-pc-image-for-med-v"
SECURITY = "security-best-practices-for-med-v-operations"

NON_ASCII = "workspaces.sysprep.non_ascii"
ENCODING = "workspaces.sysprep.encoding"
LANGUAGE = "workspaces.image.language"
SYSTEM_LOCALE = "hosts.system_locale"
LIMITED = "security.join_account_limited"

CODE_PAGES = "Which code page a language has is taken from Windows itself."

_NUMBER = re.compile(r"(?:cp|windows|win|ms|codepage|ansi)?(\d{3,5})")
_ALIASES = {
    "shiftjis": "cp932",
    "sjis": "cp932",
    "gbk": "cp936",
    "gb2312": "cp936",
    "uhc": "cp949",
    "euckr": "cp949",
    "big5": "cp950",
}
"""Names under which editors know the code pages of East Asia."""


def sysprep_code_page(
    *, non_ascii: bool | None, encoding: str | None, language: str | None
) -> Outcome:
    """Compare the encoding of Sysprep.inf with the code page of the guest's language."""
    if non_ascii is False:
        return not_applicable("Sysprep.inf holds only ASCII characters.")
    wanted = None if language is None else ansi_code_page(language)
    if encoding is not None and wanted is not None and _code_page(encoding) == wanted:
        return met(f"Sysprep.inf is saved in {wanted}, the code page of {language}.")
    missing = _missing({NON_ASCII: non_ascii, ENCODING: encoding, LANGUAGE: language})
    if missing:
        return needs(*missing)
    if wanted is None:
        return undecided(
            f"Sysprep.inf is saved in {encoding}; confirm that it is the code page of {language}."
        )
    return failing(
        f"Sysprep.inf is saved in {encoding}; {wanted}, the code page of {language}, is required.",
        fact=ENCODING,
    )


def host_system_locale(
    *, system_locale: str | None, non_ascii: bool | None, language: str | None
) -> Outcome:
    """Compare the code page of the computer's System Locale with that of the guest's language."""
    if non_ascii is False:
        return not_applicable("Sysprep.inf holds only ASCII characters.")
    missing = _missing({SYSTEM_LOCALE: system_locale, LANGUAGE: language})
    if system_locale is None or language is None:
        return needs(*missing, *_missing({NON_ASCII: non_ascii}))
    seen, wanted = ansi_code_page(system_locale), ansi_code_page(language)
    if seen is not None and seen == wanted:
        return met(f"The System Locale is {system_locale}, which has {wanted} like {language}.")
    if non_ascii is None:
        return needs(NON_ASCII)
    if seen is None or wanted is None:
        return undecided(
            f"The System Locale is {system_locale}; confirm that it has the characters of "
            f"{language}, which Sysprep.inf holds."
        )
    return failing(
        f"The System Locale is {system_locale} with {seen}; Sysprep.inf needs {wanted}, that of "
        f"{language}.",
        short=(f"{seen}, needs {wanted}", f"needs {wanted}"),
    )


def sysprep_proxy_account_limited(*, join_account_limited: bool | None) -> Outcome:
    """Take the plan's word on the rights of the account that joins the domain."""
    if join_account_limited is None:
        return undecided("Confirm that the account that joins the domain has no other rights.")
    if join_account_limited:
        return met("The account that joins the domain has no other rights.")
    return failing("The account that joins the domain has other rights; it must have none.")


def sysprep_secrets_exposed(
    mode: str, *, stores_secrets: bool | None, join_account_limited: bool | None
) -> Outcome:
    """Ask what a user who reads Sysprep.inf could do with it."""
    if stores_secrets is False:
        return not_applicable("Sysprep.inf holds neither passwords nor a product key.")
    if join_account_limited:
        return met("What Sysprep.inf holds belongs to a limited account.")
    if stores_secrets is None:
        return needs("workspaces.sysprep.stores_secrets")
    if mode == "Attended":
        return undecided(
            "Sysprep.inf holds secrets and Mode is Attended; confirm that users give their own "
            "credentials to join the domain."
        )
    if join_account_limited is None:
        return undecided(
            "Sysprep.inf holds secrets that users can read; confirm that they belong to a limited "
            "account."
        )
    return failing(
        f"Sysprep.inf holds secrets, the account is not limited and Mode is {mode}; a limited "
        "account or Attended is wanted.",
        fact=LIMITED,
    )


def _code_page(encoding: str) -> str:
    """Give a code page its short name, whatever an editor calls it."""
    squeezed = re.sub(r"[\s_-]+", "", encoding).casefold()
    found = _NUMBER.fullmatch(squeezed)
    return f"cp{found[1]}" if found else _ALIASES.get(squeezed, squeezed)


def _missing(facts: dict[str, object]) -> list[str]:
    """Name the facts that are not known."""
    return [fact for fact, value in facts.items() if value is None]


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="sysprep-code-page",
        title="Sysprep.inf encoded in the target language's code page",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where Sysprep.inf holds characters outside ASCII, it is saved in the code page of "
        "the guest's language.",
        why="Answers are garbled and setup fails.",
        inferred=True,
        todo="Save Sysprep.inf in the ANSI code page of the guest's language, not in UTF-8.",
        source=Source((CONFIGURING,), external=CODE_PAGES),
        concerns=("sysprep-folder", "windows-virtual-pc-image"),
        also=(NON_ASCII, ENCODING, LANGUAGE),
        check=sysprep_code_page,
    ),
    Practice(
        id="host-system-locale",
        title="Host System Locale handles those characters",
        phase=Phase.SETUP,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where Sysprep.inf holds characters outside ASCII, the computer's System Locale has "
        "the code page of the guest's language.",
        why="Characters are lost when MED-V processes Sysprep.inf.",
        inferred=True,
        todo="Set the System Locale under Region and Language, Administrative.",
        source=Source((CONFIGURING,), external=CODE_PAGES),
        concerns=("host", "sysprep-folder"),
        also=(SYSTEM_LOCALE, NON_ASCII, LANGUAGE),
        check=host_system_locale,
    ),
    Practice(
        id="sysprep-proxy-account-limited",
        title="Domain-join account has minimal rights",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="The account that joins guests to the domain has no other rights.",
        why="Users can recover the account from Sysprep.inf and misuse it.",
        todo="Create an account that can join computers to the domain and nothing else.",
        source=Source((SECURITY, CONFIGURING)),
        concerns=("sysprep-folder", "active-directory-domain"),
        also=(LIMITED,),
        check=sysprep_proxy_account_limited,
    ),
    Practice(
        id="sysprep-secrets-exposed",
        title="Sysprep.inf secrets treated as readable",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="Where Sysprep.inf holds secrets, they belong to a limited account, or users give "
        "their own credentials in Attended mode.",
        why="Credentials and the product key are disclosed.",
        todo="Use a limited account, or set Mode to Attended so that users give their own "
        "credentials.",
        source=Source(
            (SECURITY, CONFIGURING),
            "Unattended with a limited account is the first choice; Attended is for where policy "
            "forbids to store credentials. The file counts as readable, encrypted or not.",
            ("C-15", "C-28"),
        ),
        concerns=("sysprep-folder", "workspace-package", "credential-manager"),
        reads=("workspaces.settings.Fts.Mode",),
        also=("workspaces.sysprep.stores_secrets", LIMITED),
        check=sysprep_secrets_exposed,
    ),
)
