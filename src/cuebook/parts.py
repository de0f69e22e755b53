"""Where the parts meet: settings, dialogues, store and clock put together for the front ends."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from cuebook import checks, paths, settings
from cuebook.clock import Clock, clock_from_environment
from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.shelf import load_fast
from cuebook.errors import BlockedError, DialogueError, NothingError, StoreError, SurroundingsError, UsageError
from cuebook.session import Session
from cuebook.settings import Settings

if TYPE_CHECKING:
    from cuebook.conversation.known import Known
    from cuebook.desk import Desk, Format
    from cuebook.dialogue.watching import Watch
    from cuebook.journal.journal import Journal
    from cuebook.journal.listing import Put
    from cuebook.leads.importing import Imported
    from cuebook.leads.model import Case, Lead
    from cuebook.leads.ranking import Ranked
    from cuebook.practice.sitting import Sitting
    from cuebook.rehearsals import Rehearsals
    from cuebook.reports.lead_page import LeadPage
    from cuebook.understanding.likeness import Likeness


_LONGEST_LIST = 50_000_000
"""Bytes of a list of leads: a few hundred thousand of them."""


class Parts:
    """What one run of the program works with; each part is made when it is first asked for.

    `given` are the folders of --dialogues, laid over those of CUEBOOK_DIALOGUES and the shipped ones.
    """

    def __init__(self, given: Sequence[Path] = ()) -> None:
        self._given = tuple(given)
        self._opening = threading.Lock()
        self._journal: Journal | None = None

    @cached_property
    def settings(self) -> Settings:
        """The rep's settings. Raises UsageError with every fault of the file."""
        return settings.read(self._settings_file)

    @cached_property
    def clock(self) -> Clock:
        """The clock. Raises UsageError for a CUEBOOK_NOW that is no time."""
        return clock_from_environment()

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """The folders of dialogues, the first wins."""
        return paths.dialogues(self._given)

    @cached_property
    def likeness(self) -> Likeness | None:
        """What guesses at objections; None where it is not installed, or the rep does not want it."""
        from cuebook.understanding.likeness import Likeness, installed

        return Likeness() if self.settings.call.semantic and installed() else None

    @property
    def dialogues(self) -> Dialogues:
        """What is usable of the dialogues, faults or not. Read again when a file has changed."""
        return load_fast(self.folders, paths.cache())[0]

    def usable(self, setup: Setup) -> Dialogues:
        """The dialogues, of which those of `setup` must be usable.

        Raises DialogueError with the faults, where a fault is why a framework, product or language is missing.
        """
        dialogues, faults = load_fast(self.folders, paths.cache())
        wanted = (
            setup.framework in dialogues.flows
            and setup.product in dialogues.products
            and setup.language in dialogues.words
            and setup.product in dialogues.words[setup.language].products
        )
        if not wanted and faults:
            listed = "\n".join(str(fault) for fault in faults[:20])
            raise DialogueError(
                f"The dialogues of this call have faults.\n{listed}", "Mend them; `cuebook check` shows all."
            )
        return dialogues

    def faults(self) -> tuple[Fault, ...]:
        """Every fault of the dialogues and of their model calls (the full check)."""
        return checks.faults_of(self.folders)

    def journal(self) -> Journal:
        """The store, opened once. Raises StoreError."""
        with self._opening:
            if self._journal is None:
                from cuebook.journal.journal import Journal

                self._journal = Journal.open(paths.store())
            return self._journal

    @cached_property
    def rehearsals(self) -> Rehearsals:
        """What it takes to rehearse."""
        from cuebook.rehearsals import Rehearsals
        from cuebook.voice import server

        usual = self.settings.rehearse
        voice = partial(server, usual.voice, usual.model, usual.voice_timeout)
        return Rehearsals(self.folders, self.usable, self.clock, self.settings.rep.name, self.journal, voice)

    def new_call(self, setup: Setup) -> Session:
        """A call at turn 0, in memory; where the store is up, with what is known of the lead (Q2).

        Raises UsageError, DialogueError, BlockedError.
        """
        if self._journal is not None and setup.known is None and setup.lead.name is not None:
            # A store that fails is told of when the call is to be written, and a name of several is whoever was
            # typed; the call is held all the same.
            with suppress(StoreError, UsageError):
                setup = self.for_lead(setup, ", ".join(filter(None, (setup.lead.name, setup.lead.company))))
        return Session.start(setup, self.usable(setup), self.clock)

    def for_lead(self, setup: Setup, named: str) -> Setup:
        """The choices of a call to a lead, by number, by `Name, Company` or by name, with what is known of them.

        Somebody who is not in the store is called all the same. Raises NothingError for a number that is not
        there, UsageError for the name of several, BlockedError for who asked not to be called, StoreError.
        """
        from cuebook.setups import someone

        name, _, company = named.partition(",")
        try:
            lead = self.journal().lead(named)
        except NothingError:
            if name.strip().isdecimal():
                raise
            return replace(setup, lead=someone(name, company))
        if lead.do_not_call_at is not None:
            raise BlockedError(
                f"{lead.label} asked on {lead.do_not_call_at:%Y-%m-%d} not to be called again.",
                "Choose another lead.",
            )
        who = someone(lead.name, lead.company)
        if not lead.person:
            who = replace(who, first_name=None)
        setup = replace(setup, lead=who, source=lead.source or setup.source)
        return replace(setup, known=self._known(setup, lead))

    def _known(self, setup: Setup, lead: Lead) -> Known | None:
        """What the last call left known; before the first, what a colleague said, or the lead's own form (Q22)."""
        from cuebook.conversation.form import from_form
        from cuebook.conversation.script import script_for
        from cuebook.leads.headers import facet_of
        from cuebook.leads.traits import Sought

        known = self.journal().known(lead.id or "")
        if known is not None or not (lead.answers or lead.traits):
            return known
        script = script_for(setup, self.usable(setup))
        return from_form(
            script,
            [(facet_of(question), answer) for question, answer in lead.answers.items()],
            Sought([script.product], setup.language).of(lead),
            self.clock().date(),
        )

    def ranked(self) -> Ranked:
        """Everybody: those who are worth a call, the best first, and those who are not. Raises StoreError."""
        return self._rank(self.journal().leads())

    def lead_page(self, named: str) -> LeadPage:
        """All that is known of a lead, by number, by `Name, Company` or by name.

        Raises NothingError, UsageError for the name of several, StoreError.
        """
        from cuebook.reports.lead_page import LeadPage

        journal = self.journal()
        case = journal.case(named)
        number = case.lead.id or ""
        worth, rest = self._rank([case])
        return LeadPage(
            worth=(*worth, *rest)[0],
            today=self.clock().date(),
            known=journal.known(number),
            kinds=journal.kinds(number),
            calls=journal.calls_of(number),
            named_by=journal.lead(case.lead.linked_to) if case.lead.linked_to else None,
            named=journal.named_by(number),
        )

    def _rank(self, cases: Sequence[Case]) -> Ranked:
        from cuebook.leads.fitting import fittings
        from cuebook.leads.ranking import rank

        dialogues, usual = self.dialogues, self.settings.call
        words = dialogues.words.get(usual.language)
        fits = fittings(cases, dialogues.products, words, usual.language, usual.product)
        return rank(cases, self.clock().date(), fits)

    def export_leads(self, path: Path) -> int:
        """All leads into a .csv file that CRMs import; gives how many. Raises UsageError, SurroundingsError."""
        from cuebook.reports.leads import export_leads

        return export_leads(self.journal().leads(), path)

    def import_leads(self, file: Path, source: str | None) -> tuple[Imported, tuple[Put, ...]]:
        """The leads of a list or of vCards kept: what was in the file, and what became of it.

        Raises SurroundingsError where the file cannot be read, StoreError.
        """
        from cuebook.leads.importing import read_leads

        try:
            with file.open("rb") as opened:
                data = opened.read(_LONGEST_LIST + 1)  # a device never ends
        except OSError as error:
            raise SurroundingsError(f"{file} cannot be read: {error.strerror}.", "Look at its path.") from error
        if len(data) > _LONGEST_LIST:
            raise SurroundingsError(
                f"{file} is longer than {_LONGEST_LIST // 1_000_000} MB.", "Import it in parts, if it is a list."
            )
        now = self.clock()
        found = read_leads(data, now, source)
        return found, self.journal().put_leads([(one.lead, one.reason) for one in found.found], now)

    def resume(self, call: str) -> Session:
        """A call from the store. Raises NothingError where there is none of that id."""
        journal = self.journal()
        return Session.resume(call, self.usable(journal.read(call).setup), self.clock, journal)

    def summary(self, call: str, form: Format) -> str:
        """The summary of a call from the store."""
        return self.summary_of(self.resume(call), form)

    def summary_of(self, session: Session, form: Format) -> str:
        """The summary of a call as it stands."""
        from cuebook.reports.summary import render, summarise

        return render(summarise(session.setup, session.turns, session.words, session.call), form)

    def export(self, path: Path) -> int:
        """All calls into a .csv or .jsonl file; gives how many. Raises UsageError, SurroundingsError."""
        from cuebook.reports.export import export

        return export(self.journal(), path)

    def remember(self, section: str, key: str, value: str) -> None:
        """One setting kept for the next time."""
        settings.remember(self._settings_file, section, key, value)

    def usual_setup(self, **chosen: str | Someone | None) -> Setup:
        """The choices of a new call: the rep's usual ones, with those that were given in their place."""
        from cuebook.setups import usual_setup

        given = {name: value for name, value in chosen.items() if value is not None}
        return replace(usual_setup(self.settings), **given)  # type: ignore[arg-type]  # names checked by replace

    def sitting(self, drill: str | None = None, new: int | None = None, **chosen: str | None) -> Sitting:
        """A sitting of training: of one drill or of all, with what is known of the rep.

        `chosen` are framework, product and language, where they are not the rep's usual ones. Where the store
        cannot be used it is held all the same, and `trouble` says why nothing is kept. Raises UsageError,
        DialogueError for what is not there.
        """
        from cuebook import trainings
        from cuebook.practice.schedule import NEW

        setup = self.usual_setup(**chosen)
        if chosen.get("language") is None:
            setup = replace(setup, language=trainings.language_of(self.folders, setup.language))
        trouble, learned = None, trainings.NOTHING
        try:
            journal, whose = self.journal(), self._whose
            learned = trainings.Learned(
                journal.cards(whose), journal.trained_on(whose), partial(journal.keep_review, whose)
            )
        except StoreError as error:
            trouble = error
        wanted = NEW if new is None else new
        made = trainings.sitting(
            self.folders, setup, self.usable(setup), self.clock, learned, drill=drill, new=wanted
        )
        made.trouble = trouble
        return made

    def due(self) -> int:
        """How many items of the drills are due. Raises StoreError, and what `sitting` raises."""
        from cuebook.practice.schedule import is_due

        now = self.clock()
        if not any(is_due(card, now) for card in self.journal().cards(self._whose).values()):
            return 0  # making the items takes a while, and most who call do not train
        return self.sitting().due

    @property
    def _whose(self) -> str:
        """Whose training it is: in a file of their own nobody's in particular, in a shared store the rep's."""
        if paths.store().startswith("sqlite"):
            return ""
        from getpass import getuser

        return self.settings.rep.name or getuser()

    def watch(self, language: str) -> Watch:
        """A look-out over the files of the dialogues, for a call in `language`."""
        return checks.watch(self.folders, language)

    def desk(self, *, watched: bool = False) -> Desk:
        """What the screens need, as callables. `watched`: calls follow every change of the dialogues."""
        from cuebook.desk import Desk
        from cuebook.dialogue import layout

        return Desk(
            settings=self.settings,
            clock=self.clock,
            home=Path.home(),
            dialogues=lambda: self.dialogues,
            faults=self.faults,
            files=lambda: tuple(
                str(layout.near(path)) for folder in self.folders for path in layout.listing(folder)
            ),
            open_journal=self.journal,
            new_call=self.new_call,
            resume=self.resume,
            calls=lambda limit: self.journal().calls(limit),
            blocked=self._blocked,
            summary=self.summary,
            export=self.export,
            leads=self.ranked,
            leads_like=lambda typed, most: self.journal().leads_like(typed, most),
            lead_page=self.lead_page,
            for_lead=self.for_lead,
            import_leads=lambda path: self.import_leads(path, None),
            export_leads=self.export_leads,
            remember=self.remember,
            rehearsals=lambda: self.rehearsals,
            train=self.sitting,
            due=self.due,
            watch=self.watch if watched else None,
            guess=self.likeness.likeliest if self.likeness else None,
        )

    @property
    def _settings_file(self) -> Path:
        return paths.home() / "settings.toml"

    def _blocked(self, lead: Someone) -> str | None:
        if self._journal is None or not self._journal.is_blocked(lead):
            return None
        return f"{lead.name} asked not to be called again."
