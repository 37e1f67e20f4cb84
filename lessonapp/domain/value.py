"""The base of every value in the domain."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Frozen, and strict about what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
