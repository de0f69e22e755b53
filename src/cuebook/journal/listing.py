"""Leads in and out of the store: kept, found, listed with what their calls came to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, and_, case, func, or_, select, update

from cuebook.conversation.known import Known, passed_on
from cuebook.dialogue.context import Someone
from cuebook.errors import NothingError, UsageError
from cuebook.journal.inserting import inserted
from cuebook.journal.leads import key_of
from cuebook.journal.reading import known_of
from cuebook.journal.settling import change_kind
from cuebook.journal.tables import calls, lead_kinds, leads, standings, turns
from cuebook.leads.importing import joined
from cuebook.leads.matching import Known as Acquainted
from cuebook.leads.matching import folded
from cuebook.leads.model import REFERRAL, Case, Kind, KindChange, Lead

_MOST_NAMED = 5
"""Leads of one name that a message lists."""


@dataclass(frozen=True, slots=True)
class Put:
    """A lead as it is kept now; `new`: it was not there before."""

    lead: Lead
    new: bool


def put(connection: Connection, found: Iterable[tuple[Lead, str]], at: datetime) -> tuple[Put, ...]:
    """Keep leads, each with the reason for its kind; one that is there already is completed."""
    there = {lead.id: lead for lead in (_lead(row) for row in connection.execute(_leads()))}
    keys = {key_of(Someone(name=lead.name, company=lead.company)) for lead in there.values()}
    acquainted = Acquainted(there.values())
    done = []
    for lead, reason in found:
        same = acquainted.find(lead)
        if same is None:
            key = key_of(Someone(name=lead.name, company=lead.company))
            kept = replace(lead, id=str(inserted(connection, leads, {"key": key, **_columns(lead)})))
        else:
            kept = joined(there[same.id], lead)
            key = key_of(Someone(name=kept.name, company=kept.company))
            new = {"key": key} if key not in keys else {}
            connection.execute(update(leads).where(leads.c.id == int(kept.id or 0)), {**_columns(kept), **new})
        keys.add(key)
        there[kept.id] = kept
        acquainted.add(kept)
        change_kind(connection, int(kept.id or 0), kept.kind, reason, at)
        done.append(Put(kept, same is None))
    return tuple(done)


def find(connection: Connection, named: str) -> Lead:
    """The lead of an id, of a name and company, or of a name. Raises NothingError, UsageError for several."""
    number = named.strip()
    if _is_number(number):
        rows = list(connection.execute(_leads().where(leads.c.id == int(number))))
    else:
        rows = _of_name(connection, named)
    if not rows:
        raise NothingError(
            f"There is no lead {named!r}.", "`cuebook leads list --all` shows those that there are."
        )
    if len(rows) > 1:
        listed = "; ".join(f"{row.id}: {_lead(row).label}" for row in rows[:_MOST_NAMED])
        raise UsageError(
            f"{len(rows)} leads are called {named!r}.", f"Give the company too, or a number: {listed}."
        )
    return _lead(rows[0])


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 9


def _of_name(connection: Connection, named: str) -> list[Row[Any]]:
    """Leads called so: as a whole, or by what stands before a comma at a company that stands after it."""
    wanted = [leads.c.key.startswith(json.dumps([folded(named)], ensure_ascii=False)[:-1] + ", ", autoescape=True)]
    at = -1
    while (at := named.find(",", at + 1)) >= 0:  # the comma may be one of the name (Berg, Anna) or of the company
        wanted.append(leads.c.key == key_of(Someone(name=named[:at], company=named[at + 1 :])))
    return list(connection.execute(_leads().where(or_(*wanted[:50])).order_by(leads.c.id)))


def like(connection: Connection, typed: str, most: int) -> tuple[Lead, ...]:
    """The leads whose name and company hold every word of `typed`, those that begin so first; or of that id."""
    words = [word for word in (part.strip('",;[]') for part in folded(typed).split()) if word]
    if not words:
        return ()
    within = and_(*(leads.c.key.contains(json.dumps(word, ensure_ascii=False)[1:-1], autoescape=True)
                    for word in words))  # fmt: skip
    begins = leads.c.key.startswith(json.dumps([folded(typed)], ensure_ascii=False)[:-2], autoescape=True)
    own = leads.c.id == (int(words[0]) if len(words) == 1 and _is_number(words[0]) else 0)
    order = case((own, 0), (begins, 1), else_=2)
    wanted = _leads().where(or_(within, own)).order_by(order, leads.c.key).limit(most)
    return tuple(_lead(row) for row in connection.execute(wanted))


def named_by(connection: Connection, lead: int) -> tuple[Lead, ...]:
    """Those whom a lead named, the first one first."""
    wanted = _leads().where(leads.c.linked_to == lead).order_by(leads.c.id)
    return tuple(_lead(row) for row in connection.execute(wanted))


def cases(connection: Connection, lead: int | None = None) -> tuple[Case, ...]:
    """Every lead with what its calls came to, in the order in which they came; or one alone."""
    latest = select(calls.c.lead, func.max(calls.c.id).label("last"), func.count().label("times"))
    latest_of = latest.where(calls.c.lead.is_not(None) if lead is None else calls.c.lead == lead).group_by(
        calls.c.lead
    )
    counted = select(
        standings.c.call,
        func.count().label("all"),
        func.sum(case((standings.c.standing == "confirmed", 1), else_=0)).label("confirmed"),
    ).group_by(standings.c.call)
    last_calls = latest_of.subquery()
    stood = counted.subquery()
    wanted = select(
        last_calls.c.lead, last_calls.c.times, stood.c["all"].label("of"), stood.c.confirmed,
        calls.c.started, calls.c.verdict, calls.c.disposition, calls.c.ended_at, calls.c.stage, calls.c.learned,
    ).select_from(
        last_calls.join(calls, calls.c.id == last_calls.c.last).outerjoin(stood, stood.c.call == calls.c.id)
    )  # fmt: skip
    held: dict[int, Any] = {row.lead: row for row in connection.execute(wanted)}
    which = _leads().order_by(leads.c.id)
    rows = connection.execute(which if lead is None else which.where(leads.c.id == lead))
    return tuple(_case(_lead(row), held.get(row.id)) for row in rows)


def kinds_of(connection: Connection, lead: int) -> tuple[KindChange, ...]:
    """The kinds that a lead was of, the first one first."""
    wanted = select(lead_kinds).where(lead_kinds.c.lead == lead).order_by(lead_kinds.c.id)
    return tuple(
        KindChange(
            datetime.fromisoformat(row.at), cast(Kind, row.kind), row.reason, str(row.call) if row.call else None
        )
        for row in connection.execute(wanted)
    )


def known_to(connection: Connection, lead: int) -> Known | None:
    """What the last call to a lead left known; before the first, what a colleague said who named them (Q9)."""
    own = _after_last_call(connection, lead)
    if own is not None:
        return own
    wanted = select(leads.c.linked_to, leads.c.linked_as, leads.c.name).where(leads.c.id == lead)
    row = connection.execute(wanted).first()
    if row is None or row.linked_to is None or row.linked_as == REFERRAL:  # a friend's needs are not theirs
        return None
    told = _after_last_call(connection, row.linked_to)
    by = connection.execute(select(leads.c.name).where(leads.c.id == row.linked_to)).scalar_one_or_none()
    return passed_on(told, by, row.name) if told is not None else None


def _after_last_call(connection: Connection, lead: int) -> Known | None:
    wanted = select(calls.c.id, calls.c.learned).where(calls.c.lead == lead, calls.c.learned.is_not(None))
    row = connection.execute(wanted.order_by(calls.c.id.desc()).limit(1)).first()
    known = known_of(row.learned) if row else None
    if row is None or known is None:
        return None
    taken = select(turns.c.kind, turns.c.question).where(turns.c.call == row.id, turns.c.undone_by.is_(None))
    shown = list(connection.execute(taken.order_by(turns.c.n)))
    answered = [
        before.question
        for before, after in pairwise(shown)
        if before.question and after.kind == "hear" and after.question != before.question
    ]
    return replace(known, answered=tuple(dict.fromkeys((*known.answered, *answered))))


def _leads() -> Select[Any]:
    """Leads with their kind and with what the last call that was ended agreed on."""
    changes, ended = lead_kinds.alias(), calls.alias()
    kind = (
        select(changes.c.kind).where(changes.c.lead == leads.c.id).order_by(changes.c.id.desc()).limit(1)
    ).scalar_subquery()
    last = (
        select(func.max(ended.c.id)).where(ended.c.lead == leads.c.id, ended.c.disposition.is_not(None))
    ).scalar_subquery()
    agreed = calls.alias()
    return select(leads, kind.label("kind"), agreed.c.next_on, agreed.c.next_step).select_from(
        leads.outerjoin(agreed, agreed.c.id == last)
    )


def _lead(row: Row[Any]) -> Lead:
    return Lead(
        id=str(row.id),
        name=row.name,
        person=row.person is not False,
        company=row.company,
        email=row.email,
        phone=row.phone,
        source=row.source,
        owner=row.owner,
        kind=cast(Kind, row.kind or "unqualified"),
        traits=json.loads(row.traits or "{}"),
        answers=json.loads(row.answers or "{}"),
        linked_to=str(row.linked_to) if row.linked_to else None,
        linked_as=row.linked_as,
        do_not_call_at=datetime.fromisoformat(row.do_not_call_at) if row.do_not_call_at else None,
        next_on=row.next_on,
        next_step=row.next_step,
    )


def _columns(lead: Lead) -> dict[str, Any]:
    return {
        "name": lead.name,
        "company": lead.company,
        "source": lead.source,
        "person": lead.person,
        "email": lead.email,
        "phone": lead.phone,
        "owner": lead.owner,
        "traits": json.dumps(dict(lead.traits), ensure_ascii=False),
        "answers": json.dumps(dict(lead.answers), ensure_ascii=False),
        "do_not_call_at": lead.do_not_call_at.isoformat() if lead.do_not_call_at else None,
    }


def _case(lead: Lead, last: Any | None) -> Case:
    if last is None:
        return Case(lead=lead)
    return Case(
        lead=lead,
        calls=last.times,
        called_on=date.fromisoformat(last.started[:10]),
        verdict=last.verdict,
        disposition=last.disposition or ("do_not_call" if last.stage == "do_not_call" else None),
        confirmed=int(last.confirmed or 0),
        of=int(last.of or 0),
        open=last.ended_at is None,
        traits=known.traits if (known := known_of(last.learned)) else {},
    )
