"""Opening a store: where it is, who may read it, how it keeps what it is given, and its migrations."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from cuebook.errors import StoreError, UsageError
from cuebook.journal.tables import HEAD
from cuebook.journal.troubles import explained

BUSY_SECONDS = 5
READING = "reading"
"""In `Connection.info`: the transaction that begins only reads, and takes no lock from those who write."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store is: its URL, what to call it to people (without secrets), and its file if it has one."""

    url: URL
    name: str
    file: Path | None


def place_of(url: str) -> Place:
    """Read the URL. Raises UsageError when it is none, or one of a database that Cuebook does not know."""
    hint = "Set CUEBOOK_STORE to sqlite:////full/path/calls.db or postgresql://user@host/database."
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        # The URL itself is not shown: it may hold a password.
        raise UsageError("The address of the store (CUEBOOK_STORE) is not a URL.", hint) from error
    kind = parsed.get_backend_name()
    if kind == "postgresql":
        host = parsed.host or "this machine"
        return Place(parsed, f"The PostgreSQL store {parsed.database} on {host}", None)
    if kind != "sqlite":
        raise UsageError(f"Cuebook does not keep calls in {kind}.", hint)
    database = parsed.database
    if not database or database == ":memory:":
        return Place(parsed, "The store in memory", None)
    if database.startswith("file:"):
        return Place(parsed, database.removeprefix("file:").partition("?")[0], None)
    return Place(parsed, str(Path(database).absolute()), Path(database).absolute())


def connect(place: Place) -> Connection:
    """One connection to the store, its tables at HEAD. Raises StoreError."""
    with explained(place.name):
        if place.file is not None:
            _make_private(place.file)
        engine = _engine(place)
        connection = engine.connect()
    try:
        with explained(place.name):
            _bring_to_head(connection, place)
    except BaseException:
        connection.close()
        engine.dispose()
        raise
    return connection


def _make_private(file: Path) -> None:
    """Create the file before SQLite would, so that nobody else ever reads it; -wal and -shm take its mode."""
    missing = [folder for folder in file.parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        for name in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
            _withdraw_from_others(name)


def _withdraw_from_others(file: Path) -> None:
    if os.name != "posix":
        return
    try:
        found = file.stat()
    except FileNotFoundError:
        return
    if stat.S_ISREG(found.st_mode) and found.st_mode & 0o077 and found.st_uid == os.geteuid():
        file.chmod(stat.S_IMODE(found.st_mode) & 0o700)


def _engine(place: Place) -> Engine:
    if place.url.get_backend_name() == "sqlite":
        engine = create_engine(
            place.url,
            poolclass=StaticPool,
            connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
            hide_parameters=True,
        )
        event.listen(engine, "connect", _settle_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return create_engine(place.url, hide_parameters=True, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{place.name} needs the driver {error.name}, which is not installed.",
            "Install it with: pip install 'cuebook[postgres]'",
        ) from error


def _settle_sqlite(dbapi: sqlite3.Connection, _record: object) -> None:
    """Durable at every commit, and our own BEGIN instead of the driver's (which loses updates)."""
    dbapi.isolation_level = None
    cursor = dbapi.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    if cursor.execute("PRAGMA journal_mode").fetchone()[0] not in {"wal", "memory"}:
        _keep_a_write_ahead_log(cursor)
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _keep_a_write_ahead_log(cursor: sqlite3.Cursor) -> None:
    """Switch the file over. For this one lock SQLite does not wait by itself, so two that start would collide."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    # A deferred BEGIN that reads and then writes fails, or loses what another process wrote in between.
    connection.exec_driver_sql("BEGIN" if connection.info.get(READING) else "BEGIN IMMEDIATE")


def _bring_to_head(connection: Connection, place: Place) -> None:
    version = _version(connection)
    if version == HEAD:
        return
    _refuse_newer(version, place)
    # Alembic costs more than all the rest of opening: it is imported only when there is something to do.
    from cuebook.journal.migrating import migrate

    with connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(68208101)")
        version = _stamp(connection)  # again: another process may have migrated while this one waited
        _refuse_newer(version, place)
        if version is None and connection.dialect.name == "sqlite" and inspect(connection).get_table_names():
            raise StoreError(
                f"{place.name} is a database of another program.", "Set CUEBOOK_STORE to another place."
            )
        migrate(connection)


def _version(connection: Connection) -> str | None:
    connection.info[READING] = True
    try:
        with connection.begin():
            return _stamp(connection)
    finally:
        connection.info[READING] = False


def _stamp(connection: Connection) -> str | None:
    """The revision that the store is at; None where it has none yet."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return str(row[0]) if row else None


def _refuse_newer(version: str | None, place: Place) -> None:
    if version is not None and version > HEAD:
        raise StoreError(
            f"{place.name} was written by a newer Cuebook (tables {version}; this one knows {HEAD}).",
            "Update Cuebook, or set CUEBOOK_STORE to another place.",
        )
