"""The leads of the store: one row for each person, and who asked not to be called."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from cuebook.dialogue.context import Someone
from cuebook.journal.tables import calls, leads
from cuebook.journal.upserting import ignoring
from cuebook.leads.matching import folded


def key_of(lead: Someone) -> str | None:
    """Who a lead is, however spelled: name and company without case or spacing. None: nobody in particular."""
    name = folded(lead.name)
    if not name:
        return None
    return json.dumps([name, folded(lead.company)], ensure_ascii=False)


def row_of(connection: Connection, lead: Someone, source: str | None) -> int | None:
    """The id of the lead's row, made if there is none."""
    key = key_of(lead)
    if key is None:
        return None
    wanted = select(leads.c.id).where(leads.c.key == key)
    found = connection.execute(wanted).scalar_one_or_none()
    if found is None:
        new = {"key": key, "name": lead.name, "company": lead.company, "source": source}
        connection.execute(ignoring(connection.dialect.name, leads), new)
        found = connection.execute(wanted).scalar_one()
    return int(found)


def refused_since(connection: Connection, lead: Someone) -> str | None:
    """When the lead asked not to be called, as ISO text; None where they did not.

    Whoever has the name of somebody who asked is refused too where one of the two has no company: it may well be
    the same person, and a call that was refused must not be made by mistake.
    """
    key = key_of(lead)
    if key is None:
        return None
    same = leads.c.key == key
    anybody = json.dumps([folded(lead.name)], ensure_ascii=False)[:-1] + ", "
    if folded(lead.company):
        same |= leads.c.key == f'{anybody}""]'
    else:
        same |= leads.c.key.startswith(anybody, autoescape=True)
    wanted = select(func.min(leads.c.do_not_call_at)).where(same)
    return connection.execute(wanted).scalar_one_or_none()


def block(connection: Connection, call: int, at: datetime) -> None:
    """The lead of `call` asked not to be called. The first time is the one that is kept."""
    whose = select(calls.c.lead).where(calls.c.id == call).scalar_subquery()
    connection.execute(
        update(leads)
        .where(leads.c.id == whose, leads.c.do_not_call_at.is_(None))
        .values(do_not_call_at=at.isoformat())
    )
