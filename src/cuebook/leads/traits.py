"""What a lead's list and form tell of the kind of buyer it is, by the names that buyer profiles use (Q20, Q22)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from cuebook.conversation.form import whole_number
from cuebook.dialogue.model import Condition, Product
from cuebook.leads import territories
from cuebook.leads.headers import plain, trait_asked, trait_of
from cuebook.leads.model import Lead

_ANY_DAY = date(2000, 1, 1)
"""No trait depends on the day on which it was told."""


class Sought:
    """The traits that some products' buyer profiles ask about, and how a cell is to be read as each."""

    def __init__(self, products: Iterable[Product], language: str) -> None:
        self._language = language
        self._conditions: dict[str, list[Condition]] = {}
        for product in products:
            for name, condition in product.profile.items():
                self._conditions.setdefault(name, []).append(condition)

    def of(self, lead: Lead) -> dict[str, str | float]:
        """What the lead's list and form tell of these traits. What cannot be read is left out, not guessed at."""
        found: dict[str, str | float] = {}
        for question, answer in lead.answers.items():
            found |= self._told(question, answer)
        for header, cell in lead.traits.items():
            name = trait_of(header) or _named(header)
            value = self._value(name, cell) if name in self._conditions else None
            if value is not None:
                found[name] = value
        return found

    def _told(self, question: str, answer: str) -> Mapping[str, str | float]:
        """What an answer tells: of the trait that was asked about, and of others that it mentions."""
        asked = trait_asked(question)
        told = {name: value for name, value in _read(answer, self._language, None) if name in self._conditions}
        if asked is not None and asked in self._conditions and asked not in told:
            value = self._value(asked, answer)
            if value is not None:
                told[asked] = value
        return told

    def _value(self, name: str, cell: str) -> str | float | None:
        conditions = self._conditions[name]
        if any(condition.least is not None or condition.most is not None for condition in conditions):
            return whole_number(cell)
        listed = [said for condition in conditions for said in (*condition.one_of, *condition.none_of)]
        if territories.are_codes(listed):
            return territories.code_of(cell)
        if cell.casefold() in {said.casefold() for said in listed}:
            return cell
        if trait_of(name) is None or name == "country":
            return cell  # a quality of the seller's own: its values are those that the profile names
        return dict(_read(cell, self._language, name)).get(name)


@lru_cache(maxsize=4096)
def _named(header: str) -> str:
    return plain(header).replace(" ", "_")


@lru_cache(maxsize=50_000)
def _read(said: str, language: str, asked: str | None) -> tuple[tuple[str, str | float], ...]:
    """The traits that a line tells, as it is read in a call; the same few values stand in most rows of a list."""
    from cuebook.understanding import languages
    from cuebook.understanding.line import Line
    from cuebook.understanding.traits import ASKED, traits

    if language not in languages.languages():
        return ()
    line = Line(said, language, _ANY_DAY, f"{ASKED}{asked}" if asked else None)
    return tuple((trait.name, trait.value) for trait in traits(line))
