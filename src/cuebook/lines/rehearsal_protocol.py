"""The line protocol of a rehearsal (`cuebook rehearse --jsonl`): that of a call, with what the rep says.

In, `{"move": "say", "text"}` beside the moves of a call; out, the turn with `reply` and `scorecard`, which are
null where there is none. The first answer tells who is on the phone, the last one has the scorecard; `call` is the
number of the rehearsal, once something was said.

Where a voice finds the words, the first answer tells which (`voice`, else null), and each `reply` whether these
are its own (`voiced`) and what the rep is to be told of it (`notice`, mostly null).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO, Any

from cuebook.conversation.moves import Move, from_json
from cuebook.errors import CuebookError, DialogueError, MoveError
from cuebook.lines.protocol import parse, read_lines, write
from cuebook.practice.actor import Actor
from cuebook.practice.rehearsal import Exchange
from cuebook.practice.room import Room, Say


def converse(
    room: Room,
    scorecard: Callable[[], Mapping[str, Any]],
    lines: IO[bytes],
    out: IO[bytes],
) -> int:
    """Answer every line until the input ends; where that is before the call does, the score so far is last.

    The rehearsal is on disk before its answers are printed. Where that failed, the answer has the error as well,
    once; it is tried again at the end. Gives the exit code: 0, or that of why it is not kept.
    """
    write(out, _turn(room) | {"rehearsal": _who(room)})
    over = False
    for line in read_lines(lines):
        given: object = None
        trouble = room.keeping.trouble
        try:
            given = parse(line)
            move = _move(given)
            room.take(move)
        except (MoveError, DialogueError) as error:
            write(out, _refused(room, error, given))
            continue
        over = room.over
        if over:
            room.keep()
        new = room.keeping.trouble if room.keeping.trouble is not trouble else None
        answer = _turn(room, room.last if isinstance(move, Say) else None, scorecard() if over else None, new)
        write(out, answer | {"move": {"move": "say", "text": move.text}} if isinstance(move, Say) else answer)
    if not over:
        room.keep()
        write(out, _turn(room, None, scorecard(), room.keeping.trouble) | {"move": None})
    return room.keeping.exit_code


def _move(given: object) -> Move | Say:
    """Raises MoveError that says which part is wrong."""
    if not isinstance(given, Mapping) or given.get("move") != "say":
        return from_json(given)
    text = given.get("text")
    if not isinstance(text, str) or set(given) != {"move", "text"}:
        raise MoveError(
            "The move 'say' takes 'text' and nothing else.", 'For example {"move": "say", "text": "…"}.'
        )
    return Say(text)


def _who(room: Room) -> dict[str, Any]:
    words, setup, chosen = room.rehearsal.cast.words, room.setup, room.chosen
    return {
        "persona": chosen.persona,
        "seed": chosen.seed,
        "help": chosen.help,
        "framework": setup.framework,
        "product": setup.product,
        "depth": setup.depth,
        "language": setup.language,
        "name": words.name,
        "role": words.role,
        "company": words.company,
        "about": words.about,
        "voice": _voice(room.actor),
    }


def _voice(actor: Actor | None) -> dict[str, Any] | None:
    if actor is None:
        return None
    return {"model": actor.voice.model, "host": actor.voice.host, "local": actor.voice.local}


def _turn(
    room: Room,
    said: Exchange | None = None,
    card: Mapping[str, Any] | None = None,
    trouble: CuebookError | None = None,
) -> dict[str, Any]:
    """The turn that stands; `trouble` is why it is not kept, though it was taken."""
    turn = room.turn.as_json(room.keeping.number or "")
    if trouble is not None:
        turn["error"] = {"message": trouble.message, "hint": trouble.hint}
    return turn | {"reply": _reply(room, said) if said else None, "scorecard": card}


def _refused(room: Room, error: CuebookError, given: object) -> dict[str, Any]:
    turn = room.turn.as_json(room.keeping.number or "", error, given)
    return turn | {"reply": None, "scorecard": None}


def _reply(room: Room, said: Exchange) -> dict[str, Any]:
    reply = {
        "line": said.n,
        "text": said.reply.text,
        "kind": said.reply.kind,
        "objection": said.reply.objection,
        "settled": said.reply.settled,
    }
    return reply if room.actor is None else reply | {"voiced": said.reply.voiced, "notice": room.notice() or None}
