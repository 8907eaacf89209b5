"""A plan's data as its model takes them, table by table, so that what is unchanged is kept."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from medv_tui.plan.changed import changed_rows
from medv_tui.plan.host import Host
from medv_tui.plan.plan import Plan
from medv_tui.planfile.host_names import MOST_FOLLOWED, HostNames
from medv_tui.planfile.known import Known
from medv_tui.turns import give_way

_FIELDS = {key: number for number, key in enumerate(Plan.model_fields)}
_HOSTS = _FIELDS["hosts"]


class HostModel(NamedTuple):
    """What the model makes of one `[[hosts]]` table."""

    table: dict[str, Any]
    host: Host | None
    """None where the model refuses it."""
    errors: tuple[ErrorDetails, ...] = ()


class _Taken(NamedTuple):
    """What the model makes of all `[[hosts]]` tables."""

    tables: list[dict[str, Any]]
    models: list[HostModel]
    hosts: tuple[Host, ...] | None
    """None where the model refuses one."""


class Modelled(NamedTuple):
    """What the model makes of a plan's data."""

    plan: Plan | None
    """None where anything is refused."""
    errors: list[ErrorDetails]
    """In the order of the model's fields."""


class Models:
    """Takes a plan's data again and again, and validates only the tables that are new.

    Tables are known by their identity: whoever reads a text again gives the same table for what
    stays as it is.
    """

    def __init__(self) -> None:
        self._hosts: Known[HostModel] = Known()
        self._taken = _Taken([], [], ())
        self._names = HostNames()
        self._rest: tuple[dict[str, Any], Plan | None, list[ErrorDetails]] | None = None

    def take(self, data: Mapping[str, Any]) -> Modelled:
        """Validate everything."""
        tables = _tables(data)
        if tables is None:
            plan, errors = _validated(data)
            return Modelled(plan, errors)
        taken = self._take_hosts(tables)
        plan, errors = self._take_rest({key: data[key] for key in data if key != "hosts"})
        if plan is not None and taken.hosts is not None:
            return Modelled(with_hosts(plan, taken.hosts), [])
        refused = [_below(error, n) for n, each in enumerate(taken.models) for error in each.errors]
        return Modelled(None, sorted([*errors, *refused], key=_field))

    def hosts(self, data: Mapping[str, Any]) -> list[Host | None] | None:
        """Give each host that the model takes; None where the data hold no list of tables."""
        tables = _tables(data)
        return None if tables is None else [each.host for each in self._take_hosts(tables).models]

    def names(self, data: Mapping[str, Any]) -> HostNames:
        """Give what the tables of the hosts say of others, until it is asked for again."""
        found = data.get("hosts")
        self._names.follow(found if isinstance(found, list) else [])
        return self._names

    def _take_hosts(self, tables: list[dict[str, Any]]) -> _Taken:
        """Validate the hosts that are new, and forget those that are gone."""
        rows = changed_rows(self._taken.tables, tables)
        if rows is None or len(rows) > MOST_FOLLOWED:
            models = [self._model(table) for table in tables]
            hosts = _all_of(models)
        else:
            give_way()
            models = self._taken.models.copy()
            for row in rows:
                models[row] = self._model(tables[row])
            hosts = _all_of(models) if self._taken.hosts is None else self._taken.hosts
            give_way()
            hosts = None if hosts is None else _with(hosts, rows, models)
        self._taken = _Taken(tables, models, hosts)
        give_way()
        self._hosts.forget_all_but(tables, len(tables))
        return self._taken

    def _model(self, table: dict[str, Any]) -> HostModel:
        return self._hosts.get(table) or self._hosts.keep(table, _host(table))

    def _take_rest(self, rest: dict[str, Any]) -> tuple[Plan | None, list[ErrorDetails]]:
        """Validate all but the hosts, unless it is what it was."""
        kept = self._rest
        if kept is None or not _is_same(kept[0], rest):
            kept = self._rest = (rest, *_validated(rest))
        return kept[1], kept[2]


def with_hosts(plan: Plan, hosts: tuple[Host, ...]) -> Plan:
    """Give a plan these hosts."""
    return plan.model_copy(update={"hosts": hosts})


def _all_of(models: Sequence[HostModel]) -> tuple[Host, ...] | None:
    """Give all hosts; None where one is refused."""
    hosts = tuple(each.host for each in models if each.host is not None)
    return hosts if len(hosts) == len(models) else None


def _with(
    hosts: tuple[Host, ...], rows: Sequence[int], models: Sequence[HostModel]
) -> tuple[Host, ...] | None:
    """Give hosts of which these rows are others; None where one of those is refused."""
    others = list(hosts)
    give_way()
    for row in rows:
        host = models[row].host
        if host is None:
            return None
        others[row] = host
    return tuple(others)


def _tables(data: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Give the tables of the hosts; None where there is no such list."""
    found = data.get("hosts")
    if not isinstance(found, list) or not {*map(type, found)} <= {dict}:
        return None
    return found


def _host(table: dict[str, Any]) -> HostModel:
    """Validate one host."""
    try:
        return HostModel(table, Host.model_validate(table))
    except ValidationError as error:
        return HostModel(table, None, tuple(error.errors(include_url=False)))


def _validated(data: Mapping[str, Any]) -> tuple[Plan | None, list[ErrorDetails]]:
    """Validate a plan, or its parts."""
    try:
        return Plan.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _is_same(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether two tables hold the very same values."""
    return old.keys() == new.keys() and all(old[key] is new[key] for key in old)


def _below(error: ErrorDetails, number: int) -> ErrorDetails:
    """Give the error of a host as one of the plan's."""
    return {**error, "loc": ("hosts", number, *error["loc"])}


def _field(error: ErrorDetails) -> int:
    """Order errors by the model's fields, with unknown keys last."""
    return _FIELDS.get(str(error["loc"][0]), len(_FIELDS)) if error["loc"] else -1
