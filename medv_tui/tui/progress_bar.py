"""How far long work has come, as one line that moves with the count and never by itself."""

from medv_tui.inventory.progress import Step
from medv_tui.reports.clean import clean
from medv_tui.tui.line import Line, Part, fit, width
from medv_tui.tui.present import ACCENT, MUTED

BAR_CELLS = 10
DONE, LEFT = "━", "─"
CANCEL: Line = (Part("   "), Part("Esc", ACCENT), Part(" cancels"))


def progress_line(step: Step, cells: int) -> Line:
    """Draw a step in so many cells; the bar goes first where there is no room, then the name."""
    count = Part(f" {step.done:,} of {step.total:,}{step.unit and ' ' + step.unit}")
    filled = BAR_CELLS * step.done // step.total if step.total else BAR_CELLS
    bar = (Part(" "), Part(DONE * filled, ACCENT), Part(LEFT * (BAR_CELLS - filled), MUTED))
    doing = Part(clean(step.doing))
    line = (doing, *bar, count, *CANCEL)
    if width(line) <= cells:
        return line
    room = max(0, cells - width((count, *CANCEL)))
    return (*fit((doing,), min(room, width((doing,)))), count, *CANCEL)
