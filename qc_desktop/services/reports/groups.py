"""What those who take part are made up of: provinces, industries, tiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop import reference
from qc_desktop.domain.admin_divisions import PROVINCES
from qc_desktop.domain.campaigns import TAKING_PART
from qc_desktop.domain.companies import MemberTier
from qc_desktop.services.reports.keys import key_of
from qc_desktop.storage.merged import not_merged
from qc_desktop.storage.tables import Company, Participation

MadeUp: TypeAlias = Counter[tuple[str, str, str]]
"""How many companies are of each province, industry and tier, together."""

_PROVINCE_NAMES = {code[:2]: short for code, _, short in PROVINCES}


@dataclass(frozen=True)
class Group:
    """How many take part of one kind; ``key`` opens their list, ``name`` is empty where it is not recorded."""

    key: str
    name: str
    count: int


def made_up_of(session: Session, campaign_id: str) -> MadeUp:
    """How many take part of each province, industry and tier, together."""
    columns = (Company.province_code, Company.industry_code, Company.member_tier)
    counted = session.execute(
        select(*columns, func.count())
        .join(Participation, Participation.company_id == Company.id)
        .where(Participation.campaign_id == campaign_id, Participation.stage.in_(TAKING_PART))
        .where(not_merged(Company.id))
        .group_by(*columns)
    )
    return Counter({(province, industry, tier): number for province, industry, tier, number in counted})


def _totals(made_up: MadeUp, place: int) -> Counter[str]:
    totals: Counter[str] = Counter()
    for kinds, number in made_up.items():
        totals[kinds[place]] += number
    return totals


def _groups(kind: str, totals: Counter[str], names: Mapping[str, str]) -> tuple[Group, ...]:
    """Large ones first; those of which nothing is recorded last."""
    order = sorted(totals.items(), key=lambda item: (item[0] == "", -item[1], item[0]))
    return tuple(Group(key_of(kind, code), names.get(code, code), number) for code, number in order)


def divisions(made_up: MadeUp) -> dict[str, tuple[Group, ...]]:
    """The industries' divisions by their section; what no section is known of under ``""``."""
    known = reference.industries()
    by_section: dict[str, Counter[str]] = {}
    for code, number in _totals(made_up, 1).items():
        found = known.get(code) if code else None
        by_section.setdefault(found.section if found else "", Counter())[code] += number
    names = {industry.code: industry.name for industry in known.all}
    return {
        section: tuple(_without_division(group, section) for group in _groups("industry", totals, names))
        for section, totals in by_section.items()
    }


def _without_division(group: Group, section: str) -> Group:
    """A group of which only the section is recorded has no list of its own: the section's holds it."""
    return replace(group, key="", name="") if section and group.key == key_of("industry", section) else group


def sections(divisions: Mapping[str, Sequence[Group]]) -> tuple[Group, ...]:
    """By section, added up from the divisions in each."""
    names = {industry.code: industry.name for industry in reference.industries().all}
    totals = Counter({section: sum(group.count for group in groups) for section, groups in divisions.items()})
    return _groups("section", totals, names)


def tiers(made_up: MadeUp) -> tuple[Group, ...]:
    """In the order of the tiers, all of them: none is above another for its size."""
    totals = _totals(made_up, 2)
    return tuple(Group(key_of("tier", tier.value), tier.value, totals[tier.value]) for tier in MemberTier)


def provinces(made_up: MadeUp) -> tuple[Group, ...]:
    """By province, as people call it."""
    return _groups("province", _totals(made_up, 0), _PROVINCE_NAMES)
