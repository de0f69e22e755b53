"""The call as it goes: any number of lines at the same cost, followed, scrolled, chosen, never misdrawn."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from cuebook.ui.transcript import Line
from cuebook.ui.widgets.conversation import AT_ONCE, Conversation


class Host(App[None]):
    CSS = "Conversation { height: 1fr; overflow-y: scroll; overflow-x: hidden; scrollbar-size: 1 1; }"

    def compose(self) -> ComposeResult:
        yield Conversation()

    @property
    def view(self) -> Conversation:
        return self.query_one(Conversation)

    @property
    def rows(self) -> list[str]:
        strips = self.screen._compositor.render_strips(self.size)
        return ["".join(segment.text for segment in strip)[: self.size.width - 1].rstrip() for strip in strips]


def heard(turn: int, text: str = "", **more: object) -> Line:
    return Line(turn, "heard", "Anna", text or f"line {turn}", line=turn, **more)  # type: ignore[arg-type]  # as given


async def filled(pilot: Pilot[None], number: int, text: str = "") -> Conversation:
    view = pilot.app.query_one(Conversation)
    view.show(heard(turn, text) for turn in range(1, number + 1))
    await pilot.pause()
    return view


async def test_a_new_line_is_wrapped_once_however_many_there_are() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        view = await filled(pilot, 5_000)
        before = view.wrapped
        view.show([heard(5_001)])
        await pilot.pause()
        assert view.wrapped == before + 1
        assert app.rows[-1] == " Anna     line 5001"


async def test_a_new_width_wraps_what_is_seen_and_no_more() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        view = await filled(pilot, 5_000, "we print a lot, and then some more of it every day " * 2)
        before = view.wrapped
        await pilot.resize_terminal(33, 10)
        await pilot.pause()
        assert 0 < view.wrapped - before <= 3 * AT_ONCE
        assert app.rows[-1].endswith("every day")


async def test_a_resumed_call_of_5000_lines_wraps_what_is_seen() -> None:
    class Resumed(Host):
        def on_mount(self) -> None:
            self.view.show(heard(turn) for turn in range(1, 5_001))

    app = Resumed()
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        assert app.view.wrapped <= 3 * AT_ONCE
        assert app.rows[-1] == " Anna     line 5000"


async def test_scrolling_up_wraps_further_lines_and_shows_them_all_in_order() -> None:
    app = Host()
    async with app.run_test(size=(40, 10)) as pilot:
        view = await filled(pilot, 1_000, "")
        await pilot.resize_terminal(38, 10)
        await pilot.pause()
        seen: set[str] = set(app.rows)
        for _ in range(200):
            view.scroll_page_up(animate=False)
            await pilot.pause()
            seen |= set(app.rows)
        assert {row.split("line ")[1] for row in seen if "line " in row} == {str(turn) for turn in range(1, 1_001)}
        assert app.rows[0].endswith("line 1")


async def test_the_end_is_followed_until_one_scrolls_up() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        view = await filled(pilot, 50)
        view.scroll_page_up(animate=False)
        await pilot.pause()
        rows = app.rows
        view.show([heard(51)])
        await pilot.pause()
        assert app.rows == rows
        view.scroll_end(animate=False)
        await pilot.pause()
        view.show([heard(52)])
        await pilot.pause()
        assert app.rows[-1] == " Anna     line 52"


async def test_the_end_stays_in_sight_when_the_view_gets_smaller_and_larger() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        await filled(pilot, 50)
        for size in ((60, 6), (44, 12), (20, 4), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.rows[-1].endswith("line 50")


async def test_rows_hang_under_the_text_and_labels_stand_at_the_end() -> None:
    app = Host()
    async with app.run_test(size=(41, 6)) as pilot:
        app.view.show([heard(1, "we waste hours on jams every single week", labels=("need", "timing Q2"))])
        await pilot.pause()
        assert app.rows[:3] == [
            " Anna     we waste hours on jams every",
            "          single week  need · timing Q2",
            "",
        ]


async def test_labels_without_room_get_a_row_of_their_own() -> None:
    app = Host()
    async with app.run_test(size=(41, 6)) as pilot:
        app.view.show([heard(1, "we waste hours on jams", labels=("need", "money 50 000 EUR"))])
        await pilot.pause()
        assert app.rows[:2] == [" Anna     we waste hours on jams", "          need · money 50 000 EUR"]


async def test_what_was_understood_is_underlined_across_rows() -> None:
    app = Host()
    async with app.run_test(size=(21, 6)) as pilot:
        app.view.show([heard(1, "we waste so many hours on it", spans=((3, 22),))])
        await pilot.pause()
        strips = app.screen._compositor.render_strips(app.size)[:2]
        marked = [
            segment.text for strip in strips for segment in strip if segment.style and segment.style.underline
        ]
        assert marked == ["waste so many", "hours"]


async def test_lines_taken_back_are_struck_and_signed() -> None:
    app = Host()
    async with app.run_test(size=(60, 6)) as pilot:
        app.view.show([heard(1), heard(2)])
        app.view.show([], {1})
        await pilot.pause()
        assert app.rows[:2] == ["×Anna     line 1", " Anna     line 2"]  # noqa: RUF001 - the sign itself
        strips = app.screen._compositor.render_strips(app.size)
        struck = [segment.text for segment in strips[0] if segment.style and segment.style.strike]
        assert "line 1" in struck


async def test_only_lines_that_hold_and_can_be_amended_are_chosen() -> None:
    app = Host()
    async with app.run_test(size=(60, 6)) as pilot:
        app.view.show([heard(1), heard(2), Line(3, "said", "you", "question"), heard(4)], {2})
        await pilot.pause()
        chosen = [line.turn if (line := app.view.choose(-1)) else None for _ in range(3)]
        assert chosen == [4, 1, 1]
        assert app.rows[0].startswith("▸Anna")
        assert app.view.choose(1) is not None
        assert app.view.choose(1) is None
        assert app.view.chosen is None


async def test_a_chosen_line_is_brought_into_sight() -> None:
    app = Host()
    async with app.run_test(size=(60, 6)) as pilot:
        view = await filled(pilot, 400)
        for _ in range(300):
            view.choose(-1)
        await pilot.pause()
        assert any(row.startswith("▸") and row.endswith("line 101") for row in app.rows)


async def test_a_line_of_a_million_characters_is_drawn_in_part() -> None:
    app = Host()
    async with app.run_test(size=(60, 6)) as pilot:
        app.view.show([heard(1, "x" * 1_000_000)])
        await pilot.pause()
        assert app.view.virtual_size.height < 200


async def test_what_waits_is_shown_below_the_last_line() -> None:
    app = Host()
    async with app.run_test(size=(60, 6)) as pilot:
        await filled(pilot, 20)
        app.view.wait_for(["not yet"])
        await pilot.pause()
        assert app.rows[-1] == "          saving… not yet"
        app.view.wait_for([])
        await pilot.pause()
        assert app.rows[-1].endswith("line 20")
