"""Words that speak for or against a facet, with the quote that proves it."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.signs import signs


def shown(text: str) -> set[tuple[str, bool]]:
    return {(sign.facet, sign.holds) for sign in signs(Line(text, "en", date(2026, 11, 21)))}


def quotes(text: str, facet: str) -> list[str]:
    return [text[s.span[0] : s.span[1]] for s in signs(Line(text, "en", date(2026, 11, 21))) if s.facet == facet]


def rows(block: str) -> list[str]:
    return [row.strip() for row in block.strip().splitlines()]


FOR = {
    "need": """
        The printer jams every week
        we waste hours on paper jams
        It breaks down all the time
        We have a lot of trouble with the scanner
        Everything is done by hand
        It costs us two days a month
        The old ones are slow and unreliable
        We lose customers because of it
        It keeps crashing
        People complain about the quality
        We need a better way to scan invoices
        it doesn't work properly
        We struggle with the invoices
        It takes far too long
        we're fed up with the support
        We still copy and paste everything into Excel
        The scanner is down most of the week
        The big one is always broken
        it was out of order on Friday
        Everyone waits for the one in the hall
        there is always a queue at the scanner
        The repairman takes two days to come
        We lose three hours a week on refills
        it's terribly slow
        Ink costs us a fortune
        The servicing is far too expensive
        our printers are too expensive to run
        it runs out of paper all the time
        Nobody can find the old invoices
        They are getting old
        we'd want something faster
        """,
    "money": """
        We have a budget for it
        The budget is approved
        We've set aside two hundred thousand
        There is money for that
        we can afford it
        We pay about 4000 a month today
        Money is not a problem
        it comes out of the marketing budget
        """,
    "authority": """
        I decide
        It's up to me
        That's my decision
        """,
    "timing": """
        We need it as soon as possible
        It's urgent
        It has to be in place before summer
        The deadline is in March
        We want to start next month
        this has to be solved by Christmas
        It is a top priority for us
        """,
    "interest": """
        Sounds interesting
        Tell me more
        How does that work?
        I'd like to see a demo
        we're interested in that
        Can you show me how it works?
        What does it cost?
        that could be useful for us
        """,
    "competition": """
        We use Canon today
        Our current supplier is Xerox
        We're leasing from Ricoh
        we're locked in with HP until 2028
        We have a contract with Konica
        We do it in-house
        We're looking at two other vendors
        """,
}

AGAINST = {
    "need": """
        No problems at all
        It never breaks
        It works fine
        We're happy with what we have
        We don't need that
        There's nothing wrong with it
        Nobody complains
        We have no issues with the printers
        It does its job
        we hardly print
        We don't copy much
        """,
    "money": """
        We have no budget for that
        We can't afford it
        There's no money left
        The budget is frozen
        Nothing has been set aside
        That's too expensive for us
        """,
    "authority": """
        That's not my decision
        I don't decide that
        It's above my pay grade
        """,
    "timing": """
        There's no hurry
        Not now
        It's not a priority
        It can wait
        We have other priorities
        Maybe next year
        This trouble is not important to us now
        """,
    "interest": """
        Not interested
        That doesn't interest us
        We have no interest in that
        """,
    "competition": """
        We don't have a supplier today
        The contract has ended
        we have no contract
        """,
}


@pytest.mark.parametrize(("text", "facet"), [(text, facet) for facet, b in FOR.items() for text in rows(b)])
def test_words_for_a_facet(text: str, facet: str) -> None:
    assert (facet, True) in shown(text)
    assert (facet, False) not in shown(text)


@pytest.mark.parametrize(("text", "facet"), [(text, facet) for facet, b in AGAINST.items() for text in rows(b)])
def test_words_against_a_facet(text: str, facet: str) -> None:
    assert (facet, False) in shown(text)
    assert (facet, True) not in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "The sun is shining",
        "We have forty people in two offices",
        "Good morning",
        "My name is Anna",
        "The office is on the second floor",
        "Do you have problems with jams?",
        "You have to stop losing money",
        "You said you struggle with it",
        "I'd want this talk to be short",
        "It cost us nothing",
        "I met him yesterday",
        "Who decides?",
        "",
    ],
)
def test_ordinary_talk_shows_nothing(text: str) -> None:
    assert shown(text) == set()


@pytest.mark.parametrize(
    ("text", "facet", "quote"),
    [
        ("Well, the printer jams every week, you know", "need", "jams every week"),
        ("it costs us about two days a month because of the jams", "need", "costs us about two days a month"),
        ("there's no budget for that right now", "money", "no budget for that right now"),
        ("Honestly it never breaks.", "need", "never breaks"),
        ("We are leasing from Ricoh until March", "competition", "leasing from Ricoh"),
        ("it\u2019s quite urgent", "timing", "it\u2019s quite urgent"),
    ],
)
def test_the_quote_is_short_and_says_it(text: str, facet: str, quote: str) -> None:
    assert quote in quotes(text, facet)


def test_a_denial_turns_the_sign() -> None:
    assert shown("problems with jams") == {("need", True)}
    assert shown("without problems with jams") == {("need", False)}
    assert ("need", True) in shown("not only problems with jams")


def test_nobody_else_who_decides_is_no_lack_of_another_supplier() -> None:
    assert ("competition", False) in shown("We looked around, there is nobody else")
    assert "competition" not in {facet for facet, _ in shown("I sign, nobody else")}


def test_a_denial_in_another_clause_turns_nothing() -> None:
    assert ("need", True) in shown("There is no doubt, and the jams are getting worse")


def test_a_line_can_show_several_facets() -> None:
    text = "The old one jams all the time, we have a budget, and it has to be in place before summer"
    assert {("need", True), ("money", True), ("timing", True)} <= shown(text)


def test_words_that_ask_for_no_more_calls_show_nothing() -> None:
    assert shown("remove us from your list") == set()
    assert shown("stop calling, we need no more calls") == set()


def test_what_is_no_more_than_a_wish_shows_no_need() -> None:
    assert ("need", True) not in shown("We'd want it running before the season")
    assert shown("I don't want to be locked into anything") & {("need", True), ("need", False)} == set()


def test_present_costs_are_a_need_and_no_lack_of_money() -> None:
    assert shown("The toner is too expensive") == {("need", True)}
    assert ("money", False) in shown("Your offer is too expensive")


def test_what_is_denied_of_a_good_word_speaks_for_the_need() -> None:
    assert ("need", True) in shown("We are not happy with our supplier")


CANNOT_SAY = """
    I don't know
    No idea, they don't tell us that
    That's above my pay grade
    You'd have to ask my boss that
    Nobody tells me
    That's a question for the board
    I'm just the receptionist
"""


@pytest.mark.parametrize("text", rows(CANNOT_SAY))
def test_who_cannot_answer_for_the_goals_speaks_against_them_only_where_they_were_asked(text: str) -> None:
    def goals(asked: str | None) -> list[bool]:
        found = signs(Line(text, "en", date(2026, 11, 21), asked))
        return [sign.holds for sign in found if sign.facet == "goals"]

    assert False in goals("goals")
    assert goals("need") == goals(None) == []


@pytest.mark.parametrize(
    "text",
    [
        "We don't know how to reach it yet, but we want ten clinics",
        "We want to grow by a fifth",
        "I couldn't say exactly, about a tenth more",
        "Maybe ten per cent more",
    ],
)
def test_who_hesitates_over_the_goals_can_answer_for_them(text: str) -> None:
    assert all(sign.facet != "goals" for sign in signs(Line(text, "en", date(2026, 11, 21), "goals")))
