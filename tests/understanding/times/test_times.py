"""Dates are read in words and figures, as stretches of days seen from the day of the call, 21 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.reading import Time
from cuebook.understanding.times import times

DAY = date(2026, 11, 21)


def read(text: str, expecting: str | None = None, today: date = DAY) -> tuple[Time, ...]:
    return times(Line(text, "en", today, expecting))


def days(text: str, expecting: str | None = None) -> tuple[str | None, str | None]:
    (time,) = read(text, expecting)
    return (time.start.isoformat() if time.start else None, time.end.isoformat() if time.end else None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-21"),
        ("tomorrow at 3pm", "2026-11-22"),
        ("the day after tomorrow", "2026-11-23"),
        ("yesterday", "2026-11-20"),
        ("on Thursday", "2026-11-26"),
        ("thu.", "2026-11-26"),
        ("this Friday", "2026-11-27"),
        ("next Friday", "2026-11-27"),
        ("last Friday", "2026-11-20"),
        ("Tuesday after next", "2026-12-01"),
        ("Wednesday next week", "2026-11-25"),
        ("next week's Wednesday", "2026-11-25"),
        ("Monday, 14 December", "2026-12-14"),
        ("14 December", "2026-12-14"),
        ("the 14th of December", "2026-12-14"),
        ("December 14th, 2027", "2027-12-14"),
        ("14dec 27", "2027-12-14"),
        ("14 February", "2027-02-14"),
        ("February fourteenth", "2027-02-14"),
        ("2027-02-14", "2027-02-14"),
        ("14.02.2027", "2027-02-14"),
        ("2/14/2027", "2027-02-14"),
        ("14/2/27", "2027-02-14"),
        ("14/Feb/2027", "2027-02-14"),
        ("on 2/3", "2027-02-03"),
        ("on the 9th", "2026-12-09"),
        ("the 9th of the month", "2026-12-09"),
        ("the 9th of next month", "2026-12-09"),
        ("the 2nd Tuesday of June", "2027-06-08"),
        ("the last Friday in January", "2027-01-29"),
        ("the last Friday of the month", "2026-11-27"),
        ("the first Monday of the month", "2026-12-07"),
        ("the last day of next month", "2026-12-31"),
        ("third last day of June", "2027-06-28"),
        ("Christmas", "2026-12-25"),
        ("Easter", "2027-03-28"),
        ("Good Friday 2027", "2027-03-26"),
        ("Thanksgiving", "2026-11-26"),
        ("two weeks before Christmas", "2026-12-11"),
        ("in ten days", "2026-12-01"),
        ("ten days from now", "2026-12-01"),
        ("in a week", "2026-11-28"),
        ("in three months", "2027-02-21"),
        ("in a year and a half", "2028-05-21"),
        ("in half a year", "2027-05-21"),
        ("a couple of months from now", "2027-01-21"),
        ("two years ago", "2024-11-21"),
        ("in 5 working days", "2026-11-27"),
        ("by the end of the day", None),
    ],
)
def test_one_day(text: str, day: str | None) -> None:
    assert days(text) == ((day, day) if day else (None, "2026-11-21"))


@pytest.mark.parametrize(
    ("text", "start", "end", "grain"),
    [
        ("this week", "2026-11-16", "2026-11-22", "week"),
        ("next week", "2026-11-23", "2026-11-29", "week"),
        ("the week after next", "2026-11-30", "2026-12-06", "week"),
        ("week 14", "2027-04-05", "2027-04-11", "week"),
        ("the week of June 9", "2027-06-07", "2027-06-13", "week"),
        ("the first week of June", "2027-06-07", "2027-06-13", "week"),
        ("the weekend", "2026-11-21", "2026-11-22", "day"),
        ("next month", "2026-12-01", "2026-12-31", "month"),
        ("last month", "2026-10-01", "2026-10-31", "month"),
        ("June", "2027-06-01", "2027-06-30", "month"),
        ("June 2028", "2028-06-01", "2028-06-30", "month"),
        ("6/2028", "2028-06-01", "2028-06-30", "month"),
        ("June next year", "2027-06-01", "2027-06-30", "month"),
        ("last June", "2026-06-01", "2026-06-30", "month"),
        ("mid-June", "2027-06-11", "2027-06-20", "week"),
        ("early June", "2027-06-01", "2027-06-10", "week"),
        ("at the end of June", "2027-06-21", "2027-06-30", "week"),
        ("the end of next month", "2026-12-21", "2026-12-31", "week"),
        ("the end of next week", "2026-11-27", "2026-11-29", "day"),
        ("EOM", "2026-11-21", "2026-11-30", "week"),
        ("Q3", "2027-07-01", "2027-09-30", "quarter"),
        ("Q4", "2026-10-01", "2026-12-31", "quarter"),
        ("Q3 2028", "2028-07-01", "2028-09-30", "quarter"),
        ("2028Q3", "2028-07-01", "2028-09-30", "quarter"),
        ("the third quarter of 2028", "2028-07-01", "2028-09-30", "quarter"),
        ("Q3 of next year", "2027-07-01", "2027-09-30", "quarter"),
        ("next quarter", "2027-01-01", "2027-03-31", "quarter"),
        ("H1", "2027-01-01", "2027-06-30", "quarter"),
        ("the second half of 2028", "2028-07-01", "2028-12-31", "quarter"),
        ("next year", "2027-01-01", "2027-12-31", "year"),
        ("next financial year", "2027-01-01", "2027-12-31", "year"),
        ("FY28", "2028-01-01", "2028-12-31", "year"),
        ("in 2028", "2028-01-01", "2028-12-31", "year"),
        ("in twenty twenty-eight", "2028-01-01", "2028-12-31", "year"),
        ("early next year", "2027-01-01", "2027-03-31", "month"),
        ("late 2028", "2028-10-01", "2028-12-31", "month"),
        ("later this year", "2026-11-22", "2026-12-31", "year"),
        ("this summer", "2027-06-01", "2027-08-31", "quarter"),
        ("winter", "2026-12-01", "2027-02-28", "quarter"),
        ("in the spring", "2027-03-01", "2027-05-31", "quarter"),
        ("the next two months", "2026-12-01", "2027-01-31", "month"),
        ("the last two weeks", "2026-11-02", "2026-11-15", "week"),
        ("in 3-4 months", "2027-02-21", "2027-03-21", "month"),
        ("in two or three weeks", "2026-12-05", "2026-12-12", "week"),
        ("from June 9 to 11", "2027-06-09", "2027-06-11", "day"),
        ("9-11 June", "2027-06-09", "2027-06-11", "day"),
        ("from the 9th to the 11th of June", "2027-06-09", "2027-06-11", "day"),
        ("June 9 - June 11", "2027-06-09", "2027-06-11", "day"),
        ("between April and June", "2027-04-01", "2027-06-30", "month"),
        ("April to June 2028", "2028-04-01", "2028-06-30", "month"),
        ("November to March 2028", "2027-11-01", "2028-03-31", "month"),
        ("weeks 14-16", "2027-04-05", "2027-04-25", "week"),
        ("in a month or two", "2026-12-21", "2027-01-21", "month"),
        ("the roadmap of 2028", "2028-01-01", "2028-12-31", "year"),
        ("Monday to Wednesday", "2026-11-23", "2026-11-25", "day"),
    ],
)
def test_a_stretch_of_days(text: str, start: str, end: str, grain: str) -> None:
    (time,) = read(text)
    assert (str(time.start), str(time.end), time.grain) == (start, end, grain)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("by the end of the year", None, "2026-12-31"),
        ("by EOY", None, "2026-12-31"),
        ("before the end of June", None, "2027-06-30"),
        ("before June", None, "2027-05-31"),
        ("before Christmas", None, "2026-12-24"),
        ("our contract runs until June 2028", None, "2028-06-30"),
        ("till the end of March", None, "2027-03-31"),
        ("June at the latest", None, "2027-06-30"),
        ("within two weeks", None, "2026-12-05"),
        ("in the next six months", None, "2027-05-21"),
        ("the upcoming four months", None, "2027-03-21"),
        ("within the year", None, "2026-12-31"),
        ("in the coming months", None, "2027-02-21"),
        ("after the holidays", "2027-01-04", None),
        ("since two years", "2024-11-21", None),
        ("after the summer", "2027-09-01", None),
        ("by summer", None, "2027-05-31"),
        ("before the summer", None, "2027-05-31"),
        ("by the spring of 2028", None, "2028-02-29"),
        ("before autumn", None, "2027-08-31"),
        ("by the end of the summer", None, "2027-08-31"),
        ("the end of Q2 next year", "2027-06-01", "2027-06-30"),
        ("after Easter", "2027-03-29", None),
        ("after five days", "2026-11-26", None),
        ("from June onwards", "2027-06-01", None),
        ("not before June", "2027-06-01", None),
        ("not until next year", "2027-01-01", None),
        ("since June", "2026-06-01", None),
        ("since 2019", "2019-01-01", None),
        ("as soon as possible", "2026-11-21", None),
    ],
)
def test_an_open_side_is_none(text: str, start: str | None, end: str | None) -> None:
    assert days(text) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "we may well do that",
        "May we come back to this?",
        "This may take a while",
        "he sat down",
        "prices fall",
        "at 3pm",
        "half past three",
        "in two hours",
        "a few months",
        "for three years",
        "it takes six months",
        "every Monday",
        "once a month",
        "twice a week",
        "every other week",
        "call 555 2027",
        "2027 copies of it",
        "the 3rd floor",
        "24/7",
        "3/4 of it",
        "we have 12 people",
        "50k",
        "the second one",
        "in 99999999999 years",
        "the year 0000-00-00",
        "until further notice",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("three months", "2027-02-21", "2027-02-21"), ("two to three weeks", "2026-12-05", "2026-12-12")],
)
def test_a_mere_duration_answers_when(text: str, start: str, end: str) -> None:
    assert days(text, expecting="timing") == (start, end)
    assert read(text) == ()


@pytest.mark.parametrize("text", ["in May", "May 2027", "5 May", "by may", "late May", "May"])
def test_may_is_a_month_in_company(text: str) -> None:
    assert len(read(text)) == 1


def test_the_span_holds_the_words_that_prove_it() -> None:
    text = "Talk to me after the summer, or in January 2028."
    assert [text[slice(*time.span)] for time in read(text)] == ["after the summer", "January 2028"]


def test_a_day_that_begins_today_is_still_to_come() -> None:
    assert read("13-15 July", today=date(2027, 7, 14))[0].start == date(2027, 7, 13)


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize(
    "text", ["next year", "last week", "after tomorrow", "last winter", "Christmas", "week 53", "Q1"]
)
def test_the_ends_of_the_calendar_do_no_harm(text: str, today: date) -> None:
    assert isinstance(read(text, today=today), tuple)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("We won't buy anything before 2028", "2028-01-01"),
        ("Nothing before March", "2027-03-01"),
        ("we don't need it until next March", "2027-03-01"),
        ("We can't start until after Easter", "2027-03-29"),
    ],
)
def test_a_no_turns_what_comes_before_a_day_into_what_comes_from_it_on(text: str, start: str) -> None:
    (found,) = times(Line(text, "en", date(2026, 11, 21)))
    assert (str(found.start), found.end) == (start, None)


@pytest.mark.parametrize(
    "text",
    [
        "We can't wait until March",
        "We don't print much, but before March we need one",
        "No, before March",
        "no later than March",
    ],
)
def test_a_no_to_something_else_turns_nothing(text: str) -> None:
    (found,) = times(Line(text, "en", date(2026, 11, 21)))
    assert found.start is None
    assert found.end is not None
