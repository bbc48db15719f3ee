"""The twelve abuses that the design names: each is committed here, and the defence shown, or the honest sentence where
there is none."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
import zipfile

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import SIGNATURE_PROVES
from qc_desktop.services import (
    backups,
    call_log,
    demo,
    preferences,
    recovery,
    rosters,
    vault,
    withdrawing,
)
from qc_desktop.services.certificates import issuing, print_batches, print_elsewhere, print_sending, register
from qc_desktop.services.companies import editing, planning
from qc_desktop.services.companies.details import detail
from qc_desktop.services.ledger import heads, overriding, witness
from qc_desktop.services.ledger.replay import replaying
from qc_desktop.services.rosters import exporting
from qc_desktop.services.verification import verify_text
from qc_desktop.storage.tables import Certificate, Event
from qc_desktop.trust.digits import from_digits, to_digits
from qc_desktop.trust.item_labels import label_digits
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.payload import decode, sign
from tests.labelled import labelled
from tests.printing.queues import KeepingQueue
from tests.samples import refused

FIRST, SECOND = "QC-2026-315-000001", "QC-2026-315-000002"


def _scan(office, number=FIRST):
    with office.store.reading() as session:
        row = session.query(Certificate).filter(Certificate.number == number).one()
        return row.link_prefix, row.payload


def _made_by(signer, office, **changes):
    """The first certificate's code with ``changes``, signed by ``signer``."""
    prefix, digits = _scan(office)
    said = decode(from_digits(digits)).payload
    return prefix + to_digits(sign(dataclasses.replace(said, **changes), signer))


def test_a_forged_certificate_has_no_signature_of_ours(issued_year):
    strange = Signer(ec.generate_private_key(ec.SECP256R1()), KeyUse.PAYLOAD)
    assert verify_text(issued_year.office, _made_by(strange, issued_year.office)).reason == "unknown_key"
    prefix, digits = _scan(issued_year.office)
    changed = bytearray(from_digits(digits))
    changed[50] ^= 1
    assert verify_text(issued_year.office, prefix + to_digits(bytes(changed))).verdict == "forged"


def test_a_copied_code_verifies_and_only_names_and_sightings_tell(issued_year):
    """No defence but honesty: the signature is good, the holder is named, and how often it was asked for is counted."""
    office = issued_year.office
    answer = verify_text(office, "".join(_scan(office)))
    assert (answer.verdict, answer.holder) == ("valid", detail_name(office))
    for _ in range(2):
        call_log.enter(office, answer.number, answer, "")
    assert call_log.sightings(office, answer.number).count == 2
    assert "不能证明您手中的商品未被调换或标签未被复制" in SIGNATURE_PROVES["zh_CN"]


def detail_name(office):
    with office.store.reading() as session:
        return session.query(Certificate).filter(Certificate.number == FIRST).one().holder


def test_a_stolen_pc_has_locked_keys(issued_year):
    with refused("keys.wrong_passphrase"):
        vault.unlock(issued_year.office, "猜一个口令试试看")
    for path in issued_year.office.profile.keys.glob("*.key.json"):
        assert b"PRIVATE" not in path.read_bytes()


def test_a_stolen_key_signs_nothing_that_counts_once_it_is_revoked(issued_year):
    office, thief = issued_year.office, issued_year.keys.payload
    false = _made_by(thief, office, holder="冒名企业")
    root = recovery.root_of(office, passphrase=demo.PASSPHRASE)
    withdrawing.revoke(office, thief.kid.hex(), "示例：电脑失窃", root, demo.PASSPHRASE)
    assert verify_text(office, false).reason == "after_withdrawal"
    assert verify_text(office, "".join(_scan(office))).verdict == "valid"


def test_records_edited_by_hand_are_named(issued_year, by_hand):
    by_hand(issued_year.office, f"UPDATE certificate SET uscc = '91350100M000100Y43' WHERE number = '{FIRST}'")
    (found,) = finish(replaying(issued_year.office))
    assert (found.code, found.params["number"]) == ("ledger.certificate_differs", FIRST)


def test_a_certificate_dated_back_is_refused_and_its_place_in_the_ledger_tells(issued_year, by_hand):
    office = issued_year.office
    earlier = dataclasses.replace(office, fixed_day=office.today - dt.timedelta(30))
    year = dataclasses.replace(issued_year, office=earlier)
    with office.store.reading() as session:
        of_first = session.query(Certificate).filter(Certificate.number == FIRST).one().participation_id
    register.end(office, FIRST, register.CertificateState.REVOKED, "示例原因")
    with refused("certificate.clock_back"):
        year.issue([of_first])
    held = office.profile.root / "held"  # whoever holds yesterday's head sees that the entry was not in it
    held.write_text(heads.head(office).note, encoding="utf-8")
    with office.store.reading() as session:
        salt = session.query(Event.salt).filter(Event.subject == SECOND).first()[0]
    by_hand(office, f"UPDATE event SET at = '2025-03-15 00:00:00' WHERE salt = '{salt}'")
    assert [found.params["number"] for found in finish(replaying(office))] == [SECOND]
    assert witness.check(office, held).signed == heads.head(office).signed


