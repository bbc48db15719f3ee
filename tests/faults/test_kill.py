"""kill -9 in the middle of things: all or nothing, and the next start works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from qc_desktop.domain.progress import finish
from qc_desktop.services import backups, demo, vault
from qc_desktop.services.certificates import issuing, printing, register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.storage import backup
from tests.samples import add, rows, write_list

ROOT = Path(__file__).parents[2]


def kill_at(point: str, action: str, profile: Path, path: Path) -> None:
    """Runs ``action`` in a process of its own and kills it at ``point``."""
    command = [sys.executable, "-m", "tests.faults.worker", action, str(profile), str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        reached = []
        for line in process.stdout:
            reached.append(line.strip())
            if line.strip() == point:
                break
            process.stdin.write("\n")
            process.stdin.flush()
        process.kill()
        errors = process.stderr.read()
    assert reached[-1:] == [point], (reached, errors)


def assert_sound(office):
    with office.store.reading() as session:
        assert session.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []


def companies(office):
    return browsing.count(office, CompanyFilter())


def after_import(point, action, office, tmp_path, opened):
    add(office, "示例原有有限公司")
    office.close()
    path = write_list(tmp_path / "名单.xlsx", rows(30))
    kill_at(point, action, office.profile.root, path)
    again = opened(office.profile.root)
    assert_sound(again)
    return companies(again), again, path


@pytest.mark.parametrize("point", ["import_check 30", "import_save 10", "import_save 30"])
def test_an_import_is_whole_or_absent(office, tmp_path, opened, point):
    count, again, path = after_import(point, "import_list", office, tmp_path, opened)
    assert count == 1
    from qc_desktop.services.companies import importing, planning

    finish(importing.commit(again, finish(planning.plan(again, path))))
    assert companies(again) == 31


def test_an_import_in_pieces_is_caught(office, tmp_path, opened):
    count, _, _ = after_import("piece 1", "import_in_pieces", office, tmp_path, opened)
    assert count not in (1, 31)


def test_a_command_too_large_for_memory_is_undone_from_its_journal(office, tmp_path, opened):
    add(office, "示例原有有限公司")
    before = office.profile.database.stat().st_size
    office.close()
    kill_at("spilled", "change_very_much", office.profile.root, tmp_path)
    assert office.profile.database.stat().st_size > before + 1_000_000
    again = opened(office.profile.root)
    assert_sound(again)
    assert companies(again) == 1


def numbers_after(point, action, year, tmp_path, opened):
    year.office.close()
    kill_at(point, action, year.office.profile.root, tmp_path)
    again = opened(year.office.profile.root)
    assert_sound(again)
    assert register.count(again, CertificateFilter()) == 0
    opened = vault.unlock(again, demo.PASSPHRASE)
    return [int(number[-6:]) for number in finish(issuing.issue(again, year.campaign_id, opened)).numbers]


@pytest.mark.parametrize("point", ["preflight 4", "issue 4", "issue 12"])
def test_no_number_is_used_by_a_batch_that_was_killed(year, tmp_path, opened, point):
    assert numbers_after(point, "issue", year, tmp_path, opened) == list(range(1, 13))


def test_numbers_reserved_apart_are_caught(year, tmp_path, opened):
    assert numbers_after("reserved", "issue_one_by_one", year, tmp_path, opened) != list(range(1, 13))


@pytest.mark.parametrize("point", ["render 2", "check 2", "check 4"])
def test_printing_is_taken_up_and_no_unchecked_page_is_left(year, tmp_path, opened, point):
    year.issue(year.participations()[:4])
    year.office.close()
    kill_at(point, "print_folder", year.office.profile.root, tmp_path / "证书")
    assert not list((tmp_path / "证书").glob("*"))
    again = opened(year.office.profile.root)
    finish(printing.print_folder(again, printing.live_numbers(again, year.campaign_id), tmp_path / "证书"))
    assert len(list((tmp_path / "证书").iterdir())) == 4
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("point", ["check", "_sha256", "rotate"])
def test_every_backup_that_is_listed_holds(office, tmp_path, opened, point):
    add(office)
    good = backups.make(office)
    office.close()
    kill_at(point, "back_up", office.profile.root, tmp_path)
    again = opened(office.profile.root)
    for known in backups.listed(again):
        assert backup.verify(known.path)["member_company"] == 1
    assert backups.make(again).seq == (3 if point == "rotate" else 2)
    assert good in backups.listed(again)


@pytest.mark.parametrize("point", ["create", "check", "_move_aside", "restored"])
def test_a_restore_is_whole_or_absent(office, tmp_path, opened, point):
    add(office, "示例一有限公司")
    made = backups.make(office)
    add(office, "示例二有限公司")
    office.close()
    kill_at(point, "restore", office.profile.root, made.path)
    again = opened(office.profile.root)
    assert_sound(again)
    assert companies(again) == (1 if point == "restored" else 2)


@pytest.mark.parametrize("point", ["upgrade", "alembic_config", "opened"])
def test_an_interrupted_first_start_is_made_up_for(office, tmp_path, opened, point):
    office.close()
    kill_at(point, "first_start", office.profile.root, tmp_path / "neu")
    again = opened(tmp_path / "neu")
    assert_sound(again)
    add(again)
