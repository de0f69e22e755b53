"""Brings the tables of a store to HEAD. Only this module and the migrations import Alembic."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


def configuration() -> Config:
    """Alembic's settings, with no file beside them."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def migrate(connection: Connection) -> None:
    """Run what is missing inside the transaction that `connection` is in: all of it is done, or nothing."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
