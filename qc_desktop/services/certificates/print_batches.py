"""打印批次: made, corrected by what a person saw come out, cancelled. Sending is in :mod:`…print_sending`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.printing import CHUNK, MOST_CHUNK, MOST_COPIES, USED_A_COPY, SheetState
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import by_number, live_certificates
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Certificate, PrintBatch, PrintLog, PrintSheet
from qc_desktop.storage.types import new_id

NOT_COME_OUT = "没有印出来"
REPRINTED = "重印"
"""Remarks of sheets that a person had printed again; they stand on Chinese papers, whatever the window speaks."""


def create(
    office: Office, numbers: Sequence[str], printer: str, title: str = "", chunk: int = CHUNK, copies: int = 1
) -> str:
    """A batch of ``numbers`` in the order of the register, ``copies`` sheets each; nothing is sent. Returns its id.

    Raises UserError for none, an unknown certificate, one that is not live, and for a chunk or copies out of range.
    """
    if not numbers:
        raise UserError("certificate.nothing_selected")
    if not (1 <= chunk <= MOST_CHUNK and 1 <= copies <= MOST_COPIES):
        raise UserError("print.range", most_chunk=MOST_CHUNK, most_copies=MOST_COPIES)
    unique = list(dict.fromkeys(numbers))
    with office.writing("print_batch", undoable=False, count=len(unique) * copies, printer=printer) as work:
        found = sorted(live_certificates(work.session, unique), key=lambda certificate: certificate.serial)
        campaigns = {certificate.campaign_id for certificate in found}
        batch = PrintBatch(
            id=new_id(),
            campaign_id=campaigns.pop() if len(campaigns) == 1 else None,
            title=title or _short_range(found[0].number, found[-1].number),
            queue=printer,
            chunk=chunk,
            created_at=work.command.at,
            staff=work.author.staff,
            pc=work.author.pc,
        )
        work.session.add(batch)
        work.session.flush()
        used = copies_used(work.session, [certificate.id for certificate in found])
        for place, certificate in enumerate(found):
            for extra in range(copies):
                copy = used.get(certificate.id, 0) + extra + 1
                _add(work, batch.id, place * copies + extra, certificate.id, copy)
        return batch.id


def range_of(numbers: Sequence[str]) -> str:
    """``QC-2026-315-000001～QC-2026-315-000128``; one number alone stands for itself."""
    return numbers[0] if numbers[0] == numbers[-1] else f"{numbers[0]}～{numbers[-1]}"


def _short_range(first: str, last: str) -> str:
    """``QC-2026-315-000001～000128``: of the last number what follows the part that both have in common."""
    same = next((place for place, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    cut = len(first[:same].rstrip("0123456789"))
    return first if first == last else f"{first}～{last[cut:]}"


def copies_used(session: Session, certificate_ids: Sequence[str]) -> dict[str, int]:
    """The last copy number on paper of each of ``certificate_ids`` that has one; files are no copies on paper."""
    used: dict[str, int] = {}
    for part in in_chunks(certificate_ids):
        query = (
            select(PrintSheet.certificate_id, func.max(PrintSheet.copy))
            .where(PrintSheet.certificate_id.in_(part), PrintSheet.state.in_(USED_A_COPY))
            .group_by(PrintSheet.certificate_id)
        )
        used |= dict(session.execute(query).all())
    return used


def settle(office: Office, batch_id: str, right_up_to: str) -> int:
    """After a jam or a crash: what came out right up to which number; empty for nothing. Returns how many go again.

    What stood as sent behind that number is printed again as the next copy, and what was withheld is tried again.
    Raises UserError for an unknown batch or number.
    """
    with office.writing("print_settle", undoable=False, batch=batch_id, up_to=right_up_to) as work:
        last = _serial(work.session, right_up_to) if right_up_to else 0
        again = 0
        for sheet, certificate in _sheets(work.session, batch_id, (SheetState.SENDING, SheetState.SENT)):
            if sheet.state == SheetState.SENDING:
                log_sheets(work, [sheet])
                sheet.state = SheetState.SENT
            if certificate.serial > last:
                _spoil(work, sheet, NOT_COME_OUT)
                again += 1
        for sheet, certificate in _sheets(work.session, batch_id, (SheetState.WITHHELD,)):
            if certificate.state == CertificateState.LIVE:
                sheet.state, sheet.remark = SheetState.WAITING, ""
                again += 1
        _reopen(work.session, batch_id)
        return again


def reprint(office: Office, batch_id: str, first: str) -> int:
    """Prints everything that was sent again from number ``first`` on, as next copies. Returns how many go again.

    Raises UserError for an unknown batch or number, and where nothing was sent from there on.
    """
    with office.writing("print_reprint", undoable=False, batch=batch_id, number=first) as work:
        start = _serial(work.session, first)
        sent = _sheets(work.session, batch_id, (SheetState.SENT,))
        chosen = [sheet for sheet, certificate in sent if certificate.serial >= start]
        return _again(work, batch_id, chosen, REPRINTED)


def damage(office: Office, batch_id: str, numbers: Sequence[str], reason: str) -> int:
    """Notes that the sheets of ``numbers`` were spoiled, for ``reason``; each is printed again as its next copy.

    Raises UserError without a reason, and where nothing of them was sent.
    """
    if not reason.strip():
        raise UserError("print.reason_needed")
    bound(reason, REASON)
    with office.writing("print_damage", undoable=False, batch=batch_id, count=len(numbers)) as work:
        wanted = {_serial(work.session, number) for number in numbers}
        sent = _sheets(work.session, batch_id, (SheetState.SENT,))
        newest = {certificate.serial: sheet for sheet, certificate in sent if certificate.serial in wanted}
        return _again(work, batch_id, list(newest.values()), reason.strip())


def cancel(office: Office, batch_id: str) -> int:
    """Gives up what waits: it is not printed. What was sent stands. Returns how many were dropped."""
    with office.writing("print_cancel", undoable=False, batch=batch_id) as work:
        waiting = _sheets(work.session, batch_id, (SheetState.WAITING, SheetState.WITHHELD))
        for sheet, _ in waiting:
            sheet.state = SheetState.DROPPED
        batch_of(work.session, batch_id).closed_at = work.command.at
        return len(waiting)


def batch_of(session: Session, batch_id: str) -> PrintBatch:
    """The batch ``batch_id``, which may be spelled by its beginning. Raises UserError where it names none, or several.

    The beginning of an id is what a person types at the command line.
    """
    query = select(PrintBatch).where(PrintBatch.id.startswith(batch_id, autoescape=True)).limit(2)
    found = session.scalars(query).all() if batch_id else []
    if len(found) != 1:
        raise UserError("print.unknown_batch", batch=batch_id)
    return found[0]


def log_sheets(work: UnitOfWork, sheets: Sequence[PrintSheet], *, checked: bool = True) -> None:
    """Writes ``sheets``, which were handed to a printer, into the print log: each line under its sheet's id."""
    work.session.add_all(
        PrintLog(
            id=sheet.id,
            certificate_id=sheet.certificate_id,
            copy=sheet.copy,
            at=sheet.sent_at or work.command.at,
            staff=work.author.staff,
            checked=checked,
        )
        for sheet in sheets
    )


