"""Finding a certificate from what a caller reads out: its number, its last digits, or the company."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.printing import TRIAL_COPY
from qc_desktop.domain.text import clean_code
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.storage.merged import of_any
from qc_desktop.storage.search_index import matching
from qc_desktop.storage.tables import Certificate, Participation, PrintLog

MOST = 20
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9/_-]{5,}")
"""What may be a number within a sentence: 编号：QC-2026-315-000128。"""
SEQUENCE_DIGITS = 6


def awaits_certificate(*, revoked_too: bool = False) -> ColumnElement[bool]:
    """That a participation has no live certificate, and none that was revoked, which was for cause.

    One that was voided, for a clerical reason, is made anew. ``revoked_too`` is for companies that a person names.
    """
    ends_it = (CertificateState.LIVE,) if revoked_too else (CertificateState.LIVE, CertificateState.REVOKED)
    standing = Certificate.state.in_(ends_it)
    return ~select(Certificate.id).where(Certificate.participation_id == Participation.id, standing).exists()


def counted_copy() -> ColumnElement[bool]:
    """A line of the print log that is a copy of the certificate; a trial print is none."""
    return (PrintLog.certificate_id == Certificate.id) & (PrintLog.copy != TRIAL_COPY)


def is_successor(old: type[Certificate], new: type[Certificate]) -> ColumnElement[bool]:
    """That ``new`` was issued in the place of ``old``: for the same participation, by which an index finds it."""
    return (new.participation_id == old.participation_id) & (new.replaces_id == old.id)


def successor_of(session: Session, certificate: Certificate) -> str:
    """The number of the certificate that was issued in the place of ``certificate``, empty where none was."""
    successor = aliased(Certificate)
    query = select(successor.number).join(Certificate, is_successor(Certificate, successor))
    return session.scalars(query.where(Certificate.id == certificate.id)).first() or ""


def in_force_instead(session: Session, certificate: Certificate, today: dt.date) -> str:
    """The number of the certificate of the same participation that is in force today, empty where there is none."""
    same = Certificate.participation_id == certificate.participation_id
    current = or_(Certificate.expires_on.is_(None), Certificate.expires_on >= today)
    live = select(Certificate.number).where(same, Certificate.state == CertificateState.LIVE, current)
    return session.scalars(live.order_by(Certificate.serial.desc())).first() or ""


def by_number(session: Session, typed: str) -> Certificate | None:
    """The certificate with the number ``typed``, whose letters and blanks may be spelled otherwise."""
    spelled = {typed.strip(), clean_code(typed)}
    exact = session.scalars(select(Certificate).where(Certificate.number.in_(spelled))).first()
    if exact is not None or not any(map(str.isdigit, typed)):  # every number has its year
        return exact
    spelled_alike = func.replace(func.upper(Certificate.number), " ", "") == clean_code(typed)
    number = session.scalar(select(Certificate.number).where(spelled_alike).limit(1))  # an index has them all
    return session.scalars(select(Certificate).where(Certificate.number == number)).first() if number else None


def find(session: Session, typed: str) -> list[Certificate]:
    """The certificates that ``typed`` means, the newest first, at most MOST.

    The whole number; else up to six last digits, of which fewer may end several numbers: the one that they are, zeros
    before them left out, comes first; else the holder, as a company is found. Raises UserError where so few digits were
    typed that more than MOST numbers end so.
    """
    digits = clean_code(typed)
    if digits.isdigit() and len(digits) <= SEQUENCE_DIGITS:
        exact = session.scalars(select(Certificate).where(Certificate.number == digits)).first()
        return [exact] if exact else _ending(session, digits)
    named = (by_number(session, text) for text in (typed, *_NUMBER.findall(unicodedata.normalize("NFKC", typed))))
    exact = next((found for found in named if found is not None), None)
    if exact is not None:
        return [exact]
    newest = select(Certificate).order_by(Certificate.serial.desc()).limit(MOST)
    companies = matching(typed)
    return [] if companies is None else list(session.scalars(newest.where(of_any(Certificate.company_id, companies))))


def _ending(session: Session, digits: str) -> list[Certificate]:
    """Those whose sequence ends with ``digits``; the one that it is stands first."""
    ends_so = select(Certificate.serial).where(Certificate.serial % 10 ** len(digits) == int(digits))
    serials = session.scalars(ends_so).all()  # an index has them all
    if len(serials) > MOST:
        raise UserError("verify.too_many", typed=digits, count=len(serials))
    whole = case((Certificate.serial % 10**SEQUENCE_DIGITS == int(digits), 0), else_=1)
    query = select(Certificate).where(Certificate.serial.in_(serials))
    return list(session.scalars(query.order_by(whole, Certificate.serial.desc())))


def live_certificates(session: Session, numbers: Sequence[str]) -> list[Certificate]:
    """The certificates ``numbers``, in that order. Raises UserError for an unknown one, and one that is not live."""
    found: dict[str, Certificate] = {}
    for chunk in in_chunks(numbers):
        query = select(Certificate).where(Certificate.number.in_(chunk))
        found |= {certificate.number: certificate for certificate in session.scalars(query)}
    for number in numbers:
        if number not in found:
            raise UserError("certificate.unknown", number=number)
        if found[number].state != CertificateState.LIVE:
            raise UserError("certificate.ended", number=number, state=CertificateState(found[number].state))
    return [found[number] for number in numbers]
