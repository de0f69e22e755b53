"""The call on the screen: the cue at once, every action by key, nothing typed ever lost."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.conftest import NOW
from tests.ui.call_fakes import FULL, Call, FakeStore, on_call
from tests.ui.desk_fakes import settled
from textual.pilot import Pilot

from cuebook.conversation import moves
from cuebook.dialogue.model import Dialogues
from cuebook.errors import BlockedError, StoreError
from cuebook.settings import Settings
from cuebook.ui.help_screen import HelpScreen

SIZE = (120, 40)
Make = Callable[..., Call]


@pytest.fixture
def make(dialogues: Dialogues, tmp_path: Path) -> Make:
    def call(**given: object) -> Call:
        return on_call(dialogues, tmp_path, **given)  # type: ignore[arg-type]  # checked where it is called

    return call


def last(call: Call) -> moves.Move | None:
    return call.session.turn.move


# ── before the store is there ────────────────────────────────────────────────────────────────────────────────


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


# ── a line heard ─────────────────────────────────────────────────────────────────────────────────────────────


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


# ── every action by its key ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("key", "move"),
    [("f3", moves.Probe()), ("ctrl+p", moves.Probe()), ("f4", moves.Next()), ("ctrl+n", moves.Next())],
)
async def test_moves_by_key(make: Make, key: str, move: moves.Move) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, key)
        assert last(call) == move


async def test_back_and_undo_by_key(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "f4", "ctrl+b")
        assert last(call) == moves.Back()
        assert call.session.turn.stage == "opening"
        await call.press(pilot, "f8")
        assert last(call) == moves.Undo()
        assert call.session.turn.stage == "need"


async def test_mark_by_two_letters(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "f6", "b", "n")
        assert last(call) == moves.Mark("budget", "negative")
        assert "Budget ✗ no" in call.seen
        assert call.line.doing.kind == "hear"


async def test_a_letter_that_marks_nothing_says_so(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "f6", "q")
        assert "No 'q' here." in call.seen
        await call.press(pilot, "b", "c")
        assert last(call) == moves.Mark("budget", "confirmed")


async def test_the_one_on_the_phone_is_marked_by_two_letters(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "half a li", "alt+m", "a", "d")
        assert last(call) == moves.Person(part="decides")
        assert "Anna: decides, you" in call.seen
        assert call.typed == "half a li"
        await call.press(pilot, "alt+m", "a", "c")
        assert last(call) == moves.Person()
        assert "Anna: decides, you" not in call.seen


async def test_somebody_else_is_typed_and_marked_and_what_was_typed_comes_back(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "half a li", "alt+m", "0")
        await call.type(pilot, "Ola Moe, buyer", "enter", "s")
        assert last(call) == moves.Person("Ola Moe", "buyer", "saboteur")
        assert "Ola Moe, buyer: is against it, you" in call.seen
        assert call.typed == "half a li"
        await call.press(pilot, "alt+m", "0", "escape")
        assert call.typed == "half a li"
        await call.press(pilot, "alt+m", "0", "enter")  # nobody was named: left
        assert call.typed == "half a li"
        assert last(call) == moves.Person("Ola Moe", "buyer", "saboteur")


async def test_the_depth_is_changed_by_a_key_and_the_heading_shows_the_one_that_stands(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        assert "0 of 14 · discovery" in call.seen
        await call.press(pilot, "alt+l")
        assert last(call) == moves.Depth("cold")
        assert "0 of 3 · cold" in call.seen
        await call.press(pilot, "alt+l")
        assert "0 of 14 · discovery" in call.seen


async def test_80_by_24_has_room_for_the_people_and_every_criterion(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=(80, 24)) as pilot:
        for who in ("Kari Elisabeth Holm, head of finance", "Ola", "Per", "Ida", "Liv"):
            await call.press(pilot, "alt+m", "0")
            await call.type(pilot, who, "enter", "d" if who[0] == "K" else "s")
        assert "decides, you" in call.seen
        assert "Ola: is against it, you" in call.seen
        for criterion in ("Need", "Authority", "Budget", "Timeline"):
            assert criterion in call.seen


async def test_go_to_a_criterion_by_its_letter(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "f7", "t")
        assert last(call) == moves.Go("timeline")


async def test_a_note_is_kept_and_the_line_is_speech_again(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "sounds tired")
        await call.press(pilot, "f5", "enter")
        assert last(call) == moves.Note("sounds tired")
        await call.type(pilot, "yes", "enter")
        assert last(call) == moves.Hear("yes")


async def test_note_twice_is_speech_again(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "yes", "f5", "f5", "enter")
        assert last(call) == moves.Hear("yes")


async def test_do_not_call_asks_once(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "f9")
        assert last(call) is None
        assert "Never call Nordvik AS again?" in call.seen
        await call.press(pilot, "enter")
        assert last(call) == moves.DoNotCall()


async def test_typing_on_is_no_yes_to_do_not_call(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "we ")
        await call.press(pilot, "f9")
        await call.type(pilot, "print", "enter")
        assert last(call) == moves.Hear("we print")


async def test_escape_leaves_do_not_call_and_brings_the_line_back(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "half a li")
        await call.press(pilot, "f9", "escape")
        assert call.typed == "half a li"
        await call.press(pilot, "enter")
        assert last(call) == moves.Hear("half a li")


async def test_the_theme_changes_by_key(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        before = call.app.current_theme.dark
        await call.press(pilot, "f12")
        assert call.app.current_theme.dark is not before


async def test_help_shows_every_action_and_its_keys(make: Make) -> None:
    call = make(settings=Settings(keys={"next": "ctrl+g", "go": "f7"}))
    async with call.app.run_test(size=(100, 60)) as pilot:
        await call.press(pilot, "f1")
        assert isinstance(call.app.screen, HelpScreen)
        for action in call.app.keys.at("call").actions:
            assert f"[{action.id}]" in call.seen
        assert any("Ctrl+G" in row and "[next]" in row for row in call.seen.splitlines())
        await call.press(pilot, "escape")
        assert not isinstance(call.app.screen, HelpScreen)


async def test_keys_from_the_settings_replace_the_usual_ones(make: Make) -> None:
    call = make(settings=Settings(keys={"next": "f3", "probe": "f4"}))
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "f3")
        assert last(call) == moves.Next()
        await call.press(pilot, "f4")
        assert last(call) == moves.Probe()


# ── the palette ──────────────────────────────────────────────────────────────────────────────────────────────


async def test_an_objection_is_two_letters_and_enter(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "hm")
        question = call.session.turn.cue
        await call.press(pilot, "f2")
        await call.type(pilot, "why", "enter")
        assert last(call) == moves.Object("why_asking")
        assert call.typed == "hm"
        assert call.session.turn.explanation is not None
        assert "Why are you asking?" in call.seen
        assert question is not None
        assert question.say.split(".")[0] in call.seen


async def test_a_slash_opens_the_palette_and_enter_takes_the_first(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "/next", "enter")
        assert last(call) == moves.Next()
        assert call.typed == ""


@pytest.mark.parametrize(
    ("typed", "move"),
    [
        ("/mark bud conf", moves.Mark("budget", "confirmed")),
        ("/go to time", moves.Go("timeline")),
        ("/probe", moves.Probe()),
        ("/note sounds tired", moves.Note("sounds tired")),
        ("/why asking", moves.Object("why_asking")),
    ],
)
async def test_every_kind_of_move_is_in_the_palette(make: Make, typed: str, move: moves.Move) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, typed, "enter")
        assert last(call) == move


async def test_the_arrows_choose_in_the_palette(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "f2")
        second = call.line.choices.found[1].gives
        await call.press(pilot, "down", "enter")
        assert last(call) == second


async def test_escape_leaves_the_palette_and_a_slash_is_a_slash(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "/2 of them", "escape", "enter")
        assert last(call) == moves.Hear("/2 of them")


async def test_nothing_found_says_so_and_does_nothing(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.type(pilot, "/qqqqxx", "enter")
        assert last(call) is None
        assert "Nothing is called so." in call.seen


# ── amending ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_line_is_chosen_taken_up_and_amended(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        await call.hear(pilot, "we print little")
        await call.hear(pilot, "no idea")
        await call.press(pilot, "up", "up", "enter")
        assert call.typed == "we print little"
        await call.press(pilot, *["backspace"] * 6)
        await call.type(pilot, "a lot", "enter")
        assert last(call) == moves.Amend(2, "we print a lot")
        struck = [line.text for line in call.conversation.lines if line.turn == 2]
        assert struck[-1] == "we print little"
        assert "instead of line 2" in call.seen


async def test_an_amended_line_can_be_amended_again_and_undone(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        await call.hear(pilot, "we print little")
        await call.press(pilot, "up", "enter", "1", "enter")
        await call.press(pilot, "up", "enter", "2", "enter")
        assert last(call) == moves.Amend(2, "we print little12")
        await call.press(pilot, "f8", "f8")
        await call.press(pilot, "up", "enter")
        assert call.typed == "we print little"


async def test_typing_instead_of_taking_the_line_up_goes_on_as_before(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        await call.type(pilot, "we ")
        await call.press(pilot, "up")
        await call.type(pilot, "print", "enter")
        assert last(call) == moves.Hear("we print")
        assert call.conversation.chosen is None


async def test_a_clicked_line_is_taken_up(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        row = next(n for n, text in enumerate(call.seen.splitlines()) if text.split()[:2] == ["Anna", "yes"])
        await pilot.click(offset=(12, row))
        await settled(pilot)
        assert call.typed == "yes"
        assert call.line.doing.kind == "amend"
        await call.type(pilot, "!", "enter")
        assert last(call) == moves.Amend(1, "yes!")


async def test_a_line_too_long_to_be_changed_here_is_never_cut(make: Make) -> None:
    call = make()
    call.session.take(moves.Hear("x" * 5_000))
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "up", "enter")
        assert "That line has 5,000 characters" in call.seen
        assert call.typed == ""
        await call.type(pilot, "yes", "enter")
        assert last(call) == moves.Hear("yes")


async def test_leaving_from_the_help_shows_what_would_be_lost(make: Make) -> None:
    call = make(store=FakeStore(fails=FULL))
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        await call.press(pilot, "f1", "ctrl+q")
        assert "2 turns would be lost." in call.seen


# ── the store fails ──────────────────────────────────────────────────────────────────────────────────────────


async def test_what_is_not_saved_is_said_until_it_is(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        call.store.fails = FULL
        await call.hear(pilot, "we print a lot")
        assert "NOT SAVED: 1 turn in memory only. The disk is full. Make room. Ctrl+S" in call.seen
        await call.hear(pilot, "every day")
        assert "NOT SAVED: 2 turns" in call.seen
        call.store.fails = None
        await call.hear(pilot, "since May")
        assert "NOT SAVED" not in call.seen
        assert [turn.n for turn in call.store.kept] == [0, 1, 2, 3, 4]


async def test_the_call_goes_on_without_a_store_and_saving_can_be_tried_again(make: Make) -> None:
    call = make(store=FakeStore(cannot_open=StoreError("The store is not there.", "Start it.")))
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        assert "NOT SAVED: 2 turns in memory only. The store is not there." in call.seen
        call.store.cannot_open = None
        await call.press(pilot, "ctrl+y")
        assert "NOT SAVED" not in call.seen
        assert [turn.n for turn in call.store.kept] == [0, 1]


async def test_the_call_is_written_to_a_file_by_key(make: Make, tmp_path: Path) -> None:
    call = make(store=FakeStore(fails=FULL))
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "we *print* a lot")
        await call.press(pilot, "ctrl+s", "enter")
        written = sorted(tmp_path.glob("cuebook-*"))
        assert [path.suffix for path in written] == [".jsonl", ".md"]
        turns = [json.loads(line) for line in written[0].read_text("utf-8").splitlines()]
        assert [turn["turn"] for turn in turns] == [0, 1]
        assert r"we \*print\* a lot" in written[1].read_text("utf-8")
        assert "Written:" in call.seen


async def test_a_file_that_cannot_be_written_is_said_too(make: Make, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "ctrl+s")
        call.app.screen.query_one("#path").value = str(tmp_path / "taken" / "call.md")  # type: ignore[attr-defined]  # an Input
        await call.press(pilot, "enter")
        assert "cannot be written" in call.seen


async def test_leaving_with_unsaved_turns_asks_once(make: Make) -> None:
    call = make(store=FakeStore(fails=FULL))
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        await call.press(pilot, "ctrl+q")
        assert "2 turns would be lost." in call.seen
        await call.hear(pilot, "go on")
        assert call.app.is_running
        await call.press(pilot, "ctrl+q")
        assert call.app.return_code == 0


async def test_leaving_waits_until_what_was_typed_is_saved(make: Make) -> None:
    gate = threading.Event()
    call = make(store=FakeStore(gate=gate))
    async with call.app.run_test(size=SIZE) as pilot:
        call.line.input.put("yes")
        await pilot.press("enter", "ctrl+q")
        await pilot.pause()
        assert call.app.is_running
        gate.set()
        await call.app.workers.wait_for_complete()
        await pilot.pause()
        assert [turn.n for turn in call.store.kept] == [0, 1]
        assert call.app.return_code == 0


async def test_a_lead_that_asked_not_to_be_called_is_not_called(make: Make) -> None:
    call = make(store=FakeStore(blocks=BlockedError("Anna Berg asked not to be called.", "Call somebody else.")))
    async with call.app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "Anna Berg asked not to be called." in call.seen
        assert call.line.disabled
        await call.press(pilot, "f4")
        assert last(call) is None


# ── the end ──────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── sizes, hostile text, colour ──────────────────────────────────────────────────────────────────────────────


async def test_80_by_24_shows_the_cue_in_full_every_criterion_and_the_end_of_the_call(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=(80, 24)) as pilot:
        for text in ("yes", "we print a lot", "not sure"):
            await call.hear(pilot, text)
        shown = " ".join(call.seen.split())
        cue = call.session.turn.cue
        assert cue is not None
        left = " ".join(row.split("│")[0] for row in call.seen.splitlines())
        for part in (cue.say, cue.why, cue.listen_for, *cue.probes):
            assert part in " ".join(left.split())
        for name in ("Need", "Authority", "Budget", "Timeline"):
            assert name in shown
        assert "Anna not sure" in shown


async def test_any_size_holds(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=(160, 50)) as pilot:
        for text in ("yes", "we print a lot " * 30, "[/red] \N{FAMILY}"):
            await call.hear(pilot, text)
        await call.press(pilot, "f2")
        for width, height in ((20, 5), (1, 1), (40, 12), (160, 50)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert call.app.screen.size == (width, height)
            strips = call.app.screen._compositor.render_strips(call.app.size)
            assert [strip.cell_length for strip in strips] == [width] * height
        await call.press(pilot, "escape")
        assert "Anna" in call.seen


async def test_at_20_by_5_there_is_the_cue_and_the_line(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=(20, 5)) as pilot:
        await call.hear(pilot, "yes")
        rows = call.seen.splitlines()
        assert rows[0].strip() == "How are you"
        assert rows[-1].strip().startswith("›")


HOSTILE = (
    "see [/foo] and [red]x[/red] [@click=app.quit]y[/]",
    "日本語のテキスト 全角文字ばかり",
    "👨‍👩‍👧‍👦 ❤️ 🇳🇴 e\u0301",
    "שלום עולם سلام دنیا",
    "\x1b[2J\x07\x00 \u202eevil",
    "x" * 3000,
)


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (33, 9)])
async def test_hostile_text_is_shown_as_text(make: Make, size: tuple[int, int]) -> None:
    call = make()
    async with call.app.run_test(size=size) as pilot:
        for text in HOSTILE:
            await call.hear(pilot, text)
            await call.press(pilot, "f5")
            await call.hear(pilot, text)
        await call.press(pilot, "f2", "escape", "f6", "escape")
        strips = call.app.screen._compositor.render_strips(call.app.size)
        assert all(strip.cell_length == size[0] for strip in strips)
        shown = "".join(segment.text for strip in strips for segment in strip)
        unprintable = {char for char in shown if not char.isprintable()}
        assert unprintable <= {"\N{ZERO WIDTH JOINER}", "\N{NO-BREAK SPACE}"}


async def test_markup_in_what_was_said_is_shown_as_it_was_typed(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=(160, 50)) as pilot:
        await call.hear(pilot, HOSTILE[0])
        assert HOSTILE[0] in call.seen


async def test_without_colour_every_standing_has_its_sign_and_word(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        for letters in ("nc", "ap", "bn", "td"):
            await call.press(pilot, "f6", *letters)
        for expected in ("● Need", "◐ Authority", "✗ Budget", "– Timeline", "confirmed", "partly", "wouldn't say"):
            assert expected in call.seen
        assert call.app.no_color


async def test_a_key_does_not_lay_the_screen_out_again(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        await pilot.press("a")
        await pilot.pause()
        laid_out: list[object] = []
        monkeypatch.setattr(type(call.screen), "_refresh_layout", lambda *_args, **_named: laid_out.append(1))
        await _type(pilot, "we print a lot")
        assert call.typed == "awe print a lot"
        assert laid_out == []


async def _type(pilot: Pilot[None], text: str) -> None:
    for char in text:
        await pilot.press("space" if char == " " else char)
        await pilot.pause()


# ── the clock ────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_key_brings_the_time_up_to_date(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        call.screen._clock = lambda: NOW + timedelta(minutes=1, seconds=5)
        await pilot.press("a")
        assert "01:05" in call.seen


# ── another framework ────────────────────────────────────────────────────────────────────────────────────────


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
