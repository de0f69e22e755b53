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


# --- objections ---


@pytest.mark.parametrize(
    ("text", "objection"),
    [
        ("A po co panu ta informacja?", "why_asking"),
        ("dlaczego pan o to pyta", "why_asking"),
        ("czemu was to interesuje", "why_asking"),
        ("a co to pana obchodzi", "why_asking"),
        ("do czego pan zmierza?", "why_asking"),
        ("nie rozumiem po co te pytania", "why_asking"),
        ("Jaki to ma związek z drukarkami?", "why_asking"),
        ("Po co wam to wiedziec", "why_asking"),
        ("A czemu mam na to odpowiadać?", "why_asking"),
        ("o co chodzi?", "why_asking"),
        ("w jakim celu pani o to pyta?", "why_asking"),
        ("Co to ma do rzeczy?", "why_asking"),
        ("do czego jest to panu potrzebne", "why_asking"),
        ("kto mówi?", "who_are_you"),
        ("Z kim rozmawiam?", "who_are_you"),
        ("A pan skąd dzwoni?", "who_are_you"),
        ("jaka to firma?", "who_are_you"),
        ("może się pan przedstawić?", "who_are_you"),
        ("kim pan wlasciwie jest", "who_are_you"),
        ("nie dosłyszałem nazwiska", "who_are_you"),
        ("Co to za firma?", "who_are_you"),
        ("Skąd pan ma mój numer?", "how_got_number"),
        ("skad macie moj telefon", "how_got_number"),
        ("kto wam dał moje dane?", "how_got_number"),
        ("Jak pan do mnie trafił?", "how_got_number"),
        ("Od kogo pan dostał ten kontakt?", "how_got_number"),
        ("To jest prywatny numer", "how_got_number"),
        ("nie mam teraz czasu", "no_time"),
        ("jestem na spotkaniu", "no_time"),
        ("Prowadzę auto", "no_time"),
        ("nie mam kiedy", "no_time"),
        ("jestem zajety", "no_time"),
        ("Mam urwanie głowy", "no_time"),
        ("nie moge rozmawiac", "no_time"),
        ("spieszę się", "no_time"),
        ("muszę kończyć", "no_time"),
        ("nie bardzo mogę teraz gadać", "no_time"),
        ("mamy tu młyn", "no_time"),
        ("nie jestem zainteresowany", "not_interested"),
        ("nie interesuje mnie to", "not_interested"),
        ("Dziękuję, nie skorzystam", "not_interested"),
        ("to nie dla nas", "not_interested"),
        ("nie dziękuję", "not_interested"),
        ("niezainteresowany", "not_interested"),
        ("podziękuję", "not_interested"),
        ("Nie chce o tym sluchac", "not_interested"),
        ("szkoda pana czasu", "not_interested"),
        ("Nic nie kupuję przez telefon", "not_interested"),
        ("nie jestesmy zainteresowani wspolpraca", "not_interested"),
        ("raczej nas to nie interesuje", "not_interested"),
        ("proszę wysłać ofertę mailem", "send_email"),
        ("Proszę przesłać na maila", "send_email"),
        ("wyślij mi coś na maila", "send_email"),
        ("niech pan przyśle materiały", "send_email"),
        ("wolałbym dostać to na piśmie", "send_email"),
        ("prosze o maila", "send_email"),
        ("Może pan podesłać jakieś informacje?", "send_email"),
        ("napiszcie na adres firmowy", "send_email"),
        ("mailowo poproszę", "send_email"),
        ("moze pani wyslac oferte", "send_email"),
        ("muszę to przemyśleć", "think_about_it"),
        ("zastanowię się", "think_about_it"),
        ("musze sie zastanowic", "think_about_it"),
        ("Potrzebuję trochę czasu do namysłu", "think_about_it"),
        ("prześpię się z tym", "think_about_it"),
        ("nie podejmuję decyzji od razu", "think_about_it"),
        ("To poważna decyzja, chcemy porównać oferty", "think_about_it"),
        ("przemyslimy to na spokojnie", "think_about_it"),
        ("nie teraz", "not_now"),
        ("może w przyszłym roku", "not_now"),
        ("mamy teraz inne priorytety", "not_now"),
        ("na razie nic nie planujemy", "not_now"),
        ("jeszcze nie w tym roku", "not_now"),
        ("Odkładamy to na później", "not_now"),
        ("to nie jest teraz priorytet", "not_now"),
        ("za wczesnie na to", "not_now"),
        ("nie mamy na to budżetu", "no_budget"),
        ("brak środków", "no_budget"),
        ("nie stać nas na to", "no_budget"),
        ("Budżet na ten rok już wydany", "no_budget"),
        ("nie mamy pieniedzy", "no_budget"),
        ("krucho u nas z kasą", "no_budget"),
        ("nie ma na to kasy", "no_budget"),
        ("tniemy koszty", "no_budget"),
        ("nie przewidzieliśmy takiego wydatku", "no_budget"),
        ("finansowo nie damy rady", "no_budget"),
        ("to za drogo", "too_expensive"),
        ("za drogie jak dla nas", "too_expensive"),
        ("cena nas zabija", "too_expensive"),
        ("strasznie drogo", "too_expensive"),
        ("konkurencja ma taniej", "too_expensive"),
        ("nie zapłacę tyle", "too_expensive"),
        ("dostałem tańszą ofertę", "too_expensive"),
        ("To przekracza nasz budżet", "too_expensive"),
        ("Da się coś zejść z ceny?", "too_expensive"),
        ("za wysoka cena", "too_expensive"),
        ("drogo u was", "too_expensive"),
        ("mamy już dostawcę", "have_vendor"),
        ("Współpracujemy z inną firmą", "have_vendor"),
        ("jesteśmy zadowoleni z obecnego dostawcy", "have_vendor"),
        ("mamy swoja firme do tego", "have_vendor"),
        ("nie zamierzamy zmieniać dostawcy", "have_vendor"),
        ("Ktoś już nam to robi", "have_vendor"),
        ("korzystamy z uslug innej firmy", "have_vendor"),
        ("już z kimś współpracujemy", "have_vendor"),
        ("mamy stałego serwisanta", "have_vendor"),
        ("ja o tym nie decyduję", "not_decision_maker"),
        ("szef decyduje", "not_decision_maker"),
        ("to nie moja decyzja", "not_decision_maker"),
        ("nie ja o tym decyduje", "not_decision_maker"),
        ("decyzje podejmuje zarząd", "not_decision_maker"),
        ("Proszę rozmawiać z prezesem", "not_decision_maker"),
        ("jestem tylko pracownikiem", "not_decision_maker"),
        ("o zakupach decyduje centrala", "not_decision_maker"),
        ("to nie ode mnie zalezy", "not_decision_maker"),
        ("muszę porozmawiać z żoną", "consult"),
        ("Skonsultuję to z zarządem", "consult"),
        ("musze zapytac szefa", "consult"),
        ("Decydujemy o tym wspólnie", "consult"),
        ("muszę to uzgodnić ze wspólnikiem", "consult"),
        ("nigdy o was nie słyszałem", "trust"),
        ("Skąd mam wiedzieć, że to nie oszustwo?", "trust"),
        ("nie znam waszej firmy", "trust"),
        ("Brzmi zbyt pięknie, żeby było prawdziwe", "trust"),
        ("macie jakieś referencje?", "trust"),
        ("gdzie jest haczyk", "trust"),
        ("wszyscy tak mówią", "trust"),
        ("nie ufam takim telefonom", "trust"),
        ("skad mam miec pewnosc ze to dziala", "trust"),
        ("proszę do mnie więcej nie dzwonić", "do_not_call"),
        ("prosze usunac moj numer", "do_not_call"),
        ("Nie życzę sobie takich telefonów", "do_not_call"),
        ("wykreślcie mnie z listy", "do_not_call"),
        ("przestancie dzwonic", "do_not_call"),
        ("nie wyrażam zgody na kontakt", "do_not_call"),
        ("dajcie mi spokój", "do_not_call"),
        ("usuńcie moje dane z bazy", "do_not_call"),
        ("nie dzwońcie wiecej", "do_not_call"),
        ("proszę mnie nie nękać", "do_not_call"),
        ("nie potrzebujemy", "no_need"),
        ("nie mamy takiej potrzeby", "no_need"),
        ("wszystko nam działa", "no_need"),
        ("mamy wszystko czego trzeba", "no_need"),
        ("mało drukujemy", "no_need"),
        ("radzimy sobie bez tego", "no_need"),
        ("proszę zadzwonić w przyszłym tygodniu", "call_later"),
        ("zadzwon jutro", "call_later"),
        ("Może pan oddzwonić za godzinę?", "call_later"),
        ("odezwę się sam", "call_later"),
        ("umówmy się na inny termin", "call_later"),
        ("mamy umowę do końca roku", "running_contract"),
        ("wiąże nas umowa", "running_contract"),
        ("umowa kończy się w maju", "running_contract"),
        ("robimy to sami", "in_house"),
        ("mamy własny dział IT", "in_house"),
        ("nasz informatyk się tym zajmuje", "in_house"),
        ("ile to kosztuje?", "asks_price"),
        ("jaka cena", "asks_price"),
        ("po ile to jest", "asks_price"),
        ("tym zajmuje się dział zakupów", "ask_purchasing"),
        ("Proszę dzwonić do działu zaopatrzenia", "ask_purchasing"),
        ("pomyłka", "wrong_person"),
        ("ja się tym nie zajmuję", "wrong_person"),
        ("ta osoba już u nas nie pracuje", "wrong_person"),
        ("już raz się sparzyliśmy", "bad_history"),
        ("mamy złe doświadczenia z takimi firmami", "bad_history"),
        ("próbowaliśmy i nie wypaliło", "bad_history"),
        ("spadaj", "hostile"),
        ("jesteście bandą złodziei", "hostile"),
        ("odpieprz się pan", "hostile"),
        ("to jest rozmowa sprzedażowa?", "sales_call"),
        ("chce mi pan coś sprzedać?", "sales_call"),
        ("co pan sprzedaje", "sales_call"),
        ("czy ta rozmowa jest nagrywana?", "is_recorded"),
        ("rozmawiam z robotem?", "is_robot"),
        ("czy pan jest botem", "is_robot"),
        ("ile jeszcze tych pytań?", "too_many"),
        ("czy to przesłuchanie", "too_many"),
        ("za duzo pytan", "too_many"),
        ("nie mogę tego powiedzieć", "confidential"),
        ("to tajemnica firmy", "confidential"),
        ("nie podajemy takich danych", "confidential"),
        ("już to mówiłem pana koledze", "already_told"),
        ("rozmawiałem już z kimś od was", "already_told"),
        ("ktoś od was już dzwonił", "already_told"),
        ("w jakiej sprawie pan dzwoni?", "gatekeeper"),
        ("szefa nie ma", "gatekeeper"),
        ("prezes jest na spotkaniu", "gatekeeper"),
        ("co mam przekazać?", "gatekeeper"),
        ("nie łączymy takich rozmów", "gatekeeper"),
        ("Teraz kompletnie nie mam głowy", "no_time"),
        ("Przepraszam, właśnie wychodzę z domu", "no_time"),
        ("Jestem w drodze do klienta", "no_time"),
        ("zarobiony jestem po uszy", "no_time"),
        ("Nie, to mnie w ogóle nie rusza", "not_interested"),
        ("Nie szukamy niczego takiego", "not_interested"),
        ("Proszę sobie darować", "not_interested"),
        ("Dzięki, ale odpuścimy", "not_interested"),
        ("Niech mi pan to po prostu wyśle", "send_email"),
        ("Poproszę o szczegóły na skrzynkę", "send_email"),
        ("Może wizytówkę i ofertę mailem", "send_email"),
        ("Macie jakąś stronę, gdzie mogę poczytać?", "send_email"),
        ("Daj mi pan kilka dni", "think_about_it"),
        ("Muszę to sobie poukładać w głowie", "think_about_it"),
        ("Nie chcę decydować pod wpływem chwili", "think_about_it"),
        ("Trzeba by to przeliczyć", "think_about_it"),
        ("Dopiero co zamknęliśmy rok, proszę wrócić na wiosnę", "not_now"),
        ("Mamy teraz gorący okres w firmie", "not_now"),
        ("Przed sezonem nic nie ruszamy", "not_now"),
        ("Zobaczymy w drugim kwartale", "not_now"),
        ("Wszystko już wydane na ten rok", "no_budget"),
        ("Zarząd obciął nam wydatki", "no_budget"),
        ("Skąd ja mam na to wziąć pieniądze?", "no_budget"),
        ("U nas się teraz liczy każdy grosz", "no_budget"),
        ("Ta cena to jakiś żart", "too_expensive"),
        ("Za tyle to ja mam dwie takie", "too_expensive"),
        ("Gdzie indziej płacę połowę tego", "too_expensive"),
        ("Chyba was pogięło z tą ceną", "too_expensive"),
        ("Od dziesięciu lat bierzemy papier od jednej hurtowni", "have_vendor"),
        ("Obsługuje nas firma z Katowic", "have_vendor"),
        ("Mamy to już ogarnięte", "have_vendor"),
        ("Jestem związany z innym operatorem", "have_vendor"),
        ("Ja tu jestem tylko od parzenia kawy", "not_decision_maker"),
        ("O takich rzeczach to szefowa", "not_decision_maker"),
        ("Nie mam takich uprawnień", "not_decision_maker"),
        ("To trzeba by z dyrektorem gadać", "not_decision_maker"),
        ("Pierwsze słyszę o takiej firmie", "trust"),
        ("A jaką mam gwarancję, że to zadziała?", "trust"),
        ("Już mi takie rzeczy obiecywali", "trust"),
        ("A kto z tego korzysta w naszej branży?", "trust"),
        ("Ile razy mam prosić, żebyście nie dzwonili?", "do_not_call"),
        ("Proszę wyrzucić ten numer z bazy", "do_not_call"),
        ("Nie wyrażałam zgody na marketing", "do_not_call"),
        ("Skończcie z tymi telefonami", "do_not_call"),
        ("A na co panu te dane?", "why_asking"),
        ("Czemu tak pan drąży?", "why_asking"),
        ("Nie wiem, co to ma wspólnego z drukarką", "why_asking"),
        ("W czym mi to niby pomoże?", "why_asking"),
        ("A kogo pan reprezentuje?", "who_are_you"),
        ("Halo, kto tam?", "who_are_you"),
        ("Przepraszam, z jakiej pani firmy?", "who_are_you"),
        ("Nie kojarzę pana", "who_are_you"),
        ("Kto panu dał na mnie namiary?", "how_got_number"),
        ("Gdzie wyście znaleźli mój numer?", "how_got_number"),
        ("To zastrzeżony numer, skąd go pan ma?", "how_got_number"),
        ("Jak żeście mnie znaleźli?", "how_got_number"),
        ("Zaraz mam kolejne spotkanie", "no_time"),
        ("Dzwoni pan nie w porę", "no_time"),
        ("kierowca jestem, jadę", "no_time"),
        ("Strasznie dziś zabiegana jestem", "no_time"),
        ("Mnie takie rzeczy nie ciekawią", "not_interested"),
        ("Nic od państwa nie chcę", "not_interested"),
        ("Jednak zrezygnuję", "not_interested"),
        ("nie zaintersowani", "not_interested"),
        ("To niech pani prześle cennik", "send_email"),
        ("Mogę dostać prezentację na maila?", "send_email"),
        ("Proszę to wszystko opisać w mailu", "send_email"),
        ("Wolałbym się z tym oswoić i policzyć", "think_about_it"),
        ("Nie powiem panu teraz tak ani nie, muszę pomyśleć", "think_about_it"),
        ("pogadamy jak sobie przeanalizuję", "think_about_it"),
        ("Wróćmy do rozmowy w nowym roku budżetowym", "not_now"),
        ("To temat raczej na jesień", "not_now"),
        ("W tej chwili mamy na głowie przeprowadzkę", "not_now"),
        ("Po prostu nie ma z czego", "no_budget"),
        ("Nasz budżet jest zamknięty do grudnia", "no_budget"),
        ("Firma ledwo przędzie", "no_budget"),
        ("Kto by tyle zapłacił", "too_expensive"),
        ("To dwa razy więcej niż teraz płacimy", "too_expensive"),
        ("cena zaporowa", "too_expensive"),
        ("Nie dam tyle", "too_expensive"),
        ("My z tym jesteśmy w Ricohu", "have_vendor"),
        ("Nasza firma informatyczna to wszystko obsługuje", "have_vendor"),
        ("Nie będziemy zmieniać, jest dobrze", "have_vendor"),
        ("Za to odpowiada kierownik administracyjny", "not_decision_maker"),
        ("To już pytanie do szefostwa", "not_decision_maker"),
        ("ja tylko przekazuje wyzej", "not_decision_maker"),
        ("Takich jak wy to dzwoni dziesięciu dziennie i każdy obiecuje", "trust"),
        ("Nie wiem czy można wam wierzyć", "trust"),
        ("Jakoś mi to podejrzanie wygląda", "trust"),
        ("Proszę zaprzestać kontaktu", "do_not_call"),
        ("Nie chcę już żadnych telefonów od was", "do_not_call"),
        ("wypiszcie mnie", "do_not_call"),
        ("A dlaczego to ma znaczenie?", "why_asking"),
        ("Co pana obchodzą moje faktury?", "why_asking"),
        ("Po co ta ankieta", "why_asking"),
        ("Przepraszam, ale kto dzwoni?", "who_are_you"),
        ("Jak się nazywa pana firma?", "who_are_you"),
        ("Skąd wy w ogóle macie moje dane?", "how_got_number"),
        ("Kto udostępnił mój telefon?", "how_got_number"),
    ],
)
def test_objections(text: str, objection: str) -> None:
    assert [one.id for one in heard(text).objections][:1] == [objection]


