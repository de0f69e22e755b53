"""A rehearsal goes on while somebody writes its dialogues."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.practice.rooms import room, say_what_is_shown

from cuebook.conversation.moves import Mark
from cuebook.dialogue.model import Dialogues
from cuebook.errors import UsageError


def reworded(dialogues: Dialogues) -> Dialogues:
    words = dialogues.words["en"]
    need = words.criteria["need"]
    other = {name: replace(each, say="How is it, really?") for name, each in need.questions.items()}
    criteria = {**words.criteria, "need": replace(need, questions=other)}
    return replace(dialogues, words={**dialogues.words, "en": replace(words, criteria=criteria)}, digest="other")


def test_the_words_change_and_what_was_said_stays(dialogues: Dialogues) -> None:
    held = say_what_is_shown(room("talkative"), 1)
    held.take(Mark("budget", "confirmed"))
    numbers = [turn.n for turn in held.turns]
    said = held.rehearsal.exchanges
    assert held.reread(reworded(dialogues)) == 0
    assert held.cue == "How is it, really?"
    assert held.rehearsal.exchanges == said
    assert [turn.n for turn in held.turns] == numbers
    assert held.turn.status.criteria["budget"].standing == "confirmed"
    say_what_is_shown(held, 1)
    assert held.turn.n > numbers[-1]


def test_the_same_dialogues_change_nothing(dialogues: Dialogues) -> None:
    held = say_what_is_shown(room(), 2)
    before = held.rehearsal
    assert held.reread(dialogues) is None
    assert held.rehearsal is before


def test_where_what_it_needs_is_gone_it_goes_on_as_it_was(dialogues: Dialogues) -> None:
    held = say_what_is_shown(room(), 2)
    before = held.rehearsal
    with pytest.raises(UsageError):
        held.reread(replace(dialogues, products={}, digest="none"))
    assert held.rehearsal is before


def test_a_whole_call_taken_anew_stands_as_it_stood(dialogues: Dialogues) -> None:
    held = say_what_is_shown(room("talkative"), 20)
    before = held.turn
    held.reread(replace(dialogues, digest="other"))
    assert held.turn == before
