"""Other names of organisations; results keep no advice, which nothing ever wrote"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "also",
                sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
                nullable=False,
                server_default=sa.text("'[]'"),
            )
        )
    with op.batch_alter_table("stored_result", schema=None) as batch_op:
        batch_op.drop_column("advice")


def downgrade() -> None:
    """Change them back."""
    with op.batch_alter_table("stored_result", schema=None) as batch_op:
        batch_op.add_column(sa.Column("advice", sa.Text(), nullable=True))
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_column("also")
