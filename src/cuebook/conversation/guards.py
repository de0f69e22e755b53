"""The conditions under which a way of the machine is open: a registry, so that a flow can name no other code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cuebook.dialogue.model import Guard


@dataclass(frozen=True, slots=True)
class Facts:
    """What guards may look at. Computed from the call before a move is taken; guards change nothing.

    `open`: criteria that are still to be asked about. `visited`: stages the call has been in.
    `stays`: the stage has another question, and the depth allows it. `opts_out`: the objection is an opt-out.
    """

    open: frozenset[str] = frozenset()
    visited: frozenset[str] = frozenset()
    stays: bool = False
    opts_out: bool = False
    profile_unknown: bool = False
    not_the_decider: bool = False
    running_contract: bool = False
    uses_a_supplier: bool = False
    offers_review: bool = False
    locked_in: bool = False


GUARDS: Mapping[Guard, Callable[[Facts], bool]] = {
    "profile_unknown": lambda facts: facts.profile_unknown,  # may be outside the buyer profile (Q20)
    "not_the_decider": lambda facts: facts.not_the_decider,  # this person does not decide (Q9)
    "running_contract": lambda facts: facts.running_contract,  # bound to another supplier, end not known (Q17)
    "uses_a_supplier": lambda facts: facts.uses_a_supplier,  # with another supplier, bound or not (Q15)
    "offers_review": lambda facts: facts.offers_review,  # the product comes with an account review (Q15)
    "locked_in": lambda facts: facts.locked_in,  # the contract ends late enough for a callback (Q17)
}
