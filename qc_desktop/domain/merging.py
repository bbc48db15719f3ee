"""Two records of one company become one: which value stays, and which of two participations in one campaign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import MemberTier

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "uscc": ("uscc",),
    "short_name": ("short_name",),
    "member_no": ("member_no",),
    "member_tier": ("member_tier",),
    "legal_representative": ("legal_representative",),
    "place": (
        *("province_code", "province", "province_derived"),
        *("admin_division_code", "admin_division_name", "city"),
    ),
    "address": ("address",),
    "industry": ("industry_code", "industry_name"),
    "hotline": ("hotline",),
    "website": ("website",),
    "remark": ("remark",),
}
"""What a person decides about, one by one, and the columns that belong together there."""

_SHOWN = {"place": ("province", "city"), "industry": ("industry_name",)}
_RANK = {
    stage: rank
    for rank, stages in enumerate(
        (
            (Stage.DRAFT,),
            (Stage.INVITED,),
            (Stage.DECLINED, Stage.WITHDRAWN),
            (Stage.APPLIED,),
            (Stage.RETURNED_FOR_CORRECTION,),
            (Stage.MATERIAL_REVIEW,),
            (Stage.PLEDGED,),
            (Stage.ANNOUNCEMENT_PENDING,),
            (Stage.ANNOUNCED,),
            (Stage.REVOKED,),  # for cause: merging never washes it off
        )
    )
    for stage in stages
}


@dataclass(frozen=True)
class FieldPair:
    """What the company that stays (``kept``) and the other one say in one field; ``take_other`` is the suggestion."""

    field: str
    kept: str
    other: str

    @property
    def differs(self) -> bool:
        """Whether there is something to decide."""
        return self.kept != self.other

    @property
    def take_other(self) -> bool:
        """Where the one that stays says nothing, the other one's word is taken."""
        nothing = ("", MemberTier.NON_MEMBER.value) if self.field == "member_tier" else ("",)
        return self.differs and self.kept in nothing


def field_pairs(kept: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[FieldPair, ...]:
    """All fields of two companies' columns side by side."""
    return tuple(FieldPair(field, said(field, kept), said(field, other)) for field in COLUMNS)


def said(field: str, values: Mapping[str, Any]) -> str:
    """What the columns of ``field`` say, as one reads it."""
    return " ".join(str(values[name]) for name in _SHOWN.get(field, COLUMNS[field]) if values[name])


class YearOutcome(StrEnum):
    """What becomes of the other company's participation in a campaign."""

    MOVES = "moves"
    KEPT_STAYS = "kept_stays"
    OTHER_STAYS = "other_stays"
    TWO_LIVE = "two_live"
    OTHER_WAY = "other_way"


REFUSALS = (YearOutcome.TWO_LIVE, YearOutcome.OTHER_WAY)


@dataclass(frozen=True)
class Standing:
    """Where a company stands in a campaign: its stage, its live certificate, whether any was ever issued there."""

    participation_id: str
    stage: Stage
    certificate_no: str = ""
    was_issued: bool = False


def year_outcome(kept: Standing | None, other: Standing) -> YearOutcome:
    """Which participation stays: the one with a live certificate, else the one further on, else the kept one's.

    Two live certificates of one campaign cannot both be one company's. A participation that certificates were issued
    on stays where it is; where the other one would have to take its place, the companies are merged the other way.
    """
    if kept is None:
        return YearOutcome.MOVES
    if kept.certificate_no and other.certificate_no:
        return YearOutcome.TWO_LIVE
    if not _goes_before(other, kept):
        return YearOutcome.KEPT_STAYS
    return YearOutcome.OTHER_WAY if kept.was_issued else YearOutcome.OTHER_STAYS


def _goes_before(one: Standing, other: Standing) -> bool:
    return (bool(one.certificate_no), _RANK[one.stage]) > (bool(other.certificate_no), _RANK[other.stage])
