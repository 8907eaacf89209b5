"""What earlier sessions typed into a plan and never saved: shown, and taken over or left."""

from pathlib import Path

from medv_tui.errors import PlanUnreadableError, SaveRefusedError
from medv_tui.planfile.journals import Kept
from medv_tui.planfile.save import save
from medv_tui.planfile.text import decode
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.editor import Editor
from medv_tui.tui.file_dialogs import SavePathScreen
from medv_tui.tui.keeping import Safekeeping
from medv_tui.tui.plan_file import PlanFile
from medv_tui.tui.recovery import Recovering, RecoveryScreen
from medv_tui.tui.rewriting import Rewriting
from medv_tui.tui.talk import Talk

OTHER_LINE_ENDS = (
    "The line ends of the file are not those of the text that was typed, so save that under"
    " another name: medv-tui recover does."
)


class UnsavedTexts:
    """Offers texts that were never saved, before anything else is done with their plan."""

    def __init__(
        self,
        talk: Talk,
        editor: Editor,
        plan_file: PlanFile,
        rewriting: Rewriting,
        safekeeping: Safekeeping,
    ) -> None:
        self._talk, self._editor, self._file = talk, editor, plan_file
        self._rewriting, self._safekeeping = rewriting, safekeeping

    def offer(self) -> None:
        """Show the latest text that was never saved, then those before it."""
        self._offer(self._safekeeping.unfinished())

    def _offer(self, found: list[Kept]) -> None:
        if not found:
            return
        kept, *others = found
        try:
            typed = decode(kept.journal.data, str(kept.path)).text
        except PlanUnreadableError:
            self._offer(others)
            return

        def answered(answer: Recovering) -> None:
            match answer:
                case Recovering.RECOVER:
                    self._recover(kept, typed)
                case Recovering.SAVE_AS:
                    self._save(kept, others)
                case Recovering.KEEP_FILE:
                    self._safekeeping.settle(kept)
                    self._offer(others)

        screen = RecoveryScreen(kept.journal, self._file.plan.saved_text, typed)
        self._talk.ask(screen, answered)

    def _recover(self, kept: Kept, typed: str) -> None:
        """Put the text into the editor, as one step to undo; its journal goes on in this one."""
        self._rewriting.rewrite(typed)
        if self._editor.text != typed:
            self._talk.show(RefusalDialog(OTHER_LINE_ENDS, ""))
            return
        self._safekeeping.go_on_from(kept)
        self._talk.tell_after_edit("Recovered. Saving writes it to the file; undo takes it back.")

    def _save(self, kept: Kept, others: list[Kept]) -> None:
        """Write the text to a file that is not there yet."""

        def ask_again() -> None:
            self._offer([kept, *others])

        def answered(path: Path | None) -> None:
            if path is None:
                ask_again()
                return
            try:
                save(path, kept.journal.data, None)
            except SaveRefusedError as refusal:
                self._talk.show(RefusalDialog(str(refusal), ""), ask_again)
                return
            self._safekeeping.settle(kept)
            self._talk.tell(f"Saved {path.name}.")
            self._offer(others)

        path = self._file.plan.path
        name = f"{path.stem}.recovered{path.suffix}"
        self._talk.app.push_screen(SavePathScreen(path.parent, name), answered)
