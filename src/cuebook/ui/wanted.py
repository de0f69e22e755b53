"""What the pages ask of the app: that a call is begun, or an open one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from cuebook.conversation.setup import Setup
    from cuebook.practice.room import Wish


class CallWanted(Message):
    """A new call with these choices is to begin."""

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self.setup = setup


class RehearsalWanted(Message):
    """A rehearsal like this is to begin, or a sparring; `instead`: in the place of the page that asks for it."""

    def __init__(self, wish: Wish, *, instead: bool = False) -> None:
        super().__init__()
        self.wish = wish
        self.instead = instead


class ResumeWanted(Message):
    """The open call of this id is to go on."""

    def __init__(self, call: str) -> None:
        super().__init__()
        self.call = call
