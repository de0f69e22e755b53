"""Sparring line by line and as a protocol (`cuebook rehearse --sparring --plain`, `--jsonl`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Any

from cuebook.errors import CuebookError, MoveError
from cuebook.lines.protocol import parse, read_lines, write
from cuebook.practice.ring import Ring
from cuebook.practice.sparring import Answer, summary
from cuebook.reports.sparring import judged, taken, told


def spar(ring: Ring, lines: Iterator[str], show: Callable[[str], None]) -> int:
    """Take a line for each objection, until all were met, the input ends or the rep leaves with /quit.

    An empty line says what is shown. Gives the exit code: 0, or that of why it could not be kept.
    """
    sparring, chosen = ring.sparring, ring.chosen
    show(f"SPARRING with {sparring.cast.words.name}, {len(sparring.rounds)} objections")
    show(f"      The same again: --persona {chosen.persona} --seed {chosen.seed}")
    _show_round(ring, show)
    for line in lines:
        asked, trouble = ring.now, ring.keeping.trouble
        if asked is None or line.strip() in ("/quit", "/q", "/end"):
            break
        try:
            answer = ring.answer(line)
        except MoveError as error:
            show(f"Not possible: {error.message} {error.hint}")
            continue
        if not line.strip():
            show(f"YOU   {answer.text}")
        show(f"THEY  {answer.reply}")
        show(f"      {judged(answer)} ({taken(answer.seconds)})")
        if not answer.settled and ring.help != "script":
            show(f"      for example: {answer.round.script}")
        if ring.keeping.trouble is not trouble:
            show(ring.keeping.notice)
        _show_round(ring, show)
        if ring.now is None:
            break
    for each in told(summary(ring.sparring.answers)):
        show(each)
    ring.keep()
    if ring.sparring.answers:
        show(ring.keeping.notice or "Kept; --history counts it.")
    return ring.keeping.exit_code


def _show_round(ring: Ring, show: Callable[[str], None]) -> None:
    asked = ring.now
    if asked is None:
        return
    show(f"{asked.n}/{len(ring.sparring.rounds)}   THEY  {asked.said}")
    if ring.help == "script":
        show(f"SAY   {asked.script}")
    elif ring.help == "hints":
        show(f"      {asked.raises.objection} ({asked.class_})")


def converse(ring: Ring, lines: IO[bytes], out: IO[bytes]) -> int:
    """Answer each `{"move": "say", "text"}` with what it came to and the next objection; the last has the summary.

    What is no such line is answered with an error, and changes nothing. An answer that could not be kept has the
    error too, once; it is tried again at the end. Gives the exit code: 0, or that of why it could not be kept.
    """
    begun = {"sparring": {"persona": ring.chosen.persona, "seed": ring.chosen.seed}}
    write(out, _turn(ring) | begun)
    done = False
    for line in read_lines(lines):
        trouble = ring.keeping.trouble
        try:
            answer = ring.answer(_said(parse(line)))
        except MoveError as error:
            write(out, _turn(ring, error=error))
            continue
        done = ring.now is None
        if done:
            ring.keep()
        new = ring.keeping.trouble if ring.keeping.trouble is not trouble else None
        told_ = _turn(ring, answer, new)
        write(out, told_ | {"summary": summary(ring.sparring.answers).as_json()} if done else told_)
    if not done:
        ring.keep()
        closing = _turn(ring, error=ring.keeping.trouble)
        write(out, closing | {"summary": summary(ring.sparring.answers).as_json()})
    return ring.keeping.exit_code


def _said(given: object) -> str:
    if isinstance(given, dict) and set(given) == {"move", "text"} and given["move"] == "say":
        text = given["text"]
        if isinstance(text, str):
            return text
    raise MoveError(
        "In a sparring, the one move is 'say'.", 'For example {"move": "say", "text": "I understand."}.'
    )


def _turn(ring: Ring, answer: Answer | None = None, error: CuebookError | None = None) -> dict[str, Any]:
    asked = ring.now
    return {
        "round": asked.n if asked else None,
        "of": len(ring.sparring.rounds),
        "objection": {"id": asked.raises.objection, "class": asked.class_, "text": asked.said} if asked else None,
        "answer": {
            "round": answer.round.n,
            "settled": answer.settled,
            "holds": dict(answer.holds),
            "pressed": answer.pressed,
            "reply": answer.reply,
            "seconds": round(answer.seconds, 1),
            "example": answer.round.script,
        }
        if answer
        else None,
        "summary": None,
        "error": {"message": error.message, "hint": error.hint} if error else None,
    }
