"""What the rep says of a reading: this was not meant, or something else was. The line stays as it was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from cuebook.understanding.reading import Amount, Heard, Person, Reading, Sign, Span, Stance, Time, Trait

Signal = Literal["amounts", "times", "people", "stance", "objections", "signs", "traits"]
SIGNALS: tuple[Signal, ...] = get_args(Signal)
STANCES: tuple[Stance, ...] = get_args(Stance)

Item = Amount | Time | Person | Heard | Sign | Trait | Stance
"""One thing that was understood. All but the stance have a place in the line."""

DECIDES, DECIDES_NOT = "decides", "does not decide"


@dataclass(frozen=True, slots=True)
class Correction:
    """`was` of a line is denied; `now` is what was meant instead, None where nothing was."""

    signal: Signal
    was: Item
    now: Item | None = None


def items(reading: Reading, signal: Signal) -> Sequence[Item]:
    """What was understood of one kind, in the order of the reading; the stance is at most one thing."""
    if signal == "stance":
        return (reading.stance,) if reading.stance else ()
    found: Sequence[Item] = getattr(reading, signal)
    return found


def corrected(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """The reading as the rep had it. What is not in it (any more) needs no correction.

    What the same words say of the same facet in another way goes with it: 'I decide that' is somebody who decides,
    and a sign of authority.
    """
    for one in corrections:
        if any(_same(item, one.was) for item in items(reading, one.signal)):
            reading = _without_twins(reading, one.was)
        kept = [one.now if _same(item, one.was) else item for item in items(reading, one.signal)]
        value: object = tuple(item for item in kept if item is not None)
        if one.signal == "stance":
            value = kept[0] if kept else None
        reading = replace(reading, **{one.signal: value})  # type: ignore[arg-type]  # a signal is a field of its items
    return reading


def span_of(item: Item) -> Span | None:
    """The place in the line that proves it; None for a stance, which is the whole line's."""
    return None if isinstance(item, str) else item.span


def words_of(reading: Reading, item: Item) -> str:
    """The words that it was read from."""
    span = span_of(item)
    return reading.text if span is None else reading.text[slice(*span)]


def told(item: Item) -> str:
    """What was understood, in one form however it was said: for counting, and for what `meant` reads again."""
    match item:
        case Amount():
            ends = [f"{end:g}" if end is not None else "" for end in (item.low, item.high)]
            value = ends[0] if ends[0] == ends[1] else "..".join(ends)
            return " ".join(part for part in (value, item.currency, f"a {item.per}" if item.per else "") if part)
        case Time():
            days = [day.isoformat() if day else "" for day in (item.start, item.end)]
            return days[0] if days[0] == days[1] else "..".join(days)
        case Person():
            decides = {True: DECIDES, False: DECIDES_NOT, None: ""}[item.decides]
            return " ".join(part for part in (item.name, item.role, decides) if part) or "somebody"
        case Heard():
            return item.id
        case Sign():
            return item.facet if item.holds else f"no {item.facet}"
        case Trait():
            value = f"{item.value:g}" if isinstance(item.value, float | int) else item.value
            return f"{item.name} {value}"
        case _:
            return item


def meant(was: Item, value: str, language: str, today: date) -> Item | None:
    """What the rep meant by `value` in the place of `was`; None where it cannot be read as such a thing.

    Sums and times are read like a line of the prospect's, days also as 2027-01-15. A person is a role, `decides`
    or `does not decide`, or both. An objection is its id and a sign its facet, with `no` before it where it speaks
    against; whether there is such an objection or facet is not known here.
    """
    value = " ".join(value.split())
    match was:
        case Amount():
            sums = _read(value, language, today, "money").amounts
            return replace(sums[0], span=was.span) if len(sums) == 1 else None
        case Time():
            return _time(was, value, language, today)
        case Person():
            return _person(was, value)
        case Heard():
            return replace(was, id=value, score=1.0)
        case Sign():
            facet = value.removeprefix("no ").strip()
            return replace(was, facet=facet.replace(" ", "_"), holds=facet == value)
        case Trait():
            return replace(was, value=_number(value))
        case _:
            return next((stance for stance in STANCES if stance == value.casefold()), None)


def _without_twins(reading: Reading, was: Item) -> Reading:
    facet, span = _facet(was), span_of(was)
    if facet is None or span is None:
        return reading

    def twin(item: Item) -> bool:
        place = span_of(item)
        meets = place is not None and place[0] < span[1] and span[0] < place[1]
        return meets and item != was and _facet(item) == facet

    return replace(
        reading,
        amounts=tuple(item for item in reading.amounts if not twin(item)),
        times=tuple(item for item in reading.times if not twin(item)),
        signs=tuple(item for item in reading.signs if not twin(item)),
        people=tuple(
            replace(item, decides=None) if twin(item) else item
            for item in reading.people
            if not twin(item) or item.name or item.role
        ),
    )


def _facet(item: Item) -> str | None:
    """What an item is evidence of, as far as that is plain by itself."""
    match item:
        case Amount():
            return "money"
        case Time():
            return "timing"
        case Person():
            return "authority" if item.decides is not None else None
        case Sign():
            return item.facet
        case _:
            return None


def _read(text: str, language: str, today: date, expecting: str) -> Reading:
    from cuebook.understanding.read import read

    return read(text, language, today=today, expecting=expecting)


def _time(was: Time, value: str, language: str, today: date) -> Time | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        times = _read(value, language, today, "timing").times
        return replace(times[0], span=was.span) if len(times) == 1 else None
    return Time(day, day, "day", was.span)


def _person(was: Person, value: str) -> Person | None:
    decides = was.decides
    for end, means in ((DECIDES_NOT, False), (DECIDES, True)):
        if value.casefold().endswith(end):
            value, decides = value[: -len(end)].strip(), means
            break
    return replace(was, role=value or was.role, decides=decides)


def _number(value: str) -> str | float:
    digits = value.replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdecimal() and digits.isascii() else value


def _same(item: Item, was: Item) -> bool:
    """Whether it is the same thing of the same words; how likely it was does not count."""
    if isinstance(item, Heard) and isinstance(was, Heard):
        return (item.id, item.span) == (was.id, was.span)
    return item == was
