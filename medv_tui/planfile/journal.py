"""A journal: what somebody typed and has not saved, with whose it is, in one file.

The first line names the format, the second tells about the text, and the rest is the plan's
bytes, exactly as a save would write them.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from pydantic import BaseModel, ConfigDict, ValidationError

from medv_tui.errors import JournalUnreadableError
from medv_tui.planfile.session import Session, fingerprint

FORMAT = b"medv-tui journal 1\n"


class Ending(Enum):
    """How a session left what it had not saved."""

    OPEN = "open"
    """It goes on, or it broke off."""
    DISCARDED = "discarded"
    """Somebody left without saving."""
    SETTLED = "settled"
    """Somebody was shown it at a later start, and decided."""


class _Facts(BaseModel):
    """The second line."""

    model_config = ConfigDict(frozen=True)

    session: Session
    loaded: str
    typed: datetime
    ending: Ending
    sha256: str


@dataclass(frozen=True, slots=True)
class Journal:
    """An unsaved text and where it comes from."""

    session: Session
    loaded: str
    """The fingerprint of the bytes that the session started from, or saved last."""
    typed: datetime
    """When the text was written down."""
    ending: Ending
    data: bytes
    """What a save would write."""

    def encode(self) -> bytes:
        """Give the journal as a file."""
        facts = _Facts(
            session=self.session,
            loaded=self.loaded,
            typed=self.typed,
            ending=self.ending,
            sha256=fingerprint(self.data),
        )
        return b"".join((FORMAT, facts.model_dump_json().encode(), b"\n", self.data))


def decode_journal(data: bytes, name: str) -> Journal:
    """Read a journal; `name` is what the message calls it. Raises JournalUnreadableError."""
    if not data.startswith(FORMAT):
        raise JournalUnreadableError(
            f"{name} is no journal of this version: it does not start with"
            f" {FORMAT.decode().strip()}."
        )
    head, _, text = data.removeprefix(FORMAT).partition(b"\n")
    try:
        facts = _Facts.model_validate_json(head)
    except ValidationError as error:
        raise JournalUnreadableError(
            f"{name} is no journal: its second line is damaged."
        ) from error
    if fingerprint(text) != facts.sha256:
        raise JournalUnreadableError(
            f"{name} is not whole: its text is not the one that was written."
        )
    return Journal(facts.session, facts.loaded, facts.typed, facts.ending, text)