def _serial(session: Session, number: str) -> int:
    certificate = by_number(session, number)
    if certificate is None:
        raise UserError("certificate.unknown", number=number)
    return certificate.serial


def _sheets(session: Session, batch_id: str, states: Sequence[SheetState]) -> list[tuple[PrintSheet, Certificate]]:
    """The sheets of the batch in ``states`` with their certificates, in the order in which they are printed."""
    query = (
        select(PrintSheet, Certificate)
        .join(Certificate, Certificate.id == PrintSheet.certificate_id)
        .where(PrintSheet.batch_id == batch_of(session, batch_id).id, PrintSheet.state.in_(states))
        .order_by(Certificate.serial, PrintSheet.position)
    )
    return [(sheet, certificate) for sheet, certificate in session.execute(query)]


def _again(work: UnitOfWork, batch_id: str, sheets: Sequence[PrintSheet], remark: str) -> int:
    if not sheets:
        raise UserError("print.nothing_sent")
    for sheet in sheets:
        _spoil(work, sheet, remark)
    _reopen(work.session, batch_id)
    return len(sheets)


def _spoil(work: UnitOfWork, sheet: PrintSheet, remark: str) -> None:
    """``sheet`` counts as spoiled; its next copy waits in a sheet of its own."""
    sheet.state, sheet.remark = SheetState.DAMAGED, remark
    work.session.flush()
    last = work.session.scalar(select(func.max(PrintSheet.position)).where(PrintSheet.batch_id == sheet.batch_id))
    used = copies_used(work.session, [sheet.certificate_id])
    _add(work, sheet.batch_id, (last or 0) + 1, sheet.certificate_id, used[sheet.certificate_id] + 1)


def _add(work: UnitOfWork, batch_id: str, position: int, certificate_id: str, copy: int) -> None:
    values: dict[str, Any] = {"batch_id": batch_id, "position": position, "certificate_id": certificate_id}
    work.session.add(PrintSheet(id=new_id(), copy=copy, state=SheetState.WAITING, **values))


def _reopen(session: Session, batch_id: str) -> None:
    batch_of(session, batch_id).closed_at = None
