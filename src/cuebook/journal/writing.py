"""A turn as rows: what `begin` and `append` write, inside the transaction that the journal opened."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Connection,
    Table,
    Text,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    update,
)

from cuebook.conversation.known import learned
from cuebook.conversation.moves import Correct, Deny, End, Person, Rewriting, Undo, as_json
from cuebook.conversation.record import Turn
from cuebook.conversation.setup import Setup
from cuebook.errors import StoreError
from cuebook.journal.inserting import inserted
from cuebook.journal.leads import block
from cuebook.journal.reading import known_of
from cuebook.journal.settling import settle
from cuebook.journal.tables import calls, denials, objections, people, standings, turns
from cuebook.journal.upserting import upserting
from cuebook.understanding.correcting import told, words_of

_CLOSED = "closed"
_BLOCKED = "do_not_call"
_OVER = (_CLOSED, _BLOCKED)

Rows = Mapping[str, dict[str, Any]]
"""The rows of a call in one table, by the second part of their key."""

# The statements of every turn are built once: building them would cost more than running them.
_FOLLOWED = (
    *("framework", "stage", "verdict", "decided_by", "because", "asked"),
    *("contract_quote", "contract_ends", "learned"),
)
_KNOWN = select(calls.c.known).where(calls.c.id == bindparam("whose"))
_ADVANCE = (
    update(calls)
    .where(calls.c.id == bindparam("whose"), calls.c.turns == bindparam("first"))
    .values(
        {name: bindparam(f"new_{name}") for name in (*_FOLLOWED, "turns")}
        | {
            "ended_at": case(
                (bindparam("over", type_=Boolean), func.coalesce(calls.c.ended_at, bindparam("ended", type_=Text)))
            )
        }
        | {
            name: case((bindparam("closed", type_=Boolean), calls.c[name]))
            for name in ("disposition", "next_step", "next_on")
        }
    )
)
_TURN = insert(turns)
_OBJECTION = insert(objections)
_DENIAL = insert(denials)
_TAKE_BACK = (
    update(turns)
    .where(turns.c.call == bindparam("whose"), turns.c.n == bindparam("which"))
    .values(undone_by=bindparam("by"))
)
_GIVE_BACK = (
    update(turns)
    .where(turns.c.call == bindparam("whose"), turns.c.undone_by == bindparam("by"))
    .values(undone_by=None)
)
_STANDINGS = select(standings).where(standings.c.call == bindparam("call"))
_PEOPLE = select(people).where(people.c.call == bindparam("call"))


def write_call(connection: Connection, setup: Setup, turn: Turn, digest: str, lead: int | None) -> int:
    """The row of a new call, and its turn 0. Gives the number of the call."""
    call = inserted(
        connection,
        calls,
        {
            "lead": lead,
            "started": turn.at.isoformat(),
            "digest": digest,
            "setup_framework": setup.framework,
            "product": setup.product,
            "language": setup.language,
            "depth": setup.depth,
            "lead_name": setup.lead.name,
            "lead_first_name": setup.lead.first_name,
            "lead_company": setup.lead.company,
            "rep_name": setup.rep.name,
            "rep_first_name": setup.rep.first_name,
            "rep_company": setup.rep.company,
            "source": setup.source,
            "turns": turn.n,
            "framework": setup.framework,
            "stage": turn.stage,
            "verdict": turn.status.verdict,
            "asked": turn.asked,
            "known": json.dumps(setup.known.as_json(), ensure_ascii=False) if setup.known else None,
        },
    )
    write_turns(connection, call, [turn])
    return call


def write_turns(connection: Connection, call: int, new: Sequence[Turn]) -> None:
    """The next turns of a call and all that they changed. Raises StoreError when another wrote them."""
    _advance(connection, call, new)
    connection.execute(_TURN, [_turn_row(call, turn) for turn in new])
    for turn in new:
        _take_back(connection, call, turn)
        if turn.stage == _BLOCKED:  # by the move of that name, or by an objection that is obeyed
            block(connection, call, turn.at)
    if any(isinstance(turn.move, End | Undo | Rewriting) for turn in new):
        _close(connection, call, new[-1])
        settle(connection, call, new[-1])
    elif new[-1].stage == _BLOCKED:
        settle(connection, call, new[-1])
    _write_objections(connection, call, new)
    _write_denials(connection, call, new)
    _write_standings(connection, call, new[-1])
    _write_people(connection, call, new)


def _advance(connection: Connection, call: int, new: Sequence[Turn]) -> None:
    """The call's row, as it stands after the last turn; `calls.turns` says whose turn it is to write."""
    last = new[-1]
    decision, contract = last.status.decision, last.ledger.contract
    moved = connection.execute(
        _ADVANCE,
        {
            "whose": call,
            "first": new[0].n,
            "over": last.stage in _OVER,
            "ended": next((turn.at.isoformat() for turn in new if turn.stage in _OVER), None),
            "closed": last.stage == _CLOSED,
            "new_turns": last.n + 1,
            "new_framework": last.status.framework,
            "new_stage": last.stage,
            "new_verdict": decision.verdict,
            "new_decided_by": decision.decided_by,
            "new_because": decision.because,
            "new_asked": last.asked,
            "new_contract_quote": contract.quote if contract else None,
            "new_contract_ends": contract.ends if contract else None,
            "new_learned": _learned(connection, call, last),
        },
    )
    if moved.rowcount == 0:
        if connection.execute(select(calls.c.id).where(calls.c.id == call)).first() is None:
            raise StoreError(f"Call {call} is no longer in the store: it was erased.", "Start a new call.")
        raise StoreError(
            "This call was continued in another terminal; what was typed here since then is not kept.",
            f"Take up what was written there with: cuebook call --resume {call}",
        )


