"""The keys under which a number of the overview names the companies it counts: ``province:44``, ``movement:left``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qc_desktop.domain.campaigns import TAKING_PART
from qc_desktop.messages import Messages

if TYPE_CHECKING:
    from qc_desktop.services.companies.filtering import CompanyFilter

_TAKING_PART = tuple(stage.value for stage in TAKING_PART)
_KINDS = ("province", "section", "industry", "tier", "stage", "state", "movement")
TOOK_PART, ISSUED = "state:took_part", "state:issued"


def key_of(kind: str, value: str) -> str:
    """The key of ``kind`` (province, section, industry, tier, stage, state, movement) and its value."""
    return f"{kind}:{value}"


def is_key(text: str) -> bool:
    """Whether ``text`` is such a key."""
    return text.partition(":")[0] in _KINDS and ":" in text


def companies_of(key: str, campaign_id: str) -> CompanyFilter:
    """The companies that the number behind ``key`` counted in the campaign."""
    from qc_desktop.services.companies.filtering import CompanyFilter  # the window starts without lists

    kind, _, value = key.partition(":")
    if kind == "stage":
        return CompanyFilter(campaign_id=campaign_id, stages=(value,))
    if kind == "movement":
        return CompanyFilter(campaign_id=campaign_id, movement=value)
    if key == ISSUED:
        return CompanyFilter(campaign_id=campaign_id, certified=True)
    here = CompanyFilter(campaign_id=campaign_id, stages=_TAKING_PART)
    if kind == "tier":
        return replace(here, member_tiers=(value,))
    if kind == "province":
        return replace(here, province_codes=(value,)) if value else replace(here, missing=("province_code",))
    if kind in ("section", "industry"):
        return replace(here, industry_codes=(value,)) if value else replace(here, missing=("industry_code",))
    return here


def name_of(key: str, words: Messages) -> str:
    """What the companies behind ``key`` are called above their list."""
    from qc_desktop import reference
    from qc_desktop.domain.admin_divisions import PROVINCES

    kind, _, value = key.partition(":")
    if kind == "province":
        return next((short for code, _, short in PROVINCES if code[:2] == value), words.text("report.no_province"))
    if kind in ("section", "industry"):
        found = reference.industries().get(value) if value else None
        return found.name if found else words.text("report.no_industry")
    group = {"tier": "tier", "stage": "stage"}.get(kind, "report")
    return words.text(f"{group}.{value}")
