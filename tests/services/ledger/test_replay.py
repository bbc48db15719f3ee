"""What somebody changes in the records past the program is named; what the program does is not."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.progress import finish
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.paths import Profile
from qc_desktop.services import rosters
from qc_desktop.services.certificates import register
from qc_desktop.services.labels.stopping import stop
from qc_desktop.services.ledger.replay import replaying
from qc_desktop.services.office import open_office
from tests.labelled import labelled

DATABASES = Path(__file__).parents[2] / "databases"
NUMBER = "QC-2026-315-000003"


def _told(office) -> set[str]:
    """The codes found, each of which has its sentence."""
    found = finish(replaying(office))
    assert all(messages(lang).of(finding) for finding in found for lang in LANGUAGES)
    return {finding.code for finding in found}


@pytest.fixture
def full(issued_year):
    """A year with certificates ended in every way, published rosters, and label batches, one stopped."""
    office = issued_year.office
    register.end(office, "QC-2026-315-000001", CertificateState.VOID, "示例原因")
    register.replace(office, "QC-2026-315-000002", "示例原因", issued_year.keys)
    rosters.publish(office, issued_year.campaign_id)
    return issued_year


def test_what_the_program_wrote_agrees(full):
    assert _told(full.office) == set()


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_records_from_before_the_ledger_agree(revision, tmp_path):
    profile = Profile(tmp_path / "profile")
    profile.root.mkdir()
    profile.database.write_bytes(lzma.decompress((DATABASES / f"{revision}.sqlite3.xz").read_bytes()))
    office = open_office(profile)
    assert _told(office) == set()
    office.close()


CHANGES = {
    "UPDATE certificate SET holder = '示例乙' WHERE number = '{n}'": "ledger.certificate_differs",
    "UPDATE certificate SET expires_on = '2036-03-14' WHERE number = '{n}'": "ledger.certificate_differs",
    "UPDATE certificate SET record = replace(record, '示例', '例') WHERE number = '{n}'": "ledger.certificate_differs",
    "UPDATE certificate SET payload = '1' || payload WHERE number = '{n}'": "ledger.certificate_differs",
    "UPDATE certificate SET payload = (SELECT payload FROM certificate WHERE number LIKE '%4') WHERE number = '{n}'": (
        "ledger.certificate_differs"
    ),
    "UPDATE certificate SET state = 'void' WHERE number = '{n}'": "ledger.state_differs",
    "UPDATE certificate SET state = 'live' WHERE number LIKE '%01'": "ledger.state_differs",
    "DELETE FROM certificate WHERE number LIKE '%01'": "ledger.certificate_lost",
    "UPDATE event SET at = '2025-03-15 00:00:00' WHERE subject = '{n}'": "ledger.certificate_differs",
    "UPDATE event SET staff = '别人' WHERE subject = '{n}'": "ledger.certificate_differs",
    "UPDATE event SET data = replace(data, '示例', '别的') WHERE kind = 'certificate_voided'": (
        "ledger.certificate_differs"
    ),
    "UPDATE event SET kind = 'strange' WHERE kind = 'roster_published'": "ledger.event_differs",
    "DELETE FROM event WHERE kind = 'roster_published'": "ledger.event_gone",
    "UPDATE roster SET entries = replace(entries, '示例', '范例')": "ledger.roster_differs",
    "DELETE FROM roster": "ledger.roster_lost",
    "UPDATE ledger_leaf SET entry = zeroblob(32) WHERE place = 3": "ledger.head_differs",
    "UPDATE ledger_checkpoint SET note = replace(note, '/ledger', '/other')": "ledger.head_differs",
}


@pytest.mark.parametrize(("statement", "code"), CHANGES.items(), ids=[key[:60] for key in CHANGES])
def test_every_change_by_hand_is_named(full, by_hand, statement, code):
    by_hand(full.office, statement.format(n=NUMBER))
    assert code in _told(full.office)


def test_only_the_certificate_that_was_changed_is_named(full, by_hand):
    by_hand(full.office, f"UPDATE certificate SET holder = '示例乙' WHERE number = '{NUMBER}'")
    (found,) = finish(replaying(full.office))
    sentence = messages("zh_CN").of(found)
    assert sentence == f"证书 {NUMBER} 的记录与签发登记不一致，请先停用此号并联系管理员。其他证书不受影响。"


def test_who_changes_record_event_and_entry_alike_is_found_by_what_was_signed(full, by_hand):
    """The most that somebody without the passphrase can do: everything in the database fits again, but one head."""
    from qc_desktop.domain.ledger_entries import opened
    from qc_desktop.storage.tables import Event

    with full.office.store.reading() as session:
        row = session.query(Event).filter(Event.kind == "certificate_voided").one()
        values = (row.salt, row.kind, row.at, row.subject, {**row.data, "reason": "别的原因"}, row.staff, row.pc)
        seq, entry = row.seq, opened(*values).entry
    by_hand(
        full.office,
        f"UPDATE event SET data = replace(data, '示例原因', '别的原因') WHERE seq = {seq}",
        f"UPDATE ledger_leaf SET entry = x'{entry.hex()}' WHERE event_seq = {seq}",
    )
    assert _told(full.office) == {"ledger.head_differs", "ledger.forked"}


def test_an_event_slipped_in_is_named(full, by_hand):
    by_hand(
        full.office,
        "INSERT INTO event (command_seq, kind, at, staff, pc, subject, data, salt)"
        " SELECT command_seq, kind, at, staff, pc, 'QC-2026-315-000099', data, salt FROM event"
        " WHERE kind = 'certificate_issued' LIMIT 1",
    )
    found = finish(replaying(full.office))
    assert [finding.params["number"] for finding in found] == ["QC-2026-315-000099"]


def test_label_batches_are_held_against_it_too(year, by_hand):
    labelled(year)
    assert _told(year.office) == set()
    by_hand(year.office, "UPDATE label_batch SET state = 'stopped'")
    assert _told(year.office) == {"ledger.batch_state_differs"}
    by_hand(year.office, "UPDATE label_batch SET state = 'live'")
    stop(year.office, "1", "示例原因")
    assert _told(year.office) == set()
    by_hand(year.office, "UPDATE label_batch SET count = 500")
    assert _told(year.office) == {"ledger.batch_differs"}
