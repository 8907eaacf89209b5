"""The closed list of problem codes, each with what it means and what to do about it."""

from enum import Enum
from typing import NamedTuple


class Meaning(NamedTuple):
    """What one code says to a person."""

    id: str
    title: str
    why: str
    remedy: str


class Code(Enum):
    """Every kind of problem that a plan, or a file it names, can have."""

    FILE_MISSING = Meaning(
        "file-missing",
        "There is no such file",
        "The path names nothing, or a folder in it does not exist.",
        "Check the spelling and the current folder; `medv-tui new PLAN` writes a new plan.",
    )
    FILE_NOT_REGULAR = Meaning(
        "file-not-regular",
        "The path is not a plain file",
        "A folder, a pipe, a socket or a device cannot be edited and saved as a plan.",
        "Name the plan file itself; `-` reads a plan from standard input.",
    )
    FILE_NO_PERMISSION = Meaning(
        "file-no-permission",
        "The file may not be read",
        "The operating system refuses access to the file or to a folder above it.",
        "Ask its owner for read permission, or copy the file to a place of your own.",
    )
    FILE_UNREADABLE = Meaning(
        "file-unreadable",
        "The file cannot be read",
        "The operating system reported an error while reading.",
        "See the message for its words; check the disk or the network drive.",
    )
    FILE_TOO_LARGE = Meaning(
        "file-too-large",
        "The file is too large for a plan",
        "A plan is text that a person edits; a file of this size is something else.",
        "Keep large fleets in CSV files and name them under [[inventories]].",
    )
    NOT_UTF8 = Meaning(
        "not-utf8",
        "The file is not UTF-8",
        "TOML files are UTF-8. Guessing another encoding could change what was written.",
        "Save the file as UTF-8; the message names the first byte that is not.",
    )
    UTF16 = Meaning(
        "utf-16",
        "The file is UTF-16",
        "TOML files are UTF-8. Windows PowerShell and Notepad may save UTF-16 instead.",
        "Save the file as UTF-8, in Notepad by choosing that encoding under Save as.",
    )
    NUL = Meaning(
        "nul-character",
        "The file holds NUL characters",
        "Text has none; the file is binary or was damaged.",
        "Restore the plan from a backup or its version control.",
    )
    SYNTAX = Meaning(
        "syntax",
        "The statement is not TOML",
        "The rest of the plan is still read; this statement alone counts for nothing.",
        "Correct the statement as the message says.",
    )
    TOO_DEEP = Meaning(
        "too-deep",
        "Values are nested too deeply",
        "No key of a plan needs more than a few levels of lists and tables.",
        "Remove the nesting; it is usually a bracket that was typed too often.",
    )
    SWALLOWED_TABLE = Meaning(
        "swallowed-table",
        "A text takes in a table",
        "A text in triple quotes goes on to the next triple quotes, which may be those of another "
        "text; the tables in between count for nothing then.",
        "Close the text where it should end, or indent the line that only looks like a header.",
    )
    TOML_1_1 = Meaning(
        "toml-1.1",
        "The plan uses TOML 1.1",
        "It is read, but most other programs understand TOML 1.0 only and may refuse the file.",
        "Write inline tables on one line without a comma at their end, times with seconds, and"
        " \\u escapes in place of \\x and \\e.",
    )
    UNSUPPORTED_FORMAT = Meaning(
        "unsupported-format",
        "The plan has another format version",
        "This program reads format 1; keys of another format may mean something else.",
        "Set format = 1, or use the program that the plan was written for.",
    )
    UNKNOWN_KEY = Meaning(
        "unknown-key",
        "There is no such key",
        "A key that nobody reads would look like a fact without being one.",
        "Correct the spelling, or remove the key; the plan reference lists every key.",
    )
    MISSING_KEY = Meaning(
        "missing-key",
        "A required key is missing",
        "Without it the table cannot be told from others or means nothing.",
        "Add the key; until then the table is left out of the figures.",
    )
    WRONG_TYPE = Meaning(
        "wrong-type",
        "The value has the wrong type",
        "A text is no number and a number is no true or false; nothing is converted silently.",
        "Write the kind of value that the message asks for.",
    )
    OUT_OF_RANGE = Meaning(
        "out-of-range",
        "The value is outside its range",
        "Sizes and counts are finite and not negative.",
        "Write a value inside the range that the message names.",
    )
    NOT_A_CHOICE = Meaning(
        "not-a-choice",
        "The value is none of the choices",
        "This key has a closed list of values, in exactly one spelling each.",
        "Write one of the values that the message lists.",
    )
    DUPLICATE_NAME = Meaning(
        "duplicate-name",
        "Two tables have the same name",
        "Names are compared without regard to case, as Windows does.",
        "Rename one; the second is left out of the figures until then.",
    )
    COMPUTER_NAME = Meaning(
        "computer-name",
        "No computer can be called so",
        "A computer name has at most 15 characters and only some signs; under another one no "
        "inventory and no installation finds the computer.",
        "Write the name without its domain, or give `count` where a row stands for several.",
    )
    UNKNOWN_WORKSPACE = Meaning(
        "unknown-workspace",
        "There is no such workspace",
        "The name refers to a [[workspaces]] table that is not there; computers that name it"
        " stay in the plan without a workspace.",
        "Correct the spelling, or add the workspace. The fix corrects every place that names it.",
    )
    UNKNOWN_PRACTICE = Meaning(
        "unknown-practice",
        "There is no such practice",
        "The attestation would count for nothing.",
        "Correct the id; `medv-tui practices` lists them all.",
    )
    ATTESTATION_SCOPE = Meaning(
        "attestation-scope",
        "The practice is not judged at that scope",
        "A practice about the whole plan cannot be attested for one workspace or one computer.",
        "Remove the workspace or hosts key from the attestation.",
    )
    ATTESTATION_CONFLICT = Meaning(
        "attestation-conflict",
        "Two attestations say something about the same subject",
        "The most specific one would win, but these are equally specific.",
        "Remove one of them.",
    )
    ATTESTATION_EXPIRED = Meaning(
        "attestation-expired",
        "The attestation has expired",
        "It held through its last day and counts as none now.",
        "Look at the matter again, then set a new date or remove the attestation.",
    )
    ATTESTATION_CONTRADICTED = Meaning(
        "attestation-contradicted",
        "The plan itself says otherwise",
        "A person's word never turns a computed failure into met.",
        "Correct the plan's value, or waive the practice with a reason.",
    )
    NOT_WAIVABLE = Meaning(
        "not-waivable",
        "The practice cannot be waived",
        "MED-V cannot work on such a computer or with such an installation.",
        "Change the plan so that the practice is met, or exclude the computer.",
    )
    INVENTORY_UNREADABLE = Meaning(
        "inventory-unreadable",
        "The inventory cannot be read",
        "A missing or damaged file is not an empty fleet, so its computers are unknown.",
        "Check the path, which is relative to the plan's folder, and the file itself.",
    )
    INVENTORY_COLUMN = Meaning(
        "inventory-column",
        "A column of the inventory cannot be used",
        "Its header, its unit or its number format leaves open what the cells mean.",
        "Say so under `columns` or `units` of the [[inventories]] table.",
    )
    INVENTORY_ROW = Meaning(
        "inventory-row",
        "A row of the inventory cannot be used as it is",
        "It has no name or an impossible one, another number of cells, or an unreadable cell.",
        "Correct the row in the file, or write the computer under [[hosts]].",
    )
    INVENTORY_ENCODING = Meaning(
        "inventory-encoding",
        "The inventory's encoding was assumed",
        "The file is neither UTF-8 nor UTF-16, so it was read as Windows-1252.",
        "Check names with accents, or export the file as UTF-8.",
    )
    INVENTORY_DUPLICATE = Meaning(
        "inventory-duplicate",
        "Two inventory rows name the same computer",
        "The earlier inventory wins, fact by fact.",
        "Remove the row that is out of date.",
    )

    @property
    def id(self) -> str:
        """The word that stands in JSON and that `medv-tui explain` takes."""
        return self.value.id
