"""恢复单: made, proved, the root off the PC, a forgotten passphrase."""

from __future__ import annotations

import json
import shutil

import pytest
from sqlalchemy import select

from qc_desktop.domain.events import EventKind
from qc_desktop.services import checking_keys, demo, keys, preferences, recovery, vault
from qc_desktop.storage.tables import Event
from qc_desktop.trust import key_files, keyfile
from qc_desktop.trust import recovery as text_form
from qc_desktop.trust.keyfile import Passphrase
from tests.keyed import first_version
from tests.samples import refused

NEW = "忘记以后的新口令"


def kinds(office):
    with office.store.reading() as session:
        return list(session.scalars(select(Event.kind).order_by(Event.seq)))


def root_of(office):
    return recovery.root_of(office, passphrase=demo.PASSPHRASE)


def typed(root):
    return "\n".join(text_form.lines(root))


@pytest.fixture
def other(tmp_path, empty_profile, opened):
    """Another office with keys."""
    office = opened(shutil.copytree(empty_profile, tmp_path / "other"))
    vault.set_up(office, NEW)
    return office


@pytest.fixture
def proved(year):
    """The sample year whose root is on paper alone; and what stands on the paper."""
    root = root_of(year.office)
    recovery.prove(year.office, root)
    return year, typed(root)


def test_the_sheet_is_read_back_from_its_pdf_and_then_the_root_leaves(year, tmp_path):
    office = year.office
    assert recovery.state(office) == recovery.SheetState(is_set_up=True, made=False, proved=False, is_here=True)
    before = set(tmp_path.rglob("*"))
    sheet = recovery.write_sheet(office, root_of(office), tmp_path / "恢复单.pdf")
    assert set(tmp_path.rglob("*")) - before == {sheet}
    assert recovery.state(office).made
    recovery.prove(office, recovery.root_of(office, file=sheet))
    assert recovery.state(office) == recovery.SheetState(is_set_up=True, made=True, proved=True, is_here=False)
    assert not list(office.profile.keys.glob("root-*"))
    assert kinds(office)[-2:] == [EventKind.RECOVERY_SHEET_MADE, EventKind.RECOVERY_PROVED]
    year.issue()
    with refused("keys.root_needed"):
        root_of(office)
    assert recovery.write_sheet(office, recovery.root_of(office, file=sheet), tmp_path / "again.pdf").exists()


def test_another_picture_is_no_sheet(year, tmp_path):
    root = root_of(year.office)
    with refused("recovery.not_found"):
        from qc_desktop.domain.calibration import paper
        from qc_desktop.services import calibrations

        ruler = calibrations.write_ruler(year.office, tmp_path / "r.pdf", "示例", "", paper("a4_upright"))
        recovery.root_of(year.office, file=ruler)
    assert root.spki == recovery.root_of(year.office, typed=typed(root)).spki


def test_a_changed_link_is_signed_with_the_sheet(proved):
    year, sheet = proved
    preferences.change(year.office, {"verification_prefix": "https://other.example/#"})
    assert keys.list_is_stale(year.office)
    with refused("keys.root_needed"):
        keys.public(year.office, demo.PASSPHRASE)
    signed = keys.public(year.office, root=recovery.root_of(year.office, typed=sheet))
    assert json.loads(signed.document)["prefixes"][0] == "https://other.example/#"


def test_the_pin_comes_from_the_register_and_not_from_the_list(proved, other):
    year, _ = proved
    shutil.copy(other.profile.keys / keys.PUBLIC_FILE, year.office.profile.keys / keys.PUBLIC_FILE)
    assert keys.known(year.office).before is None
    assert keys.list_is_stale(year.office)
    assert {key.kid for key in keys.key_list(year.office).keys} == {year.keys.payload.kid, year.keys.lists.kid}


