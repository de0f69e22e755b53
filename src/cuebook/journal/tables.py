"""The tables of the store. They answer the reports' questions without parsing JSON."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, MetaData, Table, Text

HEAD = "0007"
"""The migration that these tables are at. Revisions are numbered, so a greater one is a newer Cuebook's."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# Times are ISO text with their offset: a call keeps the hour that the rep saw, and comes back equal.


def _of_call() -> Column[int]:
    return Column("call", Integer, ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True)


leads = Table(
    "leads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),  # who it is, however spelled: see leads.py
    Column("name", Text, nullable=False),
    Column("company", Text),
    Column("source", Text),
    Column("do_not_call_at", Text),
    Column("person", Boolean),  # false: the name is a company's or an address
    Column("email", Text),
    Column("phone", Text),
    Column("owner", Text),
    Column("traits", Text),  # JSON, as are the answers to a form
    Column("answers", Text),
    Column("linked_to", Integer),  # the lead who named this one
    Column("linked_as", Text),  # what they named this one as: 'referral'; null: the one who decides
    Column("made_by", Integer),  # the call in which that was
    sqlite_autoincrement=True,
)

calls = Table(
    "calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("lead", Integer, ForeignKey("leads.id", ondelete="CASCADE")),
    Column("started", Text, nullable=False),
    Column("ended_at", Text),  # null: the call is open
    Column("digest", Text, nullable=False),  # of the dialogues that it was held with
    # the setup, as it was chosen
    Column("setup_framework", Text, nullable=False),
    Column("product", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("depth", Text, nullable=False),
    Column("lead_name", Text),
    Column("lead_first_name", Text),
    Column("lead_company", Text),
    Column("rep_name", Text),
    Column("rep_first_name", Text),
    Column("rep_company", Text),
    Column("source", Text),
    # where it stands after the last turn
    Column("turns", Integer, nullable=False),  # how many there are, turn 0 included: the number of the next
    Column("framework", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("decided_by", Text),
    Column("because", Text),
    Column("asked", Integer, nullable=False),
    Column("contract_quote", Text),
    Column("contract_ends", Date),
    # how the rep closed it
    Column("disposition", Text),
    Column("next_step", Text),
    Column("next_on", Date),
    # what was known before it and is known after it, as JSON: see conversation/known.py
    Column("known", Text),
    Column("learned", Text),
    Index(None, "lead"),
    Index(None, "ended_at"),
    Index(None, "framework", "verdict"),
    Index(None, "disposition"),
    sqlite_autoincrement=True,  # the number of a call that was erased is never given again
)

lead_kinds = Table(
    "lead_kinds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("lead", Integer, ForeignKey("leads.id", ondelete="CASCADE"), nullable=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("call", Integer, ForeignKey("calls.id", ondelete="CASCADE")),  # the call that brought the change
    Index(None, "lead"),
    Index(None, "call"),
)

turns = Table(
    "turns",
    metadata,
    _of_call(),
    Column("n", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("kind", Text),  # of the move; null for turn 0
    Column("payload", Text),  # the move in the contract's JSON, from which a call is taken up again
    Column("stage", Text, nullable=False),
    Column("question", Text),
    Column("verdict", Text, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("amends", Integer),  # the turn whose line this one rewrote, or whose objection it denied
    Column("undone_by", Integer),  # the undo that took this one back, or the amend that dropped it
)

standings = Table(
    "standings",
    metadata,
    _of_call(),
    Column("criterion", Text, primary_key=True),
    Column("position", Integer, nullable=False),  # in the order of asking
    Column("standing", Text, nullable=False),
    Column("quote", Text),
    Column("turn", Integer),
    Column("contradicts", Text),
    Column("by_rep", Boolean, nullable=False),
)

objections = Table(
    "objections",
    metadata,
    _of_call(),
    Column("turn", Integer, primary_key=True),
    Column("objection", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("heard", Boolean, nullable=False),  # found in the prospect's words; else picked by the rep
    Index(None, "objection"),
)

people = Table(
    "people",
    metadata,
    _of_call(),
    Column("key", Text, primary_key=True),  # what they are called; '' is the prospect
    Column("name", Text),
    Column("role", Text),
    Column("decides", Boolean),  # as heard
    Column("quote", Text, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("part", Text),  # in the decision, by the rep's mark; null: none was marked
)

denials = Table(
    "denials",
    metadata,
    _of_call(),
    Column("turn", Integer, primary_key=True),  # of the move that denied or corrected; undone, it counts no more
    Column("line", Integer, nullable=False),
    Column("signal", Text, nullable=False),
    Column("value", Text, nullable=False),  # what had been understood
    Column("words", Text, nullable=False),  # from which words
    Column("instead", Text),  # what was meant; null: nothing
    Index(None, "signal"),
)

rehearsals = Table(
    "rehearsals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", Text, nullable=False),
    Column("ended", Text, nullable=False),
    Column("finished", Boolean, nullable=False),  # false: left on the way
    Column("rep", Text),  # whose progress it counts for
    Column("persona", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("framework", Text, nullable=False),
    Column("product", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("depth", Text, nullable=False),
    Column("help", Text, nullable=False),  # the most that was shown
    Column("digest", Text, nullable=False),  # of the dialogues that it was held with
    Column("score", Float, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("truth", Text, nullable=False),  # the verdict that it should have come to
    Column("open", Integer, nullable=False),  # questions by their form
    Column("short", Integer, nullable=False),
    Column("closed", Integer, nullable=False),
    Column("talk", Float, nullable=False),
    Index(None, "rep"),
    sqlite_autoincrement=True,
)


def _of_rehearsal() -> Column[int]:
    return Column("rehearsal", Integer, ForeignKey("rehearsals.id", ondelete="CASCADE"), primary_key=True)


rehearsal_checks = Table(
    "rehearsal_checks",
    metadata,
    _of_rehearsal(),
    Column("name", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("holds", Boolean),  # null: there was no occasion
    Column("lines", Text, nullable=False),  # the numbers of those that show it, with spaces between
)

rehearsal_lines = Table(
    "rehearsal_lines",
    metadata,
    _of_rehearsal(),
    Column("n", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("reply", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("about", Text),
    Column("objection", Text),
    Column("settled", Text),
)

sparrings = Table(
    "sparrings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", Text, nullable=False),
    Column("rep", Text),  # whose progress it counts for
    Column("persona", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("rounds", Integer, nullable=False),  # objections that were to come
    Column("framework", Text, nullable=False),
    Column("product", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("digest", Text, nullable=False),  # of the dialogues that it was held with
    Index(None, "rep"),
    sqlite_autoincrement=True,
)

sparring_answers = Table(
    "sparring_answers",
    metadata,
    Column("sparring", Integer, ForeignKey("sparrings.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("objection", Text, nullable=False),
    Column("came", Text, nullable=False),  # the words that it came in
    Column("said", Text, nullable=False),
    Column("reply", Text, nullable=False),
    Column("help", Text, nullable=False),  # what was shown when it was answered
    Column("settled", Boolean, nullable=False),
    # which parts of an answer were there; null: it does not take this one
    Column("acknowledge", Boolean),
    Column("explain", Boolean),
    Column("ask", Boolean),
    Column("pressed", Boolean, nullable=False),
    Column("seconds", Float, nullable=False),  # by the rep's own clock
)

cards = Table(
    "cards",
    metadata,
    Column("whose", Text, primary_key=True),  # the rep; '' where the store is one rep's own
    Column("item", Text, primary_key=True),
    Column("drill", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("step", Integer),
    Column("stability", Float),
    Column("difficulty", Float),
    Column("due", Text, nullable=False),
    Column("last_review", Text, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("missed", Integer, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("whose", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("drill", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("rating", Text, nullable=False),
    Column("correct", Boolean, nullable=False),
    Column("seconds", Float, nullable=False),
    Index(None, "whose"),
)
