"""Layouts of documents, printing by tray with dispatch, labels by the sheet"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import qc_desktop.storage.types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _layouts()
    _printing()
    _labels()


def _layouts() -> None:
    """Layouts of the office, their versions, and the pictures in them."""
    op.create_table(
        "document_layout",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_layout")),
        sa.UniqueConstraint("kind", "name", name=op.f("uq_document_layout_kind_name")),
    )
    op.create_index(
        "uq_document_layout_in_use", "document_layout", ["kind"], unique=True, sqlite_where=sa.text("in_use")
    )
    op.create_table(
        "layout_version",
        sa.Column("layout_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("saved_at", qc_desktop.storage.types.Moment(), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_layout_version")),
        sa.UniqueConstraint("layout_id", "version", name=op.f("uq_layout_version_layout_id_version")),
    )
    op.create_index(op.f("ix_layout_version_sha256"), "layout_version", ["sha256"], unique=False)
    op.create_table(
        "layout_picture",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=20), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_layout_picture")),
    )
    for table in ("layout_version", "layout_picture"):
        for verb in ("DELETE", "UPDATE"):
            op.execute(
                f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )


def _printing() -> None:
    """Why a sheet was printed again, and where it was sent."""


def _labels() -> None:
    """使用协议, batches of labels, sheets they are printed on, spoilage."""
