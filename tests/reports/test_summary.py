"""The summary of a call says what came of it, why, and what is next, and shows words as they were said."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.factories import explained, ledger, person, setup, stands, status, turn

from cuebook.conversation.moves import Amend, DoNotCall, End, Hear, Move, Note, Object, Undo
from cuebook.conversation.record import Proposal, Turn
from cuebook.dialogue.context import Someone
from cuebook.dialogue.model import Dialogues, Words
from cuebook.qualification.deciding import Suits
from cuebook.qualification.fit import Fit, Reason
from cuebook.qualification.ledger import Contract
from cuebook.reports.rendering import as_markdown, as_text
from cuebook.reports.summary import Closing, Format, Summary, render, summarise
from cuebook.understanding.reading import Person

FORMS: tuple[Format, ...] = ("text", "markdown")


@pytest.fixture(scope="module")
def words(dialogues: Dialogues) -> Words:
    return dialogues.words["en"]


def a_call() -> list[Turn]:
    """A qualified call with something of everything."""
    won = status(
        {
            "need": stands("confirmed", "jams every week", 1),
            "authority": stands("confirmed", turn=6, by_rep=True),
            "budget": stands("confirmed", "about 50k", 4, contradicts="no money for that"),
        },
        verdict="qualified",
        decided_by="budget",
        because="about 50k",
    )
    known = ledger(
        [
            person("Per", "CFO", decides=True, quote="Per signs", turn=5),
            person(role="user", decides=False, quote="I only use it", turn=1, speaker=True),
        ],
        Contract("until June 2027", 2, date(2027, 6, 30)),
    )
    why = explained("why_asking")
    return [
        turn(0, stage="opening"),
        turn(1, Hear("jams every week")),
        turn(2, Object("why_asking"), explanation=why),
        turn(3, Hear("why do you ask?"), explanation=explained("why_asking", 2, heard=True)),
        turn(4, Hear("about 50k")),
        turn(5, Hear("Per signs")),
        turn(6, Hear("oops"), explanation=explained("send_info")),
        turn(7, Undo(), undone=(6,)),
        turn(8, Note("sounded tired")),
        turn(
            9,
            End("qualified", "Send the proposal.", date(2026, 11, 24)),
            stage="closed",
            question=None,
            stands_at=won,
            holds=known,
            asked=5,
        ),
    ]


@pytest.fixture
def summary(words: Words) -> Summary:
    return summarise(setup(), a_call(), words, "12")


def test_the_verdict_comes_with_the_criterion_and_the_words_that_decided_it(summary: Summary) -> None:
    assert (summary.verdict, summary.verdict_name) == ("qualified", "Qualified")
    assert (summary.decided_by, summary.decided_by_name, summary.because) == ("budget", "Budget", "about 50k")


def test_standings_have_their_quote_their_turn_and_what_contradicts_them(summary: Summary) -> None:
    found = {
        one.criterion: (one.says, one.quote, one.turn, one.contradicts, one.by_rep) for one in summary.standings
    }
    assert list(found) == ["need", "authority", "budget", "timeline"]
    assert found["budget"] == ("confirmed", "about 50k", 4, "no money for that", False)
    assert found["authority"] == ("confirmed", None, 6, None, True)
    assert found["timeline"] == ("unknown", None, None, None, False)
    assert (summary.confirmed, summary.of) == (3, 4)


def test_people_are_told_with_their_part_the_prospect_first_by_the_leads_name(summary: Summary) -> None:
    assert [(one.name, one.role, one.decides, one.prospect) for one in summary.people] == [
        ("Anna Berg", "user", False, True),
        ("Per", "CFO", True, False),
    ]


def test_referrals_are_told_with_the_words_that_named_them(words: Words) -> None:
    whom = Person("Liv Moe", None, None, (0, 7), company="Sund Print")
    told = [
        turn(0),
        turn(1, Hear("Liv Moe at Sund Print"), holds=ledger().refer([whom], "Liv Moe at Sund Print", 1)),
    ]
    summary = summarise(setup(), told, words, None)
    for form in FORMS:
        assert "Liv Moe, Sund Print: “Liv Moe at Sund Print”" in render(summary, form)
    assert json.loads(render(summary, "json"))["referrals"] == [
        {"name": "Liv Moe", "company": "Sund Print", "quote": "Liv Moe at Sund Print", "turn": 1}
    ]


def test_a_product_that_clearly_fits_better_is_told_with_its_reasons(words: Words) -> None:
    copier = Fit("copier-leasing", "confirmed", (Reason("employees", 600.0, True),))
    last = replace(
        turn(1), suits=Suits(leading=copier.product, better=copier.product), fits={copier.product: copier}
    )
    summary = summarise(setup(product="shift-planning"), [turn(0), last], words, None)
    assert summary.fits_better == "Copier leasing (600 people)"
    assert "Fits better: Copier leasing (600 people)" in render(summary, "text")
    assert "- Copier leasing (600 people)" in render(summary, "markdown")


def test_the_map_of_people_and_the_depth_that_stood_are_told(words: Words) -> None:
    held = ledger([person("Per", "CFO", decides=True, quote="Per signs", turn=1)])
    held = held.place(Person("Per", None, None, (0, 0)), "saboteur", 2)
    told = [turn(0), replace(turn(1, Hear("Per signs"), holds=held), depth="cold")]
    summary = summarise(setup(), told, words, None)
    assert (summary.depth, [(one.name, one.decides, one.part) for one in summary.people]) == (
        "cold", [("Per", True, "saboteur")],
    )  # fmt: skip
    assert "Per, CFO is against it: “Per signs”" in render(summary, "text")


def test_objections_are_counted_and_one_that_was_undone_is_not(summary: Summary) -> None:
    [met] = summary.objections
    assert (met.objection, met.times, met.turns, met.class_name) == ("why_asking", 2, (2, 3), "a question")


def test_an_objection_in_a_line_that_was_amended_was_not_met(words: Words) -> None:
    turns = [
        turn(0),
        turn(1, Hear("send me info"), explanation=explained("send_info")),
        turn(2, Amend(1, "I sent you info"), undone=(1,)),
    ]
    assert summarise(setup(), turns, words, None).objections == ()


def test_the_end_is_told_with_the_next_step_and_its_day(summary: Summary) -> None:
    assert summary.closing == Closing("qualified", "Qualified", "Send the proposal.", date(2026, 11, 24))
    assert (summary.ended, summary.proposed) == (a_call()[-1].at, None)
    assert (summary.seconds, summary.questions) == (90, 5)
    assert summary.contract is not None
    assert summary.contract.ends == date(2027, 6, 30)


def test_an_open_call_shows_what_could_be_next(words: Words) -> None:
    summary = summarise(setup(), [turn(0)], words, None)
    assert summary.closing is None
    assert summary.ended is None
    assert summary.proposed == Closing("incomplete", "Not finished", None, None)
    assert "Still open" in render(summary, "text")


def test_a_call_that_ended_in_do_not_call_proposes_nothing(words: Words) -> None:
    last = turn(1, DoNotCall(), stage="do_not_call", question=None, stands_at=status(verdict="do_not_call"))
    summary = summarise(setup(), [turn(0), last], words, "3")
    assert (summary.closing, summary.proposed, summary.ended) == (None, None, last.at)
    assert render(summary, "text").startswith("DO NOT CALL\n")


def test_of_two_ends_the_last_that_was_not_undone_holds(words: Words) -> None:
    turns = [
        turn(0),
        turn(1, End("lost"), stage="closed"),
        turn(2, Undo(), undone=(1,)),
        turn(3, End("nurture", "Ask again."), stage="closed"),
    ]
    closing = summarise(setup(), turns, words, None).closing
    assert closing is not None
    assert (closing.name, closing.next_step) == ("Keep in touch", "Ask again.")


def test_the_text_has_the_most_important_first_and_fits_a_screen(summary: Summary) -> None:
    text = render(summary, "text")
    assert text.splitlines()[:2] == [
        "QUALIFIED, by Budget: “about 50k”",
        "Closed as Qualified. Next: Send the proposal. On 2026-11-24 (calendar: cuebook calls ics 12).",
    ]
    assert len(text.splitlines()) <= 24
    for told in ("Anna Berg, Nordvik AS", "1 min 30 s", "5 questions", "but earlier: “no money for that”"):
        assert told in text
    for told in ("Per, CFO decides: “Per signs”", "until 2027-06-30", "sounded tired", "2 times", "call 12"):
        assert told in text
    assert "oops" not in text


def test_what_was_said_is_told_when_it_is_asked_for(summary: Summary) -> None:
    assert "  Per signs" not in render(summary, "text")
    told = render(summary, "text", transcript=True)
    assert (
        told.index("jams every week\n")
        < told.index("(objection: Why are you asking?)")
        < told.index("  Per signs")
    )
    assert "oops" not in told


def test_the_json_has_every_field_in_the_order_of_the_summary(summary: Summary) -> None:
    made = json.loads(render(summary, "json"))
    assert list(made) == list(Summary.__slots__)
    assert made["started"] == "2026-11-21T10:00:00+01:00"
    assert made["closing"]["on"] == "2026-11-24"
    assert made["standings"][2]["contradicts"] == "no money for that"
    assert [line["text"] for line in made["transcript"]][-1] == "Per signs"


def test_names_that_the_words_do_not_know_are_shown_readably(words: Words) -> None:
    call = [
        turn(0, stands_at=status({"paper_process": stands("partial", "legal looks", 1)}, framework="meddpicc"))
    ]
    summary = summarise(setup(product="ink-jets"), call, words, None)
    assert (summary.product_name, summary.standings[0].name) == ("ink jets", "Paper process")


# ── Nothing that was said formats or controls ────────────────────────────────────────────────────────────────

NASTY = [
    "# heading",
    "- item",
    "+ item",
    "1. one",
    "23) one",
    "---",
    "===",
    "> quote",
    "    code",
    "\tcode",
    "`code` ``` fence",
    "**bold** _it_ ~~gone~~",
    "a | b | c",
    "[link](http://x) ![image](http://y)",
    "<script>alert(1)</script> <!-- x",
    "&lt; &amp; &#35;",
    "two\nlines\n\n# three",
    "$x^2$",
    "back\\slash \\* \\",
    "{{ braces }} {% if %}",
    "\x1b[31mred\x07 \x9b2J \u202egnirts",
]


def said(text: str) -> list[Turn]:
    """A call in which everything that can be said is `text`."""
    proven = status(
        {"need": stands("confirmed", text, 1, contradicts=text)}, verdict="lost", decided_by="need", because=text
    )
    moves: list[Move] = [Hear(text), Note(text), End("lost", text)]
    turns = [turn(n, move, stage="closed") for n, move in enumerate(moves, 1)]
    known = ledger([person(text, text, decides=True, quote=text)], Contract(text, 1))
    last = turn(4, Note(text), stage="closed", stands_at=proven, holds=known)
    return [turn(0), *turns, last]


def of(text: str, words: Words) -> Summary:
    lead = Someone(name=text, company=text)
    return summarise(setup(lead=lead, rep=lead), said(text), words, "1")


def shape(markdown: str) -> list[str]:
    """What Markdown makes of it, without the words."""
    kinds: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        kinds.append(token.type)
        kinds += [child.type for child in token.children or () if child.type != "text"]
    return kinds


def shown(markdown: str) -> str:
    found: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        found += [child.content for child in token.children or ()]
    return "".join(found)


def as_said(text: str) -> str:
    return " ".join(as_text(text).split())


@pytest.mark.parametrize("text", NASTY)
def test_markdown_shows_what_was_said_and_takes_no_format_from_it(text: str, words: Words) -> None:
    made = render(of(text, words), "markdown", transcript=True)
    assert shape(made) == shape(render(of("plain", words), "markdown", transcript=True))
    assert shown(made).count(as_said(text)) >= 8


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab \n\t#*_`[]()<>|~-+=1.)!&;\\{}$\x1b")))
def test_markdown_shows_any_value_as_it_is(text: str) -> None:
    made = as_markdown(text)
    assert "".join(shown(made).split()) == "".join(as_text(text).split())
    assert set(shape(made)) <= {"paragraph_open", "inline", "paragraph_close"}


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("text", NASTY)
def test_nothing_that_was_said_reaches_the_terminal_as_a_control(text: str, form: Format, words: Words) -> None:
    made = render(of(text, words), form, transcript=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)
    assert len(made.splitlines()) == len(render(of("plain", words), form, transcript=True).splitlines())


def test_a_very_long_line_is_cut_in_the_text_and_whole_in_the_json(words: Words) -> None:
    long = "word " * 10_000
    summary = of(long, words)
    because = render(summary, "text").splitlines()[0]
    assert len(because) < 200
    assert because.endswith("…”")
    assert json.loads(render(summary, "json"))["because"] == long


def test_the_proposal_of_an_open_call_keeps_its_day(words: Words) -> None:
    import dataclasses

    last = dataclasses.replace(turn(1), proposal=Proposal("callback", "Call back.", "2027-03-01"))
    made: dict[str, Any] = json.loads(render(summarise(setup(), [turn(0), last], words, None), "json"))
    assert made["proposed"] == {
        "disposition": "callback",
        "name": "Call back",
        "next_step": "Call back.",
        "on": "2027-03-01",
    }
