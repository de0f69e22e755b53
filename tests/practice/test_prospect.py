"""The simulated prospect: what an open question gets and a closed one does not, what annoys, what settles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook.dialogue.personas import Raises
from cuebook.practice.casting import Cast
from cuebook.practice.mood import Mood, mood_of
from cuebook.practice.prospect import Reply, reply
from cuebook.practice.rehearsal import Rehearsal
from cuebook.understanding.approach import approach

Rings = Callable[..., Rehearsal]

SAID: tuple[tuple[str, str | None], ...] = (
    ("How are you handling copying today?", "need"),
    ("Do you have problems with it?", "need"),
    ("So that I don't waste your time: what would you spend on it?", "money"),
    ("Do you have a budget?", "money"),
    ("How do you decide on things like this?", "authority"),
    ("When would you like to start?", "timing"),
    ("You must sign today, it's the last chance.", None),
    ("I understand. I only ask so that I don't bother you for nothing. What can you tell me?", None),
    ("What would be a good next step, as you see it?", "next_step"),
    ("We are a family firm.", None),
)
"""Lines of a rep, with what each is about."""


def says(cast: Cast, mood: Mood, *lines: tuple[str, str | None]) -> tuple[Mood, list[Reply]]:
    """What comes of some lines, one after another."""
    replies = []
    for text, about in lines:
        if mood.gone:
            break
        mood, said = reply(cast, mood, approach(text), about)
        replies.append(said)
    return mood, replies


@pytest.fixture
def plain(on_the_phone: Rings) -> Cast:
    """Somebody who decides and raises no objection."""
    cast = on_the_phone("decision-maker").cast
    return replace(cast, persona=replace(cast.persona, raises=()))


def greeted(cast: Cast, **changes: Any) -> Mood:
    """Their mood after the greeting."""
    return replace(mood_of(cast.persona), lines=1, **changes)


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(st.sampled_from(SAID), max_size=12), seed=st.integers(0, 99))
def test_the_same_seed_and_the_same_lines_give_the_same_replies(
    lines: list[tuple[str, str | None]], seed: int, on_the_phone: Rings
) -> None:
    first = on_the_phone("suspicious", seed=seed).cast
    again = on_the_phone("suspicious", seed=seed).cast
    assert says(first, mood_of(first.persona), *lines) == says(again, mood_of(again.persona), *lines)


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(st.sampled_from(SAID), max_size=14),
    name=st.sampled_from(["hurried", "suspicious", "talkative", "perfect-fit", "gatekeeper"]),
)
def test_patience_never_rises_above_its_start_and_trust_stays_within_its_scale(
    lines: list[tuple[str, str | None]], name: str, on_the_phone: Rings
) -> None:
    cast = on_the_phone(name).cast
    mood = mood_of(cast.persona)
    for line in lines:
        mood, _ = says(cast, mood, line)
        assert mood.patience <= cast.persona.temper.patience
        assert 0 <= mood.trust <= 10
        assert mood.gone or mood.patience > 0


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(st.sampled_from(SAID), max_size=25),
    seed=st.integers(0, 99),
    name=st.sampled_from(["hurried", "suspicious", "talkative", "perfect-fit", "gatekeeper"]),
)
def test_no_reaction_is_said_twice_while_there_are_others_and_who_hangs_up_says_so(
    lines: list[tuple[str, str | None]], seed: int, name: str, on_the_phone: Rings
) -> None:
    cast = replace(on_the_phone(name, seed=seed).cast, luck=(seed - 50) / 50)
    mood, replies = says(cast, mood_of(cast.persona), *lines)
    reactions = cast.talk.reactions
    for phrases in [*reactions.values(), *cast.they_say.values()]:
        said = [each.text for each in replies if each.text in phrases]
        assert max((said.count(text) for text in said), default=0) <= 1 + len(said) // len(phrases)
    assert mood.gone == any(each.kind == "hangs_up" for each in replies)
    assert all(
        each.text in {*reactions["hangs_up"], *reactions["goodbye"]} for each in replies if each.kind == "hangs_up"
    )


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(st.sampled_from([line for line in SAID if "?" in line[0]]), max_size=10),
    seed=st.integers(0, 99),
)
def test_no_telling_phrase_is_said_twice_while_there_are_others(
    lines: list[tuple[str, str | None]], seed: int, on_the_phone: Rings
) -> None:
    cast = on_the_phone("decision-maker", seed=seed).cast
    _, replies = says(cast, mood_of(cast.persona), *lines)
    told = [each.text for each in replies if each.kind == "tells"]
    assert len(told) == len(set(told))


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(st.sampled_from(SAID), max_size=14), name=st.sampled_from(["user", "talkative", "hurried"]))
def test_a_closed_question_never_gets_a_telling_answer(
    lines: list[tuple[str, str | None]], name: str, on_the_phone: Rings
) -> None:
    cast = on_the_phone(name).cast
    mood = mood_of(cast.persona)
    for text, about in lines:
        if mood.gone:
            break
        line = approach(text)
        mood, said = reply(cast, mood, line, about)
        assert not (line.form == "closed" and said.kind == "tells")


def test_an_open_question_is_answered_tellingly_and_a_closed_one_with_a_word(plain: Cast) -> None:
    _, opened = reply(plain, greeted(plain), approach("How are you handling copying today?"), "need")
    _, closed = reply(plain, greeted(plain), approach("Do you have problems with it?"), "need")
    sayings = plain.talk.sayings(plain.product, "need", "confirmed", plain.words)
    assert opened.kind == "tells"
    assert closed.kind == "short"
    assert sayings is not None
    assert any(short in closed.text for short in sayings.short)


def test_the_same_closed_question_again_is_an_annoyance(plain: Cast) -> None:
    mood, (_, again) = says(
        plain, greeted(plain), ("Do you have a budget?", "money"), ("Is there money?", "money")
    )
    assert again.because == "again"
    assert mood.patience < plain.persona.temper.patience - 2


def test_who_was_told_everything_and_asks_on_hears_that_it_was_told(plain: Cast) -> None:
    sayings = plain.talk.sayings(plain.product, "need", "confirmed", plain.words)
    assert sayings is not None
    line = ("What is hard about it?", "need")
    _, replies = says(plain, greeted(plain), *[line] * (len(sayings.telling) + 1))
    assert [each.kind for each in replies] == ["tells"] * len(sayings.telling) + ["reacts"]


def test_without_trust_a_delicate_question_needs_a_reason(plain: Cast) -> None:
    wary = greeted(plain, trust=2.0)
    _, bare = reply(plain, wary, approach("What would you spend on it?"), "money")
    _, reasoned = reply(
        plain, wary, approach("So that I suggest nothing too dear: what would you spend?"), "money"
    )
    assert bare.kind == "short"
    assert bare.because == "guarded"
    assert reasoned.kind == "tells"


def test_a_reason_raises_trust_and_pressure_costs_it(plain: Cast) -> None:
    before = greeted(plain, trust=5.0)
    reasoned, _ = reply(plain, before, approach("So that I don't waste your time: what would you spend?"), "money")
    pressed, _ = reply(plain, before, approach("You must sign today, it's the last chance."), None)
    assert reasoned.trust > 5.0 > pressed.trust
    assert pressed.patience < reasoned.patience


def test_an_objection_rests_when_it_is_met_and_comes_back_when_it_is_not(on_the_phone: Rings) -> None:
    cast = on_the_phone("perfect-fit").cast
    mood, said = reply(cast, mood_of(cast.persona), approach("Hello. May I ask you something?"), None)
    assert (said.kind, said.objection) == ("objects", "not_interested")
    met, answer = reply(cast, mood, approach("That's fair. How is copying for you as it is?"), "need")
    assert answer.settled == "not_interested"
    assert met.trust > mood.trust
    ignored, again = reply(cast, mood, approach("We have a great offer."), None)
    assert (again.kind, again.objection) == ("objects", "not_interested")
    assert ignored.trust < mood.trust


def share_settled(cast: Cast, mood: Mood, line: str, **changes: Any) -> float:
    """In how many calls of a hundred a line settles the objection that waits."""
    replies = [reply(replace(cast, seed=str(n), **changes), mood, approach(line), None)[1] for n in range(100)]
    return sum(each.settled is not None for each in replies) / len(replies)


def test_half_an_answer_may_do_on_a_good_day_with_somebody_who_trusts_and_hardly_on_a_bad_one(
    plain: Cast,
) -> None:
    waits = greeted(plain, trust=8.0, pending=Raises(objection="think_about_it", when="closing"))
    half = "Of course. What would you be thinking about most?"
    assert share_settled(plain, waits, half, luck=None) == 0
    assert share_settled(plain, waits, half, luck=1.0) > 0.4
    assert share_settled(plain, replace(waits, trust=2.0), half, luck=-1.0) < 0.1


def test_all_that_it_takes_nearly_always_does_and_the_second_try_counts(plain: Cast) -> None:
    waits = greeted(plain, trust=3.0, pending=Raises(objection="think_about_it", when="closing"))
    whole = "Of course. I only ask because it may help to clear up what is open. What would that be?"
    assert share_settled(plain, waits, whole, luck=None) == 1
    assert share_settled(plain, waits, whole, luck=-1.0) < share_settled(plain, waits, whole, luck=0.5)
    assert share_settled(plain, replace(waits, tries=1), whole, luck=-1.0) > share_settled(
        plain, waits, whole, luck=-1.0
    )


def test_who_is_not_convinced_of_a_good_answer_holds_it_against_nobody(plain: Cast) -> None:
    waits = greeted(plain, trust=3.0, pending=Raises(objection="think_about_it", when="closing"))
    whole = approach("Of course. I only ask because it may help to clear up what is open. What would that be?")
    bad = [reply(replace(plain, seed=str(n), luck=-1.0), waits, whole, None) for n in range(30)]
    unmoved = [mood for mood, said in bad if said.because == "not convinced"]
    assert unmoved
    assert all(mood.trust >= waits.trust for mood in unmoved)


def test_asked_about_money_at_once_a_suspicious_one_objects_more_often_than_once_they_trust(
    on_the_phone: Rings,
) -> None:
    cast = on_the_phone("suspicious").cast
    cast = replace(cast, persona=replace(cast.persona, raises=cast.persona.raises[4:]))  # those that may come
    asked = approach("So that I suggest nothing too dear: what would you spend?")

    def objects(trust: float) -> int:
        moods = (replace(cast, seed=str(n), luck=0.0, interrupted=None) for n in range(100))
        return sum(reply(one, greeted(cast, trust=trust), asked, "money")[1].kind == "objects" for one in moods)

    assert objects(0.0) > 1.5 * objects(9.0) > 0


@pytest.fixture
def called_away(plain: Cast) -> tuple[Cast, Mood]:
    """Somebody who has just said that they have to go."""
    raises = Raises(objection="no_time", when="interrupted", settled_by=("acknowledge", "ask"))
    cast = replace(plain, persona=replace(plain.persona, raises=(raises,)), interrupted=3)
    mood, said = reply(cast, replace(greeted(cast), lines=3), approach("What is hard about it?"), "need")
    assert (said.objection, said.because) == ("no_time", "interrupted")
    return cast, mood


def test_who_has_to_go_and_is_offered_another_day_takes_it(called_away: tuple[Cast, Mood]) -> None:
    cast, mood = called_away
    away, said = reply(cast, mood, approach("I understand. What day may I call you again?"), None)
    assert (said.settled, said.because) == ("no_time", "next step")
    assert away.agreed
    assert away.leaving
    let_go, farewell = reply(cast, away, approach("Thank you, until then. Goodbye."), None)
    kept, click = reply(cast, away, approach("What would you spend on it?"), "money")
    assert (farewell.kind, let_go.gone) == ("reacts", False)
    assert (click.kind, kept.gone) == ("hangs_up", True)


def test_who_has_to_go_and_is_talked_at_hangs_up(called_away: tuple[Cast, Mood]) -> None:
    cast, mood = called_away
    mood, replies = says(cast, mood, ("It only takes a minute.", None), ("We are a family firm.", None))
    assert [each.kind for each in replies] == ["objects", "hangs_up"]
    assert mood.gone


def test_who_has_to_go_sometimes_makes_a_minute_after_all(called_away: tuple[Cast, Mood]) -> None:
    cast, mood = called_away
    line = approach("I understand. What could you tell me in a minute?")
    stayed = [not reply(replace(cast, seed=str(n)), mood, line, "need")[0].leaving for n in range(60)]
    assert 0 < sum(stayed) < len(stayed)


def test_who_asks_to_be_left_alone_and_is_leaves_without_a_grudge(on_the_phone: Rings) -> None:
    cast = on_the_phone("suspicious").cast
    mood, said = reply(cast, greeted(cast), approach("You must sign today, it's the last chance."), None)
    assert said.objection == "do_not_call"
    _, obeyed = reply(cast, mood, approach("Of course. I'm taking you off our list. Goodbye."), None)
    _, pushed = reply(cast, mood, approach("Why not just sign today?"), None)
    assert (obeyed.kind, obeyed.settled) == ("hangs_up", "do_not_call")
    assert (pushed.kind, pushed.settled) == ("hangs_up", None)


def test_who_has_no_patience_left_hangs_up(plain: Cast) -> None:
    mood, replies = says(plain, greeted(plain, patience=0.5), ("We are a family firm.", None))
    assert mood.gone
    assert replies[-1].kind == "hangs_up"


def test_a_next_step_is_agreed_by_who_told_something_trusts_and_gains_by_it(plain: Cast) -> None:
    asked = approach("What would be a good next step, as you see it?")
    warm = greeted(plain, told={"need": 1, "money": 1}, trust=6.0)
    assert reply(plain, warm, asked, "next_step")[0].agreed
    assert not reply(plain, greeted(plain, trust=6.0), asked, "next_step")[0].agreed
    assert not reply(plain, replace(warm, trust=1.0), asked, "next_step")[0].agreed
    assert not reply(replace(plain, welcomes=False), warm, asked, "next_step")[0].agreed


def test_what_is_said_after_a_comma_goes_on_in_small_letters(on_the_phone: Rings) -> None:
    spoken = []
    for seed in range(30):
        cast = on_the_phone("influencer", seed=seed).cast
        said = reply(cast, greeted(cast), approach("How are you handling copying today?"), "need")[1].text
        spoken += [said] if said.startswith(("You know,", "So,")) else []
    assert spoken
    assert all(text.partition(", ")[2][0].islower() or text.partition(", ")[2].startswith("I") for text in spoken)


def test_at_home_nobody_has_a_company(on_the_phone: Rings) -> None:
    at_work = on_the_phone("influencer").cast.words
    at_home = on_the_phone("influencer", product="income-insurance").cast.words
    assert (at_work.role, at_work.company) == ("office manager", "Harbour Clinics")
    assert (at_home.role, at_home.company) == (None, None)
    assert "my wife" in (at_home.decider or "")


def test_small_talk_a_summary_and_a_goodbye_get_what_one_says_to_them(plain: Cast) -> None:
    told = greeted(plain, told={"need": 1})
    kinds = [
        reply(plain, told, approach(said), None)[1].because
        for said in (
            "How's your morning been?",
            "Let me play that back: it stops, and people wait. Is that right?",
            "Thanks for your time, take care.",
        )
    ]
    assert kinds == ["small talk", "summed up", "goodbye"]


def test_the_day_that_the_rep_proposes_is_the_day_that_they_agree_to(plain: Cast) -> None:
    told = greeted(plain, trust=9.0, told={"need": 1, "money": 1})
    agreed, said = reply(plain, told, approach("Would Friday at half past nine suit you?"), "next_step")
    assert agreed.agreed
    assert "Friday at half past nine" in said.text


def test_who_has_no_time_takes_another_day_where_it_is_offered(on_the_phone: Rings) -> None:
    cast = on_the_phone("hurried").cast
    busy, said = reply(cast, mood_of(cast.persona), approach("Hello. May I ask you something?"), None)
    assert said.objection == "no_time"
    later, agreed = reply(cast, busy, approach("Of course. Shall I ring you on Thursday at nine instead?"), None)
    assert (agreed.settled, later.agreed, later.leaving) == ("no_time", True, True)
    assert agreed.text.startswith(("Thursday at nine", "Fine with me", "All right"))


def test_a_question_that_is_answered_is_taken_seriously(on_the_phone: Rings) -> None:
    cast = replace(on_the_phone("gatekeeper").cast, luck=None)
    asked, said = reply(cast, mood_of(cast.persona), approach("Hello, could you help me?"), None)
    assert said.objection == "gatekeeper"
    _, answer = reply(cast, asked, approach("It's about your copiers, we lease them and look after them."), None)
    assert answer.settled == "gatekeeper"


def test_one_trait_is_told_where_one_is_asked_for_and_all_of_them_agree(on_the_phone: Rings) -> None:
    cast = on_the_phone("decision-maker", "bant", "income-insurance").cast
    cast = replace(cast, persona=replace(cast.persona, raises=()))
    asked = [
        ("How old are you?", "profile"),
        ("What do you do for a living?", "profile"),
        ("How many kids are there?", "profile"),
        ("Tell me a little about your family and your work.", "profile"),
    ]
    _, said = says(cast, greeted(cast), *asked)
    age, work, children, everything = (each.text for each in said)
    assert "forty-one" in age
    assert "children" not in age
    assert "hospital" in work
    assert "forty-one" not in work
    assert "two children" in children
    assert "forty-one" in everything or "41" in everything
