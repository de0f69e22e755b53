"""What the columns of a list are: headers as lists call them, in six languages, by name and never by place."""

# ruff: noqa: RUF001 - Cyrillic letters, as they should be
from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

Column = Literal[
    "name",
    "first_name",
    "last_name",
    "company",
    "email",
    "phone",
    "mobile",
    "source",
    "owner",
    "kind",
    "wants_call",
    "trial",
    "do_not_call",
]

_CALLED: Mapping[Column, tuple[str, ...]] = {
    "name": (
        "name", "full name", "contact", "contact name", "contact person", "lead", "lead name", "person", "fn",
        "navn", "fullt navn", "kontaktperson", "kontakt", "namn", "fullständigt namn", "kontaktnamn",
        "imię i nazwisko", "nazwisko i imię", "osoba kontaktowa", "имена", "име и фамилия", "лице за контакт",
        "контакт", "نام و نام خانوادگی", "نام کامل", "مخاطب",
    ),
    "first_name": (
        "first name", "firstname", "given name", "forename", "fornavn", "förnamn", "imię", "име", "собствено име",
        "نام",
    ),
    "last_name": (
        "last name", "lastname", "surname", "family name", "etternavn", "efternamn", "nazwisko", "фамилия",
        "фамилно име", "نام خانوادگی",
    ),
    "company": (
        "company", "company name", "organisation", "organization", "org", "account", "account name", "business",
        "employer", "firma", "firmanavn", "selskap", "bedrift", "organisasjon", "företag", "företagsnamn", "bolag",
        "organisation namn", "nazwa firmy", "spółka", "organizacja", "przedsiębiorstwo", "фирма", "компания",
        "дружество", "организация", "име на фирма", "شرکت", "نام شرکت", "سازمان",
    ),
    "email": (
        "email", "e mail", "mail", "email address", "e mail address", "work email", "business email", "epost",
        "e post", "epostadresse", "e postadresse", "e postadress", "epostadress", "mejl", "mailadress",
        "adres email",
        "adres e mail", "poczta", "имейл", "имейл адрес", "електронна поща", "е поща", "ایمیل", "پست الکترونیک",
    ),
    "phone": (
        "phone", "phone number", "telephone", "tel", "telephone number", "work phone", "business phone", "number",
        "telefon", "telefonnummer", "tlf", "tlf nr", "telefonnr", "numer telefonu", "nr telefonu", "телефон",
        "телефонен номер", "тел", "تلفن", "شماره تلفن",
    ),
    "mobile": (
        "mobile", "mobile phone", "mobile number", "cell", "cell phone", "mobil", "mobilnummer", "mobiltelefon",
        "komórka", "telefon komórkowy", "мобилен", "мобилен телефон", "gsm", "موبایل", "همراه", "تلفن همراه",
        "شماره موبایل",
    ),
    "source": (
        "source", "lead source", "original source", "channel", "kilde", "källa", "źródło", "źródło leada",
        "източник",
        "منبع",
    ),
    "owner": (
        "owner", "lead owner", "contact owner", "account owner", "rep", "sales rep", "assigned to", "selger",
        "eier",
        "säljare", "ägare", "handlowiec", "opiekun", "właściciel", "търговец", "отговорник", "فروشنده", "مسئول",
    ),
    "kind": ("kind", "lead kind", "lead status", "status", "lifecycle stage", "lead type", "stage"),
    "wants_call": (
        "call me", "wants a call", "wants call", "call back requested", "callback requested", "please call",
        "request a call", "ring meg", "ønsker oppringning", "ring mig", "vill bli uppringd", "proszę o telefon",
        "proszę o kontakt", "обадете ми се", "با من تماس بگیرید",
    ),
    "trial": (
        "trial", "on trial", "free trial", "freemium", "free plan", "trial user", "prøveperiode", "gratisversjon",
        "provperiod", "gratisplan", "okres próbny", "wersja próbna", "пробен период", "безплатен план",
        "نسخه آزمایشی",
    ),
    "do_not_call": (
        "do not call", "dnc", "donotcall", "do not contact", "opted out of calls", "phone opt out", "call opt out",
        "ikke ring", "reservert", "reservert mot telefonsalg", "ring inte", "ring ej", "nix", "nie dzwonić",
        "не звънете", "да не се звъни", "تماس نگیرید",
    ),
}  # fmt: skip

