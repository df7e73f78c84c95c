"""where a resume is from, what its person has agreed to, and when it was last sent

Revision ID: 0005
Revises: 0004
Create Date: 2026-11-28
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("resumes", sa.Column("source_label", sa.String(length=100), nullable=True))
    op.add_column("resumes", sa.Column("consent", sa.String(length=100), nullable=True))
    op.add_column(
        "resumes",
        sa.Column("last_sent_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
    )
    op.execute("UPDATE resumes SET last_sent_at = uploaded_at WHERE uploaded_at IS NOT NULL")


def downgrade() -> None:
    op.drop_column("resumes", "last_sent_at")
    op.drop_column("resumes", "consent")
    op.drop_column("resumes", "source_label")
