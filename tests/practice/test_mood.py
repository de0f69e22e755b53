"""How a prospect feels: what trust, a good day and a second try are worth."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cuebook.dialogue.personas import Persona, Raises, Temper
from cuebook.practice.mood import LIMIT, Mood, comes_up, mood_of, willing

PERSONA = Persona(persona="somebody", part="decides", truth={}, temper=Temper(patience=12, openness=5, trust=4))

trusts = st.floats(0, LIMIT)
lucks = st.floats(-1, 1)
shares = st.sampled_from([1 / 3, 1 / 2, 2 / 3, 1.0])


@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(-5, 5))))
def test_trust_stays_within_its_scale_and_patience_below_its_start(felt: list[tuple[float, float]]) -> None:
    mood = mood_of(PERSONA)
    for trust, patience in felt:
        mood = mood.felt(PERSONA, trust, patience)
        assert 0 <= mood.trust <= LIMIT
        assert mood.patience <= PERSONA.temper.patience


@given(trusts, lucks, shares)
def test_trust_a_better_day_a_second_try_and_a_fuller_answer_win_over(
    trust: float, luck: float, share: float
) -> None:
    mood = Mood(patience=10, trust=trust)
    chance = willing(mood, luck, share)
    assert willing(Mood(patience=10, trust=trust + 1), luck, share) > chance
    assert willing(mood, luck + 0.5, share) > chance
    assert willing(Mood(patience=10, trust=trust, tries=1), luck, share) > chance
    assert share == 1 or willing(mood, luck, 1) > chance


@given(trusts, lucks)
def test_half_an_answer_wins_over_nobody_who_does_not_trust(trust: float, luck: float) -> None:
    half = willing(Mood(patience=10, trust=trust), luck, 0.5)
    assert half < 0.5 or (trust > 5 and luck > 0)


@given(trusts, st.floats(0, 1, exclude_max=True))
def test_what_always_comes_always_does_and_what_may_come_does_so_the_less_they_trust(
    trust: float, roll: float
) -> None:
    always = Raises(objection="no_time", when="greeting")
    seldom = Raises(objection="no_time", when="greeting", chance=0.3)
    assert comes_up(always, trust, roll)
    assert comes_up(seldom, max(0.0, trust - 3), roll) >= comes_up(seldom, trust, roll)
