"""寄送 as it is noted: which certificates went out, by which way, under which number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.dates import local
from qc_desktop.domain.dispatch import DispatchDraft, Way, to_dispatch, wrong_day
from qc_desktop.domain.findings import Finding, errors, warning
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import by_number, in_force_instead
from qc_desktop.storage.history import insert_many
from qc_desktop.storage.tables import Certificate, Dispatch
from qc_desktop.storage.types import new_id

NOT_IN_FORCE = "dispatch.not_in_force"


@dataclass(frozen=True)
class DispatchRow:
    """A dispatch as a list shows it."""

    id: str
    number: str
    holder: str
    way: Way
    carrier: str
    tracking_no: str
    sent_on: dt.date | None
    remark: str


def noted_already(session: Session, certificate_ids: Iterable[str]) -> set[tuple[str, str, str]]:
    """What is noted already: certificate, way, tracking number."""
    noted: set[tuple[str, str, str]] = set()
    columns = select(Dispatch.certificate_id, Dispatch.way, Dispatch.tracking_no)
    for part in in_chunks(list(certificate_ids)):
        found = session.execute(columns.where(Dispatch.certificate_id.in_(part)))
        noted |= {(certificate_id, way, tracking) for certificate_id, way, tracking in found}
    return noted


def values_of(certificate_id: str, draft: DispatchDraft) -> dict[str, Any]:
    """A row to write."""
    return {"id": new_id(), "certificate_id": certificate_id, **asdict(draft), "way": draft.way.value}


def draft_of(row: Mapping[str, str], sent_on: dt.date | None) -> DispatchDraft:
    """What a person said of a dispatch by field. Raises UserError for a text that is too long."""
    draft, findings = to_dispatch({**row, "sent_on": sent_on or ""})
    if wrong := errors(findings):
        raise UserError(wrong[0].code, **wrong[0].params)
    return draft


def note(office: Office, numbers: Sequence[str], draft: DispatchDraft, *, ended_too: bool = False) -> int:
    """Notes by hand that ``numbers`` went out so; what is noted already stays. Returns how many are new.

    Raises UserError for none, for an unknown number, for a day that is still to come or before the issue, and for one
    that had ended before that day, or today, or where no day is said: unless ``ended_too`` says that it really did.
    """
    if not numbers:
        raise UserError("certificate.nothing_selected")
    with office.writing("dispatch_note", count=len(numbers), way=draft.way.value) as work:
        found = [_sent_on(work.session, number, draft.sent_on, office.today) for number in dict.fromkeys(numbers)]
        if not ended_too:
            _demand_in_force(work.session, found, draft.sent_on, office.today)
        ids = [certificate.id for certificate in found]
        noted = noted_already(work.session, ids)
        fresh = [found for found in ids if (found, draft.way.value, draft.tracking_no) not in noted]
        insert_many(work.session, Dispatch, [values_of(found, draft) for found in fresh])
        return len(fresh)


def _demand_in_force(session: Session, found: Sequence[Certificate], sent_on: dt.date | None, today: dt.date) -> None:
    """A paper may have gone out up to the day on which its certificate was replaced, but hardly after that.

    Of one that ended today and is said to have gone out today a person is asked: more likely the new one did.
    """
    for certificate in found:
        ended_on = local(certificate.state_since).date()
        before = sent_on is not None and (sent_on < ended_on or sent_on == ended_on < today)
        if certificate.state == CertificateState.LIVE or before:
            continue
        about = {"number": certificate.number, "holder": certificate.holder, "ended": f"{ended_on}"}
        state, now = CertificateState(certificate.state), instead_of(in_force_instead(session, certificate, today))
        raise UserError(NOT_IN_FORCE, **about, state=state, now=now)


def instead_of(number: str) -> Finding:
    """Which certificate of the company's is in force for the same year, if one is."""
    return warning("dispatch.now_in_force", number=number) if number else warning("dispatch.none_in_force")


def _sent_on(session: Session, number: str, sent_on: dt.date | None, today: dt.date) -> Certificate:
    """The certificate ``number``, which may have gone out on that day. Raises UserError."""
    certificate = by_number(session, number)
    if certificate is None:
        raise UserError("certificate.unknown", number=number)
    for odd in wrong_day(sent_on, certificate.issued_on, today, number, certificate.holder):
        raise UserError(odd.code, **odd.params)
    return certificate


def remove(office: Office, ids: Sequence[str]) -> int:
    """Takes wrong entries away; this can be undone. Returns how many. Raises UserError for one that is not there."""
    with office.writing("dispatch_remove", count=len(ids)) as work:
        for entry_id in ids:
            row = work.session.get(Dispatch, entry_id)
            if row is None:
                raise UserError("store.changed_meanwhile")
            work.session.delete(row)
        return len(ids)


def count(office: Office, text: str = "") -> int:
    """How many dispatches ``text`` finds: part of a certificate's number, a tracking number, or a company's name."""
    with office.store.reading() as session:
        return session.scalar(select(func.count()).select_from(_found(text).subquery())) or 0


def page(office: Office, text: str = "", offset: int = 0, limit: int = 128) -> list[DispatchRow]:
    """The dispatches that ``text`` finds from ``offset`` on, the newest first."""
    with office.store.reading() as session:
        query = _found(text).order_by(Dispatch.id.desc()).offset(offset).limit(limit)
        return [_row(entry, number, holder) for entry, number, holder in session.execute(query)]


def of_certificate(office: Office, number: str) -> list[DispatchRow]:
    """How certificate ``number`` went out, newest first."""
    with office.store.reading() as session:
        query = _all().where(Certificate.number == number).order_by(Dispatch.id.desc())
        return [_row(entry, found, holder) for entry, found, holder in session.execute(query)]


def newest(session: Session, certificate_ids: Sequence[str]) -> dict[str, DispatchRow]:
    """The newest dispatch of each of ``certificate_ids`` that has one."""
    found: dict[str, DispatchRow] = {}
    for part in in_chunks(certificate_ids):
        query = _all().where(Dispatch.certificate_id.in_(part)).order_by(Dispatch.id)
        found |= {entry.certificate_id: _row(entry, number, holder) for entry, number, holder in session.execute(query)}
    return found


def _all() -> Select[Dispatch, str, str]:
    return select(Dispatch, Certificate.number, Certificate.holder).join(
        Certificate, Certificate.id == Dispatch.certificate_id
    )


def _found(text: str) -> Select[Dispatch, str, str]:
    typed = text.strip()
    if not typed:
        return _all()
    columns = (Certificate.number, Certificate.holder, Dispatch.tracking_no)
    return _all().where(or_(*(column.icontains(typed, autoescape=True) for column in columns)))


def _row(entry: Dispatch, number: str, holder: str) -> DispatchRow:
    return DispatchRow(
        id=entry.id,
        number=number,
        holder=holder,
        way=Way(entry.way),
        carrier=entry.carrier,
        tracking_no=entry.tracking_no,
        sent_on=entry.sent_on,
        remark=entry.remark,
    )


def in_words(row: DispatchRow, words: Messages) -> str:
    """A dispatch in one line: 快递 顺丰 SF123 2026-03-20."""
    day = row.sent_on.isoformat() if row.sent_on else ""
    return " ".join(filter(None, [words.text(f"dispatch.{row.way}"), row.carrier, row.tracking_no, day]))
