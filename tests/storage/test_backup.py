"""Backups count only when they hold; their number, not the clock, says which is newer."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from qc_desktop.domain import dates
from qc_desktop.storage import backup
from qc_desktop.storage.engine import sqlite_module
from qc_desktop.storage.schema import SCHEMA_VERSION
from tests.samples import add, refused


@pytest.fixture
def made(office):
    """A backup of an office with one company."""
    add(office)
    return backup.create(office.profile.database, office.profile.backups)


def test_a_backup_is_made_while_the_records_are_open_and_says_what_it_holds(made):
    assert backup.verify(made.path)["member_company"] == 1
    assert made.path.name == f"000001-manual-{made.at:%Y%m%d-%H%M}.sqlite3"
    assert made.at <= dates.now() < made.at + dt.timedelta(minutes=2)
    assert not list(made.path.parent.glob("*.part*"))


@pytest.mark.parametrize("place", [20, 60, 100, 2000, 5000, 0.3, 0.5, 0.9, -1])
def test_a_flipped_bit_anywhere_is_noticed(made, place):
    content = bytearray(made.path.read_bytes())
    content[int(place * len(content)) if isinstance(place, float) else place] ^= 0x10
    made.path.write_bytes(content)
    with refused("backup.damaged"):
        backup.verify(made.path)


def test_without_its_checksum_a_flipped_bit_in_a_name_would_pass(made):
    """The control: what SQLite itself checks is not enough."""
    content = made.path.read_bytes()
    place = content.index("示例甲".encode())
    made.path.write_bytes(
        content[:place] + content[place + 3 : place + 6] + content[place : place + 3] + content[place + 6 :]
    )
    assert backup.check(made.path)["member_company"] == 1
    with refused("backup.damaged"):
        backup.verify(made.path)


def test_a_backup_without_its_checksum_is_refused(made):
    made.path.with_name(made.path.name + ".sha256").unlink()
    with refused("backup.damaged"):
        backup.verify(made.path)


def test_a_backup_of_a_newer_program_is_refused(made):
    connection = sqlite_module().connect(made.path)
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    connection.close()
    with refused("backup.newer"):
        backup.check(made.path)


def test_another_program_s_file_is_no_backup(tmp_path):
    connection = sqlite_module().connect(tmp_path / "x.sqlite3")
    connection.execute("PRAGMA application_id=7")
    connection.execute("CREATE TABLE a (b)")
    connection.close()
    with refused("backup.not_ours"):
        backup.check(tmp_path / "x.sqlite3")


def test_damaged_records_are_not_backed_up_over_good_ones(office, made):
    office.close()
    office.profile.database.write_bytes(office.profile.database.read_bytes()[:9000] + b"x" * 90_000)
    with refused("store.damaged"):
        backup.create(office.profile.database, office.profile.backups)
    assert [known.path for known in backup.existing(office.profile.backups)] == [made.path]
    assert not list(office.profile.backups.glob("*.part*"))


def test_the_clock_may_go_back_and_the_newest_stays_the_newest(office, monkeypatch):
    folder, days = office.profile.backups, [dt.date(2026, 3, 15), dt.date(2025, 3, 15), dt.date(2025, 3, 16)]
    for day in days:
        noon = dt.datetime.combine(day, dt.time(12), dates.SHANGHAI)
        monkeypatch.setattr(dates, "now", lambda noon=noon: noon)
        backup.create(office.profile.database, folder, "daily")
    assert [known.seq for known in backup.existing(folder)] == [3, 2, 1]
    assert backup.existing(folder)[0].day == days[-1]


def _pretend(folder: Path, kinds: list[tuple[str, dt.date]]) -> None:
    folder.mkdir()
    for seq, (kind, day) in enumerate(kinds, 1):
        (folder / f"{seq:06}-{kind}-{day:%Y%m%d}.sqlite3").touch()
        (folder / f"{seq:06}-{kind}-{day:%Y%m%d}.sqlite3.sha256").touch()


def test_rotation_keeps_recent_ones_days_weeks_and_months(tmp_path):
    last = dt.date(2026, 3, 15)
    days = [last - dt.timedelta(days=back) for back in range(399, -1, -1)]
    _pretend(tmp_path / "b", [("daily", day) for day in days])
    backup.rotate(tmp_path / "b")
    kept = [known.day for known in backup.existing(tmp_path / "b")]
    assert kept[:14] == days[:-15:-1]
    weeks = [day for day in kept if (last - day).days < 56]
    assert len({day.isocalendar()[:2] for day in weeks}) >= 8
    assert len({(day.year, day.month) for day in kept}) == 12
    assert len(kept) <= 14 + 8 + 12
    assert len(list((tmp_path / "b").iterdir())) == 2 * len(kept)


def test_rotation_never_removes_those_before_a_migration_or_restore(tmp_path):
    day = dt.date(2020, 1, 1)
    _pretend(tmp_path / "b", [("migration", day), ("restore", day), *[("daily", day)] * 40])
    backup.rotate(tmp_path / "b")
    kept = backup.existing(tmp_path / "b")
    assert {known.kind for known in kept[-2:]} == {"migration", "restore"}
    assert len(kept) == 12


def test_other_files_in_the_folder_are_left_alone(tmp_path):
    _pretend(tmp_path / "b", [("daily", dt.date(2020, 1, 1))] * 30)
    (tmp_path / "b" / "我的文件.sqlite3").touch()
    backup.rotate(tmp_path / "b")
    assert (tmp_path / "b" / "我的文件.sqlite3").exists()


def test_a_folder_that_cannot_be_made_is_refused_in_words(office, tmp_path):
    (tmp_path / "file").touch()
    with refused("backup.folder"):
        backup.create(office.profile.database, tmp_path / "file" / "backups")


def test_an_old_backup_that_the_system_holds_on_to_is_no_reason_to_fail(office, tmp_path, monkeypatch):
    """It stays until the next rotation; the new backup is made and stands."""
    folder = tmp_path / "held"
    for _ in range(backup.RECENT + 4):
        held = backup.create(office.profile.database, folder)
    unlink = Path.unlink

    def refuse(path, missing_ok=False):
        if path.suffix == ".sqlite3" and path.parent == folder:
            raise PermissionError(1, "in use", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    made = backup.create(office.profile.database, folder)
    assert made.seq == held.seq + 1
    assert backup.verify(made.path)
    monkeypatch.undo()
    assert backup.rotate(folder)


@pytest.mark.parametrize("left", [None, b""])
def test_records_that_are_gone_are_neither_backed_up_nor_made_anew(office, made, left):
    """Backed up empty, they would stand before the good ones."""
    database = office.profile.database
    database.unlink()
    if left is not None:
        database.write_bytes(left)
    with refused("store.moved_away"):
        backup.create(database, made.path.parent)
    assert database.exists() is (left is not None)
    assert [known.path for known in backup.existing(made.path.parent)] == [made.path]
