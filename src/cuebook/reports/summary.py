"""The summary of a call: what a manager, or the rep tomorrow, needs of it, the most important first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Literal

from cuebook.conversation.moves import End
from cuebook.conversation.record import Turn
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Words
from cuebook.dialogue.naming import objection_name, outcome_name, stage_name
from cuebook.qualification.committee import in_order, in_words
from cuebook.qualification.ledger import Ledger, Referral
from cuebook.qualification.status import Status
from cuebook.qualification.telling import trait
from cuebook.reports.lines import Line, standing_lines, taken_back

Format = Literal["text", "markdown", "json"]


@dataclass(frozen=True, slots=True)
class Stood:
    """How a criterion stood. `name` and `says` are in the words of the call's language.

    `contradicts`: the earlier words that the quote overruled. `by_rep`: the rep's mark decided.
    """

    criterion: str
    name: str
    standing: str
    says: str
    quote: str | None
    turn: int | None
    contradicts: str | None
    by_rep: bool


@dataclass(frozen=True, slots=True)
class Met:
    """An objection, how often it came, and at which turns."""

    objection: str
    name: str
    class_name: str
    times: int
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who takes part in the decision. `prospect`: the one on the phone.

    `part` is the rep's mark, None where none was made; `decides` as it was heard, None if not known.
    """

    name: str | None
    role: str | None
    decides: bool | None
    part: str | None
    quote: str
    turn: int
    prospect: bool

    @property
    def tells(self) -> str | None:
        """Their part in a word or two."""
        return in_words(self.part, self.decides)


@dataclass(frozen=True, slots=True)
class Agreement:
    """A contract with another supplier, in the prospect's words, and its last day where that is known."""

    quote: str
    turn: int
    ends: date | None


@dataclass(frozen=True, slots=True)
class Closing:
    """How the rep closed the call, or, where it is open, how it could be closed: next step and its day."""

    disposition: str
    name: str
    next_step: str | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Summary:
    """A call, summed up; the fields are the keys of its JSON, in this order.

    `fits_better` is another product that clearly fits them better, and why. `verdict` is an id and
    `verdict_name` its name, and so on. `on` is the day that the verdict itself names. `closing` is None while
    the call is open, and then `proposed` holds. `seconds` is first to last turn.
    """

    call: str | None
    lead: str | None
    company: str | None
    rep: str | None
    product: str
    product_name: str
    framework: str
    framework_name: str
    language: str
    depth: str
    source: str | None
    started: datetime
    ended: datetime | None
    seconds: int
    questions: int
    verdict: str
    verdict_name: str
    decided_by: str | None
    decided_by_name: str | None
    because: str | None
    on: date | None
    closing: Closing | None
    proposed: Closing | None
    confirmed: int
    of: int
    standings: tuple[Stood, ...]
    contract: Agreement | None
    supplier: str | None
    people: tuple[Known, ...]
    referrals: tuple[Referral, ...]
    fits_better: str | None
    objections: tuple[Met, ...]
    notes: tuple[Line, ...]
    transcript: tuple[Line, ...]


def summarise(setup: Setup, turns: Sequence[Turn], words: Words, call: str | None) -> Summary:
    """Sum up a call of at least turn 0. `call` is its id, None where no store has it."""
    last, out = turns[-1], taken_back(turns)
    lines = [
        replace(line, text=objection_name(words, line.text)) if line.kind == "object" else line
        for line in standing_lines(((turn.n, turn.at, turn.move) for turn in turns), out)
    ]
    decision = last.status.decision
    over = last.stage in ("closed", "do_not_call")
    product = words.products.get(setup.product)
    return Summary(
        call=call,
        lead=setup.lead.name,
        company=setup.lead.company,
        rep=setup.rep.name,
        product=setup.product,
        product_name=product.name if product else _spaced(setup.product),
        framework=last.status.framework,
        framework_name=last.status.title,
        language=setup.language,
        depth=last.depth,
        source=setup.source,
        started=turns[0].at,
        ended=last.at if over else None,
        seconds=max(0, round((last.at - turns[0].at).total_seconds())),
        questions=last.asked,
        verdict=decision.verdict,
        verdict_name=outcome_name(words, decision.verdict),
        decided_by=decision.decided_by,
        decided_by_name=stage_name(words, decision.decided_by) if decision.decided_by else None,
        because=decision.because,
        on=decision.on,
        closing=_closed(turns, out, words) if last.stage == "closed" else None,
        proposed=None if over else _proposed(last, words),
        confirmed=last.status.confirmed,
        of=len(last.status.criteria),
        standings=_standings(last.status, words),
        contract=_contract(last.ledger),
        supplier=last.ledger.supplier.quote if last.ledger.supplier else None,
        people=_people(last.ledger, setup),
        referrals=last.ledger.referrals,
        fits_better=_better(last, words),
        objections=_objections(turns, out, words),
        notes=tuple(line for line in lines if line.kind == "note"),
        transcript=tuple(line for line in lines if line.kind != "note"),
    )


