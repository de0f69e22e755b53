"""What each part of a line proves, asked or volunteered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.conversation.script import Script
from cuebook.qualification.gather import Hearing, gather
from cuebook.qualification.ledger import Ledger
from cuebook.understanding.reading import Amount, Heard, Person, Reading, Sign, Time, Trait

TODAY = date(2026, 11, 21)
LINE = "Well, we print 5.000 pages. It jams every week! Per signs."

BUDGET = Amount(50_000, 50_000, None, None, (0, 4))
MARCH = Time(date(2027, 3, 1), date(2027, 3, 31), "month", (0, 4))
NEXT_YEAR = Time(date(2027, 1, 1), date(2027, 12, 31), "year", (0, 4))
NOW_ISH = Time(TODAY, TODAY, "day", (0, 4))
LONG_AGO = Time(date(2019, 1, 1), date(2019, 12, 31), "year", (0, 4))
PER = Person("Per", None, True, (0, 3))
OTHER = Person("Per", "CFO", None, (0, 3))
SPEAKER = Person(None, None, True, (0, 1), speaker=True)
NOT_ME = Person(None, None, False, (0, 1), speaker=True)


def held(
    script: Script, asked: str | None = None, before: Ledger | None = None, text: str = LINE, **read: object
) -> Ledger:
    reading = replace(Reading(text, "en"), **read)  # type: ignore[arg-type]  # fields of Reading, by name
    return gather(before or Ledger(), Hearing(reading, asked, TODAY, 3), script.product, script.objections)


@pytest.mark.parametrize(
    ("asked", "read", "facet", "proves"),
    [
        ("money", {"amounts": (BUDGET,)}, "money", "confirmed"),
        ("need", {"amounts": (BUDGET,)}, "money", "partial"),  # said in passing, perhaps of something else
        ("need", {"amounts": (BUDGET,), "signs": (Sign("money", True, (0, 4)),)}, "money", "confirmed"),
        ("money", {"amounts": (BUDGET,), "stance": "uncertain"}, "money", "partial"),  # 'maybe 50k'
        ("need", {"signs": (Sign("money", True, (0, 4)),)}, "money", "partial"),  # money, but how much?
        ("money", {"stance": "no", "text": "no, nothing"}, "money", "negative"),
        ("money", {"stance": "no"}, "money", "partial"),  # a no to something else
        ("authority", {"stance": "no", "text": "no"}, "authority", "unknown"),
        ("timing", {"times": (MARCH,)}, "timing", "confirmed"),
        ("timing", {"times": (NEXT_YEAR,)}, "timing", "negative"),  # Q18
        ("timing", {"times": (NOW_ISH,)}, "timing", "confirmed"),
        ("need", {"times": (NOW_ISH,)}, "timing", "unknown"),  # 'how are you today'
        ("need", {"times": (LONG_AGO,)}, "timing", "unknown"),
        ("need", {"times": (MARCH,)}, "timing", "partial"),
        ("timing", {"signs": (Sign("timing", False, (0, 4)),)}, "timing", "negative"),
        ("need", {"signs": (Sign("need", True, (0, 4)),)}, "need", "confirmed"),
        ("need", {"signs": (Sign("need", False, (0, 4)),)}, "need", "negative"),
        ("authority", {"people": (SPEAKER,)}, "authority", "confirmed"),
        ("authority", {"people": (SPEAKER, PER)}, "authority", "confirmed"),  # takes part in it (Q10)
        ("authority", {"people": (NOT_ME,)}, "authority", "negative"),
        ("need", {"people": (PER,)}, "authority", "negative"),  # volunteered: somebody else signs (Q9)
        ("authority", {"people": (OTHER,)}, "authority", "partial"),
        # Of goals and the like no word speaks by itself: the answer counts, whatever else it tells.
        ("goals", {"amounts": (BUDGET,)}, "goals", "partial"),
        ("goals", {"amounts": (BUDGET,)}, "money", "partial"),
        ("goals", {"stance": "declined", "times": (MARCH,)}, "goals", "declined"),
        ("authority", {"amounts": (BUDGET,)}, "authority", "unknown"),
        # 'A fifth more by the end of next year' is when the goal is due, not when they buy.
        ("goals", {"times": (NEXT_YEAR,), "signs": (Sign("timing", True, (0, 4)),)}, "timing", "partial"),
        ("critical_event", {"times": (MARCH,), "signs": (Sign("timing", True, (0, 4)),)}, "timing", "confirmed"),
        # That there is nobody else is known too, and that is what is asked (MEDDPICC).
        ("competition", {"signs": (Sign("competition", False, (0, 4)),)}, "competition", "confirmed"),
        ("need", {"stance": "declined"}, "need", "declined"),
        ("need", {}, "need", "partial"),  # kept as said
        ("need", {"stance": "yes", "text": "yeah"}, "need", "unknown"),  # a hum
        ("need", {"question": "open"}, "need", "unknown"),  # they ask
        (None, {}, "need", "unknown"),
    ],
)  # fmt: skip
def test_a_line_proves_what_it_says(
    script: Script, asked: str, read: dict[str, object], facet: str, proves: str
) -> None:
    assert held(script, asked, **read).of(facet).standing().standing == proves  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("objection", "facet", "proves"),
    [
        ("no_budget", "money", "partial"),  # none set aside is no fail (FAINT)
        ("no_need", "need", "negative"),
        ("not_decision_maker", "authority", "negative"),
        ("consult", "authority", "partial"),
        ("why_asking", "need", "unknown"),
    ],
)
def test_a_heard_objection_proves_what_the_catalogue_says(
    script: Script, objection: str, facet: str, proves: str
) -> None:
    heard = (Heard(objection, 0.9, (0, 4)),)
    signs = (Sign("money", False, (0, 4)),)  # 'no budget' alone would be a no
    ledger = held(script, "need", objections=heard, signs=signs if objection == "no_budget" else ())
    assert ledger.of(facet).standing().standing == proves


def test_of_several_objections_the_likeliest_speaks_for_a_facet(script: Script) -> None:
    heard = (Heard("consult", 0.9, (0, 4)), Heard("not_decision_maker", 0.6, (0, 4)))
    assert held(script, "need", objections=heard).of("authority").standing().standing == "partial"


def test_a_faint_objection_is_not_heard(script: Script) -> None:
    assert held(script, None, objections=(Heard("no_need", 0.3, (0, 4)),)) == Ledger()


def test_of_whoever_wants_no_more_calls_nothing_is_noted(script: Script) -> None:
    heard = (Heard("do_not_call", 0.9, (0, 4)),)
    assert held(script, "need", objections=heard, people=(PER,), amounts=(BUDGET,)) == Ledger()


def test_the_dates_of_a_contract_are_not_the_buyers(script: Script) -> None:
    ledger = held(script, "need", objections=(Heard("running_contract", 0.9, (0, 4)),), times=(MARCH,))
    assert ledger.of("timing").standing().standing == "unknown"
    assert ledger.contract is not None
    assert ledger.contract.ends == date(2027, 3, 31)


def test_asked_who_decides_instead_a_name_is_enough(script: Script) -> None:
    before = held(script, "authority", people=(NOT_ME,))
    assert held(script, "authority", before, people=(OTHER,)).decider == "Per, CFO"
    assert held(script, "need", before, people=(OTHER,)).decider is None


def test_the_quote_is_the_sentence_that_proves_it(script: Script) -> None:
    at = LINE.index("jams")
    ledger = held(script, "need", signs=(Sign("need", True, (at, at + 4)),))
    assert ledger.of("need").standing().quote == "It jams every week!"


@given(st.text(max_size=3000), st.integers(0, 3000), st.integers(0, 50))
def test_a_quote_is_the_prospects_own_words_and_short(text: str, at: int, length: int) -> None:
    span = (min(at, len(text)), min(at + length, len(text)))
    quote = Hearing(Reading(text, "en"), None, TODAY, 1).quote(span)
    assert quote in text
    assert len(quote) <= 160


def test_of_two_that_say_as_much_the_first_is_kept_but_sums_are_those_of_now(script: Script) -> None:
    at = (0, 4)
    first = held(script, "need", text="they jam", signs=(Sign("need", True, at),))
    later = held(script, "timing", first, text="we want it soon", signs=(Sign("need", True, at),))
    assert later.of("need").standing().quote == "they jam"
    assert later.of("need").heard_at == 3
    more = held(script, "money", held(script, "money", text="50k", amounts=(BUDGET,)), text="no, 60k",
                amounts=(replace(BUDGET, low=60_000, high=60_000),))  # fmt: skip
    assert more.of("money").standing().quote == "no, 60k"


def test_a_name_that_follows_a_mere_role_is_that_persons(script: Script) -> None:
    role = replace(OTHER, name=None, decides=True)
    before = held(script, "authority", people=(role,))
    ledger = held(script, "authority", before, people=(Person("Kari Holm", None, None, (0, 3)),))
    assert ledger.decider == "Kari Holm, CFO"
    assert len(ledger.people) == 1


def test_who_decides_with_others_is_not_taken_for_who_does_not(script: Script) -> None:
    heard = (Heard("not_decision_maker", 0.9, (0, 4)),)
    ledger = held(script, "authority", objections=heard, people=(SPEAKER, PER))
    assert ledger.of("authority").standing().standing == "confirmed"


def test_a_supplier_is_one_that_was_told_of(script: Script) -> None:
    with_them = Sign("competition", True, (0, 4))
    nobody = Sign("competition", False, (5, 9))
    assert held(script, "need", signs=(with_them,)).supplier is not None
    assert held(script, "need", signs=(with_them, nobody)).supplier is not None  # 'a supplier, but no contract'
    assert held(script, "competition", signs=(nobody,)).supplier is None


def test_what_is_known_of_a_company_is_told_anew_only_where_it_was_asked(script: Script) -> None:
    three = (Trait("employees", 3.0, (0, 4)),)
    known = held(script, "profile", traits=(Trait("employees", 40.0, (0, 4)),))
    assert held(script, "authority", known, traits=three).of("profile").standing().standing == "confirmed"
    assert held(script, "profile", known, traits=three).of("profile").standing().standing == "negative"
    assert held(script, "authority", traits=three).of("profile").standing().standing == "negative"  # volunteered


def test_the_day_of_the_next_call_is_not_the_day_they_buy(script: Script) -> None:
    ledger = held(script, "need", objections=(Heard("call_later", 0.9, (0, 4)),), times=(MARCH,))
    assert ledger.of("timing").standing().standing == "unknown"


def test_who_says_unasked_that_they_buy_in_another_year_is_put_off_until_then(script: Script) -> None:
    ledger = held(script, "need", times=(NEXT_YEAR,), objections=(Heard("not_now", 0.9, (0, 4)),))
    evidence = ledger.of("timing").evidence
    assert evidence is not None
    assert (evidence.proves, evidence.on) == ("negative", date(2027, 1, 1))


def test_a_date_of_this_year_beside_not_now_is_no_start(script: Script) -> None:
    ledger = held(script, "need", times=(MARCH,), objections=(Heard("not_now", 0.9, (0, 4)),))
    assert ledger.of("timing").standing().standing == "partial"


def test_call_me_next_year_is_the_next_call_though_it_sounds_like_not_now_too(script: Script) -> None:
    both = (Heard("call_later", 0.99, (0, 4)), Heard("not_now", 0.9, (0, 4)))
    ledger = held(script, "need", times=(NEXT_YEAR,), objections=both)
    assert ledger.of("timing").standing().standing == "partial"


def test_a_reflex_proves_nothing_unless_interest_was_asked_about(script: Script) -> None:
    signs, objections = (Sign("interest", False, (0, 4)),), (Heard("not_interested", 0.9, (0, 4)),)
    for asked, standing in (("need", "unknown"), ("interest", "negative")):
        ledger = held(script, asked, signs=signs, objections=objections)
        assert ledger.of("interest").standing().standing == standing
