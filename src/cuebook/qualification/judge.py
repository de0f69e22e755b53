"""The status of a call under a framework: standings out of the ledger, and the verdict they come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from cuebook.dialogue.model import LEVELS, Flow, Product
from cuebook.qualification.ledger import Ledger
from cuebook.qualification.means import months_after
from cuebook.qualification.rule import level_holds, met, of_level, reachable
from cuebook.qualification.status import CriterionStatus, Decision, Glance, Standing, Status, Verdict

_FAILS: frozenset[Standing] = frozenset({"negative", "declined"})


def judge(
    flow: Flow,
    ledger: Ledger,
    *,
    product: Product,
    today: date,
    others: Iterable[Flow] = (),
    blocked: bool = False,
) -> Status:
    """The status under `flow`, and at a glance under `others`. `blocked`: the prospect asked for no more calls."""
    held: dict[str, CriterionStatus] = {}
    criteria = standings(flow, ledger, held)
    decision = Decision("do_not_call") if blocked else decide(flow, criteria, ledger, product, today)
    also = {}
    for other in others:
        seen = standings(other, ledger, held)
        verdict = "do_not_call" if blocked else decide(other, seen, ledger, product, today).verdict
        also[other.framework] = Glance(other.title, verdict, _count(seen, "confirmed"), len(seen))
    levels = _levels(flow, criteria, _profile(ledger, product))
    return Status(flow.framework, flow.title, decision, criteria, levels, also)


def standings(
    flow: Flow, ledger: Ledger, held: dict[str, CriterionStatus] | None = None
) -> Mapping[str, CriterionStatus]:
    """How every criterion of the framework stands, in asking order; `held` keeps a facet's for the next one."""
    held = {} if held is None else held
    for criterion in flow.criteria.values():
        if criterion.facet not in held:
            held[criterion.facet] = ledger.of(criterion.facet).standing()
    return {name: held[criterion.facet] for name, criterion in flow.criteria.items()}


def decide(
    flow: Flow, criteria: Mapping[str, CriterionStatus], ledger: Ledger, product: Product, today: date
) -> Decision:
    """The verdict, with the criterion and the words that decided it. The first policy that speaks wins.

    The sum of the letters alone would call somebody ready to buy with three of four (Q23) who is bound by a
    contract (Q17), buys next year (Q18) or leaves the decision to another (Q9). The field's articles hold both;
    a careful rep wants to know what stands in the way first, so those come before the sum.
    """
    return (
        _bound(flow, ledger, product, today)
        or _elsewhere(flow, ledger)
        or _next_year(flow, ledger, today)
        or _by_rule(flow, criteria, ledger, product)
    )


def callback_on(ledger: Ledger, product: Product, today: date) -> date | None:
    """When to call back somebody bound to another supplier (Q17); None where nothing binds them that long."""
    if ledger.contract is None or ledger.contract.ends is None:
        return None
    on = months_after(ledger.contract.ends, -product.callback_months)
    return on if on > today else None


def _bound(flow: Flow, ledger: Ledger, product: Product, today: date) -> Decision | None:
    """A running contract: call back some months before it ends (Q17). One that ends sooner binds nobody."""
    on = callback_on(ledger, product, today)
    if on is None or ledger.contract is None:
        return None
    return Decision("callback", _criterion_of(flow, "timing"), ledger.contract.quote, on)


def _elsewhere(flow: Flow, ledger: Ledger) -> Decision | None:
    """Not the decision maker, but we know who is: go to them at once (Q9)."""
    authority = ledger.of("authority").standing()
    if authority.standing != "negative" or ledger.decider is None:
        return None
    return Decision("rerouted", _criterion_of(flow, "authority"), authority.quote)


def _next_year(flow: Flow, ledger: Ledger, today: date) -> Decision | None:
    """Means to buy next year: the lost queue, with that date (Q18). The rep's mark on timing overrides it."""
    held = ledger.of("timing")
    evidence = held.evidence
    if evidence is None or evidence.on is None or held.standing().standing != "negative":
        return None
    if held.marked is not None or evidence.on.year <= today.year:
        return None
    return Decision("lost", _criterion_of(flow, "timing"), evidence.quote, evidence.on)


