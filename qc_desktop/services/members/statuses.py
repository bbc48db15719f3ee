"""Membership as a condition of a list, and the status of the companies on a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.membership import MembershipStatus, Term, status
from qc_desktop.services.stored_settings import stored
from qc_desktop.storage.tables import Company, MembershipTerm

GRACE_DAYS = "membership_grace_days"


def grace_days(session: Session) -> int:
    """How many days after its end a term still gives grace: the office's setting."""
    return int(stored(session, GRACE_DAYS))


def condition(session: Session, wanted: MembershipStatus, day: dt.date) -> ColumnElement[bool]:
    """That a company has the status ``wanted`` on ``day``; says the same as :func:`membership.status`.

    What few companies have is gathered from the terms; whether nothing is left is asked of each company at hand, which
    brings the first page at once where most have lapsed.
    """
    starts, ends = MembershipTerm.starts_on, MembershipTerm.ends_on
    since = day - dt.timedelta(days=grace_days(session))
    holds = _with(and_(starts <= day, or_(ends.is_(None), ends >= day)))
    lately = _with(and_(ends < day, ends >= since))
    own = select(MembershipTerm.id).where(MembershipTerm.company_id == Company.id).correlate(Company)
    return {
        MembershipStatus.CURRENT: holds,
        MembershipStatus.GRACE: and_(lately, ~holds),
        MembershipStatus.UPCOMING: and_(_with(starts > day), ~holds, ~lately),
        MembershipStatus.LAPSED: and_(own.exists(), ~own.where(or_(ends.is_(None), ends >= since)).exists()),
        MembershipStatus.NONE: ~own.exists(),
    }[wanted]


def _with(term: ColumnElement[bool]) -> ColumnElement[bool]:
    """That a company has a term of which ``term`` is true."""
    return Company.id.in_(select(MembershipTerm.company_id).where(term))


def of(session: Session, company_ids: Sequence[str], day: dt.date) -> dict[str, MembershipStatus]:
    """The status on ``day`` of those among ``company_ids`` that have terms; the others have none."""
    known: dict[str, list[Term]] = {}
    for row in session.scalars(select(MembershipTerm).where(MembershipTerm.company_id.in_(company_ids))):
        known.setdefault(row.company_id, []).append(term_of(row))
    days = grace_days(session) if known else 0
    return {company_id: status(terms, day, days) for company_id, terms in known.items()}


def term_of(row: MembershipTerm) -> Term:
    """The value of a stored term."""
    return Term(MemberTier(row.member_tier), row.starts_on, row.ends_on, row.remark)
