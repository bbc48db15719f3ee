"""Damaged bytes: never a traceback, never silently overwritten; a damaged backup never passes."""

from __future__ import annotations

import random
import shutil

import pytest

from qc_desktop.errors import UserError
from qc_desktop.paths import Profile
from qc_desktop.services import backups, doctor, history
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import open_office
from qc_desktop.storage import backup


def damaged(content: bytes, seed: int) -> bytes:
    """``content`` with a flipped bit, a zeroed page or a lost end."""
    dice = random.Random(seed)
    spoiled = bytearray(content)
    place = dice.randrange(len(spoiled))
    match seed % 3:
        case 0:
            spoiled[place] ^= 1 << dice.randrange(8)
        case 1:
            start = place // 4096 * 4096
            spoiled[start : start + 4096] = bytes(len(spoiled[start : start + 4096]))
        case 2:
            del spoiled[place:]
    return bytes(spoiled)


def _use(profile):
    """Opens and reads everything; only UserError may come out, and what was refused must be as it was."""
    before = profile.database.read_bytes()
    try:
        office = open_office(profile)
    except UserError:
        assert profile.database.read_bytes() == before
        return
    try:
        for read in (
            lambda: browsing.page(office, CompanyFilter()),
            lambda: browsing.find(office, "示例"),
            lambda: history.commands(office),
            lambda: register.page(office, CertificateFilter()),
            lambda: backups.make(office),
        ):
            try:
                read()
            except UserError:
                continue
        doctor.examine(office)
    finally:
        office.close()


@pytest.mark.parametrize("seed", range(24))
def test_damaged_records_are_refused_or_read_as_far_as_they_go(year_profile, tmp_path, seed):
    profile = Profile(shutil.copytree(year_profile[0], tmp_path / "profile"))
    profile.database.write_bytes(damaged(profile.database.read_bytes(), seed))
    _use(profile)


@pytest.mark.parametrize("seed", range(40))
def test_no_damaged_backup_passes(year_profile, tmp_path, seed):
    source = year_profile[0] / "records.sqlite3"
    made = backup.create(source, tmp_path / "b")
    spoiled = damaged(made.path.read_bytes(), seed)
    if spoiled == made.path.read_bytes():
        spoiled += b"x"
    made.path.write_bytes(spoiled)
    with pytest.raises(UserError) as caught:
        backup.verify(made.path)
    assert caught.value.code == "backup.damaged"
    database = tmp_path / "records.sqlite3"
    shutil.copy(source, database)
    before = database.read_bytes()
    with pytest.raises(UserError):
        backup.restore(made.path, database, tmp_path / "b")
    assert database.read_bytes() == before


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_key_file_is_refused_and_stays(year_profile, tmp_path, seed):
    from qc_desktop.services import demo, vault

    profile = Profile(shutil.copytree(year_profile[0], tmp_path / "profile"))
    (path,) = profile.keys.glob("payload-*")
    spoiled = damaged(path.read_bytes(), seed)
    path.write_bytes(spoiled)
    office = open_office(profile)
    try:
        vault.unlock(office, demo.PASSPHRASE)
    except UserError:
        pass
    else:
        assert seed % 3 == 0  # a bit of a remark, or of the spelling of a number
    finally:
        office.close()
    assert path.read_bytes() == spoiled
