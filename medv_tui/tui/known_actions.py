"""What keys can be chosen for."""

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.own_keys import actions
from medv_tui.tui.plan_keys import KEYS

KNOWN_ACTIONS = actions((*KEYS, *DashboardApp.BINDINGS))
"""The actions with their usual keys."""
