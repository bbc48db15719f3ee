"""Companies that were merged into another: their rows stay for what was issued to them, and are in no list."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from qc_desktop.storage.tables import Company

_Gone = aliased(Company)
CHUNK = 500


def not_merged(company_id: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """That the company named by ``company_id`` (Company.id, Participation.company_id …) stands for itself.

    Asked by id and not by ``merged_into_id``, so that a list walks the index of its order and needs no row for it.
    """
    return company_id.not_in(select(_Gone.id).where(_Gone.merged_into_id > ""))


def merged(company_id: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """That the company named by ``company_id`` was merged: to be taken off a count that an index answers alone."""
    return company_id.in_(select(_Gone.id).where(_Gone.merged_into_id > ""))


def survivors(session: Session) -> dict[str, str]:
    """For every company that was merged the one it was merged into; that one stands for itself."""
    rows = session.execute(select(_Gone.id, _Gone.merged_into_id).where(_Gone.merged_into_id > ""))
    return {company_id: survivor for company_id, survivor in rows if survivor}


def survivor_of(session: Session, company_id: str) -> str:
    """The company that stands for ``company_id``: itself, unless it was merged."""
    return session.scalar(select(_Gone.merged_into_id).where(_Gone.id == company_id)) or company_id


def standing(session: Session, company_ids: Sequence[str]) -> list[str]:
    """``company_ids`` in their order, each once, with its survivor in the place of one that was merged.

    For ids that were chosen a while ago: on a selection that stood while somebody merged, in a stored list.
    """
    known: dict[str, str] = {}
    for start in range(0, len(company_ids), CHUNK):
        gone = _Gone.id.in_(company_ids[start : start + CHUNK])
        rows = session.execute(select(_Gone.id, _Gone.merged_into_id).where(gone, _Gone.merged_into_id > ""))
        known |= {company_id: survivor for company_id, survivor in rows if survivor}
    return list(dict.fromkeys(known.get(each, each) for each in company_ids))


def of_any(company_id: InstrumentedAttribute[str], standing: Select[str]) -> ColumnElement[bool]:
    """That ``company_id`` names one of the companies ``standing``, or one that was merged into it."""
    return or_(company_id.in_(standing), company_id.in_(select(_Gone.id).where(_Gone.merged_into_id.in_(standing))))
