"""Drills of judging: which criterion something tells of, what an answer proves, and which verdict follows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from cuebook.dialogue.context import Context
from cuebook.dialogue.model import Flow, Words
from cuebook.dialogue.personas import Persona, PersonaWords, Sayings, Temper, Truth, filled
from cuebook.dialogue.wording import render
from cuebook.practice.casting import facts_of
from cuebook.practice.coach import facet_name, near
from cuebook.practice.items import Choice, Item, Material, always, by_choice, mark_of
from cuebook.qualification.gather import READ
from cuebook.qualification.judge import decide, standings
from cuebook.qualification.ledger import Evidence, Ledger
from cuebook.qualification.means import months_after
from cuebook.qualification.status import Decision, Standing
from cuebook.understanding.read import read
from cuebook.understanding.reading import Person, Time

LINES = 2
"""Lines of a facet for each framework: more would be the same again."""

_TELLS: tuple[Truth, ...] = ("confirmed", "negative", "partial")
"""How somebody stands who tells something, the most telling first."""

_DAY = date(2026, 1, 15)
"""The day on which verdicts are judged; only distances from it count, so that an item never changes."""

_BEFORE_THE_RULE = frozenset({"callback", "rerouted", "lost"})
"""Verdicts that follow whatever the framework counts (Q9, Q17, Q18)."""

_PER_VERDICT = 3
_TRIES = 120
_WEIGHTS: Mapping[Standing, int] = {"confirmed": 5, "partial": 2, "unknown": 2, "negative": 2, "declined": 1}


# ── which criterion ──────────────────────────────────────────────────────────────────────────────────────────


def which_criterion(material: Material) -> Iterator[Item]:
    """What a prospect says, or what one listens for, and the criterion of a framework that it belongs to."""
    drill = material.coach.drills["which-criterion"]
    words, context = material.script.words, Context(product=material.script.sold)
    for flow in material.script.flows.values():
        choices = tuple(Choice(name, words.criteria[name].name) for name in flow.criteria)
        if len(choices) < 2:
            continue
        usual = flow is material.script.flow
        for name, criterion in flow.criteria.items():
            right = [other for other, each in flow.criteria.items() if each.facet == criterion.facet]
            listen = render(words.criteria[name].listen_for, context)
            says = material.says("criterion_is", criterion=words.criteria[name].name, listen_for=listen)
            means = {
                other: render(words.criteria[other].listen_for, context).rstrip(".") + "."
                for other in flow.criteria
            }
            judged = by_choice(material, choices, right, always(says), means)
            label = words.criteria[name].name
            known = {"framework": flow.title, "listen_for": listen}
            if drill.asks_too is not None:
                yield Item(
                    material.id("which-criterion", flow.framework, name),
                    "which-criterion",
                    filled(drill.asks_too, known),
                    choices,
                    label,
                    usual,
                    judged,
                )
            lines = [line for truth in _TELLS for line in _lines(material, criterion.facet, truth)]
            fair = _fair(choices, flow, criterion.facet)
            for line in lines[:LINES] if len(fair) > 1 else ():
                yield Item(
                    material.id("which-criterion", flow.framework, name, mark_of(line.written)),
                    "which-criterion",
                    filled(drill.asks, {**known, "line": line.said}),
                    fair,
                    label,
                    usual,
                    by_choice(material, fair, right, always(says), means),
                )


def _fair(choices: tuple[Choice, ...], flow: Flow, facet: str) -> tuple[Choice, ...]:
    """The choices for what a prospect says about a facet.

    Of what no words alone prove, a line may tell of a neighbour just as well; that is not offered beside it.
    """
    if facet in READ:
        return choices
    return tuple(
        each
        for each in choices
        if flow.criteria[each.name].facet == facet or not near(facet, flow.criteria[each.name].facet)
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """What a prospect says, and how that is written in the words folder."""

    said: str
    written: str


def _lines(material: Material, facet: str, truth: Truth) -> list[_Line]:
    """Telling answers about a facet that stands so, for the usual product."""
    script = material.script
    sayings: Sayings | None = material.talk.sayings(script.product.product, facet, truth)
    if sayings is None:
        return []
    facts = facts_of(_someone(truth), _words_of(material), script, material.today)
    return [_Line(filled(line, facts), line) for line in sayings.telling]


def _someone(truth: Truth) -> Persona:
    """Nobody in particular, of whom every facet stands so."""
    return Persona(
        persona="somebody",
        part="decides",
        truth={},
        others=truth,
        starts_months=15 if truth == "negative" else 2,
        temper=Temper(patience=5, openness=5, trust=5),
    )


def _words_of(material: Material) -> PersonaWords:
    """Somebody's words, with one who decides in their place."""
    known = list(material.talk.personas.values())
    deciding = [words for words in known if words.decider is not None]
    return (*deciding, *known, PersonaWords(name="-", role="-", company="-", about="-"))[0]


# ── what an answer proves ────────────────────────────────────────────────────────────────────────────────────


