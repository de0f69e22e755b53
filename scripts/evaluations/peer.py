"""Another reader behind the lines of `cuebook read --jsonl`; its name is the argument.

It runs in the peer's own environment, without Cuebook. Each is asked in the way that it is best at, and what it
cannot tell is left empty.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable
from typing import Any

Found = dict[str, list[dict[str, Any]]]


def _empty() -> dict[str, Any]:
    return {
        "question": None,
        "amounts": [],
        "times": [],
        "people": [],
        "stance": None,
        "objections": [],
        "facets": [],
    }


def _amount(value: float, text: str, part: str) -> dict[str, Any]:
    start = max(text.find(part), 0)
    return {"low": value, "high": value, "currency": None, "per": None, "span": [start, start + len(part)]}


def _time(start: dt.date, end: dt.date, text: str, part: str) -> dict[str, Any]:
    at = max(text.find(part), 0)
    return {"start": start.isoformat(), "end": end.isoformat(), "grain": "day", "span": [at, at + len(part)]}


def dateparser_() -> Callable[[str, str, dt.datetime], Found]:
    """Dates by dateparser: the better of a whole parse and a search."""
    import dateparser
    from dateparser.search import search_dates

    def read(text: str, language: str, today: dt.datetime) -> Found:
        languages = [language]
        settings = {"RELATIVE_BASE": today, "PREFER_DATES_FROM": "future"}
        whole = dateparser.parse(text, languages=languages, settings=settings)
        if whole is not None:
            return {"times": [_time(whole.date(), whole.date(), text, text)]}
        found = search_dates(text, languages=languages, settings=settings) or []
        return {"times": [_time(day.date(), day.date(), text, part) for part, day in found]}

    return read


def price_parser_() -> Callable[[str, str, dt.datetime], Found]:
    """Amounts by price-parser, which expects one in a text."""
    from price_parser import Price

    def read(text: str, _language: str, _today: dt.datetime) -> Found:
        price = Price.fromstring(text)
        return {"amounts": [] if price.amount is None else [_amount(float(price.amount), text, price.amount_text)]}

    return read


def quantulum3_() -> Callable[[str, str, dt.datetime], Found]:
    """Amounts by quantulum3, which reads English."""
    from quantulum3 import parser

    def read(text: str, _language: str, _today: dt.datetime) -> Found:
        found = parser.parse(text)
        return {
            "amounts": [
                _amount(float(q.value), text, q.surface) for q in found if q.unit.entity.name == "currency"
            ]
        }

    return read


def recognizers_() -> Callable[[str, str, dt.datetime], Found]:
    """Amounts and dates by Recognizers-Text, in the two of the six languages that its Python edition has."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number_with_unit import recognize_currency

    cultures = {"en": "en-us", "sv": "sv-se"}

    def read(text: str, language: str, today: dt.datetime) -> Found:
        culture = cultures.get(language, "en-us")
        amounts, times = [], []
        for model in recognize_currency(text, culture):
            value = (model.resolution or {}).get("value")
            if value is not None:
                amounts.append(_amount(float(value), text, model.text))
        for model in recognize_datetime(text, culture, reference=today):
            for value in (model.resolution or {}).get("values", [])[-1:]:
                start = (value.get("start") or value.get("value") or value.get("end") or "")[:10]
                end = (value.get("end") or value.get("value") or start)[:10]
                try:
                    times.append(
                        _time(dt.date.fromisoformat(start), dt.date.fromisoformat(end or start), text, model.text)
                    )
                except ValueError:  # a duration, a time of day
                    continue
        return {"amounts": amounts, "times": times}

    return read


_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the readers stumble with; it is told, and counts as nothing understood."""

PEERS = {
    "dateparser": dateparser_,
    "price-parser": price_parser_,
    "quantulum3": quantulum3_,
    "recognizers": recognizers_,
}


def main() -> None:
    """Read the lines, and answer each on a line. A line that the peer stumbles over counts as not understood."""
    read = PEERS[sys.argv[1]]()
    for line in sys.stdin:
        row = json.loads(line)
        today = dt.datetime.fromisoformat(row.get("today") or "2026-11-21")
        out = {"text": row["text"], "language": row.get("language", "en"), **_empty()}
        try:
            out |= read(row["text"], out["language"], today)
        except _FAULTS as error:
            print(f"{sys.argv[1]}: {type(error).__name__}: {row['text']!r}", file=sys.stderr)
        print(json.dumps(out, ensure_ascii=False))


if __name__ == "__main__":
    main()
