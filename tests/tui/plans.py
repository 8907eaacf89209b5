"""Plans in the text of the tests, and the program opened on them."""

from datetime import date
from pathlib import Path

from textual.app import App
from textual.document._document import Selection
from textual.pilot import Pilot

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.open_plan import OpenPlan

DAY = date(2026, 11, 22)

DOCUMENTED = """\
[plan]
name = "Documented example"

[[workspaces]]
name = "example"
differencing_disk_gb = 1.5
saved_state_gb = 1.0

[workspaces.image]
vhd_gb = 2.6

[[hosts]]
name = "DESK-01"
workspace = "example"
os = "Windows 7"
edition = "Enterprise"
service_pack = 1
architecture = "x64"
ram_mb = 4096
free_disk_gb = 60
users = 3
windows_virtual_pc = true
"""
USERS = DOCUMENTED.splitlines().index("users = 3")
"""The line of the number of users, from 0."""

WIDE, MEDIUM, NARROW = (180, 50), (120, 40), (80, 24)


def host(name: str, **facts: object) -> str:
    """Write a computer like the documented one, with some facts of its own."""
    given: dict[str, object] = {
        "name": name,
        "workspace": "example",
        "os": "Windows 7 Enterprise SP1",
        "architecture": "x64",
        "ram_mb": 4096,
        "free_disk_gb": 60,
        "users": 3,
        "windows_virtual_pc": True,
    }
    lines = [f"{key} = {_toml(value)}" for key, value in (given | facts).items()]
    return "\n".join(["", "[[hosts]]", *lines, ""])


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in value) + '"'
    return str(value)


MIXED = DOCUMENTED + "".join(
    [
        host("SHORT", free_disk_gb=9, site="Lyon"),
        host("SHORTER", free_disk_gb=5),
        host("WEAK", ram_mb=1024),
        host("ROOMY", free_disk_gb=500, count=8),
        host("NOBODY").replace('workspace = "example"\n', ""),
        host("UNSAID").replace("free_disk_gb = 60\n", ""),
        host("GONE", excluded="Replaced in March."),
        host("TRACE", free_disk_gb=10.08),
    ]
)
"""The documented computer among others, most of which lack something."""


def dashboard(folder: Path, text: str | bytes = DOCUMENTED) -> DashboardApp:
    """Open the dashboard on a plan of this text."""
    path = folder / "plan.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return DashboardApp(OpenPlan.read(path), DAY)


def select_users(app: DashboardApp) -> None:
    """Select the 3 of `users = 3`."""
    app.plan_screen.editor.selection = Selection((USERS, 8), (USERS, 9))


async def settle(pilot: Pilot[int]) -> None:
    """Wait until the review is of the text as it stands and everything is drawn."""
    app = pilot.app
    assert isinstance(app, DashboardApp)
    for _ in range(100):
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        if app.plan_screen.is_reviewed and not len(app.workers):
            return
    raise AssertionError("The review never came to rest.")


def shown(app: App[int]) -> str:
    """Give what stands on the screen, row by row."""
    # There is no public way to read the screen as text.
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text for strip in strips)
