"""How lines fold into what is held."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cuebook.qualification.ledger import Evidence, Ledger
from cuebook.qualification.status import STANDINGS, Standing
from cuebook.understanding.reading import Person, Time


def said(proves: Standing, turn: int = 1, quote: str = "so they said") -> Evidence:
    return Evidence("need", proves, quote, turn)


def test_the_strongest_evidence_decides() -> None:
    held = Ledger().file(
        [said("partial", 1, "perhaps"), said("confirmed", 2, "it jams"), said("partial", 3, "hm")]
    )
    assert held.of("need").standing().standing == "confirmed"
    assert held.of("need").standing().quote == "it jams"


def test_of_two_that_contradict_the_later_wins_and_the_earlier_is_shown() -> None:
    held = Ledger().file([said("confirmed", 1, "it jams"), said("negative", 4, "all is well now")])
    standing = held.of("need").standing()
    assert (standing.standing, standing.quote, standing.contradicts) == ("negative", "all is well now", "it jams")


def test_refusing_to_say_more_does_not_take_back_what_was_said() -> None:
    held = Ledger().file([said("partial", 1, "some trouble"), said("declined", 2, "no more of that")])
    assert held.of("need").standing().standing == "partial"


def test_who_could_not_tell_the_goals_and_then_does_has_answered() -> None:
    ledger = Ledger().file([Evidence("goals", "negative", "no idea", 1)])
    ledger = ledger.file([Evidence("goals", "partial", "well, ten new shops", 2)])
    status = ledger.of("goals").standing()
    assert (status.standing, status.contradicts) == ("partial", "no idea")


def test_an_answer_after_a_refusal_counts() -> None:
    held = Ledger().decline("need", 2).file([said("partial", 3, "well, it jams at times")])
    assert held.of("need").standing().standing == "partial"


def test_a_question_challenged_twice_is_declined_whatever_was_held() -> None:
    held = Ledger().file([said("partial", 1)]).decline("need", 2)
    assert held.of("need").standing().standing == "declined"


@given(st.lists(st.sampled_from(STANDINGS[1:5])), st.sampled_from(STANDINGS))
def test_the_reps_mark_wins_over_every_reading_before_and_after_it(heard: list[Standing], mark: Standing) -> None:
    half = len(heard) // 2
    held = Ledger().file([said(proves) for proves in heard[:half]]).mark("need", mark, 9)
    held = held.file([said(proves) for proves in heard[half:]])
    assert held.of("need").standing().standing == mark
    assert held.of("need").standing().by_rep


def test_what_is_learned_of_a_person_completes_what_was_known() -> None:
    held = Ledger().meet([Person("Per Olsen", None, True, (0, 3))], "Per Olsen decides", 1)
    held = held.meet([Person("Per Olsen", "CFO", None, (0, 3))], "Per Olsen is CFO", 2)
    assert held.decider == "Per Olsen, CFO"
    assert len(held.people) == 1


def test_the_prospect_is_never_the_other_who_decides() -> None:
    assert Ledger().meet([Person(None, "owner", True, (0, 1), speaker=True)], "I own it", 1).decider is None


def test_the_end_of_a_contract_completes_the_contract_that_was_known() -> None:
    held = Ledger().bind("we are locked in", 1, None)
    assert held.contract is not None
    assert held.contract.ends is None
    held = held.bind("until June", 2, Time(None, date(2027, 6, 30), "month", (0, 1)))
    assert held.contract is not None
    assert held.contract.ends == date(2027, 6, 30)
    assert held.bind("as I said", 3, None).contract == held.contract
