"""What the parts of a turn are called on the screen: signs, names and values, in a word or two each."""

from __future__ import annotations

from collections.abc import Mapping

from cuebook.dialogue import naming
from cuebook.dialogue.model import Words
from cuebook.qualification.status import Standing, Verdict
from cuebook.qualification.telling import number, trait
from cuebook.understanding.correcting import Item, Signal, items, span_of
from cuebook.understanding.reading import Amount, Heard, Person, Reading, Sign, Span, Time, Trait

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
    found = told(reading, words)
    spans = {span for _, _, item, _ in found if (span := span_of(item)) is not None}
    spans |= {heard.span for heard in reading.objections}
    labels = dict.fromkeys(
        label for signal, _, _, label in found if signal != "stance" or reading.stance in _TOLD_SO
    )
    if reading.elsewhere is not None:
        labels[f"looks {naming.language_name(reading.elsewhere)}"] = None
    return tuple(sorted(spans)), tuple(labels)


_TOLD_SO = ("declined", "uncertain")
"""Answers that are named beside the line; yes and no are plain to see."""

_ORDER: tuple[Signal, ...] = ("signs", "amounts", "times", "people", "traits", "objections", "stance")

Told = tuple[Signal, int, Item, str]
"""One thing that was understood: its kind, its number among those, itself, and its label."""


def told(reading: Reading, words: Words) -> tuple[Told, ...]:
    """Everything that was understood of a line, one by one. Of the objections that it may be, the likeliest."""
    return tuple(
        (signal, index, item, label(item, words))
        for signal in _ORDER
        for index, item in enumerate(items(reading, signal)[: 1 if signal == "objections" else None])
    )


def label(item: Item, words: Words) -> str:
    """One thing that was understood, in a word or two."""
    match item:
        case Sign():
            return _spaced(item.facet) if item.holds else f"no {_spaced(item.facet)}"
        case Amount():
            return f"money {money(item)}"
        case Time():
            return f"timing {when(item)}"
        case Person():
            return person(item) if item.speaker else f"who {person(item)}"
        case Trait():
            return trait(item.name, item.value)
        case Heard():
            return f"objection? {naming.objection_name(words, item.id)}"
        case _:
            return item


def value_in(reading: Reading, quote: str) -> str | None:
    """The sum or the day that `quote`, words of that reading, tells."""
    for amount in reading.amounts:
        if reading.text[slice(*amount.span)] in quote:
            return money(amount)
    for time in reading.times:
        if reading.text[slice(*time.span)] in quote:
            return when(time)
    return None
