"""What the records know of a company, as its form shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from qc_desktop import reference
from qc_desktop.domain.companies import TIER_NAMES, MemberTier, PledgeDraft
from qc_desktop.services.campaigns.pledging import draft_of
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.storage.tables import Campaign, Company, Participation, Pledge

PLAIN = ("name", "uscc", "member_no", "short_name", "legal_representative", "province", "city", "address", "hotline",
         "website")  # fmt: skip
"""Fields that stand on the form as the records have them."""


@dataclass(frozen=True)
class LastPledge:
    """A company's newest pledge up to a campaign; ``is_this_years`` says whether it was given in that one."""

    pledge: PledgeDraft
    is_this_years: bool


def company_texts(company: Company, *, contacts: bool) -> dict[str, str]:
    """The cells of the form that are about ``company``, by field; its first contact only with ``contacts``."""
    texts = {field: getattr(company, field) or "" for field in PLAIN}
    texts["member_tier"] = TIER_NAMES[MemberTier(company.member_tier)]
    texts["industry_name"] = industry_text(company.industry_code, company.industry_name)
    if contacts and company.contacts:
        first = company.contacts[0]
        texts |= {"contact_person": first.name, "contact_phone": first.phone, "contact_email": first.email}
    return texts


def industry_text(code: str, name: str) -> str:
    """An industry as the form's list has it (C13 农副食品加工业); its name alone where it has no code."""
    known = reference.industries().get(code) if code else None
    if known is None:
        return name
    return f"{known.section}{'' if known.code == known.section else known.code} {known.name}"


def last_pledges(session: Session, campaign: Campaign, company_ids: Sequence[str]) -> dict[str, LastPledge]:
    """The newest pledge of each company in campaigns of this kind up to this one."""
    found: dict[str, LastPledge] = {}
    for chunk in in_chunks(company_ids):
        query = (
            select(Participation.company_id, Participation.campaign_id, Pledge)
            .join(Participation, Participation.id == Pledge.participation_id)
            .join(Campaign, Campaign.id == Participation.campaign_id)
            .where(Participation.company_id.in_(chunk), Campaign.kind == campaign.kind)
            .where(Campaign.campaign_year <= campaign.campaign_year)
            .order_by(Campaign.campaign_year)
            .options(selectinload(Pledge.products), selectinload(Pledge.standards))
        )
        for company_id, campaign_id, pledge in session.execute(query):
            found[company_id] = LastPledge(draft_of(pledge), campaign_id == campaign.id)
    return found


def choices() -> Mapping[str, Sequence[str]]:
    """The lists of the form, by field."""
    divisions = reference.admin_divisions()
    return {
        "member_tier": tuple(TIER_NAMES.values()),
        "industry_name": tuple(industry_text(each.code, each.name) for each in reference.industries().all),
        "province": tuple(each.name for each in divisions.provinces),
    }
