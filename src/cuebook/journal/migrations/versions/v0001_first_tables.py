"""The first tables: leads, calls, their turns and what these proved."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _of_call(table: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    return (
        sa.Column("call", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["call"], ["calls.id"], name=f"fk_{table}_call", ondelete="CASCADE"),
    )


def upgrade() -> None:
    """Create them all."""
    op.create_table(
        "leads",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("company", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("do_not_call_at", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_leads"),
        sa.UniqueConstraint("key", name="uq_leads_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "calls",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("lead", sa.Integer),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("ended_at", sa.Text),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("setup_framework", sa.Text, nullable=False),
        sa.Column("product", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("depth", sa.Text, nullable=False),
        sa.Column("lead_name", sa.Text),
        sa.Column("lead_first_name", sa.Text),
        sa.Column("lead_company", sa.Text),
        sa.Column("rep_name", sa.Text),
        sa.Column("rep_first_name", sa.Text),
        sa.Column("rep_company", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("turns", sa.Integer, nullable=False),
        sa.Column("framework", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("decided_by", sa.Text),
        sa.Column("because", sa.Text),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("contract_quote", sa.Text),
        sa.Column("contract_ends", sa.Date),
        sa.Column("disposition", sa.Text),
        sa.Column("next_step", sa.Text),
        sa.Column("next_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_calls"),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_calls_lead", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_calls_lead", "calls", ["lead"])
    op.create_index("ix_calls_ended_at", "calls", ["ended_at"])
    op.create_index("ix_calls_framework_verdict", "calls", ["framework", "verdict"])
    op.create_index("ix_calls_disposition", "calls", ["disposition"])
    op.create_table(
        "turns",
        *_of_call("turns"),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("kind", sa.Text),
        sa.Column("payload", sa.Text),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("question", sa.Text),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("amends", sa.Integer),
        sa.Column("undone_by", sa.Integer),
        sa.PrimaryKeyConstraint("call", "n", name="pk_turns"),
    )
    op.create_table(
        "standings",
        *_of_call("standings"),
        sa.Column("criterion", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("quote", sa.Text),
        sa.Column("turn", sa.Integer),
        sa.Column("contradicts", sa.Text),
        sa.Column("by_rep", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("call", "criterion", name="pk_standings"),
    )
    op.create_table(
        "objections",
        *_of_call("objections"),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("objection", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("heard", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("call", "turn", name="pk_objections"),
    )
    op.create_index("ix_objections_objection", "objections", ["objection"])
    op.create_table(
        "people",
        *_of_call("people"),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("role", sa.Text),
        sa.Column("decides", sa.Boolean),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("call", "key", name="pk_people"),
    )
