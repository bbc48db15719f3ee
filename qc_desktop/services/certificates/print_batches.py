"""打印批次: made, corrected by what a person saw come out, cancelled. Sending is in :mod:`…print_sending`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.documents.printing.queue import PrintOptions
from qc_desktop.domain import number_ranges
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.printing import CHUNK, MOST_CHUNK, MOST_COPIES, SheetState
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.certificates import quotas
from qc_desktop.services.certificates.quotas import copies_used
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import by_number, live_certificates
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Certificate, PrintBatch, PrintLog, PrintSheet
from qc_desktop.storage.types import new_id

NOT_COME_OUT = "没有印出来"
"""The remark of a sheet that a person did not find; it stands on Chinese papers, whatever the window speaks."""


def create(
    office: Office,
    numbers: Sequence[str],
    printer: str,
    title: str = "",
    chunk: int = CHUNK,
    copies: int = 1,
    options: PrintOptions | None = None,
    reason: str = "",
) -> str:
    """A batch of ``numbers`` in the order of the register, ``copies`` sheets each; nothing is sent. Returns its id.

    Raises UserError for none, an unknown certificate, one that is not live, for a chunk or copies out of range, and
    where one was printed before: without a ``reason``, or beyond its quota.
    """
    if not numbers:
        raise UserError("certificate.nothing_selected")
    if not (1 <= chunk <= MOST_CHUNK and 1 <= copies <= MOST_COPIES):
        raise UserError("print.range", most_chunk=MOST_CHUNK, most_copies=MOST_COPIES)
    options = options or PrintOptions()
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
            media=options.media,
            tray=options.tray,
            placing=options.placing.value,
        )
        work.session.add(batch)
        work.session.flush()
        used = copies_used(work.session, [certificate.id for certificate in found])
        reason = further_reason(reason) if used or reason.strip() else ""
        quotas.demand(quotas.quota(office), found, used, copies)
        for place, certificate in enumerate(found):
            for extra in range(copies):
                copy = used.get(certificate.id, 0) + extra + 1
                _add(work, batch.id, place * copies + extra, certificate.id, copy, reason if copy > 1 else "")
        return batch.id


def range_of(numbers: Sequence[str]) -> str:
    """``QC-2026-315-000001～QC-2026-315-000128``; one number alone stands for itself."""
    return numbers[0] if numbers[0] == numbers[-1] else f"{numbers[0]}～{numbers[-1]}"


def _short_range(first: str, last: str) -> str:
    """``QC-2026-315-000001～000128``: of the last number what follows the part that both have in common."""
    same = next((place for place, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    cut = len(first[:same].rstrip("0123456789"))
    return first if first == last else f"{first}～{last[cut:]}"


def settle(office: Office, batch_id: str, right_up_to: str) -> int:
    """After a jam or a crash: what came out right up to which number; empty for nothing. Returns how many go again.

    What stood as sent behind that number is printed again as the next copy, and what was withheld is tried again. A
    jam never stops the rest: the next copy of a certificate whose quota is used up is withheld until there is room.
    Raises UserError for an unknown batch or number.
    """
    with office.writing("print_settle", undoable=False, batch=batch_id, up_to=right_up_to) as work:
        last = _serial(work.session, right_up_to) if right_up_to else 0
        again, allowed = 0, quotas.quota(office)
        for sheet, certificate in _sheets(work.session, batch_id, (SheetState.SENDING, SheetState.SENT)):
            if sheet.state == SheetState.SENDING:
                log_sheets(work, [sheet])
                sheet.state = SheetState.SENT
            if certificate.serial > last:
                again += _spoil(allowed, work, sheet, NOT_COME_OUT)
        again += _retry_withheld(office, work, batch_id)
        _reopen(work.session, batch_id)
        return again


def _retry_withheld(office: Office, work: UnitOfWork, batch_id: str) -> int:
    """What was withheld waits again, but for what ended and for what is still beyond its quota."""
    again, allowed = 0, quotas.quota(office)
    withheld = _sheets(work.session, batch_id, (SheetState.WITHHELD,))
    used = copies_used(work.session, [certificate.id for _, certificate in withheld])
    for sheet, certificate in withheld:
        room = sheet.remark != quotas.REACHED or quotas.has_room(allowed, used.get(certificate.id, 0))
        if certificate.state == CertificateState.LIVE and room:
            sheet.state, sheet.remark = SheetState.WAITING, ""
            again += 1
    return again


def reprint(office: Office, batch_id: str, first: str, reason: str) -> int:
    """Prints everything that was sent again from number ``first`` on, as next copies. Returns how many go again.

    ``first`` may be the last digits of a number of the batch. Raises UserError for an unknown batch or number, where
    nothing was sent from there on, without a reason, and beyond a quota.
    """
    reason = further_reason(reason)
    with office.writing("print_reprint", undoable=False, batch=batch_id, number=first, reason=reason) as work:
        sent = _sheets(work.session, batch_id, (SheetState.SENT,))
        wanted = set(number_ranges.between(_numbers(work.session, batch_id), first))
        return _again(office, work, batch_id, [pair for pair in sent if pair[1].number in wanted], reason)


def damage(office: Office, batch_id: str, numbers: Sequence[str], reason: str) -> int:
    """Notes that the sheets of ``numbers`` were spoiled, for ``reason``; each is printed again as its next copy.

    A number may be its last digits, or two of them with ～ between. Raises UserError without a reason, where nothing
    of them was sent, and beyond a quota.
    """
    reason = further_reason(reason)
    with office.writing("print_damage", undoable=False, batch=batch_id, count=len(numbers)) as work:
        wanted = set(number_ranges.named(numbers, _numbers(work.session, batch_id)))
        sent = _sheets(work.session, batch_id, (SheetState.SENT,))
        newest = {certificate.number: (sheet, certificate) for sheet, certificate in sent}
        chosen = [pair for number, pair in newest.items() if number in wanted]
        return _again(office, work, batch_id, chosen, reason)


def further_reason(typed: str) -> str:
    """Why there is a further copy. Raises UserError where nothing is said, or too much."""
    reason = clean(typed)
    if not reason:
        raise UserError("print.reason_needed")
    bound(reason, REASON)
    return reason


def within(office: Office, numbers: Sequence[str], first: str, last: str) -> list[str]:
    """Of the certificates ``numbers`` those from ``first`` to ``last``, in the order of the register.

    Both may be last digits, and empty for an open end. Raises UserError for a number that is not among them.
    """
    with office.store.reading() as session:
        found = sorted(live_certificates(session, list(dict.fromkeys(numbers))), key=lambda one: one.serial)
    return number_ranges.between([certificate.number for certificate in found], first, last)


def named(office: Office, batch_id: str, typed: Sequence[str]) -> list[str]:
    """The numbers of the batch that ``typed`` names, each in full, by last digits or as a range. Raises UserError."""
    with office.store.reading() as session:
        return number_ranges.named(typed, _numbers(session, batch_id))


def _numbers(session: Session, batch_id: str) -> list[str]:
    """The numbers of the batch, in the order of the register."""
    query = (
        select(Certificate.number)
        .join(PrintSheet, PrintSheet.certificate_id == Certificate.id)
        .where(PrintSheet.batch_id == batch_of(session, batch_id).id)
        .group_by(Certificate.number, Certificate.serial)
        .order_by(Certificate.serial)
    )
    return list(session.scalars(query))


def cancel(office: Office, batch_id: str) -> int:
    """Gives up what waits: it is not printed. What was sent stands. Returns how many were dropped."""
    with office.writing("print_cancel", undoable=False, batch=batch_id) as work:
        waiting = _sheets(work.session, batch_id, (SheetState.WAITING, SheetState.WITHHELD))
        for sheet, _ in waiting:
            sheet.state = SheetState.DROPPED
        batch_of(work.session, batch_id).closed_at = work.command.at
        return len(waiting)


def turn_to(office: Office, batch_id: str, printer: str, options: PrintOptions) -> None:
    """Lets the rest of the batch come out of another printer or tray. Raises UserError for an unknown batch."""
    with office.writing("print_turn", undoable=False, batch=batch_id, printer=printer) as work:
        batch = batch_of(work.session, batch_id)
        batch.queue, batch.tray = printer, options.tray
        batch.media, batch.placing = options.media, options.placing.value


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
            reason=sheet.reason,
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


def _again(
    office: Office, work: UnitOfWork, batch_id: str, sheets: Sequence[tuple[PrintSheet, Certificate]], reason: str
) -> int:
    if not sheets:
        raise UserError("print.nothing_sent")
    certificates = {certificate.id: certificate for _, certificate in sheets}
    allowed = quotas.quota(office)
    times = Counter(certificate.id for _, certificate in sheets)
    used = copies_used(work.session, list(certificates))
    for certificate_id, certificate in certificates.items():
        quotas.demand(allowed, [certificate], used, times[certificate_id])
    for sheet, _ in sheets:
        _spoil(allowed, work, sheet, reason)
    _reopen(work.session, batch_id)
    numbers = [certificate.number for certificate in certificates.values()]
    about = {"first": numbers[0], "last": numbers[-1], "count": len(sheets), "reason": reason}
    work.register(EventKind.CERTIFICATE_REPRINTED, numbers[0], about)
    return len(sheets)


def _spoil(allowed: int, work: UnitOfWork, sheet: PrintSheet, reason: str) -> int:
    """``sheet`` counts as spoiled; its next copy waits in a sheet of its own, or is withheld beyond the quota.

    Returns how many wait again.
    """
    sheet.state, sheet.remark = SheetState.DAMAGED, reason
    work.session.flush()
    last = work.session.scalar(select(func.max(PrintSheet.position)).where(PrintSheet.batch_id == sheet.batch_id))
    used = copies_used(work.session, [sheet.certificate_id])[sheet.certificate_id]
    room = quotas.has_room(allowed, used)
    _add(work, sheet.batch_id, (last or 0) + 1, sheet.certificate_id, used + 1, reason, withheld=not room)
    return int(room)


def _add(
    work: UnitOfWork,
    batch_id: str,
    position: int,
    certificate_id: str,
    copy: int,
    reason: str,
    *,
    withheld: bool = False,
) -> None:
    state, remark = (SheetState.WITHHELD, quotas.REACHED) if withheld else (SheetState.WAITING, "")
    values: dict[str, Any] = {"batch_id": batch_id, "position": position, "certificate_id": certificate_id}
    sheet = PrintSheet(id=new_id(), copy=copy, state=state, remark=remark, reason=reason, **values)
    work.session.add(sheet)


def _reopen(session: Session, batch_id: str) -> None:
    batch_of(session, batch_id).closed_at = None