def test_an_expired_label_says_so(year):
    labelled(year)
    (digits,) = label_digits(1, 1, 1, year.signer)
    late = dataclasses.replace(year.office, fixed_day=dt.date(2028, 3, 15))
    prefix = str(preferences.get(year.office, "verification_prefix"))
    assert verify_text(late, prefix + digits).verdict == "expired"


def test_a_phishing_link_is_refused_before_its_code_is_looked_at(issued_year):
    _, digits = _scan(issued_year.office)
    for link in ("https://verify.example.evil.cn/#", "http://verify.example/#", "https://verify.examp1e/#"):
        answer = verify_text(issued_year.office, link + digits)
        assert (answer.verdict, answer.holder) == ("foreign_link", "")


def test_a_formula_in_a_name_is_text_in_every_list(year, tmp_path):
    company = year.companies()[0]
    shown = detail(year.office, company.id)
    name = '=HYPERLINK("https://evil.example","示例")'
    editing.save(year.office, CompanyDraft(name, company.uscc), company.id, shown.row_version)
    rosters.publish(year.office, year.campaign_id)
    finish(exporting.export(year.office, year.campaign_id, "csv", tmp_path / "名单.csv"))
    assert "'=HYPERLINK" in (tmp_path / "名单.csv").read_text(encoding="utf-8-sig")
    finish(exporting.export(year.office, year.campaign_id, "xlsx", tmp_path / "名单.xlsx"))
    with zipfile.ZipFile(tmp_path / "名单.xlsx") as book:
        assert b"<f>" not in b"".join(book.read(part) for part in book.namelist() if "sheet" in part)


def test_a_list_that_is_a_bomb_is_refused_before_it_unpacks(office, tmp_path):
    with zipfile.ZipFile(tmp_path / "名单.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", bytes(30_000_000))
    with refused("exchange.unpacks_too_large"):
        finish(planning.plan(office, tmp_path / "名单.xlsx"))


def test_a_backup_from_before_what_was_signed_issues_nothing_without_an_entry_that_says_so(issued_year):
    office = issued_year.office
    made = backups.make(office)
    register.replace(office, FIRST, "示例原因", issued_year.keys)
    office.close()
    shutil.copy(made.path, office.profile.database)
    with refused("ledger.rolled_back"):
        register.replace(office, SECOND, "示例原因", issued_year.keys)
    signed = heads.kept(office).size
    overriding.override(office, "只有这一份")
    with office.store.reading() as session:
        told = session.query(Event).filter(Event.kind == "ledger_overridden").one()
        assert (told.subject, told.data["reason"]) == (str(signed), "只有这一份")
    register.replace(office, SECOND, "示例原因", issued_year.keys)


def test_a_reprint_in_secret_is_an_event_with_its_copy_number_and_ends_at_the_quota(issued_year, by_hand, tmp_path):
    office = issued_year.office
    preferences.change(office, {"reprint_quota": "1"})
    print_elsewhere.note(office, [FIRST])
    with refused("print.reason_needed"):
        print_batches.create(office, [FIRST], "示例打印机")
    batch = print_batches.create(office, [FIRST], "示例打印机", reason="企业遗失")
    finish(print_sending.send(office, batch, KeepingQueue(tmp_path / "paper"), pause=lambda seconds: None))
    with refused("print.quota"):
        print_batches.create(office, [FIRST], "示例打印机", reason="再来一张")
    with office.store.reading() as session:
        last = session.query(Event).order_by(Event.seq.desc()).first()
    assert (last.kind, last.data["copies"], last.data["reasons"]) == ("certificate_rendered", {FIRST: 2}, ["企业遗失"])
    by_hand(office, "DELETE FROM print_log WHERE copy = 2")
    assert [(found.code, found.params["count"]) for found in finish(replaying(office))] == [("ledger.copies_gone", 1)]


def test_issuing_in_somebody_elses_name_needs_the_passphrase(year):
    """Names are picked without a password: they deter and document. What cannot be had without one is a signature."""
    with pytest.raises(TypeError, match="not copied or pickled"):
        __import__("pickle").dumps(year.signer)
    with refused("keys.wrong_passphrase"):
        finish(issuing.issue(year.office.acting("会长"), year.campaign_id, vault.unlock(year.office, "冒名者的口令")))
