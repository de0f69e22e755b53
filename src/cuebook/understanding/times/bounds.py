"""The last passes: from one stretch to another, and one side only ('by the end of June', 'after the summer')."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cuebook.understanding.times import calendar
from cuebook.understanding.times.calendar import Stretch
from cuebook.understanding.times.rules import Place, Rules, in_year_of
from cuebook.understanding.times.words import Mark

spans = Rules()
sides = Rules()
_ONE = timedelta(days=1)


@spans("since|between stretch to|and|by stretch", "stretch to|by stretch")
def _from_to(place: Place, *marks: Mark) -> Stretch | None:
    first, last = (mark.value for mark in marks if mark.kind == "P")
    if first.start is None or last.end is None:
        return None
    if first.floating and last.start and not last.floating:  # March to May 2027: both of 2027
        first = in_year_of(place, first, last.end)
        if first.start and first.start > last.end:  # November to March 2027
            first = in_year_of(place, first, last.end, -1)
    elif last.floating and last.end < first.start:
        last = in_year_of(place, last, last.end, 1)
    if first.start is None or first.start > last.end:
        return None
    return Stretch(first.start, last.end, first.grain)


@spans("number|a unit before|after|since stretch")
def _beside(place: Place, number: Mark, unit: Mark, side: Mark, of: Mark) -> Stretch | None:
    """Read 'two weeks before Easter'."""
    at = of.value.start if side.kind in "bf" else of.value.end
    if at is None:
        return None
    return calendar.day(place.calendar.moved(at, -number.value if side.kind == "b" else number.value, unit.value))


@spans("unit before|after stretch")
def _unit_beside(place: Place, unit: Mark, side: Mark, of: Mark) -> Stretch | None:
    """Read 'the week after Easter'."""
    at = of.value.start if side.kind == "b" else of.value.end
    return place.calendar.unit_at(at, unit.value, -1 if side.kind == "b" else 1) if at else None


@sides("by|to|by_after stretch", "stretch by_after", "within stretch")
def _until(place: Place, *marks: Mark) -> Stretch | None:
    if marks[0].kind == "Z" and not marks[0].value:
        return None
    if place.line.low[marks[0].start] == "-":  # 'we - last year - had none'
        return None
    stretch: Stretch = next(mark.value for mark in marks if mark.kind == "P")
    if stretch.season and marks[0].kind in "BTZ":
        return _till_it_begins(place, stretch)
    return replace(stretch, start=None) if stretch.end else None


@sides("before stretch")
def _before(place: Place, _before: Mark, of: Mark) -> Stretch | None:
    stretch: Stretch = of.value
    if stretch.edge or stretch.start is None:
        return replace(stretch, start=None) if stretch.end else None
    return _till_it_begins(place, stretch)


def _till_it_begins(place: Place, stretch: Stretch) -> Stretch | None:
    """Up to the day before; of a season that has begun, the next one is meant."""
    if stretch.season and stretch.floating and stretch.start and stretch.start <= place.today:
        stretch = in_year_of(place, stretch, stretch.start, 1)
    return Stretch(None, stretch.start - _ONE, stretch.grain) if stretch.start else None


@sides("after stretch")
def _after(_place: Place, _after: Mark, of: Mark) -> Stretch | None:
    stretch: Stretch = of.value
    return Stretch(stretch.end + _ONE, None, stretch.grain) if stretch.end else None


@sides("since|ago|since_after stretch", "stretch since_after", "since stretch since_after")
def _since(place: Place, *marks: Mark) -> Stretch | None:
    stretch: Stretch = next(mark.value for mark in marks if mark.kind == "P")
    if stretch.start is None or (marks[0].kind in "az" and not marks[0].value):
        return None
    if marks[0].value == "past" and stretch.floating and stretch.start > place.today:
        stretch = in_year_of(place, stretch, stretch.start, -1)
    return replace(stretch, end=None)
