"""Swedish, as it is typed on the phone: money, numbers, dates and the form of questions."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.money import amounts
from cuebook.understanding.numbers import numbers
from cuebook.understanding.questions import form
from cuebook.understanding.read import read
from cuebook.understanding.reading import Reading
from cuebook.understanding.times import times

TODAY = date(2026, 11, 21)  # a Saturday


def line(text: str, expecting: str | None = None) -> Line:
    return Line(text, "sv", TODAY, expecting)


def said(text: str, expecting: str | None = None) -> Reading:
    return read(text, "sv", today=TODAY, expecting=expecting)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tjugofem", 25),
        ("trettioåtta", 38),
        ("trettioatta", 38),
        ("etthundra", 100),
        ("tvåhundrafemtiotusen", 250_000),
        ("tvahundrafemtiotusen", 250_000),
        ("tjugoett tusen", 21_000),
        ("ett par tusen", 2_000),
        ("en halv miljon", 500_000),
        ("en och en halv miljon", 1_500_000),
        ("två och en halv miljon", 2_500_000),
        ("halvannan miljon", 1_500_000),
        ("tre komma fem miljoner", 3_500_000),
        ("1,5 milj", 1_500_000),
        ("1.250.000", 1_250_000),
        ("1 250 000", 1_250_000),
        ("45 tusen", 45_000),
        ("ett dussin", 12),
        ("nittonhundra", 1_900),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(text: str, value: float) -> None:
    found = numbers(line(text))
    assert [number.value for number in found] == [value]


@pytest.mark.parametrize("text", ["en", "ett problem", "vi har en skrivare", "mil", "entré"])
def test_an_article_counts_nothing(text: str) -> None:
    assert numbers(line(text)) == ()


MONEY = [
    ("budgeten är 50 000", 50_000, 50_000, None, None),
    ("vi har runt 50 tkr", 50_000, 50_000, "SEK", None),
    ("2 mkr är avsatt", 2_000_000, 2_000_000, "SEK", None),
    ("det kostar 4 995:-", 4_995, 4_995, "SEK", None),
    ("450 kr i månaden", 450, 450, "SEK", "month"),
    ("450 spänn i manaden", 450, 450, "SEK", "month"),
    ("max 30 lax", None, 30_000, None, None),
    ("högst 10000 kronor per år", None, 10_000, "SEK", "year"),
    ("minst 200 tusen", 200_000, None, None, None),
    ("under 80k", None, 80_000, None, None),
    ("mellan 10 och 20 tusen kronor", 10_000, 20_000, "SEK", None),
    ("10-15 tkr", 10_000, 15_000, "SEK", None),
    ("från 100 till 150 tusen", 100_000, 150_000, None, None),
    ("femtiotusen kronor", 50_000, 50_000, "SEK", None),
    ("en miljon norska kronor", 1_000_000, 1_000_000, "NOK", None),
    ("drygt 3 miljoner", 3_000_000, 3_000_000, None, None),
    ("några tusen i månaden", 2_000, 9_000, None, "month"),
    ("300 euro", 300, 300, "EUR", None),
    ("en halv miljon om året", 500_000, 500_000, None, "year"),
    ("vi betalar 1200/mån idag", 1_200, 1_200, None, "month"),
    ("månadshyran ligger på 8900", 8_900, 8_900, None, "month"),
    ("50 000 plus moms", 50_000, 50_000, None, None),
    ("3 MSEK", 3_000_000, 3_000_000, "SEK", None),
    ("25 kronor och 50 öre", 25.5, 25.5, "SEK", None),
    ("5000 kr eller mer", 5_000, None, "SEK", None),
    ("40 000 som mest", None, 40_000, None, None),
    ("upp till en kvarts miljon", None, 250_000, None, None),
    ("tvåhundra tusen ungefär", 200_000, 200_000, None, None),
    ("vi la 75 000 förra året", 75_000, 75_000, None, None),
]


@pytest.mark.parametrize(("text", "low", "high", "currency", "per"), MONEY)
def test_money_is_read(
    text: str, low: float | None, high: float | None, currency: str | None, per: str | None
) -> None:
    expecting = "money" if currency is None else None
    found = amounts(line(text, expecting))
    assert [(one.low, one.high, one.currency, one.per) for one in found] == [(low, high, currency, per)]


@pytest.mark.parametrize(
    "text",
    [
        "vi är 40 anställda",
        "50 tusen kopior i månaden",
        "vi skriver ut 3000 sidor i veckan",
        "ring 08-123 45 67",
        "20 procent",
        "klockan 15.30",
        "vi har haft dem i 5 år",
        "den 15:e",
        "en skrivare",
        "2 mil härifrån",
    ],
)
def test_what_is_counted_is_no_money(text: str) -> None:
    assert amounts(line(text)) == ()


TIMES = [
    ("i mars", "2027-03-01", "2027-03-31"),
    ("den 3:e mars", "2027-03-03", "2027-03-03"),
    ("tredje mars 2028", "2028-03-03", "2028-03-03"),
    ("den tjugoförsta april", "2027-04-21", "2027-04-21"),
    ("15/1", "2027-01-15", "2027-01-15"),
    ("2027-02-01", "2027-02-01", "2027-02-01"),
    ("på måndag", "2026-11-23", "2026-11-23"),
    ("på mandag", "2026-11-23", "2026-11-23"),
    ("på fre", "2026-11-27", "2026-11-27"),
    ("i måndags", "2026-11-16", "2026-11-16"),
    ("imorgon", "2026-11-22", "2026-11-22"),
    ("i övermorgon", "2026-11-23", "2026-11-23"),
    ("i overmorgon", "2026-11-23", "2026-11-23"),
    ("i förrgår", "2026-11-19", "2026-11-19"),
    ("nästa vecka", "2026-11-23", "2026-11-29"),
    ("nasta vecka", "2026-11-23", "2026-11-29"),
    ("till veckan", "2026-11-23", "2026-11-29"),
    ("vecka 12", "2027-03-22", "2027-03-28"),
    ("v. 12", "2027-03-22", "2027-03-28"),
    ("v12", "2027-03-22", "2027-03-28"),
    ("v 8-10", "2027-02-22", "2027-03-14"),
    ("första veckan i februari", "2027-02-01", "2027-02-07"),
    ("sista måndagen i mars", "2027-03-29", "2027-03-29"),
    ("sista mars", "2027-03-31", "2027-03-31"),
    ("om tre månader", "2027-02-21", "2027-02-21"),
    ("om 6 mån", "2027-05-21", "2027-05-21"),
    ("om ett halvår", "2027-05-21", "2027-05-21"),
    ("om ett och ett halvt år", "2028-05-21", "2028-05-21"),
    ("om en vecka", "2026-11-28", "2026-11-28"),
    ("om 2-3 veckor", "2026-12-05", "2026-12-12"),
    ("för två år sedan", "2024-11-21", "2024-11-21"),
    ("3 veckor sen", "2026-10-31", "2026-10-31"),
    ("inom två månader", None, "2027-01-21"),
    ("nästa år", "2027-01-01", "2027-12-31"),
    ("i år", "2026-01-01", "2026-12-31"),
    ("i fjol", "2025-01-01", "2025-12-31"),
    ("förra året", "2025-01-01", "2025-12-31"),
    ("i Q1", "2027-01-01", "2027-03-31"),
    ("Q3 nästa år", "2027-07-01", "2027-09-30"),
    ("andra kvartalet", "2027-04-01", "2027-06-30"),
    ("första halvåret 2027", "2027-01-01", "2027-06-30"),
    ("senast sista juni", None, "2027-06-30"),
    ("före jul", None, "2026-12-24"),
    ("18 jul", "2027-07-18", "2027-07-18"),
    ("innan sommaren", None, "2027-05-31"),
    ("efter semestern", "2027-08-16", None),
    ("efter sommaren", "2027-09-01", None),
    ("efter nyår", "2027-01-02", None),
    ("till hösten", "2027-09-01", "2027-11-30"),
    ("i vår", "2027-03-01", "2027-05-31"),
    ("i höst", "2026-09-01", "2026-11-30"),
    ("i somras", "2026-06-01", "2026-08-31"),
    ("mitten av april", "2027-04-11", "2027-04-20"),
    ("i slutet av maj", "2027-05-21", "2027-05-31"),
    ("i början på nästa år", "2027-01-01", "2027-03-31"),
    ("vid årsskiftet", "2026-10-01", "2026-12-31"),
    ("från mars till maj", "2027-03-01", "2027-05-31"),
    ("mellan 8 och 12 augusti", "2027-08-08", "2027-08-12"),
    ("från och med 1 februari", "2027-02-01", None),
    ("t.o.m. 31 mars", None, "2027-03-31"),
    ("tidigast i augusti", "2027-08-01", None),
    ("sedan mars", "2026-03-01", None),
    ("midsommarafton", "2027-06-25", "2027-06-25"),
    ("alla helgons dag", "2027-11-06", "2027-11-06"),
    ("första advent", "2026-11-29", "2026-11-29"),
    ("annandag påsk", "2027-03-29", "2027-03-29"),
    ("veckan efter påsk", "2027-03-29", "2027-04-04"),
    ("avtalet går ut sista december", "2026-12-31", "2026-12-31"),
    ("senast den 15 januari", None, "2027-01-15"),
    ("de närmaste veckorna", "2026-11-23", "2026-12-13"),
    ("så snart som möjligt", "2026-11-21", None),
    ("torsdag nästa vecka", "2026-11-26", "2026-11-26"),
    ("12/2-2027", "2027-02-12", "2027-02-12"),
    ("i början av hösten", "2027-09-01", "2027-09-30"),
    ("sen i våras", "2026-03-01", None),
    ("räkenskapsåret 2027", "2027-01-01", "2027-12-31"),
]


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_times_are_read(text: str, start: str | None, end: str | None) -> None:
    found = [
        (one.start.isoformat() if one.start else None, one.end.isoformat() if one.end else None)
        for one in times(line(text))
    ]
    assert found == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "det är så i vår bransch",
        "varje måndag",
        "varannan vecka",
        "en gång i månaden",
        "man vet aldrig",
        "min son jobbar här",
        "det tar tre veckor",
        "vi är 27 personer",
        "klockan 9.30",
        "dygnet runt, 24/7",
        "i var och en av butikerna",
        "450 kr i veckan",
    ],
)
def test_no_date_is_read_where_none_is_said(text: str) -> None:
    assert times(line(text)) == ()


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Hur gör ni idag?", "open"),
        ("hur gor ni idag?", "open"),
        ("Vad händer om ni inte gör något?", "open"),
        ("Varför just nu?", "open"),
        ("Berätta lite om er verksamhet", "open"),
        ("Kan du beskriva hur ni jobbar med utskrifter?", "open"),
        ("Okej, och vad är viktigast för er?", "open"),
        ("På vilket sätt påverkar det er?", "open"),
        ("Jag undrar hur ni tänker kring det", "open"),
        ("Hur kommer det sig?", "open"),
        ("Vem bestämmer?", "short"),
        ("När går avtalet ut?", "short"),
        ("Hur många är ni?", "short"),
        ("Hur länge har ni haft dem", "short"),
        ("Var sitter ni?", "short"),
        ("Vilken leverantör har ni?", "short"),
        ("Vad heter du?", "short"),
        ("Med vem pratar jag?", "short"),
        ("Har ni en budget?", "closed"),
        ("Är det du som bestämmer?", "closed"),
        ("Var det allt?", "closed"),
        ("Ni har ett avtal, eller hur?", "closed"),
        ("Du bestämmer själv?", "closed"),
        ("Kan ni skicka något", "closed"),
        ("Vi har ingen budget", None),
        ("När jag vet mer hör jag av mig", None),
        ("Nu har du chansen", None),
        ("Vet inte", None),
        ("Vad bra", None),
        ("", None),
    ],
)
def test_the_form_of_a_question(text: str, shape: str | None) -> None:
    assert form(line(text)) == shape


def test_spans_lie_in_the_text_whatever_is_typed() -> None:
    random = Random(7)
    pieces = [
        *"åäöÅÄÖé ",
        *[
            " kr",
            ":-",
            " 50",
            "tusen",
            " i mars",
            " imorgon",
            " nej",
            " inte ",
            "?",
            ". ",
            ", ",
            "e\u0301",
            "a\u030a",
        ],
    ]
    for _ in range(300):
        text = "".join(random.choice(pieces) for _ in range(random.randint(1, 25)))
        found = said(text)
        spans = [one.span for one in found.amounts] + [one.span for one in found.times]
        spans += [one.span for one in found.people] + [one.span for one in found.objections]
        spans += [one.span for one in found.signs] + [one.span for one in found.traits]
        assert all(0 <= start <= end <= len(text) for start, end in spans)
