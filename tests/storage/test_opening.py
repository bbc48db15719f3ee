"""Files that are not ours, damaged or too new are refused in words and stay as they were, byte for byte."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from qc_desktop.errors import UserError
from qc_desktop.paths import Profile
from qc_desktop.services.office import open_office
from qc_desktop.storage import backup, opening
from qc_desktop.storage.engine import APPLICATION_ID, sqlite_module
from qc_desktop.storage.schema import SCHEMA_VERSION
from tests.samples import add, refused


@pytest.fixture
def closed(office) -> Profile:
    """A profile with records that nobody has open."""
    add(office)
    office.close()
    return office.profile


def _pragma(path: Path, statement: str) -> None:
    with closing(sqlite_module().connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def _refused(profile: Profile) -> str:
    """The code with which opening ``profile`` is refused; its file must be as it was."""
    before = profile.database.read_bytes()
    with pytest.raises(UserError) as caught:
        open_office(profile)
    assert profile.database.read_bytes() == before
    return caught.value.code


def test_a_newer_file_is_refused(closed):
    _pragma(closed.database, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    assert _refused(closed) == "store.newer"


def test_a_newer_file_with_an_unfinished_journal_is_refused_too(closed):
    _pragma(closed.database, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    journal = closed.database.with_name(closed.database.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    assert _refused(closed) == "store.newer"


def test_another_program_s_database_is_refused(tmp_path):
    profile = Profile(tmp_path)
    _pragma(profile.database, "CREATE TABLE theirs (a)")
    assert _refused(profile) == "store.not_ours"


@pytest.mark.parametrize("content", [b"PK\x03\x04 no database", "示例".encode(), b"\x00" * 4096])
def test_what_is_no_database_is_refused(tmp_path, content):
    profile = Profile(tmp_path)
    profile.database.write_bytes(content)
    assert _refused(profile) == "store.not_ours"


@pytest.mark.parametrize("share", [0.0002, 0.02, 0.3, 0.7, 0.99])
def test_a_file_that_was_cut_short_is_refused(closed, share):
    whole = closed.database.read_bytes()
    closed.database.write_bytes(whole[: int(len(whole) * share)])
    assert _refused(closed) == "store.damaged"


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    profile = Profile(tmp_path)
    profile.database.mkdir()
    with refused("store.cannot_read"):
        open_office(profile)


def test_a_profile_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "示例").write_text("示例", encoding="utf-8")
    with refused("store.folder_denied"):
        open_office(Profile(tmp_path / "示例"))


@pytest.mark.parametrize("name", ["质检 协会 %1", "100%", "a'b", "示例；#?", " "])
def test_any_folder_name_will_do(tmp_path, opened, name):
    office = opened(tmp_path / name)
    add(office)
    office.close()
    assert opened(tmp_path / name).profile.database.is_file()


def test_an_empty_file_left_by_an_interrupted_first_start_is_filled(tmp_path, opened):
    Profile(tmp_path).database.touch()
    add(opened(tmp_path))


def test_a_good_end_leaves_no_journal_that_is_checked_at_the_next_start(closed, monkeypatch):
    assert closed.database.with_name(closed.database.name + "-journal").stat().st_size == 0
    monkeypatch.setattr(opening, "_connect", _only_read_only(opening._connect))
    open_office(closed).close()


def _only_read_only(connect):
    def checked(path, *, read_only):
        assert read_only, "opened for writing as if the program had crashed"
        return connect(path, read_only=read_only)

    return checked


def test_an_older_file_is_backed_up_before_it_is_migrated(closed, monkeypatch):
    monkeypatch.setattr(opening, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(opening, "upgrade", lambda engine: None)
    open_office(closed).close()
    (made,) = backup.existing(closed.backups)
    assert made.kind == "migration"
    assert backup.verify(made.path)["member_company"] == 1


def test_a_migration_that_fails_leaves_the_file_as_it_was(closed, monkeypatch):
    _pragma(closed.database, "PRAGMA user_version=0")
    _pragma(closed.database, "DROP TABLE alembic_version")  # so that the first migration meets its own tables
    assert _refused_by_defect(closed)


def _refused_by_defect(profile: Profile) -> bool:
    before = profile.database.read_bytes()
    with pytest.raises(Exception, match="already exists"):
        open_office(profile)
    return profile.database.read_bytes() == before


def test_a_file_with_our_mark_and_no_tables_is_ours(tmp_path, opened):
    _pragma(Profile(tmp_path).database, f"PRAGMA application_id={APPLICATION_ID}")
    add(opened(tmp_path))


def test_records_copied_to_another_folder_open_there(closed, tmp_path, opened):
    shutil.copytree(closed.root, tmp_path / "另一台")
    assert opened(tmp_path / "另一台").profile.database.is_file()
