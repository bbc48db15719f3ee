"""An office has one set of keys, whoever comes first; lost ones are never quietly replaced."""

from __future__ import annotations

import shutil

import pytest

from qc_desktop.services import doctor, keys, preferences, vault, verification
from qc_desktop.trust.key_files import key_files
from qc_desktop.trust.keys import KeyUse
from tests.samples import refused

WORDS = "示例口令-很长很长"


def test_a_program_that_comes_second_uses_the_keys_that_stand(office, opened, monkeypatch):
    other, make = opened(office.profile.root), vault.set_up

    def overtaken(late, words):
        make(other, words)
        return make(late, words)

    monkeypatch.setattr(vault, "set_up", overtaken)
    kid = vault.unlock(office, WORDS).payload.kid
    uses = sorted((info.use, info.kid) for info in key_files(office.profile.keys))
    assert [use for use, _ in uses] == sorted(KeyUse)
    assert dict(uses)[KeyUse.PAYLOAD] == kid
    assert keys.public(office).root


def test_lost_keys_are_said_and_nothing_takes_their_place(year):
    year.issue()
    shutil.rmtree(year.office.profile.keys)
    with refused("keys.lost"):
        vault.unlock(year.office, WORDS)
    with refused("keys.lost"):
        verification.verify(year.office, "https://verify.example/#" + "1" * 300)
    assert not year.office.profile.keys.exists() or not key_files(year.office.profile.keys)
    found = {one.code: one for one in doctor.examine(year.office)}
    assert not found["keys_lost"].good


def test_records_that_never_issued_judge_nobody_s_label(office):
    with refused("verify.no_keys"):
        verification.verify(office, "https://verify.example/#" + "1" * 300)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_diagnosis_has_its_words(year, lang):
    from qc_desktop.messages import messages

    preferences.change(year.office, {"verification_prefix": "https://other.example/#"})
    words = messages(lang)
    said = {one.code: words.text(f"doctor.{one.code}", **one.params) for one in doctor.examine(year.office)}
    assert "keys_stale" in said
