"""What is known of printing: batches, their sheets, and the print log of a certificate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.printing import ELSEWHERE, NOT_COME_OUT, TRIAL_COPY, BatchState, Placing, SheetState, batch_state
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.certificates.print_batches import batch_of
from qc_desktop.services.certificates.quotas import copies_to_come, copies_used
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import by_number
from qc_desktop.storage.tables import Certificate, PrintBatch, PrintLog, PrintSheet


@dataclass(frozen=True)
class BatchRow:
    """A batch as a list shows it; ``sheets`` counts them by state, ``not_come_out`` those of the damaged that never
    came out.

    One that was printed elsewhere has no ``printer``; what is printed of it later comes out of any.
    """

    id: str
    title: str
    printer: str
    chunk: int
    created_at: dt.datetime
    staff: str
    pc: str
    campaign_id: str
    media: str
    tray: str
    placing: Placing
    state: BatchState
    sheets: dict[str, int] = field(default_factory=dict)
    elsewhere: bool = False
    not_come_out: int = 0

    @property
    def total(self) -> int:
        """All sheets."""
        return sum(self.sheets.values())

    def of(self, state: SheetState) -> int:
        """The sheets in ``state``."""
        return self.sheets.get(state.value, 0)


@dataclass(frozen=True)
class SheetRow:
    """A sheet of a batch; ``remark`` is why it was damaged, or the code of why it was withheld.

    ``reason`` is why there is this further copy.
    """

    id: str
    number: str
    holder: str
    copy: int
    state: SheetState
    chunk_no: int
    sent_at: dt.datetime | None
    remark: str
    reason: str = ""


@dataclass(frozen=True)
class PrintedRow:
    """A line of a certificate's print log: on paper with its printer or ``elsewhere``, as a trial, else as a file."""

    at: dt.datetime
    staff: str
    copy: int
    checked: bool
    printer: str = ""
    state: str = ""
    remark: str = ""
    reason: str = ""
    elsewhere: bool = False

    @property
    def is_trial(self) -> bool:
        """Whether it counts as no copy."""
        return self.copy == TRIAL_COPY


def count(office: Office) -> int:
    """How many batches there are."""
    with office.store.reading() as session:
        return session.scalar(select(func.count()).select_from(PrintBatch)) or 0


def page(office: Office, offset: int = 0, limit: int = 128) -> list[BatchRow]:
    """``limit`` batches from ``offset`` on, newest first."""
    with office.store.reading() as session:
        query = select(PrintBatch).order_by(PrintBatch.created_at.desc(), PrintBatch.id.desc())
        found = session.scalars(query.offset(offset).limit(limit)).all()
        return _rows(session, list(found))


def batch(office: Office, batch_id: str) -> BatchRow:
    """The batch ``batch_id``, spelled as :func:`~…print_batches.batch_of` takes it. Raises UserError as that does."""
    with office.store.reading() as session:
        return _rows(session, [batch_of(session, batch_id)])[0]


def _rows(session: Session, found: list[PrintBatch]) -> list[BatchRow]:
    counted: dict[str, dict[str, int]] = {}
    lost: dict[str, int] = {}
    is_lost = func.count().filter(PrintSheet.state == SheetState.DAMAGED, PrintSheet.remark == NOT_COME_OUT)
    query = select(PrintSheet.batch_id, PrintSheet.state, func.count(), is_lost).where(
        PrintSheet.batch_id.in_([batch.id for batch in found])
    )
    for batch_id, state, number, gone in session.execute(query.group_by(PrintSheet.batch_id, PrintSheet.state)):
        counted.setdefault(batch_id, {})[state] = number
        lost[batch_id] = lost.get(batch_id, 0) + gone
    return [
        BatchRow(
            id=one.id,
            title=one.title,
            printer="" if one.queue == ELSEWHERE else one.queue,
            elsewhere=one.queue == ELSEWHERE,
            chunk=one.chunk,
            created_at=one.created_at,
            staff=one.staff,
            pc=one.pc,
            campaign_id=one.campaign_id or "",
            media=one.media,
            tray=one.tray,
            placing=Placing(one.placing),
            state=batch_state(counted.get(one.id, {})),
            sheets=counted.get(one.id, {}),
            not_come_out=lost.get(one.id, 0),
        )
        for one in found
    ]


