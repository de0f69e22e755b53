"""Rehearsals with their scorecards, apart from the calls."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add three tables."""
    op.create_table(
        "rehearsals",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("ended", sa.Text, nullable=False),
        sa.Column("finished", sa.Boolean, nullable=False),
        sa.Column("rep", sa.Text),
        sa.Column("persona", sa.Text, nullable=False),
        sa.Column("seed", sa.Integer, nullable=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("framework", "product", "language", "depth", "help", "digest")
        ),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("truth", sa.Text, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("open", "short", "closed")),
        sa.Column("talk", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rehearsals"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rehearsals_rep", "rehearsals", ["rep"])
    op.create_table(
        "rehearsal_checks",
        sa.Column("rehearsal", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("holds", sa.Boolean),
        sa.Column("lines", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("rehearsal", "name", name="pk_rehearsal_checks"),
        sa.ForeignKeyConstraint(
            ["rehearsal"], ["rehearsals.id"], name="fk_rehearsal_checks_rehearsal", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "rehearsal_lines",
        sa.Column("rehearsal", sa.Integer, nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("at", "said", "reply", "kind", "stage")),
        *(sa.Column(name, sa.Text) for name in ("about", "objection", "settled")),
        sa.PrimaryKeyConstraint("rehearsal", "n", name="pk_rehearsal_lines"),
        sa.ForeignKeyConstraint(
            ["rehearsal"], ["rehearsals.id"], name="fk_rehearsal_lines_rehearsal", ondelete="CASCADE"
        ),
    )
