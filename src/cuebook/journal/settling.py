"""What the end of a call makes of its lead: another kind, and leads for those who were named (Q9, Q13, Q21)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, exists, insert, select, update

from cuebook.conversation.record import Turn
from cuebook.dialogue.context import Someone
from cuebook.journal.leads import key_of, row_of
from cuebook.journal.tables import calls, lead_kinds, leads
from cuebook.leads.kinds import after_call
from cuebook.leads.model import REFERRAL


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
        whom = Someone(name=decider.name, company=row.lead_company)
        _pass_on(connection, call, row.lead, whom, last.at, "named as the one who decides")
    if last.stage == "closed":
        for one in last.ledger.referrals:
            whom = Someone(name=one.name, company=one.company)
            _pass_on(connection, call, row.lead, whom, last.at, f"a referral: {one.quote}", linked_as=REFERRAL)


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


def _pass_on(
    connection: Connection,
    call: int,
    by: int | None,
    whom: Someone,
    at: datetime,
    reason: str,
    *,
    linked_as: str | None = None,
) -> None:
    """A lead for whoever was named, linked to the one who did. One that is there already is only linked."""
    there = connection.execute(select(leads.c.id).where(leads.c.key == key_of(whom))).scalar_one_or_none()
    link = {"linked_to": by, "linked_as": linked_as}
    if there is not None:
        unlinked = update(leads).where(leads.c.id == there, leads.c.id != by, leads.c.linked_to.is_(None))
        connection.execute(unlinked.values(link))
        return
    lead = row_of(connection, whom, linked_as)
    if lead is not None:
        connection.execute(update(leads).where(leads.c.id == lead).values(made_by=call, **link))
        change_kind(connection, lead, "unqualified", reason, at, call)
