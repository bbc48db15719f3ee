"""The register of certificates: looking them up, and ending one for a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as replace_in
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased
from sqlalchemy.sql.elements import SQLCoreOperations

from qc_desktop.domain.certificates import CertificateState, check_closing
from qc_desktop.domain.events import ENDINGS
from qc_desktop.domain.text import clean_code
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.certificates.dispatches import DispatchRow, newest
from qc_desktop.services.layouts.origins import Origin, origins
from qc_desktop.services.ledger import heads
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import SEQUENCE_DIGITS, by_number, counted_copy, is_successor
from qc_desktop.storage.merged import of_any, survivors
from qc_desktop.storage.search_index import matching
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Certificate, Company, PrintLog

if TYPE_CHECKING:
    from qc_desktop.trust.keys import OpenKeys


@dataclass(frozen=True)
class CertificateFilter:
    """Which certificates; empty fields do not narrow. ``text`` is a number, its last digits, or finds the holder."""

    campaign_id: str = ""
    text: str = ""
    states: tuple[str, ...] = ()
    batch_id: str = ""
    printed: bool | None = None


@dataclass(frozen=True)
class CertificateRow:
    """A certificate as the register shows it; ``printed`` counts its renderings, ``dispatch`` is its newest.

    ``layout`` is the office's layout that it was issued from, None for one that came with the program.
    ``company_id`` is the company that stands for its holder today; the certificate itself never changes.
    """

    id: str
    number: str
    holder: str
    uscc: str
    kind: str
    issued_on: dt.date
    expires_on: dt.date | None
    state: CertificateState
    state_reason: str
    state_since: dt.datetime
    batch_id: str
    company_id: str
    replaced_by: str = ""
    printed: int = 0
    dispatch: DispatchRow | None = None
    layout: Origin | None = None


ENDING_EVENT = {state: kind for kind, state in ENDINGS.items()}


def count(office: Office, wanted: CertificateFilter) -> int:
    """How many certificates ``wanted`` describes."""
    with office.store.reading() as session:
        return session.scalar(select(func.count()).select_from(_chosen(wanted).subquery())) or 0


_HOLDER = select(Company.sort_key).where(Company.id == Certificate.company_id).scalar_subquery()
ORDERS: Mapping[str, tuple[SQLCoreOperations[Any], ...]] = {
    "number": (),
    "holder": (_HOLDER,),
    "uscc": (Certificate.uscc,),
    "issued": (Certificate.issued_on,),
    "expires": (Certificate.expires_on,),
    "state": (Certificate.state,),
    "state_since": (Certificate.state_since,),
}
"""What each order of the register compares before the serial; holders by the pinyin of what they are called today."""


def page(
    office: Office,
    wanted: CertificateFilter,
    offset: int = 0,
    limit: int = 128,
    sort: str = "number",
    descending: bool = False,
) -> list[CertificateRow]:
    """``limit`` rows of the register from row ``offset`` on, in one of ORDERS."""
    with office.store.reading() as session:
        ids = session.scalars(_in_order(wanted, sort, descending=descending).offset(offset).limit(limit)).all()
        return rows(session, list(ids))


def numbers(office: Office, wanted: CertificateFilter, sort: str = "number", *, descending: bool = False) -> list[str]:
    """The numbers of all certificates that ``wanted`` describes, in the order of :func:`page`."""
    with office.store.reading() as session:
        query = _in_order(wanted, sort, descending=descending).with_only_columns(Certificate.number)
        return list(session.scalars(query))


def _in_order(wanted: CertificateFilter, sort: str, *, descending: bool) -> Select[str]:
    columns = (*ORDERS[sort], Certificate.serial)
    return _chosen(wanted).order_by(*[column.desc() if descending else column.asc() for column in columns])


def live_numbers(office: Office, participation_ids: Sequence[str]) -> list[str]:
    """The numbers of the certificates in force of ``participation_ids``, in order."""
    return _live_in(office, Certificate.participation_id, participation_ids)


def _live_in(office: Office, column: InstrumentedAttribute[str], among: Sequence[str]) -> list[str]:
    found: list[tuple[int, str]] = []
    query = select(Certificate.serial, Certificate.number).where(Certificate.state == CertificateState.LIVE)
    with office.store.reading() as session:
        for chunk in in_chunks(among):
            found += [(serial, number) for serial, number in session.execute(query.where(column.in_(chunk)))]
    return [number for _, number in sorted(found)]


def live_among(office: Office, numbers: Sequence[str]) -> list[str]:
    """Those of ``numbers`` whose certificates are in force, in order."""
    return _live_in(office, Certificate.number, numbers)


def row(office: Office, number: str) -> CertificateRow:
    """The register's row of certificate ``number``. Raises UserError where there is none."""
    with office.store.reading() as session:
        certificate = by_number(session, number)
        if certificate is None:
            raise UserError("certificate.unknown", number=number)
        return rows(session, [certificate.id])[0]


