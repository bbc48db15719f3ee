"""Members in full, saved lists, duplicates, scans, reminders, calls, print batches"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import qc_desktop.storage.types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _merged_companies()
    _lists()
    _custom_fields()
    _membership()
    _contact_log()
    _printing()
    for table, verb in (("call_log", "DELETE"), ("call_log", "UPDATE"), ("print_sheet", "DELETE")):
        op.execute(
            f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        )


def _merged_companies() -> None:
    """A column added in place: a rebuilt table would take along what refers to it."""
    op.execute(
        "ALTER TABLE member_company ADD COLUMN merged_into_id VARCHAR(36)"
        " CONSTRAINT fk_member_company_merged_into_id_member_company REFERENCES member_company (id)"
    )
    op.create_index(op.f("ix_member_company_merged_into_id"), "member_company", ["merged_into_id"], unique=False)


def _lists() -> None:
    op.create_table(
        "saved_list",
        sa.Column("shown_in", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("query", qc_desktop.storage.types.Json(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_list")),
        sa.UniqueConstraint("shown_in", "name", name=op.f("uq_saved_list_shown_in_name")),
    )

    op.create_table(
        "saved_list_entry",
        sa.Column("list_id", sa.String(length=36), nullable=False),
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_saved_list_entry_company_id_member_company")
        ),
        sa.ForeignKeyConstraint(["list_id"], ["saved_list.id"], name=op.f("fk_saved_list_entry_list_id_saved_list")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_list_entry")),
        sa.UniqueConstraint("list_id", "company_id", name=op.f("uq_saved_list_entry_list_id_company_id")),
    )
    with op.batch_alter_table("saved_list_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_saved_list_entry_company_id"), ["company_id"], unique=False)

    op.create_table(
        "distinct_companies",
        sa.Column("first_id", sa.String(length=36), nullable=False),
        sa.Column("second_id", sa.String(length=36), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"], ["member_company.id"], name=op.f("fk_distinct_companies_first_id_member_company")
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["member_company.id"], name=op.f("fk_distinct_companies_second_id_member_company")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_companies")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_distinct_companies_first_id_second_id")),
    )
    with op.batch_alter_table("distinct_companies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_distinct_companies_second_id"), ["second_id"], unique=False)


def _custom_fields() -> None:
    op.create_table(
        "custom_field",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("choices", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_field")),
        sa.UniqueConstraint("name", name=op.f("uq_custom_field_name")),
    )

    op.create_table(
        "custom_value",
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("field_id", sa.String(length=36), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_custom_value_company_id_member_company")
        ),
        sa.ForeignKeyConstraint(["field_id"], ["custom_field.id"], name=op.f("fk_custom_value_field_id_custom_field")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_value")),
        sa.UniqueConstraint("company_id", "field_id", name=op.f("uq_custom_value_company_id_field_id")),
    )
    with op.batch_alter_table("custom_value", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_custom_value_field_id"), ["field_id"], unique=False)


def _membership() -> None:
    op.create_table(
        "dues_entry",
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("dues_year", sa.Integer(), nullable=False),
        sa.Column("due_fen", sa.BigInteger(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("paid_fen", sa.BigInteger(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("receipt_no", sa.String(length=60), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_dues_entry_company_id_member_company")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dues_entry")),
        sa.UniqueConstraint("company_id", "dues_year", name=op.f("uq_dues_entry_company_id_dues_year")),
    )
    with op.batch_alter_table("dues_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dues_entry_dues_year"), ["dues_year"], unique=False)

    op.create_table(
        "membership_term",
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("member_tier", sa.String(length=20), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_membership_term_company_id_member_company")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership_term")),
    )
    with op.batch_alter_table("membership_term", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_term_company_id"), ["company_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_term_ends_on"), ["ends_on"], unique=False)


def _contact_log() -> None:
    op.create_table(
        "scan",
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["member_company.id"], name=op.f("fk_scan_company_id_member_company")),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_scan_participation_id_participation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan")),
    )
    with op.batch_alter_table("scan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_scan_company_id"), ["company_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_scan_participation_id"), ["participation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_scan_sha256"), ["sha256"], unique=False)

    op.create_table(
        "reminder",
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_reminder_participation_id_participation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
    )
    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.create_index("ix_reminder_participation_id_at", ["participation_id", "at"], unique=False)

    op.create_table(
        "call_log",
        sa.Column("at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("pc", sa.String(length=100), nullable=False),
        sa.Column("asked", sa.String(length=200), nullable=False),
        sa.Column("verdict", sa.String(length=30), nullable=False),
        sa.Column("certificate_id", sa.String(length=36), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificate.id"], name=op.f("fk_call_log_certificate_id_certificate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_log")),
    )
    with op.batch_alter_table("call_log", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_log_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_log_certificate_id"), ["certificate_id"], unique=False)


def _printing() -> None:
    op.create_table(
        "print_batch",
        sa.Column("campaign_id", sa.String(length=36), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("queue", sa.String(length=200), nullable=False),
        sa.Column("chunk", sa.Integer(), nullable=False),
        sa.Column("created_at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("pc", sa.String(length=100), nullable=False),
        sa.Column("closed_at", qc_desktop.storage.types.Moment(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_print_batch_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_batch")),
    )
    with op.batch_alter_table("print_batch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_print_batch_campaign_id"), ["campaign_id"], unique=False)

    op.create_table(
        "print_sheet",
        sa.Column("batch_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("certificate_id", sa.String(length=36), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("job", sa.String(length=60), nullable=False),
        sa.Column("sent_at", qc_desktop.storage.types.Moment(timezone=True), nullable=True),
        sa.Column("chunk_no", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["print_batch.id"], name=op.f("fk_print_sheet_batch_id_print_batch")),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificate.id"], name=op.f("fk_print_sheet_certificate_id_certificate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_sheet")),
        sa.UniqueConstraint("batch_id", "position", name=op.f("uq_print_sheet_batch_id_position")),
    )
    with op.batch_alter_table("print_sheet", schema=None) as batch_op:
        batch_op.create_index("ix_print_sheet_batch_id_state", ["batch_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_print_sheet_certificate_id"), ["certificate_id"], unique=False)
