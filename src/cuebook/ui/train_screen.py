"""The training page: an item, the answer, at once what it was worth and why, and then the next."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from cuebook.errors import CuebookError
from cuebook.ui.keys import Keys, bindings
from cuebook.ui.widgets.line_input import LONGEST, LineInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from cuebook.desk import Desk
    from cuebook.practice.items import Item
    from cuebook.practice.sitting import Answered, Sitting

Part = str | tuple[str, str]


class TrainScreen(Screen[None]):
    """Training of one drill, or of all. `begin` makes the sitting, and may take its time."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("train")
    DEFAULT_CSS = """
    TrainScreen > #train-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap;
        text-overflow: ellipsis; background: $panel; }
    TrainScreen > VerticalScroll { height: 1fr; padding: 1 1 0 1; }
    TrainScreen #train-item, TrainScreen #train-result { height: auto; max-width: 100; }
    TrainScreen #train-result { margin-top: 1; }
    TrainScreen > LineInput { margin: 0 1; width: 1fr; background: $boost; }
    """

    def __init__(self, desk: Desk, begin: Callable[[], Sitting]) -> None:
        super().__init__()
        self._keys = Keys.set_to(desk.settings.keys).at("train")
        self._begin = begin
        self._sitting: Sitting | None = None
        self._item: Item | None = None
        self._answered: Answered | None = None
        self._judging = False

    def compose(self) -> ComposeResult:
        yield Static("…", id="train-title", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static("", id="train-item", markup=False)
            yield Static("", id="train-result", markup=False)
        yield LineInput(id="train-line")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(LineInput).focus()
        self._start()

    @work(exclusive=True, group="train")
    async def _start(self) -> None:
        try:
            self._sitting = await asyncio.to_thread(self._begin)
        except CuebookError as error:
            self.query_one("#train-title", Static).update("")
            self.query_one("#train-item", Static).update(str(error))
            return
        self._next()

    # ── asking ───────────────────────────────────────────────────────────────────────────────────────────────

    def _next(self) -> None:
        if self._sitting is None:
            return
        self._answered = None
        self._item = self._sitting.next()
        self.query_one(LineInput).put("")
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """A letter is enough where there are choices."""
        left = self._answered.left if self._answered is not None else None
        if left == "compare":
            if event.value:
                self.query_one(LineInput).put("")
                self._compare(event.value)
        elif self._item is not None and (self._answered is None or left == "more"):
            if len(event.value) == 1 and self._item.choices and self._item.chosen(event.value) is not None:
                self._answer(event.value)
        elif self._answered is not None and event.value:
            self.query_one(LineInput).put("")  # what is typed after the answer belongs to no item

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if self._answered is not None and self._answered.left is None:
            self._next()
        elif self._answered is not None and self._answered.left == "compare":
            return
        elif self._item is None:
            if self._sitting is not None:
                self.action_leave()
        elif self._item.takes(event.value):
            self._answer(event.value)
        elif event.value.strip():
            self.notify(self._item.judge(event.value).reasons[0], severity="warning", markup=False)
            self.query_one(LineInput).put("")

    def on_line_input_too_long(self, event: LineInput.TooLong) -> None:
        event.stop()
        if self._sitting is not None:
            told = self._sitting.words.say("too_long", count=f"{event.length:,}", most=f"{LONGEST:,}")
            self.notify(told, severity="warning", markup=False)

    def _answer(self, text: str) -> None:
        if not self._judging:
            self._judging = True
            self._judge(text)

    @work(exclusive=True, group="train")
    async def _judge(self, text: str) -> None:
        sitting, item = self._sitting, self._item
        if sitting is not None and item is not None:
            self._answered = await asyncio.to_thread(sitting.answer, item, text)
        self._judging = False
        again = self._answered is not None and self._answered.left == "more"
        self.query_one(LineInput).put(text if again else "")
        self._show()
        self.query_one(VerticalScroll).scroll_end(animate=False)

    def _compare(self, typed: str) -> None:
        """Take what the rep says of their answer, who sees the model beside it."""
        from cuebook.practice.items import choice_of
        from cuebook.practice.showing import comparison

        if self._sitting is None or self._answered is None:
            return
        said = choice_of(typed, comparison(self._sitting.words))
        if said is not None:
            self._answered = self._sitting.settle(self._answered, holds=said.name == "yes")
            self._show()
            self.query_one(VerticalScroll).scroll_end(animate=False)

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────

    def _show(self) -> None:
        from cuebook.practice.showing import drill_name, heading

        sitting = self._sitting
        if sitting is None:
            return
        which = drill_name(sitting.drill, sitting.words) if sitting.drill else sitting.words.say("training")
        self.query_one("#train-title", Static).update(f"{which} · {heading(sitting)}")
        parts = list(self._asked(self._item) if self._item else self._done())
        self.query_one("#train-item", Static).update(Content.assemble(*parts))
        result = list(self._judged(self._answered)) if self._answered else []
        self.query_one("#train-result", Static).update(Content.assemble(*result))
        self.query_one("#train-result").display = bool(result)
        self.query_one(LineInput).placeholder = self._hint()
        if not result:
            self.query_one(VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    def _hint(self) -> str:
        if self._sitting is None:
            return ""
        say = self._sitting.words.say
        if self._item is None:
            return say("help_leave")
        if self._answered is not None and self._answered.left != "compare":
            return say("help_again" if self._answered.left == "more" else "help_on")
        return say("help_letter" if self._item.choices or self._answered else "help_words")

    def _asked(self, item: Item) -> Iterator[Part]:
        from cuebook.practice.items import LETTERS
        from cuebook.practice.showing import RIGHT, WRONG, drill_name

        assert self._sitting is not None  # noqa: S101  an item comes from a sitting
        yield (drill_name(item.drill, self._sitting.words).upper(), "bold $text-accent")
        yield f"\n{item.prompt}\n"
        chosen = item.chosen(self._answered.answer) if self._answered else None
        for letter, choice in zip(LETTERS, item.choices, strict=False):
            right = self._answered is not None and choice.label == item.model
            if right:
                yield (f"\n{RIGHT} {letter}  {choice.label}", "bold $text-success")
            elif choice is chosen:
                yield (f"\n{WRONG} {letter}  {choice.label}", "$text-error")
            else:
                yield f"\n  {letter}  {choice.label}"

    def _judged(self, answered: Answered) -> Iterator[Part]:
        from cuebook.practice.showing import asked_of, due_in_words, model_of, verdict_on

        assert self._sitting is not None  # noqa: S101  an answer was given to one
        words = self._sitting.words
        if not answered.item.choices and answered.answer and answered.left != "more":
            yield f"{words.say('you_said', line=' '.join(answered.answer.split()))}\n"
        style = "bold $text-success" if answered.judgement.right else "bold $text-error"
        yield (verdict_on(answered, words), "bold" if answered.left == "compare" else style)
        for reason in answered.judgement.reasons:
            yield f"\n  {reason}"
        model = model_of(answered, words)
        if model:
            yield (f"\n{model}", "bold")
        for line in asked_of(answered, words):
            yield f"\n{line}"
        when = due_in_words(answered, self._sitting.clock(), words)
        if when:
            yield (f"\n{when}", "dim")
        if self._sitting.trouble is not None:
            yield (f"\n{words.say('not_saved', trouble=str(self._sitting.trouble))}", "bold $text-error")

    def _done(self) -> Iterator[Part]:
        from cuebook.practice.showing import done, table

        assert self._sitting is not None  # noqa: S101  it is what is done
        said, tomorrow = done(self._sitting)
        yield (said, "bold")
        yield f"\n{tomorrow}"
        yield "\n\n"
        yield "\n".join(table(self._sitting.drills(), self._sitting.words))

    # ── keys ─────────────────────────────────────────────────────────────────────────────────────────────────

    def action_show(self) -> None:
        """Give up on this item: the right answer is shown, and it comes again."""
        if self._item is not None and (self._answered is None or self._answered.left == "more"):
            self._answer("")

    def action_later(self) -> None:
        """Leave the item for the end, or go on where it was answered."""
        if self._sitting is None or self._item is None or self._judging:
            return
        if self._answered is None or self._answered.left is not None:
            self._sitting.put_off(self._item)
        self._next()

    def action_drill(self) -> None:
        """Turn to the next drill; after the last one to all of them."""
        if self._sitting is None or self._judging:
            return
        names = [None, *self._sitting.drills()]
        at = names.index(self._sitting.drill) if self._sitting.drill in names else 0
        self._sitting.drill = names[(at + 1) % len(names)]
        self._next()

    def action_up(self) -> None:
        self.query_one(VerticalScroll).scroll_page_up(animate=False)

    def action_down(self) -> None:
        self.query_one(VerticalScroll).scroll_page_down(animate=False)

    def action_help(self) -> None:
        from cuebook.ui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self._keys, "train"))

    def action_leave(self) -> None:
        """To the page before, or out where there is none."""
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.app.exit()
