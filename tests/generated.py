"""The files that are generated from the program; `python -m tests.generated` writes them."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from medv_tui.inventory.load import load
from medv_tui.planfile.text import decode
from medv_tui.reference.plan_page import plan_page
from medv_tui.reference.practices import practices_page
from medv_tui.reference.problems import problems_page
from medv_tui.reference.schema import plan_schema
from medv_tui.reports.members import result_schema
from medv_tui.reports.result import result
from medv_tui.reports.text import report
from medv_tui.reports.views.show import show_schema
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer

ROOT = Path(__file__).parent.parent
EXAMPLE = "sample_configs/documented-example.toml"
TOUR = "sample_configs/midsize.toml"
AS_OF = date(2026, 11, 22)


def reviewed(name: str) -> tuple[Review, str]:
    """Review a sample, and name its plan."""
    path = ROOT / name
    text = decode(path.read_bytes(), name).text
    review = Reviewer().update(text, lambda file: load(path.parent / file), AS_OF)
    return review, review.plan.plan.name or path.stem


def result_example() -> str:
    """What `medv-tui check --format json --as-of 2026-11-22` says of the documented example."""
    review, name = reviewed(EXAMPLE)
    digest = hashlib.sha256((ROOT / EXAMPLE).read_bytes()).hexdigest()
    return result(review, name, EXAMPLE, digest).to_json() + "\n"


def readme() -> str:
    """The README, with what `medv-tui check` says of the mid-size sample today."""
    review, name = reviewed(TOUR)
    told = report(review, name, TOUR, width=80, colour=False).rstrip()
    before, start, rest = (ROOT / "README.md").read_text("utf-8").partition("$ medv-tui check")
    _, end, after = rest.partition("\n```\n")
    return f"{before}{start} {TOUR}\n{told}{end}{after}"


FILES: Mapping[str, Callable[[], str]] = {
    "docs/plan-reference.md": plan_page,
    "docs/practices.md": practices_page,
    "docs/problem-codes.md": problems_page,
    "docs/plan.schema.json": plan_schema,
    "docs/result.schema.json": result_schema,
    "docs/show.schema.json": show_schema,
    "docs/result-example.json": result_example,
    "sample_configs/medv-plan.schema.json": plan_schema,
    "README.md": readme,
}


def main() -> None:
    """Write every file that differs."""
    for name, build in FILES.items():
        data = build().encode()
        path = ROOT / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


if __name__ == "__main__":
    main()
