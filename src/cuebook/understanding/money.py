"""Money in a line: amounts and ranges, with currency and period, where it is money that is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from cuebook.understanding.currencies import (
    Currency,
    before_years,
    beside_is_range,
    counting,
    fillers,
    followers,
    money_scales,
    money_words,
    weights,
)
from cuebook.understanding.line import Line
from cuebook.understanding.numbers import Number, numbers
from cuebook.understanding.reading import Amount, Period
from cuebook.understanding.times import times

_PREFIXED = re.compile(r"\w\s*\$")
_ENDS = ".,;!?()\"'"
_JOINTS = ("-", "/", ":", ".")
_NEAR = 4  # words between 'monthly' or 'budget' and the amount, at the most
_THOUSAND = 1000
_PRICE = 50  # a bare number with a period is a price from here on, where something else is said too
_YEARS = (1900, 2099)
_SMALL = 20  # a bare number below this counts things rather than money, unless it is all that is said


class _Item(NamedTuple):
    kind: str
    value: Any
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class _Value:
    """One amount as read: items [first, stop); `named` where it has a currency (`factor`: of thousands)."""

    amount: float
    number: Number
    currency: str | None
    named: bool
    first: int
    stop: int
    factor: float = 1


def amounts(line: Line) -> tuple[Amount, ...]:
    """Read the amounts of money in `line`, in order.

    A number is money where a currency, a thousand ('50k') or a word such as 'budget' says so, or where money
    was asked for (`line.expecting`). Open ends are None: 'up to 50k' is low None, high 50000.
    """
    return _Reader(line).amounts()


def _items(line: Line) -> list[_Item]:
    """Cut the line into numbers, words of money, and the rest."""
    words = money_words(line.language)
    by_token = {number.first: number for number in numbers(line)}
    items: list[_Item] = []
    index = 0
    while index < len(line.tokens):
        token = line.tokens[index]
        number = by_token.get(index)
        symbol = None if number else words.at(line.tokens, index)
        if symbol and symbol.kind == "currency":
            typed = line.text[symbol.start : symbol.end]
            if _PREFIXED.fullmatch(typed) and not (typed[0].isupper() and len(typed) == 2):
                symbol = words.at(line.tokens, index, 1)  # 'a $300 fee' is in dollars, A$300 in Australian ones
            elif symbol.value.capitals and not typed.isupper():
                symbol = None
        if number:
            items.append(_Item("number", number, number.start, number.end, ""))
            index = number.stop
        elif symbol:
            text = line.low[symbol.start : symbol.end]
            items.append(_Item(symbol.kind, symbol.value, symbol.start, symbol.end, text))
            index = symbol.stop
        else:
            items.append(_Item("end" if token.text in _ENDS else "word", None, *token[1:], token.text))
            index += 1
    return items


class _Reader:
    """Reads the items of one line from left to right."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.items: Sequence[_Item] = _items(line)

    def kind(self, at: int) -> str:
        return self.items[at].kind if 0 <= at < len(self.items) else "end"

    def amounts(self) -> tuple[Amount, ...]:
        """All amounts; where some are marked as money ($800), a number beside them is none ('the 1990 one')."""
        found: list[tuple[Amount, bool]] = []
        at = 0
        while at < len(self.items):
            lead = at
            while self.kind(at) in ("low", "high", "between", "about", "few"):
                at += 1
            if self.kind(at) == "several":
                amount, marked, at = self.several(lead, at)
            elif (value := self.value(at) if at < len(self.items) else None) is not None:
                amount, marked, at = self.whole(lead, value)
            else:
                at = max(at, lead + 1)
                continue
            if amount is not None:
                found.append((amount, marked))
        only_marked = any(marked for _, marked in found)
        return tuple(amount for amount, marked in found if marked or not only_marked)

    def value(self, at: int) -> _Value | None:
        """Read a number with its currency, before or after it, and its cents."""
        if self.kind(at) == "a":
            return self.single(at)
        before = self.items[at].value if self.kind(at) == "currency" else None
        first, at = at, at + 1 if before else at
        if self.kind(at) != "number" or (before and (before.after or self.items[at].value.bare)):
            return None
        number: Number = self.items[at].value
        at += 1
        currency: Currency | None = before
        if before is None or self.kind(at + 1) != "number":
            at, currency = self.after(at, before)
        if before and before.word and self.kind(at) == "word":  # 'we paid in dollars 3 years ago'
            return None
        amount = number.value * (currency.factor if currency else 1)
        if self.kind(at) == "number" and self.items[at].value.bare and currency:  # '75 USD million'
            amount *= self.items[at].value.value
            number = number._replace(scale=self.items[at].value.value)
            at += 1
        elif currency and currency.factor == 1 and number.scale == 1:
            at, cents = self.cents(at, before is not None)
            amount += cents
        code = currency.code if currency else None
        factor = currency.factor if currency else 1
        return _Value(amount, number, code, currency is not None, first, at, factor)

    def single(self, at: int) -> _Value | None:
        """Read 'a euro'."""
        if self.kind(at + 1) != "currency" or not self.items[at + 1].value.word:
            return None
        item = self.items[at]
        one = Number(
            1.0, 1.0, 1.0, "", digits=False, bare=False, start=item.start, end=item.end, first=at, stop=at + 1
        )
        return _Value(1.0, one, self.items[at + 1].value.code, True, at, at + 2)

    def after(self, at: int, before: Currency | None) -> tuple[int, Currency | None]:
        """Read a currency or cents after a number: '500 dollars', '$10 dollars', '50 cents', '12-cent'."""
        if before is None and self.kind(at) == "range" and self.kind(at + 1) == "minor":
            return at + 2, self.items[at + 1].value
        if before is None and self.kind(at) == "minor" and self.items[at].text != "c":
            return at + 1, self.items[at].value
        if self.kind(at) == "currency":
            return at + 1, before or self.items[at].value
        return at, before

    def cents(self, at: int, sign_first: bool) -> tuple[int, float]:
        """Read the small change: '7 euros and 35 cents', '15 dollars 50'."""
        start = at + 1 if self.kind(at) == "and" else at
        if self.kind(start) != "number":
            return at, 0
        number: Number = self.items[start].value
        if number.scale != 1 or not 0 < number.value < 100 or number.value % 1:
            return at, 0
        if self.kind(start + 1) == "minor":
            return start + 2, number.value / 100
        alone = self.kind(start + 1) == "end" or (start > at and not number.digits)
        return (start + 1, number.value / 100) if alone and (start > at or not sign_first) else (at, 0)

    def whole(self, lead: int, value: _Value) -> tuple[Amount | None, bool, int]:
        """Read on from the first value: the other end of a range, a bound said after it, and the period.

        Tells also whether anything but the question marks it as money.
        """
        leads = {item.kind for item in self.items[lead : value.first]}
        upper = self.upper(value, "between" in leads)
        if upper:
            ends: tuple[float | None, float | None] = self.ends(value, upper)
            per, stop = self.period(lead, upper.stop)
        else:
            side, stop = self.bound(leads, value.stop)
            per, stop = self.period(lead, stop)
            side, stop = (side, stop) if side else self.bound(leads, stop)  # '800 a month tops'
            low, high = (2 * value.amount, 9 * value.amount) if "few" in leads else (value.amount, value.amount)
            ends = (None if side == "high" else low, None if side == "low" else high)
        marked = self.marked(lead, value, upper, stop, per, bound=None in ends)
        if not marked and not (self.line.expecting == "money" and self.may_be(lead, value, upper, stop)):
            return None, False, value.stop
        currency = value.currency or (upper.currency if upper else None)
        return Amount(*ends, currency, per, (self.items[lead].start, self.items[stop - 1].end)), marked, stop

    def several(self, lead: int, at: int) -> tuple[Amount | None, bool, int]:
        """Read a word that is a range: 'kilkaset złotych', 'kilkanaście tysięcy'; told as by `whole`."""
        low, high = self.items[at].value
        stop, scale = at + 1, 1.0
        if self.kind(stop) == "number" and self.items[stop].value.bare:
            scale = self.items[stop].value.scale
            stop += 1
        stop, currency = self.after(stop, None)
        thousands = scale >= _THOUSAND and self.stands_alone(stop)
        marked = currency is not None or thousands or (self.cued(lead) and self.stands_alone(stop))
        if not marked and not (self.line.expecting == "money" and self.stands_alone(stop)):
            return None, False, stop
        scale *= currency.factor if currency else 1
        per, stop = self.period(lead, stop)
        leads = {item.kind for item in self.items[lead:at]}
        ends = (None if "high" in leads else low * scale, None if "low" in leads else high * scale)
        span = (self.items[lead].start, self.items[stop - 1].end)
        return Amount(*ends, currency.code if currency else None, per, span), marked, stop

    def upper(self, value: _Value, between: bool) -> _Value | None:
        """Read the other end: '30-40k', 'between 10 and 20 thousand', '20 or 30k', 'from 10 up to 20k'."""
        joint = self.kind(value.stop)
        if joint == "number" and not value.named and beside_is_range(self.line.language):
            return self.beside(value)
        if joint not in ("range", "or", "high") and not (joint == "and" and between):
            return None
        at = value.stop + 1
        while self.kind(at) in ("about", "high"):
            at += 1
        upper = self.value(at) if at < len(self.items) else None
        if upper is None or (value.named and not upper.named and upper.number.scale == 1 and joint != "range"):
            return None  # '500 euros or 3 printers'
        return upper

    def beside(self, value: _Value) -> _Value | None:
        """Read 'twenty thirty million', where a language says a range so: two whole numbers close together."""
        upper = self.value(value.stop)
        if upper is None or value.number.scale > upper.number.scale or value.number.base >= upper.number.base:
            return None
        return upper if upper.number.base <= max(3 * value.number.base, value.number.base + 2) else None

    def ends(self, value: _Value, upper: _Value) -> tuple[float, float]:
        """Give both ends; a first one without a scale takes that of the second, where that keeps the order."""
        low, high = value.amount, upper.amount
        scale = upper.number.scale * upper.factor
        if value.number.scale == 1 and value.factor == 1 and scale > 1 and low * scale <= high:
            low *= scale
        elif (
            _SMALL / 2 <= low < _THOUSAND <= high and not high % _THOUSAND and high / 10 <= low * _THOUSAND <= high
        ):
            low *= _THOUSAND  # '50-60 000'
        return min(low, high), max(low, high)

    def bound(self, leads: set[str], at: int) -> tuple[str, int]:
        """Tell whether only the 'low' or only the 'high' end was said, before the number or after it."""
        kind = self.kind(at)
        opens = self.kind(at + 1) in ("number", "currency")  # 'up to' of the next amount
        if kind in ("low_after", "high_after"):
            return kind.removesuffix("_after"), at + 1
        if kind in ("low", "high") and self.items[at].value and not opens:
            return kind, at + 1
        return "high" if "high" in leads else "low" if "low" in leads else "", at

    def period(self, lead: int, at: int) -> tuple[Period | None, int]:
        """Read the period after the amount ('900 a month', '50k on paper every year') or before it."""
        here = at
        while here < at + _NEAR and self.kind(here) in ("word", "tax"):
            here += 1
        if self.kind(here) in ("per", "whole") and not self.dated(here):
            return self.items[here].value, here + 1 if here == at else at
        here = lead - 1
        while here >= max(0, lead - _NEAR) and self.kind(here) in ("word", "cue", "about", "a"):
            here -= 1
        opening = self.kind(here) == "per" and self.kind(here - 1) == "end"  # 'per month we pay 900'
        return (self.items[here].value if opening or self.kind(here) == "whole" else None), at

    def dated(self, at: int) -> bool:
        """Whether item `at` is part of a date: '20k a year ago' has no period."""
        item = self.items[at]
        return any(time.span[0] < item.end and item.start < time.span[1] for time in times(self.line))

    def marked(
        self, lead: int, value: _Value, upper: _Value | None, stop: int, per: Period | None, *, bound: bool
    ) -> bool:
        """Whether the words say that it is money: a currency, '50k', a word like 'budget', a bound, a period."""
        last = upper or value
        if value.named or last.named:
            return not self.weighed(value, last)
        if not self.may_be(lead, value, upper, stop):
            return False
        if last.number.scale >= _THOUSAND or self.cued(lead):
            return True
        return (bound and self.line.expecting == "money") or self.priced(lead, stop, per, last.amount)

    def may_be(self, lead: int, value: _Value, upper: _Value | None, stop: int) -> bool:
        """Whether a number without a currency can be money: it is no date, no code, and counts nothing."""
        last = upper or value
        if value.named or self.dated(value.first) or self.dated(last.stop - 1):
            return False
        if self.is_code(value.first, last.stop) or self.is_year(lead, value, stop):
            return False
        if last.number.bare and self.kind(value.first - 1) != "few":
            return False
        if last.number.scale >= _THOUSAND:
            return self.stands_alone(stop, loosely=last.number.unit in money_scales(self.line.language))
        if not self.stands_alone(stop):
            return False
        return last.number.value >= _SMALL or (last.number.digits and len(self.items) <= _NEAR)

    def is_year(self, lead: int, value: _Value, stop: int) -> bool:
        """Whether it is 'the 1990 one' or 'a 30-year lease'."""
        number = value.number
        written = self.line.low[number.start : number.end]
        if self.text(stop) == "-" and self.kind(stop + 1) not in ("number", "currency"):
            return self.items[stop].start == number.end
        year = len(written) == 4 and written.isdigit() and _YEARS[0] <= number.value <= _YEARS[1]
        before = before_years(self.line.language)
        return year and (self.text(value.first - 1) in before or self.text(lead - 1) in before)

    def weighed(self, value: _Value, last: _Value) -> bool:
        """Whether pounds are a weight: 'it weighs 300 pounds'."""
        words, units = weights(self.line.language)
        if not any(item.text in units for item in self.items[value.first : last.stop]):
            return False
        near = self.items[max(0, value.first - _NEAR) : value.first], self.items[last.stop : last.stop + 2]
        return any(item.text in words for side in near for item in side)

    def is_code(self, first: int, stop: int) -> bool:
        """Whether the number is part of something else: a percentage, a clock time, a phone number."""
        before, after = self.text(first - 1), self.text(stop)
        number: Number = self.items[first].value
        written = self.line.low[number.start : number.end]
        if self.kind(stop) == "percent" or (number.digits and written[0] == "0" and len(written) > 2):
            return True
        if number.start and self.line.low[number.start - 1].isalnum():  # 'A4'
            return True
        beside = before in _JOINTS and self.kind(first - 2) == "number"
        beside = beside or (after in _JOINTS and self.kind(stop + 1) == "number")
        return beside or before in ("+", "#") or "number" in (self.kind(first - 1), self.kind(stop))

    def text(self, at: int) -> str:
        return self.items[at].text if 0 <= at < len(self.items) else ""

    def stands_alone(self, stop: int, *, loosely: bool = False) -> bool:
        """Whether no noun follows that the number counts. `loosely`: only nouns known to be counted do."""
        allowed, counted, begun = followers(self.line.language)
        if self.kind(stop) != "word":
            return self.text(stop) not in counted
        for item in self.items[stop : stop + 2]:
            if item.kind == "word" and (item.text in counted or item.text.startswith(begun)):
                return False
            if item.kind != "word" or item.text in allowed:
                return True
        return loosely

    def cued(self, lead: int) -> bool:
        """Whether a word of money leads to the number: 'our budget is 50000'."""
        near = fillers(self.line.language)
        at = lead - 1
        while at >= max(0, lead - 2 * _NEAR) and self.text(at) in near:
            at -= 1
        return self.kind(at) == "cue"

    def priced(self, lead: int, stop: int, per: Period | None, value: float) -> bool:
        """Whether a period makes a price of a number: '899 a month', 'we thought 800 a month, tops'.

        Not where something is counted ('we print 800 a month'), nor of an hour or a day, where things are made.
        """
        rest = [*self.items[:lead], *self.items[stop:]]
        alone = all(item.kind == "end" for item in rest)
        if per is None or alone or any(item.kind == "currency" for item in rest):
            return per is not None
        counted = any(item.text in counting(self.line.language) for item in self.items[:lead])
        return per in ("week", "month", "year") and value >= _PRICE and not counted
