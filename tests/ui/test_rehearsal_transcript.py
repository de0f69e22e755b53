"""The lines of a rehearsal are what was said and replied, with every persona, however the call took it up."""

from __future__ import annotations

from tests.practice.rooms import rehearsals

from cuebook.conversation.moves import Mark
from cuebook.conversation.setup import Setup
from cuebook.practice.room import Say, Wish
from cuebook.ui.rehearsal_screen import RehearsalTranscript


def test_every_line_and_every_reply_stands_once_and_in_order() -> None:
    made = rehearsals()
    for seed, (name, _) in enumerate(made.people("en", "copier-leasing")):
        held = made.begin(Wish(setup=Setup(), persona=name, seed=seed))
        held.take(Mark("budget", "partial"))
        for _ in range(14):
            if not held.over:
                held.take(Say(held.cue or "What happens then?"))
        lines = RehearsalTranscript(held, "they").add_all(held.turns)
        exchanges = held.rehearsal.exchanges
        assert [line.text for line in lines if line.kind == "spoken"] == [each.line.text for each in exchanges]
        assert [line.text for line in lines if line.kind == "heard"] == [each.reply.text for each in exchanges]
        assert lines[0].kind == "mark"
        assert [turn.n for turn in held.turns] == list(range(len(held.turns)))
