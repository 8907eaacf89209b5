"""The plan's text in the editor that somebody is used to, by way of a file of its own."""

import contextlib
import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from textual.app import SuspendNotSupported

from medv_tui.errors import MedvError
from medv_tui.tui.editor import Editor
from medv_tui.tui.plan_file import PlanFile
from medv_tui.tui.rewriting import Rewriting
from medv_tui.tui.talk import Talk

USUAL = "vi"
"""What is started where neither VISUAL nor EDITOR is set."""
NO_SUSPENDING = "This terminal cannot be handed to another editor."


class OwnEditorError(MedvError):
    """The other editor could not be used; the text in the dashboard is as it was."""


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """Give the command of VISUAL, else of EDITOR, with its arguments.

    Raises OwnEditorError where the variable is no command.
    """
    said = environment.get("VISUAL") or environment.get("EDITOR") or USUAL
    try:
        return shlex.split(said) or [USUAL]
    except ValueError as error:
        raise OwnEditorError(f"EDITOR is {said}, which is no command: {error}.") from error


def folders(environment: Mapping[str, str], plan: Path) -> tuple[Path, ...]:
    """Give where a file for the other editor can stand, the one that only its owner reads first."""
    own = environment.get("XDG_RUNTIME_DIR")
    return (Path(own), plan.parent) if own else (plan.parent,)


def edited_in(command: Sequence[str], text: str, places: Sequence[Path], name: str) -> str:
    """Give the text as the other editor leaves it; its file is deleted then.

    Blocks until the editor ends. Raises OwnEditorError where there is no file, no editor or no
    text; what was typed there is kept in its file, which the sentence names.
    """
    path = _written(text, places, name)
    try:
        # The command is the person's own, and running it is what they ask for.
        ended = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603
    except OSError as error:
        path.unlink(missing_ok=True)
        reason = error.strerror or error
        raise OwnEditorError(
            f"{command[0]} could not be started: {reason}. Set EDITOR to a program that is there."
        ) from error
    try:
        new = path.read_bytes().decode()
    except OSError as error:
        raise OwnEditorError(f"{path} cannot be read again: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise OwnEditorError(
            f"{command[0]} left a file that is not UTF-8; it is kept as {path}."
        ) from error
    if ended and new != text:
        raise OwnEditorError(
            f"{command[0]} ended with {ended}, so nothing was taken over;"
            f" its text is kept as {path}."
        )
    with contextlib.suppress(OSError):
        path.unlink()
    return new


@contextlib.contextmanager
def interrupts_left_alone() -> Iterator[None]:
    """Leave Ctrl+C to the other editor while it has the terminal, and until it is taken back."""

    def nothing(number: int, frame: object) -> None:
        """Go on; an ignored signal would be ignored by the other editor too."""

    before = signal.signal(signal.SIGINT, nothing)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _written(text: str, places: Sequence[Path], name: str) -> Path:
    """Write the text into a new file that only its owner can read, in the first place there is."""
    reason = ""
    for place in places:
        try:
            handle, path = tempfile.mkstemp(".toml", f".{name}.", place)
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode())
        except (OSError, UnicodeEncodeError) as error:
            reason = str(error)
        else:
            return Path(path)
    raise OwnEditorError(f"No file could be written for the other editor: {reason}.")


class OwnEditor:
    """Hands the plan's text to the other editor, and takes over what comes back."""

    def __init__(
        self, talk: Talk, editor: Editor, plan_file: PlanFile, rewriting: Rewriting
    ) -> None:
        self._talk, self._editor = talk, editor
        self._file, self._rewriting = plan_file, rewriting

    def use(self) -> None:
        """Lend the terminal to the other editor; its text is one step to undo."""
        try:
            with interrupts_left_alone(), self._talk.app.suspend():
                new, refusal = self._edited()
        except SuspendNotSupported:
            new, refusal = "", NO_SUSPENDING
        if refusal:
            self._talk.refuse(refusal)
        elif new == self._editor.text:
            self._talk.tell("Nothing was changed there.")
        else:
            self._rewriting.rewrite(new)

    def _edited(self) -> tuple[str, str]:
        """Give the text as the other editor leaves it, or why there is none.

        Nothing is raised here, because the terminal would not be taken back then.
        """
        path = self._file.plan.path
        try:
            command = editor_command(os.environ)
            places = folders(os.environ, path)
            return edited_in(command, self._editor.text, places, path.stem), ""
        except OwnEditorError as refusal:
            return "", str(refusal)
