"""The line that is typed in, and what Enter means now: something said, a note, an amendment, a choice, a yes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cuebook.conversation.moves import Amend, Hear, Move, Note
from cuebook.errors import MoveError
from cuebook.harmless import harmless
from cuebook.ui.palette import Ask, Entry, Picker, Run
from cuebook.ui.transcript import Line
from cuebook.ui.widgets.choices import Choices
from cuebook.ui.widgets.line_input import LONGEST, LineInput

Kind = Literal["hear", "note", "choose", "amend", "pick", "slash", "sure", "ask"]


@dataclass(frozen=True, slots=True)
class Doing:
    """What the line is for now.

    `line`: which line is amended; `move`: what is asked to be sure of; `ask`: what is to be typed.
    """

    kind: Kind = "hear"
    prompt: str = "›"
    line: int = 0
    move: Move | None = None
    ask: Ask | None = None


HEARING = Doing()


class CallLine(Vertical):
    """The input line with its prompt, the list above it and one line of answer.

    What is in the line when something else is asked for is kept, and comes back when that is done or left.
    """

    class Given(Message):
        """A move was typed or picked. `text` is what goes back into the line if it is refused."""

        def __init__(self, move: Move, text: str = "") -> None:
            super().__init__()
            self.move = move
            self.text = text

    class Wanted(Message):
        """An action was picked from the list."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    class Empty(Message):
        """Enter on an empty line."""

    class Left(Message):
        """The rep types on: no line is chosen any more."""

    class SlashTyped(Message):
        """The line begins with a slash: the list of everything is wanted."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.doing = HEARING
        self._kept = ""
        self._slash_is_text = False

    def compose(self) -> ComposeResult:
        yield Choices(id="choices")
        yield Static("", id="told", markup=False)
        with Horizontal(id="entry"):
            yield Static(HEARING.prompt, id="prompt", markup=False)
            yield LineInput(id="line")

    def on_mount(self) -> None:
        self._told.display = False
        self.input.focus()

    @property
    def input(self) -> LineInput:
        return self.query_one("#line", LineInput)

    @property
    def choices(self) -> Choices:
        return self.query_one("#choices", Choices)

    @property
    def _told(self) -> Static:
        return self.query_one("#told", Static)

    @property
    def picking(self) -> bool:
        return self.choices.picker is not None

    # ── what the screen asks of it ───────────────────────────────────────────────────────────────────────────

    def tell(self, text: str, hint: str = "", *, bad: bool = False) -> None:
        """Answer the rep in one line above the input; no text takes the answer away."""
        told = self._told
        told.display = bool(text)
        told.set_class(bad, "-bad")
        told.update(
            Content.assemble((f"! {text}" if bad else text, "bold" if bad else ""), f"  {hint}" if hint else "")
        )

    def pick(self, picker: Picker) -> None:
        """Offer a list; what is in the line is kept until it is done."""
        self._begin(Doing("pick", f"{picker.prompt} ›"), "")
        self.choices.show(picker)
        if picker.letters:
            self.tell("Type the letter. Esc leaves.")

    def offer(self, picker: Picker) -> None:
        """Offer a list, or do at once what is the only thing in it."""
        if len(picker.entries) == 1:
            self._give(picker.entries[0])
        else:
            self.pick(picker)

    def everything(self, picker: Picker) -> None:
        """Offer the list of everything to a line that begins with a slash."""
        if self.doing.kind == "hear":
            self.doing = Doing("slash")
            self.choices.show(picker, self.input.value[1:])

    def note(self) -> None:
        """Make a note of what is in the line and is still to be typed; a second time, make it speech again."""
        if self.doing.kind == "note":
            self._set(HEARING)
            self.tell("")
        else:
            self._leave_picker()
            self._set(Doing("note", "note ›"))
            self.tell("A note of your own: kept with the call, proves nothing. Esc leaves.")

    def choose(self, line: Line | None) -> None:
        """An earlier line is chosen (None: none any more); Enter takes it up, typing goes on as before."""
        if line is None:
            self.cancel()
        elif self.doing.kind in ("hear", "note", "choose"):
            doing = Doing("choose", f"line {line.line} ›")
            if self.doing.kind == "choose":
                self._set(doing)
            else:
                self._begin(doing, "")
            self.tell("Enter takes the line up to be changed. Esc leaves.")

    def amend(self, line: Line) -> None:
        """Take an earlier line up to be changed."""
        if line.line is None:
            return
        if len(line.text) > LONGEST:
            self.cancel()
            self.tell(f"That line has {len(line.text):,} characters; {LONGEST:,} can be changed here.", bad=True)
            return
        self._begin(Doing("amend", f"line {line.line} ›", line=line.line), line.text)
        self.tell(f"Enter replaces line {line.line}; all after it is judged anew. Esc leaves.")

    def be_sure(self, question: str, move: Move) -> None:
        """Ask once before a move that cannot be undone; Enter is yes, Esc and typing are no."""
        self._begin(Doing("sure", "sure? ›", move=move), "")
        self.tell(question, bad=True)

    def cancel(self) -> bool:
        """Leave what is being done; whether there was anything."""
        busy = self.doing.kind != "hear" or self._told.display
        if self.doing.kind == "slash":
            self._slash_is_text = True
            self._leave_picker()
            self._set(HEARING)
        else:
            self._done()
        self.tell("")
        return busy

    def give_back(self, text: str) -> None:
        """Put refused text back in front of what was typed meanwhile."""
        typed = self.input.value
        if text:
            self.input.put(f"{text} {typed}" if typed else text)

    # ── what the rep does ────────────────────────────────────────────────────────────────────────────────────

    def on_input_changed(self, event: LineInput.Changed) -> None:
        event.stop()
        typed, doing = event.value, self.doing
        if typed != self.input.value:
            return  # told of a state that is gone
        if doing.kind == "hear":
            if not typed.startswith("/"):
                self._slash_is_text = False
            elif not self._slash_is_text:
                self.post_message(self.SlashTyped())
        elif doing.kind == "slash":
            if typed.startswith("/"):
                self.choices.show(self.choices.picker, typed[1:])
            else:
                self._leave_picker()
                self._set(HEARING)
        elif doing.kind == "pick":
            self._narrow(typed)
        elif doing.kind in ("sure", "choose") and typed:
            kept, self._kept = self._kept, ""
            self._set(HEARING)
            self.tell("Nothing was done." if doing.kind == "sure" else "")
            self.input.put(kept + typed)
            self.post_message(self.Left())

    def _narrow(self, typed: str) -> None:
        picker = self.choices.picker
        if picker is None:
            return
        if not picker.letters:
            self.choices.show(picker, typed)
        elif typed:
            found = picker.matching(typed[-1])
            self.input.put("")
            if found:
                self._give(found[0])
            else:
                self.tell(f"No {typed[-1]!r} here.", "Type one of the letters, or Esc.", bad=True)

    def on_input_submitted(self, event: LineInput.Submitted) -> None:
        event.stop()
        text = harmless(event.value).strip()
        doing = self.doing
        if doing.kind in ("pick", "slash"):
            noted = text.removeprefix("/").partition(" ")
            chosen = self.choices.chosen
            if doing.kind == "slash" and noted[0] == "note" and noted[2]:
                self._leave_picker()
                self._set(HEARING)
                self._send(Note(noted[2].strip()), text)
            elif chosen:
                self._give(chosen)
            else:
                self.tell("Nothing is called so.", "Other letters may find it; Esc leaves.", bad=True)
        elif doing.kind == "sure" and doing.move:
            self._done()
            self.tell("")
            self.post_message(self.Given(doing.move))
        elif doing.ask is not None:
            self._asked(doing.ask, text)
        elif not text:
            self.post_message(self.Empty())
        elif doing.kind == "note":
            self._set(HEARING)
            self._send(Note(text), text)
        elif doing.kind == "amend":
            self._done()
            self.tell("")
            self.post_message(self.Given(Amend(doing.line, text)))
        else:
            self._send(Hear(text), text)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        event.stop()
        self._give(event.entry)

    def on_line_input_too_long(self, event: LineInput.TooLong) -> None:
        event.stop()
        self.tell(
            f"That is {event.length:,} characters; a line takes {LONGEST:,}.", "Paste a part of it.", bad=True
        )

    # ── ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _give(self, entry: Entry) -> None:
        gives = entry.gives
        if isinstance(gives, Picker):
            self._begin(Doing("pick", f"{gives.prompt} ›"), "")
            self.choices.show(gives)
            self.tell("Type the letter. Esc leaves." if gives.letters else "")
            return
        if isinstance(gives, Ask):
            self._begin(Doing("ask", gives.prompt, ask=gives), gives.value)
            self.tell(gives.hint)
            return
        self._done()
        self.tell("")
        self.post_message(self.Wanted(gives.action) if isinstance(gives, Run) else self.Given(gives))

    def _asked(self, ask: Ask, text: str) -> None:
        """What was asked for was typed: do what comes of it, or offer it. A blank line leaves."""
        if not text:
            self.cancel()
            return
        try:
            gives = ask.then(text)
        except MoveError as error:
            self.tell(error.message, error.hint, bad=True)
            return
        self._give(Entry("", gives))

    def _send(self, move: Move, text: str) -> None:
        self._slash_is_text = False
        self.input.put("")
        self.tell("")
        self.post_message(self.Given(move, text))

    def _begin(self, doing: Doing, text: str) -> None:
        """Turn to something else, keeping what is in the line."""
        if self.doing.kind == "slash":
            self._kept = ""
        elif self.doing.kind in ("hear", "note"):
            self._kept = self.input.value
        self._leave_picker()
        self._set(doing)
        self.tell("")
        self.input.put(text)

    def _done(self) -> None:
        """Return to what was in the line before."""
        if self.doing.kind == "slash":
            self.input.put("")
        elif self.doing.kind in ("pick", "choose", "amend", "sure", "ask"):
            kept, self._kept = self._kept, ""
            self._leave_picker()
            self._set(HEARING)
            self.input.put(kept)
        self._leave_picker()
        self._set(HEARING)

    def _leave_picker(self) -> None:
        if self.picking:
            self.choices.show(None)

    def _set(self, doing: Doing) -> None:
        if doing.prompt != self.doing.prompt:
            self.query_one("#prompt", Static).update(doing.prompt)
        self.doing = doing
