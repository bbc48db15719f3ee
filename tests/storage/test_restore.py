"""Putting a backup back: whole, or everything as it was."""

from __future__ import annotations

import shutil

import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.services import backups
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import open_office
from qc_desktop.storage import backup, sound
from tests.samples import refused


def _count(office):
    return browsing.count(office, CompanyFilter())


def test_a_backup_is_put_back_and_what_was_replaced_is_kept(two):
    office, made = two
    assert backups.preview(made.path)["member_company"] == 1
    fresh = backups.restore(office, made.path)
    assert _count(fresh) == 1
    fresh.close()
    (aside,) = office.profile.root.glob("*.before-restore-*")
    shutil.copy(aside / office.profile.database.name, office.profile.root / "again.sqlite3")
    assert backup.check(office.profile.root / "again.sqlite3")["member_company"] == 2
    assert [known.kind for known in backups.listed(office)] == ["restore", "manual"]


def test_restoring_goes_into_the_register(two):
    office, made = two
    fresh = backups.restore(office, made.path)
    with fresh.store.reading() as session:
        kinds = session.connection().exec_driver_sql("SELECT kind FROM event").scalars().all()
    assert kinds == ["backup_restored"]
    fresh.close()


def test_a_damaged_backup_changes_nothing(two):
    office, made = two
    made.path.write_bytes(made.path.read_bytes()[:-100] + b"damaged" * 10 + bytes(30))
    with refused("backup.damaged"):
        backups.restore(office, made.path)
    assert _count(office) == 2


def test_it_can_be_done_twice(two):
    office, made = two
    for _ in range(2):
        office = backups.restore(office, made.path)
    assert _count(office) == 1
    assert len(list(office.profile.root.glob("*.before-restore-*"))) == 2
    office.close()


def test_damaged_records_are_replaced_and_kept(two):
    office, made = two
    office.close()
    wreck = office.profile.database.read_bytes()[:5000]
    office.profile.database.write_bytes(wreck)
    with refused("store.damaged"):
        open_office(office.profile)
    fresh = finish(backups.recovering(office.profile, made.path, "示例员"))
    assert _count(fresh) == 1
    fresh.close()
    (aside,) = office.profile.root.glob("*.before-restore-*")
    assert (aside / office.profile.database.name).read_bytes() == wreck


def test_missing_records_are_put_back(two):
    office, made = two
    office.close()
    office.profile.database.unlink()
    fresh = finish(backups.recovering(office.profile, made.path))
    assert _count(fresh) == 1
    fresh.close()


def _stopped_at(job, part):
    """Runs ``job`` until it says ``part`` hundredths, then closes it; what it said."""
    said = []
    for progress in job:
        said.append(progress.done)
        if progress.done >= part:
            break
    job.close()
    return said


@pytest.mark.parametrize("part", [0, 30, 45, 70])
def test_a_restore_that_is_stopped_leaves_the_records_as_they_were(two, part, monkeypatch):
    monkeypatch.setattr(sound, "OPERATIONS", 50)
    office, made = two
    before = sorted(path.name for path in office.profile.root.iterdir())
    said = _stopped_at(backups.restoring(office, made.path), part)
    assert said[-1] >= part
    assert said == sorted(said)
    assert _count(office) == 2
    assert sorted(path.name for path in office.profile.root.iterdir()) == before
    assert not list(office.profile.backups.glob("*.part*"))
    assert [known.kind for known in backups.listed(office)] == ["manual"]  # none of what was not replaced after all
    fresh = backups.restore(office, made.path)
    assert _count(fresh) == 1
    fresh.close()
