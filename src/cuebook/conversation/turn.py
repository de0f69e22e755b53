"""The heart: one move taken, one turn given. `take` is the walk, a line a step.

read ─▶ gather ─▶ judge ─▶ advance ─▶ choose ─▶ render   =  Turn
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from cuebook.conversation import moves
from cuebook.conversation.advance import asked_about, step
from cuebook.conversation.call import Call
from cuebook.conversation.cue import context_of, count_asked, depth, explain, show
from cuebook.conversation.moves import Move
from cuebook.conversation.placing import place
from cuebook.conversation.proposal import propose
from cuebook.conversation.record import Explanation, Turn
from cuebook.conversation.script import Script
from cuebook.errors import MoveError
from cuebook.nearest import nearest
from cuebook.qualification.deciding import suits
from cuebook.qualification.fit import fits
from cuebook.qualification.gather import Hearing, gather
from cuebook.qualification.judge import judge
from cuebook.qualification.ledger import Ledger
from cuebook.qualification.status import Status
from cuebook.understanding.correcting import Correction, corrected
from cuebook.understanding.reading import Reading


def take(
    script: Script,
    call: Call,
    move: Move | None,
    n: int,
    at: datetime,
    corrections: tuple[Correction, ...] = (),
) -> tuple[Call, Turn]:
    """The call after `move`, and turn `n` to show. `move` None opens the call (turn 0).

    `at` is when the move was made; 'tomorrow' is the day after it. `corrections`: what the rep had otherwise of
    what is read. Raises MoveError where the move is not
    possible; nothing has changed then.
    """
    script = _followed(script, call, move)
    reading = _read(script, call, move, at.date())
    if reading is not None:
        reading = corrected(reading, corrections)
    heard = replace(call, ledger=_gather(script, call, move, reading, n, at.date()))
    after, objection = step(script, call, heard, move, reading, n, at.date())
    status = _judge(script, after, at.date())
    context = context_of(script, after)
    turn = Turn(
        n=n,
        at=at,
        move=move,
        stage=after.stage,
        cue=show(script, after, context),
        explanation=_explain(script, heard, after, objection, reading) if objection else None,
        reading=reading,
        status=status,
        ledger=after.ledger,
        asked=count_asked(script, after),
        left=context.left,
        proposal=propose(script, after, context, status, at.date()),
        fits=fits(script.products, after.ledger.traits),
        depth=depth(script, after),
        suits=suits(script.products, script.product, after.ledger.traits, after.ledger.of("profile").standing()),
    )
    return after, turn


def _followed(script: Script, call: Call, move: Move | None) -> Script:
    """The script under the framework that is followed once the move is taken."""
    framework = move.framework if isinstance(move, moves.Switch) else call.framework
    if framework == script.flow.framework:
        return script
    if framework not in script.flows:
        raise MoveError(f"There is no framework {framework!r}.", nearest(framework, script.flows))
    return script.follow(framework)


def _read(script: Script, call: Call, move: Move | None, today: date) -> Reading | None:
    """What was understood, where the move is something that the prospect said."""
    if not isinstance(move, moves.Hear) or call.over:
        return None
    from cuebook.understanding.read import read

    expecting = call.question if call.stage == "profile" else asked_about(script, call) or call.stage
    return read(move.text, script.setup.language, today=today, expecting=expecting)


def _gather(script: Script, call: Call, move: Move | None, reading: Reading | None, n: int, today: date) -> Ledger:
    """The evidence with what the line proves, or with the rep's mark of a criterion or of a person."""
    if reading is not None:
        hearing = Hearing(reading, asked_about(script, call), today, n)
        return gather(call.ledger, hearing, script.product, script.objections)
    if isinstance(move, moves.Mark) and not call.over:
        facets = {"profile": "profile"} | {name: c.facet for name, c in script.flow.criteria.items()}
        if move.criterion not in facets:
            hint = nearest(move.criterion, facets)
            raise MoveError(f"{script.flow.title} has no criterion {move.criterion!r}.", hint)
        return call.ledger.mark(facets[move.criterion], move.standing, n)
    if isinstance(move, moves.Person) and not call.over:
        return place(call.ledger, move, script.setup.lead, n)
    return call.ledger


def _judge(script: Script, call: Call, today: date) -> Status:
    """The status under the framework that is followed, and at a glance under all others."""
    return judge(
        script.flow,
        call.ledger,
        product=script.product,
        today=today,
        others=[flow for name, flow in script.flows.items() if name != script.flow.framework],
        blocked=call.stage == "do_not_call",
    )


def _explain(
    script: Script, heard: Call, after: Call, objection: str, reading: Reading | None
) -> Explanation | None:
    """The reply to an objection that came up just now; its reason is that of the question that was challenged."""
    return explain(script, replace(heard, raised=after.raised), objection, heard=reading is not None)
