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
    """使用协议, batches of labels, what became of them, and which label was asked about at the desk."""
    _usage_agreement()
    _label_batch()
    _label_event()
    op.execute("ALTER TABLE call_log ADD COLUMN label_serial VARCHAR(24)")
    op.create_index(op.f("ix_call_log_label_serial"), "call_log", ["label_serial"], unique=False)
    for statement in _label_guards():
        op.execute(statement)


def _usage_agreement() -> None:
    op.create_table(
        "usage_agreement",
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("agreement_no", sa.String(length=60), nullable=False),
        sa.Column("products", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("restricted", sa.String(length=20), nullable=False),
        sa.Column("legal_note", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_usage_agreement_company_id_member_company")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usage_agreement")),
        sa.UniqueConstraint("agreement_no", name=op.f("uq_usage_agreement_agreement_no")),
    )
    op.create_index(op.f("ix_usage_agreement_company_id"), "usage_agreement", ["company_id"], unique=False)
    op.create_index(op.f("ix_usage_agreement_ends_on"), "usage_agreement", ["ends_on"], unique=False)


def _label_batch() -> None:
    op.create_table(
        "label_batch",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("agreement_id", sa.String(length=36), nullable=False),
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("company_name", sa.String(length=200), nullable=False),
        sa.Column("agreement_no", sa.String(length=60), nullable=False),
        sa.Column("product", sa.String(length=200), nullable=False),
        sa.Column("lot", sa.String(length=60), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("first_index", sa.BigInteger(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("key_id", sa.String(length=8), nullable=False),
        sa.Column("link_prefix", sa.String(length=60), nullable=False),
        sa.Column("symbol", sa.String(length=10), nullable=False),
        sa.Column("hidden_codes", sa.Boolean(), nullable=False),
        sa.Column("layout_sha256", sa.String(length=64), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("record_hash", sa.String(length=64), nullable=False),
        sa.Column("issued_at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("state_reason", sa.Text(), nullable=False),
        sa.Column("state_since", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["usage_agreement.id"], name=op.f("fk_label_batch_agreement_id_usage_agreement")
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_label_batch_company_id_member_company")
        ),
        sa.ForeignKeyConstraint(
            ["layout_sha256"],
            ["document_template.sha256"],
            name=op.f("fk_label_batch_layout_sha256_document_template"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_label_batch")),
        sa.UniqueConstraint("number", name=op.f("uq_label_batch_number")),
    )
    op.create_index(op.f("ix_label_batch_agreement_id"), "label_batch", ["agreement_id"], unique=False)
    op.create_index(op.f("ix_label_batch_company_id"), "label_batch", ["company_id"], unique=False)


def _label_event() -> None:
    op.create_table(
        "label_event",
        sa.Column("batch_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("first_index", sa.BigInteger(), nullable=True),
        sa.Column("last_index", sa.BigInteger(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["label_batch.id"], name=op.f("fk_label_event_batch_id_label_batch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_label_event")),
    )
    op.create_index("ix_label_event_batch_id_kind", "label_event", ["batch_id", "kind"], unique=False)


CHANGES_OF_A_BATCH = "state, state_reason, state_since"
FROZEN_BATCH = (
    "number, agreement_id, company_id, company_name, agreement_no, product, lot, count, first_index, issued_on,"
    " valid_until, key_id, link_prefix, symbol, hidden_codes, layout_sha256, record, record_hash, issued_at, staff"
)


def _label_guards() -> list[str]:
    """Triggers that keep issued labels as they are, whoever writes."""
    refused = {
        "label_batch_frozen BEFORE UPDATE OF " + FROZEN_BATCH + " ON label_batch": "label_batch is frozen",
        f"label_batch_ended BEFORE UPDATE OF {CHANGES_OF_A_BATCH} ON label_batch WHEN OLD.state <> 'live'": (
            "a stopped batch stays stopped"
        ),
        "label_batch_delete BEFORE DELETE ON label_batch": "label_batch only grows",
        "label_event_delete BEFORE DELETE ON label_event": "label_event only grows",
        "label_event_update BEFORE UPDATE ON label_event": "label_event only grows",
    }
    return [f"CREATE TRIGGER {when} BEGIN SELECT RAISE(ABORT, '{why}'); END" for when, why in refused.items()]
