"""The walk: what one move does to the call and to what the rep sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.conftest import NOW

from cuebook.conversation import moves
from cuebook.conversation.history import History
from cuebook.conversation.record import Turn
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.dialogue.model import Condition, Dialogues
from cuebook.errors import MoveError

Hold = Callable[..., Turn]


@pytest.fixture
def hold(script: Script) -> Hold:
    """Take moves (a string is a line heard) from the opening, and give the last turn."""

    def held(*given: moves.Move | str) -> Turn:
        history = History.start(script, NOW)
        for move in given:
            history = history.take(moves.Hear(move) if isinstance(move, str) else move, NOW)
        return history.turn

    return held


def standings(turn: Turn) -> dict[str, str]:
    return {name: criterion.standing for name, criterion in turn.status.criteria.items()}


def test_a_call_opens_with_a_greeting_and_nothing_known(hold: Hold) -> None:
    turn = hold()
    assert (turn.n, turn.stage, turn.move, turn.reading) == (0, "opening", None, None)
    assert turn.cue is not None
    assert turn.cue.say.startswith("Hello.")
    assert set(standings(turn).values()) == {"unknown"}


def test_the_prospect_is_greeted_by_name(dialogues: Dialogues) -> None:
    setup = Setup(lead=Someone(name="Anna Berg", first_name="Anna"), rep=Someone(name="Kim", company="Copy Co"))
    turn = History.start(script_for(setup, dialogues), NOW).turn
    assert turn.cue is not None
    assert turn.cue.say.startswith("Hello Anna, this is Kim from Copy Co.")


def test_every_cue_has_a_reason_and_what_to_listen_for(hold: Hold) -> None:
    turn = hold(moves.Next())
    assert turn.cue is not None
    assert turn.cue.why
    assert turn.cue.listen_for
    assert turn.cue.probes


def test_an_answer_that_settles_a_criterion_leads_to_the_next(hold: Hold) -> None:
    turn = hold("sure, go ahead", "the copier jams every week and it wastes hours")
    assert standings(turn)["need"] == "confirmed"
    assert turn.stage == "authority"
    assert turn.status.criteria["need"].quote == "the copier jams every week and it wastes hours"
    assert turn.status.criteria["need"].turn == 2


def test_an_answer_in_which_nothing_is_recognised_is_kept_as_said(hold: Hold) -> None:
    turn = hold(moves.Next(), "two floors with a grey box each from around the millennium")
    assert standings(turn)["need"] == "partial"
    assert turn.cue is not None
    assert turn.cue.question != "need.today"  # the next question of the same criterion
    assert turn.stage == "need"


def test_a_hum_leaves_the_question_open(hold: Hold) -> None:
    turn = hold(moves.Next(), "yeah")
    assert turn.cue is not None
    assert turn.cue.question == "need.today"
    assert standings(turn)["need"] == "unknown"


def test_a_volunteered_answer_is_not_asked_for_again(hold: Hold) -> None:
    turn = hold(
        moves.Next(),
        "we have set aside a budget of 30k EUR for this",
        "the machine breaks down every other day",
        "I decide that myself",
    )
    assert standings(turn) == {
        "need": "confirmed", "authority": "confirmed", "budget": "confirmed", "timeline": "unknown",
    }  # fmt: skip
    assert turn.stage == "timeline"
    assert turn.status.verdict == "qualified"  # three of four (Q23)


def test_who_does_not_decide_is_asked_who_does(hold: Hold) -> None:
    turn = hold(moves.Next(), moves.Go("authority"), "I don't decide that")
    assert turn.stage == "reroute"
    turn = hold(moves.Next(), moves.Go("authority"), "I don't decide that", "that would be Per Olsen, our CFO")
    assert turn.status.verdict == "rerouted"


def test_who_names_the_one_who_decides_has_answered_even_if_they_repeat_that_they_do_not(hold: Hold) -> None:
    turn = hold(moves.Go("authority"), "I don't decide that", "not me, our head of finance Kari Holm decides")
    assert turn.stage != "reroute"
    assert turn.explanation is None
    assert turn.status.verdict == "rerouted"


def test_a_running_contract_leads_to_its_end_then_to_the_review_then_out(hold: Hold) -> None:
    locked = hold(moves.Next(), "we're locked into a contract with our supplier")
    assert locked.stage == "contract"
    dated = hold(
        moves.Next(), "we're locked into a contract with our supplier", "it runs until the end of June 2027"
    )
    assert dated.status.verdict == "callback"
    assert dated.status.decision.on == date(2027, 3, 30)
    assert dated.stage == "review"
    done = hold(
        moves.Next(), "we're locked into a contract with our supplier", "it runs until the end of June 2027",
        "fine, have a look at it",
    )  # fmt: skip
    assert done.stage == "closing"
    assert done.proposal.on == "2027-03-30"


def test_a_heard_objection_is_explained_and_the_same_question_stays_open(hold: Hold) -> None:
    before = hold(moves.Next())
    turn = hold(moves.Next(), "why are you asking me that?")
    assert turn.explanation is not None
    assert (turn.explanation.objection, turn.explanation.heard, turn.explanation.attempt) == (
        "why_asking",
        True,
        1,
    )
    assert turn.cue == before.cue
    assert standings(turn) == standings(before)


def test_the_explanation_gives_the_reason_of_the_very_question(hold: Hold) -> None:
    turn = hold(moves.Next(), moves.Object("why_asking"))
    assert turn.explanation is not None
    assert turn.cue is not None
    assert turn.cue.why in turn.explanation.say


def test_the_second_why_declines_the_question_and_goes_on(hold: Hold) -> None:
    turn = hold(moves.Next(), moves.Object("why_asking"), moves.Object("confidential"))
    assert standings(turn)["need"] == "declined"
    assert turn.stage == "authority"


def test_a_heard_opt_out_shows_what_to_do_but_ends_nothing(hold: Hold) -> None:
    turn = hold(moves.Next(), "take me off your list")
    assert turn.stage == "need"
    assert turn.explanation is not None
    assert turn.explanation.class_ == "opt-out"


def test_an_opt_out_that_the_rep_picks_is_obeyed(hold: Hold) -> None:
    turn = hold(moves.Next(), moves.Object("do_not_call"))
    assert (turn.stage, turn.cue, turn.status.verdict) == ("do_not_call", None, "do_not_call")


def test_a_cold_call_asks_three_questions_and_comes_to_the_closing(dialogues: Dialogues) -> None:
    history = History.start(script_for(Setup(depth="cold"), dialogues), NOW)
    asked = []
    while history.turn.stage != "closing":
        history = history.take(moves.Hear("a plain and long enough reply with nothing in it"), NOW)
        asked.append(history.turn.cue and history.turn.cue.question)
    assert asked[:-1] == ["need.today", "authority.process", asked[2]]
    assert history.turn.asked == 3


def test_a_discovery_call_never_asks_more_than_its_depth(hold: Hold) -> None:
    turn = hold(*["a plain and long enough reply with nothing in it"] * 30)
    assert turn.stage == "closing"
    assert turn.asked <= 14


def test_probes_come_one_after_another_and_the_question_stays_the_same(hold: Hold) -> None:
    question = hold(moves.Next()).cue
    assert question is not None
    probed = hold(moves.Next(), moves.Probe()).cue
    assert probed is not None
    assert (probed.question, probed.say) == (question.question, question.probes[0])
    with pytest.raises(MoveError, match="no further probe"):
        hold(moves.Next(), *[moves.Probe()] * (len(question.probes) + 1))


def test_back_returns_to_the_question_before(hold: Hold) -> None:
    turn = hold(moves.Next(), moves.Next(), moves.Back())
    assert turn.cue is not None
    assert turn.cue.question == "need.today"
    with pytest.raises(MoveError, match="first question"):
        hold(moves.Back())


def test_a_mark_on_the_open_criterion_goes_on_and_on_another_stays(hold: Hold) -> None:
    assert hold(moves.Next(), moves.Mark("need", "confirmed")).stage == "authority"
    assert hold(moves.Next(), moves.Mark("budget", "confirmed")).stage == "need"


@pytest.mark.parametrize(
    ("move", "says"),
    [
        (moves.Object("why_askin"), "why_asking"),
        (moves.Mark("bugdet", "confirmed"), "budget"),
        (moves.Go("athority"), "authority"),
        (moves.Switch("bantt"), "bant"),
        (moves.Amend(7, "x"), "no line"),
        (moves.Undo(), "nothing to undo"),
    ],
)
def test_a_move_that_is_not_possible_says_what_would_be(hold: Hold, move: moves.Move, says: str) -> None:
    with pytest.raises(MoveError) as caught:
        hold(move)
    assert says in f"{caught.value.message} {caught.value.hint}"


def test_a_contradiction_is_shown_with_what_was_said_before(hold: Hold) -> None:
    turn = hold(moves.Next(), "the copier jams all the time", "no, we have no problems with it at all")
    need = turn.status.criteria["need"]
    assert need.standing == "negative"
    assert need.contradicts == "the copier jams all the time"


def test_the_closing_repeats_what_the_prospect_said(hold: Hold) -> None:
    turn = hold(moves.Next(), "the copier jams all the time", moves.Go("closing"))
    assert turn.cue is not None
    assert "the copier jams all the time" in turn.cue.say


def test_at_the_closing_it_is_shown_what_it_brings_for_what_they_spoke_of(hold: Hold, script: Script) -> None:
    points = script.words.products["copier-leasing"].points
    turn = hold(moves.Next(), "the copier jams all the time", "we have 20 000 euros a year", moves.Go("closing"))
    assert turn.cue is not None
    assert turn.cue.brings == (points["need"], points["money"])


def test_who_has_no_need_is_not_told_what_it_brings(hold: Hold) -> None:
    for given in ((), ("we have no problems with it at all",), (moves.Mark("need", "partial"),)):
        turn = hold(moves.Next(), *given, moves.Go("closing"))
        assert turn.cue is not None
        assert turn.cue.brings == ()


def test_what_it_brings_is_for_the_closing(hold: Hold) -> None:
    turn = hold(moves.Next(), "the copier jams all the time")
    assert turn.cue is not None
    assert turn.cue.brings == ()


def test_a_call_that_is_over_takes_only_notes(hold: Hold) -> None:
    over = moves.End("callback", "call Per", date(2027, 1, 15))
    assert hold(over).stage == "closed"
    assert hold(over, moves.Note("was in a hurry")).stage == "closed"
    for move in (moves.Hear("hello?"), moves.Next(), moves.Go("need"), moves.Mark("need", "confirmed"), over):
        with pytest.raises(MoveError, match="closed"):
            hold(over, move)


def test_the_day_agreed_on_at_the_closing_is_proposed_for_the_next_step(hold: Hold) -> None:
    turn = hold(moves.Next(), moves.Go("closing"), "Thursday would suit me")
    assert turn.proposal.on == "2026-11-26"
    assert standings(turn)["timeline"] == "unknown"  # when to meet is not when they buy
    assert turn.stage == "closing"


def test_a_prospect_without_time_names_the_day_of_the_call_back(hold: Hold) -> None:
    turn = hold(moves.Next(), "I'm busy, call me on Friday")
    assert (turn.proposal.disposition, turn.proposal.on) == ("callback", "2026-11-27")


# ── people and depth ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_prospect_marked_as_deciding_settles_authority_and_leads_on(hold: Hold) -> None:
    turn = hold(moves.Go("authority"), moves.Person(part="decides"))
    assert standings(turn)["authority"] == "confirmed"
    assert turn.stage == "budget"


def test_a_gatekeeper_on_the_phone_is_asked_who_decides(hold: Hold) -> None:
    assert hold(moves.Go("authority"), moves.Person(part="gatekeeper")).stage == "reroute"


def test_another_marked_as_deciding_is_the_one_to_call(hold: Hold) -> None:
    turn = hold(moves.Go("authority"), "I don't decide that", moves.Person("Kari Holm", "CFO", "decides"))
    assert (turn.status.verdict, turn.ledger.decider) == ("rerouted", "Kari Holm, CFO")
    assert turn.stage != "reroute"


def test_a_marked_decider_opens_the_gate_of_anum(dialogues: Dialogues) -> None:
    history = History.start(script_for(Setup(framework="anum"), dialogues), NOW)
    for line in ("the copier jams every week", "as soon as possible", "there are forty of us"):
        history = history.take(moves.Hear(line), NOW)
    assert history.turn.status.verdict == "incomplete"
    marked = history.take(moves.Person(part="decides"), NOW)
    assert standings(marked.turn)["authority"] == "confirmed"
    assert marked.turn.status.verdict == "qualified"
    assert marked.take(moves.Undo(), NOW).turn.status == history.turn.status


def test_the_lead_is_the_one_on_the_phone_by_whichever_name(dialogues: Dialogues) -> None:
    setup = Setup(lead=Someone(name="Anna Berg", first_name="Anna"))
    history = History.start(script_for(setup, dialogues), NOW)
    for named in (None, "Anna", "anna  berg"):
        marked = history.take(moves.Person(named, part="user"), NOW)
        assert [(key, member.part) for key, member in marked.call.ledger.people.items()] == [("", "user")]


def test_a_mark_that_is_not_there_cannot_be_taken_away(hold: Hold) -> None:
    with pytest.raises(MoveError, match="Kari Holm has no mark"):
        hold("Kari Holm signs everything", moves.Person("Kari Holm"))
    turn = hold(moves.Person("Kari Holm", part="saboteur"), moves.Person("Kari"))
    assert not turn.ledger.people


def test_cold_asks_the_first_question_of_each_criterion_and_no_more_than_it_may(dialogues: Dialogues) -> None:
    for framework, flow in dialogues.flows.items():
        script = script_for(Setup(framework=framework, depth="cold"), dialogues)
        history = History.start(script, NOW)
        asked = []
        while history.turn.stage != "closing":
            history = history.take(moves.Next(), NOW)
            assert history.turn.cue is not None
            asked.append(history.turn.cue.question)
        names = list(flow.criteria)[: flow.depths.cold]
        assert asked[:-1] == [script.questions(name)[0] for name in names]


def test_the_depth_changed_in_the_call_counts_from_there_on(hold: Hold) -> None:
    asked: tuple[moves.Move, ...] = (moves.Next(), moves.Next())
    assert (hold(*asked).depth, hold(*asked).left) == ("discovery", 12)
    turn = hold(*asked, moves.Depth("cold"))
    assert (turn.depth, turn.left) == ("cold", 1)
    assert turn.cue == hold(*asked).cue  # the open question stays
    assert hold(*asked, moves.Depth("cold"), moves.Next(), moves.Next()).stage == "closing"
    assert hold(*asked, moves.Depth("cold"), moves.Undo()).left == 12
    assert hold(*asked, moves.Depth("cold"), moves.Switch("champ")).depth == "cold"


def test_who_deepens_a_call_that_had_come_to_its_end_asks_what_is_still_open(hold: Hold) -> None:
    cold: tuple[moves.Move, ...] = (moves.Depth("cold"), *[moves.Next()] * 4)
    assert hold(*cold).stage == "closing"
    assert hold(*cold, moves.Depth("discovery")).stage == "need"
    early = hold(moves.Go("closing"), moves.Depth("discovery"))
    assert early.stage == "closing"  # there the rep went on purpose


# ── referrals ────────────────────────────────────────────────────────────────────────────────────────────────


def question(turn: Turn) -> str | None:
    return turn.cue.question if turn.cue else None


TO_THE_END: tuple[moves.Move, ...] = (moves.Go("closing"), moves.Next(), moves.Next())


@pytest.mark.parametrize(
    "said",
    [
        (),
        (
            "the copier jams every week",
            "I decide that",
            "we have set aside a budget of 30k EUR",
            "as soon as possible",
        ),
        ("it all works fine, no problems at all",),
        ("we are locked into a contract with our supplier", "it runs until the end of June 2028"),
        ("my boss Per Olsen signs everything",),
        ("not before next year",),
        ("we are three people",),
    ],
)
def test_a_referral_is_asked_for_at_the_end_whatever_the_verdict(hold: Hold, said: tuple[str, ...]) -> None:
    course = [moves.Next(), *said, moves.Go("closing")]
    asked = [question(hold(*course))]
    while asked[-1] != "closing.referral":
        course.append(moves.Next())
        asked.append(question(hold(*course)))
    with pytest.raises(MoveError, match="nothing after the closing"):
        hold(*course, moves.Next())


def test_a_question_may_have_a_reason_of_its_own_and_gives_that_one_when_asked_why(hold: Hold) -> None:
    turn = hold(*TO_THE_END)
    assert turn.cue is not None
    assert turn.cue.question == "closing.referral"
    assert "a list of strangers" in turn.cue.why
    assert "where they work" in turn.cue.listen_for
    explained = hold(*TO_THE_END, moves.Object("why_asking")).explanation
    assert explained is not None
    assert "a list of strangers" in explained.say


@pytest.mark.parametrize(
    "course",
    [
        ("take me off your list",),
        ("go to hell, you scum",),
        ("I would rather not say", moves.Mark("need", "declined"), moves.Mark("timeline", "declined")),
    ],
)
def test_nobody_who_is_hostile_or_refused_everything_is_asked_a_favour(
    hold: Hold, course: tuple[moves.Move | str, ...]
) -> None:
    turn = hold(moves.Next(), *course, moves.Go("closing"), moves.Next())
    assert question(turn) == "closing.date"
    with pytest.raises(MoveError, match="nothing after the closing"):
        hold(moves.Next(), *course, *TO_THE_END)


def test_whom_they_name_is_kept_apart_from_those_who_decide(hold: Hold) -> None:
    turn = hold(*TO_THE_END, "my friend Liv Moe at Sund Print, she decides there and they have money")
    assert [(one.name, one.company) for one in turn.ledger.referrals] == [("Liv Moe", "Sund Print")]
    assert not turn.ledger.people
    assert set(standings(turn).values()) == {"unknown"}
    assert question(turn) == "closing.date"  # the day is what remains
    assert hold(*TO_THE_END, "Liv Moe", moves.Undo()).ledger.referrals == ()


def test_a_day_for_somebody_else_is_not_the_day_of_the_next_step(hold: Hold) -> None:
    turn = hold(*TO_THE_END, "Liv Moe, call her on 4 December 2026")
    assert turn.proposal.on != "2026-12-04"


def test_who_takes_part_in_the_decision_is_no_referral(hold: Hold) -> None:
    turn = hold("my boss Per Olsen signs everything", *TO_THE_END, "well, Per Olsen")
    assert turn.ledger.referrals == ()


# ── several products ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def sells_two(dialogues: Dialogues) -> Script:
    """A call by CHAMP about copiers, where shifts are planned for the same firms, in one country only."""
    copier, shifts = dialogues.products["copier-leasing"], dialogues.products["shift-planning"]
    abroad = replace(shifts, profile={**shifts.profile, "country": Condition(one_of=("NO",))})
    firm = replace(copier, profile={**copier.profile, "trade": Condition(one_of=("office",))})
    script = script_for(Setup(framework="champ"), dialogues)
    products = {"copier-leasing": firm, "shift-planning": abroad}
    return replace(script, product=firm, products=products)


def test_what_tells_two_products_apart_is_asked_where_the_profile_is_asked(sells_two: Script) -> None:
    history = History.start(sells_two, NOW).take(moves.Hear("there are forty of us"), NOW)
    assert (history.turn.stage, history.turn.suits.level) == ("profile", ("copier-leasing", "shift-planning"))
    asked = []
    while history.turn.stage == "profile":
        asked.append(question(history.turn))
        history = history.take(moves.Hear("hard to say in a word or two, really"), NOW)
    assert asked == ["profile.trade", "profile.country"]


def test_another_product_that_clearly_fits_better_is_told_and_nothing_is_switched(dialogues: Dialogues) -> None:
    history = History.start(script_for(Setup(product="shift-planning"), dialogues), NOW)
    assert history.take(moves.Hear("there are forty of us"), NOW).turn.suits.better is None
    turn = history.take(moves.Hear("there are six hundred of us"), NOW).turn
    assert (turn.suits.leading, turn.suits.better) == ("copier-leasing", "copier-leasing")
    assert turn.fits["shift-planning"].standing == "negative"
    assert turn.status.verdict == "disqualified"  # for the product of the call


def test_the_reps_own_word_on_the_profile_counts_in_the_comparison(hold: Hold) -> None:
    turn = hold("there are forty of us", moves.Mark("profile", "negative"))
    assert turn.suits.better == "shift-planning"


def test_an_objection_that_was_talked_past_does_not_decide_how_the_call_is_closed(script: Script) -> None:
    history = History.start(script, NOW).take(moves.Object("not_interested"), NOW)
    assert history.turn.proposal.disposition == "set_aside"
    answered = history.take(moves.Hear("sure, go ahead"), NOW).take(moves.Hear("it jams every week"), NOW)
    assert answered.turn.proposal.disposition == "incomplete"
    again = answered.take(moves.Object("not_interested"), NOW)
    assert again.turn.proposal.disposition == "set_aside"
