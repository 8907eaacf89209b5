"""The sample plans, reviewed on a fixed day."""

from datetime import date
from pathlib import Path

from medv_tui.errors import PlanUnreadableError
from medv_tui.problem_codes import Code
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer

SAMPLES = Path(__file__).parents[2] / "sample_configs"
AS_OF = date(2026, 11, 22)

EVERY_SAMPLE = tuple(sorted(SAMPLES.glob("*.toml")))
GOOD_SAMPLES = tuple(path for path in EVERY_SAMPLE if path.stem != "bad-text")


def no_files(name: str) -> bytes:
    raise PlanUnreadableError(Code.FILE_MISSING, f"There is no {name}.")


def text_of(name: str) -> str:
    return (SAMPLES / f"{name}.toml").read_bytes().decode()


def review_of(name: str) -> Review:
    return Reviewer().update(text_of(name), no_files, AS_OF)
