"""When a referral is asked for: at the end, whatever the verdict, of anybody whom it is decent to ask (Q13)."""

from __future__ import annotations

from cuebook.conversation.call import Call
from cuebook.conversation.script import Script

QUESTION = "closing.referral"

_PARTING = frozenset({"opt-out", "hostile"})
"""Classes of objections after which nobody is asked for a favour."""


def decent(script: Script, call: Call) -> bool:
    """Whether to ask: not of somebody hostile, or who wants no calls, or who refused all that was asked (Q16)."""
    if any(script.objections[name].class_ in _PARTING for name in call.raised if name in script.objections):
        return False
    stand = {call.ledger.of(criterion.facet).standing().standing for criterion in script.flow.criteria.values()}
    return "declined" not in stand or bool(stand & {"confirmed", "partial"})
