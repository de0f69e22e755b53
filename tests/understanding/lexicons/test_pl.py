"""What Polish prospects say and reps type in haste, often without ogonki, and how it is read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.understanding.line import Line
from cuebook.understanding.numbers import numbers
from cuebook.understanding.read import read
from cuebook.understanding.reading import Reading

TODAY = date(2026, 11, 21)  # a Saturday


def heard(text: str, expecting: str | None = None) -> Reading:
    return read(text, "pl", today=TODAY, expecting=expecting)


# --- numbers ---


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("czterdzieści siedem", 47),
        ("czterdziesci siedem", 47),
        ("dziewięćdziesięciu sześciu", 96),
        ("sto osiemnaście", 118),
        ("tysiąc dwieście trzydzieści", 1_230),
        ("siedem tysięcy i czternaście", 7_014),
        ("dwanaście milionów trzysta tysięcy pięć", 12_300_005),
        ("półtora miliona", 1_500_000),
        ("poltora tysiaca", 1_500),
        ("dwa i pół tysiąca", 2_500),
        ("trzy czwarte miliona", 750_000),
        ("cztery dwieście", 4_200),
        ("dwa przecinek siedem", 2.7),
        ("tuzin", 12),
        ("2,7 mln", 2_700_000),
        ("3.400", 3_400),
        ("17 250", 17_250),
    ],
)
def test_numbers_in_words_and_figures(text: str, value: float) -> None:
    assert [number.value for number in numbers(Line(text, "pl", TODAY))] == [value]


# --- money ---


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "per"),
    [
        ("płacimy 1150 zł miesięcznie", 1_150, 1_150, "PLN", "month"),
        ("placimy 1150 zl na miesiac", 1_150, 1_150, "PLN", "month"),
        ("to jakieś 90 tys. złotych rocznie", 90_000, 90_000, "PLN", "year"),
        ("budżet na ten rok wynosi 65 000", 65_000, 65_000, None, None),
        ("mamy budżet 65000", 65_000, 65_000, None, None),
        ("maks 30k", None, 30_000, None, None),
        ("do 45 tys zl", None, 45_000, "PLN", None),
        ("nie więcej niż osiem tysięcy", None, 8_000, None, None),
        ("najwyżej dwa tysiące euro", None, 2_000, "EUR", None),
        ("co najmniej 12 tysięcy", 12_000, None, None, None),
        ("powyżej 7000 zł odpada", 7_000, None, "PLN", None),
        ("od 15 do 25 tys.", 15_000, 25_000, None, None),
        ("między 15 a 25 tysięcy złotych", 15_000, 25_000, "PLN", None),
        ("15-25 tys. zł", 15_000, 25_000, "PLN", None),
        ("trzy dwieście na miesiąc", 3_200, 3_200, None, "month"),
        ("sześć stów", 600, 600, "PLN", None),
        ("ze trzy dychy", 30, 30, "PLN", None),
        ("40 kafli", 40_000, 40_000, None, None),
        ("dwie bańki", 2_000_000, 2_000_000, None, None),
        ("pół miliona", 500_000, 500_000, None, None),
        ("kilka tysięcy", 2_000, 9_000, None, None),
        ("kilkanaście tysięcy", 11_000, 19_000, None, None),
        ("kilkaset złotych", 200, 900, "PLN", None),
        ("do kilkudziesięciu tysięcy złotych", None, 90_000, "PLN", None),
        ("1 450,90 zł", 1_450.9, 1_450.9, "PLN", None),
        ("13.000,00 zł", 13_000, 13_000, "PLN", None),
        ("9 złotych 20 groszy", 9.2, 9.2, "PLN", None),
        ("600 koron czeskich", 600, 600, "CZK", None),
        ("250 funtów", 250, 250, "GBP", None),
        ("PLN 700", 700, 700, "PLN", None),
        ("stać nas na 850", 850, 850, None, None),
        ("6 tys. z hakiem", 6_000, None, None, None),
    ],
)
def test_money(text: str, low: float | None, high: float | None, currency: str | None, per: str | None) -> None:
    assert [(a.low, a.high, a.currency, a.per) for a in heard(text).amounts] == [(low, high, currency, per)]


@pytest.mark.parametrize("text", ["góra 700", "700 maksymalnie"])
def test_a_bound_is_money_where_money_was_asked_for(text: str) -> None:
    assert heard(text).amounts == ()
    assert [(a.low, a.high) for a in heard(text, "money").amounts] == [(None, 700)]


@pytest.mark.parametrize(
    "text",
    [
        "drukujemy 6000 stron miesięcznie",
        "mamy 45 pracowników",
        "3 miliony użytkowników",
        "do 15 marca",
        "w 2 kwartale",
        "za 2 lata",
        "30%",
        "mają 5 drukarek",
    ],
)
def test_what_is_counted_or_dated_is_no_money(text: str) -> None:
    assert heard(text).amounts == ()


# --- time ---


@pytest.mark.parametrize(
    ("text", "start", "end", "grain"),
    [
        ("w marcu", "2027-03-01", "2027-03-31", "month"),
        ("17 lutego", "2027-02-17", "2027-02-17", "day"),
        ("siedemnastego lutego", "2027-02-17", "2027-02-17", "day"),
        ("17-go lutego 2028 r.", "2028-02-17", "2028-02-17", "day"),
        ("17.02", "2027-02-17", "2027-02-17", "day"),
        ("17.2.2028", "2028-02-17", "2028-02-17", "day"),
        ("5/4/2027", "2027-04-05", "2027-04-05", "day"),
        ("2027-06-30", "2027-06-30", "2027-06-30", "day"),
        ("sobota, 10 października", "2026-10-10", "2026-10-10", "day"),
        ("w drugim kwartale", "2027-04-01", "2027-06-30", "quarter"),
        ("w 3 kwartale 2027", "2027-07-01", "2027-09-30", "quarter"),
        ("III kwartał 2028", "2028-07-01", "2028-09-30", "quarter"),
        ("w q1", "2027-01-01", "2027-03-31", "quarter"),
        ("w pierwszym półroczu", "2027-01-01", "2027-06-30", "quarter"),
        ("w drugiej połowie przyszłego roku", "2027-07-01", "2027-12-31", "quarter"),
        ("w połowie maja", "2027-05-11", "2027-05-20", "week"),
        ("w 14 tygodniu", "2027-04-05", "2027-04-11", "week"),
        ("tydzien 14", "2027-04-05", "2027-04-11", "week"),
        ("tydz. 14 2028", "2028-04-03", "2028-04-09", "week"),
        ("do końca roku", None, "2026-12-31", "month"),
        ("do konca czerwca", None, "2027-06-30", "week"),
        ("umowa kończy się w maju 2028", "2028-05-01", "2028-05-31", "month"),
        ("konczy sie 31 grudnia", "2026-12-31", "2026-12-31", "day"),
        ("najpóźniej do lipca", None, "2027-07-31", "month"),
        ("nie wcześniej niż w kwietniu", "2027-04-01", None, "month"),
        ("po wakacjach", "2027-09-01", None, "quarter"),
        ("przed świętami", None, "2026-12-23", "quarter"),
        ("po nowym roku", "2027-01-02", None, "day"),
        ("w nowym roku", "2027-01-01", "2027-12-31", "year"),
        ("w przyszłym roku", "2027-01-01", "2027-12-31", "year"),
        ("w przyszłorocznym budżecie", "2027-01-01", "2027-12-31", "year"),
        ("w roku 2028", "2028-01-01", "2028-12-31", "year"),
        ("za trzy miesiące", "2027-02-21", "2027-02-21", "month"),
        ("za rok", "2027-11-21", "2027-11-21", "year"),
        ("za pol roku", "2027-05-21", "2027-05-21", "month"),
        ("za dwa, trzy tygodnie", "2026-12-05", "2026-12-12", "week"),
        ("w ciągu dwóch tygodni", None, "2026-12-05", "week"),
        ("jeszcze dwa lata", None, "2028-11-21", "year"),
        ("jeszcze rok", None, "2027-11-21", "year"),
        ("tydzień temu", "2026-11-14", "2026-11-14", "week"),
        ("5 dni temu", "2026-11-16", "2026-11-16", "day"),
        ("od dwóch lat", "2024-11-21", None, "year"),
        ("od 5 do 10 marca", "2027-03-05", "2027-03-10", "day"),
        ("od stycznia do marca", "2027-01-01", "2027-03-31", "month"),
        ("między marcem a majem", "2027-03-01", "2027-05-31", "month"),
        ("w przyszły poniedziałek", "2026-11-23", "2026-11-23", "day"),
        ("we wtorek", "2026-11-24", "2026-11-24", "day"),
        ("pierwszy wtorek marca", "2027-03-02", "2027-03-02", "day"),
        ("ostatni tydzień stycznia", "2027-01-25", "2027-01-31", "week"),
        ("pojutrze", "2026-11-23", "2026-11-23", "day"),
        ("na wiosnę", "2027-03-01", "2027-05-31", "quarter"),
        ("tego lata", "2027-06-01", "2027-08-31", "quarter"),
        ("po majówce", "2027-05-04", None, "quarter"),
        ("przed Wielkanocą", None, "2027-03-27", "day"),
        ("boże ciało", "2027-05-27", "2027-05-27", "day"),
        ("w najbliższych tygodniach", None, "2026-12-12", "week"),
        ("na wczoraj", "2026-11-21", None, "day"),
        ("8 Sie.", "2027-08-08", "2027-08-08", "day"),
        ("dwa tysiące dwudziesty siódmy", "2027-01-01", "2027-12-31", "year"),
        ("w maju dwa tysiące dwudziestego siódmego roku", "2027-05-01", "2027-05-31", "month"),
        ("po dwa tysiące dwunastego maja", "2027-05-12", "2027-05-12", "day"),
    ],
)
def test_time(text: str, start: str | None, end: str | None, grain: str) -> None:
    found = [
        (t.start.isoformat() if t.start else None, t.end.isoformat() if t.end else None, t.grain)
        for t in heard(text).times
    ]
    assert found == [(start, end, grain)]


@pytest.mark.parametrize(
    "text",
    [
        "co tydzień",
        "raz w miesiącu",
        "w poniedziałki",
        "o trzeciej",
        "15:30",
        "mają 5 drukarek",
        "zepsuło sie 8 z nich",
    ],
)
def test_habits_and_hours_are_no_dates(text: str) -> None:
    assert heard(text).times == ()


# --- questions ---


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Jak u państwa wygląda obieg dokumentów?", "open"),
        ("Co was najbardziej boli w tej drukarce?", "open"),
        ("Dlaczego akurat teraz?", "open"),
        ("po co to panu", "open"),
        ("Na czym polega ta usługa?", "open"),
        ("W jaki sposób wybieracie dostawcę?", "open"),
        ("A wy jak to robicie?", "open"),
        ("Mógłby mi pan powiedzieć, jak to działa?", "open"),
        ("Proszę opowiedzieć o firmie?", "open"),
        ("Panie Marku, jak to u was wygląda?", "open"),
        ("Kto u państwa podejmuje decyzje?", "short"),
        ("Do kiedy obowiązuje umowa?", "short"),
        ("Ile osob pracuje w biurze?", "short"),
        ("Z jakiego miasta państwo są?", "short"),
        ("Dla kogo to ma być?", "short"),
        ("Jak długo trwa wdrożenie?", "short"),
        ("ile to kosztuje", "short"),
        ("Czy mają państwo budżet?", "closed"),
        ("Czy wie pan, kto o tym decyduje?", "closed"),
        ("Wiesz, kto to podpisuje?", "closed"),
        ("Macie już dostawcę?", "closed"),
        ("To wasza jedyna kopiarka, prawda?", "closed"),
        ("Widziałaś gdzieś tę umowę?", "closed"),
        ("Co miesiąc drukujemy ulotki", None),
        ("Jak mówiłem, to nie dla nas", None),
        ("Mamy trzy kopiarki.", None),
    ],
)
def test_the_form_of_a_question(text: str, form: str | None) -> None:
    assert heard(text).question == form


# --- stance ---


@pytest.mark.parametrize(
    "text",
    [
        "tak",
        "no tak",
        "no",
        "jasne",
        "zgadza się",
        "pewnie że tak",
        "taaak",
        "tka",
        "owszem, mamy",
        "myślę że tak",
        "chyba tak",
        "raczej tak",
        "nie ma problemu",
        "czemu nie",
        "dokladnie",
        "może być",
        "pasuje mi",
        "bez problemu",
    ],
)
def test_yes(text: str) -> None:
    assert heard(text).stance == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "nie",
        "raczej nie",
        "nie, dziękuję",
        "niestety nie",
        "nie sądzę",
        "w żadnym wypadku",
        "nie ma mowy",
        "jeszcze nie",
        "my nie mamy",
        "chyba nie",
        "nie bardzo",
        "wykluczone",
        "skądże",
        "myślę, że nie",
        "odpada",
        "nie mamy budżetu",
    ],
)
def test_no(text: str) -> None:
    assert heard(text).stance == "no"


@pytest.mark.parametrize(
    "text",
    [
        "nie wiem",
        "niewiem",
        "trudno powiedzieć",
        "ciezko powiedziec",
        "może",
        "zależy",
        "zobaczymy",
        "chyba",
        "nie jestem pewna",
        "jeszcze nie wiemy",
        "różnie bywa",
        "muszę sprawdzić",
        "i tak i nie",
        "czy ja wiem",
    ],
)
def test_neither_yes_nor_no(text: str) -> None:
    assert heard(text).stance == "uncertain"


@pytest.mark.parametrize(
    "text",
    [
        "wolałbym nie mówić",
        "nie mogę o tym mówić",
        "to poufne",
        "tajemnica firmy",
        "bez komentarza",
        "nie pana sprawa",
        "nie chce o tym rozmawiac",
        "odmawiam odpowiedzi",
    ],
)
def test_will_not_say(text: str) -> None:
    assert heard(text).stance == "declined"


@pytest.mark.parametrize(
    "text", ["mamy trzy kopiarki", "no przecież drukujemy", "proszę przysłać umowę", "zależy nam na czasie"]
)
def test_no_stand_is_taken(text: str) -> None:
    assert heard(text).stance is None


# --- people ---


@pytest.mark.parametrize(
    ("text", "name", "role", "decides", "speaker"),
    [
        ("szef decyduje", None, "szef", True, False),
        ("moj szef decyduje", None, "szef", True, False),
        ("decyzje podejmuje zarząd", None, "zarząd", True, False),
        ("o tym decyduje zona", None, "zona", True, False),
        ("to zależy od prezesa", None, "prezesa", True, False),
        ("Wszystko idzie przez centralę", None, "centralę", True, False),
        ("Główna księgowa trzyma kasę", None, "Główna księgowa", True, False),
        ("O zakupach decyduje prezes Wiśniewski", "Wiśniewski", "prezes", True, False),
        ("Pani Nowak z księgowości podpisuje", "Pani Nowak", "księgowości", True, False),
        ("nasz dyrektor Jan Zieliński musi to zatwierdzić", "Jan Zieliński", "dyrektor", True, False),
        ("to nie ja, tylko Ania z zakupów", "Ania", "zakupów", True, False),
        ("Decyduje Marek Kowalski", "Marek Kowalski", None, True, False),
        ("proszę dzwonić do Tomka z IT", "Tomka", "IT", None, False),
        ("ja decyduję", None, None, True, True),
        ("o tym decyduję ja", None, None, True, True),
        ("sam decyduje", None, None, True, True),
        ("to moja decyzja", None, None, True, True),
        ("nie decyduję o tym", None, None, False, True),
        ("nie mam tu nic do powiedzenia", None, None, False, True),
        ("jestem kierownikiem działu zakupów", None, "kierownikiem działu zakupów", None, True),
        ("jestem dyrektorem finansowym", None, "dyrektorem finansowym", None, True),
        ("pracuję jako specjalista ds. zakupów", None, "specjalista ds. zakupów", None, True),
        ("Odpowiadam za marketing", None, "marketing", None, True),
    ],
)
def test_people(text: str, name: str | None, role: str | None, decides: bool | None, speaker: bool) -> None:
    found = [(one.name, one.role, one.decides, one.speaker) for one in heard(text).people]
    assert (name, role, decides, speaker) in found


def test_who_was_asked_for_may_be_a_name_alone() -> None:
    assert heard("Magda Wilk").people == ()
    assert [one.name for one in heard("Magda Wilk", "authority").people] == ["Magda Wilk"]


def test_who_decides_raises_no_objection_about_it() -> None:
    assert heard("ja o tym decyduję").objections == ()


# --- signs and traits ---


@pytest.mark.parametrize(
    ("text", "facet", "holds"),
    [
        ("Drukarka psuje się co tydzień", "need", True),
        ("tracimy na tym mnóstwo czasu", "need", True),
        ("faktury wystawiamy recznie w Excelu", "need", True),
        ("klienci narzekają", "need", True),
        ("nie jesteśmy zadowoleni z serwisu", "need", True),
        ("wszystko nam działa", "need", False),
        ("nie mamy żadnych problemów", "need", False),
        ("mamy na to budżet", "money", True),
        ("nie mamy na to budzetu", "money", False),
        ("ja decyduję", "authority", True),
        ("to nie moja decyzja", "authority", False),
        ("musimy to wdrożyć do końca roku", "timing", True),
        ("nie spieszy nam się", "timing", False),
        ("brzmi ciekawie", "interest", True),
        ("nie interesuje nas to", "interest", False),
        ("mamy już dostawcę", "competition", True),
        ("nie mamy jeszcze dostawcy", "competition", False),
    ],
)
def test_signs(text: str, facet: str, holds: bool) -> None:
    assert (facet, holds) in [(sign.facet, sign.holds) for sign in heard(text).signs]


@pytest.mark.parametrize("text", ["Czy drukarka się psuje?", "Państwo tracicie mnóstwo czasu"])
def test_what_is_asked_or_said_of_them_is_no_sign(text: str) -> None:
    assert [sign for sign in heard(text).signs if sign.facet == "need"] == []


@pytest.mark.parametrize(
    ("text", "trait", "value"),
    [
        ("zatrudniamy 45 osób", "employees", 45),
        ("pracownikow mamy 12, biuro male, 12 pracownikow", "employees", 12),
        ("mam 42 lata", "age", 42),
        ("mam dwójkę dzieci", "children", "yes"),
        ("nie mamy dzieci", "children", "none"),
        ("jestem na emeryturze", "employment", "retired"),
        ("prowadzę jednoosobową działalność", "employment", "self-employed"),
        ("wynajmujemy mieszkanie", "home", "rents"),
        ("mamy własny dom", "home", "owns"),
    ],
)
def test_traits(text: str, trait: str, value: object) -> None:
    assert (trait, value) in [(one.name, one.value) for one in heard(text).traits]


def test_a_country_is_known_by_its_polish_name_however_it_is_typed() -> None:
    for text in ("w Hiszpanii, to znaczy Hiszpania", "Wlochy"):
        assert [one.name for one in heard(text, "profile.country").traits] == ["country"]


# --- what always holds ---

_LETTERS = st.sampled_from("aąbcćdeęfghijklłmnńoóprsśtuwyzźżAĄŁŻ 0123456789.,?!-/'")


@given(st.text(_LETTERS, max_size=80))
def test_all_spans_lie_in_the_text(text: str) -> None:
    reading = heard(text)
    spans = [amount.span for amount in reading.amounts] + [time.span for time in reading.times]
    spans += [person.span for person in reading.people] + [heard.span for heard in reading.objections]
    spans += [sign.span for sign in reading.signs] + [trait.span for trait in reading.traits]
    assert all(0 <= start < end <= len(text) for start, end in spans)
