"""What Bulgarian prospects say, in Cyrillic and in Latin letters typed in haste, and how it is read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.understanding.read import read
from cuebook.understanding.reading import Reading

TODAY = date(2026, 11, 21)  # a Saturday


def heard(text: str, expecting: str | None = None) -> Reading:
    return read(text, "bg", today=TODAY, expecting=expecting)


# --- money ---


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "per"),
    [
        ("Бюджетът ни е 50 хил. лв", 50_000, 50_000, "BGN", None),
        ("бюджета е около 50 хиляди", 50_000, 50_000, None, None),
        ("плащаме 900 лв на месец", 900, 900, "BGN", "month"),
        ("плащаме по 900 лева месечно за наем", 900, 900, "BGN", "month"),
        ("120 лв/мес", 120, 120, "BGN", "month"),
        ("поне 5000 евро годишно", 5_000, None, "EUR", "year"),
        ("струва ни 15 лв. на час", 15, 15, "BGN", "hour"),
        ("две хиляди и двеста лева", 2_200, 2_200, "BGN", None),
        ("хиляда и петстотин евро", 1_500, 1_500, "EUR", None),
        ("3 хил. и 500 лева", 3_500, 3_500, "BGN", None),
        ("два милиона и двеста хиляди лева", 2_200_000, 2_200_000, "BGN", None),
        ("сто двайсе и пет кинта", 125, 125, "BGN", None),
        ("милион и половина", 1_500_000, 1_500_000, None, None),
        ("половин милион евро", 500_000, 500_000, "EUR", None),
        ("1,5 млн. лв", 1_500_000, 1_500_000, "BGN", None),
        ("1 500,50 лв.", 1_500.5, 1_500.5, "BGN", None),
        ("1.500 лв", 1_500, 1_500, "BGN", None),
        ("20 лв и 50 стотинки", 20.5, 20.5, "BGN", None),
        ("до 20 бона", None, 20_000, None, None),
        ("най-много 10 хил.", None, 10_000, None, None),
        ("не повече от пет хиляди", None, 5_000, None, None),
        ("максимум 15000 лв без ДДС", None, 15_000, "BGN", None),
        ("5 хиляди лева нагоре", 5_000, None, "BGN", None),
        ("не е под 10 000 лева", 10_000, None, "BGN", None),
        ("между 10 и 20 хиляди", 10_000, 20_000, None, None),
        ("от 10 до 20 хил. лева", 10_000, 20_000, "BGN", None),
        ("12000-15000 лева", 12_000, 15_000, "BGN", None),
        ("две-три хиляди", 2_000, 3_000, None, None),
        ("двеста-триста лева", 200, 300, "BGN", None),
        ("няколко хиляди лева", 2_000, 9_000, "BGN", None),
        ("хилядарка на месец", 1_000, 1_000, None, "month"),
        ("бюджет от 2000 лв", 2_000, 2_000, "BGN", None),
        ("100 щатски долара", 100, 100, "USD", None),
        ("EUR 3000", 3_000, 3_000, "EUR", None),
        ("byudjetyt ni e 50000 leva", 50_000, 50_000, "BGN", None),
        ("biudjeta e okolo 20 hil leva", 20_000, 20_000, "BGN", None),
        ("mese4no plashtame 500 lv", 500, 500, "BGN", "month"),
        ("max 5k eur", None, 5_000, "EUR", None),
    ],
)
def test_money_is_read_with_its_bounds_and_period(
    text: str, low: float | None, high: float | None, currency: str | None, per: str | None
) -> None:
    assert [(a.low, a.high, a.currency, a.per) for a in heard(text).amounts] == [(low, high, currency, per)]


@pytest.mark.parametrize(
    "text",
    [
        "имаме 50 хиляди клиенти",
        "печатаме 8000 копия на месец",
        "с 30% отстъпка",
        "телефонът ми е 0888 123 456",
        "80 души сме",
        "в 3 часа",
        "имаме три принтера",
    ],
)
def test_what_is_counted_is_no_money(text: str) -> None:
    assert heard(text).amounts == ()


@pytest.mark.parametrize(("text", "value"), [("5000", 5_000), ("към 5 бона", 5_000), ("abe nqkade 800", 800)])
def test_a_bare_number_answers_how_much(text: str, value: float) -> None:
    assert [(a.low, a.high) for a in heard(text, "money").amounts] == [(value, value)]


# --- time ---

D = date


@pytest.mark.parametrize(
    ("text", "start", "end", "grain"),
    [
        ("следващата седмица", D(2026, 11, 23), D(2026, 11, 29), "week"),
        ("другия месец", D(2026, 12, 1), D(2026, 12, 31), "month"),
        ("догодина", D(2027, 1, 1), D(2027, 12, 31), "year"),
        ("догодина през март", D(2027, 3, 1), D(2027, 3, 31), "month"),
        ("миналата година", D(2025, 1, 1), D(2025, 12, 31), "year"),
        ("през 2027 г.", D(2027, 1, 1), D(2027, 12, 31), "year"),
        ("през 2027 година", D(2027, 1, 1), D(2027, 12, 31), "year"),
        ("след три месеца", D(2027, 2, 21), D(2027, 2, 21), "month"),
        ("след месец", D(2026, 12, 21), D(2026, 12, 21), "month"),
        ("след година и половина", D(2028, 5, 21), D(2028, 5, 21), "month"),
        ("след 2-3 месеца", D(2027, 1, 21), D(2027, 2, 21), "month"),
        ("след 5 работни дни", D(2026, 11, 27), D(2026, 11, 27), "day"),
        ("до две седмици", None, D(2026, 12, 5), "week"),
        ("до месец", None, D(2026, 12, 21), "month"),
        ("в рамките на три месеца", None, D(2027, 2, 21), "month"),
        ("през следващите месеци", None, D(2027, 2, 21), "month"),
        ("преди две седмици", D(2026, 11, 7), D(2026, 11, 7), "week"),
        ("преди година", D(2025, 11, 21), D(2025, 11, 21), "year"),
        ("преди Коледа", None, D(2026, 12, 24), "day"),
        ("след лятото", D(2027, 9, 1), None, "quarter"),
        ("до лятото", None, D(2027, 5, 31), "quarter"),
        ("след Великден", D(2027, 5, 3), None, "day"),
        ("на Гергьовден", D(2027, 5, 6), D(2027, 5, 6), "day"),
        ("до края на март", None, D(2027, 3, 31), "week"),
        ("най-късно до края на годината", None, D(2026, 12, 31), "month"),
        ("началото на септември", D(2027, 9, 1), D(2027, 9, 10), "week"),
        ("през май", D(2027, 5, 1), D(2027, 5, 31), "month"),
        ("през месец май", D(2027, 5, 1), D(2027, 5, 31), "month"),
        ("през второто тримесечие", D(2027, 4, 1), D(2027, 6, 30), "quarter"),
        ("първото полугодие на 2027 г.", D(2027, 1, 1), D(2027, 6, 30), "quarter"),
        ("III тримесечие", D(2027, 7, 1), D(2027, 9, 30), "quarter"),
        ("напролет", D(2027, 3, 1), D(2027, 5, 31), "quarter"),
        ("следващото лято", D(2027, 6, 1), D(2027, 8, 31), "quarter"),
        ("15-ти март", D(2027, 3, 15), D(2027, 3, 15), "day"),
        ("трети март", D(2027, 3, 3), D(2027, 3, 3), "day"),
        ("на 15-ти", D(2026, 12, 15), D(2026, 12, 15), "day"),
        ("до 15.03", None, D(2027, 3, 15), "day"),
        ("изтича на 31.12.2027", D(2027, 12, 31), D(2027, 12, 31), "day"),
        ("2027-03-14", D(2027, 3, 14), D(2027, 3, 14), "day"),
        ("от 3 до 5 март", D(2027, 3, 3), D(2027, 3, 5), "day"),
        ("от март до май", D(2027, 3, 1), D(2027, 5, 31), "month"),
        ("не по-рано от юни", D(2027, 6, 1), None, "month"),
        ("от януари нататък", D(2027, 1, 1), None, "month"),
        ("седмица 12", D(2027, 3, 22), D(2027, 3, 28), "week"),
        ("12-та седмица", D(2027, 3, 22), D(2027, 3, 28), "week"),
        ("последната седмица на март", D(2027, 3, 22), D(2027, 3, 28), "week"),
        ("първия понеделник на май", D(2027, 5, 3), D(2027, 5, 3), "day"),
        ("последния понеделник от март", D(2027, 3, 29), D(2027, 3, 29), "day"),
        ("третия ден от октомври", D(2027, 10, 3), D(2027, 10, 3), "day"),
        ("от октомври", D(2027, 10, 1), None, "month"),
        ("по-следващия март", D(2028, 3, 1), D(2028, 3, 31), "month"),
        ("другия вторник", D(2026, 11, 24), D(2026, 11, 24), "day"),
        ("по-следващия петък", D(2026, 12, 4), D(2026, 12, 4), "day"),
        ("в сряда другата седмица", D(2026, 11, 25), D(2026, 11, 25), "day"),
        ("вдругиден", D(2026, 11, 23), D(2026, 11, 23), "day"),
        ("възможно най-скоро", D(2026, 11, 21), None, "day"),
        ("sled nova godina", D(2027, 1, 2), None, "day"),
        ("do kraq na mart", None, D(2027, 3, 31), "week"),
        ("sledva6tata sedmica", D(2026, 11, 23), D(2026, 11, 29), "week"),
        ("prez proletta", D(2027, 3, 1), D(2027, 5, 31), "quarter"),
        ("през две хиляди двайсет и седма", date(2027, 1, 1), date(2027, 12, 31), "year"),
    ],
)
def test_times_are_read(text: str, start: date | None, end: date | None, grain: str) -> None:
    assert [(t.start, t.end, t.grain) for t in heard(text).times] == [(start, end, grain)]


@pytest.mark.parametrize(
    "text",
    ["всеки понеделник", "веднъж месечно", "в 10:30", "май не", "имаме 3 години договор", "20.11 лв", "сега"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert heard(text).times == ()


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("3 месеца", D(2027, 2, 21)),
        ("около месец", D(2026, 12, 21)),
        ("15 дни", D(2026, 12, 6)),
        ("18-ти", D(2026, 12, 18)),
    ],
)
def test_a_length_of_time_answers_when(text: str, end: date) -> None:
    assert [t.end for t in heard(text, "timing").times] == [end]


# --- questions ---


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Как решавате това днес?", "open"),
        ("А защо питате?", "open"),
        ("Какво включва офертата?", "open"),
        ("За какво става дума?", "open"),
        ("Бихте ли ми обяснили как работи?", "open"),
        ("Разкажете ми повече за услугата", "open"),
        ("kak raboti tova", "open"),
        ("Кой решава при вас?", "short"),
        ("А вие колко човека сте?", "short"),
        ("Кога изтича договорът?", "short"),
        ("От колко време сте на пазара?", "short"),
        ("Знаете ли колко струва?", "short"),
        ("kolko struva", "short"),
        ("Имате ли нужда от нов принтер?", "closed"),
        ("Вие продавате копирни машини, нали?", "closed"),
        ("Да не ми продавате нещо?", "closed"),
        ("Удобно ли ви е сега", "closed"),
        ("Печатате всеки ден?", "closed"),
        ("imate li vreme?", "closed"),
    ],
)
def test_questions_have_their_form(text: str, form: str) -> None:
    assert heard(text).question == form


@pytest.mark.parametrize(
    "text",
    [
        "Не знам кой решава.",
        "Както ви казах, имаме договор.",
        "Когато изтече договорът, ще говорим.",
        "Ще видя колко сме похарчили.",
        "Колко хубаво.",
    ],
)
def test_what_only_begins_like_a_question_is_none(text: str) -> None:
    assert heard(text).question is None


# --- stance ---


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Да", "yes"),
        ("Да, разбира се", "yes"),
        ("ами да", "yes"),
        ("Да, имаме бюджет", "yes"),
        ("ъхъ", "yes"),
        ("може", "yes"),
        ("става", "yes"),
        ("съгласна съм", "yes"),
        ("няма проблем", "yes"),
        ("Нямаме нищо против", "yes"),
        ("мисля, че да", "yes"),
        ("razbira se", "yes"),
        ("Не", "no"),
        ("Не, благодаря", "no"),
        ("мисля, че не", "no"),
        ("в никакъв случай", "no"),
        ("нямаме", "no"),
        ("ne", "no"),
        ("Не, имаме 40 принтера, може би 50", "no"),
        ("ами не знам", "uncertain"),
        ("незнам", "uncertain"),
        ("може би", "uncertain"),
        ("зависи", "uncertain"),
        ("не съм сигурна", "uncertain"),
        ("Още го мислим", "uncertain"),
        ("трудно е да се каже", "uncertain"),
        ("moje bi", "uncertain"),
        ("nqmam predstava", "uncertain"),
        ("Няма да ви кажа", "declined"),
        ("предпочитам да не казвам", "declined"),
        ("Това е поверително", "declined"),
        ("не е ваша работа", "declined"),
        ("без коментар", "declined"),
        ("nqma da vi kaja", "declined"),
        ("Да не ми продавате нещо?", None),
        ("Да ви питам нещо", None),
        ("Печатаме фактури", None),
        ("Защо не ми пратите оферта?", None),
    ],
)
def test_stance_is_how_they_answer(text: str, stance: str | None) -> None:
    assert heard(text).stance == stance


# --- people ---


@pytest.mark.parametrize(
    ("text", "name", "role", "decides", "speaker"),
    [
        ("Решавам аз", None, None, True, True),
        ("az reshavam", None, None, True, True),
        ("Не решавам аз", None, None, False, True),
        ("Не зависи от мен", None, None, False, True),
        ("Нямам правомощия", None, None, False, True),
        ("Аз съм офис мениджър", None, "офис мениджър", None, True),
        ("управител съм на фирмата", None, "управител", None, True),
        ("Работя като счетоводител", None, "счетоводител", None, True),
        ("отговарям за снабдяването", None, "снабдяването", None, True),
        ("Шефът решава", None, "Шефът", True, False),
        ("решава шефът ми", None, "шефът", True, False),
        ("shefa reshava", None, "shefa", True, False),
        ("Собственикът не решава такива неща", None, "Собственикът", False, False),
        ("ИТ отделът решава", None, "ИТ отделът", True, False),
        ("Зависи от борда", None, "борда", True, False),
        ("Минава през финансовия директор", None, "финансовия директор", True, False),
        ("Иван Петров решава за техниката", "Иван Петров", None, True, False),
        ("Иван Петров от счетоводството подписва", "Иван Петров", "счетоводството", True, False),
        ("Директорът ни, Стоян Колев, взема решенията", "Стоян Колев", "Директорът", True, False),
        ("Господин Тодоров ще реши", "Господин Тодоров", None, True, False),
        ("г-н Колев подписва договорите", "г-н Колев", None, True, False),
        ("Петър не решава", "Петър", None, False, False),
        ("Говорете с Мария от маркетинга", "Мария", "маркетинга", None, False),
        ("ivan petrov reshava", "ivan petrov", None, True, False),
    ],
)
def test_who_decides_is_read_from_the_verb_as_much_as_from_the_name(
    text: str, name: str | None, role: str | None, decides: bool | None, speaker: bool
) -> None:
    assert [(p.name, p.role, p.decides, p.speaker) for p in heard(text).people] == [(name, role, decides, speaker)]


def test_two_who_decide_together_are_both_told() -> None:
    found = {(p.role, p.decides, p.speaker) for p in heard("Аз и жена ми решаваме заедно").people}
    assert found == {(None, True, True), ("жена", True, False)}


@pytest.mark.parametrize(("text", "name"), [("Георги Димитров", "Георги Димитров"), ("шефът", None)])
def test_a_name_or_a_role_answers_who_decides(text: str, name: str | None) -> None:
    assert [(p.name, p.speaker) for p in heard(text, "authority").people] == [(name, False)]


@pytest.mark.parametrize("text", ["Кой решава при вас?", "Сутрин печатаме фактури", "Печатаме много"])
def test_nobody_is_told_of_where_nobody_is_named(text: str) -> None:
    assert heard(text).people == ()


# --- signs and traits ---


@pytest.mark.parametrize(
    ("text", "facet", "holds"),
    [
        ("Губим часове всяка седмица с ремонти", "need", True),
        ("Принтерът се разваля постоянно", "need", True),
        ("Всичко правим на ръка", "need", True),
        ("Колегите се оплакват всеки ден", "need", True),
        ("Тонерите излизат скъпо", "need", True),
        ("trqbva ni nov printer", "need", True),
        ("Нямаме проблеми с принтерите", "need", False),
        ("рядко се чупи", "need", False),
        ("Имаме отделен бюджет за това", "money", True),
        ("Бюджетът е одобрен", "money", True),
        ("не можем да си го позволим", "money", False),
        ("решавам аз", "authority", True),
        ("не решавам аз", "authority", False),
        ("Спешно ни е", "timing", True),
        ("До края на март трябва да сме готови", "timing", True),
        ("Не е спешно", "timing", False),
        ("Звучи интересно", "interest", True),
        ("Разкажете ми повече", "interest", True),
        ("Не ме интересува", "interest", False),
        ("Сравняваме няколко оферти", "competition", True),
        ("Нямаме договор с никого", "competition", False),
    ],
)
def test_words_speak_for_or_against_a_facet(text: str, facet: str, holds: bool) -> None:
    assert [(sign.facet, sign.holds) for sign in heard(text).signs] == [(facet, holds)]


def test_what_is_said_of_the_rep_is_no_sign_of_need() -> None:
    assert "need" not in {sign.facet for sign in heard("Вие губите време с това").signs}


@pytest.mark.parametrize(
    ("text", "name", "value", "expecting"),
    [
        ("40 души сме", "employees", 40.0, None),
        ("екип от 12 човека", "employees", 12.0, None),
        ("На 45 години съм", "age", 45.0, None),
        ("42", "age", 42.0, "profile.age"),
        ("Имам две деца", "children", "yes", None),
        ("нямаме деца", "children", "none", None),
        ("не", "children", "none", "profile.children"),
        ("Пенсионер съм", "employment", "retired", None),
        ("Работим на свободна практика", "employment", "self-employed", None),
        ("живея под наем", "home", "rents", None),
        ("имам собствен апартамент", "home", "owns", None),
        ("България", "country", "BG", "profile.country"),
    ],
)
def test_traits_tell_what_kind_of_buyer_it_is(
    text: str, name: str, value: str | float, expecting: str | None
) -> None:
    assert [(trait.name, trait.value) for trait in heard(text, expecting).traits] == [(name, value)]


# --- always ---


@given(st.text(alphabet=st.sampled_from("абвгдежзийклмнопрстуфхцчшщъьюяАИН qwyae46019.,?!-%лв€\n"), max_size=60))
def test_spans_lie_in_the_text_whatever_is_typed(text: str) -> None:
    found = heard(text)
    spans = [one.span for one in found.amounts] + [one.span for one in found.times]
    spans += [one.span for one in found.people] + [one.span for one in found.objections]
    spans += [one.span for one in found.signs] + [one.span for one in found.traits]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