def read_answer(material: Material) -> Iterator[Item]:
    """An answer to a question about a facet, or a push-back, and how the facet stands after it."""
    drill, words = material.coach.drills["read-answer"], material.script.words
    choices = _standings(words)
    asked = {criterion.facet for flow in material.script.flows.values() for criterion in flow.criteria.values()}
    usual = {criterion.facet for criterion in material.script.flow.criteria.values()}
    for facet in sorted(asked):
        name = facet_name(facet, material.coach)
        for truth in _TELLS:
            for line in _lines(material, facet, truth):
                yield Item(
                    material.id("read-answer", facet, mark_of(line.written)),
                    "read-answer",
                    filled(drill.asks, {"line": line.said, "facet": name}),
                    choices,
                    words.labels.standings[truth],
                    facet in usual,
                    by_choice(
                        material,
                        choices,
                        (truth,),
                        _proved(material, facet, truth, line.said),
                        _standings_of(material, facet),
                    ),
                )
    if drill.asks_too is None:
        return
    for objection, each in material.script.objections.items():
        if each.proves is None or objection not in words.objections or each.proves.standing == "declined":
            continue
        facet, standing = each.proves.facet, each.proves.standing
        name = facet_name(facet, material.coach)
        for said in words.objections[objection].they_say[:LINES]:
            yield Item(
                material.id("read-answer", "objection", objection, mark_of(said)),
                "read-answer",
                filled(drill.asks_too, {"line": said, "facet": name}),
                choices,
                words.labels.standings[standing],
                facet in usual,
                by_choice(
                    material,
                    choices,
                    (standing,),
                    _proved(material, facet, standing, said),
                    _standings_of(material, facet),
                ),
            )


def _standings(words: Words) -> tuple[Choice, ...]:
    return tuple(Choice(name, words.labels.standings[name]) for name in ("confirmed", "partial", "negative"))


def _standings_of(material: Material, facet: str) -> Mapping[str, str]:
    """What proves each standing of a facet; the same for every facet where nothing is written for this one."""
    own = cast(Mapping[str, Mapping[str, str]], material.coach.proofs).get(facet, {})
    return {**cast(Mapping[str, str], material.coach.standings), **own}


def _proved(material: Material, facet: str, standing: Standing, said: str) -> Callable[[], tuple[str, ...]]:
    """What a line proves, what that means, and the words in it that the program reads so."""
    name = facet_name(facet, material.coach)
    is_so = material.says(
        "standing_is",
        criterion=name[:1].upper() + name[1:],
        standing=material.script.words.labels.standings[standing],
        line=_standings_of(material, facet).get(standing, ""),
    )

    def reasons() -> tuple[str, ...]:
        shown = _shown(material, facet, said)
        return (is_so, material.says("shown_by", quote=shown)) if shown else (is_so,)

    return reasons


def _shown(material: Material, facet: str, said: str) -> str:
    """The words of a line that speak of a facet, as they are read in a call."""
    reading = read(said, material.language, today=material.today)
    spans = [sign.span for sign in reading.signs if sign.facet == facet]
    if facet == "money":
        spans += [amount.span for amount in reading.amounts]
    if facet == "timing":
        spans += [time.span for time in reading.times]
    if not spans:
        return ""
    start, end = min(spans)
    for other in sorted(spans):  # 'set aside 1' and '1,300 euros' are one
        if other[0] <= end:
            end = max(end, other[1])
    return said[start:end]


# ── which verdict ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Case:
    """How a lead stands under a framework, and what else is known: of a contract, another who decides, a start."""

    stands: tuple[Standing, ...]
    fact: str | None = None


def what_verdict(material: Material) -> Iterator[Item]:
    """How a lead stands under a framework, and the verdict that follows by its rule."""
    words = material.script.words
    outcomes = words.labels.outcomes
    names: list[str] = [name for name in material.coach.verdicts if name in outcomes]
    choices = tuple(Choice(name, outcomes[name].name) for name in names)
    asks = material.coach.drills["what-verdict"].asks
    for flow in material.script.flows.values():
        for case, decision in _cases(flow, material):
            if decision.verdict not in names:
                continue
            told = "; ".join(
                f"{words.criteria[name].name}: {words.labels.standings[standing]}"
                for name, standing in zip(flow.criteria, case.stands, strict=True)
            )
            facts = [material.says("profile_fits") if material.script.product.profile else ""]
            if case.fact is not None:
                facts.append(material.says(case.fact))  # type: ignore[arg-type]  # the facts are sayings
            known = {"framework": flow.title, "standings": told, "line": " ".join(filter(None, facts))}
            yield Item(
                material.id("what-verdict", flow.framework, _mark(case)),
                "what-verdict",
                filled(asks, known),
                choices,
                outcomes[decision.verdict].name,
                flow is material.script.flow,
                by_choice(
                    material,
                    choices,
                    (decision.verdict,),
                    always(*_why(material, flow, case, decision)),
                    cast(Mapping[str, str], material.coach.verdicts),
                ),
            )


