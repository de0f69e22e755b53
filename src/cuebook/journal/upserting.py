"""An INSERT that meets a row that is there already: the same for SQLite and PostgreSQL, built once a table."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Insert, Table

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


@cache
def upserting(dialect: str, table: Table) -> Insert:
    """An INSERT that brings the row up to date."""
    statement = _insert(dialect, table)
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={column.name: statement.excluded[column.name] for column in table.columns if not column.primary_key},
    )


@cache
def ignoring(dialect: str, table: Table) -> Insert:
    """An INSERT that leaves the row as it is."""
    return _insert(dialect, table).on_conflict_do_nothing()


def _insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    # Only the dialect that is spoken: PostgreSQL's alone takes a tenth of what opening an SQLite store does.
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as insert_in_sqlite

        return insert_in_sqlite(table)
    from sqlalchemy.dialects.postgresql import insert as insert_in_postgresql

    return insert_in_postgresql(table)
