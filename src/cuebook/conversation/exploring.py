"""What a framework can come to, explored before any call: stages, moves and verdicts that none reaches (6xx).

That every stage has a way on, and that do-not-call is one step from all, needs no search: the machine is built so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from cuebook.conversation.machine import ways
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.loading import Loaded
from cuebook.dialogue.model import DETOURS, LEVELS, Flow, Guard, Product
from cuebook.qualification.judge import decide, standings
from cuebook.qualification.ledger import Ledger
from cuebook.qualification.status import Standing, Verdict

_SOUGHT: tuple[Verdict, ...] = ("qualified", "nurture", "disqualified")
"""The verdicts that hang on a framework's rule; the others come from what is heard, whatever the framework."""

_SOME_DAY = date(2000, 1, 1)


def explore(loaded: Loaded) -> Iterator[Fault]:
    """Find what can never happen, in every framework that is in force."""
    products = tuple(loaded.dialogues.products.values())
    for flow in loaded.dialogues.flows.values():
        yield from _never_asked(loaded, flow)
        yield from _never_taken(loaded, flow, products)
        yield from _never_judged(loaded, flow, products)
    yield from _never_obeyed(loaded)


def notes(loaded: Loaded) -> Iterator[Fault]:
    """Tell what is no fault, but worth knowing: idle files, and frameworks that loosen the levels (Q20)."""
    for path in loaded.idle:
        said = "This changes nothing: all of it stands so beneath already. Keep only what is to be otherwise."
        yield Fault(path, 1, 1, "note:", said)
    for name, flow in loaded.dialogues.flows.items():
        missing = [level for level in LEVELS if level not in flow.levels]
        if missing:
            levels = ", ".join(missing)
            said = f"{flow.title} qualifies by its own rule, even where this level does not hold: {levels}."
            yield loaded.places.fault(("frameworks", name), ("levels",), "note:", said, key=True)


def _never_asked(loaded: Loaded, flow: Flow) -> Iterator[Fault]:
    """Find the criteria that are left when the longest call has asked a question about each before them (Q3)."""
    most = max(flow.depths.cold, flow.depths.discovery)
    left = list(flow.criteria)[most:]
    if left:
        said = (
            f"A call asks {most} questions at the most, one about each criterion first, so it never comes to "
            f"{', '.join(left)}. Allow {len(flow.criteria)}."
        )
        yield loaded.places.fault(("frameworks", flow.framework), ("depths",), "CUE601", said, key=True)


def _never_taken(loaded: Loaded, flow: Flow, products: tuple[Product, ...]) -> Iterator[Fault]:
    """Find moves from a detour that nothing leads to, and moves that no product gives a reason for."""
    reached = _reached(flow)
    for number, move in enumerate(flow.moves):
        at = ("moves", number)
        if move.from_ in DETOURS and move.from_ not in reached:
            said = (
                f"No move leads to {move.from_!r}, so this one is never taken. Add one that does, or leave it out."
            )
            yield loaded.places.fault(("frameworks", flow.framework), (*at, "from"), "CUE602", said)
        elif products and not _sold_so(move.when, move.to, products):
            what = "has a buyer profile" if move.to == "profile" else "comes with an account review"
            said = f"No product {what}, so this move is never taken."
            yield loaded.places.fault(("frameworks", flow.framework), at, "CUE602", said)


def _reached(flow: Flow) -> frozenset[str]:
    """The stages that a call comes to by itself, without the rep's jumps."""
    led: dict[str, set[str]] = {}
    for way in ways(flow):
        if not way.event.startswith("go_"):
            led.setdefault(way.source, set()).add(way.leads_to)
    seen, waiting = {"opening"}, ["opening"]
    while waiting:
        for stage in led.get(waiting.pop(), set()) - seen:
            seen.add(stage)
            waiting.append(stage)
    return frozenset(seen)


def _sold_so(when: Guard, to: str, products: tuple[Product, ...]) -> bool:
    if when == "profile_unknown":
        return any(product.profile for product in products)
    if when == "offers_review" or to == "review":
        return any(product.review for product in products)
    return True


def _never_judged(loaded: Loaded, flow: Flow, products: tuple[Product, ...]) -> Iterator[Fault]:
    """Find verdicts that no standings of the criteria come to, under any product."""
    found = {_verdict(flow, stand, product) for product in products for stand in _courses(flow)}
    for verdict in _SOUGHT if products else ():
        if verdict not in found:
            said = f"No call by {flow.title} ever comes to {verdict!r}.{_because(flow, verdict)}"
            yield loaded.places.fault(("frameworks", flow.framework), ("qualified",), "CUE603", said, key=True)


def _because(flow: Flow, verdict: Verdict) -> str:
    if verdict != "nurture":
        return " Look at the rule, the gates and the levels."
    if all(criterion.facet != "need" for criterion in flow.criteria.values()):
        return " Give it a criterion with the facet 'need': who needs it and is not ready is nurtured (Q21)."
    return " The need alone is enough for the rule: ask for more than that, or nobody is ever 'not ready' (Q21)."


def _courses(flow: Flow) -> Iterator[Mapping[str, Standing]]:
    """How calls can end: all well, bad or refused, and the same but for one."""
    facets = [criterion.facet for criterion in flow.criteria.values()]
    well: dict[str, Standing] = dict.fromkeys(facets, "confirmed")
    bad: dict[str, Standing] = dict.fromkeys(facets, "negative")
    yield well
    yield bad
    yield dict.fromkeys(facets, "declined")
    for facet in facets:
        yield {**well, facet: "negative"}
        yield {**well, facet: "declined"}
        yield {**bad, facet: "confirmed"}
        yield {**bad, facet: "partial"}


def _verdict(flow: Flow, stand: Mapping[str, Standing], product: Product) -> Verdict:
    ledger = Ledger().mark("profile", "confirmed", 0)
    for facet, standing in stand.items():
        ledger = ledger.mark(facet, standing, 0)
    return decide(flow, standings(flow, ledger), ledger, product, _SOME_DAY).verdict


def _never_obeyed(loaded: Loaded) -> Iterator[Fault]:
    """Find a catalogue in which nobody can ask not to be called again."""
    objections = loaded.dialogues.objections
    if objections and all(objection.class_ != "opt-out" for objection in objections.values()):
        said = "No objection is of the class opt-out: who asks not to be called again is not understood."
        yield loaded.places.fault(("objections", next(iter(objections))), (), "CUE604", said, key=True)
