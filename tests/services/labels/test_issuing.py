"""A batch of labels is one row, frozen, within its agreement; what is refused takes no number."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from qc_desktop.domain.labels import MOST_LABELS, RestrictedCategory
from qc_desktop.domain.progress import finish
from qc_desktop.services import history, preferences
from qc_desktop.services.labels import agreements, batches, issuing, ordering, previewing
from qc_desktop.services.labels.batches import BatchFilter
from qc_desktop.services.worded import Reasons
from qc_desktop.storage.counters import LABEL_BATCHES
from qc_desktop.storage.tables import Counter, Event, LabelBatch, LabelEvent, UsageAgreement
from tests.samples import refused
from tests.services.labels.conftest import LOT, ORDER, PRODUCT, TERMS


def numbered(office) -> int:
    with office.store.reading() as session:
        counter = session.get(Counter, LABEL_BATCHES)
        return counter.last if counter else 0


def test_a_batch_is_one_row_with_its_record(labels):
    row = labels.issue()
    assert (row.number, row.first_serial, row.last_serial) == (1, "00001-000001", "00001-000100")
    assert (row.company, row.product, row.lot) == (labels.company, PRODUCT, LOT)
    assert (row.balance.issued, row.balance.remaining) == (100, 100)
    with labels.office.store.reading() as session:
        batch = session.query(LabelBatch).one()
        record = json.loads(batch.record)
        (event,) = session.query(Event).filter_by(kind="labels_issued")
        assert session.query(LabelEvent).count() == 1
    assert record["title"] == "质量诚信溯源和防伪验证专用标识"
    assert (record["count"], record["lot"], record["expires"]) == ("100", LOT, "2028-03-14")
    assert event.data == {"record_hash": batch.record_hash, "batch": 1, "count": 100}
    assert batch.key_id == labels.signer.kid.hex()


def test_batches_are_numbered_in_a_row_and_found(labels):
    rows = [labels.issue(lot=f"L{place}") for place in range(3)]
    assert [row.number for row in rows] == [1, 2, 3]
    for typed in ("2", "00002", "00002-000007"):
        assert batches.row(labels.office, typed).lot == "L1"
    for wanted, count in (
        (BatchFilter(text="L1"), 1),
        (BatchFilter(text=labels.company), 3),
        (BatchFilter(text="00003-000001"), 1),
        (BatchFilter(agreement_id=labels.agreement.id), 3),
        (BatchFilter(company_id=labels.company_id, states=("stopped",)), 0),
    ):
        assert batches.count(labels.office, wanted) == count
    assert [row.number for row in batches.page(labels.office, BatchFilter())] == [3, 2, 1]
    with refused("label.unknown_batch"):
        batches.row(labels.office, "9")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"count": 0}, "label.count"),
        ({"count": -1}, "label.count"),
        ({"count": MOST_LABELS + 1}, "label.count"),
        ({"count": 2**32}, "label.count"),
        ({"count": 1001}, "label.beyond_quantity"),
        ({"product": "示例别的产品"}, "label.product_not_agreed"),
        ({"lot": "  "}, "label.lot_missing"),
        ({"lot": "长" * 61}, "text.too_long"),
        ({"valid_until": dt.date(2026, 3, 14)}, "label.valid_until_past"),
        ({"lot": "L\ue123"}, "label.glyph"),
        ({"lot": "W" * 60}, "label.overfull"),
    ],
)
def test_what_is_refused_takes_no_number(labels, change, code):
    with refused(code):
        labels.issue(**change)
    assert numbered(labels.office) == 0
    assert batches.count(labels.office, BatchFilter()) == 0


def test_all_batches_count_against_the_agreement(labels):
    labels.issue(count=600)
    with refused("label.beyond_quantity") as caught:
        labels.issue(count=401)
    assert caught.value.params["remaining"] == 400
    labels.issue(count=400)
    with refused("label.fewer_than_issued"):
        agreements.change(
            labels.office, labels.agreement.id, dataclasses.replace(TERMS, quantity=999), labels.agreement.row_version
        )


@pytest.mark.parametrize("day", [dt.date(2025, 12, 31), dt.date(2027, 1, 1)])
def test_outside_the_period_nothing_is_issued(labels, day):
    later = dataclasses.replace(labels.office, fixed_day=day)
    order = dataclasses.replace(ORDER, valid_until=None)
    with refused("label.outside_period"):
        finish(issuing.issue(later, labels.agreement.id, order, labels.keys))


@pytest.mark.parametrize("category", list(RestrictedCategory))
def test_a_restricted_category_waits_for_its_legal_note(labels, category):
    terms = dataclasses.replace(TERMS, restricted=category)
    saved = agreements.change(labels.office, labels.agreement.id, terms, labels.agreement.row_version)
    for note, said in (("", "no_legal_note"), ("x", "note_short")):  # as records of before may say
        with labels.office.writing("agreement_change") as work:
            work.session.get_one(UsageAgreement, saved.row.id).legal_note = note
        with refused(f"label.{said}"):
            labels.issue()
    saved = dataclasses.replace(saved, row=agreements.row(labels.office, saved.row.id))
    noted = dataclasses.replace(terms, legal_note="示例：已经核对有关规定，只作溯源")
    agreements.change(labels.office, labels.agreement.id, noted, saved.row.row_version)
    assert labels.issue().number == 1


def test_what_sounds_restricted_waits_for_a_recorded_decision(labels):
    terms = dataclasses.replace(TERMS, products=("示例白酒", "酒店用品"))
    saved = agreements.change(labels.office, labels.agreement.id, terms, labels.agreement.row_version)
    with refused("label.undecided"):
        labels.issue(product="酒店用品")
    assert numbered(labels.office) == 0
    noted = dataclasses.replace(terms, legal_note="这是家具；白酒的标识不作推荐")
    saved = agreements.change(labels.office, labels.agreement.id, noted, saved.row.row_version)
    assert saved.remarks == ()
    assert labels.issue(product="酒店用品").number == 1


def test_a_clock_that_went_back_numbers_nothing(labels):
    labels.issue()
    earlier = dataclasses.replace(labels.office, fixed_day=dt.date(2026, 3, 14))
    with refused("label.clock_back"):
        finish(issuing.issue(earlier, labels.agreement.id, ORDER, labels.keys))
    assert numbered(labels.office) == 1


def test_without_a_link_nothing_is_issued(labels):
    preferences.change(labels.office, {"verification_prefix": ""})
    with refused("trust.prefix_missing"):
        labels.issue()


def test_cancelled_at_any_point_it_leaves_nothing(labels):
    steps = len(list(issuing.issue(labels.office, labels.agreement.id, ORDER, labels.keys)))
    for stop in range(1, steps + 1):
        before = batches.count(labels.office, BatchFilter())
        job = issuing.issue(labels.office, labels.agreement.id, ORDER, labels.keys)
        for _ in range(stop):
            next(job)
        job.close()
        assert batches.count(labels.office, BatchFilter()) == before
    assert labels.issue().number == 2


def test_two_at_once_get_two_numbers_and_never_more_than_is_agreed(labels):
    made, failed = [], []
    begin = threading.Barrier(4, timeout=20)

    def one():
        begin.wait()
        try:
            made.append(labels.issue(count=300).number)
        except Exception as problem:  # noqa: BLE001 - looked at below
            failed.append(problem)

    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(made) == [1, 2, 3]
    assert [problem.code for problem in failed] == ["label.beyond_quantity"]


def test_the_right_agreement_is_chosen_or_asked_for(labels):
    office, company = labels.office, labels.company_id
    assert ordering.agreement_for(office, company, ORDER) == labels.agreement.id
    agreements.add(office, company, dataclasses.replace(TERMS, agreement_no="SY-2"))
    with refused("label.several_agreements"):
        ordering.agreement_for(office, company, ORDER)
    agreements.add(office, company, dataclasses.replace(TERMS, agreement_no="SY-3", products=("示例风扇",)))
    fan = dataclasses.replace(ORDER, product="示例风扇")
    assert agreements.row(office, ordering.agreement_for(office, company, fan)).terms.agreement_no == "SY-3"
    with refused("label.beyond_quantity"):
        ordering.agreement_for(office, company, dataclasses.replace(fan, count=2000))


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"count": 101}, "label.beyond_quantity"),
        ({"product": "示例风扇"}, "label.product_not_agreed"),
        ({"count": 0}, "label.count"),
        ({"lot": "长" * 63}, "text.too_long"),
    ],
)
def test_of_several_agreements_the_one_that_comes_nearest_tells_why(labels, wanted, code):
    office, company, over = labels.office, labels.company_id, dt.date(2025, 12, 31)
    agreements.change(office, labels.agreement.id, dataclasses.replace(TERMS, starts_on=over, ends_on=over), 1)
    agreements.add(office, company, dataclasses.replace(TERMS, agreement_no="SY-2", quantity=100))
    agreements.add(office, company, dataclasses.replace(TERMS, agreement_no="SY-3", quantity=50))
    with refused(code) as caught:
        ordering.agreement_for(office, company, dataclasses.replace(ORDER, **wanted))
    assert caught.value.params.get("agreement", "SY-2") == "SY-2"


def test_a_long_text_fits_some_sheets_and_one_can_be_asked_about(labels):
    order = dataclasses.replace(ORDER, lot="L20260315-0001-0002-0003")
    fitting = ordering.preflight(labels.office, labels.agreement.id, order)
    assert "A4-24-70x37" in fitting
    assert "A4-40" not in fitting
    with refused("label.overfull"):
        finish(issuing.issue(labels.office, labels.agreement.id, order, labels.keys, "A4-40"))
    with refused("label.unknown_preset"):
        ordering.preflight(labels.office, labels.agreement.id, order, "A5-7")
    assert numbered(labels.office) == 0


@pytest.mark.parametrize("column", ["count", "product", "record", "key_id"])
def test_an_issued_batch_cannot_be_changed_behind_the_program(labels, column):
    labels.issue()
    with pytest.raises(DatabaseError, match="frozen"), labels.office.store.engine.begin() as connection:
        connection.execute(text(f"UPDATE label_batch SET {column} = '9'"))


@pytest.mark.parametrize(
    "statement", ["DELETE FROM label_batch", "DELETE FROM label_event", "UPDATE label_event SET count = 1"]
)
def test_nothing_issued_goes(labels, statement):
    labels.issue()
    with pytest.raises(DatabaseError, match="only grows"), labels.office.store.engine.begin() as connection:
        connection.execute(text(statement))


def test_an_agreement_under_which_labels_were_issued_is_not_taken_back(labels):
    labels.issue()
    with refused("undo.nothing"):
        history.undo(labels.office)


def test_a_product_or_lot_that_claims_too_much_is_issued_with_a_reason(labels):
    office, name = labels.office, "国家级免检电水壶"
    claiming = dataclasses.replace(TERMS, products=(*TERMS.products, name))
    with refused("worded.claims"):
        agreements.change(office, labels.agreement.id, claiming, labels.agreement.row_version)
    with office.writing("agreement_change") as work:  # as records of before may say
        work.session.get_one(UsageAgreement, labels.agreement.id).products = list(claiming.products)
    row = agreements.row(office, labels.agreement.id)
    row = agreements.change(office, row.id, dataclasses.replace(claiming, remark="示例"), row.row_version).row
    with refused("worded.several"):
        labels.issue(product=name, lot="国家级 L1")
    with refused("worded.claims"):
        labels.issue(lot="国家级 L1")
    assert numbered(office) == 0
    look = previewing.of_order(office, row.id, dataclasses.replace(ORDER, lot="国家级 L1"), "A4-24", 600, 96.0)
    assert [problem.code for problem in look.problems] == ["worded.claims"]
    given = Reasons({"国家级": "示例：登记的商品名称", "免检": "示例：登记的商品名称"})
    agreements.change(office, row.id, row.terms, row.row_version, given)
    assert labels.issue(product=name).number == 1
    order = dataclasses.replace(ORDER, lot="国家级 L1")
    lot = Reasons({"国家级": "示例：企业自己的批号"})
    assert finish(issuing.issue(office, row.id, order, labels.keys, reasons=lot)).lot == "国家级 L1"
    assert labels.issue(lot="国家级 L1").number == 3
