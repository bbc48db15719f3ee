"""Rotating and revoking keys: what was signed before stays, what is not on the list is forged."""

from __future__ import annotations

import hashlib
import json

import pytest
from sqlalchemy import select

from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.services import demo, keys, recovery, vault, verification, withdrawing
from qc_desktop.services.certificates import issuing
from qc_desktop.services.labels import printing
from qc_desktop.services.labels.runs import PrintOrder
from qc_desktop.services.site import publishing
from qc_desktop.storage.tables import Certificate, LabelBatch
from qc_desktop.trust import issued_list
from qc_desktop.trust.digits import from_digits, to_digits
from qc_desktop.trust.item_labels import label_digits
from qc_desktop.trust.keys import KeyUse
from qc_desktop.trust.payload import CertificatePayload, decode, sign
from tests.labelled import labelled
from tests.samples import refused

WHY = "示例：电脑失窃"


def root_of(office):
    return recovery.root_of(office, passphrase=demo.PASSPHRASE)


def scans(office):
    with office.store.reading() as session:
        return [row.link_prefix + row.payload for row in session.scalars(select(Certificate))]


def verdict(office, text):
    return verification.verify_text(office, text).verdict


def revoke(office, kid):
    return withdrawing.revoke(office, kid, WHY, root_of(office), demo.PASSPHRASE)


def forged(year, text):
    """The certificate of ``text`` with another name, signed by whoever stole the key."""
    prefix, _, digits = text.partition("#")
    stolen = decode(from_digits(digits)).payload
    assert isinstance(stolen, CertificatePayload)
    body = {name: getattr(stolen, name) for name in ("serial", "issued", "expires", "uscc", "record_hash")}
    return f"{prefix}#{to_digits(sign(CertificatePayload(**body, holder='冒名企业'), year.signer))}"


def test_a_new_key_signs_and_the_old_certificates_stay_good(year):
    office = year.office
    year.issue(year.participations()[:1])
    (made,) = withdrawing.rotate(office, [KeyUse.PAYLOAD], root_of(office), demo.PASSPHRASE)
    opened = vault.unlock(office, demo.PASSPHRASE)
    assert opened.payload.kid.hex() == made != year.signer.kid.hex()
    finish(issuing.issue(office, year.campaign_id, opened, year.participations()[1:2]))
    assert [verdict(office, text) for text in scans(office)] == [Verdict.VALID] * 2
    listed = keys.key_list(office)
    assert [(key.kid, key.revoked) for key in listed.keys if key.use is KeyUse.PAYLOAD] == [
        (year.signer.kid, None),
        (opened.payload.kid, None),
    ]
    vault.change_passphrase(office, demo.PASSPHRASE, "换过的示例口令二")  # every file is written anew
    assert vault.unlock(office, "换过的示例口令二").payload.kid == opened.payload.kid


def test_all_uses_can_be_rotated_and_the_ledger_keeps_its_name(year):
    office = year.office
    withdrawing.rotate(office, withdrawing.ROTATED, root_of(office), demo.PASSPHRASE)
    old, new = keys.key_list(office).ledger
    assert old.partition("+")[0] == new.partition("+")[0]
    opened = vault.unlock(office, demo.PASSPHRASE)
    assert {opened.payload.kid, opened.lists.kid, opened.ledger.kid}.isdisjoint(
        {year.keys.payload.kid, year.keys.lists.kid, year.keys.ledger.kid}
    )


def test_revoking_the_present_key_lists_what_it_signed_and_puts_another_in_its_place(year):
    office = year.office
    year.issue(year.participations()[:2])
    real = scans(office)
    done = revoke(office, year.signer.kid.hex())
    assert (done.certificates, done.batches) == (2, 0)
    assert vault.unlock(office, demo.PASSPHRASE).payload.kid.hex() == done.successor
    assert [verdict(office, text) for text in real] == [Verdict.VALID] * 2
    answer = verification.verify_text(office, forged(year, real[0]))
    assert (answer.verdict, answer.reason) == (Verdict.FORGED, Reason.AFTER_WITHDRAWAL)
    with refused("keys.revoked"):
        year.issue(year.participations()[2:])
    published = json.loads(keys.public(office).document)
    assert [key["revoked"] for key in published["keys"] if key["kid"] == done.kid] == [office.today.isoformat()]
    with refused("keys.revoked_already"):
        revoke(office, done.kid)


