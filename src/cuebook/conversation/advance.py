"""What a move does to the call: which event the machine gets, and which question is open after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cuebook.conversation import moves, referring
from cuebook.conversation.call import Call, Position
from cuebook.conversation.cue import choose, left, open_traits
from cuebook.conversation.guards import Facts
from cuebook.conversation.machine import advance, dead_end
from cuebook.conversation.moves import Move
from cuebook.conversation.script import Script
from cuebook.dialogue.model import DETOURS
from cuebook.errors import MoveError
from cuebook.nearest import nearest
from cuebook.qualification.gather import CONTRACT, HEARD, NEXT_STEP
from cuebook.qualification.judge import callback_on
from cuebook.qualification.status import SETTLED
from cuebook.understanding.reading import REFERRAL, Reading

_ASKS = {
    "profile": "profile",
    "reroute": "authority",
    "contract": CONTRACT,
    "review": "interest",
    "closing": NEXT_STEP,
}
"""What the detours ask about, as criteria ask about their facet."""

Stepped = tuple[Call, str | None]
"""The call after a move, and the objection to explain, if one was raised."""


def asked_about(script: Script, call: Call) -> str | None:
    """What the open question is about: a facet, or what a detour or the closing asks; None in the opening."""
    if call.question == referring.QUESTION:
        return REFERRAL
    criterion = script.flow.criteria.get(call.stage)
    return criterion.facet if criterion else _ASKS.get(call.stage)


def step(  # noqa: C901, PLR0911, PLR0912  one case for each move, so that all are seen in one place
    script: Script, before: Call, call: Call, move: Move | None, reading: Reading | None, n: int, today: date
) -> Stepped:
    """The call after the machine took the move. `before` is the call without the evidence of this move.

    Raises MoveError where the machine knows no such way.
    """
    if call.over and not isinstance(move, moves.Note | moves.DoNotCall):
        raise dead_end(call.stage, move.kind if move else "opening")
    match move:
        case None:
            return _enter(script, call, "opening"), None
        case moves.Hear() if reading is not None:
            return _hear(script, before, call, reading, n, today)
        case moves.Object(objection):
            return _object(script, call, objection, n, today), objection
        case moves.Mark(criterion):
            here = criterion == call.stage and _settled(script, call, criterion)
            return (_fire(script, call, "answer", today) if here else call), None
        case moves.Probe():
            return _probe(script, call), None
        case moves.Next():
            return _fire(script, call, "next", today), None
        case moves.Back():
            return _back(script, call, today), None
        case moves.Go(stage):
            return _go(script, call, stage, today), None
        case moves.Switch():
            return _switch(script, call), None
        case moves.Person():
            return _place(script, before, call, today), None
        case moves.Depth(depth):
            return _deepen(script, call, replace(call, depth=depth), today), None
        case moves.End():
            return replace(_fire(script, call, "end", today), end=move), None
        case moves.DoNotCall():
            return _fire(script, _raise(call, "do_not_call"), "do_not_call", today), "do_not_call"
        case moves.Note():
            return call, None
        case _:
            raise MoveError(f"{move.kind!r} is a move on the history of the call.", "Take it with History.take.")


def _hear(script: Script, before: Call, call: Call, reading: Reading, n: int, today: date) -> Stepped:
    """What was said leads on where it answers the open question. An objection in it is explained in place.

    No reading ends a call: a heard opt-out only shows what to say and do.
    """
    facet = asked_about(script, call)
    told = facet is not None and call.ledger.of(facet) != before.ledger.of(facet)
    if call.stage == "reroute" and before.ledger.decider is None and call.ledger.decider is not None:
        return _fire(script, call, "answer", today), None  # 'not me, Kari Holm does' is no objection here
    if call.ledger.referrals != before.ledger.referrals:
        return _fire(script, call, "answer", today), None  # 'call her in May' is about her
    if call.stage == "closing":
        call = _call_back(call, reading, today)
    top = reading.objections[0].id if reading.objections and reading.objections[0].score >= HEARD else None
    if top is not None and top in script.objections:
        counted = _raise(call, top)
        if script.objections[top].proposes == "callback":
            counted = _call_back(counted, reading, today)
        if told and _settled(script, call, call.stage):
            return _fire(script, counted, "answer", today), top
        if script.objections[top].challenges and not told:
            if call.stage in DETOURS and call.question in call.challenged:  # nothing to decline: just go on
                return _fire(script, counted, "next", today), top
            return _challenge(script, counted, n, today), top
        return _fire(script, counted, "aside", today), top
    if not _answered(script, before, call, reading, told=told):
        return _fire(script, call, "aside", today), None
    return _fire(script, replace(call, last_objection=None), "answer", today), None  # they talked on after it


def _answered(script: Script, before: Call, call: Call, reading: Reading, *, told: bool) -> bool:
    """Whether a line without an objection answers the open question. In a detour anything but a no does."""
    if call.stage in script.flow.criteria:
        return told or _settled(script, call, call.stage)
    learned = call.ledger.traits != before.ledger.traits  # 'no children' answers what was asked, too
    return learned or (reading.question is None and reading.stance not in ("no", "declined"))


def _call_back(call: Call, reading: Reading, today: date) -> Call:
    """The call with the day that the prospect named for the next one, if they named one."""
    days = [time.start or time.end for time in reading.times]
    named = next((day for day in days if day is not None and day > today), None)
    return replace(call, call_back=named) if named else call


def _object(script: Script, call: Call, objection: str, n: int, today: date) -> Call:
    """An objection that the rep picked: answered in place, the question stays open (contract, rule 1).

    The second challenge of a question declines it; an opt-out is obeyed, not explained.
    """
    if objection not in script.objections:
        raise MoveError(f"There is no objection {objection!r}.", nearest(objection, script.objections))
    known = script.objections[objection]
    counted = _raise(call, objection)
    if known.challenges:
        return _challenge(script, counted, n, today)
    return _fire(script, counted, "object", today, opts_out=known.class_ == "opt-out")


def _challenge(script: Script, call: Call, n: int, today: date) -> Call:
    """The open question was refused: remembered the first time; declined, and on to the next, the second time."""
    if call.question is None or call.question not in call.challenged:
        known = call.challenged if call.question is None else call.challenged | {call.question}
        return _fire(script, replace(call, challenged=known), "object", today)
    criterion = script.flow.criteria.get(call.stage)
    if criterion is not None:
        refused = replace(call, ledger=call.ledger.decline(criterion.facet, n))
        return _fire(script, refused, "next", today)
    return _fire(script, call, "object", today)


def _probe(script: Script, call: Call) -> Call:
    """The next follow-up in the place of the question; its id stays, for it is still the question that is open."""
    probes = script.question(call.question).probes if call.question else ()
    following = 0 if call.probing is None else call.probing + 1
    if following >= len(probes):
        raise MoveError("There is no further probe to this question.", "Go on with the next question.")
    return replace(call, probing=following)


def _back(script: Script, call: Call, today: date) -> Call:
    """The question before this one, just as it was."""
    if call.trail is None or call.trail.before is None:
        raise MoveError("This is the first question of the call.", "There is nothing to go back to.")
    target = call.trail.before
    way = advance(script.flow, call.stage, f"go_{target.stage}", _facts(script, call, today))
    return replace(call, way=way, stage=target.stage, question=target.question, probing=None, trail=target)


def _go(script: Script, call: Call, stage: str, today: date) -> Call:
    """To a criterion, a detour or the closing, because the rep says so; no depth limits that."""
    known = (*script.flow.criteria, *DETOURS, "closing")
    if stage not in known:
        raise MoveError(f"{script.flow.title} has no criterion {stage!r}.", nearest(stage, known))
    way = advance(script.flow, call.stage, f"go_{stage}", _facts(script, call, today))
    return _enter(script, replace(call, way=way), stage)


def _switch(script: Script, call: Call) -> Call:
    """Another framework from here: at the criterion of the same facet where it has one, else at the first open."""
    switched = replace(call, framework=script.flow.framework)
    left_flow = script.flows[call.framework]
    if call.stage not in left_flow.criteria:
        return switched
    facet = left_flow.criteria[call.stage].facet
    same = [name for name, criterion in script.flow.criteria.items() if criterion.facet == facet]
    if call.stage in same:
        return switched
    still_open = [name for name in script.flow.criteria if not _settled(script, switched, name)]
    return _enter(script, switched, next(iter(same or still_open), "closing"))


def _place(script: Script, before: Call, call: Call, today: date) -> Call:
    """The rep's mark of a person leads on where it answers who decides, as a mark of a criterion does."""
    named = call.stage == "reroute" and before.ledger.decider is None and call.ledger.decider is not None
    asked = call.stage in script.flow.criteria and asked_about(script, call) == "authority"
    told = asked and call.ledger.of("authority") != before.ledger.of("authority")
    return _fire(script, call, "answer", today) if named or (told and _settled(script, call, call.stage)) else call


