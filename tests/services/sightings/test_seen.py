"""A label's answer says what is suspicious about it, and its verdict stays."""

from __future__ import annotations

import datetime as dt

import pytest

from qc_desktop.domain.labels import LabelEventKind
from qc_desktop.services import call_log
from qc_desktop.services.labels import batches, ledger
from qc_desktop.services.labels.ledger import Labels
from qc_desktop.services.sightings import seen
from qc_desktop.services.verification import verify
from qc_desktop.storage.tables import CallLog, LabelEvent, Sighting
from tests.labelled import PRODUCT, labelled

DAY = dt.date(2199, 3, 15)


@pytest.fixture
def office(year):
    labelled(year)
    return year.office


def visited(office, serial="00001-000007", way="phone", day=DAY, **more):
    with office.writing("sighting_import", undoable=False) as work:
        counts = {"visits": 1, "visitors": 1, "networks": 1, **more}
        work.session.add(Sighting(day=day, way=way, label_serial=serial, **counts))


def codes(office, serial="1-7"):
    (answer,) = verify(office, serial)
    return answer.verdict, [why.code.partition(".")[2] for why in answer.suspicions]


def test_a_burst_is_said_and_the_verdict_stays(office):
    assert codes(office) == ("valid", [])
    visited(office, way="robot", visits=500, visitors=500, day=dt.date(2026, 5, 1))
    assert codes(office) == ("valid", [])
    visited(office, visits=50, day=dt.date(2026, 5, 1))
    assert codes(office) == ("valid", ["burst"])
    assert codes(office, "1-8") == ("valid", [])


def test_what_was_asked_at_the_desk_counts_too(office):
    ledger.note(office, "1", LabelEventKind.DESTROYED, Labels(0, 7, 7), "示例损坏")
    (answer,) = verify(office, "1-7")
    call_log.enter(office, "1-7", answer)
    assert codes(office) == ("valid", [])
    visited(office)
    assert codes(office) == ("valid", ["after_gone", "after_expiry"])
    ledger.note(office, "1", LabelEventKind.DESTROYED, Labels(-1, 7, 7), "示例记错")
    assert codes(office) == ("valid", ["after_expiry"])


def test_one_seen_before_its_print(office):
    visited(office, day=dt.date(2026, 3, 15))
    batch_id = batches.row(office, "1").id
    with office.writing("label_note", undoable=False) as work:
        about = {"batch_id": batch_id, "kind": "printed", "count": 100, "first_index": 1, "last_index": 100}
        work.session.add(LabelEvent(**about, staff="示例", at=dt.datetime(2026, 4, 1, tzinfo=dt.UTC)))
    assert codes(office) == ("valid", ["before_print"])


def test_the_list_has_what_was_seen_most_first(office):
    visited(office, "00001-000003", way="code", day=dt.date(2026, 5, 1))
    visited(office, "00001-000003", way="code", day=dt.date(2026, 5, 2))
    visited(office, "00001-000101", visits=3, day=dt.date(2026, 5, 1))
    visited(office, "00001-000101", way="robot", visits=9, day=dt.date(2026, 5, 1))
    beyond, again = seen.page(office)
    assert (again.visits, again.codes, again.days) == (0, 2, 2)
    assert (beyond.number, beyond.visits, beyond.robots, beyond.days) == ("00001-000101", 3, 9, 1)
    assert [why.code for why in beyond.reasons] == ["suspicion.never_issued"]
    assert [why.code for why in again.reasons] == ["suspicion.code_again"]
    assert seen.page(office, "1-3") == [again]
    assert seen.page(office, "QC-0000") == []


def test_the_suspicious_ones_stand_by_how_grave_it_is(office):
    visited(office, "00001-000004", visits=80, day=dt.date(2026, 5, 1))
    visited(office, "00001-000101", day=dt.date(2026, 5, 1))
    visited(office, "00001-000005", visits=3, day=dt.date(2026, 5, 1))
    visited(office, "00001-000006", way="robot", visits=900, visitors=900, day=dt.date(2026, 5, 1))
    for day in (1, 2):
        visited(office, "00001-000003", way="code", day=dt.date(2026, 5, day))
    found = seen.suspicious(office)
    assert [(row.number, row.reasons[0].code.partition(".")[2]) for row in found] == [
        ("00001-000101", "never_issued"),
        ("00001-000003", "code_again"),
        ("00001-000004", "burst"),
    ]
    assert (found[1].codes, found[1].days, found[1].visits) == (2, 2, 0)
    assert (found[0].holder, found[2].product) == ("", PRODUCT)
    assert seen.count(office) == 5


def test_one_that_was_only_asked_for_at_the_desk_is_among_them(office):
    (answer,) = verify(office, "1-7")
    call_log.enter(office, "1-7", answer)
    assert seen.suspicious(office) == []
    with office.writing("call_enter", undoable=False) as work:
        at = dt.datetime(2028, 5, 1, tzinfo=dt.UTC)  # its label was valid until March
        about = {"staff": "示例", "pc": "", "asked": "1-7", "verdict": "valid", "label_serial": "00001-000007"}
        work.session.add(CallLog(at=at, **about))
    (row,) = seen.suspicious(office)
    assert (row.number, row.visits, row.days) == ("00001-000007", 0, 2)
    assert [why.code for why in row.reasons] == ["suspicion.after_expiry"]


def test_what_the_list_says_is_what_a_label_says(office):
    for serial, count in (("00001-000003", 60), ("00001-000004", 2), ("00009-000001", 1)):
        visited(office, serial, visits=count, day=dt.date(2026, 5, 1))
    listed = {row.number: row.reasons for row in seen.page(office)}
    suspicious = {row.number: row.reasons for row in seen.suspicious(office)}
    assert suspicious == {number: why for number, why in listed.items() if why}
    assert listed["00001-000003"] == verify(office, "1-3")[0].suspicions
