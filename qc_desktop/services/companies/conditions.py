"""What narrows a list of companies, as conditions of the query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, case, or_, select
from sqlalchemy.sql.elements import SQLCoreOperations

from qc_desktop import reference
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import MemberTier
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


OF_YEAR = frozenset({"stage", "stage_since", "certificate_no"})
"""Orders that mean something only within a campaign; elsewhere the list is in the order of names."""


_TIERS = case({tier.value: rank for rank, tier in enumerate(MemberTier)}, value=Company.member_tier)
_NUMBER = (
    select(Certificate.serial)
    .where(Certificate.participation_id == Participation.id, Certificate.state == CertificateState.LIVE)
    .correlate(Participation)
    .scalar_subquery()
)
ORDERS: Mapping[str, tuple[SQLCoreOperations[Any], ...]] = {
    "name": (),
    "uscc": (Company.uscc,),
    "member_no": (Company.member_no,),
    "short_name": (Company.short_name,),
    "legal_representative": (Company.legal_representative,),
    "province": (Company.province_code,),
    "city": (Company.province_code, Company.city),
    "industry_name": (Company.industry_code,),
    "member_tier": (_TIERS,),
    "stage": (Participation.stage,),
    "stage_since": (Participation.stage_since,),
    "certificate_no": (_NUMBER,),
    "roster": (Company.province_code == "", Company.province_code),
}
"""What each order compares before the name: places as GB/T 2260 has them (unknown ones last in a roster), tiers by
rank, certificates by serial."""