def _deepen(script: Script, before: Call, call: Call, today: date) -> Call:
    """Another depth from here on (Q3). Who had come to its end and may ask on goes to what is still open."""
    if call.stage != "closing" or left(script, before) or not left(script, call):
        return call
    still_open = (name for name in script.flow.criteria if not _settled(script, call, name))
    first = next((name for name in still_open if _has_question(script, call, name)), None)
    return _go(script, call, first, today) if first else call


def _fire(script: Script, call: Call, event: str, today: date, *, opts_out: bool = False) -> Call:
    """The call after the machine took `event`: at another stage's question, or at this stage's next one."""
    way = advance(script.flow, call.stage, event, _facts(script, call, today, opts_out=opts_out))
    moved = replace(call, way=way)
    if way.leads_to != call.stage or event in ("answer", "next"):
        return _enter(script, moved, way.leads_to)
    return moved


def _enter(script: Script, call: Call, stage: str) -> Call:
    """The call at a stage, with a question open there."""
    question = choose(script, call, stage)
    if question is None:
        return replace(call, stage=stage, question=None, probing=None)
    if question == call.question:
        return replace(call, probing=None)
    return replace(
        call,
        stage=stage,
        question=question,
        probing=None,
        trail=Position(stage, question, call.trail),
        asked=call.asked | {question},
        visited=call.visited | {stage},
    )


