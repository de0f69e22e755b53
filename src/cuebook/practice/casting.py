"""Who is on the phone: a persona on a day of theirs, the facts that fill their words, how they really stand."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from cuebook.conversation.cue import day_in_words
from cuebook.conversation.script import Script
from cuebook.dialogue.model import Flow, Objection, Product
from cuebook.dialogue.personas import Persona, Personas, PersonaWords, TalkWords
from cuebook.errors import UsageError
from cuebook.nearest import nearest
from cuebook.qualification.judge import decide, standings
from cuebook.qualification.ledger import Evidence, Ledger
from cuebook.qualification.means import months_after
from cuebook.qualification.status import Decision, Standing
from cuebook.understanding.reading import Person, Time

ENOUGH, TOO_LITTLE = 1.5, 0.3
"""What somebody with the means could spend, and somebody without, in prices of the product, if none is written."""

INTERRUPTED = range(2, 10)
"""The line before which something comes in between, if anything does."""

_WELCOME = ("qualified", "nurture", "callback", "rerouted", "incomplete")
"""Verdicts after which another talk suits the prospect too."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is on the phone: the persona with all that they could say, the catalogue, and the seed of the call.

    `facts` fill the names in their words; `welcomes`: a next step suits them, as they really stand. `luck` is how
    good a day it is, from -1 to 1; None: an even one, on which what is likely happens and nothing else does.
    `interrupted` is the line before which something comes in between.
    """

    persona: Persona
    words: PersonaWords
    talk: TalkWords
    product: str
    they_say: Mapping[str, tuple[str, ...]]
    catalogue: Mapping[str, Objection]
    facts: Mapping[str, str]
    welcomes: bool
    seed: str
    luck: float | None = None
    interrupted: int | None = None


def cast_of(personas: Personas, name: str, script: Script, seed: int | str, today: date) -> Cast:
    """The persona `name` on the phone, in a call by this script; `seed` names the call, and with it their day.

    Raises UsageError for a persona that is not there, or does not speak the language of the call.
    """
    language = script.setup.language
    known = personas.worded(language)
    if name not in known:
        raise UsageError(f"There is no persona {name!r} in {language!r}.", nearest(name, known))
    persona, talk = personas.personas[name], personas.words[language]
    words = talk.spoken_by(name, script.product.product)
    named = f"{seed}/{name}/{script.product.product}"
    dice = random.Random(named)  # noqa: S311 - the same seed, the same day
    luck = dice.uniform(-1, 1)
    persona = on_a_day(persona, luck, (dice.random(), dice.random(), dice.random()))
    words = replace(words, decider=dice.choice((words.decider, *words.other_deciders)))
    truth = truth_of(script.flow, persona, script.product, today)
    return Cast(
        persona=persona,
        words=words,
        talk=talk,
        product=script.product.product,
        they_say={objection: each.they_say for objection, each in script.words.objections.items()}
        | dict(words.objects),
        catalogue=script.objections,
        facts=facts_of(persona, words, script, today),
        welcomes=truth.verdict in _WELCOME,
        seed=named,
        luck=luck,
        interrupted=dice.choice(INTERRUPTED),
    )


def on_a_day(persona: Persona, luck: float, drawn: tuple[float, float, float]) -> Persona:
    """The persona on a day of theirs: `luck` says how good it is, from -1 to 1.

    `drawn`, each of 1, says where within their bounds the money, the start and the end of the contract lie.
    """
    day, temper = persona.day, persona.temper
    return replace(
        persona,
        temper=replace(
            temper,
            patience=max(1, round(temper.patience + luck * day.patience)),
            trust=min(10, max(0, round(temper.trust + luck * day.trust))),
        ),
        spends=_within(day.spends, drawn[0], persona.spends),
        starts_months=_rounded(_within(day.starts_months, drawn[1], persona.starts_months)),
        contract_months=_rounded(_within(day.contract_months, drawn[2], persona.contract_months)),
    )


def _within(bounds: tuple[float, float] | None, share: float, otherwise: float | None) -> float | None:
    return otherwise if bounds is None else bounds[0] + share * (bounds[1] - bounds[0])


def _rounded(months: float | None) -> int | None:
    return None if months is None else round(months)


def facts_of(persona: Persona, words: PersonaWords, script: Script, today: date) -> Mapping[str, str]:
    """What fills the names in a persona's words, as it is said in the language of the call."""
    return facts_about(persona, words, script.product, script.sold.topic, script.setup.language, today)


def facts_about(
    persona: Persona, words: PersonaWords, product: Product, topic: str, language: str, today: date
) -> Mapping[str, str]:
    """The same for a product and its topic, where there is no script. `personas.NAMES` are the names."""
    start = months_after(today, persona.starts_months) if persona.starts_months is not None else None
    return {
        "decider": words.decider or "",
        "sum": _sum(persona, product, language),
        "start": _month(start, language) if start else "",
        "ends": day_in_words(_ends(persona, today) or today, language),
        "topic": topic,
        "company": words.company or "",
        "me": words.name,
        "day": _weekday(today, language),  # until the rep proposes one
    }


def truth_of(flow: Flow, persona: Persona, product: Product, today: date) -> Decision:
    """The verdict that a call with this persona should come to: that of how they really stand, all of it known."""
    facets = [criterion.facet for criterion in flow.criteria.values()]
    if persona.part == "gatekeeper":  # whatever else is asked, they can only say who decides
        facets.append("authority")
    ledger = Ledger().file(_known(persona, facet, today) for facet in facets)
    profile: Standing = "confirmed" if persona.fits else "negative"
    ledger = ledger.file([Evidence("profile", profile, "", 1)] if product.profile else [])
    if persona.decider:
        ledger = ledger.meet([Person("Somebody Else", None, True, (0, 0))], "", 1)
    ends = _ends(persona, today)
    if ends is not None:
        ledger = ledger.bind("", 1, Time(ends, ends, "day", (0, 0)))
    return decide(flow, standings(flow, ledger), ledger, product, today)


def _known(persona: Persona, facet: str, today: date) -> Evidence:
    standing: Standing = persona.stands(facet)
    dated = facet == "timing" and standing == "negative" and persona.starts_months is not None
    return Evidence(facet, standing, "", 1, months_after(today, persona.starts_months or 0) if dated else None)


def _ends(persona: Persona, today: date) -> date | None:
    """When their contract ends: the last of a month."""
    if persona.contract_months is None:
        return None
    return months_after(today.replace(day=1), persona.contract_months + 1) - timedelta(days=1)


def _sum(persona: Persona, product: Product, language: str) -> str:
    """What they could spend, as it is said: '1,300 euros a month'."""
    price = product.price
    share = persona.spends or (TOO_LITTLE if persona.stands("money") == "negative" else ENOUGH)
    amount = max(1, round(price.amount * share, -2 if price.amount * share >= 1000 else -1))
    return _money(amount, price.currency, language) + (f" a {price.per}" if price.per else "")


@lru_cache(maxsize=1_000)  # thousands of simulated calls name the same few sums
def _money(amount: float, currency: str, language: str) -> str:
    from babel.numbers import format_decimal, get_currency_name

    return (
        f"{format_decimal(amount, locale=language)} {get_currency_name(currency, count=amount, locale=language)}"
    )


@lru_cache(maxsize=1_000)
def _weekday(day: date, language: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, format="EEEE", locale=language))


@lru_cache(maxsize=1_000)
def _month(day: date, language: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, format="MMMM y", locale=language))
