"""`[workspaces.settings.*]`: one table per registry key, made from the settings registry."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, create_model

from medv_tui.plan.base import Table, Texts, as_tuple
from medv_tui.plan.settings import SETTINGS, Kind, Setting

_WHOLE = Annotated[int, Field(ge=-(2**31), le=2**32 - 1)]

_TYPES: dict[Kind, Any] = {
    Kind.SWITCH: bool | Annotated[int, Field(ge=0, le=1)],
    Kind.NUMBER: _WHOLE,
    Kind.TEXT: str,
    Kind.TEXTS: Texts,
    Kind.NUMBERS: Annotated[tuple[_WHOLE | str, ...], BeforeValidator(as_tuple)],
}
"""What a plan may write for each kind; ranges are a practice, never a problem."""


class _Made(Table):
    """A table that has no text of its own, in which docstrings would be looked for at length."""

    model_config = ConfigDict(use_attribute_docstrings=False)


def _type(setting: Setting) -> Any:
    """Give what a plan may write; a list that other tools take as one text may be one text."""
    one_text = setting.kind is Kind.TEXTS and setting.property_type == "string"
    return (Texts | str) if one_text else _TYPES[setting.kind]


def _table(key: str) -> type[Table]:
    """Make the model of one registry key from its settings."""
    fields: dict[str, Any] = {
        setting.name: (_type(setting) | None, Field(default=None, description=setting.meaning))
        for setting in SETTINGS
        if setting.key == key
    }
    return create_model(f"{key}Settings", __base__=_Made, __doc__=f"Settings of {key}.", **fields)


TABLES: dict[str, type[Table]] = {
    key: _table(key) for key in dict.fromkeys(s.key for s in SETTINGS)
}
"""The model of each registry key, by the key's documented name."""

if TYPE_CHECKING:

    class Settings(Table):
        """What the plan sets; a setting that is left out has its documented default."""

        Diagnostics: Table = Table()
        Fts: Table = Table()
        UserExperience: Table = Table()
        VM: Table = Table()
        Guest: Table = Table()

else:
    Settings = create_model(
        "Settings",
        __base__=_Made,
        __doc__="What the plan sets; a setting that is left out has its documented default.",
        **{
            key: (table, Field(default=table(), description=f"Settings under {key}."))
            for key, table in TABLES.items()
        },
    )


def written(tables: Settings, setting: Setting) -> object:
    """Give what the plan writes for a setting, or None where it is silent."""
    return getattr(getattr(tables, setting.key), setting.name)
