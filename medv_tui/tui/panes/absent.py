"""What a pane says of a plan that has no computers or no workspace: why, and what ends that."""

from medv_tui.findings import Level
from medv_tui.problem_codes import Code
from medv_tui.reports.clean import clean
from medv_tui.review.review import Review

NO_HOSTS = "No hosts yet. Add a [[hosts]] table, or [[inventories]] with a CSV file."
NO_WORKSPACE = "No workspace yet. Add a [[workspaces]] table."


def no_hosts(review: Review | None) -> str:
    """Say why a plan has no computers; empty where it has some."""
    if review is None or review.hosts.fleet.names:
        return ""
    unread = [p.message for p in review.problems if p.code is Code.INVENTORY_UNREADABLE]
    if unread:
        return clean(f"{unread[0]} Its computers are not counted. F8 goes to its line.")
    return _left_out(review, "hosts") or NO_HOSTS


def no_workspace(review: Review | None) -> str:
    """Say why a plan has no workspace; empty where it has one."""
    if review is None or review.plan.workspaces:
        return ""
    return _left_out(review, "workspaces") or NO_WORKSPACE


def _left_out(review: Review, table: str) -> str:
    """Say that tables are there and have errors; empty where there are none."""
    errors = (p.path for p in review.problems if p.level is Level.ERROR)
    if not any(path[:1] == (table,) for path in errors):
        return ""
    return f"No [[{table}]] table counts while it has an error. F8 goes to the error."
