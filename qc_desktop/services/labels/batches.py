"""Batches of labels as the records have them: looked up, listed, and what became of their labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session

from qc_desktop.domain.labels import Balance, LabelBatchState, LabelEventKind, parse_serial, serial_text
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.layouts.origins import Origin, origins
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import of_any, survivor_of, survivors
from qc_desktop.storage.search_index import matching
from qc_desktop.storage.tables import Company, LabelBatch, LabelEvent


@dataclass(frozen=True)
class BatchFilter:
    """Which batches; empty fields do not narrow. ``text`` is a number, a lot, a product, or finds the company."""

    agreement_id: str = ""
    company_id: str = ""
    text: str = ""
    states: tuple[str, ...] = ()


@dataclass(frozen=True)
class BatchRow:
    """A batch as the records have it; ``first_serial`` and ``last_serial`` as they are printed.

    ``layout`` is the office's that it was issued from, None for the one that came with the program.
    """

    id: str
    number: int
    agreement_id: str
    agreement_no: str
    company_id: str
    company: str
    product: str
    lot: str
    count: int
    first_serial: str
    last_serial: str
    issued_on: dt.date
    valid_until: dt.date | None
    symbol: str
    hidden_codes: bool
    staff: str
    state: LabelBatchState
    state_reason: str
    state_since: dt.datetime
    balance: Balance
    layout: Origin | None = None


def batch_of(session: Session, typed: str) -> LabelBatch:
    """The batch whose number was ``typed``; zeros before it do not count. Raises UserError for an unknown one."""
    plain = clean(typed)
    found = parse_serial(plain)
    number = found[0] if found else int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= 10 else 0
    batch = session.scalars(select(LabelBatch).where(LabelBatch.number == number)).first()
    if batch is None:
        raise UserError("label.unknown_batch", batch=typed)
    return batch


def row(office: Office, typed: str) -> BatchRow:
    """The batch whose number was ``typed``. Raises UserError for an unknown one."""
    with office.store.reading() as session:
        return row_of(session, batch_of(session, typed))


def page(office: Office, wanted: BatchFilter, offset: int = 0, limit: int = 128) -> list[BatchRow]:
    """``limit`` batches from row ``offset`` on, the newest first."""
    query = _chosen(wanted).order_by(LabelBatch.number.desc()).offset(offset).limit(limit)
    with office.store.reading() as session:
        found = session.scalars(query).all()
        merged, known = survivors(session), balances(session, found)
        laid_out = origins(session, [batch.layout_sha256 for batch in found])
        return [
            _row(batch, merged.get(batch.company_id, batch.company_id), known[batch.id], laid_out) for batch in found
        ]


def count(office: Office, wanted: BatchFilter) -> int:
    """How many batches ``wanted`` describes."""
    with office.store.reading() as session:
        return session.scalar(select(func.count()).select_from(_chosen(wanted).subquery())) or 0


def row_of(session: Session, batch: LabelBatch) -> BatchRow:
    """``batch`` as a frozen row."""
    laid_out = origins(session, [batch.layout_sha256])
    return _row(batch, survivor_of(session, batch.company_id), balance_of(session, batch), laid_out)


def _row(batch: LabelBatch, company_id: str, balance: Balance, laid_out: Mapping[str, Origin]) -> BatchRow:
    return BatchRow(
        id=batch.id,
        number=batch.number,
        agreement_id=batch.agreement_id,
        agreement_no=batch.agreement_no,
        company_id=company_id,
        company=batch.company_name,
        product=batch.product,
        lot=batch.lot,
        count=batch.count,
        first_serial=serial_text(batch.number, batch.first_index),
        last_serial=serial_text(batch.number, batch.first_index + batch.count - 1),
        issued_on=batch.issued_on,
        valid_until=batch.valid_until,
        symbol=batch.symbol,
        hidden_codes=batch.hidden_codes,
        staff=batch.staff,
        state=LabelBatchState(batch.state),
        state_reason=batch.state_reason,
        state_since=batch.state_since,
        balance=balance,
        layout=laid_out.get(batch.layout_sha256),
    )


def balance_of(session: Session, batch: LabelBatch) -> Balance:
    """What became of the batch's labels, as far as it was noted."""
    return balances(session, [batch])[batch.id]


def balances(session: Session, batches: Sequence[LabelBatch]) -> Mapping[str, Balance]:
    """The same for each of ``batches`` by its id, in two questions."""
    ids = [one.id for one in batches]
    sums = func.sum(LabelEvent.count)
    query = select(LabelEvent.batch_id, LabelEvent.kind, sums).where(LabelEvent.batch_id.in_(ids))
    counted: dict[str, dict[LabelEventKind, int]] = {one.id: {} for one in batches}
    for batch_id, kind, total in session.execute(query.group_by(LabelEvent.batch_id, LabelEvent.kind)):
        counted[batch_id][LabelEventKind(kind)] = int(total)
    further = _further(session, ids)
    return {one.id: Balance(one.count, counted[one.id], further.get(one.id, 0)) for one in batches}


def _further(session: Session, batch_ids: Sequence[str]) -> dict[str, int]:
    """How many of the labels printed are further copies: those of each line that one before it reached already."""
    line = LabelEvent
    reached = func.max(line.last_index).over(
        partition_by=line.batch_id, order_by=(line.first_index, line.id), rows=(None, -1)
    )
    printed = select(line.batch_id, line.first_index, line.last_index, reached.label("reached")).where(
        line.batch_id.in_(batch_ids), line.kind == LabelEventKind.PRINTED
    )
    lines = printed.subquery().c
    common = case((lines.reached < lines.last_index, lines.reached), else_=lines.last_index) - lines.first_index + 1
    query = select(lines.batch_id, func.sum(common)).where(lines.reached >= lines.first_index)
    return {batch_id: int(total) for batch_id, total in session.execute(query.group_by(lines.batch_id))}


def _chosen(wanted: BatchFilter) -> Select[LabelBatch]:
    return select(LabelBatch).where(*_conditions(wanted))


def _conditions(wanted: BatchFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.agreement_id:
        yield LabelBatch.agreement_id == wanted.agreement_id
    if wanted.company_id:
        yield of_any(LabelBatch.company_id, select(Company.id).where(Company.id == wanted.company_id))
    if wanted.states:
        yield LabelBatch.state.in_(wanted.states)
    typed = wanted.text.strip()
    if typed:
        ways = [column.icontains(typed, autoescape=True) for column in (LabelBatch.product, LabelBatch.lot)]
        serial = parse_serial(typed)
        if serial or (typed.isascii() and typed.isdigit()):
            ways.append(LabelBatch.number == (serial[0] if serial else int(typed[:10])))
        companies = matching(typed)
        yield or_(*ways, *([] if companies is None else [of_any(LabelBatch.company_id, companies)]))
