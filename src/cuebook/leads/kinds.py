"""What kind of lead somebody is (Q21): at capture, and after each call."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cuebook.leads.model import Kind

_BY_DISPOSITION: Mapping[str, tuple[Kind, str]] = {
    "qualified": ("SQL", "qualified in a call"),
    "nurture": ("MQL", "fits, is not ready"),
    "lost": ("MQL", "means to buy later"),  # the lost queue, with its date (Q18)
    "disqualified": ("unqualified", "not a fit"),
    "set_aside": ("unqualified", "set aside"),
    "do_not_call": ("unqualified", "asked not to be called"),
}
"""All other dispositions (no answer, hung up, passed on, ...) tell nothing new of the lead."""

_NAMED: Mapping[str, Kind] = {
    "mql": "MQL",
    "marketing qualified lead": "MQL",
    "marketing qualified": "MQL",
    "sql": "SQL",
    "sales qualified lead": "SQL",
    "sales qualified": "SQL",
    "pql": "PQL",
    "product qualified lead": "PQL",
    "product qualified": "PQL",
    "cql": "CQL",
    "conversation qualified lead": "CQL",
    "customer qualified lead": "CQL",
    "unqualified": "unqualified",
}
_BY_FORM = re.compile(
    r"\b(?:web ?form|web ?site|form|contact us|call ?back|call[ -]me|inbound"
    r"|skjema|nettskjema|nettside|formulär|webbplats|hemsida|formularz|strona www|форма|формуляр|уебсайт)\b"
    r"|فرم|وب‌سایت|وبسایت",
    re.IGNORECASE,
)
_BY_TRIAL = re.compile(
    r"\b(?:free ?mium|trial|prøveperiode|gratisversjon|provperiod|okres próbny|пробен период)\b|نسخه آزمایشی",
    re.IGNORECASE,
)


def named(text: str) -> Kind | None:
    """The kind that a list calls the lead, where it is one of ours ('Marketing Qualified Lead')."""
    return _NAMED.get(" ".join(re.sub(r"[_-]", " ", text).casefold().split()))


def at_capture(*, source: str | None, answered: bool, asked_for_call: bool, on_trial: bool) -> tuple[Kind, str]:
    """The kind of a lead that comes in, and why. Whoever wants to talk comes before whoever tries it out."""
    told = source or ""
    if asked_for_call:
        return "CQL", "asked to be called"
    if on_trial or _BY_TRIAL.search(told):
        return "PQL", "uses a trial or a free plan"
    if answered or _BY_FORM.search(told):
        return "CQL", "sent a form"
    return "unqualified", "not qualified yet"


def after_call(disposition: str, verdict: str) -> tuple[Kind, str] | None:
    """The kind that a call makes of its lead, and why; None where it changes nothing.

    Whoever is to be called back because a contract binds them fits and is not ready (Q17); whoever only had no
    time is what they were.
    """
    if disposition == "callback" and verdict == "callback":
        return "MQL", "bound by a contract"
    return _BY_DISPOSITION.get(disposition)
