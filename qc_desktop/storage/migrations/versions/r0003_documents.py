"""Layouts of documents, printing by tray with dispatch, labels by the sheet"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _layouts()
    _printing()
    _labels()


def _layouts() -> None:
    """Versions of layouts, and the pictures in them."""


def _printing() -> None:
    """Why a sheet was printed again, who was selected and stopped at issue, and where certificates were sent."""
    for table, column in (
        ("print_batch", "media VARCHAR(10) NOT NULL DEFAULT 'A4'"),
        ("print_batch", "tray VARCHAR(100) NOT NULL DEFAULT ''"),
        ("print_batch", "placing VARCHAR(10) NOT NULL DEFAULT 'as_is'"),
        ("print_sheet", "reason TEXT NOT NULL DEFAULT ''"),
        ("print_log", "reason TEXT NOT NULL DEFAULT ''"),
        ("issue_batch", "selected INTEGER"),
        ("issue_batch", "stopped TEXT"),
    ):
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    op.create_table(
        "dispatch",
        sa.Column("certificate_id", sa.String(length=36), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("carrier", sa.String(length=60), nullable=False),
        sa.Column("tracking_no", sa.String(length=60), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificate.id"], name=op.f("fk_dispatch_certificate_id_certificate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispatch")),
    )
    op.create_index(op.f("ix_dispatch_certificate_id"), "dispatch", ["certificate_id"], unique=False)
    op.create_index(op.f("ix_dispatch_tracking_no"), "dispatch", ["tracking_no"], unique=False)


def _labels() -> None:
    """使用协议, batches of labels, sheets they are printed on, spoilage."""
