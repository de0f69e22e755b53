"""The part that people have in the decision, and what a lead was named as."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns; what is there already has no mark, and was named as the one who decides."""
    op.add_column("people", sa.Column("part", sa.Text))
    op.add_column("leads", sa.Column("linked_as", sa.Text))
