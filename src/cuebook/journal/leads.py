"""The leads of the store: one row for each person, and who asked not to be called."""

from __future__ import annotations

import json
import unicodedata
from datetime import datetime

from sqlalchemy import Connection, select, update

from cuebook.dialogue.context import Someone
from cuebook.journal.tables import calls, leads
from cuebook.journal.upserting import ignoring


def key_of(lead: Someone) -> str | None:
    """Who a lead is, however spelled: name and company without case or spacing. None: nobody in particular."""
    name = _folded(lead.name)
    if not name:
        return None
    return json.dumps([name, _folded(lead.company)], ensure_ascii=False)


def _folded(text: str | None) -> str:
    return unicodedata.normalize("NFC", " ".join((text or "").split()).casefold())


def row_of(connection: Connection, lead: Someone, source: str | None) -> tuple[int, str | None] | None:
    """The id of the lead's row, made if there is none, and when they asked not to be called."""
    key = key_of(lead)
    if key is None:
        return None
    wanted = select(leads.c.id, leads.c.do_not_call_at).where(leads.c.key == key).with_for_update()
    found = connection.execute(wanted).first()
    if found is None:
        new = {"key": key, "name": lead.name, "company": lead.company, "source": source}
        connection.execute(ignoring(connection.dialect.name, leads), new)
        found = connection.execute(wanted).one()
    return found.id, found.do_not_call_at


def asked_not_to_be_called(connection: Connection, lead: Someone) -> bool:
    """Whether the lead is on the list of those who are not called."""
    key = key_of(lead)
    wanted = select(leads.c.id).where(leads.c.key == key, leads.c.do_not_call_at.is_not(None))
    return key is not None and connection.execute(wanted).first() is not None


def block(connection: Connection, call: int, at: datetime) -> None:
    """The lead of `call` asked not to be called. The first time is the one that is kept."""
    whose = select(calls.c.lead).where(calls.c.id == call).scalar_subquery()
    connection.execute(
        update(leads)
        .where(leads.c.id == whose, leads.c.do_not_call_at.is_(None))
        .values(do_not_call_at=at.isoformat())
    )
