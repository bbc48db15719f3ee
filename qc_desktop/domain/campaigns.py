"""主题活动: a campaign of one kind and year, and the stages a company passes in it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from qc_desktop.errors import UserError


class CampaignKind(StrEnum):
    """Which of the association's yearly campaigns."""

    INTEGRITY_PLEDGE = "integrity_pledge"
    QUALITY_MONTH = "quality_month"


DEFAULT_THEME: Mapping[CampaignKind, str] = {
    CampaignKind.INTEGRITY_PLEDGE: "“3·15”产品和服务质量诚信承诺",
    CampaignKind.QUALITY_MONTH: "质量月企业质量诚信倡议",
}


def activity(theme: str) -> str:
    """The theme as a sentence needs it: it goes on with 主题活动 unless it ends so itself."""
    return theme if theme.endswith("活动") else theme + "主题活动"


_ANNOUNCEMENT = "公告"


def cited(number: str) -> str:
    """The number of an announcement as a sentence cites it: behind 公告, unless it says so itself."""
    return number if _ANNOUNCEMENT in number else _ANNOUNCEMENT + number


OPENING_DAY: Mapping[CampaignKind, tuple[int, int]] = {
    CampaignKind.INTEGRITY_PLEDGE: (3, 15),
    CampaignKind.QUALITY_MONTH: (9, 1),
}
"""Month and day on which the display of pledges usually begins."""


class Stage(StrEnum):
    """Where a participation stands. *issued* is not a stage: it is read off a live certificate."""

    DRAFT = "draft"
    INVITED = "invited"
    APPLIED = "applied"
    DECLINED = "declined"
    MATERIAL_REVIEW = "material_review"
    RETURNED_FOR_CORRECTION = "returned_for_correction"
    PLEDGED = "pledged"
    ANNOUNCEMENT_PENDING = "announcement_pending"
    ANNOUNCED = "announced"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"


DISPLAYED = frozenset({Stage.ANNOUNCED, Stage.WITHDRAWN, Stage.REVOKED})
"""Stages of which a pledge is, or was, on public display."""

TRANSITIONS: Mapping[Stage, frozenset[Stage]] = {
    Stage.DRAFT: frozenset({Stage.INVITED, Stage.APPLIED, Stage.WITHDRAWN}),
    Stage.INVITED: frozenset({Stage.APPLIED, Stage.DECLINED, Stage.WITHDRAWN}),
    Stage.APPLIED: frozenset({Stage.MATERIAL_REVIEW, Stage.WITHDRAWN}),
    Stage.MATERIAL_REVIEW: frozenset({Stage.PLEDGED, Stage.RETURNED_FOR_CORRECTION, Stage.WITHDRAWN}),
    Stage.RETURNED_FOR_CORRECTION: frozenset({Stage.MATERIAL_REVIEW, Stage.WITHDRAWN}),
    Stage.PLEDGED: frozenset({Stage.ANNOUNCEMENT_PENDING, Stage.WITHDRAWN}),
    Stage.ANNOUNCEMENT_PENDING: frozenset({Stage.ANNOUNCED, Stage.WITHDRAWN}),
    Stage.ANNOUNCED: frozenset({Stage.WITHDRAWN, Stage.REVOKED}),
    Stage.DECLINED: frozenset(),
    Stage.WITHDRAWN: frozenset(),
    Stage.REVOKED: frozenset(),
}
"""What may follow what. Revoking needs an announcement to take back; before it there is only withdrawing."""

FORWARD: tuple[Stage, ...] = (
    Stage.DRAFT,
    Stage.APPLIED,
    Stage.MATERIAL_REVIEW,
    Stage.PLEDGED,
    Stage.ANNOUNCEMENT_PENDING,
    Stage.ANNOUNCED,
)
"""The way of a participation that goes well, for bringing many forward at once."""

BEFORE_REVIEW: tuple[Stage, ...] = (Stage.DRAFT, Stage.INVITED, Stage.APPLIED)
"""Stages of companies whose pledge is waited for."""

TAKING_PART: tuple[Stage, ...] = (
    Stage.APPLIED,
    Stage.MATERIAL_REVIEW,
    Stage.RETURNED_FOR_CORRECTION,
    Stage.PLEDGED,
    Stage.ANNOUNCEMENT_PENDING,
    Stage.ANNOUNCED,
)
"""Stages of companies that take part: they applied, and neither left nor were made to leave."""

PASSED_REVIEW: tuple[Stage, ...] = (Stage.PLEDGED, Stage.ANNOUNCEMENT_PENDING, Stage.ANNOUNCED)
"""Stages that a pledge reaches once its material is approved."""

NEEDS_REASON = frozenset({Stage.RETURNED_FOR_CORRECTION, Stage.WITHDRAWN, Stage.REVOKED})


def check_transition(now: Stage, to: Stage, reason: str = "") -> None:
    """Raises UserError unless a participation at ``now`` may go to ``to``."""
    if to not in TRANSITIONS[now]:
        raise UserError("stage.not_allowed", now=now, to=to)
    if to in NEEDS_REASON and not reason.strip():
        raise UserError("stage.reason_needed", to=to)


def path_forward(now: Stage, to: Stage) -> tuple[Stage, ...]:
    """The stages to pass from ``now`` to ``to`` along the way that goes well, ``to`` included.

    Empty where ``to`` is not ahead. An invited company counts as a draft, a returned pledge is brought back to
    review only by a person.
    """
    start = Stage.DRAFT if now is Stage.INVITED else now
    if start not in FORWARD or to not in FORWARD:
        return ()
    return FORWARD[FORWARD.index(start) + 1 : FORWARD.index(to) + 1]
