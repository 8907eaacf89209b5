"""Which form the dashboard takes in a terminal of a given size."""

from enum import StrEnum

NEEDED = (80, 24)
"""Columns and rows from which on everything has its place."""


class Form(StrEnum):
    """The forms of the dashboard, largest first."""

    WIDE = "wide"
    """The editor and all four panes."""
    MEDIUM = "medium"
    """The editor and one pane."""
    NARROW = "narrow"
    """The editor or one pane."""
    BARE = "bare"
    """The editor alone."""
    NONE = "none"
    """A sentence."""


SMALL = frozenset({Form.BARE, Form.NONE})
"""Forms in which only the plan's text has room, if that."""


def form_for(columns: int, rows: int) -> Form:
    """Choose the form by the terminal's size."""
    if columns < 20 or rows < 5:
        return Form.NONE
    if columns < 40 or rows < 10:
        return Form.BARE
    if columns < 100:
        return Form.NARROW
    return Form.WIDE if columns >= 140 and rows >= 36 else Form.MEDIUM


def form_classes(form: Form) -> dict[str, bool]:
    """Say by which names the style sheet calls a screen in a form, and by which it does not."""
    return {f"-{other.value}": form is other for other in Form}


def is_cramped(columns: int, rows: int) -> bool:
    """Say whether the terminal is smaller than the smallest size everything is made for."""
    return columns < NEEDED[0] or rows < NEEDED[1]


def shortage(columns: int, rows: int) -> str:
    """Say what size is needed and what there is."""
    return f"Needs {NEEDED[0]} x {NEEDED[1]}, has {columns} x {rows}."