@pytest.mark.parametrize(
    "text",
    [
        "Mamy trzy kopiarki i drukujemy około pięciu tysięcy stron miesięcznie.",
        "Najbardziej boli nas czas, bo ciągle się zacinają.",
        "Budżet mamy około 20 tysięcy.",
        "Pracuję tu od pięciu lat jako kierownik biura.",
        "Drukarka psuje się co tydzień i tracimy mnóstwo czasu.",
        "Szukamy nowego rozwiązania.",
        "Tak, możemy się spotkać we wtorek.",
        "To ważny temat dla zarządu.",
        "Toner kosztuje nas majątek.",
        "Serwis jest bardzo drogi w utrzymaniu.",
        "Dobrze, to jesteśmy umówieni.",
        "Tak, to ja odpowiadam za zakupy.",
        "Wyślę panu listę urządzeń.",
        "Nie narzekamy, ale mogłoby być szybciej.",
        "Nie mamy jeszcze dostawcy.",
        "Zależy nam, żeby nie było przestojów.",
        "Proszę chwilę poczekać, sprawdzę w systemie.",
        "Tak, proszę wysłać umowę do podpisu.",
        "Mamy dwa biura, jedno w Gdańsku.",
        "W zeszłym roku wydaliśmy na to 40 tysięcy.",
        "Decyzja zapadnie w marcu.",
        "Chcemy zacząć od pilotażu w jednym oddziale.",
        "Najgorsze jest to, że nikt nie wie, gdzie są dokumenty.",
        "Nie, nikt inny nie jest zaangażowany.",
        "Możemy się umówić na czwartek.",
        "Dobrze, czekam na ofertę.",
        "Dziękuję za telefon.",
        "To brzmi dobrze, proszę mówić dalej.",
        "Mieliśmy już kilka rozmów na ten temat.",
        "Mamy stary sprzęt i chcemy go wymienić.",
        "Tak, to ja podejmuję decyzje w tej sprawie.",
        "Wolimy leasing niż zakup.",
        "Od stycznia rośnie nam zespół.",
        "Nie mogę narzekać, ale szukamy oszczędności.",
        "Wszystkie faktury wysyłamy pocztą.",
        "Jak najszybciej, najlepiej jeszcze w tym miesiącu.",
        "Trzeba by wymienić wszystkie urządzenia.",
        "Dużo drukujemy w kolorze.",
        "Mamy z tym problem od dwóch lat.",
        "Brakuje nam kontroli nad kosztami.",
        "Zarząd chce obniżyć koszty druku.",
        "Pracownicy tracą godzinę dziennie.",
        "Jeśli cena będzie w porządku, podpisujemy.",
    ],
)
def test_plain_talk_is_no_objection(text: str) -> None:
    assert heard(text).objections == ()


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
