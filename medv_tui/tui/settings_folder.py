"""Where a user's own settings of the dashboard stand."""

from collections.abc import Mapping
from pathlib import Path

KEYS_FILE = "keys.toml"


def settings_folder(environment: Mapping[str, str]) -> Path | None:
    """Give the folder for a user's settings; None where there is no home for it."""
    given = environment.get("XDG_CONFIG_HOME", "")
    if given.startswith("/"):
        return Path(given) / "medv-tui"
    home = environment.get("HOME", "")
    return Path(home) / ".config" / "medv-tui" if home.startswith("/") else None
