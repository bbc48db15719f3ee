"""What became of labels adds up, and a stopped batch stays stopped."""

from __future__ import annotations

import pytest

from qc_desktop.domain.labels import LabelBatchState, LabelEventKind
from qc_desktop.services.labels import batches, ledger, stop_notice, stopping
from qc_desktop.services.labels.ledger import Labels as Which
from qc_desktop.storage.tables import Event, LabelEvent
from tests.samples import refused

APPLIED, DESTROYED = LabelEventKind.APPLIED, LabelEventKind.DESTROYED
LOST, SPOILED = LabelEventKind.LOST, LabelEventKind.SPOILED


def test_issued_is_applied_and_destroyed_and_lost_and_spoiled_and_remaining(labels):
    labels.issue()
    ledger.note(labels.office, "1", APPLIED, Which(60))
    ledger.note(labels.office, "1", SPOILED, Which(first=91, last=95), "示例印花")
    ledger.note(labels.office, "1", LOST, Which(3), "示例丢失")
    row = ledger.note(labels.office, "00001", DESTROYED, Which(first=96, last=100), "示例销毁")
    balance = row.balance
    assert balance.issued == 60 + 5 + 3 + 5 + balance.remaining
    assert balance.remaining == 27
    told = ledger.lines(labels.office, "1")
    assert [(line.kind, line.count) for line in told][:2] == [(DESTROYED, 5), (LOST, 3)]
    assert (told[0].first_serial, told[0].last_serial) == ("00001-000096", "00001-000100")
    assert ledger.count(labels.office, "1") == len(told) == 5
    with labels.office.store.reading() as session:
        assert session.query(Event).filter_by(kind="labels_spoiled").count() == 4


@pytest.mark.parametrize(
    ("kind", "which", "reason", "code"),
    [
        (APPLIED, Which(101), "", "label.more_than_left"),
        (APPLIED, Which(), "", "label.how_many"),
        (APPLIED, Which(first=5), "", "label.first_and_last"),
        (APPLIED, Which(3, first=5, last=8), "", "label.first_and_last"),
        (SPOILED, Which(first=0, last=3), "示例", "label.range"),
        (SPOILED, Which(first=99, last=101), "示例", "label.range"),
        (SPOILED, Which(first=9, last=3), "示例", "label.backwards"),
        (SPOILED, Which(first=1, last=3), " ", "label.reason_needed"),
        (SPOILED, Which(first=10, last=12), "示例", "label.noted_before"),
        (LOST, Which(-1), "示例", "label.more_than_noted"),
        (SPOILED, Which(-1), "", "label.reason_needed"),
        (LabelEventKind.PRINTED, Which(1), "", "label.kind"),
    ],
)
def test_what_cannot_be_is_refused(labels, kind, which, reason, code):
    labels.issue()
    ledger.note(labels.office, "1", SPOILED, Which(first=12, last=14), "示例")
    with refused(code):
        ledger.note(labels.office, "1", kind, which, reason)
    assert batches.row(labels.office, "1").balance.remaining == 97


def test_a_wrong_line_is_taken_back_by_another(labels):
    labels.issue()
    ledger.note(labels.office, "1", APPLIED, Which(60))
    row = ledger.note(labels.office, "1", APPLIED, Which(-20), "示例多记")
    assert (row.balance.of(APPLIED), row.balance.remaining) == (40, 60)
    assert ledger.count(labels.office, "1") == 3


def test_labels_that_were_taken_back_can_be_named_again(labels):
    labels.issue()
    ledger.note(labels.office, "1", SPOILED, Which(first=12, last=14), "示例")
    for kind, which in ((LOST, Which(-3, 12, 14)), (SPOILED, Which(-4, 12, 15)), (SPOILED, Which(-1, 15, 15))):
        with refused("label.not_noted_so"):
            ledger.note(labels.office, "1", kind, which, "示例记错")
    ledger.note(labels.office, "1", SPOILED, Which(-2, 13, 14), "示例记错")
    with refused("label.noted_before"):
        ledger.note(labels.office, "1", APPLIED, Which(first=12, last=14))
    row = ledger.note(labels.office, "1", APPLIED, Which(first=13, last=14))
    assert (row.balance.of(SPOILED), row.balance.of(APPLIED)) == (1, 2)
    assert ledger.lines(labels.office, "1")[1].first_serial == "00001-000013"


def test_a_number_is_applied_once_however_often_it_was_printed(labels):
    row = labels.issue(count=10)
    with labels.office.writing("test") as work:  # as earlier versions left it: three more copies, nothing noted of any
        for _ in range(4):
            line = {"first_index": 1, "last_index": 10, "staff": "", "at": work.command.at}
            work.session.add(LabelEvent(batch_id=row.id, kind="printed", count=10, remark="示例", **line))
    assert batches.row(labels.office, "1").balance.remaining == 40
    with refused("label.more_than_issued"):
        ledger.note(labels.office, "1", APPLIED, Which(11))
    ledger.note(labels.office, "1", APPLIED, Which(first=4, last=6))
    with refused("label.noted_before") as caught:
        ledger.note(labels.office, "1", APPLIED, Which(first=6, last=7))
    assert caught.value.params["serials"] == "00001-000006"
    ledger.note(labels.office, "1", APPLIED, Which(7))
    with refused("label.more_than_issued"):
        ledger.note(labels.office, "1", APPLIED, Which(1))
    assert ledger.note(labels.office, "1", LOST, Which(first=1, last=10), "示例").balance.remaining == 20


@pytest.mark.parametrize("which", [Which(-10), Which(-10, 11, 20)])
def test_of_more_applied_than_issued_some_can_be_taken_back(labels, which):
    row = labels.issue()
    with labels.office.writing("test") as work:  # as an earlier rule allowed of labels that were printed twice
        for kind, first, last in (*[("printed", 1, 100)] * 2, ("applied", 1, 100), ("applied", 11, 30)):
            line = {"first_index": first, "last_index": last, "staff": "", "remark": "", "at": work.command.at}
            work.session.add(LabelEvent(batch_id=row.id, kind=kind, count=last - first + 1, **line))
    assert ledger.note(labels.office, "1", APPLIED, which, "示例多记").balance.of(APPLIED) == 110
    with refused("label.more_than_issued"):
        ledger.note(labels.office, "1", APPLIED, Which(1))


def test_a_stopped_batch_stays_stopped_and_its_company_is_told(labels):
    labels.issue()
    with refused("label.not_stopped"):
        stop_notice.notice(labels.office, "1")
    with refused("label.reason_needed"):
        stopping.stop(labels.office, "1", " ")
    ledger.note(labels.office, "1", APPLIED, Which(40))
    row = stopping.stop(labels.office, "1", "示例：抽查发现批号不符")
    assert (row.state, row.state_reason) == (LabelBatchState.STOPPED, "示例：抽查发现批号不符")
    with refused("label.stopped_before"):
        stopping.stop(labels.office, "1", "又一次")
    ledger.note(labels.office, "1", DESTROYED, Which(10), "示例销毁")
    with refused("label.reason_after_stop"):
        ledger.note(labels.office, "1", APPLIED, Which(1))
    said = stop_notice.notice(labels.office, "1").text
    company, why = labels.company, "示例：抽查发现批号不符"
    for part in (company, why, "00001-000001", "去向未登记 0 枚", "已销毁 10 枚", "SY-2026-001"):
        assert part in said
    with labels.office.store.reading() as session:
        assert session.query(Event).filter_by(kind="labels_stopped").count() == 1
