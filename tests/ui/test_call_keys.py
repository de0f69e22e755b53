"""Every action of the call by its key, the palette, and a line that is chosen and put right."""

from __future__ import annotations

import pytest
from tests.ui.call_fakes import FULL, SIZE, FakeStore, Make, last
from tests.ui.desk_fakes import settled

from cuebook.conversation import moves
from cuebook.settings import Settings
from cuebook.ui.help_screen import HelpScreen

# ── every action by its key ──────────────────────────────────────────────────────────────────────────────────────


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


# ── the palette ──────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── amending ─────────────────────────────────────────────────────────────────────────────────────────────────────


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
