"""The agreed next step of a call as a calendar file (iCalendar, RFC 5545), so that it is not forgotten."""

from __future__ import annotations

from datetime import UTC, datetime

from cuebook.errors import NothingError
from cuebook.journal.rows import CallRow

_LONGEST = 75
"""Octets of a line; what is longer is folded (RFC 5545, 3.1)."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def as_calendar(call: CallRow) -> str:
    """The calendar file of a call's dated next step: an event of one day, with CRLF line ends.

    Its UID is the call's for ever, so that a second import moves the event instead of adding one. Raises
    NothingError where the call has no date.
    """
    if call.next_on is None:
        raise NothingError(
            f"Call {call.id} has no date for a next step.",
            "End a call with one: /end callback 2027-01-15, or the date in the screen's last form.",
        )
    who = ", ".join(part for part in (call.lead, call.company) if part) or "the lead"
    step = " ".join((call.next_step or "").split())
    told = f"{step}\nCall {call.id}: {call.verdict}".strip()
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//cuebook//calls//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        f"UID:call-{call.id}-{_utc(call.started)}@cuebook",
        f"DTSTAMP:{_utc(call.ended or call.started)}",
        f"DTSTART;VALUE=DATE:{call.next_on:%Y%m%d}",
        f"SUMMARY:{_text(f'Call {who}')}",
        f"DESCRIPTION:{_text(told)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """`line` in pieces of at most 75 octets, each after the first begun with a space; no letter is cut in two."""
    pieces, room = [""], _LONGEST
    for letter in line:
        size = len(letter.encode("utf-8"))
        if size > room:
            pieces.append("")
            room = _LONGEST - 1
        pieces[-1] += letter
        room -= size
    return "\r\n ".join(pieces)
