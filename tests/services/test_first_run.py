"""The first start: nothing is opened before it was chosen, and a sample never mixes with real records."""

from __future__ import annotations

from contextlib import closing

import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.paths import Profile
from qc_desktop.services import backups, first_run, preferences
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.moving import packing
from qc_desktop.services.office import open_office
from qc_desktop.trust import sealed
from tests.samples import add, refused


@pytest.fixture
def profile(tmp_path, monkeypatch):
    monkeypatch.setattr(first_run, "SAMPLE_COMPANIES", 12)
    return Profile(tmp_path / "qc")


def test_a_new_pc_is_asked(profile):
    assert first_run.chosen(profile) is None
    assert not profile.root.exists()


def test_the_sample_has_a_profile_of_its_own_and_stays_until_work_begins(profile):
    sample = finish(first_run.try_out(profile))
    assert first_run.chosen(profile) == sample
    assert not profile.database.exists()
    with closing(open_office(sample)) as office:
        assert browsing.count(office, CompanyFilter()) == 12
    assert first_run.real_profile(sample) == profile
    assert first_run.real_profile(profile) is None
    first_run.begin(profile)
    assert first_run.chosen(profile) is None


def test_a_sample_that_was_tried_before_is_opened_as_it_was_left(profile):
    sample = finish(first_run.try_out(profile))
    with closing(open_office(sample)) as office:
        add(office)
    first_run.begin(profile)
    assert finish(first_run.try_out(profile)) == sample
    with closing(open_office(sample)) as office:
        assert browsing.count(office, CompanyFilter()) == 13


def test_a_start_that_was_cut_off_leaves_no_half_sample(profile):
    job = first_run.try_out(profile)
    next(job)
    job.close()
    assert first_run.chosen(profile) is None
    assert finish(first_run.try_out(profile)).database.exists()


def test_setting_up_makes_the_records_with_their_first_settings(profile, tmp_path):
    (tmp_path / "备份").mkdir()
    first_run.set_up(profile, " 示例质量协会 ", "示例员", str(tmp_path / "备份"))
    assert first_run.chosen(profile) == profile
    with closing(open_office(profile)) as office:
        assert preferences.get(office, "association_name") == "示例质量协会"
        assert preferences.get(office, "backup_folder") == str(tmp_path / "备份")
    assert preferences.remembered(profile, "operator") == "示例员"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("", "", ""), "first_run.association_needed"),
        (("示例协会", "", "/nowhere/at/all"), "settings.no_folder"),
        (("示例协会", "长" * 60, ""), "staff.long_name"),
        (("长" * 200, "", ""), "settings.too_long"),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_is_made(profile, typed, code):
    with refused(code):
        first_run.set_up(profile, *typed)
    assert not profile.database.exists()


def test_records_that_are_gone_are_found_again_in_their_backup(profile):
    first_run.set_up(profile, "示例质量协会", "", "")
    with closing(open_office(profile)) as office:
        add(office)
        made = backups.make(office)
    assert first_run.lost_records(profile) is None
    profile.database.unlink()
    assert first_run.lost_records(profile) == made.path
    finish(first_run.recover(profile, made.path))
    with closing(open_office(profile)) as office:
        assert browsing.count(office, CompanyFilter()) == 1


def test_the_records_of_another_pc_are_opened_from_then_on(issued, profile, tmp_path):
    finish(first_run.try_out(profile))
    target = tmp_path / "x.qcmove"
    finish(packing.pack(issued.office, target, sealed.new_sealing("示例口令一二三四")))
    finish(first_run.unpack(profile, target, "示例口令一二三四"))
    assert first_run.chosen(profile) == profile
