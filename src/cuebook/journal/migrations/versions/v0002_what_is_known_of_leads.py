"""Leads from lists and forms, their kinds, and what a call started from and learned."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and a table. No table is made anew: in SQLite that would take its calls along."""
    for name, kind in (
        ("person", sa.Boolean),
        ("email", sa.Text),
        ("phone", sa.Text),
        ("owner", sa.Text),
        ("traits", sa.Text),
        ("answers", sa.Text),
        ("linked_to", sa.Integer),
        ("made_by", sa.Integer),
    ):
        op.add_column("leads", sa.Column(name, kind))
    for name in ("known", "learned"):
        op.add_column("calls", sa.Column(name, sa.Text))
    op.create_table(
        "lead_kinds",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("lead", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("call", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_lead_kinds"),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_lead_kinds_lead", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["call"], ["calls.id"], name="fk_lead_kinds_call", ondelete="CASCADE"),
    )
    op.create_index("ix_lead_kinds_lead", "lead_kinds", ["lead"])
    op.create_index("ix_lead_kinds_call", "lead_kinds", ["call"])
