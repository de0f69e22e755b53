"""The words of money in a language, as symbols: currencies, periods, bounds and what stands around an amount."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from cuebook.understanding.lexicon import common, load
from cuebook.understanding.plain import ways
from cuebook.understanding.symbols import Symbols


class Currency(NamedTuple):
    """A currency as written: its ISO 4217 code (None where none fits), and what the number is multiplied by.

    `word` is true for a name ('euros'), which stands after its number, false for a sign or a code.
    `capitals` is true for a code that is read in capitals only, `after` for one that stands after its number.
    """

    code: str | None
    factor: float = 1
    word: bool = False
    capitals: bool = False
    after: bool = False


HUNDREDTH = "cent"
"""What stands for a currency where only hundredths are named: '50 cents' may be of dollars or of euros, so it is
kept as said, and never held against a price."""

_BOUNDS = ("low", "high", "low_after", "high_after")
_SIDES = ("tax", *_BOUNDS, "between", "range", "and", "or", "about", "few", "percent")


@cache
def money_words(language: str) -> Symbols:
    """Build the words of money in `language`, each under the kind that money.py knows."""
    lexicon = load(language, "values")["money"]
    return Symbols(
        [
            *_named(lexicon),
            *_coded(),
            *_periods(lexicon["per"]),
            *_sides(lexicon),
            *_several(lexicon),
            *((str(phrase), "cue", None) for phrase in lexicon["cue"]),
            *((str(phrase), "a", None) for phrase in load(language, "values")["numbers"]["one"]),
        ],
        ways(language),
    )


@cache
def followers(language: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Give the words that may follow a bare amount, nouns that are counted, and how more of those begin."""
    lexicon = load(language, "values")["money"]
    counted = [str(word) for word in lexicon["counted"]]
    return (
        frozenset(map(str, lexicon["after"])),
        frozenset(word for word in counted if not word.endswith("*")),
        tuple(word[:-1] for word in counted if word.endswith("*")),
    )


@cache
def fillers(language: str) -> frozenset[str]:
    """Give the words that may stand between a word of money ('budget') and its number."""
    return frozenset(map(str, load(language, "values")["money"]["filler"]))


@cache
def money_scales(language: str) -> frozenset[str]:
    """Give the scales that are said of money more than of things: 'grand', 'k'."""
    return frozenset(map(str, load(language, "values")["money"]["scales"]))


@cache
def beside_is_range(language: str) -> bool:
    """Whether two numbers side by side are the ends of a range: 'twenty thirty million'."""
    return bool(load(language, "values")["money"].get("adjacent"))


@cache
def counting(language: str) -> frozenset[str]:
    """Give the verbs of counting: a number with a period after them is no price ('we print 800 a month')."""
    return frozenset(map(str, load(language, "values")["money"].get("counting", ())))


@cache
def before_years(language: str) -> frozenset[str]:
    """Give the words after which four figures are a year: 'the 1990 one', 'since 2010'."""
    return frozenset(map(str, load(language, "values")["money"].get("before_years", ())))


@cache
def weights(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that tell a weight, and the names of currencies that are weights beside them."""
    lexicon = load(language, "values")["money"].get("weight", {})
    return frozenset(map(str, lexicon.get("words", ()))), frozenset(map(str, lexicon.get("units", ())))


def _sides(lexicon: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Bounds and joints; the value of a bound tells whether it may also stand after its number ('50k max')."""
    for kind in _SIDES:
        either = set(lexicon.get(f"{kind}_after", ()))
        for phrase in lexicon.get(kind, ()):
            yield str(phrase), kind, phrase in either


def _several(lexicon: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Words for a range of their own, such as 'kilkaset', some hundreds; the value is both ends."""
    for ends, phrases in lexicon.get("several", {}).items():
        low, high = map(float, str(ends).split())
        for phrase in phrases:
            yield str(phrase), "several", (low, high)


def _named(lexicon: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for sign, meant in lexicon.get("signs", {}).items():  # 'kr 500', 'tkr 40': as a sign, before or after
        for code, factor in meant.items():
            yield str(sign), "currency", Currency(code, factor)
    for entry in lexicon["names"]:
        factor = entry.get("times", 1)  # 'tkr' is a thousand kronor
        for name in map(str, entry["names"]):
            yield name, "currency", Currency(entry["alone"], factor, word=name[0].isalpha())
            for whose, code in entry.get("of", {}).items():
                yield f"{whose} {name}", "currency", Currency(code, factor, word=name[0].isalpha())
    for entry in lexicon.get("minor", ()):
        for name in entry["names"]:
            # Cents of who knows what are counted as they are said; pence are of one currency only.
            known = entry["alone"]
            yield str(name), "minor", Currency(known or HUNDREDTH, 0.01 if known else 1, word=True)


def _coded() -> Iterator[tuple[str, str, Any]]:
    """Signs and codes. A sign of letters ('kr') means what the language says it does, as names come first."""
    known = common("currencies")
    for sign, code in known["signs"].items():
        yield sign, "currency", Currency(code)
    renamed = known["also"]
    for code in [code.upper() for code in known["codes"]] + known["capitals"]:
        yield code, "currency", Currency(renamed.get(code, code), capitals=code in known["capitals"])
        for prefix, factor in known["prefixes"].items():
            yield (
                f"{prefix}{code}",
                "currency",
                Currency(renamed.get(code, code), factor, capitals=code in known["capitals"]),  # 'mars' is no MARS
            )
    for code in known["after"]:
        yield code, "currency", Currency(code, capitals=True, after=True)
    for code, official in renamed.items():
        yield code, "currency", Currency(official, capitals=True)


def _periods(per: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for phrase in per.get("not", ()):
        yield str(phrase), "often", None
    for period, units in per["units"].items():
        for before in per["before"]:
            for unit in units:
                if len(unit) == 1 and before.isalpha():  # '/m', but not 'a m'
                    continue
                yield f"{before} {unit}", "per", period
    for period, phrases in per["whole"].items():
        for phrase in phrases:
            yield str(phrase), "whole", period
