"""Heads are signed where the keys are open, outlive the database, and never go back without an entry that says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.progress import finish
from qc_desktop.domain.records import RECEIPT_FILE, RECORD_FILE
from qc_desktop.services import backups, verification
from qc_desktop.services.certificates import printing, register
from qc_desktop.services.ledger import heads, overriding, witness
from qc_desktop.services.ledger.receipts import receipts_of
from qc_desktop.services.ledger.replay import replaying
from qc_desktop.trust.ledger import receipts
from tests.labelled import labelled
from tests.samples import refused

FIRST = "QC-2026-315-000001"


def _void(office, number=FIRST):
    return register.end(office, number, CertificateState.VOID, "示例原因")


def test_issuing_signs_the_ledger_with_what_was_issued(year):
    with refused("certificate.unknown"):
        _void(year.office)
    year.issue()
    head = heads.head(year.office)
    assert head.size == head.signed > 12
    assert heads.kept(year.office).size == head.size
    _void(year.office)
    assert (heads.head(year.office).size, heads.head(year.office).signed) == (head.size + 1, head.size)


def test_replacing_and_labels_sign_it_too(issued_year):
    register.replace(issued_year.office, FIRST, "示例原因", issued_year.keys)
    assert heads.head(issued_year.office).signed == heads.size(issued_year.office)
    labelled(issued_year)
    assert heads.head(issued_year.office).signed == heads.size(issued_year.office)


def test_a_file_that_is_not_as_far_follows(issued_year):
    issued_year.office.profile.checkpoint.unlink()
    assert heads.kept(issued_year.office) is None
    heads.keep(issued_year.office)
    assert heads.kept(issued_year.office).size == heads.head(issued_year.office).signed


def test_every_certificate_has_a_receipt_that_stays_the_same(issued_year):
    office = issued_year.office
    numbers = [row.number for row in register.page(office, register.CertificateFilter())]
    with office.store.reading() as session:
        before = receipts_of(session, numbers)
    assert set(before) == set(numbers)
    register.replace(office, FIRST, "示例原因", issued_year.keys)
    with office.store.reading() as session:
        assert receipts_of(session, numbers) == before
    read = receipts.read(before[FIRST], heads.note_keys(office))
    assert (read.said["subject"], read.said["kind"]) == (FIRST, "certificate_issued")


@pytest.fixture
def paper(issued_year, tmp_path) -> Path:
    finish(printing.print_one_file(issued_year.office, [FIRST], tmp_path / "one.pdf"))
    return tmp_path / "one.pdf"


def test_a_certificate_carries_its_receipt_and_whoever_has_the_key_list_checks_it(issued_year, paper):
    from qc_desktop.services import keys

    (answer,) = verification.verify_file(paper, keys.key_list(issued_year.office))
    assert answer.verdict == "signed"
    assert answer.ledger_place > 0


def _attach(paper: Path, name: str, data: bytes) -> None:
    with pikepdf.open(paper, allow_overwriting_input=True) as opened:
        del opened.attachments[name]
        opened.attachments[name] = pikepdf.AttachedFileSpec(opened, data, filename=name)
        opened.save(paper)


@pytest.mark.parametrize("whose", ["another certificate's", "none"])
def test_a_receipt_that_is_not_its_own_is_found(issued_year, paper, whose):
    with issued_year.office.store.reading() as session:
        other = receipts_of(session, ["QC-2026-315-000002"])["QC-2026-315-000002"]
    _attach(paper, RECEIPT_FILE, other.encode() if whose != "none" else b"c2sp.org/tlog-proof@v1\n")
    (answer,) = verification.verify(issued_year.office, str(paper))
    assert (answer.verdict, answer.reason, answer.ledger_place) == ("forged", "bad_receipt", 0)


def test_a_record_that_is_not_its_own_is_found_as_before(issued_year, paper):
    _attach(paper, RECORD_FILE, b"{}")
    (answer,) = verification.verify(issued_year.office, str(paper))
    assert answer.reason == "bad_record"


@pytest.fixture
def later(issued_year):
    """The office after a backup, and after a certificate that the backup does not know was issued."""
    made = backups.make(issued_year.office)
    register.replace(issued_year.office, FIRST, "示例原因", issued_year.keys)
    return issued_year, made


def test_a_restore_keeps_what_stood_in_the_ledger(later):
    year, made = later
    before = heads.head(year.office)
    fresh = backups.restore(year.office, made.path)
    assert heads.size(fresh) == before.size + 1
    assert finish(replaying(fresh)) == []
    register.replace(fresh, "QC-2026-315-000002", "示例原因", year.keys)
    assert heads.head(fresh).signed == heads.size(fresh)
    fresh.close()


def test_records_that_are_older_than_what_was_signed_issue_nothing(later):
    """Somebody puts an old database in the place of the records past the program."""
    year, made = later
    year.office.close()
    shutil.copy(made.path, year.office.profile.database)
    with refused("ledger.rolled_back"):
        register.replace(year.office, "QC-2026-315-000002", "示例原因", year.keys)
    assert [finding.code for finding in finish(replaying(year.office))] == ["ledger.rolled_back"]


def test_going_on_from_old_records_needs_a_reason_and_is_an_entry_itself(later):
    year, made = later
    year.office.close()
    shutil.copy(made.path, year.office.profile.database)
    office = year.office
    with refused("ledger.reason_needed"):
        overriding.override(office, " ")
    size = overriding.override(office, "硬盘损坏，只有这一份")
    register.replace(office, "QC-2026-315-000002", "示例原因", year.keys)
    assert heads.head(office).signed > size
    with office.store.reading() as session:
        kinds = session.connection().exec_driver_sql("SELECT kind FROM event").scalars().all()
    assert "ledger_overridden" in kinds
    assert finish(replaying(office)) == []


def test_nothing_is_passed_over_without_need(issued_year):
    with refused("ledger.nothing_to_override"):
        overriding.override(issued_year.office, "示例原因")


def test_a_ledger_that_was_rewritten_signs_nothing(issued_year, by_hand):
    by_hand(issued_year.office, "UPDATE ledger_leaf SET entry = zeroblob(32) WHERE place = 2")
    with refused("ledger.forked"):
        register.replace(issued_year.office, FIRST, "示例原因", issued_year.keys)


def test_a_head_from_last_month_is_how_ours_began(issued_year, tmp_path):
    office = issued_year.office
    held = tmp_path / "checkpoint"
    held.write_text(heads.head(office).note, encoding="utf-8")
    before = heads.head(office).signed
    register.replace(office, FIRST, "示例原因", issued_year.keys)
    found = witness.check(office, held)
    assert (found.signed, found.size) == (before, heads.size(office))
    assert witness.check(office, tmp_path) == found


def test_the_receipt_of_a_certificate_is_a_witness(issued_year, tmp_path):
    with issued_year.office.store.reading() as session:
        text = receipts_of(session, [FIRST])[FIRST]
    (tmp_path / RECEIPT_FILE).write_text(text, encoding="utf-8")
    assert witness.check(issued_year.office, tmp_path / RECEIPT_FILE).signed == heads.head(issued_year.office).signed


def test_a_certificate_carries_its_receipt_as_a_witness(issued_year, paper, tmp_path):
    assert witness.check(issued_year.office, paper).signed == heads.head(issued_year.office).signed
    with pikepdf.open(paper, allow_overwriting_input=True) as opened:
        del opened.attachments[RECEIPT_FILE]
        opened.save(paper)
    with refused("ledger.no_witness"):
        witness.check(issued_year.office, paper)


def test_a_witness_finds_a_fork_and_a_ledger_that_went_back(later, tmp_path, by_hand):
    year, made = later
    held = tmp_path / "checkpoint"
    held.write_text(heads.head(year.office).note, encoding="utf-8")
    by_hand(year.office, "UPDATE ledger_leaf SET entry = zeroblob(32) WHERE place = 2")
    with refused("ledger.witness_differs"):
        witness.check(year.office, held)
    year.office.close()
    shutil.copy(made.path, year.office.profile.database)
    with refused("ledger.witness_ahead"):
        witness.check(year.office, held)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "ledger.no_witness"),
        (b"\xff\xfe\n\n", "ledger.no_witness"),
        (b"x" * 200_000, "ledger.no_witness"),
        ("verify.example.com/ledger\n3\nAAAA\n\n— verify.example.com/ledger AAAA\n".encode(), "ledger.strange_witness"),
    ],
)
def test_what_is_no_witness_is_refused(issued_year, tmp_path, content, code):
    (tmp_path / "checkpoint").write_bytes(content)
    with refused(code):
        witness.check(issued_year.office, tmp_path / "checkpoint")
    with refused("settings.no_file"):
        witness.check(issued_year.office, tmp_path / "nowhere")
