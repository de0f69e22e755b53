"""What reps denied or corrected of the readings, to be counted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a table."""
    op.create_table(
        "denials",
        sa.Column("call", sa.Integer, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("line", sa.Integer, nullable=False),
        sa.Column("signal", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("instead", sa.Text),
        sa.PrimaryKeyConstraint("call", "turn", name="pk_denials"),
        sa.ForeignKeyConstraint(["call"], ["calls.id"], name="fk_denials_call", ondelete="CASCADE"),
    )
    op.create_index("ix_denials_signal", "denials", ["signal"])