def _mark(case: _Case) -> str:
    return "-".join((*(standing[0] for standing in case.stands), *((case.fact,) if case.fact else ())))


def _cases(flow: Flow, material: Material) -> Iterator[tuple[_Case, Decision]]:
    """Some cases for each verdict that the framework comes to, the same every time."""
    dice = random.Random(flow.framework)  # noqa: S311 - the same framework, the same items
    kinds, weights = list(_WEIGHTS), list(_WEIGHTS.values())
    facts: Sequence[str | None] = (None, None, None, None, "bound", "elsewhere", "next_year")
    found: dict[str, int] = {}
    seen: set[_Case] = set()
    for number in range(_TRIES):
        stands = tuple(dice.choices(kinds, weights, k=len(flow.criteria)))
        fact = facts[number % len(facts)]
        case = _told(flow, _Case(stands, fact))
        if case is None or case in seen:
            continue
        seen.add(case)
        decision = _decided(flow, case, material)
        if found.get(decision.verdict, 0) < _PER_VERDICT:
            found[decision.verdict] = found.get(decision.verdict, 0) + 1
            yield case, decision


def _told(flow: Flow, case: _Case) -> _Case | None:
    """The case with standings that agree with its fact.

    None where the framework does not ask for it, and where something else speaks against the lead as well: which
    of the two comes first would be a matter of taste.
    """
    if case.fact is None:
        return case
    facet = {"elsewhere": "authority", "next_year": "timing"}.get(case.fact or "")
    at = [number for number, criterion in enumerate(flow.criteria.values()) if criterion.facet == facet]
    against = [n for n, standing in enumerate(case.stands) if standing in ("negative", "declined") and n not in at]
    if against or (facet is not None and not at):
        return None
    return _Case(tuple("negative" if n in at else s for n, s in enumerate(case.stands)), case.fact)


def _decided(flow: Flow, case: _Case, material: Material) -> Decision:
    """What the program itself decides of it."""
    product = material.script.product
    ledger = Ledger()
    for standing, criterion in zip(case.stands, flow.criteria.values(), strict=True):
        if standing != "unknown":
            on = months_after(_DAY, 14) if case.fact == "next_year" and criterion.facet == "timing" else None
            ledger = ledger.file([Evidence(criterion.facet, standing, "", 1, on)])
    if product.profile and all(criterion.facet != "profile" for criterion in flow.criteria.values()):
        ledger = ledger.file([Evidence("profile", "confirmed", "", 1)])
    if case.fact == "elsewhere":
        ledger = ledger.meet([Person("Somebody Else", None, True, (0, 0))], "", 1)
    if case.fact == "bound":
        ends = months_after(_DAY, 18)
        ledger = ledger.bind("", 1, Time(ends, ends, "day", (0, 0)))
    return decide(flow, standings(flow, ledger), ledger, product, _DAY)


def _why(material: Material, flow: Flow, case: _Case, decision: Decision) -> tuple[str, ...]:
    """Why a verdict follows: what it means, what decided it, and the framework's rule where that was asked."""
    words = material.script.words
    verdict = words.labels.outcomes[decision.verdict].name
    out = [material.says("verdict_is", verdict=verdict, line=_meaning(material, decision.verdict))]
    if (
        decision.decided_by is not None
        and decision.decided_by in flow.criteria
        and decision.verdict != "qualified"
    ):
        out.append(material.says("decided_by", criterion=words.criteria[decision.decided_by].name))
    if decision.verdict in _BEFORE_THE_RULE:
        return (*out, material.says("before_rule"))
    counted = material.says(
        "counted",
        confirmed=case.stands.count("confirmed"),
        open=sum(case.stands.count(standing) for standing in ("partial", "unknown")),
    )
    return (*out, *rule_in_words(material, flow), counted)


def _meaning(material: Material, verdict: str) -> str:
    return cast(Mapping[str, str], material.coach.verdicts)[verdict]


def rule_in_words(material: Material, flow: Flow) -> list[str]:
    """What a framework asks for before anybody is qualified."""
    rule, words = flow.qualified, material.script.words
    about: dict[str, str | int] = {"framework": flow.title, "of": len(flow.criteria)}
    out: list[str] = []
    if rule.points is not None:
        points = rule.points
        out.append(
            material.says(
                "rule_points",
                **about,
                count=points.at_least,
                partial=points.partial,
                confirmed=points.confirmed,
            )
        )
    elif rule.every is not None:
        each = (f"{words.criteria[n].name}: {words.labels.standings[least]}" for n, least in rule.every.items())
        out.append(material.says("rule_every", **about, names="; ".join(each)))
    elif rule.first is not None:
        out.append(material.says("rule_first", **about, count=rule.first))
    else:
        out.append(material.says("rule_confirmed", **about, count=rule.confirmed or 1))
    if flow.gates:
        out.append(material.says("rule_gate", names=", ".join(words.criteria[n].name for n in flow.gates)))
    if flow.levels:
        out.append(material.says("rule_levels"))
    return out
