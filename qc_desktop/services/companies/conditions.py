"""What narrows a list of companies, as conditions of the query."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select

from qc_desktop import reference
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.storage.tables import Certificate, Company, Contact, Participation, SavedListEntry

CONTACT = "contact_person"
MISSING = (
    *("uscc", "province_code", "industry_code", "legal_representative", "address", "hotline", "website"),
    CONTACT,
)
"""What a company can lack, by column; contact persons are a table of their own."""


def lacks(name: str) -> ColumnElement[bool]:
    """That a company has no ``name``, one of MISSING; of a contact person that none can be reached or named."""
    if name == CONTACT:
        return ~select(Contact.id).where(Contact.company_id == Company.id).correlate(Company).exists()
    column = getattr(Company, name)
    return or_(column.is_(None), column == "")


def in_industries(codes: Sequence[str]) -> ColumnElement[bool]:
    """That a company is of one of ``codes`` (GB/T 4754-2017); a section, one letter, has its divisions in it."""
    within = [known.code for known in reference.industries().all if known.section in codes]
    return Company.industry_code.in_({*codes, *within})


def has_live_certificate() -> ColumnElement[bool]:
    """That the participation at hand has a certificate that is in force."""
    return (
        select(Certificate.id)
        .where(Certificate.participation_id == Participation.id, Certificate.state == CertificateState.LIVE)
        .exists()
    )


def on_list(list_id: str) -> ColumnElement[bool]:
    """That a company is on the fixed list."""
    return Company.id.in_(select(SavedListEntry.company_id).where(SavedListEntry.list_id == list_id))
