"""The keys under which a number of the overview names the companies it counts: ``province:44``, ``movement:left``."""

from __future__ import annotations

from qc_desktop.domain.campaigns import TAKING_PART
from qc_desktop.services.companies.browsing import CompanyFilter

_TAKING_PART = tuple(stage.value for stage in TAKING_PART)
_KINDS = ("province", "section", "industry", "tier", "stage", "state", "movement")
TOOK_PART, ISSUED = "state:taking_part", "state:issued"


def key_of(kind: str, value: str) -> str:
    """The key of ``kind`` (province, section, industry, tier, stage, state, movement) and its value."""
    return f"{kind}:{value}"


def is_key(text: str) -> bool:
    """Whether ``text`` is such a key."""
    return text.partition(":")[0] in _KINDS and ":" in text


def companies_of(key: str, campaign_id: str) -> CompanyFilter:
    """The companies that the number behind ``key`` counted in the campaign."""
    kind, _, value = key.partition(":")
    if kind == "stage":
        return CompanyFilter(campaign_id=campaign_id, stages=(value,))
    if kind == "movement":
        return CompanyFilter(campaign_id=campaign_id, movement=value)
    if key == ISSUED:
        return CompanyFilter(campaign_id=campaign_id, issued=True)
    column = {"province": "province_code", "section": "industry_section", "industry": "industry_code"}.get(kind, "")
    if column and not value:
        missing = "industry_code" if kind == "section" else column
        return CompanyFilter(campaign_id=campaign_id, stages=_TAKING_PART, missing=missing)
    narrowed = {column: value} if column else {"member_tier": value} if kind == "tier" else {}
    return CompanyFilter(campaign_id=campaign_id, stages=_TAKING_PART, **narrowed)  # type: ignore[arg-type]
