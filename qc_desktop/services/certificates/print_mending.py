"""打印批次, corrected by what a person saw come out: after a jam, with spoiled sheets, from a number on again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain import number_ranges
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.printing import NOT_COME_OUT, SheetState
from qc_desktop.errors import UserError
from qc_desktop.services.certificates import print_lists, quotas
from qc_desktop.services.certificates.print_batches import (
    add_sheet,
    batch_of,
    further_reason,
    log_sheets,
    numbers_of,
    reopen,
    sheets_of,
)
from qc_desktop.services.certificates.quotas import copies_used
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Certificate, PrintSheet


def settle(office: Office, batch_id: str, right_up_to: str) -> int:
    """After a jam or a crash: what came out right up to which number; empty for nothing. Returns how many go again.

    What stood as sent behind that number is printed again as the next copy, and what was withheld is tried again. A
    jam never stops the rest: the next copy of a certificate whose quota is used up is withheld until there is room.
    Raises UserError for an unknown batch, and a number that is not in it; its last digits will do.
    """
    with office.writing("print_settle", undoable=False, batch=batch_id, up_to=right_up_to) as work:
        last = _serial(work.session, batch_id, right_up_to) if right_up_to else 0
        again, allowed = 0, quotas.quota(office)
        gone = sheets_of(work.session, batch_id, (SheetState.SENDING, SheetState.SENT))
        _note_sent(work, batch_id, [sheet for sheet, _ in gone if sheet.state == SheetState.SENDING])
        for sheet, certificate in gone:
            if certificate.serial > last:
                again += _spoil(allowed, work, sheet, certificate, NOT_COME_OUT)
        again += _retry_withheld(office, work, batch_id)
        reopen(work.session, batch_id)
        return again


def _note_sent(work: UnitOfWork, batch_id: str, sheets: Sequence[PrintSheet]) -> None:
    """What was on its way when the program ended was handed over: together it is one event."""
    if sheets:
        log_sheets(work, sheets, batch_of(work.session, batch_id).queue)
    for sheet in sheets:
        sheet.state = SheetState.SENT


def retry(office: Office, batch_id: str) -> list[str]:
    """What was withheld is tried again where that can help now. Returns the numbers of what ended meanwhile."""
    if not print_lists.sheet_count(office, batch_id, (SheetState.WITHHELD,)):
        return []
    with office.writing("print_retry", undoable=False, batch=batch_id) as work:
        withheld = sheets_of(work.session, batch_id, (SheetState.WITHHELD,))
        ended = [(sheet, certificate.number) for sheet, certificate in withheld if not _is_live(certificate)]
        for sheet, _ in ended:
            sheet.state, sheet.remark = SheetState.ENDED, ""
        if _retry_withheld(office, work, batch_id):
            reopen(work.session, batch_id)
    return [number for _, number in ended]


def _retry_withheld(office: Office, work: UnitOfWork, batch_id: str) -> int:
    """What was withheld waits again, but for what ended, what another batch printed, and what is beyond its quota."""
    again, allowed = 0, quotas.quota(office)
    withheld = sheets_of(work.session, batch_id, (SheetState.WITHHELD,))
    used = copies_used(work.session, [certificate.id for _, certificate in withheld])
    for sheet, certificate in withheld:
        room = sheet.remark != quotas.REACHED or quotas.has_room(allowed, used.get(certificate.id, 0))
        if _is_live(certificate) and room and sheet.remark != quotas.UNEXPLAINED:
            sheet.state, sheet.remark = SheetState.WAITING, ""
            again += 1
    return again


def reprint(office: Office, batch_id: str, first: str, reason: str) -> int:
    """Prints everything that was sent again from number ``first`` on, as next copies. Returns how many go again.

    ``first`` may be the last digits of a number of the batch. What ended since is left out. Raises UserError for an
    unknown batch or number, where nothing was sent from there on, without a reason, and beyond a quota.
    """
    with office.store.reading() as session:
        number_ranges.between(numbers_of(session, batch_id), first)  # what is not there needs no reason
    reason = further_reason(reason)
    with office.writing("print_reprint", undoable=False, batch=batch_id, number=first, reason=reason) as work:
        sent = sheets_of(work.session, batch_id, (SheetState.SENT,))
        wanted = set(number_ranges.between(numbers_of(work.session, batch_id), first))
        chosen = [pair for pair in sent if pair[1].number in wanted]
        alive = [pair for pair in chosen if _is_live(pair[1])]
        if chosen and not alive:
            raise UserError("print.all_ended")
        return _again(office, work, batch_id, alive, reason)


def damage(office: Office, batch_id: str, numbers: Sequence[str], reason: str) -> int:
    """Notes that the sheets of ``numbers`` were spoiled, for ``reason``; each is printed again as its next copy, unless
    its certificate ended. Returns how many sheets were noted.

    A number may be its last digits, or two of them with ～ between. Raises UserError without a reason, where nothing
    of them was sent, and beyond a quota.
    """
    with office.store.reading() as session:
        number_ranges.named(numbers, numbers_of(session, batch_id))  # what is not there needs no reason
    reason = further_reason(reason)
    with office.writing("print_damage", undoable=False, batch=batch_id, count=len(numbers)) as work:
        wanted = set(number_ranges.named(numbers, numbers_of(work.session, batch_id)))
        sent = sheets_of(work.session, batch_id, (SheetState.SENT,))
        newest = {certificate.number: (sheet, certificate) for sheet, certificate in sent}
        chosen = [pair for number, pair in newest.items() if number in wanted]
        return _again(office, work, batch_id, chosen, reason)


def _again(
    office: Office, work: UnitOfWork, batch_id: str, sheets: Sequence[tuple[PrintSheet, Certificate]], reason: str
) -> int:
    if not sheets:
        raise UserError("print.nothing_sent")
    alive = [pair for pair in sheets if _is_live(pair[1])]
    certificates = {certificate.id: certificate for _, certificate in alive}
    allowed = quotas.quota(office)
    times = Counter(certificate.id for _, certificate in alive)
    used = copies_used(work.session, list(certificates))
    for certificate_id, certificate in certificates.items():
        quotas.demand(allowed, [certificate], used, times[certificate_id])
    for sheet, certificate in sheets:
        _spoil(allowed, work, sheet, certificate, reason)
    if alive:
        reopen(work.session, batch_id)
        numbers = [certificate.number for certificate in certificates.values()]
        about = {"first": numbers[0], "last": numbers[-1], "count": len(alive), "reason": reason}
        work.register(EventKind.CERTIFICATE_REPRINTED, numbers[0], about)
    return len(sheets)


def _spoil(allowed: int, work: UnitOfWork, sheet: PrintSheet, certificate: Certificate, reason: str) -> int:
    """``sheet`` counts as spoiled; its next copy waits in a sheet of its own, or is withheld beyond the quota. There is
    none where the certificate ended.

    Returns how many wait again.
    """
    sheet.state, sheet.remark = SheetState.DAMAGED, reason
    if not _is_live(certificate):
        return 0
    work.session.flush()
    last = work.session.scalar(select(func.max(PrintSheet.position)).where(PrintSheet.batch_id == sheet.batch_id))
    used = copies_used(work.session, [sheet.certificate_id])[sheet.certificate_id]
    room = quotas.has_room(allowed, used)
    add_sheet(work, sheet.batch_id, (last or 0) + 1, sheet.certificate_id, used + 1, reason, withheld=not room)
    return int(room)


def _is_live(certificate: Certificate) -> bool:
    return certificate.state == CertificateState.LIVE


def _serial(session: Session, batch_id: str, typed: str) -> int:
    numbers = numbers_of(session, batch_id)
    number = numbers[number_ranges.place_of(typed, numbers)]
    return session.scalars(select(Certificate.serial).where(Certificate.number == number)).one()
