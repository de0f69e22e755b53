"""Whether two leads are one person: by e-mail, by telephone, by name and company, however written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from cuebook.leads.model import Lead

_EXTENSION = re.compile(r"(?:ext|extension|x|wew|anknytning|вътр)\.?\s*\d+\s*$", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s@<>,;\"()]+@[^\s@<>,;\"()]+\.[^\s@<>,;\"().]{2,}")
_LEAST_DIGITS = 6
_TELLING = 8
"""The last so many digits tell numbers apart, with or without the code of the country."""
_SHARED = 100
"""Leads looked at that share a number or an address; what more of them share tells nobody apart."""


def folded(text: str | None) -> str:
    """Text without case or spacing."""
    return unicodedata.normalize("NFC", " ".join((text or "").split()).casefold())


def address(text: str) -> str | None:
    """The e-mail address in a cell ('Anna <anna@x.no>'), lower case; None where there is none."""
    found = _ADDRESS.search(text)
    return found.group().casefold() if found else None


def digits(phone: str | None) -> str:
    """A telephone number as its digits, of any script, without extension, leading zeros and 00; '' for none."""
    bare = _EXTENSION.sub("", unicodedata.normalize("NFKC", phone or ""))
    found = "".join(str(unicodedata.digit(c)) for c in bare if c.isdigit()).lstrip("0")
    return found if len(found) >= _LEAST_DIGITS else ""


class Known:
    """Leads by what tells who they are. The first that was added is the one that is found."""

    def __init__(self, leads: Iterable[Lead] = ()) -> None:
        self._by: dict[tuple[str, ...], list[Lead]] = {}
        for lead in leads:
            self.add(lead)

    def add(self, lead: Lead) -> None:
        """Know one more."""
        for key in _keys(lead):
            self._by.setdefault(key, []).append(lead)

    def find(self, lead: Lead) -> Lead | None:
        """The one that `lead` is, if any.

        An address or a telephone may be shared (post@, the switchboard): names that have nothing in common are two
        people. A telephone without the code of its country is the same number with it.
        """
        for key in _keys(lead):
            for other in self._by.get(key, [])[:_SHARED]:
                if key[0] == "who" or _may_be(lead, other):
                    return other
        return None


def _keys(lead: Lead) -> Iterator[tuple[str, ...]]:
    if lead.email:
        yield "email", lead.email.casefold()
    number = digits(lead.phone)
    if number:
        yield "phone", number[-_TELLING:]
    yield "who", folded(lead.name), folded(lead.company)


def _may_be(one: Lead, other: Lead) -> bool:
    if not (one.person and other.person):
        return True
    return bool(_words(one.name) & _words(other.name))


def _words(name: str) -> set[str]:
    return {word for part in folded(name).split() if (word := part.strip(".,"))}
