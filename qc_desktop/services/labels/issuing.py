"""Issuing labels: checked before anything is numbered, then numbered and frozen in one transaction, one row a batch."""

from __future__ import annotations

from sqlalchemy import func, select

from qc_desktop.documents.labels.layout import LabelLayout
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.labels import KIND, LAST_BATCH, LabelBatchState, LabelEventKind
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.records import canonical, compact, record_hash
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services import preferences, worded
from qc_desktop.services.labels import agreements
from qc_desktop.services.labels.batches import BatchRow, row_of
from qc_desktop.services.labels.layouts import layout_in_use
from qc_desktop.services.labels.ordering import BatchOrder, check_terms, preflight, symbol_of
from qc_desktop.services.ledger import heads
from qc_desktop.services.office import Office
from qc_desktop.services.withdrawing import demand_good
from qc_desktop.services.worded import NONE, Reasons
from qc_desktop.storage.counters import LABEL_BATCHES, take
from qc_desktop.storage.merged import survivor_of
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Company, LabelBatch, LabelEvent, Template, UsageAgreement
from qc_desktop.storage.types import new_id
from qc_desktop.trust.keys import OpenKeys, Signer
from qc_desktop.trust.links import check_prefix

STEP = "label_issue"
_STEPS = 2


def issue(
    office: Office,
    agreement_id: str,
    order: BatchOrder,
    keys: OpenKeys,
    preset: str = "",
    reasons: Reasons = NONE,
) -> Job[BatchRow]:
    """Numbers and freezes a batch, in one transaction. Closing the generator before its end leaves nothing.

    Raises UserError beyond what the agreement allows, in what it says or how many are left, for a restricted category
    without a legal note, without a link prefix, for a text without room, for a product or lot that
    claims too much without one of the ``reasons``, and as :func:`preflight`.
    The layout that is in use now is frozen into the batch.
    """
    layout = layout_in_use(office)
    preflight(office, agreement_id, order, preset, layout)
    yield Progress(STEP, 1, _STEPS)
    with heads.writing("label_issue", office, keys, count=order.count) as work:
        said = worded.on_label(work.session, clean(order.product), clean(order.lot))
        worded.accept(work, said, reasons)
        worded.demand(work.session, said)
        batch = _write(office, work, agreement_id, order, keys.payload, layout)
        yield Progress(STEP, _STEPS, _STEPS)
        row = row_of(work.session, batch)
    return row


def _write(
    office: Office, work: UnitOfWork, agreement_id: str, order: BatchOrder, signer: Signer, layout: LabelLayout
) -> LabelBatch:
    session = work.session
    demand_good(session, signer.kid.hex())
    agreement = agreements.found(session, agreement_id)
    check_terms(office, session, agreement, order)
    newest = session.scalar(select(func.max(LabelBatch.issued_on)))
    if newest and office.today < newest:
        raise UserError("label.clock_back", today=office.today.isoformat(), newest=newest.isoformat())
    if session.get(Template, layout.sha256) is None:
        session.add(Template(sha256=layout.sha256, kind=KIND, content=layout.text))
        session.flush()
    number = take(session, *LABEL_BATCHES, 1)
    if number > LAST_BATCH:
        raise UserError("label.batches_full", most=LAST_BATCH)
    batch = _frozen(office, work, agreement, order, signer, layout, number)
    session.add(batch)
    session.flush()
    session.add(
        LabelEvent(
            batch_id=batch.id,
            kind=LabelEventKind.ISSUED.value,
            count=batch.count,
            first_index=1,
            last_index=batch.count,
            staff=batch.staff,
            at=batch.issued_at,
        )
    )
    what = {"record_hash": batch.record_hash, "batch": number, "count": batch.count}
    work.register(EventKind.LABELS_ISSUED, str(number), what)
    session.flush()
    return batch


def _frozen(
    office: Office,
    work: UnitOfWork,
    agreement: UsageAgreement,
    order: BatchOrder,
    signer: Signer,
    layout: LabelLayout,
    number: int,
) -> LabelBatch:
    company = work.session.get_one(Company, survivor_of(work.session, agreement.company_id))
    at = work.command.at
    product, lot = clean(order.product), clean(order.lot)
    record = compact(
        {
            "kind": KIND,
            "title": layout.heading,
            "batch": str(number),
            "holder": company.name,
            "uscc": company.uscc,
            "product": product,
            "lot": lot,
            "first": "1",
            "count": str(order.count),
            "issued": office.today.isoformat(),
            "expires": order.valid_until.isoformat() if order.valid_until else None,
            "agreement_no": agreement.agreement_no,
            "key": signer.kid.hex(),
            "template": layout.sha256,
        }
    )
    return LabelBatch(
        id=new_id(),
        number=number,
        agreement_id=agreement.id,
        company_id=company.id,
        company_name=company.name,
        agreement_no=agreement.agreement_no,
        product=product,
        lot=lot,
        count=order.count,
        first_index=1,
        issued_on=office.today,
        valid_until=order.valid_until,
        key_id=signer.kid.hex(),
        link_prefix=check_prefix(preferences.get(office, "verification_prefix")),
        symbol=symbol_of(order),
        hidden_codes=order.hidden_codes,
        layout_sha256=layout.sha256,
        record=canonical(record).decode(),
        record_hash=record_hash(record).hex(),
        issued_at=at,
        staff=work.author.staff,
        state=LabelBatchState.LIVE.value,
        state_since=at,
    )
