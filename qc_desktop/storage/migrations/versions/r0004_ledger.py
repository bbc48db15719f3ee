"""The ledger: an entry for every event there is, signed heads, which pledges were published, and where codes were seen"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

import qc_desktop.storage.types
from qc_desktop.domain.ledger_entries import opened

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_AT_ONCE = 1000
_MOMENT = qc_desktop.storage.types.Moment()


def upgrade() -> None:
    op.create_table(
        "ledger_leaf",
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("entry", sa.LargeBinary(length=32), nullable=False),
        sa.Column("event_seq", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["event_seq"], ["event.seq"], name=op.f("fk_ledger_leaf_event_seq_event")),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_ledger_leaf")),
        sa.UniqueConstraint("event_seq", name=op.f("uq_ledger_leaf_event_seq")),
    )
    op.create_table(
        "ledger_checkpoint",
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("size", name=op.f("pk_ledger_checkpoint")),
    )
    op.create_table(
        "displayed_pledge",
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_displayed_pledge_participation_id_participation")
        ),
        sa.PrimaryKeyConstraint("participation_id", name=op.f("pk_displayed_pledge")),
    )
    _sightings()
    for table in ("ledger_leaf", "ledger_checkpoint", "displayed_pledge", "sighting_import", "sighting"):
        for verb in ("DELETE", "UPDATE"):
            op.execute(
                f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )
    _entries_of_what_stands()


def _sightings() -> None:
    op.create_table(
        "sighting_import",
        sa.Column("server", sa.String(length=60), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("first_at", _MOMENT, nullable=False),
        sa.Column("last_at", _MOMENT, nullable=False),
        sa.Column("lines", sa.BigInteger(), nullable=False),
        sa.Column("visits", sa.BigInteger(), nullable=False),
        sa.Column("staff", sa.String(length=60), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sighting_import")),
    )
    op.create_index(op.f("ix_sighting_import_sha256"), "sighting_import", ["sha256"])
    op.create_table(
        "sighting",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("way", sa.String(length=10), nullable=False),
        sa.Column("certificate_id", sa.String(length=36), nullable=True),
        sa.Column("label_serial", sa.String(length=24), nullable=True),
        sa.Column("visits", sa.BigInteger(), nullable=False),
        sa.Column("visitors", sa.BigInteger(), nullable=False),
        sa.Column("networks", sa.BigInteger(), nullable=False),
        sa.Column("import_id", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificate.id"], name=op.f("fk_sighting_certificate_id_certificate")
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["sighting_import.id"], name=op.f("fk_sighting_import_id_sighting_import")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sighting")),
    )
    for column in ("certificate_id", "label_serial", "import_id"):
        op.create_index(op.f(f"ix_sighting_{column}"), "sighting", [column])


def _entries_of_what_stands() -> None:
    """Events from before the ledger come into it in their order."""
    event = sa.table(
        "event", sa.column("seq"), sa.column("kind"), sa.column("at", _MOMENT), sa.column("staff"),
        sa.column("pc"), sa.column("subject"), sa.column("data"), sa.column("salt"),
    )  # fmt: skip
    leaf = sa.table("ledger_leaf", sa.column("place"), sa.column("entry"), sa.column("event_seq"))
    connection, rows = op.get_bind(), []
    for place, row in enumerate(connection.execute(sa.select(event).order_by(event.c.seq))):
        said = opened(row.salt, row.kind, row.at, row.subject, json.loads(row.data), row.staff, row.pc)
        rows.append({"place": place, "entry": said.entry, "event_seq": row.seq})
    for start in range(0, len(rows), _AT_ONCE):
        connection.execute(sa.insert(leaf), rows[start : start + _AT_ONCE])
