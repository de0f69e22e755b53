"""How the call could be closed now: preselected for the rep, who accepts it or chooses otherwise."""

from __future__ import annotations

from datetime import date, timedelta

from cuebook.conversation.call import Call
from cuebook.conversation.record import Proposal
from cuebook.conversation.script import Script
from cuebook.dialogue.context import Context
from cuebook.dialogue.wording import render
from cuebook.qualification.status import Status


def propose(script: Script, call: Call, context: Context, status: Status, today: date) -> Proposal:
    """A disposition and a dated next step: the verdict's, or what the last objection came to.

    The day is the one that the verdict names (a callback, a start next year) or that the prospect asked for, or a
    working day so many days on.
    """
    disposition: str = status.verdict
    last = script.objections.get(call.last_objection or "")
    if disposition == "incomplete" and last is not None:
        disposition = last.proposes or disposition
    outcome = script.words.labels.outcomes[disposition]
    step = render(outcome.next_step, context) if outcome.next_step else None
    asked_for = call.call_back if disposition == "callback" or "closing" in call.visited else None
    on = status.decision.on or asked_for
    if on is None and outcome.days is not None:
        on = today + timedelta(days=outcome.days)
    return Proposal(disposition, step, _working_day(on).isoformat() if on else None)


def _working_day(day: date) -> date:
    """The day itself, or the Monday after where it falls on a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day
