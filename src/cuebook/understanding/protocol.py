"""The line protocol of `cuebook read --jsonl`: a line of JSON in, a line of JSON out, whatever comes in."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from cuebook.errors import UsageError
from cuebook.understanding.languages import languages
from cuebook.understanding.read import read
from cuebook.understanding.reading import Reading

_TAG = re.compile(r"[a-z]{2,3}")


def answer(line: str, today: date) -> str:
    """Answer one line of the protocol; `today` is taken where the line does not give a day.

    A line that is no such object is answered by `{"error": ...}`; nothing is raised. A line in a language that
    has no lexicon is kept as said: a reading in which nothing was understood.
    """
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _error(f"This line is no JSON: {error}.")
    if not isinstance(request, dict):
        return _error('Each line must be an object: {"text": ..., "language": ...}.')
    try:
        text = _said(request, "text", None)
        language = _said(request, "language", "en")
        expecting = _said(request, "expecting", "")
        at = _day(request.get("today"), today)
        if _TAG.fullmatch(language) and language not in languages():
            return _line(dict(Reading(text, language).as_json()))
        return _line(dict(read(text, language, today=at, expecting=expecting or None).as_json()))
    except UsageError as error:
        return _error(str(error))


def _said(request: dict[str, Any], name: str, default: str | None) -> str:
    value = request.get(name, default)
    if value is None and default is not None:
        value = default
    if not isinstance(value, str):
        raise UsageError(f'"{name}" must be text, not {value!r}.' if name in request else f'"{name}" is missing.')
    return value


def _day(value: object, today: date) -> date:
    if value is None:
        return today
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise UsageError(f'"today" must be a day such as 2027-03-14, not {value!r}.') from None


def _error(message: str) -> str:
    return _line({"error": message})


def _line(content: dict[str, Any]) -> str:
    # Escaped: a lone surrogate or a line separator in the text must not break the line.
    return json.dumps(content, ensure_ascii=True)
