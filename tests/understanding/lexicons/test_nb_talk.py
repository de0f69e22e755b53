"""Norwegian bokmål, as it is typed on the phone: answers, people, signs and traits."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.read import read
from cuebook.understanding.reading import Reading

TODAY = date(2026, 11, 21)


def said(text: str, expecting: str | None = None) -> Reading:
    return read(text, "nb", today=TODAY, expecting=expecting)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("ja", "yes"),
        ("Jepp", "yes"),
        ("jo, det har vi", "yes"),
        ("Ja, det stemmer", "yes"),
        ("klart det", "yes"),
        ("gjerne", "yes"),
        ("gjørne", "yes"),
        ("det går fint", "yes"),
        ("Ingen problem", "yes"),
        ("det gjør vi", "yes"),
        ("tror det", "yes"),
        ("høres bra ut", "yes"),
        ("hvorfor ikke", "yes"),
        ("👍", "yes"),
        ("nei", "no"),
        ("Niks", "no"),
        ("neida", "no"),
        ("nei, det har vi ikke", "no"),
        ("ikke egentlig", "no"),
        ("det har eg ikkje", "no"),
        ("tror ikke det", "no"),
        ("aldri", "no"),
        ("vi har ikke det", "no"),
        ("uaktuelt", "no"),
        ("kanskje", "uncertain"),
        ("kansje det", "uncertain"),
        ("vet ikke", "uncertain"),
        ("veit ikkje", "uncertain"),
        ("tja", "uncertain"),
        ("kommer an på", "uncertain"),
        ("ikke helt sikker", "uncertain"),
        ("har ikke peiling", "uncertain"),
        ("må sjekke", "uncertain"),
        ("både og", "uncertain"),
        ("det vil jeg ikke svare på", "declined"),
        ("det er konfidensielt", "declined"),
        ("det har du ingenting med", "declined"),
        ("sånt sier vi ikke", "declined"),
        ("ingen kommentar", "declined"),
        ("vil helst ikke si det", "declined"),
        ("Skriveren står i gangen.", None),
    ],
)
def test_answers_take_a_stand(text: str, stance: str | None) -> None:
    assert said(text).stance == stance


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Det er jeg som bestemmer", [(None, None, True, True)]),
        ("Sånt bestemmer jeg selv", [(None, None, True, True)]),
        ("Det bestemmer sjefen min", [(None, "sjefen", True, False)]),
        ("styret må godkjenne det", [(None, "styret", True, False)]),
        ("Det er opp til ledergruppa", [(None, "ledergruppa", True, False)]),
        ("det går via innkjøp", [(None, "innkjøp", True, False)]),
        ("Kona og jeg tar sånt sammen", [(None, "Kona", True, False), (None, None, True, True)]),
        ("Anna Berg bestemmer", [("Anna Berg", None, True, False)]),
        ("anna berg bestemmer", [("anna berg", None, True, False)]),
        ("Jeg bestemmer ikke, det gjør Kari i regnskap",
         [(None, None, False, True), ("Kari", "regnskap", True, False)]),
        ("jeg må spørre mannen min først", [(None, None, False, True), (None, "mannen", None, False)]),
        ("sjefen min heter Trond Hansen", [("Trond Hansen", "sjefen", None, False)]),
        ("Herr Nilsen tar seg av det", [("Herr Nilsen", None, True, False)]),
        ("Jeg er IT-sjef", [(None, "IT-sjef", None, True)]),
        ("jeg er ansvarlig for innkjøp", [(None, "ansvarlig for innkjøp", None, True)]),
        ("jeg jobber som vaktmester", [(None, "vaktmester", None, True)]),
        ("jeg eier firmaet", [(None, None, True, True)]),
        ("du må snakke med daglig leder", [(None, "daglig leder", None, False)]),
        ("Hvem bestemmer hos dere?", []),
        ("Skriveren er treg.", []),
    ],
)  # fmt: skip
def test_people_are_named_with_their_part(
    text: str, people: list[tuple[str | None, str | None, bool | None, bool]]
) -> None:
    assert [(one.name, one.role, one.decides, one.speaker) for one in said(text).people] == people


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Anna Berg", "Anna Berg", None),
        ("Per Olsen på økonomi", "Per Olsen", "økonomi"),
        ("tror det er Siri", "Siri", None),
    ],
)
def test_a_name_answers_who_decides(text: str, name: str, role: str | None) -> None:
    assert [(one.name, one.role) for one in said(text, "authority").people] == [(name, role)]


@pytest.mark.parametrize(
    ("text", "facet", "holds"),
    [
        ("Vi kaster bort mange timer hver uke på papirstopp", "need", True),
        ("skriveren er nede hver uke", "need", True),
        ("systemet er tregt og utdatert", "need", True),
        ("vi gjør det manuelt i excel", "need", True),
        ("vi trenger en ny skriver", "need", True),
        ("toneren koster skjorta", "need", True),
        ("alt fungerer fint", "need", False),
        ("vi har ingen problemer", "need", False),
        ("vi har satt av penger i budsjettet", "money", True),
        ("vi har ikke budsjett", "money", False),
        ("det er for dyrt", "money", False),
        ("det er jeg som bestemmer", "authority", True),
        ("jeg bestemmer ikke det", "authority", False),
        ("må være på plass før sommeren", "timing", True),
        ("kontrakten går ut i mars", "timing", True),
        ("det haster ikke", "timing", False),
        ("høres interessant ut", "interest", True),
        ("vil gjerne høre mer", "interest", True),
        ("ikke interessert", "interest", False),
        ("vi bruker Canon i dag", "competition", True),
        ("vi har avtale med Ricoh", "competition", True),
        ("vi har ingen leverandør", "competition", False),
    ],
)
def test_words_speak_for_or_against_a_facet(text: str, facet: str, holds: bool) -> None:
    assert (facet, holds) in [(sign.facet, sign.holds) for sign in said(text).signs]


@pytest.mark.parametrize("text", ["Har dere problemer med skriveren?", "dere vil spare tid", "ingen problem"])
def test_what_is_asked_or_said_of_the_other_side_proves_no_need(text: str) -> None:
    assert not [sign for sign in said(text).signs if sign.facet == "need"]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("vi er 14 ansatte", "employees", 14),
        ("vi er 25 stykker", "employees", 25),
        ("jeg er 42 år gammel", "age", 42),
        ("vi har to barn", "children", "yes"),
        ("vi har ingen barn", "children", "none"),
        ("jeg leier leilighet", "home", "rents"),
        ("vi har boliglån", "home", "owns"),
        ("jeg er pensjonist", "employment", "retired"),
        ("jeg driver mitt eget firma", "employment", "self-employed"),
    ],
)
def test_traits_are_told(text: str, name: str, value: object) -> None:
    assert (name, value) in [(trait.name, trait.value) for trait in said(text).traits]


@pytest.mark.parametrize(
    ("text", "asked", "value"), [("Norge", "country", "NO"), ("42", "age", 42), ("nei", "children", "none")]
)
def test_a_bare_answer_tells_the_trait_that_was_asked_for(text: str, asked: str, value: object) -> None:
    assert [trait.value for trait in said(text, f"profile.{asked}").traits if trait.name == asked] == [value]
