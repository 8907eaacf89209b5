"""The keys of a plan's screen, in the order in which they are listed."""

from textual.binding import Binding, BindingType

from medv_tui.tui.place_names import NAMES, PLAN

PLACE_KEYS = NAMES | {PLAN: f"back to the {NAMES[PLAN].lower()}'s text"}
"""What the key of each place does."""


def _always(keys: str, action: str, meaning: str, identity: str, *, show: bool = False) -> Binding:
    """Give keys that work wherever the cursor is, and that the user may choose others for."""
    return Binding(keys, action, meaning, show=show, priority=True, id=identity)


KEYS: list[BindingType] = [
    Binding("f5", "review_again", "review again", show=False),
    _always("f6", "next_place(1)", "next pane", "next-pane", show=True),
    _always("shift+f6", "next_place(-1)", "previous pane", "previous-pane"),
    *(Binding(str(n), f"open({n})", meaning, show=False) for n, meaning in PLACE_KEYS.items()),
    Binding("tab", "app.focus_next", "next part of the screen", show=False),
    Binding("shift+tab", "app.focus_previous", "part of the screen before", show=False),
    Binding("z", "turn_alone", "show this pane alone, or all again", show=False),
    Binding("escape", "cancel_review", "cancel the review", show=False),
    Binding("escape", "show_all", "show the other panes again", show=False),
    _always("f7", "what_if", "What if …?", "what-if"),
    _always("ctrl+f", "find(False)", "find", "find"),
    _always("ctrl+r", "find(True)", "replace", "replace"),
    _always("f3", "find_next(1)", "next match", "next-match"),
    _always("shift+f3", "find_next(-1)", "previous match", "previous-match"),
    _always("ctrl+g", "go_to_line", "go to a line", "go-to-line"),
    _always("ctrl+t,f9", "outline", "tables of the plan", "outline"),
    _always(
        "ctrl+right_square_bracket,f12", "follow", "go to what a name means, and back", "follow"
    ),
    _always("ctrl+backslash", "own_editor", "edit in another editor", "own-editor"),
    # The editor has these two itself; here they work from the panes too.
    Binding("ctrl+z", "change_back('undo')", "undo the last edit", show=False),
    Binding("ctrl+y", "change_back('redo')", "redo the edit that was undone", show=False),
    _always("f4", "fix_problem", "fix", "fix", show=True),
    _always("f8", "next_problem", "next problem", "next-problem"),
    _always("shift+f8", "previous_problem", "previous problem", "previous-problem"),
    _always("ctrl+p", "app.command_palette", "commands", "commands", show=True),
    _always("f1", "keys", "help", "help", show=True),
    Binding("colon", "app.command_palette", "commands", show=False),
    Binding("question_mark", "keys", "help", show=False),
    _always("ctrl+s,f2", "save", "save", "save", show=True),
    _always("ctrl+o", "open_plan", "open another plan", "open"),
    _always("ctrl+n", "new_plan", "new plan", "new"),
    _always("shift+f2", "save_as", "save as", "save-as"),
]
