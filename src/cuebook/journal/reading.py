"""Rows as calls again: what `read`, `calls` and the reports are given."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, func, select

from cuebook.conversation.known import Known
from cuebook.conversation.known import from_json as from_json_known
from cuebook.conversation.moves import Move, from_json
from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.errors import MoveError, StoreError
from cuebook.journal.rows import (
    CallDetail,
    CallRow,
    DenialRow,
    ObjectionRow,
    PersonRow,
    Recorded,
    StandingRow,
    TurnRow,
)
from cuebook.journal.tables import calls, denials, objections, people, standings, turns

_LIST = [
    calls.c[name]
    for name in (
        *("id", "started", "ended_at", "lead_name", "lead_company", "rep_name", "source"),
        *("framework", "product", "language", "depth", "stage", "verdict", "decided_by", "because"),
        *("asked", "turns", "contract_quote", "contract_ends", "disposition", "next_step", "next_on"),
    )
]


def objection_stands() -> ColumnElement[bool]:
    """For a query of `objections`: its turn was not taken back, nor its line rewritten by a later one that stands.

    The line of an objection that the rep put in the place of another is that of the other.
    """
    turn, rewriting = turns.alias(), turns.alias()
    here = and_(turn.c.call == objections.c.call, turn.c.n == objections.c.turn)
    rewritten = exists().where(
        rewriting.c.call == turn.c.call,
        rewriting.c.amends == func.coalesce(turn.c.amends, turn.c.n),
        rewriting.c.n > turn.c.n,
        rewriting.c.undone_by.is_(None),
    )
    return exists().where(here, turn.c.undone_by.is_(None), ~rewritten)


def read_recorded(connection: Connection, call: int) -> Recorded | None:
    """A call as it was recorded, None where there is none of that number."""
    row = connection.execute(select(calls).where(calls.c.id == call)).first()
    if row is None:
        return None
    setup = Setup(
        framework=row.setup_framework,
        product=row.product,
        language=row.language,
        depth=row.depth,
        lead=Someone(name=row.lead_name, first_name=row.lead_first_name, company=row.lead_company),
        rep=Someone(name=row.rep_name, first_name=row.rep_first_name, company=row.rep_company),
        source=row.source,
        known=known_of(row.known),
    )
    wanted = select(turns.c.n, turns.c.at, turns.c.payload).where(turns.c.call == call).order_by(turns.c.n)
    return Recorded(
        call=str(call),
        setup=setup,
        digest=row.digest,
        started=datetime.fromisoformat(row.started),
        moves=tuple(
            (turn.n, datetime.fromisoformat(turn.at), move)
            for turn in connection.execute(wanted)
            if (move := _move(call, turn.n, turn.payload)) is not None
        ),
    )


def known_of(kept: str | None) -> Known | None:
    """What was known, as it was kept. Raises StoreError for what is no such thing."""
    if kept is None:
        return None
    try:
        return from_json_known(json.loads(kept))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StoreError(
            f"What was known before a call cannot be read: {error!r}.",
            "The store is damaged, or another program wrote into it.",
        ) from error


def read_list(
    connection: Connection, limit: int | None, before: int | None = None, lead: int | None = None
) -> tuple[CallRow, ...]:
    """The newest calls first; only those older than the call `before`, or of one lead, where that is given."""
    wanted = select(*_LIST).order_by(calls.c.id.desc()).limit(limit)
    if before is not None:
        wanted = wanted.where(calls.c.id < before)
    if lead is not None:
        wanted = wanted.where(calls.c.lead == lead)
    return tuple(_call_row(row) for row in connection.execute(wanted))


def read_one(connection: Connection, call: int) -> CallRow | None:
    """One call as it is in the list."""
    row = connection.execute(select(*_LIST).where(calls.c.id == call)).first()
    return _call_row(row) if row else None


def read_details(connection: Connection, rows: Sequence[CallRow]) -> tuple[CallDetail, ...]:
    """All that is kept of these calls, in their order."""
    ids = [int(row.id) for row in rows]
    stood = _by_call(connection, select(standings).where(standings.c.call.in_(ids)).order_by(standings.c.position))
    raised = select(objections).where(objections.c.call.in_(ids), objection_stands())
    met = _by_call(connection, raised.order_by(objections.c.turn))
    known = _by_call(
        connection, select(people).where(people.c.call.in_(ids)).order_by(people.c.turn, people.c.key)
    )
    taken = _by_call(connection, select(turns).where(turns.c.call.in_(ids)).order_by(turns.c.n))
    return tuple(
        CallDetail(
            call=row,
            standings=tuple(_standing(r) for r in stood.get(int(row.id), ())),
            objections=tuple(_objection(r) for r in met.get(int(row.id), ())),
            people=tuple(_person(r) for r in known.get(int(row.id), ())),
            turns=tuple(_turn(r) for r in taken.get(int(row.id), ())),
        )
        for row in rows
    )


def read_denials(connection: Connection) -> tuple[DenialRow, ...]:
    """What reps denied or corrected in all calls and did not undo, the newest first."""
    stands = and_(turns.c.call == denials.c.call, turns.c.n == denials.c.turn, turns.c.undone_by.is_(None))
    wanted = select(denials, calls.c.language).join(turns, stands).join(calls, calls.c.id == denials.c.call)
    return tuple(
        DenialRow(
            call=str(row.call),
            line=row.line,
            language=row.language,
            signal=row.signal,
            value=row.value,
            words=row.words,
            instead=row.instead,
        )
        for row in connection.execute(wanted.order_by(denials.c.call.desc(), denials.c.turn.desc()))
    )


def _by_call(connection: Connection, wanted: Select[Any]) -> Mapping[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.call, []).append(row)
    return found


def _move(call: int, n: int, payload: str | None) -> Move | None:
    if payload is None:
        return None
    try:
        return from_json(json.loads(payload))
    except (MoveError, ValueError) as error:
        raise StoreError(
            f"Turn {n} of call {call} cannot be read: {error}",
            "The store is damaged, or another program wrote into it.",
        ) from error


def _call_row(row: Row[Any]) -> CallRow:
    return CallRow(
        id=str(row.id),
        started=datetime.fromisoformat(row.started),
        ended=datetime.fromisoformat(row.ended_at) if row.ended_at else None,
        lead=row.lead_name,
        company=row.lead_company,
        rep=row.rep_name,
        source=row.source,
        framework=row.framework,
        product=row.product,
        language=row.language,
        depth=row.depth,
        stage=row.stage,
        verdict=row.verdict,
        decided_by=row.decided_by,
        because=row.because,
        asked=row.asked,
        turns=row.turns - 1,
        contract=row.contract_quote,
        contract_ends=row.contract_ends,
        disposition=row.disposition,
        next_step=row.next_step,
        next_on=row.next_on,
    )


def _standing(row: Row[Any]) -> StandingRow:
    return StandingRow(
        criterion=row.criterion,
        standing=row.standing,
        quote=row.quote,
        turn=row.turn,
        contradicts=row.contradicts,
        by_rep=row.by_rep,
    )


def _objection(row: Row[Any]) -> ObjectionRow:
    return ObjectionRow(turn=row.turn, objection=row.objection, attempt=row.attempt, heard=row.heard)


def _person(row: Row[Any]) -> PersonRow:
    return PersonRow(
        name=row.name,
        role=row.role,
        decides=row.decides,
        part=row.part,
        quote=row.quote,
        turn=row.turn,
        prospect=row.key == "",
    )


def _turn(row: Row[Any]) -> TurnRow:
    return TurnRow(
        n=row.n,
        at=datetime.fromisoformat(row.at),
        move=_move(row.call, row.n, row.payload),
        stage=row.stage,
        question=row.question,
        verdict=row.verdict,
        undone_by=row.undone_by,
    )
