"""what the steps of a run take

Revision ID: 0006
Revises: 0005
Create Date: 2026-11-28
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "stage_times",
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("up_to_seconds", sa.Double(), nullable=False),
        sa.Column("resumes", sa.BigInteger(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("stage", "up_to_seconds"),
    )


def downgrade() -> None:
    op.drop_table("stage_times")
