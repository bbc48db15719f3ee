"""One sealed file takes everything to a new PC; what does not hold is refused and changes nothing."""

from __future__ import annotations

import dataclasses
import hashlib
import zipfile

import pytest
from PIL import Image

from qc_desktop.domain.progress import finish
from qc_desktop.paths import Profile
from qc_desktop.services import backups, doctor, preferences
from qc_desktop.services.moving import content, packing, unpacking
from qc_desktop.services.office import open_office
from qc_desktop.trust import sealed
from tests.samples import DAY, refused

PASSPHRASE = "搬家口令一二三四"
SCAN = b"%PDF-1.7 a scan"


@pytest.fixture
def office(issued):
    """A year with four certificates, a scan and a seal picture."""
    home = issued.office.profile
    name = hashlib.sha256(SCAN).hexdigest()
    (home.scans / name[:2]).mkdir(parents=True)
    (home.scans / name[:2] / f"{name}.pdf").write_bytes(SCAN)
    return issued.office


@pytest.fixture
def packed(office, tmp_path):
    target = tmp_path / "搬家 100%.qcmove"
    finish(packing.pack_for_move(office, target, PASSPHRASE))
    return target


@pytest.fixture
def fresh(tmp_path):
    return Profile(tmp_path / "new pc")


def _files(profile):
    return {
        path.relative_to(profile.root).as_posix(): path.read_bytes()
        for folder in (profile.keys, profile.scans)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_everything_arrives_and_the_next_certificate_is_issued_there(issued, office, packed, fresh):
    held = finish(unpacking.unpack(fresh, packed, PASSPHRASE))
    assert (held.counts["certificate"], held.association) == (4, preferences.get(office, "association_name"))
    assert _files(fresh) == _files(office.profile)
    there = dataclasses.replace(open_office(fresh), fixed_day=DAY)
    assert backups.present(there) == {**backups.present(office), "event": backups.present(office)["event"] + 1}
    year = dataclasses.replace(issued, office=there)
    assert [number[-6:] for number in year.issue(year.participations()[4:5]).numbers] == ["000005"]
    there.close()


def test_looking_says_what_is_inside_and_writes_nothing(packed, fresh):
    assert unpacking.look(packed, PASSPHRASE).counts["certificate"] == 4
    assert not fresh.root.exists()


def test_full_width_typing_of_the_passphrase_opens_it_too(office, tmp_path):
    target = tmp_path / "a.qcmove"
    finish(packing.pack(office, target, sealed.new_sealing("abc12345")))
    assert unpacking.look(target, "ａｂｃ１２３４５ ").files


def test_another_passphrase_is_refused(packed, fresh):
    with refused("move.wrong_passphrase"):
        finish(unpacking.unpack(fresh, packed, "falsch-falsch"))
    assert not fresh.database.exists()


def test_a_short_passphrase_is_refused():
    with refused("move.passphrase_short"):
        sealed.new_sealing("1234567")


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5, 0.7, 0.9, 0.98])
def test_a_flipped_bit_anywhere_is_noticed_and_leaves_the_new_pc_empty(packed, fresh, place):
    content = bytearray(packed.read_bytes())
    content[int(place * len(content))] ^= 0x10
    packed.write_bytes(content)
    with pytest.raises(Exception, match=r"move\.(damaged|not_sealed|wrong_passphrase)"):
        finish(unpacking.unpack(fresh, packed, PASSPHRASE))
    assert not fresh.database.exists()
    assert not _files(fresh)
    assert not list(fresh.root.glob("unpacking-*"))


@pytest.mark.parametrize("kept", [0, 10, 0.2, 0.6, 0.999])
def test_a_file_cut_short_is_refused(packed, fresh, kept):
    content = packed.read_bytes()
    packed.write_bytes(content[: int(kept * len(content)) if isinstance(kept, float) else kept])
    with refused("move.not_sealed"):
        finish(unpacking.unpack(fresh, packed, PASSPHRASE))


def test_records_that_are_there_are_never_replaced(office, packed):
    before = office.profile.database.read_bytes()
    with refused("move.records_here"):
        finish(unpacking.unpack(office.profile, packed, PASSPHRASE))
    assert office.profile.database.read_bytes() == before


def test_stopping_on_the_way_leaves_nothing(office, packed, fresh, tmp_path):
    job = packing.pack(office, tmp_path / "b.qcmove", sealed.new_sealing(PASSPHRASE))
    next(job)
    next(job)
    job.close()
    assert not list(tmp_path.glob("b.qcmove*"))
    assert not list(office.profile.root.glob("packing-*"))
    job = unpacking.unpack(fresh, packed, PASSPHRASE)
    next(job)
    job.close()
    assert not fresh.database.exists()
    assert not list(fresh.root.glob("unpacking-*"))


def test_nothing_readable_lies_in_the_file(packed):
    content = packed.read_bytes()
    for secret in ("示例".encode(), b"SQLite format", b"qc-desktop-key", SCAN):
        assert secret not in content
    assert set(zipfile.ZipFile(packed).namelist()) == {"opening.age", "contents.age"}


def test_the_old_pc_remembers_that_its_records_went_elsewhere(office, packed):
    assert preferences.remembered(office.profile, packing.MOVED_ON) == office.today.isoformat()


@pytest.mark.parametrize("name", ["../keys/x", "/etc/x", "keys/../../x", "C:/x", "other/x", "keys\\..\\x"])
def test_names_that_lead_elsewhere_are_none_of_ours(name):
    assert not content.is_ours(name)


def test_keys_left_by_a_move_that_was_cut_off_stay_beside_those_that_come(packed, fresh):
    fresh.keys.mkdir(parents=True)
    (fresh.keys / "payload-00000000.key.json").write_text("{}")
    finish(unpacking.unpack(fresh, packed, PASSPHRASE))
    assert (fresh.root / "keys.before-move-1" / "payload-00000000.key.json").exists()
    assert not (fresh.keys / "payload-00000000.key.json").exists()


@pytest.mark.parametrize(
    ("now", "told"),
    [(Image.new("RGBA", (60, 60)), "seal_lost"), (Image.new("RGB", (60, 60), (220, 0, 0)), "seal_unusable")],
)
def test_a_seal_that_cannot_be_used_keeps_nobody_from_moving_and_is_named_there(office, tmp_path, fresh, now, told):
    seal = tmp_path / "示例章.png"
    Image.new("RGB", (360, 360), (220, 0, 0)).save(seal)
    preferences.change(office, {"seal_picture": str(seal)})
    now.save(seal)
    target = tmp_path / "a.qcmove"
    finish(packing.pack_for_move(office, target, PASSPHRASE))
    seal.unlink()
    finish(unpacking.unpack(fresh, target, PASSPHRASE))
    there = open_office(fresh)
    assert [one.code for one in doctor.examine(there) if one.code.startswith("seal")] == [told]
    there.close()