def _chosen(wanted: CertificateFilter) -> Select[str]:
    query = select(Certificate.id)
    if wanted.campaign_id:
        query = query.where(Certificate.campaign_id == wanted.campaign_id)
    if wanted.states:
        query = query.where(Certificate.state.in_(wanted.states))
    if wanted.batch_id:
        query = query.where(Certificate.batch_id == wanted.batch_id)
    if wanted.printed is not None:
        printed = select(PrintLog.id).where(counted_copy()).exists()
        query = query.where(printed if wanted.printed else ~printed)
    typed = wanted.text.strip()
    if typed:
        query = query.where(_found_by(typed))
    return query


def _found_by(typed: str) -> ColumnElement[bool]:
    """The number that ends so; where it is more than last digits, also the companies it finds."""
    plain = clean_code(typed)
    ending = or_(*(Certificate.number.endswith(text, autoescape=True) for text in {typed.upper(), plain}))
    last_digits = plain.isdigit() and len(plain) <= SEQUENCE_DIGITS
    found = None if last_digits else matching(typed)
    return ending if found is None else ending | of_any(Certificate.company_id, found)


def rows(session: Session, ids: list[str]) -> list[CertificateRow]:
    """The register's rows of ``ids``, in that order."""
    successor = aliased(Certificate)
    printed = select(func.count()).where(counted_copy()).correlate(Certificate).scalar_subquery()
    found = session.execute(
        select(Certificate, func.coalesce(successor.number, ""), printed)
        .outerjoin(successor, is_successor(Certificate, successor))
        .where(Certificate.id.in_(ids))
    ).all()
    standing, sent = survivors(session), newest(session, ids)
    made_from = origins(session, {certificate.template_sha256 for certificate, _, _ in found})
    by_id = {
        certificate.id: replace_in(
            _row(certificate, standing.get(certificate.company_id, certificate.company_id), after, times),
            dispatch=sent.get(certificate.id),
            layout=made_from.get(certificate.template_sha256),
        )
        for certificate, after, times in found
    }
    return [by_id[row_id] for row_id in ids]


def _row(certificate: Certificate, company_id: str, replaced_by: str, printed: int) -> CertificateRow:
    return CertificateRow(
        id=certificate.id,
        number=certificate.number,
        holder=certificate.holder,
        uscc=certificate.uscc,
        kind=certificate.kind,
        issued_on=certificate.issued_on,
        expires_on=certificate.expires_on,
        state=CertificateState(certificate.state),
        state_reason=certificate.state_reason,
        state_since=certificate.state_since,
        batch_id=certificate.batch_id,
        company_id=company_id,
        replaced_by=replaced_by,
        printed=printed,
    )


def end(office: Office, number: str, to: CertificateState, reason: str) -> CertificateRow:
    """Voids (clerical) or revokes (for cause) the live certificate ``number``; the number stays taken for ever.

    Raises UserError for an unknown number, one that is not live, or no reason.
    """
    with office.writing("certificate_end", undoable=False, number=number, to=to.value) as work:
        certificate = _live(work, number, to, reason)
        work.session.flush()
        return rows(work.session, [certificate.id])[0]


def replace(office: Office, number: str, reason: str, keys: OpenKeys) -> tuple[CertificateRow, CertificateRow]:
    """换发: ends ``number`` as replaced and issues a new certificate with today's data; returns the old and the new.

    Raises UserError as :func:`end` does, and where the company cannot be certified now.
    """
    from qc_desktop.services.certificates.issuing import issue_replacement

    with heads.writing("certificate_replace", office, keys, number=number) as work:
        old = _live(work, number, CertificateState.REPLACED, reason)
        work.session.flush()
        new_number = issue_replacement(office, work, old, keys)
        work.session.flush()
        new = work.session.scalars(select(Certificate).where(Certificate.number == new_number)).one()
        before, after = rows(work.session, [old.id, new.id])
    return before, after


def _live(work: UnitOfWork, number: str, to: CertificateState, reason: str) -> Certificate:
    certificate = by_number(work.session, number)
    if certificate is None:
        raise UserError("certificate.unknown", number=number)
    check_closing(CertificateState(certificate.state), to, reason, number)
    certificate.state, certificate.state_reason = to.value, reason.strip()
    certificate.state_since = work.command.at
    work.register(ENDING_EVENT[to], certificate.number, {"reason": reason.strip(), "serial": certificate.serial})
    return certificate
