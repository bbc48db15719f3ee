from __future__ import annotations

import json
import shutil

import pytest
from sqlalchemy import select

from qc_desktop.domain.events import EventKind
from qc_desktop.services import demo, doctor, keys, preferences, vault
from qc_desktop.storage.tables import Event
from qc_desktop.trust import keylist
from qc_desktop.trust.key_files import create
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse
from qc_desktop.trust.notes import NoteKey
from tests.samples import refused

WORDS = "示例口令-很长很长"


def test_the_first_issue_sets_the_passphrase_up(office):
    assert not keys.is_set_up(office)
    with refused("keys.none"):
        keys.public(office)
    made = vault.unlock(office, WORDS)
    assert keys.is_set_up(office)
    assert vault.unlock(office, WORDS).payload.kid == made.payload.kid
    with refused("keys.set_up_already"):
        vault.set_up(office, WORDS)


def test_a_short_passphrase_leaves_no_key(office):
    with refused("keys.passphrase_short"):
        vault.unlock(office, "1234567")
    assert not keys.is_set_up(office)
    assert vault.unlock(office, WORDS)


@pytest.mark.parametrize("typed", ["", "示例口令-很长很短", demo.PASSPHRASE + " x"])
def test_a_wrong_passphrase_is_refused(year, typed):
    with refused("keys.wrong_passphrase"):
        vault.unlock(year.office, typed)


def test_an_interrupted_set_up_is_finished_with_the_same_root(office):
    root = create(office.profile.keys, KeyUse.ROOT, Passphrase(WORDS))
    with refused("keys.wrong_passphrase"):
        vault.unlock(office, "另一个示例口令")
    vault.unlock(office, WORDS)
    assert root.kid.hex() in {path.name[5:13] for path in office.profile.keys.glob("root-*")}
    assert len(list(office.profile.keys.glob("root-*"))) == 1


def test_the_published_list_is_signed_anew_when_the_settings_change(year):
    before = keys.public(year.office)
    preferences.change(year.office, {"verification_prefix": "https://other.example/#"})
    with refused("keys.passphrase_needed"):
        keys.public(year.office)
    assert "keys_stale" in {one.code for one in doctor.examine(year.office)}
    after = keys.public(year.office, demo.PASSPHRASE)
    assert after.root == before.root
    assert "https://other.example/#" in after.document.decode()
    assert keys.public(year.office).document == after.document


def test_links_that_certificates_carry_stay_published(year):
    year.issue(year.participations()[:1])
    preferences.change(year.office, {"verification_prefix": "https://other.example/#"})
    assert keys.key_list(year.office).prefixes == ("https://other.example/#", demo.PREFIX)


def test_no_secret_is_in_what_is_published_or_in_the_records(year):
    document = json.loads(keys.public(year.office).document)
    assert "private" not in json.dumps(document)
    assert demo.PASSPHRASE.encode() not in year.office.profile.database.read_bytes()


def registered(office):
    """What the register says of keys that were made, by their use; a use twice fails."""
    with office.store.reading() as session:
        made = list(session.scalars(select(Event.data).where(Event.kind == EventKind.KEY_CREATED)))
    by_use = {data["use"]: data for data in made}
    assert len(by_use) == len(made)
    return by_use


@pytest.fixture
def before(office):
    """An office from before there were keys for lists and ledger; and its root."""
    made = [create(office.profile.keys, use, Passphrase(WORDS)) for use in (KeyUse.ROOT, KeyUse.PAYLOAD)]
    with office.writing("key_create", undoable=False) as work:
        for key in made:
            work.register(EventKind.KEY_CREATED, key.kid.hex(), {"use": key.use.value, "spki": key.spki.hex()})
    preferences.change(office, {"verification_prefix": "https://verify.example.org/a/#"})
    keys.publish(office, made[0])
    return office, made[0]


def test_set_up_makes_and_registers_a_key_of_every_use(office):
    made = vault.set_up(office, WORDS)
    by_use = registered(office)
    assert set(by_use) == set(KeyUse)
    assert all(by_use[key.use]["spki"] == key.spki.hex() for key in (made.payload, made.lists, made.ledger))
    (root,) = office.profile.keys.glob("root-*")
    assert by_use["ledger"]["origin"] == f"qc-ledger-{root.name[5:13]}"
    listed = keylist.parse(keys.public(office).document, keylist.pin(keys.public(office).root))
    assert {key.use for key in listed.keys} == {KeyUse.PAYLOAD, KeyUse.LISTS}
    assert listed.ledger == (NoteKey(by_use["ledger"]["origin"], made.ledger.raw_public).verifier_key,)


def test_an_office_from_before_gets_its_missing_keys_at_the_first_unlock(before):
    office, root = before
    with refused("keys.wrong_passphrase"):
        vault.unlock(office, "不是这个口令吧")
    assert len(registered(office)) == 2
    opened = vault.unlock(office, WORDS)
    assert registered(office)["ledger"]["origin"] == "verify.example.org/a/ledger"
    listed = keylist.parse(keys.public(office).document, keylist.pin_of(root.spki))
    assert listed.ledger == (NoteKey("verify.example.org/a/ledger", opened.ledger.raw_public).verifier_key,)
    assert vault.unlock(office, WORDS).lists.kid == opened.lists.kid
    assert set(registered(office)) == set(KeyUse)


def test_keys_that_an_interrupted_program_left_unregistered_are_registered(before):
    office, root = before
    left = create(office.profile.keys, KeyUse.LEDGER, Passphrase(WORDS))
    assert vault.unlock(office, WORDS).ledger.kid == left.kid
    assert registered(office)["ledger"]["spki"] == left.spki.hex()
    assert keylist.parse(keys.public(office).document, keylist.pin_of(root.spki)).ledger


def test_without_the_root_s_file_nothing_is_made(before):
    office, _ = before
    (path,) = office.profile.keys.glob("root-*")
    path.unlink()
    with refused("keys.root_needed"):
        vault.unlock(office, WORDS)
    assert len(list(office.profile.keys.glob("*.key.json"))) == 1


def test_the_ledger_keeps_its_name_when_the_link_changes(before, tmp_path, empty_profile, opened):
    office, _ = before
    vault.unlock(office, WORDS)
    preferences.change(office, {"verification_prefix": "https://other.example/#"})
    (verifier,) = keys.key_list(office).ledger
    assert verifier.startswith("verify.example.org/a/ledger+")
    earlier = opened(shutil.copytree(empty_profile, tmp_path / "earlier"))  # records from before, put back
    shutil.copytree(office.profile.keys, earlier.profile.keys)
    preferences.change(earlier, {"verification_prefix": "https://other.example/#"})
    assert keys.key_list(earlier).ledger == (verifier,)
    vault.unlock(earlier, WORDS)
    assert registered(earlier)["ledger"]["origin"] == "verify.example.org/a/ledger"
