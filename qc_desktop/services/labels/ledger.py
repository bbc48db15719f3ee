"""What became of labels: applied, destroyed, lost, spoiled. It only grows; a wrong line is taken back by another.

A label can be settled as often as it was printed, for of a further copy, too, it is noted where it went; but applied
once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.events import EventKind
from qc_desktop.domain.label_counts import counted
from qc_desktop.domain.labels import SETTLED, Balance, LabelBatchState, LabelEventKind, check_span, serial_text
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.labels.batches import BatchRow, balance_of, batch_of, row_of
from qc_desktop.services.labels.copies import copy_of, on_products, told_of
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import LabelBatch, LabelEvent

_NEEDS_REASON = (LabelEventKind.DESTROYED, LabelEventKind.LOST, LabelEventKind.SPOILED)


@dataclass(frozen=True)
class Labels:
    """Which labels a line is about: ``first`` to ``last`` by index, or ``count`` of them where nobody knows which.

    A negative count takes back what was noted so of as many, or of those named; they can be noted anew then.
    """

    count: int = 0
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True)
class LedgerRow:
    """A line of the ledger; the serials are empty where nobody knew them. ``copy`` is which one was printed."""

    id: str
    kind: LabelEventKind
    count: int
    first_serial: str
    last_serial: str
    remark: str
    staff: str
    at: dt.datetime
    copy: int = 1


def note(office: Office, batch: str, kind: LabelEventKind, labels: Labels, reason: str = "") -> BatchRow:
    """Notes that ``labels`` of the batch numbered ``batch`` went the way of ``kind``, one of SETTLED.

    Raises UserError for more than are in stock, labels that are none of the batch, or of which something was noted
    before, for taking back what was not noted so, and without a reason where one is needed: after a stop for all.
    """
    remark = clean(reason)
    bound(remark, REASON)
    with office.writing("label_note", undoable=False, kind=kind.value) as work:
        found = batch_of(work.session, batch)
        count = _checked(work.session, found, kind, labels)
        if not remark and (kind in _NEEDS_REASON or count < 0):
            raise UserError("label.reason_needed")
        if not remark and found.state != LabelBatchState.LIVE:
            raise UserError("label.reason_after_stop")
        line = LabelEvent(
            batch_id=found.id,
            kind=kind.value,
            count=count,
            first_index=labels.first,
            last_index=labels.last,
            remark=remark,
            staff=work.author.staff,
            at=work.command.at,
        )
        work.session.add(line)
        what = {"batch": found.number, "kind": kind.value, "count": count}
        work.register(EventKind.LABELS_SPOILED, str(found.number), what)
        work.session.flush()
        return row_of(work.session, found)


def _checked(session: Session, batch: LabelBatch, kind: LabelEventKind, labels: Labels) -> int:
    if kind not in SETTLED:
        raise UserError("label.kind", kind=kind.value, known=[each.value for each in SETTLED])
    count = _counted(session, batch, kind, labels)
    balance = balance_of(session, batch)
    if count > 0:
        _demand_left(balance, kind, count)
    elif -count > balance.of(kind):
        raise UserError("label.more_than_noted", count=-count, noted=balance.of(kind))
    return count


def _demand_left(balance: Balance, kind: LabelEventKind, count: int) -> None:
    """Raises UserError where ``count`` more are too many. Older records may hold too many already: less is right."""
    if count > balance.remaining:
        raise UserError("label.more_than_left", count=count, remaining=balance.remaining)
    applied = balance.of(LabelEventKind.APPLIED)
    if kind is LabelEventKind.APPLIED and applied + count > balance.issued:
        raise UserError("label.more_than_issued", count=count, applied=applied, issued=balance.issued)


def _counted(session: Session, batch: LabelBatch, kind: LabelEventKind, labels: Labels) -> int:
    if labels.first is None and labels.last is None:
        if not labels.count:
            raise UserError("label.how_many")
        return labels.count
    first, last = labels.first, labels.last
    if first is not None and last is not None:
        check_span(first, last, batch.first_index, batch.first_index + batch.count - 1)
    if first is None or last is None or abs(labels.count) not in (0, last - first + 1):
        raise UserError("label.first_and_last")
    if labels.count < 0:
        _demand_noted(session, batch, kind, first, last)
        return first - last - 1
    _demand_open(session, batch, first, last)
    if kind is LabelEventKind.APPLIED:
        _demand_unapplied(session, batch, first, last)
    return last - first + 1


def _demand_noted(session: Session, batch: LabelBatch, kind: LabelEventKind, first: int, last: int) -> None:
    """Raises UserError where something else, or nothing, was noted of one of the labels, or of a number of them."""
    for part in counted(told_of(session, batch.id, (kind,), first, last), first, last):
        if part.times < 1:
            raise UserError("label.not_noted_so", serials=_span(batch, part.first, part.last))


def _demand_open(session: Session, batch: LabelBatch, first: int, last: int) -> None:
    """Raises UserError where one of the labels was settled as often as it was printed."""
    settled = told_of(session, batch.id, SETTLED, first, last)
    prints = told_of(session, batch.id, (LabelEventKind.PRINTED,), first, last)
    for part in counted(settled, first, last):
        for printed in counted(prints, part.first, part.last):
            if part.times >= max(printed.times, 1):
                raise UserError("label.noted_before", serials=_span(batch, printed.first, printed.last))


def _demand_unapplied(session: Session, batch: LabelBatch, first: int, last: int) -> None:
    """Raises UserError where one of the labels is on a product already: of two alike one is not genuine."""
    for part in on_products(session, batch.id, first, last):
        raise UserError("label.noted_before", serials=_span(batch, part.first, part.last))


def _span(batch: LabelBatch, first: int, last: int) -> str:
    return "～".join(serial_text(batch.number, index) for index in dict.fromkeys((first, last)))


def lines(office: Office, batch: str, offset: int = 0, limit: int = 128) -> list[LedgerRow]:
    """``limit`` lines of the batch's ledger from line ``offset`` on, the newest first. Raises UserError."""
    with office.store.reading() as session:
        found = batch_of(session, batch)
        query = select(LabelEvent).where(LabelEvent.batch_id == found.id).order_by(LabelEvent.id.desc())
        return [_row(session, found, line) for line in session.scalars(query.offset(offset).limit(limit))]


def count(office: Office, batch: str) -> int:
    """How many lines the batch's ledger has. Raises UserError for an unknown batch."""
    with office.store.reading() as session:
        found = batch_of(session, batch)
        return session.scalar(select(func.count()).where(LabelEvent.batch_id == found.id)) or 0


def _row(session: Session, batch: LabelBatch, line: LabelEvent) -> LedgerRow:
    first, last = (
        serial_text(batch.number, index) if index is not None else "" for index in (line.first_index, line.last_index)
    )
    copy = copy_of(session, line) if line.kind == LabelEventKind.PRINTED and line.remark else 1
    kind = LabelEventKind(line.kind)
    return LedgerRow(line.id, kind, line.count, first, last, line.remark, line.staff, line.at, copy)