def _facts(script: Script, call: Call, today: date, *, opts_out: bool = False) -> Facts:
    """What the machine's guards may know of the call."""
    ledger = call.ledger
    unsettled = [name for name in script.flow.criteria if not _settled(script, call, name)]
    still_open = {name for name in unsettled if _has_question(script, call, name)}
    allowed = left(script, call)
    return Facts(
        open=frozenset(still_open) if allowed else frozenset(),
        visited=call.visited,
        stays=_stays(script, call, still_open, allowed),
        opts_out=opts_out,
        profile_unknown=_asks_profile(script, call),
        not_the_decider=ledger.of("authority").standing().standing == "negative",
        running_contract=ledger.contract is not None and ledger.contract.ends is None,
        uses_a_supplier=ledger.supplier is not None,
        offers_review=script.product.review,
        locked_in=callback_on(ledger, script.product, today) is not None,
    )


def _stays(script: Script, call: Call, still_open: set[str], allowed: int) -> bool:
    """Whether the stage has more to ask. A criterion leaves a question each to those that were never asked."""
    match call.stage:
        case "profile":
            return _asks_profile(script, call)
        case "reroute":
            return call.ledger.decider is None and _has_question(script, call, "reroute")
        case "contract":
            known = call.ledger.contract is not None and call.ledger.contract.ends is not None
            return not known and _has_question(script, call, "contract")
        case "closing":
            return choose(script, call, "closing") not in call.asked
        case stage:
            waiting = still_open - call.visited - {stage}
            return stage in still_open and allowed > len(waiting)


def _asks_profile(script: Script, call: Call) -> bool:
    """Whether there is a question about the kind of buyer that was not asked.

    While the profile is not settled; and where it holds, but another product fits about as well (Q6).
    """
    standing = call.ledger.of("profile").standing().standing
    ask = [question for question in open_traits(script, call) if question not in call.asked]
    own = {f"profile.{trait}" for trait in script.product.profile}
    return bool(ask) and (standing not in SETTLED or (standing == "confirmed" and not set(ask) <= own))


def _has_question(script: Script, call: Call, stage: str) -> bool:
    return any(f"{stage}.{name}" not in call.asked for name in script.topic(stage).questions)


def _settled(script: Script, call: Call, stage: str) -> bool:
    criterion = script.flow.criteria.get(stage)
    return criterion is not None and call.ledger.of(criterion.facet).standing().standing in SETTLED


def _raise(call: Call, objection: str) -> Call:
    """The call with an objection counted."""
    counted = {**call.raised, objection: call.raised.get(objection, 0) + 1}
    return replace(call, raised=counted, last_objection=objection)
