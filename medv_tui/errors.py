"""The one family of exceptions, and the exit codes that callers and scripts rely on."""

from enum import IntEnum

from medv_tui.problem_codes import Code


class ExitCode(IntEnum):
    """What the process tells its caller."""

    OK = 0
    """The plan gates nothing."""
    FINDING = 1
    """A finding fails at or above the severity that was asked for."""
    PROBLEM = 2
    """The plan or the command line cannot be read as it stands."""
    FAILURE = 3
    """The program itself failed."""


class MedvError(Exception):
    """Anything the program refuses, as one sentence that says what to do.

    The sentence names what was expected, what was found and where, so that it can be printed
    as it is. Raised directly for a wrong command line; subclasses name the occasions.
    """

    exit_code = ExitCode.PROBLEM


class PlanUnreadableError(MedvError):
    """A plan file that cannot be read as text at all, so there is nothing to review."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code = code


class WorkCancelledError(MedvError):
    """Work that somebody did not want to wait for; nothing of it is kept."""


class SaveRefusedError(MedvError):
    """A plan that was not written; the file is as it was, but for what subclasses tell."""


class ChangedOnDiskError(SaveRefusedError):
    """A plan that was not written because the disk does not hold what was read."""


class SaveUnprovenError(SaveRefusedError):
    """A plan that was written whole, but may not survive a loss of power."""


class SaveBrokenOffError(SaveRefusedError):
    """A plan whose file is damaged; the message names the files with both texts."""


class JournalUnreadableError(MedvError):
    """A journal that is not whole, or that another version of the program wrote."""
