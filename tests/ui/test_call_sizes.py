"""The call at any size, with hostile text, and without colour."""

from __future__ import annotations

import pytest
from tests.ui.call_fakes import SIZE, Make
from textual.pilot import Pilot


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
