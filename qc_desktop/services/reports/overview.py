"""总览: the years against each other, and one year by province, industry, stage, tier and week."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import TAKING_PART, CampaignKind, Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.services.office import Office
from qc_desktop.services.reports import groups, movements
from qc_desktop.services.reports.groups import Group
from qc_desktop.services.reports.movements import Movement
from qc_desktop.services.reports.reviews import Reviews, reviews
from qc_desktop.storage.merged import merged
from qc_desktop.storage.tables import Campaign, Certificate, Command, Company, Participation

STEP = "overview"


@dataclass(frozen=True)
class YearFigures:
    """One year: how many took part, were announced, hold a live certificate; and who came and went.

    ``moved`` is empty for the first year on record, which has nothing to be compared with.
    """

    year: int
    took_part: int
    announced: int
    issued: int
    moved: Mapping[Movement, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Numbers:
    """Everything the overview shows of ``year``; groups are sorted by size, then in the order of their standard.

    ``stages`` counts everyone on the year's list; provinces, ``sections``, ``divisions`` (by section) and tiers count
    those who take part. The company stands where it is recorded now.
    """

    year: int
    campaign_id: str
    years: tuple[YearFigures, ...]
    stages: Mapping[Stage, int]
    provinces: tuple[Group, ...]
    sections: tuple[Group, ...]
    divisions: Mapping[str, tuple[Group, ...]]
    tiers: tuple[Group, ...]
    reviews: Reviews

    @property
    def now(self) -> YearFigures:
        """The figures of the year itself."""
        return next(known for known in self.years if known.year == self.year)

    @property
    def before(self) -> YearFigures | None:
        """The figures of the last year on record before it."""
        return next((known for known in reversed(self.years) if known.year < self.year), None)


class Overview:
    """The numbers, counted anew only where something was done since. For one thread."""

    def __init__(self) -> None:
        self._known: dict[int, Numbers | None] = {}
        self._stands: tuple[object, int, dt.date] | None = None

    def of(self, office: Office, year: int) -> Job[Numbers | None]:
        """The numbers of ``year``, None where that year was not opened; known ones at once, without a step."""
        stands = _stands(office)
        if stands != self._stands:
            self._known, self._stands = {}, stands
        if year in self._known:
            return self._known[year]
        counted = yield from numbers(office, year)
        if _stands(office) == self._stands == stands:
            self._known[year] = counted
        return counted


def _stands(office: Office) -> tuple[object, int, dt.date]:
    """Where the records stand: which they are, their last command, and the day."""
    with office.store.reading() as session:
        return office.store, session.scalar(select(func.max(Command.seq))) or 0, office.today


def numbers(office: Office, year: int) -> Job[Numbers | None]:
    """Counts ``year`` in steps that hold the records for a moment each; None where that year was not opened."""
    with office.store.reading() as session:
        campaigns = _campaigns(session)
        if year not in campaigns:
            return None
        stages = _stages(session, campaigns)
        steps = 4 + (session.scalar(select(func.count(Company.id))) or 0) // movements.SLICE
    yield Progress(STEP, 1, steps)
    with office.store.reading() as session:
        made_up = groups.made_up_of(session, campaigns[year])
    yield Progress(STEP, 2, steps)
    with office.store.reading() as session:
        before = max((earlier for earlier in campaigns if earlier < year), default=0)
        seen = reviews(session, office.today, (year, campaigns[year]), (before, campaigns.get(before, "")))
        issued = _issued(session)
    yield Progress(STEP, 3, steps)
    moved = yield from _moved(office, list(campaigns.values()), steps)
    divisions = groups.divisions(made_up)
    return Numbers(
        year=year,
        campaign_id=campaigns[year],
        years=tuple(
            _figures(held, stages[campaign_id], issued.get(campaign_id, 0), moved[place] if place else {})
            for place, (held, campaign_id) in enumerate(campaigns.items())
        ),
        stages=stages[campaigns[year]],
        provinces=groups.provinces(made_up),
        sections=groups.sections(divisions),
        divisions=divisions,
        tiers=groups.tiers(made_up),
        reviews=seen,
    )


def _moved(office: Office, campaign_ids: Sequence[str], steps: int) -> Job[list[dict[Movement, int]]]:
    held: Counter[int] = Counter()
    last, done = "", 3
    while True:
        with office.store.reading() as session:
            some, last = movements.patterns(session, campaign_ids, last)
        if not last:
            return movements.totals(held, len(campaign_ids))
        held += some
        done += 1
        yield Progress(STEP, min(done, steps), steps)


def _campaigns(session: Session) -> dict[int, str]:
    """The campaigns for the pledge by year, oldest first."""
    found = session.execute(
        select(Campaign.campaign_year, Campaign.id)
        .where(Campaign.kind == CampaignKind.INTEGRITY_PLEDGE)
        .order_by(Campaign.campaign_year)
    )
    return dict(found.all())


def _stages(session: Session, campaigns: Mapping[int, str]) -> dict[str, Counter[Stage]]:
    """By campaign; an index counts everybody at once, and the few that were merged are taken off."""
    columns = Participation.campaign_id, Participation.stage
    everybody = select(*columns, func.count()).group_by(*columns)
    stages: dict[str, Counter[Stage]] = {campaign_id: Counter() for campaign_id in campaigns.values()}
    for query, sign in ((everybody, 1), (everybody.where(merged(Participation.company_id)), -1)):
        for campaign_id, stage, number in session.execute(query):
            if campaign_id in stages:
                stages[campaign_id][Stage(stage)] += sign * number
    return {campaign_id: +counted for campaign_id, counted in stages.items()}


def _issued(session: Session) -> dict[str, int]:
    """The live certificates of each campaign."""
    live = session.execute(
        select(Certificate.campaign_id, func.count())
        .where(Certificate.state == CertificateState.LIVE)
        .group_by(Certificate.campaign_id)
    )
    return dict(live.all())


def _figures(year: int, stages: Mapping[Stage, int], issued: int, moved: Mapping[Movement, int]) -> YearFigures:
    took_part = sum(stages.get(stage, 0) for stage in TAKING_PART)
    return YearFigures(year, took_part, stages.get(Stage.ANNOUNCED, 0), issued, moved)