def test_without_the_list_nobody_can_tell(year):
    office = year.office
    year.issue(year.participations()[:1])
    (text,) = scans(office)
    kid = revoke(office, year.signer.kid.hex()).kid
    assert withdrawing.missing(office) == []
    path = office.profile.keys / f"issued-{kid}.json"
    document = json.loads(path.read_bytes())
    assert (document["kid"], len(document["payloads"]), document["batches"]) == (kid, 1, [])
    path.write_text(json.dumps({**document, "payloads": []}))  # somebody takes a certificate off
    assert verification.verify_text(office, text).reason is Reason.KEY_WITHDRAWN
    assert withdrawing.missing(office) == [kid]
    assert withdrawing.documents(office) == {}


def test_labels_are_judged_by_the_range_of_their_batch(year, tmp_path):
    office = year.office
    labelled(year)
    with office.store.reading() as session:
        batch = session.scalars(select(LabelBatch)).one()
        number, last, prefix = batch.number, batch.count, batch.link_prefix
    inside, outside = (prefix + next(label_digits(number, at, at, year.signer)) for at in (last, last + 1))
    strange = prefix + next(label_digits(number + 1, 1, 1, year.signer))
    kid = revoke(office, year.signer.kid.hex()).kid
    assert withdrawing.documents(office)[kid]
    assert verdict(office, inside) is not Verdict.FORGED
    assert verdict(office, outside) is Verdict.FORGED
    assert verdict(office, strange) is Verdict.FORGED
    with refused("keys.revoked"):
        printing.signer_for(office, str(number), demo.PASSPHRASE)
    with refused("keys.revoked"):  # another window still holds the key
        finish(printing.print_labels(office, str(number), PrintOrder("A4-24", last=24), tmp_path, year.signer))
    assert vault.signer_of(office, kid, demo.PASSPHRASE).kid == year.signer.kid  # hidden codes are still looked up


def test_revoking_the_key_of_lists_signs_the_lists_anew(year):
    office = year.office
    year.issue(year.participations()[:1])
    (text,) = scans(office)
    revoke(office, year.signer.kid.hex())
    done = revoke(office, year.keys.lists.kid.hex())
    assert vault.unlock(office, demo.PASSPHRASE).lists.kid.hex() == done.successor
    assert verdict(office, text) is Verdict.VALID
    (document,) = withdrawing.documents(office).values()
    assert json.loads(document)["signature"]["kid"] == done.successor


@pytest.mark.parametrize(("kid", "why", "code"), [("00000000", WHY, "keys.unknown"), ("x", WHY, "keys.unknown")])
def test_unknown_keys_are_refused(year, kid, why, code):
    with refused(code):
        withdrawing.revoke(year.office, kid, why, root_of(year.office), demo.PASSPHRASE)


def test_a_reason_is_wanted_and_a_passphrase(year):
    kid = year.signer.kid.hex()
    with refused("keys.reason_missing"):
        withdrawing.revoke(year.office, kid, " ", root_of(year.office), demo.PASSPHRASE)
    with refused("keys.wrong_passphrase"):
        withdrawing.revoke(year.office, kid, WHY, root_of(year.office), "不是这个口令吧")
    assert not any(key.revoked for key in keys.key_list(year.office).keys)


def test_a_list_of_a_key_that_is_good_or_by_another_key_is_none(year):
    issued = issued_list.issued_list(year.signer.kid, year.office.today, [b"payload"], [(7, 1, 100)])
    document = issued_list.sign(issued, year.keys.lists)
    with refused("trust.list_forged"):
        issued_list.parse(document, keys.key_list(year.office))
    revoke(year.office, year.signer.kid.hex())
    listed = keys.key_list(year.office)
    assert issued_list.parse(document, listed) == issued
    assert b"[[7,1,100]]" in document
    with refused("trust.list_forged"):
        issued_list.parse(document.replace(b"[[7,1,100]]", b"[[8,1,100]]"), listed)
    for wrong in (b"{}", b"[]", document.replace(b'"payloads"', b'"payload"')):
        with refused("trust.list_damaged" if b"payload" not in wrong else "trust.list_forged"):
            issued_list.parse(wrong, listed)
    with pytest.raises(ValueError, match="payload"):
        issued_list.sign(issued, year.signer)


def test_the_site_publishes_the_list_and_vouches_for_it(year, tmp_path):
    office = year.office
    year.issue(year.participations()[:1])
    kid = revoke(office, year.signer.kid.hex()).kid
    finish(publishing.publishing(office, tmp_path / "site", lambda: vault.unlock(office, demo.PASSPHRASE)))
    document = (tmp_path / "site" / "keys" / f"{kid}.json").read_bytes()
    assert document == withdrawing.documents(office)[kid]
    status = json.loads((tmp_path / "site" / "status.json").read_bytes())
    assert status["withdrawn"] == [{"kid": kid, "sha256": hashlib.sha256(document).hexdigest()}]