def sheet_count(office: Office, batch_id: str, states: tuple[str, ...] = ()) -> int:
    """How many sheets of the batch are in ``states``; none named means all."""
    with office.store.reading() as session:
        query = select(func.count()).select_from(PrintSheet).where(PrintSheet.batch_id == batch_id)
        return session.scalar(query.where(PrintSheet.state.in_(states)) if states else query) or 0


def sheets(
    office: Office, batch_id: str, states: tuple[str, ...] = (), offset: int = 0, limit: int | None = 128
) -> list[SheetRow]:
    """The sheets of the batch in ``states``, by number and copy."""
    query = (
        select(PrintSheet, Certificate.number, Certificate.holder)
        .join(Certificate, Certificate.id == PrintSheet.certificate_id)
        .where(PrintSheet.batch_id == batch_id)
        .order_by(Certificate.serial, PrintSheet.position)
    )
    if states:
        query = query.where(PrintSheet.state.in_(states))
    with office.store.reading() as session:
        return [
            SheetRow(
                id=sheet.id,
                number=number,
                holder=holder,
                copy=sheet.copy,
                state=SheetState(sheet.state),
                chunk_no=sheet.chunk_no,
                sent_at=sheet.sent_at,
                remark=sheet.remark,
                reason=sheet.reason,
            )
            for sheet, number, holder in session.execute(query.offset(offset).limit(limit))
        ]


def printed_before(office: Office, numbers: Sequence[str]) -> int:
    """How many of the certificates ``numbers`` have a copy on paper, or wait for one in some batch."""
    with office.store.reading() as session:
        ids = [one for part in in_chunks(numbers) for one in _ids(session, part)]
        return len(copies_used(session, ids).keys() | copies_to_come(session, ids).keys())


def _ids(session: Session, numbers: Sequence[str]) -> Sequence[str]:
    return session.scalars(select(Certificate.id).where(Certificate.number.in_(numbers))).all()


def last_sent(office: Office, batch_id: str) -> str:
    """The number of the last sheet that was handed over, empty where none was."""
    query = (
        select(Certificate.number)
        .join(PrintSheet, PrintSheet.certificate_id == Certificate.id)
        .where(PrintSheet.batch_id == batch_id, PrintSheet.state.in_((SheetState.SENT, SheetState.SENDING)))
        .order_by(PrintSheet.chunk_no.desc(), Certificate.serial.desc())
    )
    with office.store.reading() as session:
        return session.scalar(query.limit(1)) or ""


def print_log(office: Office, number: str) -> list[PrintedRow]:
    """Everything that was printed of certificate ``number``, newest first. Raises UserError for an unknown one."""
    with office.store.reading() as session:
        certificate = by_number(session, number)
        if certificate is None:
            raise UserError("certificate.unknown", number=number)
        query = (
            select(PrintLog, PrintSheet, PrintBatch.queue)
            .outerjoin(PrintSheet, PrintSheet.id == PrintLog.id)
            .outerjoin(PrintBatch, PrintBatch.id == PrintSheet.batch_id)
            .where(PrintLog.certificate_id == certificate.id)
            .order_by(PrintLog.at.desc(), PrintLog.copy.desc())
        )
        return [
            PrintedRow(
                at=line.at,
                staff=line.staff,
                copy=line.copy,
                checked=line.checked,
                printer="" if printer == ELSEWHERE else printer or "",
                elsewhere=printer == ELSEWHERE,
                state=sheet.state if sheet else "",
                remark=sheet.remark if sheet else "",
                reason=line.reason,
            )
            for line, sheet, printer in session.execute(query)
        ]
