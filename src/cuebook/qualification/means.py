"""Whether an amount reaches the price, and a date the horizon, of what is sold."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from cuebook.dialogue.model import Price
from cuebook.qualification.status import Standing
from cuebook.understanding.reading import Amount, Time

_TIMES_A_YEAR = {"hour": 1760.0, "day": 220.0, "week": 52.0, "month": 12.0, "year": 1.0}


def affords(amount: Amount, price: Price, rates: Mapping[str, float] | None = None) -> Standing:
    """What an amount proves about the money: confirmed, negative, or partial where only the rep can judge.

    The most that was said counts ('30-40k' reaches 40k, 'under 20 000' goes up to 20 000). An amount in another
    currency is compared by the product's rates, or left to the rep; it is never guessed. Where the price recurs
    and the amount does not say per what, it is enough if it reaches a year's price, too little if it does not
    reach one payment, and left to the rep in between.
    """
    most = amount.high if amount.high is not None else amount.low
    rate = 1.0 if amount.currency in (None, price.currency) else (rates or {}).get(amount.currency or "")
    if most is None or rate is None:
        return "partial"
    most *= rate
    open_end = amount.high is None
    if amount.per is None and price.per is None:
        enough, too_little = most >= price.amount, most < price.amount
    elif amount.per is None or price.per is None:
        year = price.amount * (_TIMES_A_YEAR[price.per] if price.per else 1.0)
        enough = price.per is not None and most >= year
        too_little = most < price.amount and price.per is not None
    else:
        said, asked = most * _TIMES_A_YEAR[amount.per], price.amount * _TIMES_A_YEAR[price.per]
        enough, too_little = said >= asked - 0.005, said < asked - 0.005
    if enough:
        return "confirmed"
    return "negative" if too_little and not open_end else "partial"


def starts_in_time(time: Time, today: date, horizon_months: int) -> Standing:
    """Whether a start at `time` is soon enough: confirmed or negative.

    Q18 sends whoever buys next year to the lost queue, but a start in March, said in November, is near: where
    the words are only a year ('next year', '2027') Q18 decides; where they are closer, the product's horizon.
    """
    first = time.start or time.end
    if first is None:
        return "confirmed"
    if time.grain == "year" and time.start is not None:
        return "negative" if first.year > today.year else "confirmed"
    return "confirmed" if first <= months_after(today, horizon_months) else "negative"


def months_after(day: date, months: int) -> date:
    """The same day so many months later (earlier if negative); the month's last where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
