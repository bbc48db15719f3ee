"""An item label at the verification desk: what its batch is, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.certificates import is_expired
from qc_desktop.domain.dates import local
from qc_desktop.domain.label_answers import LabelParticulars, spoken_label
from qc_desktop.domain.labels import LabelBatchState, serial_text
from qc_desktop.domain.verification import Reason, Verdict, spoken, verdict_of
from qc_desktop.services.answers import Answer, iso
from qc_desktop.services.office import Office
from qc_desktop.services.sightings.seen import suspicions
from qc_desktop.storage.tables import LabelBatch


def answer(office: Office, session: Session, batch: int, index: int, key_id: str = "") -> Answer | None:
    """The answer for label ``index`` of ``batch``; ``key_id`` is that of the key which signed its code, empty where
    only its number was typed. None for a typed number of a batch that there is not."""
    found = session.scalars(select(LabelBatch).where(LabelBatch.number == batch)).first()
    about = LabelParticulars(serial_text(batch, index))
    if found is None:
        return unknown(Reason.UNKNOWN_BATCH, about) if key_id else None
    if key_id and key_id != found.key_id:
        return unknown(Reason.REGISTER_DIFFERS, about)
    last = found.first_index + found.count - 1
    if not found.first_index <= index <= last:
        return unknown(Reason.INDEX_BEYOND, LabelParticulars(about.serial, last=serial_text(batch, last)))
    return replace(_answer(office, found, about.serial), suspicions=suspicions(session, batch, index))


def unknown(reason: Reason, about: LabelParticulars) -> Answer:
    """The answer for a label that cannot be one of ours, or of which nothing is known, and why."""
    verdict = verdict_of(reason)
    said = spoken(verdict) if reason is Reason.REGISTER_DIFFERS else spoken_label(verdict, reason, about)
    return Answer(verdict, reason, about.serial, spoken=said, is_label=True)


def _answer(office: Office, batch: LabelBatch, serial: str) -> Answer:
    is_stopped = batch.state == LabelBatchState.STOPPED
    expired = is_expired(batch.valid_until, office.today)
    verdict = Verdict.STOPPED if is_stopped else Verdict.EXPIRED if expired else Verdict.VALID
    about = LabelParticulars(
        serial=serial,
        company=batch.company_name,
        product=batch.product,
        lot=batch.lot,
        issued=batch.issued_on,
        valid_until=batch.valid_until,
        stopped=local(batch.state_since).date() if is_stopped else None,
    )
    return Answer(
        verdict=verdict,
        reason=Reason.OK,
        number=serial,
        holder=batch.company_name,
        issued=iso(batch.issued_on),
        expires=iso(batch.valid_until),
        state_reason=batch.state_reason,
        product=batch.product,
        lot=batch.lot,
        is_label=True,
        has_hidden=batch.hidden_codes,
        spoken=spoken_label(verdict, Reason.OK, about),
    )
