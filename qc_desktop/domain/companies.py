"""会员单位: what is known of a company, as it comes in from a list or a form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qc_desktop.domain.text import clean_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

NAME_LIMIT = 200
"""The longest company name, in characters; registration authorities allow far less."""
TEXT_LIMITS: Mapping[str, int] = {
    "short_name": NAME_LIMIT,
    "member_no": 40,
    "legal_representative": 100,
    "city": 60,
    "address": 200,
    "industry_name": 60,
    "hotline": 60,
    "website": 200,
    "remark": 2000,
    "contact_person": 100,
    "contact_phone": 60,
    "contact_email": 120,
}
"""How many characters each text of a company may have, wherever it comes from."""
PLAIN_TEXTS = frozenset({"hotline", "website", "contact_phone", "contact_email"})
"""Those in which full-width digits and letters mean the plain ones."""


class MemberTier(StrEnum):
    """会员级别. Membership is never a condition for taking part."""

    NON_MEMBER = "non_member"
    MEMBER = "member"
    COUNCIL = "council"
    STANDING_COUNCIL = "standing_council"
    VICE_PRESIDENT = "vice_president"
    PRESIDENT = "president"


TIER_NAMES: Mapping[MemberTier, str] = {
    MemberTier.NON_MEMBER: "非会员",
    MemberTier.MEMBER: "会员单位",
    MemberTier.COUNCIL: "理事单位",
    MemberTier.STANDING_COUNCIL: "常务理事单位",
    MemberTier.VICE_PRESIDENT: "副会长单位",
    MemberTier.PRESIDENT: "会长单位",
}
"""What stands in lists and on paper."""

_OTHER_TIER_NAMES = {"单位会员": MemberTier.MEMBER, "普通会员": MemberTier.MEMBER, "否": MemberTier.NON_MEMBER}
_TIERS_BY_NAME = {
    called: tier
    for tier, name in TIER_NAMES.items()
    for called in (name, name.removesuffix("单位"), name.removesuffix("单位") + "会员单位", tier.value)
} | _OTHER_TIER_NAMES


def tier_of(text: str) -> MemberTier | None:
    """The tier that ``text`` names (理事, 理事单位, council), or None."""
    return _TIERS_BY_NAME.get(clean_name(text).lower())


@dataclass(frozen=True)
class CompanyDraft:
    """A company as a list or a form gives it; an empty string, empty tuple or None means *not given*.

    ``uscc`` is checked; ``admin_division_code`` has six digits and ``province_code`` two, each with its name as it was;
    ``province_derived`` says that the province was read off the USCC. The last three fields are personal data.
    """

    name: str
    uscc: str = ""
    former_names: tuple[str, ...] = ()
    short_name: str = ""
    member_no: str = ""
    member_tier: MemberTier | None = None
    legal_representative: str = ""
    province_code: str = ""
    province: str = ""
    province_derived: bool = False
    admin_division_code: str = ""
    admin_division_name: str = ""
    city: str = ""
    address: str = ""
    industry_code: str = ""
    industry_name: str = ""
    hotline: str = ""
    website: str = ""
    remark: str = ""
    contact_person: str = ""
    contact_phone: str = ""
    contact_email: str = ""


@dataclass(frozen=True)
class PledgeDraft:
    """What a list says of a company's pledge; the signatory is personal data."""

    products: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    signatory: str = ""
    signed_on: dt.date | None = None

    def __bool__(self) -> bool:
        return bool(self.products or self.standards or self.signatory or self.signed_on)
