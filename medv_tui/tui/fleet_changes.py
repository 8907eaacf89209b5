"""What it would change in a plan's text to give many of its computers the same facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from medv_tui.errors import MedvError
from medv_tui.findings import Value
from medv_tui.inventory.progress import Progress, Step
from medv_tui.review.hosts_changed import with_facts
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Files
from medv_tui.review.workspace_rules import Rule, with_rules
from medv_tui.tui.present import count
from medv_tui.tui.preview import Change

MOST_WRITTEN = 10_000
"""Computers that get facts of their own at most: their tables are put into the text at once."""
_CHANGING = "changing the plan"


def too_many(rows: int) -> str:
    """Say why so many computers get no facts of their own; empty where they can."""
    if rows <= MOST_WRITTEN:
        return ""
    return (
        f"{rows:,} rows are more than the {MOST_WRITTEN:,} that get facts of their own in the "
        "plan. Choose a whole site or model to assign it by a rule, or give the fact in a column "
        "of the inventory."
    )


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of several computers of a plan."""

    text: str
    review: Review
    rows: tuple[int, ...]

    def excluded(self, reason: str, progress: Progress) -> Change:
        """Take the computers out of the plan; raises MedvError where that cannot be written."""
        return self._with_facts(f"Exclude {self._number}", {"excluded": reason}, progress)

    def assigned(self, workspace: str, files: Files, progress: Progress) -> Change:
        """Give them a workspace, by rules of their inventories where few say who is meant.

        Raises MedvError where that cannot be written.
        """
        said = f"Assign {self._number} to {workspace}"
        ruled = with_rules(self.text, self.review, self.rows, workspace, files, progress)
        if ruled is None:
            return self._with_facts(said, {"workspace": workspace}, progress)
        return Change(f"{said} by {_in_words(ruled.rules)}", ruled.text)

    @property
    def _number(self) -> str:
        return count(len(self.rows), "row")

    def _with_facts(self, said: str, facts: Mapping[str, Value], progress: Progress) -> Change:
        fleet = self.review.hosts.fleet
        if refusal := too_many(len(self.rows)):
            raise MedvError(refusal)
        progress(Step(_CHANGING, 0, len(self.rows), "computers"))
        new = with_facts(self.text, fleet, self.rows, facts)
        added = sum(fleet.places[row].index is None for row in self.rows)
        changed = len(self.rows) - added
        tables = [f"add {count(added, 'table')} [[hosts]]"] * bool(added)
        tables += [f"change {changed:,} that {'is' if changed == 1 else 'are'} there"] * bool(
            changed
        )
        return Change(f"{said}: {' and '.join(tables)}", new)


def _in_words(rules: tuple[Rule, ...]) -> str:
    """Say how rules tell which computers are meant."""
    patterns = " or ".join(rule.pattern for rule in rules)
    number = count(len(rules), "rule")
    return f"{number} under [[inventories.assign]], {rules[0].key} = {patterns}"
