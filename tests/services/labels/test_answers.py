"""A label at the verification desk: scanned or typed, live, expired, stopped, unknown, or none of its batch."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.services import call_log, demo, keys, preferences, recovery, vault, verification, withdrawing
from qc_desktop.services.labels import stopping
from qc_desktop.services.site_copy import SiteCopy
from qc_desktop.trust.item_labels import label_digits
from qc_desktop.trust.keylist import parse, pin
from qc_desktop.trust.keys import KeyUse
from tests.services.labels.conftest import LOT, PRODUCT

SERIAL = "00001-000007"


def scanned(labels, batch=1, index=7):
    """What a scanner reads."""
    (digits,) = label_digits(batch, index, index, labels.signer)
    return preferences.get(labels.office, "verification_prefix") + digits


def asked(office, typed):
    (answer,) = verification.verify(office, typed)
    return answer


def ways(labels):
    """All ways in which a person may give label 7."""
    link = scanned(labels)
    return (link, link.partition("#")[2], SERIAL, "1-7", "编号：00001－000007", " 00001-000007 ")


def test_a_live_label_tells_company_product_lot_and_no_more_than_is_known(labels):
    labels.issue()
    for typed in ways(labels):
        answer = asked(labels.office, typed)
        assert (answer.verdict, answer.reason) == (Verdict.VALID, Reason.OK), typed
        told = (answer.number, answer.holder, answer.product, answer.lot, answer.expires, answer.is_label)
        assert told == (SERIAL, labels.company, PRODUCT, LOT, "2028-03-14", True)
        for said in (labels.company, PRODUCT, LOT, "不能证明", "12315", "不代表我会认证或担保"):
            assert said in answer.spoken
        assert answer.was_issued


def test_the_day_after_its_last_a_label_has_expired(labels):
    labels.issue()
    later = dataclasses.replace(labels.office, fixed_day=dt.date(2028, 3, 15))
    for typed in ways(labels):
        answer = asked(later, typed)
        assert answer.verdict is Verdict.EXPIRED
        assert "2028年3月14日" in answer.spoken
    labels.issue(valid_until=None)
    assert asked(later, "2-1").verdict is Verdict.VALID


def test_a_stopped_batch_says_so_whatever_else(labels):
    labels.issue()
    stopping.stop(labels.office, "1", "示例：批号不符")
    later = dataclasses.replace(labels.office, fixed_day=dt.date(2029, 1, 1))
    for office in (labels.office, later):
        for typed in ways(labels):
            answer = asked(office, typed)
            assert (answer.verdict, answer.state_reason) == (Verdict.STOPPED, "示例：批号不符")
            assert "停用" in answer.spoken


def test_a_number_beyond_its_batch_is_none_of_it(labels):
    labels.issue()
    for typed in (scanned(labels, 1, 101), "00001-000101", scanned(labels, 1, 0)):
        answer = asked(labels.office, typed)
        assert (answer.verdict, answer.reason) == (Verdict.UNKNOWN, Reason.INDEX_BEYOND)
        assert "00001-000100" in answer.spoken
        assert not answer.was_issued


def test_an_unknown_batch_is_not_confirmed(labels):
    labels.issue()
    answer = asked(labels.office, scanned(labels, 9, 1))
    assert (answer.verdict, answer.reason) == (Verdict.UNKNOWN, Reason.UNKNOWN_BATCH)
    assert "00009-000001" in answer.spoken
    assert asked(labels.office, "9-1").verdict is Verdict.UNKNOWN


def test_a_changed_digit_is_forged_and_another_key_is_not_taken(labels):
    labels.issue()
    link = scanned(labels)
    changed = link[:-1] + str((int(link[-1]) + 1) % 10)
    assert asked(labels.office, changed).verdict is Verdict.FORGED
    root = recovery.root_of(labels.office, passphrase=demo.PASSPHRASE)
    withdrawing.rotate(labels.office, [KeyUse.PAYLOAD], root, demo.PASSPHRASE)
    other = vault.unlock(labels.office, demo.PASSPHRASE).payload
    (digits,) = label_digits(1, 7, 7, other)
    answer = asked(labels.office, link.partition("#")[0] + "#" + digits)
    assert (answer.verdict, answer.reason) == (Verdict.UNKNOWN, Reason.REGISTER_DIFFERS)
    assert answer.spoken


def test_without_records_a_signature_proves_what_it_proves(labels, tmp_path):
    labels.issue()
    published = keys.public(labels.office)
    known = parse(published.document, pin(published.root))
    (answer,) = verification.verify_with(SiteCopy(tmp_path, known), scanned(labels))
    assert (answer.verdict, answer.reason) == (Verdict.SIGNED, Reason.BATCH_NOT_CHECKED)
    assert answer.number == SERIAL


@pytest.mark.parametrize("typed", ["1", "000007", "QC-2026-315-000001"])
def test_certificates_are_found_as_before(labels, typed):
    labels.issue()
    assert not any(answer.is_label for answer in verification.verify(labels.office, typed))


def test_what_staff_enter_of_a_label_is_counted(labels):
    labels.issue()
    for _ in range(2):
        call = call_log.enter(labels.office, SERIAL, asked(labels.office, SERIAL))
    assert (call.number, call.holder) == (SERIAL, labels.company)
    call_log.enter(labels.office, "1-8", asked(labels.office, "1-8"))
    assert call_log.sightings(labels.office, SERIAL).count == 2
    assert call_log.sightings(labels.office, "00001-000009").count == 0
    assert [row.number for row in call_log.today(labels.office)] == ["00001-000008", SERIAL, SERIAL]


def test_an_old_link_of_labels_stays_known(labels):
    labels.issue()
    link = scanned(labels)
    preferences.change(labels.office, {"verification_prefix": "https://new.example.org/q/#"})
    assert asked(labels.office, link).verdict is Verdict.VALID
