"""A dated next step is a calendar file that every calendar takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.errors import NothingError
from cuebook.harmless import harmless
from cuebook.journal.rows import CallRow
from cuebook.reports.calendar import as_calendar

CALL = CallRow(
    id="12",
    started=datetime(2026, 11, 21, 10, 0, tzinfo=UTC),
    ended=datetime(2026, 11, 21, 10, 7, tzinfo=UTC),
    lead="Anna Berg",
    company="Nordvik; Sons, AS",
    rep=None,
    source=None,
    framework="bant",
    product="copier-leasing",
    language="en",
    depth="cold",
    stage="closed",
    verdict="callback",
    decided_by=None,
    because=None,
    asked=3,
    turns=9,
    contract=None,
    contract_ends=None,
    disposition="callback",
    next_step="Call back: the contract ends.",
    next_on=date(2027, 3, 30),
)


def properties(text: str) -> dict[str, str]:
    unfolded = text.replace("\r\n ", "")
    return dict(line.split(":", 1) for line in unfolded.split("\r\n") if line)


def test_the_day_the_lead_and_the_step_are_in_it() -> None:
    found = properties(as_calendar(CALL))
    assert found["DTSTART;VALUE=DATE"] == "20270330"
    assert found["SUMMARY"] == "Call Anna Berg\\, Nordvik\\; Sons\\, AS"
    assert found["DESCRIPTION"] == "Call back: the contract ends.\\nCall 12: callback"
    assert (found["UID"], found["DTSTAMP"]) == ("call-12-20261121T100000Z@cuebook", "20261121T100700Z")


def test_a_day_that_was_moved_is_the_same_event() -> None:
    moved = replace(CALL, next_on=date(2027, 4, 2), next_step="Call later")
    assert properties(as_calendar(moved))["UID"] == properties(as_calendar(CALL))["UID"]


def test_a_call_without_a_day_has_no_event() -> None:
    with pytest.raises(NothingError, match="Call 12 has no date"):
        as_calendar(replace(CALL, next_on=None))


@given(st.text().map(harmless), st.text().map(harmless))
def test_whatever_a_step_says_its_lines_are_short_whole_and_give_it_back(lead: str, step: str) -> None:
    text = as_calendar(replace(CALL, lead=lead, next_step=step))
    lines = text.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode("utf-8")) <= 75 for line in lines)
    assert "\n" not in text.replace("\r\n", "")
    said = properties(text)["DESCRIPTION"].split("\\nCall 12")[0]
    if step.split():
        assert said.replace("\\\\", "\0").replace("\\;", ";").replace("\\,", ",").replace("\0", "\\") == " ".join(
            step.split()
        )