def _by_rule(flow: Flow, criteria: Mapping[str, CriterionStatus], ledger: Ledger, product: Product) -> Decision:
    """The framework's own rule with the levels that it asks for; else whether that can still be reached.

    BANT's three of four (Q23) and the three levels of Q20 disagree about somebody without the fourth: the flow
    file chooses, and all three levels are the default, because nobody moves on before they hold.
    """
    stand: dict[str, Standing] = {name: c.standing for name, c in criteria.items()}
    profile = _profile(ledger, product)
    if profile == "negative":  # outside the buyer profile: at once (Q20)
        return Decision("disqualified", "profile", ledger.of("profile").standing().quote)
    holding = [name for name, standing in stand.items() if standing in ("confirmed", "partial")]
    if met(flow, stand) and all(level_holds(flow, level, stand, profile) for level in flow.levels):
        return _decided("qualified", criteria, holding)
    stand = _with_another(flow, stand, ledger)
    failed = [name for name, standing in stand.items() if standing in _FAILS]
    if failed and all(standing in ("declined", "not_applicable") for standing in stand.values()):
        return _decided("disqualified", criteria, failed)  # refused everything: set aside (Q16)
    lost = {flow.criteria[name].level for name in failed if stand[name] == "negative"} & set(flow.levels)
    if not failed or (reachable(flow, stand) and not lost):  # nothing failed where nothing applies
        return Decision("incomplete")
    need = _criterion_of(flow, "need")
    if need and stand[need] == "negative":  # nothing to solve (Q10)
        return _decided("disqualified", criteria, [need])
    if need and stand[need] in ("confirmed", "partial"):  # fits, is not ready (Q21)
        return _decided("nurture", criteria, failed)
    return _decided("disqualified", criteria, failed)


def _with_another(flow: Flow, stand: Mapping[str, Standing], ledger: Ledger) -> dict[str, Standing]:
    """The standings with what only says that this is not the right person left open, as long as it may be.

    Who does not decide is asked who does, and that one is called (Q9): as long as nobody was named, nothing is
    lost. Who cannot answer for the company's goals fails the stakeholder level (Q12), but whether the lead is
    worth keeping depends on the need, and that may still be told.
    """
    need = _criterion_of(flow, "need")
    spared = {"authority"} if ledger.decider is None else set()
    if need is not None and stand[need] == "unknown":
        spared.add("goals")
    return {
        name: "unknown" if standing == "negative" and flow.criteria[name].facet in spared else standing
        for name, standing in stand.items()
    }


def _decided(verdict: Verdict, criteria: Mapping[str, CriterionStatus], candidates: list[str]) -> Decision:
    """The verdict with the latest of the criteria that decided it: the one that tipped the balance."""
    name = max(candidates, key=lambda n: criteria[n].turn or 0)
    return Decision(verdict, name, criteria[name].quote)


def _profile(ledger: Ledger, product: Product) -> Standing:
    """Whether they are the kind of buyer the product is for; not_applicable for one that is for everybody."""
    standing = ledger.of("profile").standing().standing
    return "not_applicable" if standing == "unknown" and not product.profile else standing


def _levels(flow: Flow, criteria: Mapping[str, CriterionStatus], profile: Standing) -> Mapping[str, Standing]:
    """How each of the three levels stands (Q19): one negative fails it, one confirmed holds it."""
    stand: dict[str, Standing] = {name: c.standing for name, c in criteria.items()}
    out: dict[str, Standing] = {}
    for level in LEVELS:
        at = of_level(flow, level, stand, profile)
        order: tuple[Standing, ...] = ("negative", "confirmed", "partial", "declined", "not_applicable")
        out[level] = next((standing for standing in order if standing in at), "unknown")
    return out


def _criterion_of(flow: Flow, facet: str) -> str | None:
    return next((name for name, criterion in flow.criteria.items() if criterion.facet == facet), None)


def _count(criteria: Mapping[str, CriterionStatus], standing: Standing) -> int:
    return sum(c.standing == standing for c in criteria.values())
