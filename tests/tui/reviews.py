"""Reviews that a test sees coming."""

from collections.abc import Callable
from typing import Any

import pytest

from medv_tui.planfile.long_text import LongText
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer


def before_reviews(monkeypatch: pytest.MonkeyPatch, do: Callable[[str], object]) -> None:
    """Have something done with the text of every review, in its thread, before it begins."""
    update = Reviewer.update

    def told(self: Reviewer, text: str | LongText, *given: Any, **kept: Any) -> Review:
        do(LongText.of(text).whole)
        return update(self, text, *given, **kept)

    monkeypatch.setattr(Reviewer, "update", told)
