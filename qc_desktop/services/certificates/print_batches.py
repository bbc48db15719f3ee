"""打印批次: made, given to another printer, cancelled. They are sent and corrected in modules of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.documents.printing.queue import PrintOptions
from qc_desktop.domain import number_ranges
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.printing import CHUNK, MOST_CHUNK, MOST_COPIES, SheetState
from qc_desktop.domain.short_ids import only_one, short_id
from qc_desktop.domain.text import clean, clean_code, name_key
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.certificates import quotas
from qc_desktop.services.certificates.print_noting import register_copies
from qc_desktop.services.certificates.quotas import copies_to_come, copies_used
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import live_certificates
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Certificate, PrintBatch, PrintLog, PrintSheet
from qc_desktop.storage.types import new_id


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
    where one was printed before or waits in another batch: without a ``reason``, or beyond its quota.
    """
    unique = demanded(numbers)
    if not (1 <= chunk <= MOST_CHUNK and 1 <= copies <= MOST_COPIES):
        raise UserError("print.range", most_chunk=MOST_CHUNK, most_copies=MOST_COPIES)
    options = options or PrintOptions()
    with office.writing("print_batch", undoable=False, count=len(unique) * copies, printer=printer) as work:
        found = in_order(work.session, unique)
        batch = add_batch(work, found, printer, title, chunk, options)
        ids = [certificate.id for certificate in found]
        used, coming = copies_used(work.session, ids), copies_to_come(work.session, ids)
        if coming and not reason.strip():
            raise _waits_already(work.session, found, coming)
        reason = further_reason(reason) if used or reason.strip() else ""
        quotas.demand(quotas.quota(office), found, used, copies, coming)
        for place, certificate in enumerate(found):
            for extra in range(copies):
                copy = used.get(certificate.id, 0) + coming.get(certificate.id, 0) + extra + 1
                add_sheet(work, batch.id, place * copies + extra, certificate.id, copy, reason if copy > 1 else "")
        return batch.id


def _waits_already(session: Session, found: Sequence[Certificate], coming: Mapping[str, int]) -> UserError:
    """Why there is no second batch without a reason: the batch in which the first of ``found`` that waits does so."""
    waits = [certificate for certificate in found if certificate.id in coming]
    sheet = select(PrintSheet.batch_id).where(
        PrintSheet.certificate_id == waits[0].id, PrintSheet.state == SheetState.WAITING
    )
    batch = session.get_one(PrintBatch, session.scalars(sheet.order_by(PrintSheet.id)).first())
    about = {"batch": short_id(batch.id), "title": batch.title}
    return UserError("print.waits_already", number=waits[0].number, count=len(waits), **about)


def demanded(numbers: Sequence[str]) -> list[str]:
    """``numbers``, each once. Raises UserError for none."""
    if not numbers:
        raise UserError("certificate.nothing_selected")
    return list(dict.fromkeys(numbers))


def in_order(session: Session, numbers: Sequence[str]) -> list[Certificate]:
    """The certificates ``numbers`` as the register has them. Raises UserError for one that is not live."""
    return sorted(live_certificates(session, numbers), key=lambda certificate: certificate.serial)


def add_batch(
    work: UnitOfWork, found: Sequence[Certificate], printer: str, title: str, chunk: int, options: PrintOptions
) -> PrintBatch:
    """A batch for the certificates ``found``, without a sheet yet."""
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
    return batch


def range_of(numbers: Sequence[str]) -> str:
    """``QC-2026-315-000001～QC-2026-315-000128``; one number alone stands for itself."""
    return numbers[0] if numbers[0] == numbers[-1] else f"{numbers[0]}～{numbers[-1]}"


