"""How far long work has come, as one line that moves with the count and never by itself."""

from medv_tui.inventory.progress import Step
from medv_tui.reports.clean import clean
from medv_tui.reports.progress import BAR_CELLS, counted, filled
from medv_tui.tui.line import Line, Part, fit, width
from medv_tui.tui.present import ACCENT, MUTED

DONE, LEFT = "━", "─"
CANCEL: Line = (Part("   "), Part("Esc", ACCENT), Part(" cancels"))


def progress_line(step: Step, cells: int) -> Line:
    """Draw a step in so many cells; the bar goes first where there is no room, then the name."""
    count, done = Part(f" {counted(step)}"), filled(step)
    bar = (Part(" "), Part(DONE * done, ACCENT), Part(LEFT * (BAR_CELLS - done), MUTED))
    doing = Part(clean(step.doing))
    line = (doing, *bar, count, *CANCEL)
    if width(line) <= cells:
        return line
    room = max(0, cells - width((count, *CANCEL)))
    return (*fit((doing,), min(room, width((doing,)))), count, *CANCEL)
