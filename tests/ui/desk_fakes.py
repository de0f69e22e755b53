"""A desk made of fakes: calls, faults and dialogues as a test wants them, and a record of what was asked of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import App
from textual.geometry import Size
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen

from cuebook.conversation.setup import Setup
from cuebook.desk import Desk, Format
from cuebook.dialogue.context import Someone
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.model import (
    Criterion,
    Dialogues,
    Flow,
    Labels,
    Price,
    Product,
    ProductWords,
    Question,
    Rule,
    Topic,
    Words,
)
from cuebook.errors import CuebookError, NothingError
from cuebook.journal.rows import CallRow
from cuebook.leads.importing import Imported
from cuebook.leads.model import Lead
from cuebook.leads.ranking import Ranked
from cuebook.practice.sitting import Sitting
from cuebook.reports.lead_page import LeadPage
from cuebook.settings import Settings

if TYPE_CHECKING:
    from cuebook.journal.journal import Journal
    from cuebook.journal.listing import Put
    from cuebook.rehearsals import Rehearsals
    from cuebook.session import Session

T = TypeVar("T")
TITLES = {"bant": "BANT", "champ": "CHAMP/C&I"}
"""One of them cannot be made of the id."""

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def call(number: int, **changes: object) -> CallRow:
    """A call that began `number` hours ago; ended, unless told otherwise."""
    started = NOW - timedelta(hours=number)
    row = CallRow(
        id=str(100_000 - number),
        started=started,
        ended=started + timedelta(minutes=7),
        lead=f"Lead {number}",
        company=f"Company {number}",
        rep="Kari",
        source=None,
        framework="bant",
        product="copier-leasing",
        language="en",
        depth="cold",
        stage="closed",
        verdict="qualified",
        decided_by=None,
        because=None,
        asked=3,
        turns=9,
        contract=None,
        contract_ends=None,
        disposition="callback",
        next_step="Send the proposal",
        next_on=date(2026, 11, 24),
    )
    return replace(row, **changes)  # type: ignore[arg-type]  # the fields are checked by the dataclass


def open_call(number: int, **changes: object) -> CallRow:
    """A call that was never ended."""
    still_open: dict[str, object] = {"ended": None, "disposition": None, "next_step": None, "next_on": None}
    return call(number, verdict="incomplete", **still_open | changes)


def dialogues(
    frameworks: Sequence[str] = ("bant", "champ"),
    languages: Sequence[str] = ("en", "nb"),
    products: Sequence[str] = ("copier-leasing",),
) -> Dialogues:
    """As little as can be chosen from."""
    asked = {"today": Question(say="How is it today?")}
    topic = Topic(name="Need", why="So.", listen_for="a need", questions=asked)
    flows = {
        name: Flow(
            framework=name,
            title=TITLES.get(name, name),
            criteria={"need": Criterion(facet="need", level="opportunity")},
            qualified=Rule(confirmed=1),
        )
        for name in frameworks
    }
    words = {
        language: Words(
            criteria={"need": topic},
            stages={},
            objections={},
            products={
                name: ProductWords(
                    name=f"{name} ({language})", topic="it", purpose="we sell it", price="little", fact="true"
                )
                for name in products
            },
            labels=Labels(outcomes={}, standings={}, levels={}, classes={}),
        )
        for language in languages
    }
    sold = {
        name: Product(product=name, price=Price(amount=1, currency="EUR"), horizon_months=9) for name in products
    }
    return Dialogues(flows=flows, objections={}, products=sold, words=words, digest="0")


@dataclass
class Fakes:
    """What the fake desk answers with (an error is raised), and what it was asked to do."""

    home: Path
    settings: Settings = field(default_factory=Settings)
    calls: Sequence[CallRow] | CuebookError = ()
    dialogues: Dialogues | CuebookError = field(default_factory=dialogues)
    files: tuple[str, ...] = ("frameworks/bant.yaml",)
    faults: tuple[Fault, ...] | CuebookError = ()
    blocked: Callable[[Someone], str | None] = lambda _: None
    summary: str | CuebookError = "Summary"
    remembered: list[tuple[str, str, str]] = field(default_factory=list)
    remembering: CuebookError | None = None
    exported: list[Path] = field(default_factory=list)
    exporting: CuebookError | None = None
    leads: Ranked | CuebookError = ((), ())
    pages: Mapping[str, LeadPage] = field(default_factory=dict)
    like: Sequence[Lead] | CuebookError = ()
    of_lead: Callable[[Setup, str], Setup] = lambda setup, _: setup
    importing: tuple[Imported, Sequence[Put]] | CuebookError = (Imported(rows=0, encoding="utf-8"), ())
    rehearsals: Rehearsals | None = None
    imported: list[Path] = field(default_factory=list)
    sitting: Sitting | CuebookError | None = None
    due: int | CuebookError = 0

    def desk(self) -> Desk:
        """The desk that the screens are given."""
        return Desk(
            settings=self.settings,
            clock=lambda: NOW,
            home=self.home,
            dialogues=lambda: _give(self.dialogues),
            faults=lambda: _give(self.faults),
            files=lambda: self.files,
            open_journal=_no_journal,
            new_call=_no_session,
            resume=_no_session,
            calls=lambda limit: _give(self.calls)[:limit],
            blocked=self._blocked,
            summary=self._summary,
            export=self._export,
            remember=self._remember,
            leads=lambda: _give(self.leads),
            leads_like=self._leads_like,
            lead_page=self._lead_page,
            for_lead=self._for_lead,
            import_leads=self._import_leads,
            export_leads=self._export_leads,
            rehearsals=self._rehearsals,
            train=self._train,
            due=lambda: _give(self.due),
        )

    def _rehearsals(self) -> Rehearsals:
        assert self.rehearsals is not None, "nobody rehearses in this test"
        return self.rehearsals

    def _train(self) -> Sitting:
        assert self.sitting is not None, "nobody trains in this test"
        return _give(self.sitting)

    def _blocked(self, lead: Someone) -> str | None:
        return self.blocked(lead)

    def _summary(self, call: str, form: Format) -> str:
        return f"{_give(self.summary)} of {call} as {form}"

    def _leads_like(self, typed: str, most: int) -> Sequence[Lead]:
        return [lead for lead in _give(self.like) if typed.casefold() in lead.label.casefold()][:most]

    def _lead_page(self, lead: str) -> LeadPage:
        if lead not in self.pages:
            raise NothingError(f"There is no lead {lead!r}.", "Look at the list.")
        return self.pages[lead]

    def _for_lead(self, setup: Setup, named: str) -> Setup:
        return self.of_lead(setup, named)

    def _import_leads(self, path: Path) -> tuple[Imported, Sequence[Put]]:
        self.imported.append(path)
        return _give(self.importing)

    def _export_leads(self, path: Path) -> int:
        if self.exporting:
            raise self.exporting
        self.exported.append(path)
        return sum(len(part) for part in _give(self.leads))

    def _export(self, path: Path) -> int:
        if self.exporting:
            raise self.exporting
        self.exported.append(path)
        return len(_give(self.calls))

    def _remember(self, section: str, key: str, value: str) -> None:
        if self.remembering:
            raise self.remembering
        self.remembered.append((section, key, value))


def _give(answer: T | CuebookError) -> T:
    if isinstance(answer, CuebookError):
        raise answer
    return answer


def _no_journal() -> Journal:
    raise AssertionError("no screen of these opens the store itself")


def _no_session(_: Setup | str) -> Session:
    raise AssertionError("no screen of these begins a call itself")


class Host(App[None]):
    """An app that shows one screen, and keeps what the screen gave and which messages reached the app."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self._first = screen
        self.given: list[object] = []
        self.wanted: list[Message] = []
        self.copied: list[str] = []

    def on_mount(self) -> None:
        self.push_screen(self._first, self.given.append)

    def on_call_wanted(self, message: Message) -> None:
        self.wanted.append(message)

    on_resume_wanted = on_call_wanted

    def copy_to_clipboard(self, text: str) -> None:
        self.copied.append(text)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until every worker is done and what it gave is shown."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def seen(app: App[None]) -> str:
    """Everything on the screen, as text."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(Size(width, height))
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
