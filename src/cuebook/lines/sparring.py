"""Sparring line by line and as a protocol (`cuebook rehearse --sparring --plain`, `--jsonl`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Any

from cuebook.clock import Clock
from cuebook.errors import CuebookError, MoveError
from cuebook.harmless import harmless
from cuebook.lines.protocol import parse, read_lines, write
from cuebook.practice.room import Chosen
from cuebook.practice.sparring import Answer, Round, Sparring, summary
from cuebook.reports.sparring import judged, taken, told


def spar(
    sparring: Sparring, chosen: Chosen, clock: Clock, lines: Iterator[str], show: Callable[[str], None]
) -> None:
    """Take a line for each objection, until all were met, the input ends or the rep leaves with /quit.

    An empty line says what is shown.
    """
    show(f"SPARRING with {sparring.cast.words.name}, {len(sparring.rounds)} objections")
    show(f"      The same again: --persona {chosen.persona} --seed {chosen.seed}")
    _show_round(sparring, chosen, show)
    for line in lines:
        asked, text = sparring.now, harmless(line).strip()
        if asked is None or text in ("/quit", "/q", "/end"):
            break
        if not text and chosen.help == "script":
            text = asked.script
            show(f"YOU   {text}")
        try:
            sparring = sparring.answer(text, clock())
        except MoveError as error:
            show(f"Not possible: {error.message} {error.hint}")
            continue
        answer = sparring.answers[-1]
        show(f"THEY  {answer.reply}")
        show(f"      {judged(answer)} ({taken(answer.seconds)})")
        if not answer.settled and chosen.help != "script":
            show(f"      for example: {answer.round.script}")
        _show_round(sparring, chosen, show)
        if sparring.now is None:
            break
    for each in told(summary(sparring.answers)):
        show(each)


def _show_round(sparring: Sparring, chosen: Chosen, show: Callable[[str], None]) -> None:
    asked = sparring.now
    if asked is None:
        return
    show(f"{asked.n}/{len(sparring.rounds)}   THEY  {asked.said}")
    if chosen.help == "script":
        show(f"SAY   {asked.script}")
    elif chosen.help == "hints":
        show(f"      {asked.raises.objection} ({asked.class_})")


def converse(sparring: Sparring, chosen: Chosen, clock: Clock, lines: IO[bytes], out: IO[bytes]) -> int:
    """Answer each `{"move": "say", "text"}` with what it came to and the next objection; the last has the summary.

    What is no such line is answered with an error, and changes nothing.
    """
    done = False
    write(
        out, _turn(sparring, sparring.now, None) | {"sparring": {"persona": chosen.persona, "seed": chosen.seed}}
    )
    for line in read_lines(lines):
        try:
            sparring = sparring.answer(_said(parse(line)), clock())
        except MoveError as error:
            write(out, _turn(sparring, sparring.now, None, error))
            continue
        done = sparring.now is None
        answer = _turn(sparring, sparring.now, sparring.last)
        write(out, answer | {"summary": summary(sparring.answers).as_json()} if done else answer)
    if not done:
        write(out, _turn(sparring, sparring.now, None) | {"summary": summary(sparring.answers).as_json()})
    return 0


def _said(given: object) -> str:
    if isinstance(given, dict) and set(given) == {"move", "text"} and given["move"] == "say":
        text = given["text"]
        if isinstance(text, str):
            return harmless(text)
    raise MoveError(
        "In a sparring, the one move is 'say'.", 'For example {"move": "say", "text": "I understand."}.'
    )


def _turn(
    sparring: Sparring, asked: Round | None, answer: Answer | None, error: CuebookError | None = None
) -> dict[str, Any]:
    return {
        "round": asked.n if asked else None,
        "of": len(sparring.rounds),
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
