"""What a rep does in a line: what is asked and about what, with what reason, and what presses or leads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook import paths
from cuebook.dialogue.loading import load
from cuebook.dialogue.trial import sold_of, trial
from cuebook.errors import UsageError
from cuebook.understanding.approach import approach
from cuebook.understanding.languages import taught


@pytest.mark.parametrize(
    ("line", "form", "about"),
    [
        ("How are you handling copying today?", "open", "need"),
        ("Are you unhappy with it?", "closed", "need"),
        ("What would you spend on something like this?", "open", "money"),
        ("How do things get paid for when nobody planned them?", "open", "money"),
        ("How do you decide on things like this?", "open", "authority"),
        ("Who signs for it?", "short", "authority"),
        ("When would you like to start?", "short", "timing"),
        ("What other suppliers do you look at?", "open", "competition"),
        ("What are you trying to reach this year?", "open", "goals"),
        ("How do you measure that?", "open", "metrics"),
        ("What steps lie between today and a yes?", "open", "decision_process"),
        ("How many employees do you have?", "short", "profile"),
        ("What gives you the biggest headaches with the fax?", "open", "need"),
        ("When the printer is down, what happens to your people?", "open", "need"),
        ("What keeps you up at night as far as payroll goes?", "open", "need"),
        ("Who else has to be on board for that?", "open", "authority"),
        ("How do you people normally go about buying a van?", "open", "authority"),
        ("What range would you feel comfortable with?", "open", "money"),
        ("How was the last one financed?", "open", "money"),
        ("What would slow it down?", "open", "timing"),
        ("What has to happen before you could start?", "open", "timing"),
        ("What made you stay and listen?", "open", "interest"),
        ("What does success look like to you?", "open", "goals"),
        ("What other companies have you talked to?", "open", "competition"),
        ("Who inside would be glad about it?", "open", "champion"),
        ("What is at stake if you don't make it?", "open", "consequences"),
        ("how satisfied are you with it", "open", "need"),
        ("Could you tell me whether you have a budget?", "closed", "money"),
        ("What does your bugdet look like?", "open", "money"),
        ("What would make it worth a closer look?", "open", "interest"),
    ],
)
def test_what_is_asked_and_about_what(line: str, form: str, about: str) -> None:
    read = approach(line)
    assert (read.form, read.about[:1]) == (form, (about,))


@pytest.mark.parametrize(
    ("line", "form", "about"),
    [
        ("I'd love to hear how your evenings run when two people call in ill.", "open", "need"),
        ("Walk me through what you do when the lid sticks.", "open", None),
        ("Help me get a picture of who sorts the post at your place.", "open", "authority"),
        ("Curious what drives you up the wall about it.", "open", "need"),
        ("Tell me roughly how many of you there are.", "short", "profile"),
        ("Any idea when you'd want it up and running?", "short", "timing"),
        ("How many desks you have?", "short", "profile"),
        ("How you manage it when the printer is broken?", "open", "need"),
        ("I was hoping to speak to whoever looks after that.", "short", "authority"),
        ("Is there anybody whose blessing you'd need?", "closed", "authority"),
        ("What sort of figure were you thinking of?", "open", "money"),
        ("Has anyone else quoted you for it?", "closed", "competition"),
        ("And the name of the landlord?", "short", None),
        ("With which company you have it now?", "short", "competition"),
        ("Where does the old one fall short?", "open", "need"),
        ("How have you gone about the filing till now?", "open", "need"),
        ("What did you shell out for the old van?", "open", "money"),
        ("Who's the right one to discuss the cellar with?", "short", "authority"),
        ("Where on your to-do list would you put it?", "short", "timing"),
        ("Which outfit does it for you now?", "short", "competition"),
        ("What happens when the driver's off work?", "open", "need"),
        ("ok so just to get a feel what is the worst thing about the lift", "open", "need"),
        ("When it comes to the post, where do you lose time?", "open", "need"),
        ("When you close the till, what trips you up?", "open", "need"),
        ("How do you find the new lift?", "open", "need"),
        ("so what bugs you most about the lift", "open", "need"),
        ("What would earn it a second look?", "open", "interest"),
        ("What would a brilliant year look like?", "open", "goals"),
    ],
)
def test_requests_hints_and_questions_out_of_order_ask_too(line: str, form: str, about: str | None) -> None:
    read = approach(line)
    assert read.form == form
    assert about is None or about in read.about


def test_a_name_says_nothing() -> None:
    assert approach("What about that, June?").about == ("timing",)
    assert approach("What about that, June?", called=("June",)).about == ()


def test_two_questions_in_one_breath_are_two() -> None:
    assert approach("What does the firm do and how many desks are there?").asks == 2
    assert approach("Tell me what you do and how it works.").asks == 1
    assert approach("And what does the firm do?").asks == 1
    assert approach("Every Monday? What do you do then?").asks == 1


def test_a_month_or_the_children_are_what_it_is_about_only_where_nothing_else_is() -> None:
    assert approach("What are you hoping for by Christmas?").about == ("goals",)
    assert approach("What about Christmas?").about == ("timing",)


def test_what_comes_after_before_and_because_is_less_of_what_is_asked() -> None:
    assert approach("Who has to agree before you could start?").about[0] == "authority"
    assert approach("What has to happen before you could start?").about[0] == "timing"


def test_the_last_question_counts_and_what_is_beside_it_is_kept_apart() -> None:
    read = approach("You told me about the budget. What makes that hard?")
    assert read.about == ("need",)
    assert "money" in read.beside
    assert (read.asks, read.told) == (1, 6)


def test_leading_up_to_a_question_is_not_asking_twice() -> None:
    assert approach("I'd like to know whether there'd be a way. How do you pay for things like that?").asks == 1
    assert approach("How do you pay for it? Who signs?").asks == 2


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("So that I don't waste your time: what would you spend?", "reason", "So that"),
        ("It depends on that, since prices differ. What would you spend?", "reason", "since"),
        ("That's fair. What would you change?", "acknowledges", "That's fair"),
        ("I'll gladly do that. What should be in it?", "acknowledges", "gladly"),
        ("No worries. What can you say?", "acknowledges", "No worries"),
        ("That may well be. What do you use?", "acknowledges", "That may well be"),
        ("My apologies, I was too quick.", "acknowledges", "My apologies"),
        ("What's the point of waiting?", "presses", "What's the point of"),
        ("You must decide today.", "presses", "You must decide"),
        ("Come on, it's a no-brainer.", "presses", "Come on"),
        ("You want to save money, right?", "leads", "right"),
        ("Don't you agree that it's slow?", "leads", "Don't you agree"),
        ("Shall we meet on Tuesday?", "next_step", "Shall we meet"),
        ("Hello, my name is Kim.", "courtesy", "Hello"),
        ("Course, I'd ask the same. Who signs?", "acknowledges", "Course"),
        ("How about the 9th?", "next_step", "How about the 9th"),
        ("Would Wednesday afternoon suit you?", "next_step", "Would Wednesday afternoon suit"),
        ("Sounds like that eats your mornings.", "mirrors", "Sounds like"),
        ("Let me play that back: you want it quieter.", "sums_up", "Let me play that back"),
        ("How's your morning been?", "small_talk", "How's your morning been"),
        ("Take care, Anna.", "farewell", "Take care"),
        ("Then I call you on Monday, is it good?", "next_step", "I call you on Monday"),
        ("How about I give you a ring in the spring?", "next_step", "How about I give you a ring"),
        ("Would Thursday at half past nine be easier?", "day", "Thursday at half past nine"),
        ("Would Friday be mad?", "next_step", "Would Friday be"),
        ("Look after yourself, Anna.", "farewell", "Look after yourself"),
    ],
)
def test_what_a_line_does_is_shown_by_its_words(line: str, kind: str, words: str) -> None:
    span = getattr(approach(line), kind)
    assert span is not None
    assert line[slice(*span)] == words


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("What range would feel right?", "leads"),
        ("Let me check that I heard you right. What would be a good next step?", "leads"),
        ("What happens if you don't agree?", "leads"),
        ("What stands between you and the way you'd like it to work?", "leads"),
        ("I won't try to talk you into it.", "next_step"),
        ("I'll end the call here.", "next_step"),
        ("Can we talk about the budget for a moment?", "next_step"),
        ("Is it alright if I ask?", "leads"),
        ("So you want it quieter, is that right?", "leads"),
        ("Lovely weather, isn't it?", "leads"),
        ("I rang you on Monday, what came of it?", "next_step"),
        ("How are you handling copying today?", "presses"),
    ],
)
def test_what_only_looks_like_it_does_not_count(line: str, kind: str) -> None:
    assert getattr(approach(line), kind) is None


def test_no_line_of_the_script_presses_or_leads_and_every_reply_acknowledges() -> None:
    words = load([paths.shipped()]).dialogues.words["en"]
    sold = [sold_of(product) for product in words.products.values()]
    replies = [
        " ".join(part for part in (answer.acknowledge, answer.explain, answer.ask) if part)
        for objection in words.objections.values()
        for answer in objection.answers
    ]
    questions = [
        text
        for topic in (*words.criteria.values(), *words.stages.values())
        for question in topic.questions.values()
        for text in (question.say, *question.probes)
    ]
    for template in (*replies, *questions):
        for said in trial(template, sold).said[:4]:
            read = approach(said)
            assert (read.presses, read.leads) == (None, None), said
            assert template in questions or read.acknowledges is not None, said


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_an_answer_whose_places_are_in_it(text: str) -> None:
    read = approach(text)
    for kind in ("reason", "acknowledges", "presses", "leads", "next_step", "courtesy"):
        span = getattr(read, kind)
        assert span is None or 0 <= span[0] < span[1] <= len(text)
    assert read.asks >= (read.form is not None)


def test_a_language_in_which_reps_are_not_read_is_told() -> None:
    assert "en" in taught()
    with pytest.raises(UsageError, match="'xx' cannot be read"):
        approach("Hei", "xx")


@pytest.mark.parametrize(
    ("line", "form", "about"),
    [
        ("Who hands the parcels out?", "short", "situation"),
        ("How long have you been doing it like that?", "short", "situation"),
        ("What are the drivers grumbling about?", "open", "need"),
        ("Where does it go pear-shaped?", "open", "need"),
        ("Have you put a number on that?", "closed", "impact"),
        ("Who gets the blame when it's late?", "short", "consequences"),
        ("What does the board think about it?", "open", "authority"),
        ("Is anybody going to be against it?", "closed", "authority"),
        ("What would convince you?", "open", "decision_criteria"),
        ("What are you weighing us up against?", "open", "decision_criteria"),
        ("What happens after you say yes?", "open", "decision_process"),
        ("Does your lawyer have to see it?", "closed", "paper_process"),
        ("Is there a fixed date for it?", "closed", "critical_event"),
        ("What made you pick them?", "open", "competition"),
        ("Where do we rank?", "short", "competition"),
        ("What do they charge you?", "open", "competition"),
        ("Have you put anything aside?", "closed", "money"),
        ("Is that a now thing or a someday thing?", "closed", "timing"),
        ("What would a win look like?", "open", "goals"),
        ("How do you keep score?", "open", "metrics"),
        ("What should happen next?", "open", "plans"),
        ("Do the kids still live at home?", "closed", "profile"),
        ("What makes you hesitate?", "open", "interest"),
        ("waht woud convince you", "open", "decision_criteria"),
        ("And if nothing changes?", "open", "consequences"),
    ],
)
def test_each_facet_is_asked_about_in_families_of_words(line: str, form: str, about: str) -> None:
    read = approach(line)
    assert (read.form, read.about[:1]) == (form, (about,))


@pytest.mark.parametrize(
    "line",
    [
        "Is now a good time?",
        "May I tell you why I ring, and then you decide?",
        "Hello, I hope I'm not disturbing you?",
        "How is the week treating you?",
        "May I have a word before we start?",
    ],
)
def test_sayings_are_about_nothing_whatever_words_are_in_them(line: str) -> None:
    assert approach(line).about == ()


def test_what_is_told_before_the_question_is_not_what_it_is_about() -> None:
    assert approach("I know that budgets are tight now, what would you change?").about == ("need",)
    assert approach("If money is tight, what would you do?").about == ("money",)
    assert approach("You mentioned the budget, how so?").about == ("money",)


def test_how_things_are_is_what_it_is_about_only_where_nothing_else_is() -> None:
    assert approach("How do they get the post?").about == ("situation",)
    assert approach("How do they get the money?").about[0] != "situation"


@pytest.mark.parametrize(
    "line", ["I like what you say.", "I'd love to show your people the lift.", "You want a lift, and we have it."]
)
def test_a_liking_and_a_wish_to_show_ask_nothing(line: str) -> None:
    assert approach(line).form is None


@pytest.mark.parametrize(
    ("line", "proposed"),
    [
        ("I could come by on the 4th.", True),
        ("Can I show you on tues at 3?", True),
        ("Are mornings better for you?", True),
        ("Shall we pick it up again on Friday?", True),
        ("Which day is the worst for the post?", False),
        ("What do you do for them on Thursdays?", False),
    ],
)
def test_a_day_of_theirs_is_no_next_step(line: str, proposed: bool) -> None:
    assert (approach(line).next_step is not None) == proposed


@pytest.mark.parametrize(
    ("line", "heeds"),
    [
        ("I hear what you're saying.", True),
        ("You have every reason to ask that.", True),
        ("You're snowed under.", True),
        ("I'm with you on that, totally with you.", True),
        ("I know you will love it.", False),
        ("We asked them to try it.", False),
    ],
)
def test_taking_an_objection_seriously_is_understood_in_families_of_words(line: str, heeds: bool) -> None:
    assert (approach(line).acknowledges is not None) == heeds


@pytest.mark.parametrize(
    ("line", "trait"),
    [
        ("How old are you?", "age"),
        ("What do you do for a living?", "work"),
        ("How many kids have you got?", "children"),
        ("How many people are there in the office?", "people"),
        ("How old are you, and have you any children?", None),
        ("Who decides about the children's savings?", None),
    ],
)
def test_one_trait_of_the_buyer_profile_is_asked_for(line: str, trait: str | None) -> None:
    assert approach(line).trait == trait


def test_what_ends_and_until_when_is_asked_about_a_contract_and_for_one_fact() -> None:
    assert approach("When does that end?").about[0] == "competition"
    assert approach("Until when?").form == "short"
    assert approach("Thanks, until then.").form is None
    assert approach("I only too well understand that you doubt it.").acknowledges is not None
    assert approach("I do not see that you need it.").acknowledges is None
