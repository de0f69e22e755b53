"""Norwegian bokmål, as it is typed on the phone: money, numbers, dates and the form of questions."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.money import amounts
from cuebook.understanding.numbers import numbers
from cuebook.understanding.questions import form
from cuebook.understanding.read import read
from cuebook.understanding.reading import Span
from cuebook.understanding.times import times

TODAY = date(2026, 11, 21)  # a Saturday


def line(text: str, expecting: str | None = None) -> Line:
    return Line(text, "nb", TODAY, expecting)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tjueåtte", 28),
        ("tjueatte", 28),
        ("enogtyve", 21),
        ("åtteogførti", 48),
        ("hundreogti", 110),
        ("tohundreogfemtitusen", 250_000),
        ("tre hundre og femti tusen", 350_000),
        ("et par tusen", 2_000),
        ("en halv million", 500_000),
        ("to og en halv million", 2_500_000),
        ("halvannen million", 1_500_000),
        ("trekvart million", 750_000),
        ("tre komma fem millioner", 3_500_000),
        ("1,5 mill", 1_500_000),
        ("1.250.000", 1_250_000),
        ("1 250 000", 1_250_000),
        ("fem tusenlapper", 5_000),
        ("et dusin", 12),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(text: str, value: float) -> None:
    assert [number.value for number in numbers(line(text))] == [value]


@pytest.mark.parametrize("text", ["en skriver", "et problem", "tok", "tom", "entre", "tim", "enten"])
def test_an_article_or_a_word_that_only_begins_like_a_number_counts_nothing(text: str) -> None:
    assert numbers(line(text)) == ()


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "per"),
    [
        ("vi har satt av 50k til det", 50_000, 50_000, None, None),
        ("budsjettet er rundt 200.000", 200_000, 200_000, None, None),
        ("vi betaler 899 i måneden", 899, 899, None, "month"),
        ("25 000 kr/mnd", 25_000, 25_000, "NOK", "month"),
        ("kr 12 500,- eks mva", 12_500, 12_500, "NOK", None),
        ("12.500,-", 12_500, 12_500, "NOK", None),
        ("fire tusen kroner i aret", 4_000, 4_000, "NOK", "year"),
        ("mellom 10 og 20 tusen i mnd", 10_000, 20_000, None, "month"),
        ("50-60 000 kr", 50_000, 60_000, "NOK", None),
        ("fra 40 til 50 tusen", 40_000, 50_000, None, None),
        ("maks 1,5 mill", None, 1_500_000, None, None),
        ("ikke mer enn førti tusen", None, 40_000, None, None),
        ("under hundre tusen", None, 100_000, None, None),
        ("minst 5000 kr i måneden", 5_000, None, "NOK", "month"),
        ("5000 kr og oppover", 5_000, None, "NOK", None),
        ("30 tusen maks", None, 30_000, None, None),
        ("MNOK 3", 3_000_000, 3_000_000, "NOK", None),
        ("40 tkr", 40_000, 40_000, "NOK", None),
        ("500 svenske kroner", 500, 500, "SEK", None),
        ("200 danske kr", 200, 200, "DKK", None),
        ("tusen euro", 1_000, 1_000, "EUR", None),
        ("noen tusen", 2_000, 9_000, None, None),
        ("40 000 per år", 40_000, 40_000, None, "year"),
        ("vi svir av nesten seksti tusen årlig", 60_000, 60_000, None, "year"),
    ],
)
def test_money_is_read_with_both_ends_currency_and_period(
    text: str, low: float | None, high: float | None, currency: str | None, per: str | None
) -> None:
    (found,) = amounts(line(text))
    assert (found.low, found.high, found.currency, found.per) == (low, high, currency, per)


@pytest.mark.parametrize(
    "text",
    [
        "vi printer 800 i måneden",
        "vi er 14 ansatte",
        "50 000 brukere",
        "klokka 14.30",
        "i 2027",
        "mars 2028",
        "A4",
    ],
)
def test_what_is_counted_or_dated_is_no_money(text: str) -> None:
    assert amounts(line(text)) == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("i dag", "2026-11-21", "2026-11-21"),
        ("i morra", "2026-11-22", "2026-11-22"),
        ("i overmorgen", "2026-11-23", "2026-11-23"),
        ("i går", "2026-11-20", "2026-11-20"),
        ("på tirsdag", "2026-11-24", "2026-11-24"),
        ("pa loerdag", "2026-11-28", "2026-11-28"),
        ("neste uke", "2026-11-23", "2026-11-29"),
        ("tirsdag neste uke", "2026-11-24", "2026-11-24"),
        ("til uka", "2026-11-23", "2026-11-29"),
        ("i helga", "2026-11-21", "2026-11-22"),
        ("neste maned", "2026-12-01", "2026-12-31"),
        ("i år", "2026-01-01", "2026-12-31"),
        ("i fjor", "2025-01-01", "2025-12-31"),
        ("til neste år", "2027-01-01", "2027-12-31"),
        ("14. mars", "2027-03-14", "2027-03-14"),
        ("den 15.", "2026-12-15", "2026-12-15"),
        ("14.3.2027", "2027-03-14", "2027-03-14"),
        ("31.12.27", "2027-12-31", "2027-12-31"),
        ("14/3", "2027-03-14", "2027-03-14"),
        ("2027-03-14", "2027-03-14", "2027-03-14"),
        ("fra 3. til 5. mars", "2027-03-03", "2027-03-05"),
        ("syttende mai", "2027-05-17", "2027-05-17"),
        ("uke 12", "2027-03-22", "2027-03-28"),
        ("i uke 12-14", "2027-03-22", "2027-04-11"),
        ("første kvartal 2027", "2027-01-01", "2027-03-31"),
        ("1. kvartal", "2027-01-01", "2027-03-31"),
        ("Q2", "2027-04-01", "2027-06-30"),
        ("andre halvår neste år", "2027-07-01", "2027-12-31"),
        ("om en uke", "2026-11-28", "2026-11-28"),
        ("om 14 dager", "2026-12-05", "2026-12-05"),
        ("om et halvt år", "2027-05-21", "2027-05-21"),
        ("om halvannet år", "2028-05-21", "2028-05-21"),
        ("for tre uker siden", "2026-10-31", "2026-10-31"),
        ("for 3 aar siden", "2023-11-21", "2023-11-21"),
        ("de siste to årene", "2024-01-01", "2025-12-31"),
        ("i slutten av mars", "2027-03-21", "2027-03-31"),
        ("medio mars", "2027-03-11", "2027-03-20"),
        ("midten av neste måned", "2026-12-11", "2026-12-20"),
        ("første uka i mars", "2027-03-01", "2027-03-07"),
        ("siste fredag i måneden", "2026-11-27", "2026-11-27"),
        ("til våren", "2027-03-01", "2027-05-31"),
        ("til høsten", "2027-09-01", "2027-11-30"),
        ("i vår", "2027-03-01", "2027-05-31"),
        ("høsten 2027", "2027-09-01", "2027-11-30"),
        ("på nyåret", "2027-01-02", "2027-02-28"),
        ("i romjula", "2026-12-27", "2026-12-31"),
        ("rundt årsskiftet", "2027-01-01", "2027-01-01"),
        ("mars", "2027-03-01", "2027-03-31"),
        # one side only
        ("før jul", None, "2026-12-24"),
        ("før jul 18 personer", None, "2026-12-24"),
        ("1. jul", "2026-12-25", "2026-12-25"),
        ("18. jul", "2027-07-18", "2027-07-18"),
        ("Jul 18, 2027", "2027-07-18", "2027-07-18"),
        ("innen utgangen av juni", None, "2027-06-30"),
        ("senest 1. februar", None, "2027-02-01"),
        ("avtalen løper til mars 2028", None, "2028-03-31"),
        ("før fellesferien", None, "2027-07-07"),
        ("i løpet av Q2", None, "2027-06-30"),
        ("etter sommeren", "2027-09-01", None),
        ("over nyttår", "2027-01-02", None),
        ("tidligst i august", "2027-08-01", None),
        ("ikke før etter ferien", "2027-08-16", None),
        ("siden mars", "2026-03-01", None),
    ],
)
def test_dates_are_read_in_words_and_figures(text: str, start: str | None, end: str | None) -> None:
    (found,) = times(line(text))
    assert (found.start and found.start.isoformat(), found.end and found.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "vår sjef bestemmer",
        "i vår bransje er det vanlig",
        "hver mandag",
        "vi er 14.",
        "det går bra",
        "man vet aldri",
        "10-12 personer",
        "jan har sluttet",
        "i helgene",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert times(line(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hvordan håndterer dere utskrifter i dag?", "open"),
        ("Hva er det viktigste for dere?", "open"),
        ("koffor det", "open"),
        ("Koffor vil du vite det?", "open"),
        ("Kan du fortelle litt om hvordan dere jobber?", "open"),
        ("Fortell litt om bedriften", "open"),
        ("lurer på hva som skjer når det stopper", "open"),
        ("På hvilken måte merker dere det?", "open"),
        ("Hvem bestemmer hos dere?", "short"),
        ("Når går avtalen ut?", "short"),
        ("hvor mange er dere", "short"),
        ("Hva koster det?", "short"),
        ("Hvilken leverandør har dere?", "short"),
        ("kem e du", "short"),
        ("Vet du når han er tilbake?", "short"),
        ("Har dere en leverandør?", "closed"),
        ("Er det du som bestemmer?", "closed"),
        ("Passer det nå", None),
        ("Passer det for deg på mandag", "closed"),
        ("Dere har to skrivere?", "closed"),
        ("Det er litt dyrt, ikke sant?", "closed"),
        ("lurer på om dere har tid", "closed"),
        ("Vi har to skrivere.", None),
        ("når vi er ferdige, tar vi det", None),
        ("Hvis jeg hadde penger, hadde jeg kjøpt.", None),
    ],
)
def test_questions_are_open_short_or_closed(text: str, expected: str | None) -> None:
    assert form(line(text)) == expected


def test_places_are_those_of_the_text_for_any_text() -> None:
    chance = Random(20261121)
    words = [
        *(
            "æøå",
            "måned",
            "neste",
            "50",
            "000",
            "kr",
            ",-",
            "uke",
            "12",
            ".",
            "?",
            "til",
            "jul",
            "ikke",
            "før",
            "mill",
        ),
        *(
            "sjefen",
            "min",
            "Kari",
            "bestemmer",
            "nei",
            "14.3.",
            "–",
            "’",
            "\u0301",
            "høre",
            "med",
            "dyrt",
            "print",
        ),
    ]
    for _ in range(300):
        text = " ".join(chance.choices(words, k=chance.randrange(1, 14)))
        found = read(text, "nb", today=TODAY, expecting=chance.choice([None, "money", "timing", "authority"]))
        groups = (found.amounts, found.times, found.people, found.objections, found.signs, found.traits)
        spans: list[Span] = [one.span for group in groups for one in group]
        assert all(0 <= first <= last <= len(text) for first, last in spans)
