"""What people say to be rid of a rep, and which objection it is; and the ordinary talk that is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook.understanding.line import Line
from cuebook.understanding.objections import objections
from cuebook.understanding.reading import Heard

SAID = {
    "why_asking": """
        Why do you need to know that?
        why are you asking me this
        What's it to you?
        And what does my headcount have to do with anything?
        I don't see why you need our revenue
        What are you going to do with this information?
        Sorry, what is this about?
        whats the point of these questions
        Why is that relevant?
        You want to know that because?
        I don't see the relevance of that
        why so curious
        """,
    "sales_call": """
        Is this a sales call?
        Are you trying to sell me something?
        hang on, are you selling something?
        So this is a cold call.
        you're a salesman, aren't you
        So you're after a sale
        """,
    "how_got_number": """
        How did you get my number?
        Who gave you my name?
        where did you find our contact details
        How come you have my mobile number?
        Where'd you get this number from?
        I never gave anyone this number
        How did my name end up on your list?
        This is a private number, how did you find it?
        """,
    "who_are_you": """
        Who is this?
        Who am I speaking with?
        sorry, which company are you from?
        I didn't catch your name
        Who did you say you were?
        Where are you calling from again?
        Sorry, you're calling from where?
        """,
    "is_recorded": """
        Is this call being recorded?
        Are you recording this?
        I don't want to be recorded
        Does this get recorded?
        You're not taping this, are you?
        anyone else listening on this line
        """,
    "is_robot": """
        Are you a robot?
        Am I talking to a machine?
        is this a real person
        you sound like a recording
        sounds like a recording to me
        Are you reading that off a script?
        could I speak to a real human please
        """,
    "too_many": """
        How many more questions do you have?
        Is this an interrogation?
        so many questions
        Are we nearly done?
        This feels like an interrogation.
        That's a lot of questions for a first call
        when are we finished
        You want to know quite a lot
        """,
    "confidential": """
        I can't tell you that.
        That's confidential
        I'm not allowed to share those figures
        We don't give out that kind of information over the phone
        none of your business
        I'd rather not discuss our numbers
        I'm not at liberty to say
        Those figures stay in house
        why should I tell a stranger what we pay
        """,
    "already_told": """
        I already told your colleague all this
        I've answered that already
        We went through this last week with someone from your office
        like I said before
        You already asked me that
        I gave all of that to your coworker
        Check your notes
        didn't I just say that
        """,
    "no_time": """
        I'm really busy right now
        I don't have time for this.
        I've got a meeting in five minutes
        You've caught me at a bad time
        i'm driving
        Sorry, I'm just walking into a meeting
        make it quick
        no time
        I'm in the middle of something
        How long will this take?
        I'm swamped today
        I'm about to hop on another call
        You're interrupting our dinner
        just rushing out the door
        """,
    "not_interested": """
        Not interested.
        We're not really interested, thanks
        im not intrested
        no thanks
        I'm all set, thank you
        It's not for us
        We're good, thanks.
        Thanks, but I'll pass.
        That's not something we're looking for
        We wouldn't be interested in anything like that
        not fussed, thanks
        we'll give that a miss
        """,
    "gatekeeper": """
        What is it regarding?
        May I ask what this is concerning?
        Does she know what this is about?
        Mr Hansen isn't taking calls today
        Can I take a message?
        I can't put you through
        Is he expecting your call?
        What's the nature of your call?
        Is Mr Brown expecting to hear from you?
        """,
    "send_email": """
        Just send me an email
        Can you send me some information?
        Send it over and I'll have a look.
        do you have a brochure?
        Put it in writing, please
        Could you email me the details?
        stick it in an email
        Have you got a link?
        """,
    "call_later": """
        Call me next week
        can you call back tomorrow
        Try me again after Easter
        Could you ring back in the afternoon?
        Let's talk again next month
        Give me a call in a couple of weeks.
        Get in touch once we've reopened
        Could we do this another day?
        """,
    "think_about_it": """
        I need to think about it
        Let me sleep on it
        we'll think it over
        I want to think it through first
        I'd like some time to consider
        I'm not ready to make a decision
        I'll have to look over the numbers first
        I'd need to get my head around it
        We'd rather not rush into anything
        """,
    "asks_price": """
        What does it cost?
        How much is it?
        How much would something like that cost?
        What's your price?
        Can you give me a ballpark figure?
        what are we talking about price-wise
        what's that going to run me a month
        what do other people pay for it
        """,
    "no_budget": """
        We have no budget for this.
        there's no money for that this year
        We can't afford it
        The budget's already been spent
        Our budget is frozen
        we dont have the buget right now
        Money is tight at the moment.
        We're cutting costs everywhere
        Nothing has been set aside for it
        the kitty is empty
        Everything for this year is already allocated
        They slashed our budget
        """,
    "too_expensive": """
        That's too expensive
        It's way out of our price range
        that's a lot of money
        We can get it cheaper elsewhere
        Your prices are too high
        too pricey for us
        you guys are expensive
        it is out of our range
        I'm not going to pay that much
        ouch, steep
        your rivals charge half of that
        you're a lot dearer
        way over what I had in mind
        """,
    "have_vendor": """
        We already have a supplier
        We already work with someone
        We're happy with our current provider
        We use Canon and it works fine
        I've got somebody who does that for us
        We're already covered
        we already use something like that
        We have a good relationship with our vendor already
        Another company handles it
        Ricoh look after ours
        A man comes in every month for that
        """,
    "running_contract": """
        We're locked into a contract until 2028
        Our lease runs for another two years
        We just signed a three year agreement
        we're tied in with Xerox till March
        We're still under contract
        We just renewed in April
        We'd have to pay an exit fee to leave
        our agreement doesn't run out until May
        """,
    "in_house": """
        We do that in-house
        We handle all of it ourselves
        We built our own system
        Our own people take care of that internally
        My nephew wrote us a program for it
        we've got two people who do that
        """,
    "not_decision_maker": """
        I'm not the one who decides
        That's not my decision
        I don't make decisions like that
        I'm not the right person to talk to about that
        It's above my pay grade
        I don't have the authority to sign anything
        My boss makes those decisions
        That's the owner's call
        It's out of my hands
        my dad runs the show
        """,
    "consult": """
        I have to talk to my partner first
        I'd need to run it by my boss
        Let me check with the team
        I'll need to discuss it with the board
        My partner and the others have to agree first
        We'd discuss it internally first
        I'd need to get my colleague's opinion
        I can't agree to anything without my co-founder
        """,
    "no_need": """
        We don't need that
        We have no need for it
        I don't see the need
        We've no problems with our printers
        There's no need for anything like that here
        we hardly ever print anything
        We don't really have that problem
        It's all paperless here
        there's no call for that in our place
        """,
    "not_now": """
        It's not a priority right now
        Now is not the right time
        Maybe next year
        Not this quarter
        We have other priorities
        We're in no hurry
        We're in the middle of a reorganisation
        Let's wait until things calm down
        That is just not important to us now
        now is not the time for new projects
        We've got bigger things on our plate
        that one is on ice
        """,
    "bad_history": """
        We tried that before and it didn't work
        We had a bad experience with a company like yours
        We got burned last time
        Your service let us down last year
        did that two years ago, complete waste
        we switched once and regretted it
        Got burnt with one of those
        """,
    "ask_purchasing": """
        You'd have to ask purchasing
        You should contact our procurement department
        That goes through purchasing
        Please talk to our head office
        That's one for procurement
        All of it is bought centrally
        it has to go out to tender
        """,
    "wrong_person": """
        You've got the wrong number
        You have the wrong person
        I don't work there any more
        There's nobody by that name here
        That's not my department
        He has left the company
        You want somebody in facilities
        Mr Brown retired two years ago
        that's handled by my colleague
        """,
    "trust": """
        I've never heard of you
        How do I know this isn't a scam?
        Why should I trust you?
        sounds too good to be true
        So where is the catch?
        Do you have any references?
        They all say that
        who else have you worked with
        I've seen terrible reviews of you
        anyone could say that
        """,
    "do_not_call": """
        Take me off your list
        Don't call me again
        Stop calling us!
        please remove my number from your database
        Never contact me again
        We don't accept cold calls
        I want you to delete my data
        I want my details deleted
        How many times have I told you not to ring?
        """,
    "hostile": """
        Go to hell
        piss off
        You people are scammers
        How dare you call me at home
        What kind of loser does this
        get a real job
        """,
}

ORDINARY = """
    We print about forty thousand pages a month
    The copiers are in the hall on the second floor
    My son plays football on Saturdays
    We moved here in 2019 and bought two machines
    It rained all day yesterday
    I called my mother yesterday
    She was not interested in school when she was young
    My daughter is busy with her exams
    They don't have any money, poor people
    I think about my garden a lot
    It costs us about two days a month
    We waste hours on paper jams
    Anna runs the office and I do the accounts
    The price of coffee went up again
    I sent you the figures on Monday
    We lease four machines and own two
    Good morning, this is Anna
    Yes, that's right
    Okay
    About fifty people work here
    Hello, how are you?
    In the summer we are closed for three weeks
    It jams when the paper is damp
    Cartridges cost a fortune
    The maintenance has become too expensive
    We pay far too much on repairs today
    We would want the new ones before the summer
    You could look at the one in the hall
    I have three colleagues who use it every day
    The last one broke down on a Friday
    We had the whole team in the meeting room
    Nobody is satisfied with the current supplier
    How long does it take to install?
    Send me the contract and I'll sign it
    My email is jo@example.com
    We have plenty of money for it this year
    I'm not under any contract
    My brother and I own the company
    We review it every spring
    She left a note at reception
    I run procurement here
    """


def rows(block: str) -> list[str]:
    return [row.strip() for row in block.strip().splitlines()]


def heard(text: str) -> tuple[Heard, ...]:
    return objections(Line(text, "en", date(2026, 11, 21)))


@pytest.mark.parametrize(
    ("text", "objection"), [(text, objection) for objection, block in SAID.items() for text in rows(block)]
)
def test_an_objection_is_heard_as_the_one_it_is(text: str, objection: str) -> None:
    assert objection in [one.id for one in heard(text)[:2]]


def test_the_most_likely_objection_comes_first_nearly_always() -> None:
    said = [(text, objection) for objection, block in SAID.items() for text in rows(block)]
    first = [text for text, objection in said if heard(text)[0].id == objection]
    assert len(first) > 0.9 * len(said)


@pytest.mark.parametrize("text", rows(ORDINARY))
def test_ordinary_talk_is_no_objection(text: str) -> None:
    assert heard(text) == ()


@pytest.mark.parametrize(
    ("plain", "typed"),
    [
        ("I don't have the budget", "i dont have the buget"),
        ("Not interested", "NOT INTERESTED!!!"),
        ("It's too expensive", "its too expensve"),
        ("We can't afford it", "we cant aford it"),
        ("Don't call me again", "dont call me agian"),
        ("I'm busy", "im busy"),
        ("We have no budget", "we have, uh, no budget"),
        ("Send me an email", "Send me an e-mail"),
        ("I'm not the decision maker", "I\u2019m not the decision maker"),
    ],
)
def test_fast_typing_is_heard_like_careful_typing(plain: str, typed: str) -> None:
    assert heard(typed)[0].id == heard(plain)[0].id


def test_two_objections_in_a_line_are_both_heard() -> None:
    both = {one.id for one in heard("We have no budget, and I'm not the one who decides anyway.")}
    assert {"no_budget", "not_decision_maker"} <= both


def test_who_and_how_at_once_gives_both_questions() -> None:
    both = {one.id for one in heard("Who are you and where did you get my number?")}
    assert {"who_are_you", "how_got_number"} <= both


def test_an_objection_shows_the_words_that_it_was_heard_in() -> None:
    text = "Look, honestly, we have no budget for this."
    begin, end = heard(text)[0].span
    assert "no budget" in text[begin:end]


def test_what_holds_of_somebody_else_is_no_objection_of_the_speaker() -> None:
    assert heard("I'm not interested")[0].id == "not_interested"
    assert heard("he was not interested") == ()


def test_a_narrow_objection_brings_the_wide_one_that_it_belongs_to() -> None:
    assert [one.id for one in heard("We take care of that internally")] == ["in_house", "have_vendor"]
    assert "not_decision_maker" in [one.id for one in heard("I have to ask my boss")]


def heard_when_asked(text: str) -> list[str]:
    return [one.id for one in objections(Line(text, "en", date(2026, 11, 21), "timing"))]


@pytest.mark.parametrize(
    "text", ["not until next year", "perhaps in three years", "after the summer", "end of Q4 next year"]
)
def test_a_time_however_far_off_is_an_answer_to_when(text: str) -> None:
    assert heard_when_asked(text) == []


def test_who_asks_for_another_call_is_heard_even_where_a_time_was_asked_for() -> None:
    assert heard_when_asked("Call me again in March")[:1] == ["call_later"]
    assert heard_when_asked("It's not a priority right now")[:1] == ["not_now"]


def test_a_call_at_another_time_is_no_delay_of_the_matter() -> None:
    assert "not_now" not in [one.id for one in heard("Ring me on Thursday")]


@pytest.mark.parametrize("text", ["My wife and I decide that", "me and my partner sign off on it together"])
def test_who_decides_with_others_does_not_push_the_decision_away(text: str) -> None:
    assert heard(text) == ()


@pytest.mark.parametrize(
    "text", ["The board approves it in March", "our CFO signs", "that is decided by the owners"]
)
def test_to_say_who_decides_is_no_objection(text: str) -> None:
    assert heard(text) == ()


@settings(deadline=None)
@given(st.lists(st.sampled_from([word for block in SAID.values() for word in block.split()]), max_size=30))
def test_scores_fall_from_first_to_last_and_stay_between_half_and_one(pieces: list[str]) -> None:
    scores = [one.score for one in heard(" ".join(pieces))]
    assert scores == sorted(scores, reverse=True)
    assert all(0.5 <= score <= 1 for score in scores)


def test_who_asks_for_a_call_at_another_time_asks_for_a_call() -> None:
    raised = objections(Line("not now, call me in March", "en", date(2026, 11, 21)))
    assert raised[0].id == "call_later"
    assert "do_not_call" not in [heard.id for heard in raised]