def test_who_forgot_the_passphrase_chooses_another_with_the_sheet(proved):
    year, sheet = proved
    root = recovery.root_of(year.office, typed=sheet)
    with refused("keys.passphrase_short"):
        recovery.forgot(year.office, root, "short")
    recovery.forgot(year.office, root, NEW)
    with refused("keys.wrong_passphrase"):
        vault.unlock(year.office, demo.PASSPHRASE)
    assert vault.unlock(year.office, NEW).payload.kid == year.keys.payload.kid
    vault.change_passphrase(year.office, NEW, demo.PASSPHRASE)
    recovery.forgot(year.office, root, NEW)  # what the sheet opens, it opens under every passphrase
    assert vault.unlock(year.office, NEW).ledger.kid == year.keys.ledger.kid
    assert EventKind.PASSPHRASE_RECOVERED in kinds(year.office)


def test_a_root_that_is_still_here_gets_the_new_passphrase_too(year):
    recovery.forgot(year.office, root_of(year.office), NEW)
    assert (
        recovery.root_of(year.office, passphrase=NEW).kid
        == key_files.info(next(year.office.profile.keys.glob("root-*"))).kid
    )


def test_the_stick_s_file_with_the_passphrase_is_the_root(year, tmp_path):
    sheet = typed(root_of(year.office))
    path = recovery.write_stick(year.office, tmp_path)
    recovery.prove(year.office, recovery.root_of(year.office, typed=sheet))
    assert recovery.root_of(year.office, file=path, passphrase=demo.PASSPHRASE).kid.hex() in path.name
    with refused("keys.wrong_passphrase"):
        recovery.root_of(year.office, file=path, passphrase=NEW)
    with refused("keys.root_needed"):
        recovery.write_stick(year.office, tmp_path)


def test_another_office_s_sheet_and_stick_are_refused(year, other, tmp_path):
    theirs = recovery.root_of(other, passphrase=NEW)
    stick = recovery.write_stick(other, tmp_path)
    for given in ({"typed": typed(theirs)}, {"file": stick, "passphrase": NEW}):
        with refused("recovery.other_root"):
            recovery.root_of(year.office, **given)
    with refused("recovery.other_root"):
        recovery.prove(year.office, theirs)
    assert recovery.state(year.office).is_here


def test_files_of_the_first_version_are_brought_under_the_sheet_at_the_next_unlock(year):
    for info in key_files.key_files(year.office.profile.keys):
        first_version(info.path, demo.PASSPHRASE)
    with refused("keys.not_recoverable"):
        recovery.prove(year.office, root_of(year.office))
    vault.unlock(year.office, demo.PASSPHRASE)
    recovery.prove(year.office, root_of(year.office))


def test_a_key_file_that_somebody_put_here_is_nobody_s(year):
    stranger = key_files.create(year.office.profile.keys, key_files.KeyUse.PAYLOAD, Passphrase("别人的口令也很长"))
    assert vault.unlock(year.office, demo.PASSPHRASE).payload.kid == year.keys.payload.kid
    assert keys.key_list(year.office).key(stranger.kid) is None


def checked(office):
    return {code: (good, params) for code, good, params in checking_keys.findings(office)}


def test_the_check_up_says_how_far_the_sheet_is(year, tmp_path):
    assert checked(year.office)["sheet_missing"][0] is False
    recovery.write_sheet(year.office, root_of(year.office), tmp_path / "恢复单.pdf")
    assert checked(year.office)["sheet_unproved"][0] is False
    recovery.prove(year.office, root_of(year.office))
    assert checked(year.office)["sheet"][0] is True


def test_the_check_up_tells_the_cost_of_a_try_and_what_is_weaker(year, monkeypatch):
    good, params = checked(year.office)["derivation"]
    assert good
    assert float(params["seconds"]) >= 0
    assert "derivation_weak" not in checked(year.office)
    monkeypatch.setattr(keyfile, "_KDF", {**keyfile._KDF, "passes": 2, "memory_kib": 2048})
    weak = checked(year.office)["derivation_weak"]
    assert (weak[0], weak[1]["wanted"]) == (False, 2)
    vault.change_passphrase(year.office, demo.PASSPHRASE, demo.PASSPHRASE)  # the same again is enough
    assert "derivation_weak" not in checked(year.office)
