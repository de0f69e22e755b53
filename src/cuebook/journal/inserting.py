"""Writing one new row, and the number that the store gives it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert


def inserted(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """The number of the row that was made of these values."""
    made = connection.execute(insert(table), values)
    assert made.inserted_primary_key is not None  # noqa: S101  one row was written, so it has its key
    return int(made.inserted_primary_key[0])
