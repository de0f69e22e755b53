"""The choice of one of a few on a line."""

from __future__ import annotations

from textual.app import App, ComposeResult

from cuebook.ui.pick import Pick


class Host(App[None]):
    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__()
        self.changes: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield Pick()

    def on_pick_changed(self, message: Pick.Changed) -> None:
        self.changes.append(message.control.value)


CHOICES = (("bant", "BANT"), ("champ", "CHAMP"), ("chef", "[/b] chef"), ("faint", "FAINT"))


async def test_the_wish_is_chosen_and_else_the_first() -> None:
    app = Host()
    async with app.run_test():
        pick = app.query_one(Pick)
        assert (pick.value, pick.render().plain) == (None, "  –")
        pick.offer(CHOICES, "champ")
        assert pick.value == "champ"
        pick.offer(CHOICES, "meddic")
        assert pick.value == "bant"


async def test_arrows_go_round_and_letters_jump() -> None:
    app = Host()
    async with app.run_test() as pilot:
        pick = app.query_one(Pick)
        pick.offer(CHOICES, "bant")
        pick.focus()
        steps = (("left", "faint"), ("right", "bant"), ("space", "champ"), ("f", "faint"), ("x", "faint"))
        for key, expected in steps:
            await pilot.press(key)
            assert pick.value == expected
        assert app.changes[-5:] == ["bant", "faint", "bant", "champ", "faint"]


async def test_the_brackets_show_where_the_focus_is_and_that_there_is_a_choice() -> None:
    app = Host()
    async with app.run_test() as pilot:
        pick = app.query_one(Pick)
        pick.offer(CHOICES, "chef")
        assert pick.render().plain == "  [/b] chef"
        pick.focus()
        await pilot.pause()
        assert pick.render().plain == "‹ [/b] chef ›"
        pick.offer(CHOICES[:1], None)
        assert pick.render().plain == "  BANT"


async def test_with_nothing_to_choose_from_keys_do_nothing() -> None:
    app = Host()
    async with app.run_test() as pilot:
        pick = app.query_one(Pick)
        pick.focus()
        await pilot.press("right", "b")
        assert pick.value is None
