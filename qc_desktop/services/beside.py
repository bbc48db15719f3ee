"""What the published lists say of a code that was signed, for whoever has a copy of the folder and no records."""

from __future__ import annotations

from dataclasses import replace

from qc_desktop.domain.certificates import is_expired
from qc_desktop.domain.dates import today
from qc_desktop.domain.findings import Finding, warning
from qc_desktop.domain.label_answers import LabelParticulars, spoken_label
from qc_desktop.domain.labels import serial_text
from qc_desktop.domain.verification import Reason, Verdict, spoken
from qc_desktop.services import label_answers
from qc_desktop.services.answers import Answer, CodeFit, iso
from qc_desktop.services.site_copy import ListedBatch, ListState, SiteCopy, Status
from qc_desktop.trust.verify import Checked


def completed(answer: Answer, checked: Checked, copy: SiteCopy, code: str = "") -> Answer:
    """``answer``, which is what the signature of ``checked`` says, with what the lists of ``copy`` add.

    Nothing is valid but by a fresh list; what has ended has ended by any. ``code`` is the one below a label's coating.
    """
    if checked.batch is not None and checked.index is not None:
        return _label(answer, checked, checked.batch, checked.index, copy, code)
    if checked.serial is not None:
        return _certificate(answer, checked, int(checked.serial), copy.status)
    return answer


def _certificate(answer: Answer, checked: Checked, serial: int, status: Status) -> Answer:
    ended = status.ended.get(serial)
    if ended:
        about = replace(checked.particulars, ended=ended.since, replacement=ended.by)
        said = spoken(ended.verdict, about)
        return replace(answer, verdict=ended.verdict, replaced_by=ended.by, spoken=said)
    is_valid = status.state is ListState.FRESH and checked.reason is Reason.OK
    verdict = Verdict.VALID if is_valid else answer.verdict
    return replace(answer, verdict=verdict, spoken=spoken(verdict, checked.particulars), notes=(_told(status),))


def _label(answer: Answer, checked: Checked, number: int, index: int, copy: SiteCopy, code: str) -> Answer:
    batch, status = copy.batch(number), copy.status
    if isinstance(batch, ListState):
        told = _without_batch(answer, batch, status, is_stopped=number in status.stopped)
        return replace(told, code_fit=CodeFit(batch.value)) if code else told
    about = LabelParticulars(serial_text(number, index))
    if batch.key_id != checked.kid.hex():
        return label_answers.unknown(Reason.REGISTER_DIFFERS, about)
    if not batch.first <= index <= batch.last:
        return label_answers.unknown(Reason.INDEX_BEYOND, replace(about, last=serial_text(number, batch.last)))
    told = _of_batch(answer, batch, number, about, status)
    return replace(told, code_fit=copy.fit(batch, number, index, code)) if code else told


def _without_batch(answer: Answer, why: ListState, status: Status, *, is_stopped: bool) -> Answer:
    notes = (warning(f"verify.batch_{why}"), _told(status, is_label=True))
    if not is_stopped:
        return replace(answer, notes=notes)
    return replace(answer, verdict=Verdict.STOPPED, spoken=spoken(Verdict.STOPPED), notes=notes[:1])


def _of_batch(answer: Answer, batch: ListedBatch, number: int, about: LabelParticulars, status: Status) -> Answer:
    stopped = status.stopped.get(number)
    expired = is_expired(batch.expires, today())
    live = Verdict.VALID if status.state is ListState.FRESH else Verdict.SIGNED
    verdict = Verdict.STOPPED if stopped else Verdict.EXPIRED if expired else live
    about = replace(
        about,
        company=batch.company,
        product=batch.product,
        lot=batch.lot,
        issued=batch.issued,
        valid_until=batch.expires,
        stopped=stopped,
    )
    return replace(
        answer,
        verdict=verdict,
        reason=Reason.OK,
        holder=batch.company,
        uscc=batch.uscc,
        issued=iso(batch.issued),
        expires=iso(batch.expires),
        product=batch.product,
        lot=batch.lot,
        spoken=spoken_label(verdict, Reason.OK, about),
        notes=() if stopped else (_told(status, is_label=True),),
    )


def _told(status: Status, *, is_label: bool = False) -> Finding:
    """What the list of what ended tells of something that is not in it."""
    if status.state is ListState.FRESH and is_label:
        return warning("verify.list_fresh_label", day=iso(status.day))
    return warning(f"verify.list_{status.state}", day=iso(status.day))
