from __future__ import annotations

import json

import pytest

from qc_desktop.services import demo, doctor, keys, preferences
from qc_desktop.trust.keys import KeyUse, create
from tests.samples import refused

WORDS = "示例口令-很长很长"


def test_the_first_issue_sets_the_passphrase_up(office):
    assert not keys.is_set_up(office)
    with refused("keys.none"):
        keys.public(office)
    made = keys.signer(office, WORDS)
    assert keys.is_set_up(office)
    assert keys.signer(office, WORDS).kid == made.kid
    with refused("keys.set_up_already"):
        keys.set_up(office, WORDS)


def test_a_short_passphrase_leaves_no_key(office):
    with refused("keys.passphrase_short"):
        keys.signer(office, "1234567")
    assert not keys.is_set_up(office)
    assert keys.signer(office, WORDS)


@pytest.mark.parametrize("typed", ["", "示例口令-很长很短", demo.PASSPHRASE + " x"])
def test_a_wrong_passphrase_is_refused(year, typed):
    with refused("keys.wrong_passphrase"):
        keys.signer(year.office, typed)


def test_an_interrupted_set_up_is_finished_with_the_same_root(office):
    root = create(office.profile.keys, KeyUse.ROOT, WORDS)
    with refused("keys.wrong_passphrase"):
        keys.signer(office, "另一个示例口令")
    keys.signer(office, WORDS)
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
