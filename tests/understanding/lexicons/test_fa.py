"""Persian is read as it is typed in haste: formal and spoken, with half-spaces or not, by the Solar calendar."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook.understanding.languages import LEXICONS
from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.money import amounts
from cuebook.understanding.numbers import numbers
from cuebook.understanding.objections import objections
from cuebook.understanding.people import people
from cuebook.understanding.questions import form
from cuebook.understanding.read import read
from cuebook.understanding.signs import signs
from cuebook.understanding.stance import stance
from cuebook.understanding.times import times
from cuebook.understanding.traits import traits

DAY = date(2026, 11, 21)  # Saturday, 30 Aban 1405


def line(text: str, expecting: str | None = None) -> Line:
    return Line(text, "fa", DAY, expecting)


# --- numbers and money ---


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("بیست و پنج", 25),
        ("بیست‌وپنج", 25),
        ("سیصدوچهل", 340),
        ("صد و بیست و سه", 123),
        ("دو هزار و سیصد و چهل", 2340),
        ("پونصد هزار", 500_000),
        ("دوهزار", 2000),
        ("۳ میلیون و ۲۰۰ هزار", 3_200_000),
        ("سه میلیون و دویست هزار", 3_200_000),
        ("دو میلیون و پونصد", 2_500_000),
        ("یه میلیون و نیم", 1_500_000),
        ("یک و نیم میلیارد", 1_500_000_000),
        ("نیم میلیون", 500_000),
        ("۲/۵ میلیون", 2_500_000),
        ("۲٫۵ میلیارد", 2_500_000_000),
        ("۱٬۲۵۰٬۰۰۰", 1_250_000),
        ("1,250,000", 1_250_000),
        ("٤٥", 45),
        ("شیش", 6),
        ("هیفده", 17),
        ("سی‌هزار", 30_000),
        ("هزار و چهارصد و پنج", 1405),
    ],
)
def test_numbers_in_words_and_in_digits_of_three_scripts(text: str, value: float) -> None:
    assert [number.value for number in numbers(line(text))] == [value]


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "per"),
    [
        ("بودجه ما ۵۰ میلیون تومنه", 50e6, 50e6, "IRT", None),
        ("پنجاه میلیون تومان کنار گذاشتیم", 50e6, 50e6, "IRT", None),
        ("بین ۲۰ تا ۳۰ میلیون تومان", 20e6, 30e6, "IRT", None),
        ("از ۲۰ تا ۳۰ میلیون", 20e6, 30e6, None, None),
        ("بیست سی میلیون", 20e6, 30e6, None, None),
        ("۲۰ الی ۲۵ میلیون تومن", 20e6, 25e6, "IRT", None),
        ("۲۰-۳۰ میلیون تومان", 20e6, 30e6, "IRT", None),
        ("حداکثر ۱۰۰ میلیون تومن", None, 100e6, "IRT", None),
        ("نهایتا ۸۰ تومن", None, 80, "IRT", None),
        ("تا ۵۰۰ دلار", None, 500, "USD", None),
        ("زیر ۱۰ میلیون", None, 10e6, None, None),
        ("کمتر از سه میلیون تومان", None, 3e6, "IRT", None),
        ("حداقل ۲ میلیارد", 2e9, None, None, None),
        ("بیشتر از ۵۰ میلیون تومن", 50e6, None, "IRT", None),
        ("۵۰ میلیون به بالا", 50e6, None, None, None),
        ("ماهی ۲ میلیون میدیم", 2e6, 2e6, None, "month"),
        ("ماهانه سه میلیون تومان", 3e6, 3e6, "IRT", "month"),
        ("نیم میلیون تومن در ماه", 5e5, 5e5, "IRT", "month"),
        ("سالی صد میلیون تومن هزینه میکنیم", 1e8, 1e8, "IRT", "year"),
        ("سالیانه ۵۰۰۰ یورو", 5000, 5000, "EUR", "year"),
        ("۱,۵۰۰,۰۰۰ ریال", 1.5e6, 1.5e6, "IRR", None),
        ("۳ هزار درهم", 3000, 3000, "AED", None),
        ("200 دلار", 200, 200, "USD", None),
        ("صد و بیست و پنج هزار تومان", 125_000, 125_000, "IRT", None),
    ],
)
def test_money(text: str, low: float | None, high: float | None, currency: str | None, per: str | None) -> None:
    (amount,) = amounts(line(text))
    assert (amount.low, amount.high, amount.currency, amount.per) == (low, high, currency, per)


@pytest.mark.parametrize(
    "text", ["۵ هزار تا کپی در ماه", "۵۰۰ هزار نسخه", "۴۰ نفریم", "ساعت ۵", "۱۴۰۵", "۲۰ درصد"]
)
def test_what_is_counted_is_no_money(text: str) -> None:
    assert amounts(line(text)) == ()


def test_a_bare_sum_answers_how_much() -> None:
    (amount,) = amounts(line("۵۰ میلیون", "money"))
    assert (amount.low, amount.high) == (50e6, 50e6)


# --- times ---


def days(text: str, expecting: str | None = None) -> tuple[str | None, str | None]:
    (time,) = times(line(text, expecting))
    return (time.start.isoformat() if time.start else None, time.end.isoformat() if time.end else None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("امروز", "2026-11-21"),
        ("فردا ساعت ۱۰ صبح", "2026-11-22"),
        ("پس‌فردا", "2026-11-23"),
        ("پس فردا", "2026-11-23"),
        ("دیروز", "2026-11-20"),
        ("سه‌شنبه", "2026-11-24"),
        ("سشنبه", "2026-11-24"),
        ("روز چهار شنبه", "2026-11-25"),
        ("پنجشنبه‌ی هفته بعد", "2026-12-03"),
        ("شنبه هفته دیگه", "2026-11-28"),
        ("۱۵ آذر", "2026-12-06"),
        ("پانزدهم آذر ۱۴۰۵", "2026-12-06"),
        ("پونزدهم آذر", "2026-12-06"),
        ("۱۵ آذرماه ۱۴۰۵", "2026-12-06"),
        ("۱۴۰۵/۰۹/۱۵", "2026-12-06"),
        ("1405-9-15", "2026-12-06"),
        ("15/9/1405", "2026-12-06"),
        ("05/10/1", "2026-12-22"),
        ("2026-12-06", "2026-12-06"),
        ("اول مهر ۱۴۰۶", "2027-09-23"),
        ("۹ دی ماه سال ۱۴۰۵", "2026-12-30"),
        ("۱۴ مارس ۲۰۲۷", "2027-03-14"),
        ("شب یلدا", "2026-12-21"),
        ("اولین شنبه دی", "2026-12-26"),
        ("پانزدهم ماه", "2026-12-06"),
        ("سه روز پیش", "2026-11-18"),
        ("۱۰ روز دیگه", "2026-12-01"),
        ("ساعت ۵ زنگ بزنید", "2026-11-21"),
    ],
)
def test_one_day(text: str, day: str) -> None:
    assert days(text) == (day, day)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("این هفته", "2026-11-21", "2026-11-27"),
        ("هفته آینده", "2026-11-28", "2026-12-04"),
        ("هفته‌ی بعد", "2026-11-28", "2026-12-04"),
        ("هفته دیگه", "2026-11-28", "2026-12-04"),
        ("هفته پیش", "2026-11-14", "2026-11-20"),
        ("آخر هفته", "2026-11-26", "2026-11-27"),
        ("ماه آینده", "2026-11-22", "2026-12-21"),
        ("ماه بعد", "2026-11-22", "2026-12-21"),
        ("امسال", "2026-03-21", "2027-03-20"),
        ("سال آینده", "2027-03-21", "2028-03-19"),
        ("سال دیگه", "2027-03-21", "2028-03-19"),
        ("پارسال", "2025-03-21", "2026-03-20"),
        ("سال ۱۴۰۶", "2027-03-21", "2028-03-19"),
        ("سال ۲۰۲۷", "2027-01-01", "2027-12-31"),
        ("مهر ۱۴۰۶", "2027-09-23", "2027-10-22"),
        ("دی‌ماه", "2026-12-22", "2027-01-20"),
        ("برج ۱۰", "2026-12-22", "2027-01-20"),
        ("مهر سال بعد", "2027-09-23", "2027-10-22"),
        ("مارس ۲۰۲۷", "2027-03-01", "2027-03-31"),
        ("سه‌ماهه اول سال آینده", "2027-03-21", "2027-06-21"),
        ("نیمه دوم سال", "2026-09-23", "2027-03-20"),
        ("نیمه‌ی دوم آذر", "2026-12-07", "2026-12-21"),
        ("شش ماهه اول ۱۴۰۶", "2027-03-21", "2027-09-22"),
        ("پاییز", "2026-09-23", "2026-12-21"),
        ("زمستون", "2026-12-22", "2027-03-20"),
        ("تابستون سال بعد", "2027-06-22", "2027-09-22"),
        ("فصل بعد", "2026-12-22", "2027-03-20"),
        ("نوروز ۱۴۰۶", "2027-03-21", "2027-04-02"),
        ("هفته اول دی", "2026-12-26", "2027-01-01"),
        ("هفته آخر آذر", "2026-12-12", "2026-12-18"),
        ("اوایل دی ماه", "2026-12-22", "2026-12-31"),
        ("سه ماه آینده", "2026-11-22", "2027-02-19"),
        ("دو سه ماه دیگه", "2027-01-20", "2027-02-19"),
        ("سال جدید", "2027-03-21", "2028-03-19"),
        ("دهه هفتاد", "1991-03-21", "2001-03-20"),
        ("از مهر تا آذر ۱۴۰۶", "2027-09-23", "2027-12-21"),
        ("بین دی تا اسفند", "2026-12-22", "2027-03-20"),
        ("۱۸ تا ۲۰ آذر", "2026-12-09", "2026-12-11"),
    ],
)
def test_a_stretch_of_days(text: str, start: str, end: str) -> None:
    assert days(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("تا آخر سال", None, "2027-03-20"),
        ("تا خرداد ۱۴۰۶ قرارداد داریم", None, "2027-06-21"),
        ("تا عید", None, "2027-03-20"),
        ("تا سر برج", None, "2026-12-01"),
        ("قبل از نوروز", None, "2027-03-20"),
        ("قبل عید", None, "2027-03-20"),
        ("بعد از عید", "2027-04-03", None),
        ("بعد عید", "2027-04-03", None),
        ("بعد از تابستون", "2027-09-23", None),
        ("بعد از ماه رمضون", "2027-03-10", None),
        ("از شنبه", "2026-11-28", None),
        ("تا دو ماه دیگه", None, "2027-01-20"),
        ("ظرف دو هفته", None, "2026-12-05"),
        ("تا ۱۴۰۶", None, "2028-03-19"),
        ("هرچه زودتر", "2026-11-21", None),
    ],
)
def test_an_open_side(text: str, start: str | None, end: str | None) -> None:
    assert days(text) == (start, end)


def test_a_length_of_time_is_no_end_of_a_contract() -> None:
    found = days("قراردادمون سه ساله‌ست")
    assert found[0] == DAY.isoformat()


def test_three_months_answer_when() -> None:
    assert days("سه ماه", "timing") == ("2027-02-19", "2027-02-19")


@pytest.mark.parametrize(
    "text", ["هر شنبه", "هر ماه جلسه داریم", "پیوند مهر", "آذر خانم", "تیر خورد", "پرینتر قدیمی"]
)
def test_habits_and_names_are_no_dates(text: str) -> None:
    assert times(line(text)) == ()


# --- talk ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بله", "yes"),
        ("آره حتما", "yes"),
        ("اره", "yes"),
        ("درسته", "yes"),
        ("البته، بفرمایید", "yes"),
        ("مشکلی نیست", "yes"),
        ("اوکی", "yes"),
        ("👍", "yes"),
        ("نه", "no"),
        ("نه ممنون", "no"),
        ("خیر، نداریم", "no"),
        ("اصلا", "no"),
        ("هیچ‌وقت", "no"),
        ("لازم نیست", "no"),
        ("نمیدونم", "uncertain"),
        ("نمی‌دونم والا", "uncertain"),
        ("نمی دانم", "uncertain"),
        ("شاید", "uncertain"),
        ("بستگی داره", "uncertain"),
        ("مطمئن نیستم", "uncertain"),
        ("هنوز تصمیم نگرفتیم", "uncertain"),
        ("تا ببینیم چی میشه", "uncertain"),
        ("نمی‌تونم بگم", "declined"),
        ("نمیخوام جواب بدم", "declined"),
        ("محرمانه است", "declined"),
        ("به شما مربوط نیست", "declined"),
        ("ترجیح میدم نگم", "declined"),
        ("هوا سرده", None),
    ],
)
def test_stance(text: str, expected: str | None) -> None:
    assert stance(line(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الان چطور این کار رو انجام می‌دید؟", "open"),
        ("چرا میپرسید؟", "open"),
        ("بزرگترین مشکلتون چیه؟", "open"),
        ("برای حلش چیکار کردید؟", "open"),
        ("میشه بیشتر توضیح بدید؟", "open"),
        ("کی تصمیم می‌گیره؟", "short"),
        ("قراردادتون کی تموم میشه؟", "short"),
        ("دفترتون کجاست؟", "short"),
        ("چند نفر هستید؟", "short"),
        ("هزینش چقدره؟", "short"),
        ("میشه بگید قیمتش چنده؟", "short"),
        ("آیا بودجه دارید؟", "closed"),
        ("بودجه دارید؟", "closed"),
        ("راضی هستید از دستگاه؟", "closed"),
        ("میتونم با مدیرتون صحبت کنم؟", "closed"),
        ("قرارداد دارید یا نه؟", "closed"),
        ("شما مدیر خریدید؟", "closed"),
        ("شماره منو از کجا آوردید", "short"),
        ("بودجه نداریم", None),
        ("نمیدونم چقدر میشه", None),
    ],
)
def test_the_form_of_a_question(text: str, expected: str | None) -> None:
    assert form(line(text)) == expected


OBJECTIONS = {
    "why_asking": [
        "چرا میپرسید؟",
        "برای چی می‌خواید بدونید؟",
        "این به شما چه ربطی داره؟",
        "هدفتون از این سوالا چیه؟",
        "به چه دردتون میخوره",
    ],
    "who_are_you": [
        "شما؟",
        "ببخشید شما کی هستید؟",
        "از کدوم شرکت تماس میگیرید",
        "به جا نیاوردم",
        "اسمتون چی بود؟",
    ],
    "how_got_number": [
        "شماره من رو از کجا آوردید؟",
        "شمارمو کی بهتون داده",
        "شماره‌ی ما رو از کجا پیدا کردین؟",
        "از کجا شماره مارو گیر آوردید",
    ],
    "no_time": [
        "الان وقت ندارم",
        "تو جلسه‌ام",
        "سرم خیلی شلوغه",
        "دارم رانندگی میکنم",
        "عجله دارم",
        "وقت نداارم",
        "گرفتارم شرمنده",
    ],
    "not_interested": [
        "علاقه‌ای ندارم",
        "علاقه ای نداریم ممنون",
        "نه ممنون نمیخوام",
        "علاقه مند نیستیم",
        "دنبال همچین چیزی نیستیم",
        "به درد ما نمیخوره",
    ],
    "send_email": [
        "ایمیل کنید لطفا",
        "برام واتساپ بفرستید",
        "کاتالوگتون رو بفرستید نگاه میکنم",
        "اطلاعاتشو ایمیل کنین",
        "مکتوب بفرستید",
    ],
    "think_about_it": [
        "باید فکر کنم",
        "بذارید فکرامو بکنم",
        "باید بررسی کنیم",
        "بعدا تصمیم میگیریم",
        "بررسی میکنیم خبر میدیم",
    ],
    "not_now": [
        "الان نه",
        "فعلا وقتش نیست",
        "الان اولویتمون نیست",
        "شاید سال بعد",
        "هنوز زوده برای ما",
        "فعلا قصد خرید نداریم",
        "بعد از عید شاید",
    ],
    "no_budget": [
        "بودجه نداریم",
        "بودجشو نداریم",
        "پولشو نداریم",
        "دستمون خالیه",
        "نقدینگی نداریم الان",
        "بودجمون تموم شده",
    ],
    "too_expensive": [
        "خیلی گرونه",
        "قیمتتون بالاست",
        "گران است",
        "جای دیگه ارزون‌تر میدن",
        "برای ما نمیصرفه",
        "چه خبره این همه پول",
        "ارزونتر حساب کنید",
    ],
    "have_vendor": [
        "با شرکت دیگه‌ای کار می‌کنیم",
        "تامین کننده داریم",
        "از سیستم فعلیمون راضی هستیم",
        "الان با یکی دیگه قرارداد داریم",
        "یکی رو داریم برامون انجام میده",
    ],
    "not_decision_maker": [
        "من تصمیم گیرنده نیستم",
        "تصمیم با من نیست",
        "مدیرمون تصمیم میگیره",
        "دست من نیست",
        "من کاره‌ای نیستم",
        "باید رئیسم تایید کنه",
    ],
    "trust": [
        "از کجا بدونم کلاهبردار نیستید",
        "بهتون اعتماد ندارم",
        "اسم شرکتتون رو تا حالا نشنیدم",
        "چه تضمینی میدید؟",
        "مطمئن نیستم جواب بده",
    ],
    "do_not_call": [
        "دیگه زنگ نزنید",
        "دیگه با من تماس نگیرید",
        "شماره منو پاک کنید",
        "لطفا مزاحم نشید",
        "اسم مارو از لیستتون حذف کنید",
        "دیگه زنگ نزنین اینجا",
    ],
    "sales_call": ["میخواید چیزی بفروشید؟", "تبلیغاته؟", "بازاریاب هستید؟"],
    "is_recorded": ["صدام ضبط میشه؟", "مکالمه رو ضبط می‌کنید؟", "راضی نیستم ضبط بشه"],
    "is_robot": ["شما رباتی؟", "با آدم واقعی حرف میزنم؟", "هوش مصنوعی هستید؟"],
    "too_many": ["چقدر سوال می‌پرسید", "چند تا سوال دیگه مونده؟", "بازجوییه؟"],
    "confidential": ["نمیتونم این اطلاعات رو بدم", "محرمانه‌ست", "به شما مربوط نیست"],
    "already_told": ["قبلا به همکارتون گفتم", "همین الان گفتم که", "یه بار توضیح دادم"],
    "gatekeeper": ["موضوعش چیه؟", "آقای مدیر جلسه هستن", "هماهنگ کرده بودید؟"],
    "call_later": ["بعدا زنگ بزنید", "هفته دیگه تماس بگیرید", "فردا صحبت کنیم", "خودمون تماس میگیریم"],
    "asks_price": ["قیمتش چنده؟", "چقدر هزینه داره", "لیست قیمت دارید؟"],
    "running_contract": ["تا سال بعد قرارداد داریم", "قراردادمون دو ساله است", "نمیتونیم قرارداد رو فسخ کنیم"],
    "in_house": ["خودمون انجام میدیم", "تیم داخلی داریم", "نرم افزارش رو خودمون نوشتیم"],
    "consult": ["باید با شریکم مشورت کنم", "باید با مدیرم هماهنگ کنم", "با همسرم صحبت میکنم خبر میدم"],
    "ask_purchasing": ["با واحد خرید صحبت کنید", "باید از طریق تدارکات بیاید", "فقط از طریق مناقصه میخریم"],
    "wrong_person": ["اشتباه گرفتید", "اینجا منزله", "ایشون دیگه اینجا کار نمیکنن"],
    "no_need": ["نیازی نداریم", "لازم نداریم", "احتیاجی نیست", "مشکلی نداریم همه چی خوبه"],
    "bad_history": ["قبلا امتحان کردیم جواب نداد", "تجربه بدی داشتیم", "دفعه قبل کلاه سرمون رفت"],
    "hostile": ["برو گمشو", "خفه شو", "غلط کردی زنگ زدی"],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in OBJECTIONS.items() for text in texts])
def test_objections_as_they_are_said(name: str, text: str) -> None:
    assert name in [heard.id for heard in objections(line(text))][:2]


@pytest.mark.parametrize("name", sorted(load("en", "objections").keys() | load("en", "objections_more").keys()))
def test_every_objection_of_english_is_worded(name: str) -> None:
    assert name in load("fa", "objections") or name in load("fa", "objections_more")


@pytest.mark.parametrize(
    "text",
    [
        "ما چهل نفریم و سه تا پرینتر داریم",
        "دستگاهمون هر هفته خراب میشه",
        "بودجه مشکلی نیست",
        "تونر خیلی گرون شده برامون",
        "دیروز هوا بارونی بود",
        "مدیر فروش شرکت هستم",
        "هر ماه پنج هزار برگ چاپ می‌کنیم",
    ],
)
def test_plain_answers_are_no_objections(text: str) -> None:
    assert objections(line(text)) == ()


# --- people, signs, traits ---


def told(text: str, expecting: str | None = None) -> list[tuple[str | None, str | None, bool | None, bool]]:
    return [(one.name, one.role, one.decides, one.speaker) for one in people(line(text, expecting))]


@pytest.mark.parametrize(
    ("text", "name", "role", "decides"),
    [
        ("مدیرعامل تصمیم می‌گیره", None, "مدیرعامل", True),
        ("رئیسم تصمیم میگیره", None, "رئیسم", True),
        ("تصمیم با هیئت مدیره است", None, "هیئت مدیره", True),
        ("باید مدیر مالی تایید کنه", None, "مدیر مالی", True),
        ("همسرم باید تایید کنه", None, "همسرم", True),
        ("آقای احمدی تصمیم میگیره", "آقای احمدی", None, True),
        ("سارا تصمیم میگیره", "سارا", None, True),
        ("مدیر خرید تصمیم گیرنده نیست", None, "مدیر خرید", False),
    ],
)
def test_somebody_decides(text: str, name: str | None, role: str | None, decides: bool) -> None:
    assert (name, role, decides, False) in told(text)


@pytest.mark.parametrize(
    "text", ["خودم تصمیم می‌گیرم", "تصمیم با خودمه", "من امضا میکنم", "خودم", "من و شریکم تصمیم میگیریم"]
)
def test_the_speaker_decides(text: str) -> None:
    assert any(person.speaker and person.decides for person in people(line(text)))


@pytest.mark.parametrize(
    "text", ["من تصمیم نمیگیرم", "دست من نیست", "من کاره ای نیستم", "باید با مدیرم مشورت کنم"]
)
def test_the_speaker_does_not_decide(text: str) -> None:
    assert any(person.speaker and person.decides is False for person in people(line(text)))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("من مدیر فروش هستم", "مدیر فروش"),
        ("مدیر واحد خریدم", "مدیر واحد خریدم"),
        ("من حسابدار شرکتم", "حسابدار"),
        ("کارشناس ارشد آی تی هستم", "کارشناس ارشد آی تی"),
    ],
)
def test_the_part_of_the_speaker(text: str, role: str) -> None:
    assert role in [person.role for person in people(line(text)) if person.speaker]


@pytest.mark.parametrize(
    ("text", "facet", "holds"),
    [
        ("دستگاهمون هر هفته خراب میشه", "need", True),
        ("کلی وقتمون هدر میره", "need", True),
        ("کاغذ گیر می‌کنه مدام", "need", True),
        ("همه چیز رو دستی وارد میکنیم", "need", True),
        ("نیازی نداریم", "need", False),
        ("همه چی خوب کار میکنه", "need", False),
        ("بودجه داریم برای این کار", "money", True),
        ("بودجه کنار گذاشتیم", "money", True),
        ("بودجه نداریم", "money", False),
        ("خودم تصمیم میگیرم", "authority", True),
        ("تصمیم با من نیست", "authority", False),
        ("تا عید باید راه بیفته", "timing", True),
        ("عجله‌ای نداریم", "timing", False),
        ("جالبه، بیشتر توضیح بدید", "interest", True),
        ("علاقه‌ای نداریم", "interest", False),
        ("با شرکت دیگه ای کار میکنیم", "competition", True),
        ("تامین کننده نداریم", "competition", False),
    ],
)
def test_signs(text: str, facet: str, holds: bool) -> None:
    assert (facet, holds) in [(sign.facet, sign.holds) for sign in signs(line(text))]


@pytest.mark.parametrize(
    ("text", "expecting", "name", "value"),
    [
        ("ما ۴۰ نفریم", None, "employees", 40),
        ("چهل نفر پرسنل داریم", None, "employees", 40),
        ("۳۵ سالمه", None, "age", 35),
        ("دو تا بچه داریم", None, "children", "yes"),
        ("بازنشسته‌ام", None, "employment", "retired"),
        ("دانشجو هستم", None, "employment", "student"),
        ("مستاجریم", None, "home", "rents"),
        ("ایران", "profile.country", "country", "IR"),
        ("سی و دو", "profile.age", "age", 32),
    ],
)
def test_traits(text: str, expecting: str | None, name: str, value: object) -> None:
    assert (name, value) in [(trait.name, trait.value) for trait in traits(line(text, expecting))]


# --- writing ---


@pytest.mark.parametrize(
    "text", ["می‌خواهم فکر کنم", "می خواهم فکر کنم", "میخواهم فکر کنم", "ميخواهم فكر كنم", "\u200fمی‌خواهم فکر کنم."]
)
def test_half_spaces_and_arabic_letters_change_nothing(text: str) -> None:
    assert [heard.id for heard in objections(line(text))][:1] == ["think_about_it"]


def test_spans_are_places_in_the_text_as_it_was_typed() -> None:
    text = "سلام، بودجه‌مون ۵۰ میلیون تومنه و تا آخر دی‌ماه لازم داریم"
    reading = read(text, "fa", today=DAY)
    assert [text[slice(*amount.span)] for amount in reading.amounts] == ["۵۰ میلیون تومنه"]
    assert [text[slice(*time.span)] for time in reading.times] == ["تا آخر دی‌ماه"]


LETTERS = st.text(
    st.sampled_from("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأئ\u200c\u064b\u0654\u0640\u200f ۰۱۵۹٤.،؟!/:-تومنماه")
)
WORDS = "هفته سه دیگه اول مهر تا بعد ۱۴۰۵ و سال میلیون نیم ساعت آخر بودجه ندارم از عید قبل ماه رئیسم"
TYPED = st.one_of(LETTERS, st.lists(st.sampled_from(WORDS.split())).map(" ".join))


@settings(deadline=None)
@given(TYPED)
def test_spans_lie_in_the_text(text: str) -> None:
    reading = read(text, "fa", today=DAY)
    for found in (
        reading.amounts,
        reading.times,
        reading.people,
        reading.objections,
        reading.signs,
        reading.traits,
    ):
        assert all(0 <= one.span[0] < one.span[1] <= len(text) for one in found)


@pytest.mark.parametrize("part", ["talk", "objections", "objections_more", "questions", "signs", "people"])
def test_phrases_are_written_without_half_spaces(part: str) -> None:
    """They are read so (talk.yaml), so a phrase with one would never be found."""
    written = (LEXICONS / "fa" / f"{part}.yaml").read_text(encoding="utf-8")
    phrases = [row for row in written.splitlines() if not row.lstrip().startswith("#")]
    assert not re.search("[\u200c\u064a\u0643]", "\n".join(phrases))
