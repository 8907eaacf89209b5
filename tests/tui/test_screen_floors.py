"""The screen of a plan is built up floor by floor, each a class on top of the one below."""

import inspect
from types import FunctionType

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.keeping import KeptScreen


def test_no_floor_takes_a_private_name_from_another_one_by_accident() -> None:
    floors = [floor for floor in KeptScreen.__mro__ if _is_ours(floor)]
    below: dict[str, str] = {}
    for floor in reversed(floors):
        for name, value in vars(floor).items():
            if not isinstance(value, FunctionType) or not name.startswith("_"):
                continue
            hides = name in below and not name.startswith("__")
            assert not hides or f"super().{name}(" in inspect.getsource(value), (
                f"{floor.__name__}.{name} hides that of {below[name]}."
            )
            below[name] = floor.__name__


def test_no_floor_takes_a_key_from_another_one() -> None:
    owners: dict[str, str] = {}
    for floor in KeptScreen.__mro__:
        for binding in vars(floor).get("BINDINGS", ()) if _is_ours(floor) else ():
            for key in binding.key.split(","):
                assert owners.setdefault(key, floor.__name__) == floor.__name__, key
    assert len(owners) > 20


def _is_ours(floor: type) -> bool:
    return floor.__module__.startswith(f"{_package()}.")


def _package() -> str:
    return DashboardApp.__module__.rpartition(".")[0]
