"""What the end of a call makes of its lead: another kind, and a lead for the one who decides (Q9, Q21)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, exists, insert, select, update

from cuebook.conversation.record import Turn
from cuebook.dialogue.context import Someone
from cuebook.journal.leads import key_of, row_of
from cuebook.journal.tables import calls, lead_kinds, leads
from cuebook.leads.kinds import after_call


def settle(connection: Connection, call: int, last: Turn) -> None:
    """Bring the lead to what the call, as it stands, came to; what an end brought that was taken back is gone."""
    connection.execute(delete(lead_kinds).where(lead_kinds.c.call == call))
    called = exists().where(calls.c.lead == leads.c.id)
    connection.execute(delete(leads).where(leads.c.made_by == call, ~called))
    if last.stage not in ("closed", "do_not_call"):
        return
    wanted = select(calls.c.lead, calls.c.lead_name, calls.c.lead_company, calls.c.disposition)
    row = connection.execute(wanted.where(calls.c.id == call)).one()
    disposition = "do_not_call" if last.stage == "do_not_call" else row.disposition
    if disposition is None:
        return
    if row.lead is not None:
        change = after_call(disposition, last.status.verdict)
        if change is not None:
            change_kind(connection, row.lead, *change, last.at, call)
    decider = last.ledger.deciding
    if disposition == "rerouted" and decider is not None and decider.name:
        _pass_on(connection, call, row.lead, Someone(name=decider.name, company=row.lead_company), last.at)


def kind_of(connection: Connection, lead: int) -> str | None:
    """The kind that a lead is of; None where none was ever told."""
    wanted = select(lead_kinds.c.kind).where(lead_kinds.c.lead == lead).order_by(lead_kinds.c.id.desc()).limit(1)
    return connection.execute(wanted).scalar_one_or_none()


def change_kind(
    connection: Connection, lead: int, kind: str, reason: str, at: datetime, call: int | None = None
) -> None:
    """Note that a lead is of another kind now; nothing where it is of this one."""
    if kind_of(connection, lead) != kind:
        new = {"lead": lead, "at": at.isoformat(), "kind": kind, "reason": reason, "call": call}
        connection.execute(insert(lead_kinds), new)


def _pass_on(connection: Connection, call: int, by: int | None, decider: Someone, at: datetime) -> None:
    """A lead for whoever decides, linked to the one who named them. One that is there already is only linked."""
    there = connection.execute(select(leads.c.id).where(leads.c.key == key_of(decider))).scalar_one_or_none()
    if there is not None:
        unlinked = update(leads).where(leads.c.id == there, leads.c.id != by, leads.c.linked_to.is_(None))
        connection.execute(unlinked.values(linked_to=by))
        return
    lead = row_of(connection, decider, None)
    if lead is not None:
        connection.execute(update(leads).where(leads.c.id == lead).values(linked_to=by, made_by=call))
        change_kind(connection, lead, "unqualified", "named as the one who decides", at, call)
