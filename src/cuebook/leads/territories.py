"""Countries as lists write them, and their ISO 3166 codes, which is what buyer profiles compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

_LANGUAGES = ("en", "nb", "sv", "pl", "bg", "fa")
_ALSO: Mapping[str, str] = {
    "america": "US", "united states of america": "US", "the united states": "US",
    "uk": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB",
    "the netherlands": "NL", "holland": "NL", "czech republic": "CZ", "turkey": "TR", "republic of ireland": "IE",
    "ivory coast": "CI", "burma": "MM", "macedonia": "MK", "swaziland": "SZ", "cape verde": "CV",
}  # fmt: skip
"""English names that are still written and that the tables of today's names no longer have."""


def code_of(country: str) -> str | None:
    """The code of a country by its name in one of the six languages, or by the code itself; None if unknown.

    A name that stands for two countries ('Kongo') is not guessed at.
    """
    said = _folded(country)
    return _names().get(said) or (said.upper() if said.upper() in _codes() else None)


def name_of(code: str) -> str:
    """The English name of a country; the code itself where there is none of that code."""
    return _codes().get(code.upper(), code)


def are_codes(listed: Iterable[str]) -> bool:
    """Whether these are codes of countries, all of them and at least one."""
    codes = [each.upper() for each in listed]
    return bool(codes) and all(len(code) == 2 for code in codes) and all(code in _codes() for code in codes)


def _folded(name: str) -> str:
    return " ".join(name.replace(".", "").casefold().split())


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    from babel import Locale

    found: dict[str, set[str]] = {}
    for language in _LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code in _codes():
                found.setdefault(_folded(name), set()).add(code)
    return {**{name: codes.pop() for name, codes in found.items() if len(codes) == 1}, **_ALSO}


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    from babel import Locale

    names: Mapping[str, str] = Locale.parse("en").territories
    return {code: name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in _NONE}


_NONE = frozenset(("EU", "EZ", "UN", "XA", "XB", "ZZ"))
"""Codes in the tables that are no country's."""
