"""A later call starts from what is known and asks none of it twice (Q2)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import NOW
from tests.conversation.test_always_holds import play, view

from cuebook.conversation import moves
from cuebook.conversation.history import History
from cuebook.conversation.known import Known, Told, from_json, learned, passed_on
from cuebook.conversation.script import Script
from cuebook.dialogue.model import Product
from cuebook.errors import MoveError
from cuebook.qualification.committee import Member
from cuebook.qualification.ledger import Contract, Ledger
from cuebook.qualification.status import STANDINGS
from cuebook.understanding.reading import Person

TODAY = NOW.date()
SAID = TODAY - timedelta(days=30)

Call = Callable[[Known], Script]


def starting(script: Script, known: Known) -> Script:
    return replace(script, setup=replace(script.setup, known=known))


def after(script: Script, *lines: str) -> Ledger:
    history = History.start(script, NOW).take(moves.Next(), NOW)
    for line in lines:
        history = history.take(moves.Hear(line), NOW)
    return history.call.ledger


def test_a_call_that_knows_the_need_opens_with_it_settled_and_asks_for_the_rest(script: Script) -> None:
    before = after(script, "the copier jams every week and wastes hours")
    history = History.start(starting(script, learned(before, None, SAID)), NOW)
    need = history.turn.status.criteria["need"]
    assert (need.standing, need.turn) == ("confirmed", 0)
    assert need.quote == "the copier jams every week and wastes hours"
    assert history.take(moves.Next(), NOW).turn.stage == "authority"


@pytest.mark.parametrize("seed", range(60))
def test_nothing_that_an_earlier_call_settled_is_asked_in_the_next(script: Script, seed: int) -> None:
    *_, (_, _, last) = play(script, seed)
    known = learned(last.call.ledger, None, TODAY)
    history = History.start(starting(script, known), NOW)
    settled = {name for name, c in history.turn.status.criteria.items() if c.standing in ("confirmed", "negative")}
    asked = set()
    for _ in range(20):
        asked.add(history.turn.stage)
        try:
            history = history.take(moves.Next(), NOW)
        except MoveError:
            break
    assert not asked & settled


@pytest.mark.parametrize("seed", range(60))
def test_what_is_known_comes_back_from_json_and_replays_the_same_turns(script: Script, seed: int) -> None:
    *_, (_, _, last) = play(script, seed)
    known = learned(last.call.ledger, None, TODAY)
    back = from_json(json.loads(json.dumps(known.as_json())))
    assert back == known
    one = [view(history.turn) for _, _, history in play(starting(script, known), seed + 1)]
    assert one == [view(history.turn) for _, _, history in play(starting(script, back), seed + 1)]


words = st.none() | st.text(max_size=9)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
someone = st.builds(Person, words, words, st.none() | st.booleans(), st.just((0, 0)), st.booleans())
anything = st.builds(
    Known,
    told=st.dictionaries(
        st.sampled_from(["need", "money", "timing", "authority"]),
        st.builds(Told, st.sampled_from(STANDINGS), words, days, st.none() | days),
    ),
    people=st.dictionaries(
        st.text(max_size=5), st.builds(Member, someone, st.text(max_size=5), st.just(0)), max_size=3
    ),
    contract=st.none() | st.builds(Contract, st.text(max_size=5), st.just(0), st.none() | days),
    supplier=words,
    traits=st.dictionaries(st.text(max_size=5), st.text(max_size=5) | st.floats(allow_nan=False), max_size=3),
    answered=st.lists(st.text(max_size=5), max_size=3).map(tuple),
)


@given(anything, days)
def test_whatever_is_known_is_kept_exactly_and_gives_evidence(known: Known, today: date) -> None:
    assert from_json(json.loads(json.dumps(known.as_json()))) == known
    ledger = known.ledger(today, COPIERS)
    assert set(ledger.holdings) == set(known.told)
    assert all(held.heard_at == 0 for held in ledger.holdings.values())


@pytest.fixture(scope="module", autouse=True)
def _copiers(script: Script) -> None:
    global COPIERS  # noqa: PLW0603  hypothesis takes no fixture that changes; this one does not
    COPIERS = script.product


COPIERS: Product


def test_a_question_that_was_answered_comes_after_those_that_never_were(script: Script) -> None:
    known = learned(after(script, "two floors with a grey box each"), None, SAID)
    assert known.told["need"].proves == "partial"
    turn = (
        History.start(starting(script, replace(known, answered=("need.today",))), NOW).take(moves.Next(), NOW).turn
    )
    assert turn.stage == "need"
    assert turn.cue is not None
    assert turn.cue.question != "need.today"


def test_a_refusal_is_not_known_but_what_was_said_before_it_is(script: Script) -> None:
    refused = Ledger().decline("money", 1)
    assert "money" not in learned(refused, None, TODAY).told
    said = after(script, "the copier jams every week and wastes hours").decline("need", 5)
    assert learned(said, None, TODAY).told["need"].proves == "confirmed"


def test_the_reps_mark_is_known_and_a_later_line_may_overrule_it(script: Script) -> None:
    marked = learned(Ledger().mark("need", "confirmed", 3), None, SAID)
    history = History.start(starting(script, marked), NOW)
    assert history.turn.status.criteria["need"].standing == "confirmed"
    assert not history.turn.status.criteria["need"].by_rep
    history = history.take(moves.Go("need"), NOW).take(moves.Hear("we have no problems at all with it"), NOW)
    assert history.turn.status.criteria["need"].standing == "negative"


def timing(known: Known, today: date) -> str:
    return known.ledger(today, COPIERS).of("timing").standing().standing


def test_a_time_that_was_far_away_is_asked_about_once_it_is_near() -> None:
    later = Known(told={"timing": Told("negative", "not before 2028", TODAY, date(2028, 1, 1))})
    assert timing(later, TODAY) == "negative"
    assert timing(later, date(2027, 12, 1)) == "partial"
    assert timing(later, date(2028, 2, 1)) == "partial"
    next_year = Known(told={"timing": Told("negative", "next year", TODAY, date(2027, 1, 1))})
    assert timing(next_year, TODAY + timedelta(days=1)) == "negative"  # Q18: until the year has come
    assert timing(next_year, date(2027, 1, 4)) == "partial"


def test_a_time_that_has_passed_is_asked_about_again() -> None:
    soon = Known(told={"timing": Told("confirmed", "by March", TODAY)})
    assert timing(soon, TODAY + timedelta(days=20)) == "confirmed"
    assert timing(soon, TODAY + timedelta(days=900)) == "partial"


def test_what_was_said_keeps_its_day_through_calls_that_do_not_touch_it() -> None:
    first = Known(told={"need": Told("confirmed", "jams", SAID)})
    assert learned(first.ledger(TODAY, COPIERS), first, TODAY).told["need"].said == SAID


def test_a_contract_that_has_ended_binds_nobody() -> None:
    bound = Known(contract=Contract("until June", 0, date(2027, 6, 30)))
    assert bound.ledger(date(2027, 6, 30), COPIERS).contract is not None
    assert bound.ledger(date(2027, 7, 1), COPIERS).contract is None


def test_the_one_who_decides_is_called_with_what_the_colleague_told(script: Script) -> None:
    said = after(
        script, "the copier jams every week and wastes hours", "I don't decide that", "Per Olsen, our CFO, decides"
    )
    known = passed_on(learned(said, None, TODAY), "Anna Berg", "Per Olsen")
    turn = History.start(starting(script, known), NOW).turn
    standings = {name: c.standing for name, c in turn.status.criteria.items()}
    assert standings["need"] == "partial"  # somebody else's word
    assert standings["authority"] == "partial"
    assert turn.status.verdict == "incomplete"
    assert turn.ledger.decider is None  # it is the one on the phone
    assert turn.ledger.people["anna berg"].person.decides is False


def test_undo_leads_back_to_what_was_known(script: Script) -> None:
    known = learned(after(script, "the copier jams every week and wastes hours"), None, SAID)
    start = History.start(starting(script, known), NOW)
    told = start.take(moves.Hear("no problems at all"), NOW)
    assert view(told.take(moves.Undo(), NOW).turn) == view(start.turn)


def test_the_part_that_was_marked_is_known_in_the_next_call_until_it_is_heard_otherwise(script: Script) -> None:
    history = History.start(script, NOW).take(moves.Person("Kari Holm", "CFO", "decides"), NOW)
    history = history.take(moves.Person(part="influences"), NOW)
    known = from_json(json.loads(json.dumps(learned(history.call.ledger, None, TODAY).as_json())))
    again = History.start(starting(script, known), NOW)
    assert {key: member.part for key, member in again.call.ledger.people.items()} == {
        "kari holm": "decides", "": "influences",
    }  # fmt: skip
    assert again.call.ledger.decider == "Kari Holm, CFO"
    assert again.turn.status.verdict == "rerouted"
    heard = again.take(moves.Hear("I decide that"), NOW)
    assert heard.call.ledger.people[""].decides is True


def test_what_a_store_of_before_the_parts_kept_is_read_as_it_was() -> None:
    kept = dict(learned(Ledger().meet([Person("Per", None, True, (0, 0))], "Per signs", 1), None, TODAY).as_json())
    del kept["people"]["per"]["part"]
    assert from_json(kept).people["per"].part is None
    kept["people"]["per"]["part"] = "king"
    with pytest.raises(ValueError, match="king"):
        from_json(kept)
