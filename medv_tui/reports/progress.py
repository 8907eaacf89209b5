"""How far long work has come, as a count and as the share of a bar that is filled."""

from medv_tui.inventory.progress import Step

BAR_CELLS = 10


def counted(step: Step) -> str:
    """Say how much is done of how much."""
    return f"{step.done:,} of {step.total:,}{step.unit and ' ' + step.unit}"


def filled(step: Step) -> int:
    """Give how many cells of a bar stand for what is done; all of them only at the end."""
    return BAR_CELLS * step.done // step.total if step.total else BAR_CELLS
