"""First schema"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import qc_desktop.storage.types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "certificate_counter",
        sa.Column("series", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("series", "year", name=op.f("pk_certificate_counter")),
    )
    op.create_table(
        "clause_set",
        sa.Column("campaign_year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("clauses", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clause_set")),
        sa.UniqueConstraint("campaign_year", "version", name=op.f("uq_clause_set_campaign_year_version")),
    )
    op.create_table(
        "command",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("params", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("pc", sa.String(length=100), nullable=False),
        sa.Column("undoable", sa.Boolean(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["command.seq"], name=op.f("fk_command_undoes_command")),
        sa.ForeignKeyConstraint(["undone_by"], ["command.seq"], name=op.f("fk_command_undone_by_command")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_command")),
    )
    op.create_table(
        "document_template",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_document_template")),
    )
    op.create_table(
        "event",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("command_seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("pc", sa.String(length=100), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("data", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["command_seq"], ["command.seq"], name=op.f("fk_event_command_seq_command")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_command_seq"), ["command_seq"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_subject"), ["subject"], unique=False)

    op.create_table(
        "import_mapping",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("mapping", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("used_at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_import_mapping")),
    )
    op.create_table(
        "member_company",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("sort_key", sa.Text(), nullable=False),
        sa.Column("short_name", sa.String(length=200), nullable=False),
        sa.Column("uscc", sa.String(length=18), nullable=True),
        sa.Column("member_no", sa.String(length=40), nullable=False),
        sa.Column("member_tier", sa.String(length=20), nullable=False),
        sa.Column("legal_representative", sa.String(length=100), nullable=False),
        sa.Column("province_code", sa.String(length=2), nullable=False),
        sa.Column("province", sa.String(length=20), nullable=False),
        sa.Column("province_derived", sa.Boolean(), nullable=False),
        sa.Column("admin_division_code", sa.String(length=6), nullable=False),
        sa.Column("admin_division_name", sa.String(length=60), nullable=False),
        sa.Column("city", sa.String(length=60), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("industry_code", sa.String(length=3), nullable=False),
        sa.Column("industry_name", sa.String(length=60), nullable=False),
        sa.Column("hotline", sa.String(length=60), nullable=False),
        sa.Column("website", sa.String(length=200), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_company")),
        sa.UniqueConstraint("uscc", name=op.f("uq_member_company_uscc")),
    )
    with op.batch_alter_table("member_company", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_company_industry_code"), ["industry_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_company_member_no"), ["member_no"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_company_name_key"), ["name_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_company_province_code"), ["province_code"], unique=False)
        batch_op.create_index("ix_member_company_sort_key", ["sort_key", "id"], unique=False)

    op.create_table(
        "setting",
        sa.Column("value", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
    )
    op.create_table(
        "staff",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("name", name=op.f("uq_staff_name")),
    )
    op.create_table(
        "campaign",
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("campaign_year", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("organisers", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("joint_organisers", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("supporters", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("invitation_notice", sa.String(length=100), nullable=False),
        sa.Column("applications_until", sa.Date(), nullable=True),
        sa.Column("announcement_no", sa.String(length=60), nullable=False),
        sa.Column("announced_on", sa.Date(), nullable=True),
        sa.Column("display_from", sa.Date(), nullable=False),
        sa.Column("validity_years", sa.Integer(), nullable=False),
        sa.Column("clause_set_id", sa.String(length=36), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["clause_set_id"], ["clause_set.id"], name=op.f("fk_campaign_clause_set_id_clause_set")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("kind", "campaign_year", name=op.f("uq_campaign_kind_campaign_year")),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("command_seq", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.String(length=36), nullable=False),
        sa.Column("before", qc_desktop.storage.types.Json(), nullable=True),
        sa.Column("after", qc_desktop.storage.types.Json(), nullable=True),
        sa.ForeignKeyConstraint(["command_seq"], ["command.seq"], name=op.f("fk_change_command_seq_command")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_command_seq"), ["command_seq"], unique=False)
        batch_op.create_index("ix_change_row_id", ["row_id", "id"], unique=False)

    op.create_table(
        "company_search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["member_company.id"],
            name=op.f("fk_company_search_company_id_member_company"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company_search")),
        sa.UniqueConstraint("company_id", name=op.f("uq_company_search_company_id")),
    )
    op.create_table(
        "contact_person",
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_contact_person_company_id_member_company")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_person")),
    )
    with op.batch_alter_table("contact_person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_person_company_id"), ["company_id"], unique=False)

    op.create_table(
        "former_name",
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_former_name_company_id_member_company")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_name")),
    )
    with op.batch_alter_table("former_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_former_name_company_id"), ["company_id"], unique=False)

    op.create_table(
        "product",
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_product_company_id_member_company")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("company_id", "name", name=op.f("uq_product_company_id_name")),
    )
    op.create_table(
        "issue_batch",
        sa.Column("campaign_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("issued_at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_issue_batch_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_batch")),
    )
    with op.batch_alter_table("issue_batch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_issue_batch_campaign_id"), ["campaign_id"], unique=False)

    op.create_table(
        "participation",
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("campaign_id", sa.String(length=36), nullable=False),
        sa.Column("stage", sa.String(length=30), nullable=False),
        sa.Column("stage_reason", sa.Text(), nullable=False),
        sa.Column("stage_since", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_participation_campaign_id_campaign")),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_participation_company_id_member_company")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint("campaign_id", "company_id", name=op.f("uq_participation_campaign_id_company_id")),
    )
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.create_index("ix_participation_campaign_id_stage", ["campaign_id", "stage"], unique=False)
        batch_op.create_index(batch_op.f("ix_participation_company_id"), ["company_id"], unique=False)

    op.create_table(
        "roster",
        sa.Column("campaign_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("published_at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("entries", qc_desktop.storage.types.Json(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_roster_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster")),
        sa.UniqueConstraint("campaign_id", "version", name=op.f("uq_roster_campaign_id_version")),
    )
    op.create_table(
        "certificate",
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("serial", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("company_id", sa.String(length=36), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("campaign_id", sa.String(length=36), nullable=False),
        sa.Column("batch_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(length=200), nullable=False),
        sa.Column("uscc", sa.String(length=18), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("record_hash", sa.String(length=64), nullable=False),
        sa.Column("template_sha256", sa.String(length=64), nullable=False),
        sa.Column("link_prefix", sa.String(length=60), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("key_id", sa.String(length=8), nullable=False),
        sa.Column("replaces_id", sa.String(length=36), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("state_reason", sa.Text(), nullable=False),
        sa.Column("state_since", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["issue_batch.id"], name=op.f("fk_certificate_batch_id_issue_batch")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_certificate_campaign_id_campaign")),
        sa.ForeignKeyConstraint(
            ["company_id"], ["member_company.id"], name=op.f("fk_certificate_company_id_member_company")
        ),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_certificate_participation_id_participation")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["certificate.id"], name=op.f("fk_certificate_replaces_id_certificate")
        ),
        sa.ForeignKeyConstraint(
            ["template_sha256"],
            ["document_template.sha256"],
            name=op.f("fk_certificate_template_sha256_document_template"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("batch_id", "position", name=op.f("uq_certificate_batch_id_position")),
        sa.UniqueConstraint("number", name=op.f("uq_certificate_number")),
        sa.UniqueConstraint("serial", name=op.f("uq_certificate_serial")),
    )
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.create_index("ix_certificate_campaign_id_state", ["campaign_id", "state", "serial"], unique=False)
        batch_op.create_index(batch_op.f("ix_certificate_company_id"), ["company_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_certificate_participation_id"), ["participation_id"], unique=False)
        batch_op.create_index(
            "uq_certificate_live",
            ["participation_id"],
            unique=True,
            sqlite_where=sa.text("state = 'live'"),
            postgresql_where=sa.text("state = 'live'"),
        )

    op.create_table(
        "integrity_pledge",
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("clause_set_id", sa.String(length=36), nullable=False),
        sa.Column("signatory", sa.String(length=100), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("scan_sha256", sa.String(length=64), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["clause_set_id"], ["clause_set.id"], name=op.f("fk_integrity_pledge_clause_set_id_clause_set")
        ),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_integrity_pledge_participation_id_participation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_integrity_pledge")),
        sa.UniqueConstraint("participation_id", name=op.f("uq_integrity_pledge_participation_id")),
    )
    op.create_table(
        "pledge_product",
        sa.Column("pledge_id", sa.String(length=36), nullable=False),
        sa.Column("product_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["pledge_id"], ["integrity_pledge.id"], name=op.f("fk_pledge_product_pledge_id_integrity_pledge")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_pledge_product_product_id_product")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledge_product")),
        sa.UniqueConstraint("pledge_id", "product_id", name=op.f("uq_pledge_product_pledge_id_product_id")),
    )
    op.create_table(
        "print_log",
        sa.Column("certificate_id", sa.String(length=36), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("at", qc_desktop.storage.types.Moment(timezone=True), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("checked", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificate.id"], name=op.f("fk_print_log_certificate_id_certificate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_log")),
    )
    with op.batch_alter_table("print_log", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_print_log_certificate_id"), ["certificate_id"], unique=False)

    op.create_table(
        "standard_self_declaration",
        sa.Column("pledge_id", sa.String(length=36), nullable=False),
        sa.Column("product_standard", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["pledge_id"], ["integrity_pledge.id"], name=op.f("fk_standard_self_declaration_pledge_id_integrity_pledge")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard_self_declaration")),
        sa.UniqueConstraint(
            "pledge_id", "product_standard", name=op.f("uq_standard_self_declaration_pledge_id_product_standard")
        ),
    )
    for statement in (*SEARCH_INDEX, *guards()):
        op.execute(statement)


SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE company_search_index USING fts5(words, detail=none, columnsize=0, prefix='1 2',"
    ' tokenize="unicode61 remove_diacritics 0")',
    "CREATE TRIGGER company_search_gone AFTER DELETE ON company_search"
    " BEGIN DELETE FROM company_search_index WHERE rowid = old.id; END",
)

FROZEN_CERTIFICATE = [
    "number",
    "serial",
    "kind",
    "company_id",
    "participation_id",
    "campaign_id",
    "batch_id",
    "position",
    "holder",
    "uscc",
    "issued_on",
    "expires_on",
    "record",
    "record_hash",
    "template_sha256",
    "link_prefix",
    "payload",
    "key_id",
    "replaces_id",
]


def guards() -> list[str]:
    """Triggers that keep issued records as they are, whoever writes."""
    return [
        _refuse(
            "certificate_frozen", f"UPDATE OF {', '.join(FROZEN_CERTIFICATE)} ON certificate", "certificate is frozen"
        ),
        _refuse(
            "certificate_ended",
            "UPDATE OF state, state_reason, state_since ON certificate WHEN OLD.state <> 'live'",
            "an ended certificate stays ended",
        ),
        *(
            _refuse(f"{table}_{verb.lower()}", f"{verb} ON {table}", f"{table} only grows")
            for table, verb in (
                ("certificate", "DELETE"),
                ("event", "DELETE"),
                ("event", "UPDATE"),
                ("roster", "DELETE"),
                ("roster", "UPDATE"),
                ("document_template", "DELETE"),
                ("document_template", "UPDATE"),
                ("print_log", "DELETE"),
                ("print_log", "UPDATE"),
            )
        ),
    ]


def _refuse(name: str, when: str, why: str) -> str:
    return f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{why}'); END"
