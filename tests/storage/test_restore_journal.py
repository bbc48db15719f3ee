"""What a crash left beside the live file is never played into the restored one."""

from __future__ import annotations

import shutil

import pytest

from qc_desktop.errors import UserError
from qc_desktop.services.office import open_office
from qc_desktop.storage import backup
from qc_desktop.storage.engine import sqlite_module
from tests.samples import code


def _hot_journal(office):
    """The journal of a transaction that was killed half-way, with the database it belongs to."""
    driver = sqlite_module()
    connection = driver.connect(office.profile.database, isolation_level=None)
    connection.execute("PRAGMA cache_spill=ON")
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    for place in range(60):
        values = (f"id{place}", f"示例{place}有限公司" * 10, f"k{place}", "s" * 500, code(place))
        connection.execute(
            "INSERT INTO member_company (id, name, name_key, sort_key, uscc, row_version, short_name, member_no,"
            " member_tier, legal_representative, province_code, province, province_derived, admin_division_code,"
            " admin_division_name, city, address, industry_code, industry_name, hotline, website, remark)"
            " VALUES (?, ?, ?, ?, ?, 1, '', '', '', '', '', '', 0, '', '', '', '', '', '', '', '', '')",
            values,
        )
    journal = office.profile.database.with_name(office.profile.database.name + "-journal")
    kept = journal.read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    assert len(kept) > 512
    return journal, kept


def test_a_stale_journal_beside_the_live_file_does_no_harm(two):
    office, made = two
    office.close()
    journal, kept = _hot_journal(office)
    journal.write_bytes(kept)
    backup.restore(made.path, office.profile.database, office.profile.backups)
    assert not journal.exists() or journal.stat().st_size == 0
    assert backup.check(office.profile.database)["member_company"] == 1


def test_copying_over_the_live_file_beside_its_journal_would_have_done_harm(two):
    """The control: what the test above would have to catch."""
    office, made = two
    office.close()
    journal, kept = _hot_journal(office)
    shutil.copy(made.path, office.profile.database)
    journal.write_bytes(kept)
    assert not _opens_unharmed(office.profile, made.path)


def _opens_unharmed(profile, copied):
    try:
        open_office(profile).close()
    except UserError:
        return False
    return profile.database.read_bytes() == copied.read_bytes()


@pytest.mark.parametrize("end", ["-wal", "-shm"])
def test_a_left_over_wal_does_not_stay_beside_the_restored_file(two, end):
    office, made = two
    office.close()
    left = office.profile.database.with_name(office.profile.database.name + end)
    left.write_bytes(b"left over")
    backup.restore(made.path, office.profile.database, office.profile.backups)
    assert not left.exists()
    assert backup.check(office.profile.database)["member_company"] == 1
