"""The migrations lead to exactly the tables that the code uses."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from cuebook.journal.journal import Journal
from cuebook.journal.migrating import configuration
from cuebook.journal.tables import HEAD, metadata


def test_head_is_the_last_migration_and_they_are_numbered_in_order() -> None:
    script = ScriptDirectory.from_config(configuration())
    numbers = [revision.revision for revision in script.walk_revisions()][::-1]
    assert script.get_heads() == [HEAD]
    assert numbers == [f"{n:04}" for n in range(1, len(numbers) + 1)]


def test_tables_and_migrations_do_not_drift(journal: Journal) -> None:
    with journal._connection.begin():
        context = MigrationContext.configure(journal._connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_a_drift_would_be_seen() -> None:
    with create_engine("sqlite://").connect() as bare:
        assert len(compare_metadata(MigrationContext.configure(bare), metadata)) >= len(metadata.tables)


def test_the_tables_can_be_made_in_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves its constructor untyped
    for table in metadata.sorted_tables:
        assert f"CREATE TABLE {table.name}" in str(CreateTable(table).compile(dialect=dialect))
