"""What was declared is what was migrated, and what is frozen stays frozen."""

from __future__ import annotations

from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.errors import UserError
from qc_desktop.services import rosters
from qc_desktop.services.certificates import register
from qc_desktop.storage.engine import sqlite_module
from qc_desktop.storage.schema import include_object
from qc_desktop.storage.tables import Base

SQLITE = sqlite_module()
FROZEN = (
    "UPDATE certificate SET holder = '示例'",
    "UPDATE certificate SET record = '{}'",
    "UPDATE certificate SET payload = '1'",
    "UPDATE certificate SET number = 'X' WHERE position = 0",
    "UPDATE certificate SET expires_on = '2099-01-01'",
    "DELETE FROM certificate",
    "UPDATE certificate SET state = 'live' WHERE state = 'void'",
    "UPDATE certificate SET state_reason = '别的原因' WHERE state = 'void'",
    "UPDATE event SET data = '{}'",
    "DELETE FROM event",
    "UPDATE roster SET entries = '[]'",
    "DELETE FROM roster",
    "UPDATE document_template SET content = ''",
    "DELETE FROM document_template",
)


def _compared(office) -> list[object]:
    with office.store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": include_object, "compare_type": True, "compare_server_default": True}
        )
        return compare_metadata(context, Base.metadata)


def test_models_and_migrations_agree(office):
    assert _compared(office) == []


def test_the_comparison_sees_a_column_that_no_model_has(office):
    with office.store.engine.begin() as connection:
        connection.execute(text("ALTER TABLE staff ADD COLUMN nickname TEXT"))
    assert _compared(office) != []


@pytest.fixture
def frozen(year):
    """The database file of a year with certificates and a published roster."""
    issued = year.issue()
    register.end(year.office, issued.numbers[-1], CertificateState.VOID, "示例原因")
    rosters.publish(year.office, year.campaign_id)
    year.office.close()
    return year.office.profile.database


@pytest.mark.parametrize("statement", FROZEN)
def test_what_was_issued_cannot_be_changed_by_anybody(frozen, statement):
    with (
        closing(SQLITE.connect(frozen)) as stranger,
        pytest.raises(SQLITE.IntegrityError, match=r"frozen|only grows|stays ended"),
    ):
        stranger.execute(statement)


def test_every_column_of_a_certificate_but_its_state_is_frozen(frozen):
    states = {"id", "state", "state_reason", "state_since"}
    with closing(SQLITE.connect(frozen)) as stranger:
        (guard,) = stranger.execute("SELECT sql FROM sqlite_master WHERE name = 'certificate_frozen'").fetchone()
        columns = {row[1] for row in stranger.execute("PRAGMA table_info(certificate)")}
    assert {name for name in columns if f" {name}," not in guard and f" {name} ON" not in guard} == states


def test_two_live_certificates_of_one_participation_are_refused(frozen):
    with closing(SQLITE.connect(frozen)) as stranger:
        columns = [row[1] for row in stranger.execute("PRAGMA table_info(certificate)")]
        changed = {"id": "'x'", "number": "'x'", "serial": "1", "position": "99"}
        values = ", ".join(changed.get(name, name) for name in columns)
        with pytest.raises(SQLITE.IntegrityError, match="participation_id"):
            stranger.execute(f"INSERT INTO certificate SELECT {values} FROM certificate LIMIT 1")


def test_json_is_kept_readable(year):
    with year.office.store.reading() as session:
        kept = session.execute(text("SELECT params FROM command WHERE name = 'import'")).scalar_one()
    assert "示例" in kept


def test_a_defect_is_no_user_error(office):
    with pytest.raises(Exception, match="no such table") as caught, office.store.reading() as session:
        session.execute(text("SELECT * FROM no_such_table"))
    assert not isinstance(caught.value, UserError)
