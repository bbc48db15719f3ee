"""Second copies: sealed, in another place, and enough to begin anew with."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from qc_desktop.domain import dates
from qc_desktop.domain.progress import finish
from qc_desktop.paths import Profile
from qc_desktop.services import backups, second_copy
from qc_desktop.services.moving import unpacking
from qc_desktop.services.office import open_office
from tests.samples import refused

PASSPHRASE = "第二份备份口令一二"


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def mark(office):
    return second_copy._sealing(office.profile).mark


def copies(office):
    return second_copy.existing(second_copy.state(office).folder, mark(office))


@pytest.fixture
def office(issued, stick):
    scans = issued.office.profile.scans
    scans.mkdir(exist_ok=True)
    (scans / "a.pdf").write_bytes(b"first scan")
    second_copy.set_up(issued.office, stick, PASSPHRASE)
    return issued.office


def test_nothing_is_copied_before_it_was_set_up(issued):
    assert second_copy.state(issued.office).folder is None
    assert finish(second_copy.write(issued.office)) is None


def test_a_copy_and_its_scans_bring_everything_back(office, stick, tmp_path):
    made = finish(second_copy.write(office))
    (office.profile.scans / "b.pdf").write_bytes(b"second scan")
    newest = finish(second_copy.write(office))
    assert [copy.seq for copy in copies(office)] == [2, 1]
    assert len(list(stick.rglob("scans-*/*.qcmove"))) == 2
    there = Profile(tmp_path / "there")
    finish(unpacking.unpack(there, newest, PASSPHRASE))
    assert sorted(path.name for path in there.scans.iterdir()) == ["a.pdf", "b.pdf"]
    assert (there.scans / "b.pdf").read_bytes() == b"second scan"
    fresh = open_office(there)
    assert backups.present(fresh)["certificate"] == 4
    fresh.close()
    assert made.exists()


def test_a_scan_is_sealed_once(office, stick):
    finish(second_copy.write(office))
    (scan,) = stick.rglob("scans-*/*.qcmove")
    before = scan.stat().st_mtime_ns
    finish(second_copy.write(office))
    assert scan.stat().st_mtime_ns == before


def test_a_stick_that_is_away_is_passed_over_and_said(office, stick):
    stick.rename(stick.with_name("away"))
    assert finish(second_copy.write(office)) is None
    assert not second_copy.state(office).reachable


def test_nothing_readable_lies_on_the_stick(office, stick):
    finish(second_copy.write(office))
    for path in filter(lambda path: path.is_file(), stick.rglob("*")):
        content = path.read_bytes()
        assert not any(word in content for word in ("示例".encode(), b"SQLite format", b"first scan", b"sealed"))


def test_a_new_passphrase_begins_a_new_row_of_copies_and_old_ones_still_open(office, stick, tmp_path):
    old = finish(second_copy.write(office))
    second_copy.set_up(office, stick, "另一个新的口令三四")
    new = finish(second_copy.write(office))
    for path, passphrase in ((old, PASSPHRASE), (new, "另一个新的口令三四")):
        there = Profile(tmp_path / path.stem)
        finish(unpacking.unpack(there, path, passphrase))
        assert (there.scans / "a.pdf").read_bytes() == b"first scan"
    with refused("move.wrong_passphrase"):
        unpacking.look(new, PASSPHRASE)


def test_old_copies_make_room_as_backups_do(office, stick):
    for seq in range(1, 13):
        (stick / f"{seq:06}-copy-{mark(office)}-20260315-0800.qcmove").touch()
        (stick / f"{seq:06}-copy-0123abcd-20260315-0800.qcmove").touch()  # another PC's
    finish(second_copy.write(office))
    assert len(copies(office)) < 13
    assert copies(office)[0].seq == 13
    assert len(list(stick.glob("*-0123abcd-*"))) == 12


def test_another_pc_s_copy_of_today_is_not_ours(office, stick, tmp_path):
    theirs = dt.datetime.now(dt.UTC).astimezone(dates.SHANGHAI)
    (stick / f"000001-copy-0123abcd-{theirs:%Y%m%d-%H%M}.qcmove").touch()
    today = dataclasses.replace(office, fixed_day=None)
    assert finish(second_copy.daily(today)) is not None
    assert finish(second_copy.daily(today)) is None


def test_after_it_was_stopped_nothing_is_written(office, stick):
    second_copy.stop(office)
    assert finish(second_copy.write(office)) is None
    assert not list(stick.iterdir())


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_place_that_is_no_folder_is_refused(office, tmp_path, name):
    (tmp_path / "file").touch()
    with refused("settings.no_folder"):
        second_copy.set_up(office, tmp_path / name, PASSPHRASE)


def test_a_damaged_seal_is_said_and_can_be_set_up_again(office, stick):
    (office.profile.root / "second_copy.json").write_text("{")
    assert second_copy.state(office).folder is None
    with refused("move.second_copy_again"):
        finish(second_copy.daily(office))
    second_copy.set_up(office, stick, PASSPHRASE)
    assert finish(second_copy.write(office)) is not None


def test_the_empty_place_of_a_stick_is_not_written_to(office, stick, tmp_path):
    finish(second_copy.write(office))
    stick.rename(tmp_path / "拔掉的")
    stick.mkdir()
    assert not second_copy.state(office).reachable
    assert finish(second_copy.write(office)) is None
    assert list(stick.iterdir()) == []
    second_copy.set_up(office, stick, PASSPHRASE)
    assert second_copy.state(office).reachable
