"""The keys of the call that open a list in the line, make a move, or choose a line to put right."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.screen import Screen

from cuebook.conversation.moves import Back, Depth, DoNotCall, Move, Next, Probe, Undo
from cuebook.conversation.record import Turn
from cuebook.dialogue.model import Objection, Words
from cuebook.ui import correcting, palette
from cuebook.ui.guessing import Guessing
from cuebook.ui.held import Held
from cuebook.ui.keys import Keys
from cuebook.ui.palette import Picker
from cuebook.ui.widgets.call_line import CallLine
from cuebook.ui.widgets.conversation import Conversation


class CallKeys(Screen[None]):
    """What is done by key while the call goes on; the screen that it is the base of shows what came of it.

    Everything here ends in `send` or in a list in the line: what a move means is decided elsewhere.
    """

    session: Held
    keys: Keys
    _turn: Turn
    _words: Words
    _objections: Mapping[str, Objection]
    _prospect: str | None
    _guessing: Guessing | None

    def send(self, move: Move, text: str = "") -> None:
        """Send a move to the session; `text` is given back to the line when the move is refused."""
        raise NotImplementedError

    @property
    def _line(self) -> CallLine:
        return self.query_one(CallLine)

    @property
    def _conversation(self) -> Conversation:
        return self.query_one(Conversation)

    async def on_key(self, event: events.Key) -> None:
        action = self.keys.action_for(event.key, *event.aliases)
        if action:
            event.stop()
            event.prevent_default()
            await self.run_action(self.keys[action].method)

    async def on_call_line_wanted(self, event: CallLine.Wanted) -> None:
        await self.run_action(self.keys[event.action].method)

    def on_call_line_slash_typed(self) -> None:
        self._line.everything(palette.everything(self._turn, self._words, self._objections, self.keys))

    def on_call_line_empty(self) -> None:
        self._enter()

    def _enter(self) -> None:
        """Take up the line that is chosen, to be changed."""
        if self._conversation.chosen is not None:
            self._amend()

    def on_call_line_left(self) -> None:
        self._conversation.choose_none()

    def on_conversation_chosen(self) -> None:
        self._amend()

    def _amend(self) -> None:
        conversation = self._conversation
        if conversation.chosen is not None:
            self._line.amend(conversation.lines[conversation.chosen])
            conversation.choose_none()

    def action_deny(self) -> None:
        line = self._chosen_line()
        self._put_right(correcting.denials(line, self._words) if line else None)

    def action_correct(self) -> None:
        line = self._chosen_line()
        self._put_right(correcting.corrections(line, self._words, self._objections) if line else None)

    def _chosen_line(self) -> Turn | None:
        """The line of the prospect that is chosen, or the last one, with what it counts for now."""
        conversation = self._conversation
        chosen = conversation.lines[conversation.chosen].line if conversation.chosen is not None else None
        conversation.choose_none()
        return self.session.heard(chosen)

    def _put_right(self, picker: Picker | None) -> None:
        if picker and picker.entries:
            self._line.offer(picker)
        else:
            self._line.cancel()
            self._line.tell(
                "Nothing was understood of that line.", f"{self.keys.shown('line_up')} chooses another."
            )

    def action_objection(self) -> None:
        guessed = self._guessing.of(self._turn) if self._guessing else ()
        self._line.pick(palette.objections(self._turn, self._words, self._objections, guessed))

    def action_mark(self) -> None:
        self._line.pick(palette.marks(self._turn, self._words))

    def action_go(self) -> None:
        self._line.pick(palette.stages(self._turn, self._words))

    def action_switch(self) -> None:
        self._line.pick(palette.frameworks(self._turn, self._words))

    def action_people(self) -> None:
        self._line.pick(palette.people(self._turn, self._prospect))

    def action_depth(self) -> None:
        self.send(Depth("cold" if self._turn.depth == "discovery" else "discovery"))

    def action_palette(self) -> None:
        self._line.pick(palette.everything(self._turn, self._words, self._objections, self.keys))

    def action_note(self) -> None:
        self._line.note()

    def action_probe(self) -> None:
        self.send(Probe())

    def action_next(self) -> None:
        self.send(Next())

    def action_back(self) -> None:
        self.send(Back())

    def action_undo(self) -> None:
        self.send(Undo())

    def action_do_not_call(self) -> None:
        doing = self._line.doing
        if doing.kind == "sure" and isinstance(doing.move, DoNotCall):
            self._line.cancel()
            self.send(DoNotCall())
        else:
            who = self.session.setup.lead.company or self.session.setup.lead.name or "this lead"
            key = self.keys.shown("do_not_call")
            self._line.be_sure(f"Never call {who} again? {key} or Enter: yes, for good. Esc: no.", DoNotCall())

    def action_line_up(self) -> None:
        self._step(-1)

    def action_line_down(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        if self._line.picking:
            self._line.choices.step(by)
            return
        if self._line.doing.kind in ("hear", "note", "choose"):
            self._line.choose(self._conversation.choose(by))

    def action_cancel(self) -> None:
        self._conversation.choose_none()
        self._line.cancel()

    def action_page_up(self) -> None:
        self._conversation.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        self._conversation.scroll_page_down(animate=False)
