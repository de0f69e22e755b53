"""Sparrings with every answer, apart from the rehearsals of whole calls."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two tables."""
    op.create_table(
        "sparrings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("rep", sa.Text),
        sa.Column("persona", sa.Text, nullable=False),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("rounds", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("framework", "product", "language", "digest")),
        sa.PrimaryKeyConstraint("id", name="pk_sparrings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sparrings_rep", "sparrings", ["rep"])
    op.create_table(
        "sparring_answers",
        sa.Column("sparring", sa.Integer, nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("at", "objection", "came", "said", "reply", "help")
        ),
        sa.Column("settled", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.Boolean) for name in ("acknowledge", "explain", "ask")),
        sa.Column("pressed", sa.Boolean, nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("sparring", "n", name="pk_sparring_answers"),
        sa.ForeignKeyConstraint(
            ["sparring"], ["sparrings.id"], name="fk_sparring_answers_sparring", ondelete="CASCADE"
        ),
    )
