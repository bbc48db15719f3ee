"""A filled file of every earlier revision is brought up to date whole: nothing lost, nothing half done."""

from __future__ import annotations

import lzma
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from qc_desktop.paths import Profile
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import open_office
from qc_desktop.storage.engine import sqlite_module
from qc_desktop.storage.schema import SCHEMA_VERSION, include_object
from qc_desktop.storage.tables import Base

DATABASES = Path(__file__).parent.parent / "databases"
EARLIER = [path.name[:4] for path in sorted(DATABASES.glob("*.sqlite3.xz"))]


def _counts(path: Path) -> dict[str, int]:
    with closing(sqlite_module().connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence'")
        names = [name for (name,) in tables if "search_index" not in name and name != "alembic_version"]
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


@pytest.fixture
def filled(tmp_path: Path) -> Profile:
    profile = Profile(tmp_path / "profile")
    profile.root.mkdir()
    return profile


def test_there_is_a_filled_file_of_every_earlier_revision():
    assert [f"{number:04}" for number in range(1, SCHEMA_VERSION)] == EARLIER


@pytest.mark.parametrize("revision", EARLIER)
def test_an_earlier_file_keeps_every_row_and_becomes_what_the_models_say(filled, revision):
    filled.database.write_bytes(lzma.decompress((DATABASES / f"{revision}.sqlite3.xz").read_bytes()))
    before = _counts(filled.database)
    office = open_office(filled)
    with office.store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": include_object, "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []
    assert browsing.count(office, CompanyFilter(text="示例")) == before["member_company"]
    office.close()
    assert before.items() <= _counts(filled.database).items()
    assert [path.suffix for path in filled.backups.glob("*migration*.sqlite3")], "no backup before the migration"
