"""The line protocol of a rehearsal (`cuebook rehearse --jsonl`): that of a call, with what the rep says.

In, `{"move": "say", "text"}` beside the moves of a call; out, the turn with `reply` and `scorecard`, which are
null where there is none. The first answer tells who is on the phone, the last one has the scorecard.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO, Any

from cuebook.conversation.moves import Move, from_json
from cuebook.errors import CuebookError, DialogueError, MoveError, StoreError
from cuebook.lines.protocol import parse, read_lines, write
from cuebook.practice.rehearsal import Exchange
from cuebook.practice.room import Room, Say


def converse(
    room: Room,
    keep: Callable[[], str | None],
    scorecard: Callable[[], Mapping[str, Any]],
    lines: IO[bytes],
    out: IO[bytes],
) -> int:
    """Answer every line until the input ends; where that is before the call does, the score so far is last.

    `keep` keeps the rehearsal and gives its id: it is on disk before its scorecard is printed. Gives the exit
    code: 0, or 3 where the store failed to keep it.
    """
    code, call, shown = 0, "", False

    def kept() -> tuple[Mapping[str, Any], CuebookError | None]:
        nonlocal call, code, shown
        shown = True
        try:
            call = keep() or ""
        except StoreError as error:
            code = error.exit_code
            return scorecard(), error
        return scorecard(), None

    write(out, _turn(room, call) | {"rehearsal": _who(room)})
    for line in read_lines(lines):
        given: object = None
        try:
            given = parse(line)
            move = _move(given)
            room.take(move)
        except (MoveError, DialogueError) as error:
            write(out, _turn(room, call, error=error, refused=given))
            continue
        card, trouble = kept() if room.over else (None, None)
        answer = _turn(room, call, room.last if isinstance(move, Say) else None, card, trouble)
        write(out, answer | {"move": {"move": "say", "text": move.text}} if isinstance(move, Say) else answer)
    if not shown:
        card, trouble = kept()
        write(out, _turn(room, call, None, card, trouble) | {"move": None})
    return code


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
    }


def _turn(
    room: Room,
    call: str,
    said: Exchange | None = None,
    card: Mapping[str, Any] | None = None,
    error: CuebookError | None = None,
    refused: object = None,
) -> dict[str, Any]:
    turn = room.turn.as_json(call, error if card is None else None, refused)
    if card is not None and error is not None:
        turn["error"] = {"message": error.message, "hint": error.hint}
    reply = {
        "line": said.n,
        "text": said.reply.text,
        "kind": said.reply.kind,
        "objection": said.reply.objection,
        "settled": said.reply.settled,
    } if said else None  # fmt: skip
    return turn | {"reply": reply, "scorecard": card}
