"""What the parts of a turn are called on the screen: signs, names and values, in a word or two each."""

from __future__ import annotations

from collections.abc import Mapping

from cuebook.dialogue import naming
from cuebook.dialogue.model import Words
from cuebook.qualification.status import Standing, Verdict
from cuebook.qualification.telling import number, trait
from cuebook.understanding.reading import Amount, Person, Reading, Span, Time

SIGNS: Mapping[Standing, str] = {
    "unknown": "○",
    "partial": "◐",
    "confirmed": "●",
    "negative": "✗",
    "declined": "–",
    "not_applicable": "·",
}
"""A shape for every standing, so that none is told by colour alone."""

VERDICT_SIGNS: Mapping[Verdict, str] = {
    "qualified": SIGNS["confirmed"],
    "incomplete": SIGNS["unknown"],
    "nurture": SIGNS["partial"],
    "callback": SIGNS["partial"],
    "rerouted": SIGNS["partial"],
    "lost": SIGNS["negative"],
    "disqualified": SIGNS["negative"],
    "do_not_call": SIGNS["negative"],
}
"""The same shapes for a verdict: qualified, still open, not now, not at all."""

LETTERS: Mapping[Standing, str] = {
    "confirmed": "c",
    "partial": "p",
    "negative": "n",
    "declined": "d",
    "not_applicable": "x",
    "unknown": "u",
}
"""The letter that marks each standing."""


def standing_name(words: Words, standing: Standing) -> str:
    """A standing in a word or two."""
    return words.labels.standings.get(standing, _spaced(standing))


def framework_name(name: str) -> str:
    """A framework's name where only its id is at hand: they are initials, nearly all."""
    return name.replace("_", " ").replace("-", " ").upper()


def _spaced(name: str) -> str:
    return name.replace("_", " ")


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────


def money(amount: Amount) -> str:
    """An amount as short as it can be: `50 000 EUR a year`, `30 000–50 000`, `up to 9 000`."""
    low, high = amount.low, amount.high
    if low is not None and high is not None:
        value = number(low) if low == high else f"{number(low)}–{number(high)}"
    elif low is not None:
        value = f"from {number(low)}"
    elif high is not None:
        value = f"up to {number(high)}"
    else:
        value = ""
    parts = [value, amount.currency or "", f"a {amount.per}" if amount.per else ""]
    return " ".join(part for part in parts if part)


def when(time: Time) -> str:
    """A time at its own grain: `2027`, `Q2 2027`, `2027-05`, `2027-05-14`, `from …`, `until …`."""
    start, end = time.start, time.end
    if start is None or end is None:
        return f"from {start}" if start else f"until {end}"
    if time.grain == "year" and start.year == end.year:
        return str(start.year)
    if time.grain == "quarter" and start.year == end.year and end.month - start.month == 2:
        return f"Q{end.month // 3} {start.year}"
    if time.grain == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y-%m}"
    return f"{start}" if start == end else f"{start} – {end}"


def person(who: Person) -> str:
    """Somebody, with their role and whether they decide, as far as known; the prospect is 'they'."""
    known = ", ".join(part for part in (who.name, who.role) if part)
    if not known and who.speaker:
        return "they do not decide" if who.decides is False else "they decide" if who.decides else "they"
    known = known or "somebody"
    if who.decides is None:
        return known
    return f"{known} {'decides' if who.decides else 'does not decide'}"


# ── what was understood of a line ────────────────────────────────────────────────────────────────────────────


def understood(reading: Reading, words: Words) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """The places in the line that were understood, and what was understood, as labels."""
    spans: list[Span] = []
    labels: list[str] = []
    for sign in reading.signs:
        spans.append(sign.span)
        labels.append(_spaced(sign.facet) if sign.holds else f"no {_spaced(sign.facet)}")
    for amount in reading.amounts:
        spans.append(amount.span)
        labels.append(f"money {money(amount)}")
    for time in reading.times:
        spans.append(time.span)
        labels.append(f"timing {when(time)}")
    for someone in reading.people:
        spans.append(someone.span)
        labels.append(person(someone) if someone.speaker else f"who {person(someone)}")
    for told in reading.traits:
        spans.append(told.span)
        labels.append(trait(told.name, told.value))
    spans.extend(heard.span for heard in reading.objections)
    if reading.objections:
        labels.append(f"objection? {naming.objection_name(words, reading.objections[0].id)}")
    if reading.stance in ("declined", "uncertain"):
        labels.append(reading.stance)
    return tuple(sorted(set(spans))), tuple(dict.fromkeys(labels))


def value_in(reading: Reading, quote: str) -> str | None:
    """The sum or the day that `quote`, words of that reading, tells."""
    for amount in reading.amounts:
        if reading.text[slice(*amount.span)] in quote:
            return money(amount)
    for time in reading.times:
        if reading.text[slice(*time.span)] in quote:
            return when(time)
    return None
