"""Who joined, left and came back, from one year that was held to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, case, false, func, not_, select
from sqlalchemy.orm import Session, aliased

from qc_desktop.domain.campaigns import TAKING_PART
from qc_desktop.storage.tables import Campaign, Company, Participation

SLICE = 5_000
"""So many companies are read at a time, that others who read wait no longer than a tenth of a second."""


class Movement(StrEnum):
    """What a company did in a year, compared with the years before it."""

    JOINED = "joined"
    LEFT = "left"
    CAME_BACK = "came_back"


def condition(session: Session, campaign_id: str, movement: Movement) -> ColumnElement[bool]:
    """That a company made ``movement`` in the campaign; nobody did in the first year on record."""
    campaign = session.get_one(Campaign, campaign_id)
    earlier = session.scalars(
        select(Campaign.id)
        .where(Campaign.kind == campaign.kind, Campaign.campaign_year < campaign.campaign_year)
        .order_by(Campaign.campaign_year.desc())
    ).all()
    if not earlier:
        return false()
    here, before, ever = _took_part(campaign_id), _took_part(earlier[0]), _took_part_once(earlier)
    return {
        Movement.JOINED: and_(here, not_(ever)),
        Movement.LEFT: and_(before, not_(here)),
        Movement.CAME_BACK: and_(here, not_(before), ever),
    }[movement]


def _took_part(campaign_id: str) -> ColumnElement[bool]:
    return Company.id.in_(
        select(Participation.company_id).where(
            Participation.campaign_id == campaign_id, Participation.stage.in_(TAKING_PART)
        )
    )


def _took_part_once(campaign_ids: Sequence[str]) -> ColumnElement[bool]:
    """Asked company by company: together these years have most of the records."""
    once = aliased(Participation)
    return (
        select(once.id)
        .where(once.company_id == Company.id, once.campaign_id.in_(campaign_ids), once.stage.in_(TAKING_PART))
        .correlate(Company)
        .exists()
    )


def totals(patterns: Mapping[int, int], years: int) -> list[dict[Movement, int]]:
    """The movements of each of ``years`` years, from how many companies have each set of them; none in the first."""
    counts: list[Counter[Movement]] = [Counter() for _ in range(years)]
    for held, companies in patterns.items():
        for place in range(1, years):
            movement = moved(held, place)
            if movement is not None:
                counts[place][movement] += companies
    return [{movement: counted[movement] for movement in Movement} for counted in counts]


def moved(held: int, place: int) -> Movement | None:
    """What a company whose years are the bits of ``held`` did in year ``place``, the first being 0."""
    here, before, ever = held >> place & 1, held >> (place - 1) & 1, held & ((1 << place) - 1)
    if here and not ever:
        return Movement.JOINED
    if before and not here:
        return Movement.LEFT
    return Movement.CAME_BACK if here and not before else None


def patterns(session: Session, campaign_ids: Sequence[str], after: str) -> tuple[Counter[int], str]:
    """How many of the SLICE companies behind the id ``after`` have each set of years, and the last of their ids.

    Every company's years become one number with a bit for each of ``campaign_ids``. The last id is empty where no
    company is left. By slices, because all at once takes seconds at two million participations.
    """
    following = select(Company.id).where(Company.id > after).order_by(Company.id).limit(SLICE).subquery()
    last = session.scalar(select(func.max(following.c.id))) or ""
    bits = {campaign_id: 1 << place for place, campaign_id in enumerate(campaign_ids)}
    merged = select(Company.id).where(Company.merged_into_id.is_not(None))
    each = (
        select(func.sum(case(bits, value=Participation.campaign_id)).label("held"))
        .where(
            Participation.company_id > after,
            Participation.company_id <= last,
            Participation.stage.in_(TAKING_PART),
            Participation.company_id.not_in(merged),
        )
        .group_by(Participation.company_id)
        .subquery()
    )
    counted = session.execute(select(each.c.held, func.count()).group_by(each.c.held))
    return Counter({held: companies for held, companies in counted if held}), last
