"""What every table of a plan has in common."""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from medv_tui.plan.docstrings import describe

LARGEST_COUNT = 2_147_483_647
"""No whole number of a plan is larger; it keeps a slip of the keyboard out of the arithmetic."""

LARGEST_GB = 1_000_000.0
"""No size of a plan is larger: a petabyte in GB."""


class Table(BaseModel):
    """One TOML table: frozen, strict about types, and closed to unknown keys.

    Every key is optional unless its field says otherwise; None means that the plan is silent.
    """

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        json_schema_extra=describe,
        hide_input_in_errors=True,
    )


def as_tuple(value: object) -> object:
    """Turn TOML's list into a hashable value; anything else is left for the type check."""
    return tuple(value) if isinstance(value, list) else value


Texts: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(as_tuple)]
"""A list of texts."""

Name: TypeAlias = Annotated[str, Field(min_length=1)]
"""A text that is not empty."""

Count: TypeAlias = Annotated[int, Field(ge=0, le=LARGEST_COUNT)]
"""A whole number that is not negative."""

Gb: TypeAlias = Annotated[float, Field(ge=0, le=LARGEST_GB, allow_inf_nan=False)]
"""A size in GB, 1 GB = 1024 MB: finite and not negative."""

Mb: TypeAlias = Annotated[int, Field(ge=0, le=LARGEST_COUNT)]
"""A size in whole MB, not negative."""