def _learned(connection: Connection, call: int, last: Turn) -> str:
    """What is known after this turn. What was known before keeps the day on which it was said."""
    before = None
    if any(held.heard_at == 0 for held in last.ledger.holdings.values()):
        before = known_of(connection.execute(_KNOWN, {"whose": call}).scalar_one_or_none())
    return json.dumps(learned(last.ledger, before, last.at.date()).as_json(), ensure_ascii=False)


def _turn_row(call: int, turn: Turn) -> dict[str, Any]:
    move = turn.move
    return {
        "call": call,
        "n": turn.n,
        "at": turn.at.isoformat(),
        "kind": move.kind if move else None,
        "payload": json.dumps(as_json(move), ensure_ascii=False) if move else None,
        "stage": turn.stage,
        "question": turn.cue.question if turn.cue else None,
        "verdict": turn.status.verdict,
        "asked": turn.asked,
        "amends": turn.rewrites,
    }


def _take_back(connection: Connection, call: int, turn: Turn) -> None:
    """Mark what an undo or an amend took back; an amend that is undone gives back what it had dropped."""
    rewritten = turn.move.turn if isinstance(turn.move, Rewriting) else None
    for undone in turn.undone:
        if undone != rewritten:
            connection.execute(_GIVE_BACK, {"whose": call, "by": undone})
            connection.execute(_TAKE_BACK, {"whose": call, "which": undone, "by": turn.n})


def _close(connection: Connection, call: int, last: Turn) -> None:
    """How the rep closed the call, by the last end that was not taken back."""
    if last.stage != _CLOSED:
        return
    ends = (
        select(turns.c.payload)
        .where(turns.c.call == call, turns.c.kind == End.kind, turns.c.undone_by.is_(None))
        .order_by(turns.c.n.desc())
        .limit(1)
    )
    payload = connection.execute(ends).scalar_one_or_none()
    if payload is None:
        return
    end = json.loads(payload)
    on = end.get("on")
    connection.execute(
        update(calls)
        .where(calls.c.id == call)
        .values(
            disposition=end["disposition"],
            next_step=end.get("next_step"),
            next_on=date.fromisoformat(on) if on else None,
        )
    )


def _write_objections(connection: Connection, call: int, new: Sequence[Turn]) -> None:
    """What was raised at these turns. Which of it still stands is for those who read to tell (reading.py)."""
    rows = [
        {
            "call": call,
            "turn": turn.n,
            "objection": turn.met.objection,
            "attempt": turn.met.attempt,
            "heard": turn.met.heard,
        }
        for turn in new
        if turn.met is not None
    ]
    if rows:
        connection.execute(_OBJECTION, rows)


def _write_denials(connection: Connection, call: int, new: Sequence[Turn]) -> None:
    """What the rep denied or corrected at these turns. One that was undone is left for those who read to tell."""
    rows = [
        {
            "call": call,
            "turn": turn.n,
            "line": turn.move.turn,
            "signal": turn.correction.signal,
            "value": told(turn.correction.was),
            "words": words_of(turn.reading, turn.correction.was),
            "instead": told(turn.correction.now) if turn.correction.now is not None else None,
        }
        for turn in new
        if turn.correction is not None and turn.reading is not None and isinstance(turn.move, Deny | Correct)
    ]
    if rows:
        connection.execute(_DENIAL, rows)


def _write_standings(connection: Connection, call: int, turn: Turn) -> None:
    """How the criteria stand now, where that changed."""
    wanted = {
        name: {
            "call": call,
            "criterion": name,
            "position": position,
            "standing": status.standing,
            "quote": status.quote,
            "turn": status.turn,
            "contradicts": status.contradicts,
            "by_rep": status.by_rep,
        }
        for position, (name, status) in enumerate(turn.status.criteria.items())
    }
    held = {row["criterion"]: dict(row) for row in connection.execute(_STANDINGS, {"call": call}).mappings()}
    _bring(connection, standings, held, wanted)


def _write_people(connection: Connection, call: int, new: Sequence[Turn]) -> None:
    """Who takes part in the decision, where a line or a mark of these turns changed that, or took it back."""
    members = new[-1].ledger.people
    first = new[0].n
    changed = any(isinstance(turn.move, Rewriting | Undo | Person) for turn in new)
    if not changed and all(member.turn < first for member in members.values()):
        return
    wanted = {
        key: {
            "call": call,
            "key": key,
            "name": member.person.name,
            "role": member.person.role,
            "decides": member.person.decides,
            "quote": member.quote,
            "turn": member.turn,
            "part": member.part,
        }
        for key, member in members.items()
    }
    held = {row["key"]: dict(row) for row in connection.execute(_PEOPLE, {"call": call}).mappings()}
    _bring(connection, people, held, wanted)


def _bring(connection: Connection, table: Table, held: Rows, wanted: Rows) -> None:
    """Make the rows of a call in `table` what is wanted, touching only those that differ."""
    key = list(table.primary_key.columns)[1]
    changed = [row for name, row in wanted.items() if held.get(name) != row]
    gone = [{"whose": row["call"], "name": row[key.name]} for name, row in held.items() if name not in wanted]
    if gone:
        mine = and_(table.c.call == bindparam("whose"), key == bindparam("name"))
        connection.execute(delete(table).where(mine), gone)
    if changed:
        connection.execute(upserting(connection.dialect.name, table), changed)