def _short_range(first: str, last: str) -> str:
    """``QC-2026-315-000001～000128``: of the last number what follows the part that both have in common."""
    same = next((place for place, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    cut = len(first[:same].rstrip("0123456789"))
    return first if first == last else f"{first}～{last[cut:]}"


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
        found = in_order(session, list(dict.fromkeys(numbers)))
    return number_ranges.between([certificate.number for certificate in found], first, last)


@dataclass(frozen=True)
class Named:
    """``numbers`` of a batch that were named; those ``left_out`` of ranges had ended."""

    numbers: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def named(office: Office, batch_id: str, typed: Sequence[str]) -> Named:
    """The numbers of the batch that ``typed`` names, each in full, by last digits, as a range, or by its company's name
    or code. Raises UserError, also where a company has several in the batch.

    A range leaves out those that ended, unless it has no others.
    """
    with office.store.reading() as session:
        held, known, ended = _held(session, batch_id), numbers_of(session, batch_id), _ended(session, batch_id)
    spans = [number_ranges.named([_by_company(held, text)], known) for text in typed]
    found = dict.fromkeys(number for span in spans for number in span)
    alone = {span[0] for span in spans if len(span) == 1}
    kept = tuple(number for number in found if number in alone or number not in ended)
    return Named(kept, tuple(number for number in found if number not in kept)) if kept else Named(tuple(found))


def _ended(session: Session, batch_id: str) -> set[str]:
    of_batch = PrintSheet.batch_id == batch_of(session, batch_id).id
    query = select(Certificate.number).join(PrintSheet, PrintSheet.certificate_id == Certificate.id)
    return set(session.scalars(query.where(of_batch, Certificate.state != CertificateState.LIVE)))


def _held(session: Session, batch_id: str) -> dict[str, list[str]]:
    """The numbers of the batch by the names and codes of whom they were issued to."""
    query = (
        select(Certificate.number, Certificate.holder, Certificate.uscc)
        .join(PrintSheet, PrintSheet.certificate_id == Certificate.id)
        .where(PrintSheet.batch_id == batch_of(session, batch_id).id)
        .distinct()
    )
    held: dict[str, list[str]] = {}
    for number, holder, uscc in session.execute(query):
        for key in filter(None, (name_key(holder), uscc)):
            held.setdefault(key, []).append(number)
    return held


def _by_company(held: Mapping[str, list[str]], text: str) -> str:
    """The number that is meant by a company's name or code; another text as it is."""
    found = held.get(name_key(text)) or held.get(clean_code(text)) or []
    if len(found) > 1:
        raise UserError("dispatch.several", numbers=sorted(found)[:5])
    return found[0] if found else text


def numbers_of(session: Session, batch_id: str) -> list[str]:
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
        waiting = sheets_of(work.session, batch_id, (SheetState.WAITING, SheetState.WITHHELD))
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
    """The batch ``batch_id``, also by its :func:`~…short_id` or any other end or beginning that is its own.

    Raises UserError where it names none, or several.
    """
    exact = session.get(PrintBatch, batch_id)
    if exact is not None:
        return exact
    known = session.scalars(select(PrintBatch.id).order_by(PrintBatch.id.desc())).all()
    meant = only_one(batch_id, known, unknown="print.unknown_batch", several="print.several_batches")
    return session.get_one(PrintBatch, meant)


def log_sheets(work: UnitOfWork, sheets: Sequence[PrintSheet], printer: str, *, checked: bool = True) -> None:
    """Writes ``sheets``, which were handed to ``printer``, into the print log, each line under its sheet's id; together
    they are one event."""
    ids = [sheet.certificate_id for sheet in sheets]
    known: dict[str, str] = {}
    for part in in_chunks(ids):
        wanted = select(Certificate.id, Certificate.number).where(Certificate.id.in_(part))
        known |= dict(work.session.execute(wanted).all())
    copies = [(known[sheet.certificate_id], sheet.copy) for sheet in sheets]
    register_copies(work, copies, [sheet.reason for sheet in sheets], checked=checked, printer=printer)
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


def sheets_of(session: Session, batch_id: str, states: Sequence[SheetState]) -> list[tuple[PrintSheet, Certificate]]:
    """The sheets of the batch in ``states`` with their certificates, in the order in which they are printed."""
    query = (
        select(PrintSheet, Certificate)
        .join(Certificate, Certificate.id == PrintSheet.certificate_id)
        .where(PrintSheet.batch_id == batch_of(session, batch_id).id, PrintSheet.state.in_(states))
        .order_by(Certificate.serial, PrintSheet.position)
    )
    return [(sheet, certificate) for sheet, certificate in session.execute(query)]


def add_sheet(
    work: UnitOfWork,
    batch_id: str,
    position: int,
    certificate_id: str,
    copy: int,
    reason: str,
    *,
    withheld: bool = False,
) -> PrintSheet:
    """One more sheet that waits, or is ``withheld`` because the quota is used up."""
    state, remark = (SheetState.WITHHELD, quotas.REACHED) if withheld else (SheetState.WAITING, "")
    values: dict[str, Any] = {"batch_id": batch_id, "position": position, "certificate_id": certificate_id}
    sheet = PrintSheet(id=new_id(), copy=copy, state=state, remark=remark, reason=reason, **values)
    work.session.add(sheet)
    return sheet


def reopen(session: Session, batch_id: str) -> None:
    """There is something to print in the batch again."""
    batch_of(session, batch_id).closed_at = None
