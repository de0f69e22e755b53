"""A form's answers as first evidence: they are read as if they had been said, and filed as such (Q22)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from cuebook.conversation.known import Known, learned
from cuebook.conversation.script import Script
from cuebook.qualification.gather import Hearing, gather, profile
from cuebook.qualification.ledger import Ledger
from cuebook.understanding.reading import Reading, Trait

_NUMBER = re.compile(r"\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+|\d+")


def from_form(
    script: Script, answers: Iterable[tuple[str | None, str]], traits: Mapping[str, str | float], on: date
) -> Known:
    """What is known of a lead by what they wrote on day `on`.

    `answers` are pairs of the facet that was asked about (None: not known) and the answer; `traits` the columns
    of their list by name, of which those of the product's buyer profile are held against it. An answer in a
    language that cannot be read is left out: it stays with the lead, for the rep to read.
    """
    from cuebook.understanding import languages
    from cuebook.understanding.read import read

    ledger = Ledger()
    language = script.setup.language
    if language in languages.languages():
        for facet, said in answers:
            hearing = Hearing(read(said, language, today=on, expecting=facet), facet, on, 0)
            ledger = gather(ledger, hearing, script.product, script.objections)
    for name, condition in script.product.profile.items():
        if name in traits and name not in ledger.traits:
            counts = condition.least is not None or condition.most is not None
            told = traits[name]
            value = whole_number(told) if counts and isinstance(told, str) else told
            if value is not None:
                ledger = _of_profile(ledger, script, Trait(name, value, (0, 1)), on)
    return learned(ledger, None, on)


def _of_profile(ledger: Ledger, script: Script, trait: Trait, on: date) -> Ledger:
    shown = f"{trait.value:g}" if isinstance(trait.value, float) else trait.value
    reading = Reading(f"{trait.name}: {shown}", script.setup.language, traits=(trait,))
    return profile(ledger, Hearing(reading, None, on, 0), script.product)


def whole_number(cell: str) -> float | None:
    """A whole number as lists write it; None for what is none, which nobody guesses at."""
    found = _NUMBER.fullmatch(cell.strip())
    return float(re.sub(r"\D", "", found.group())) if found else None
