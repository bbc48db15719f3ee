"""What a list of companies can be sorted by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import case, select
from sqlalchemy.sql.elements import SQLCoreOperations

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import MemberTier
from qc_desktop.storage.tables import Certificate, Company, Participation

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

SORTABLE = tuple(ORDERS)
"""What the list can be sorted by: names by pinyin, provinces in the order of GB/T 2260."""
BY_NAME = (Company.sort_key, Company.id)
"""What decides in the end."""
