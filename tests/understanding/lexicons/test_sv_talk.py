"""Swedish talk: how one answers, who decides, signs and traits."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.read import read
from cuebook.understanding.reading import Reading

TODAY = date(2026, 11, 21)


def said(text: str, expecting: str | None = None) -> Reading:
    return read(text, "sv", today=TODAY, expecting=expecting)


STANCES = [
    ("Ja", "yes"),
    ("japp", "yes"),
    ("jajamän, det stämmer", "yes"),
    ("Absolut", "yes"),
    ("Visst, det gör vi", "yes"),
    ("Det har vi", "yes"),
    ("mm", "yes"),
    ("ja det ar klart", "yes"),
    ("Inga problem", "yes"),
    ("Varför inte", "yes"),
    ("Det låter bra", "yes"),
    ("Det tror jag", "yes"),
    ("Kör på det", "yes"),
    ("okej då", "yes"),
    ("absolt", "yes"),
    ("Nej", "no"),
    ("nä, det har vi inte", "no"),
    ("Nej det är jag inte", "no"),
    ("Inte alls", "no"),
    ("Det stämmer inte", "no"),
    ("Det gör vi inte", "no"),
    ("Jag tror inte det", "no"),
    ("Vi har ingen sådan", "no"),
    ("aldrig i livet", "no"),
    ("tyvärr inte", "no"),
    ("nope", "no"),
    ("Vet inte", "uncertain"),
    ("vet ej", "uncertain"),
    ("Jag vet faktiskt inte", "uncertain"),
    ("Ingen aning", "uncertain"),
    ("Kanske", "uncertain"),
    ("Det beror på", "uncertain"),
    ("Svårt att säga", "uncertain"),
    ("det vet vi inte an", "uncertain"),
    ("Nja", "uncertain"),
    ("Jag är inte säker", "uncertain"),
    ("Det har vi inte bestämt än", "uncertain"),
    ("Vi får se", "uncertain"),
    ("det kan jag inte svara på", "uncertain"),
    ("Det vill jag inte säga", "declined"),
    ("Det är konfidentiellt", "declined"),
    ("Det lämnar vi inte ut", "declined"),
    ("Ingen kommentar", "declined"),
    ("Det har du inte med att göra", "declined"),
    ("Helst inte säga", "declined"),
    ("Vi har fyrtio skrivare", None),
    ("Hur menar du?", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "answer"), STANCES)
def test_a_stand_is_read_as_it_is_taken(text: str, answer: str | None) -> None:
    assert said(text).stance == answer


PEOPLE = [
    ("Min chef bestämmer", [(None, "chef", True, False)]),
    ("Det bestämmer min chef", [(None, "chef", True, False)]),
    ("Det är jag som bestämmer", [(None, None, True, True)]),
    ("det ar jag som bestammer", [(None, None, True, True)]),
    ("Jag bestämmer inte", [(None, None, False, True)]),
    ("Det är inte jag som bestämmer", [(None, None, False, True)]),
    ("Jag är ekonomichef", [(None, "ekonomichef", None, True)]),
    ("Jag jobbar som inköpare", [(None, "inköpare", None, True)]),
    ("Jag är ansvarig för IT", [(None, "ansvarig för IT", None, True)]),
    ("Anna Berg bestämmer", [("Anna Berg", None, True, False)]),
    ("Anna på ekonomi skriver under", [("Anna", "ekonomi", True, False)]),
    ("Det är Per Olsson som tar beslutet", [("Per Olsson", None, True, False)]),
    ("Vår VD Karin Lind fattar beslutet", [("Karin Lind", "VD", True, False)]),
    ("Ledningen beslutar", [(None, "Ledningen", True, False)]),
    ("styrelsen har sista ordet", [(None, "styrelsen", True, False)]),
    ("Det är upp till mig", [(None, None, True, True)]),
    ("Jag har inget mandat", [(None, None, False, True)]),
    ("Prata med Erik på IT", [("Erik", "IT", None, False)]),
    ("Det måste chefen godkänna", [(None, "chefen", True, False)]),
    ("Det är Maria, vår inköpschef", [("Maria", "inköpschef", None, False)]),
    ("Min fru och jag bestämmer tillsammans", [(None, "fru", True, False), (None, None, True, True)]),
    ("Vi har fyrtio skrivare", []),
    ("Jag kan inte tänka mig ett liv utan Stina", []),
]


@pytest.mark.parametrize(("text", "told"), PEOPLE)
def test_people_are_read_with_what_they_decide(
    text: str, told: list[tuple[str | None, str | None, bool | None, bool]]
) -> None:
    assert [(one.name, one.role, one.decides, one.speaker) for one in said(text).people] == told


@pytest.mark.parametrize(
    ("text", "name", "speaker"),
    [("Anna", "Anna", False), ("Det gör Karin", "Karin", False), ("Jag", None, True), ("chefen", None, False)],
)
def test_a_name_alone_answers_who_decides(text: str, name: str | None, speaker: bool) -> None:
    found = said(text, "authority").people
    assert [(one.name, one.speaker) for one in found] == [(name, speaker)]


SIGNS = [
    ("Skrivaren krånglar varje vecka", "need", True),
    ("Vi slösar massor av tid på pappersstopp", "need", True),
    ("vi ar missnojda med supporten", "need", True),
    ("Gamla maskinen är dyr i drift", "need", True),
    ("Det funkar bra", "need", False),
    ("Vi har inga problem", "need", False),
    ("Vi skriver knappt ut", "need", False),
    ("Vi har en budget på 50 000", "money", True),
    ("Vi har avsatt pengar för det", "money", True),
    ("Vi har ingen budget", "money", False),
    ("Det är för dyrt", "money", False),
    ("Jag bestämmer", "authority", True),
    ("Det är inte mitt beslut", "authority", False),
    ("Det är bråttom", "timing", True),
    ("Avtalet går ut i mars", "timing", True),
    ("Ingen brådska", "timing", False),
    ("Det låter intressant", "interest", True),
    ("Kan ni visa en demo?", "interest", True),
    ("Vi är inte intresserade", "interest", False),
    ("Vi har redan en leverantör", "competition", True),
    ("Vi är bundna i tre år", "competition", True),
    ("Vi har inget avtal idag", "competition", False),
]


@pytest.mark.parametrize(("text", "facet", "holds"), SIGNS)
def test_signs_speak_for_a_facet_or_against_it(text: str, facet: str, holds: bool) -> None:
    assert (facet, holds) in {(sign.facet, sign.holds) for sign in said(text).signs}


@pytest.mark.parametrize("text", ["Har ni problem?", "Ring inte mer", "Ni har bra priser", "Hej"])
def test_what_shows_nothing_is_no_sign(text: str) -> None:
    assert said(text).signs == ()


@pytest.mark.parametrize(
    ("text", "expecting", "name", "value"),
    [
        ("Vi är 40 anställda", None, "employees", 40),
        ("vi ar tolv anstallda", None, "employees", 12),
        ("Jag är 42 år", None, "age", 42),
        ("42", "profile.age", "age", 42),
        ("Vi har två barn", None, "children", "yes"),
        ("Vi har inga barn", None, "children", "none"),
        ("Vi väntar barn", None, "children", "planned"),
        ("nej", "profile.children", "children", "none"),
        ("Jag är egenföretagare", None, "employment", "self-employed"),
        ("jag är pensionär", None, "employment", "retired"),
        ("Vi hyr en lägenhet", None, "home", "rents"),
        ("Vi bor i villa", None, "home", "owns"),
        ("Norge", "profile.country", "country", "NO"),
    ],
)
def test_traits_tell_what_kind_of_buyer_it_is(
    text: str, expecting: str | None, name: str, value: str | float
) -> None:
    assert [(one.name, one.value) for one in said(text, expecting).traits] == [(name, value)]
