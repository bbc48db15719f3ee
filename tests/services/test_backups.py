from __future__ import annotations

import dataclasses
import shutil

from qc_desktop.domain import dates
from qc_desktop.domain.progress import finish
from qc_desktop.services import backups, preferences
from qc_desktop.services.companies import importing, planning
from qc_desktop.storage import sound
from tests.samples import DAY, code, refused, write_list


def today(office):
    return dataclasses.replace(office, fixed_day=None)


def test_one_backup_a_day_is_made_by_itself(office):
    assert backups.state(office).newest is None
    assert finish(backups.daily(today(office))).kind == "daily"
    assert finish(backups.daily(today(office))) is None
    assert backups.state(office).newest.seq == 1


def test_a_backup_by_hand_does_not_stand_for_the_daily_one(office):
    backups.make(office)
    assert finish(backups.daily(today(office))).seq == 2


def test_the_folder_is_a_setting(office, tmp_path):
    (tmp_path / "备份 U盘").mkdir()
    preferences.change(office, {"backup_folder": str(tmp_path / "备份 U盘")})
    made = backups.make(office)
    assert made.path.parent == tmp_path / "备份 U盘"
    assert backups.state(office).folder == made.path.parent


def test_a_folder_that_cannot_be_used_is_said(office, tmp_path):
    """It was there when it was chosen; then something else took its place."""
    folder = tmp_path / "folder"
    folder.mkdir()
    preferences.change(office, {"backup_folder": str(folder)})
    folder.rmdir()
    folder.touch()
    with refused("backup.folder"):
        backups.make(office)


def test_a_chosen_folder_that_is_gone_is_said_and_never_made_anew(office, tmp_path):
    """A stick that is not plugged in must not look like a good backup."""
    folder = tmp_path / "备份 U盘"
    folder.mkdir()
    preferences.change(office, {"backup_folder": str(folder)})
    made = backups.make(office)
    assert not backups.state(office).is_gone
    shutil.move(folder, tmp_path / "拔掉的")
    assert backups.state(office) == backups.BackupState(None, None, folder, is_gone=True)
    with refused("backup.folder_gone"):
        backups.make(office)
    meanwhile = backups.make(office, "import")
    assert meanwhile.path.parent == office.profile.backups
    assert backups.listed(office) == [meanwhile]
    fresh = backups.restore(office, tmp_path / "拔掉的" / made.path.name)
    assert not folder.exists()
    shutil.move(tmp_path / "拔掉的", folder)
    assert backups.state(fresh).newest == made
    fresh.close()


def test_an_empty_folder_where_the_stick_hung_is_as_a_stick_that_is_away(office, tmp_path):
    """The mount point stays when the stick is pulled: it lies on the PC's own disk."""
    folder = tmp_path / "备份 U盘"
    folder.mkdir()
    backups.choose_folder(office, str(folder))
    assert not backups.state(office).is_gone  # nothing was made there yet
    made = backups.make(office)
    shutil.move(folder, tmp_path / "拔掉的")
    folder.mkdir()
    assert backups.state(office) == backups.BackupState(None, None, folder, is_gone=True, is_emptied=True)
    with refused("backup.folder_emptied"):
        backups.make(office)
    meanwhile = finish(backups.daily(office))
    assert meanwhile.path.parent == office.profile.backups
    assert list(folder.iterdir()) == []
    folder.rmdir()
    shutil.move(tmp_path / "拔掉的", folder)
    assert backups.state(office).newest == made
    assert not backups.state(office).is_gone


def test_a_folder_that_a_person_emptied_can_be_chosen_again(office, tmp_path):
    folder = tmp_path / "备份"
    folder.mkdir()
    backups.choose_folder(office, str(folder))
    for path in (backups.make(office).path, *folder.iterdir()):
        path.unlink(missing_ok=True)
    assert backups.is_gone(office)
    backups.choose_folder(office, str(folder))
    assert not backups.is_gone(office)
    assert backups.make(office).path.parent == folder


def test_the_age_of_the_newest_is_known(office):
    backups.make(office)
    assert abs((dates.now() - backups.state(office).at).total_seconds()) < 3600


def test_numbers_given_out_since_the_backup_are_never_given_out_again(year):
    rows = year.participations()
    year.issue(rows[:2])
    made = backups.make(year.office)
    lost = year.issue(rows[2:5]).numbers
    fresh = dataclasses.replace(
        year, office=dataclasses.replace(backups.restore(year.office, made.path), fixed_day=DAY)
    )
    assert [int(number[-6:]) for number in fresh.issue().numbers] == list(range(6, 16))
    assert lost[-1].endswith("000005")
    fresh.office.close()


def test_an_import_over_records_is_preceded_by_a_backup_and_the_first_one_needs_none(office, tmp_path):
    for number, name in enumerate(("示例甲有限公司", "示例乙有限公司"), 1):
        path = write_list(tmp_path / f"{number}.xlsx", [[name, code(number)]], ["企业名称", "统一社会信用代码"])
        finish(importing.commit(office, finish(planning.plan(office, path))))
    (made,) = backups.listed(office)
    assert made.kind == "import"
    assert backups.preview(made.path)["member_company"] == 1


def test_the_newest_backup_that_holds_is_found_without_opening_the_records(office):
    assert backups.newest_good(office.profile) is None
    good = backups.make(office)
    damaged = backups.make(office)
    content = bytearray(damaged.path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged.path.write_bytes(content)
    assert backups.newest_good(office.profile).path == good.path


def test_a_backup_says_how_far_it_is_and_stopped_leaves_nothing(year, monkeypatch):
    monkeypatch.setattr(sound, "OPERATIONS", 2000)
    office = year.office
    said = list(backups.making(office))
    assert {progress.step for progress in said} == {"backup"}
    parts = [progress.done / progress.total for progress in said]
    assert parts == sorted(parts)
    assert len(set(parts)) > 2
    (kept,) = backups.listed(office)
    for stop_after in range(1, len(said)):
        job = backups.making(office)
        for _ in range(stop_after):
            next(job)
        job.close()
        assert {path.name for path in kept.path.parent.iterdir()} == {kept.path.name, f"{kept.path.name}.sha256"}


def test_what_goes_wrong_apart_is_raised_in_the_job(office):
    office.close()
    office.profile.database.write_bytes(b"damage" * 5000)
    with refused("store.damaged"):
        finish(backups.making(dataclasses.replace(office)))
