"""receipts of what was erased

Revision ID: 0004
Revises: 0003
Create Date: 2026-11-28
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("who", sa.String(length=200), nullable=False),
        sa.Column("removed", postgresql.JSONB(), nullable=False),
        sa.Column("files_left", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("file_marks", postgresql.ARRAY(sa.String(length=64)), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_erasures_unfinished", "erasures", ["at"], postgresql_where=sa.text("finished_at IS NULL"))
    op.create_index("ix_erasures_file_marks", "erasures", ["file_marks"], postgresql_using="gin")


def downgrade() -> None:
    op.drop_table("erasures")