def render(summary: Summary, form: Format, *, transcript: bool = False) -> str:
    """The summary as text for a terminal, as Markdown, or as JSON; with the lines of the call if asked for.

    In text and Markdown, whatever was said is only ever shown: it formats nothing and controls nothing.
    """
    if form == "json":
        return json.dumps(asdict(summary), default=_iso, ensure_ascii=False, indent=2)
    from cuebook.reports.rendering import rendered

    values = {
        "call": summary,
        "transcript": summary.transcript if transcript else (),
        "width": max((len(one.name) for one in summary.standings), default=0),
        "says": max((len(one.says) for one in summary.standings), default=0),
    }
    return rendered(form, values)


def _iso(value: date) -> str:
    return value.isoformat()


def _standings(status: Status, words: Words) -> tuple[Stood, ...]:
    return tuple(
        Stood(
            criterion=name,
            name=stage_name(words, name),
            standing=stands.standing,
            says=words.labels.standings.get(stands.standing, _spaced(stands.standing)),
            quote=stands.quote,
            turn=stands.turn,
            contradicts=stands.contradicts,
            by_rep=stands.by_rep,
        )
        for name, stands in status.criteria.items()
    )


def _contract(ledger: Ledger) -> Agreement | None:
    held = ledger.contract
    return Agreement(held.quote, held.turn, held.ends) if held else None


def _people(ledger: Ledger, setup: Setup) -> tuple[Known, ...]:
    """The prospect first, by the name of the lead; then the others, those who decide before the rest."""
    known = [
        Known(
            name=member.person.name or (setup.lead.name if not key else None),
            role=member.person.role,
            decides=member.person.decides,
            part=member.part,
            quote=member.quote,
            turn=member.turn,
            prospect=not key,
        )
        for key, member in in_order(ledger.people)
    ]
    return tuple(sorted(known, key=lambda one: not one.prospect))


def _better(last: Turn, words: Words) -> str | None:
    """The product that clearly fits better than the one of the call, with the reasons (Q6)."""
    name = last.suits.better
    if name is None:
        return None
    product = words.products.get(name)
    held = ", ".join(trait(reason.trait, reason.value) for reason in last.fits[name].reasons if reason.fits)
    return f"{product.name if product else _spaced(name)} ({held})"


def _objections(turns: Sequence[Turn], out: frozenset[int], words: Words) -> tuple[Met, ...]:
    """What was met and stands, in the order in which each first came."""
    rewritten = {turn.rewrites: turn.n for turn in turns if turn.rewrites is not None and turn.n not in out}
    met: dict[str, Met] = {}
    for turn in turns:
        raised, line = turn.met, turn.n if turn.rewrites is None else turn.rewrites
        if raised is None or turn.n in out or rewritten.get(line, turn.n) > turn.n:
            continue
        before = met.get(raised.objection)
        met[raised.objection] = Met(
            objection=raised.objection,
            name=objection_name(words, raised.objection),
            class_name=words.labels.classes.get(raised.class_, raised.class_),
            times=before.times + 1 if before else 1,
            turns=(*before.turns, turn.n) if before else (turn.n,),
        )
    return tuple(met.values())


def _closed(turns: Sequence[Turn], out: frozenset[int], words: Words) -> Closing | None:
    ends = [turn.move for turn in turns if isinstance(turn.move, End) and turn.n not in out]
    if not ends:
        return None
    end = ends[-1]
    return Closing(end.disposition, outcome_name(words, end.disposition), end.next_step, end.on)


def _proposed(last: Turn, words: Words) -> Closing:
    given = last.proposal
    on = date.fromisoformat(given.on) if given.on else None
    return Closing(given.disposition, outcome_name(words, given.disposition), given.next_step, on)


def _spaced(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")
