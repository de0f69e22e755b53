"""The call on the screen: the cue at once, nothing typed ever lost, the end, another framework."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from tests.conftest import NOW
from tests.ui.call_fakes import SIZE, FakeStore, Make, last
from tests.ui.desk_fakes import settled

from cuebook.conversation import moves
from cuebook.dialogue.model import Dialogues

# ── before the store is there ────────────────────────────────────────────────────────────────────────────────────


async def test_the_first_cue_is_shown_before_the_store_is_there(make: Make) -> None:
    gate = threading.Event()
    call = make(store=FakeStore(gate=gate))
    async with call.app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert call.session.turn.cue is not None
        assert call.session.turn.cue.say[:30] in call.seen
        assert call.store.kept == []
        gate.set()
        await settled(pilot)
        assert [turn.n for turn in call.store.kept] == [0]


async def test_what_is_typed_before_the_store_is_there_waits_in_order(make: Make) -> None:
    gate = threading.Event()
    call = make(store=FakeStore(gate=gate))
    async with call.app.run_test(size=SIZE) as pilot:
        for text in ("first", "second"):
            call.line.input.put(text)
            await pilot.press("enter")
        await pilot.pause()
        assert call.conversation.lines == []
        assert call.conversation.waiting == ["first", "second"]
        assert "saving… first" in call.seen
        gate.set()
        await settled(pilot)
        assert [line.text for line in call.conversation.lines if line.kind == "heard"] == ["first", "second"]
        assert call.conversation.waiting == []
        assert [turn.n for turn in call.store.kept] == [0, 1, 2]


# ── a line heard ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_line_and_enter_is_what_the_prospect_said(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "we have 50 000 euros", "enter")
        assert last(call) == moves.Hear("we have 50 000 euros")
        assert call.typed == ""
        assert "money 50\N{NO-BREAK SPACE}000 EUR" in call.seen
        line = call.conversation.lines[-1]
        assert [line.text[start:end] for start, end in line.spans] == ["50 000 euros"]


async def test_what_the_rep_said_is_in_the_call_once_it_is_answered(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        assert call.session.turn.cue is not None
        opening = call.session.turn.cue.say
        assert call.conversation.lines == []
        await call.hear(pilot, "go ahead")
        assert [(line.who, line.text) for line in call.conversation.lines] == [
            ("you", opening),
            ("Anna", "go ahead"),
        ]


async def test_an_empty_line_is_no_move(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "space", "enter")
        assert last(call) is None


async def test_a_refused_move_says_why_and_gives_the_text_back(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "f9", "f9")
        await call.hear(pilot, "one more thing")
        assert isinstance(last(call), moves.DoNotCall)
        assert call.typed == "one more thing"
        assert "! " in call.seen


async def test_refused_text_does_not_overwrite_what_was_typed_meanwhile(make: Make) -> None:
    gate = threading.Event()
    call = make(store=FakeStore(gate=gate))
    async with call.app.run_test(size=SIZE) as pilot:
        call.screen.send(moves.DoNotCall())
        call.line.input.put("one more thing")
        await pilot.press("enter", "a", "n", "d")
        gate.set()
        await settled(pilot)
        assert call.typed == "one more thing and"


async def test_several_pasted_lines_become_one(make: Make) -> None:
    from textual.events import Paste

    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        call.line.input.post_message(Paste("we print\r\n  a lot\n\nevery day\x1b[2J"))
        await pilot.pause()
        assert call.typed == "we print a lot every day\N{REPLACEMENT CHARACTER}[2J"


async def test_a_megabyte_pasted_is_refused_and_the_line_stays(make: Make) -> None:
    from textual.events import Paste

    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        call.line.input.put("we ")
        call.line.input.post_message(Paste("x" * 1_048_576))
        await pilot.pause()
        assert call.typed == "we "
        assert "1,048,576 characters" in call.seen


# ── the end ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_ending_takes_the_proposal_and_shows_the_summary(make: Make) -> None:
    from cuebook.ui.summary_screen import SummaryScreen

    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        proposal = call.session.turn.proposal
        await call.press(pilot, "f10", "enter")
        move = last(call)
        assert isinstance(move, moves.End)
        assert move.disposition == proposal.disposition
        assert move.on is not None
        assert move.on.isoformat() == proposal.on
        assert isinstance(call.app.screen, SummaryScreen)
        assert "Anna Berg" in call.seen
        await call.press(pilot, "escape")
        assert call.app.return_code == 0


async def test_a_call_that_was_ended_by_do_not_call_has_a_summary_too(make: Make) -> None:
    from cuebook.ui.summary_screen import SummaryScreen

    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "f9", "f9")
        assert "F10 shows its summary" in call.seen
        await call.press(pilot, "f10")
        assert isinstance(call.app.screen, SummaryScreen)


# ── the clock ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_key_brings_the_time_up_to_date(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        call.screen._clock = lambda: NOW + timedelta(minutes=1, seconds=5)
        await pilot.press("a")
        assert "01:05" in call.seen


# ── another framework ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_switch_shows_the_other_framework_and_undo_brings_the_first_back(
    make: Make, dialogues: Dialogues, size: tuple[int, int]
) -> None:
    call, words = make(), dialogues.words["en"]
    async with call.app.run_test(size=size) as pilot:
        for line in ("sure", "the copier jams every week", "we are forty people"):
            await call.hear(pilot, line)
        before, seen = call.session.turn, call.seen
        await call.type(pilot, "/meddp", "enter")
        assert last(call) == moves.Switch("meddpicc")
        for criterion in call.session.turn.status.criteria:
            assert words.criteria[criterion].name in call.seen
        assert "MEDDPICC" in call.seen
        assert '"the copier jams' in call.seen.replace("\n", " ")
        assert call.session.turn.ledger == before.ledger
        assert "40 people" in call.seen
        await call.press(pilot, "f8")
        assert call.session.turn.status == before.status
        assert "BANT" in call.seen
        assert "BANT" in seen