_ASKS: tuple[tuple[str, str], ...] = (
    ("authority", r"decision maker|decides|who (?:else )?(?:signs|approves)|beslutningstaker|hvem bestemmer"
                  r"|beslutsfattare|vem bestämmer|decydent|kto decyduje|кой решава|تصمیم.?گیرنده"),
    ("contract", r"contract|kontrakt|avtale|avtal\b|umow[ay]|договор|قرارداد"),
    ("money", r"budget|spend|budsjett|budżet|бюджет|بودجه"),
    ("timing", r"timeline|time ?frame|\bwhen\b|how soon|start date|purchase date|tidsramme|tidslinje|\bnår\b"
               r"|tidsram|\bnär\b|termin|kiedy|срок|\bкога\b|زمان|چه وقت"),
    ("competition", r"current (?:solution|supplier|provider|vendor)|today'?s (?:solution|supplier)"
                    r"|nåværende (?:løsning|leverandør)|nuvarande (?:lösning|leverantör)"
                    r"|obecn[aey] (?:rozwiązanie|dostawca)|сегашен доставчик|تامین.?کننده"),
    ("goals", r"\bgoals?\b|objective|\bmål\b|\bcele?\b|\bцели?\b|هدف"),
    ("need", r"\bneeds?\b|challenge|problem|pain|how can we help|message|comment|behov|utfordring|utmaning"
             r"|meddelande|melding|potrzeb|wyzwani|wiadomość|нужд|проблем|предизвикателств|съобщение|نیاز|مشکل|چالش"),
)  # fmt: skip
"""What a form asks about, by words of its question; the first that is found. Facets, and a running contract."""

_TRAITS: Mapping[str, tuple[str, ...]] = {
    "employees": (
        "employees", "number of employees", "no of employees", "employee count", "company size", "headcount",
        "staff", "size of company", "ansatte", "antall ansatte", "anställda", "antal anställda", "medarbetare",
        "medarbeidere", "pracownicy", "liczba pracowników", "pracowników", "служители", "брой служители",
        "персонал", "کارکنان", "تعداد کارکنان", "کارمندان", "تعداد کارمندان",
    ),
    "country": (
        "country", "country region", "country code", "billing country", "mailing country", "land", "kraj",
        "państwo", "държава", "страна", "کشور",
    ),
    "age": ("age", "alder", "ålder", "wiek", "възраст", "سن"),
    "children": ("children", "kids", "number of children", "barn", "dzieci", "деца", "فرزند", "فرزندان"),
    "employment": (
        "employment", "employment status", "arbeidsforhold", "sysselsättning", "anställning", "zatrudnienie",
        "заетост", "وضعیت شغلی", "اشتغال",
    ),
    "home": ("home", "home ownership", "housing", "bolig", "boende", "bostad", "mieszkanie", "жилище", "مسکن"),
}  # fmt: skip
"""Columns that tell a trait of the buyer, by the name that buyer profiles use for it."""

_FACETS = tuple((facet, re.compile(words, re.IGNORECASE)) for facet, words in _ASKS)
_TRUE = frozenset(
    ("1", "y", "yes", "true", "x", "on", "ja", "j", "sant", "tak", "t", "prawda", "да", "بله", "✓", "✔")
)
_JOINT = re.compile(r"(?<=[a-zæøåäö])(?=[A-Z])")
_LONGEST_HEADER = 200


def plain(header: str) -> str:
    """A header without case, signs and spacing: `First_Name*`, `firstName` and 'First name' are the same."""
    spaced = _JOINT.sub(" ", unicodedata.normalize("NFKC", header[:_LONGEST_HEADER]))
    return " ".join(
        "".join(c if c.isalnum() or unicodedata.combining(c) else " " for c in spaced).casefold().split()
    )


_COLUMNS: Mapping[str, Column] = {plain(name): column for column, names in _CALLED.items() for name in names}


def column_of(header: str) -> Column | None:
    """What a column holds; None for one that is kept as a trait or as a form's question."""
    return _COLUMNS.get(plain(header))


def facet_of(header: str) -> str | None:
    """What a form's question is about ('What does your budget look like?' is about money); None if not known."""
    return next((facet for facet, words in _FACETS if words.search(header[:_LONGEST_HEADER])), None)


_TRAIT_OF: Mapping[str, str] = {plain(said): name for name, all_ in _TRAITS.items() for said in all_}
_WORD_OF_TRAIT: Mapping[str, str] = {
    said: name for said, name in _TRAIT_OF.items() if " " not in said and name != "home"
}
"""'Do you work from home?' asks about something else."""


@lru_cache(maxsize=4096)
def trait_of(header: str) -> str | None:
    """The trait of the buyer that a column holds: 'Antall ansatte' is how many they are; None if not known."""
    return _TRAIT_OF.get(plain(header))


@lru_cache(maxsize=4096)
def trait_asked(question: str) -> str | None:
    """The trait that a form's question is about ('How many employees are you?'); None if not known."""
    return next((_WORD_OF_TRAIT[word] for word in plain(question).split() if word in _WORD_OF_TRAIT), None)


def asks(header: str) -> bool:
    """Whether a column is a form's question: it ends as one, or it is about something that a call asks about."""
    return header.rstrip()[-1:] in {"?", "؟"} or facet_of(header) is not None


def says_yes(cell: str) -> bool:
    """Whether a cell of a yes-or-no column holds."""
    return cell.strip().casefold() in _TRUE
