"""The desk: everything that the screens need from outside, as callables, so that they run on fakes in tests.

Every callable but `clock` may take its time (the store, the check of the dialogues): screens call them in a
thread, several at once. What fails raises a CuebookError; its message is shown as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cuebook.clock import Clock
from cuebook.settings import Settings

if TYPE_CHECKING:
    from cuebook.conversation.setup import Setup
    from cuebook.dialogue.context import Someone
    from cuebook.dialogue.faults import Fault
    from cuebook.dialogue.model import Dialogues
    from cuebook.dialogue.watching import Watch
    from cuebook.journal.journal import Journal
    from cuebook.journal.listing import Put
    from cuebook.journal.rows import CallRow
    from cuebook.leads.importing import Imported
    from cuebook.leads.model import Lead
    from cuebook.leads.ranking import Ranked
    from cuebook.practice.sitting import Sitting
    from cuebook.rehearsals import Rehearsals
    from cuebook.reports.lead_page import LeadPage
    from cuebook.session import Session

Format = Literal["text", "markdown", "json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the app works with.

    `home`: the folder that files are offered to be saved in.
    `dialogues`: what is usable, quickly; `faults`: the full check of every file; `files`: their paths.
    `open_journal`: the store, opened once. Raises StoreError.
    `new_call`: a call at turn 0, in memory. Raises UsageError. `resume`: a call from the store.
    `calls`: the last so many calls, newest first; None: all. `export`: writes them to a .csv or .jsonl, gives how
    many.
    `blocked`: why this lead may not be called, or None; None also where the store is not up (the store itself
    refuses such a call later).
    `leads`: everybody, ranked; `leads_like`: at most so many whose name or company holds what was typed;
    `lead_page`: all that is known of one, by number. `for_lead`: the choices of a call to a lead, by number or
    name, with what is known of them. `import_leads`, `export_leads`: from and to a file.
    `remember`: section, key and value for settings.toml.
    `rehearsals`: what it takes to rehearse.
    `train`: a sitting of all drills; `due`: how many of their items are due.
    `watch`: a new look-out over the dialogues for a call in a language; None where a change is not waited for.
    `guess`: the objections that a line in a language is most like; None: not installed, or not wanted.
    """

    settings: Settings
    clock: Clock
    home: Path
    dialogues: Callable[[], Dialogues]
    faults: Callable[[], tuple[Fault, ...]]
    files: Callable[[], tuple[str, ...]]
    open_journal: Callable[[], Journal]
    new_call: Callable[[Setup], Session]
    resume: Callable[[str], Session]
    calls: Callable[[int | None], Sequence[CallRow]]
    blocked: Callable[[Someone], str | None]
    summary: Callable[[str, Format], str]
    export: Callable[[Path], int]
    leads: Callable[[], Ranked]
    leads_like: Callable[[str, int], Sequence[Lead]]
    lead_page: Callable[[str], LeadPage]
    for_lead: Callable[[Setup, str], Setup]
    import_leads: Callable[[Path], tuple[Imported, Sequence[Put]]]
    export_leads: Callable[[Path], int]
    remember: Callable[[str, str, str], None]
    rehearsals: Callable[[], Rehearsals]
    train: Callable[[], Sitting]
    due: Callable[[], int]
    watch: Callable[[str], Watch] | None = None
    guess: Callable[[str, str], tuple[str, ...]] | None = None
