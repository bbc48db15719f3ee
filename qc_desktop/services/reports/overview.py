"""总览: the years against each other, and one year by province, industry, stage, tier and week."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop import reference
from qc_desktop.domain.admin_divisions import PROVINCES
from qc_desktop.domain.campaigns import TAKING_PART, CampaignKind, Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.services.office import Office
from qc_desktop.services.reports import movements
from qc_desktop.services.reports.keys import key_of
from qc_desktop.services.reports.movements import Movement
from qc_desktop.services.reports.reviews import Reviews, reviews
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
class Group:
    """How many take part of one kind; ``key`` opens their list, ``name`` is empty where it is not recorded."""

    key: str
    name: str
    count: int


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
        made_up = _made_up_of(session, campaigns[year])
    yield Progress(STEP, 2, steps)
    with office.store.reading() as session:
        before = max((earlier for earlier in campaigns if earlier < year), default=0)
        seen = reviews(session, office.today, (year, campaigns[year]), (before, campaigns.get(before, "")))
        issued = _issued(session)
    yield Progress(STEP, 3, steps)
    moved = yield from _moved(office, list(campaigns.values()), steps)
    divisions = _divisions(made_up)
    return Numbers(
        year=year,
        campaign_id=campaigns[year],
        years=tuple(
            _figures(held, stages[campaign_id], issued.get(campaign_id, 0), moved[place] if place else {})
            for place, (held, campaign_id) in enumerate(campaigns.items())
        ),
        stages=stages[campaigns[year]],
        provinces=_groups("province", _totals(made_up, 0), _PROVINCE_NAMES),
        sections=_sections(divisions),
        divisions=divisions,
        tiers=_tiers(made_up),
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


_PROVINCE_NAMES = {code[:2]: short for code, _, short in PROVINCES}


def _campaigns(session: Session) -> dict[int, str]:
    """The campaigns for the pledge by year, oldest first."""
    found = session.execute(
        select(Campaign.campaign_year, Campaign.id)
        .where(Campaign.kind == CampaignKind.INTEGRITY_PLEDGE)
        .order_by(Campaign.campaign_year)
    )
    return dict(found.all())


def _stages(session: Session, campaigns: Mapping[int, str]) -> dict[str, dict[Stage, int]]:
    counted = session.execute(
        select(Participation.campaign_id, Participation.stage, func.count()).group_by(
            Participation.campaign_id, Participation.stage
        )
    )
    stages: dict[str, dict[Stage, int]] = {campaign_id: {} for campaign_id in campaigns.values()}
    for campaign_id, stage, number in counted:
        if campaign_id in stages:
            stages[campaign_id][Stage(stage)] = number
    return stages


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


def _made_up_of(session: Session, campaign_id: str) -> Counter[tuple[str, str, str]]:
    """How many take part of each province, industry and tier, together."""
    columns = (Company.province_code, Company.industry_code, Company.member_tier)
    counted = session.execute(
        select(*columns, func.count())
        .join(Participation, Participation.company_id == Company.id)
        .where(Participation.campaign_id == campaign_id, Participation.stage.in_(TAKING_PART))
        .group_by(*columns)
    )
    return Counter({(province, industry, tier): number for province, industry, tier, number in counted})


def _totals(made_up: Counter[tuple[str, str, str]], place: int) -> Counter[str]:
    totals: Counter[str] = Counter()
    for kinds, number in made_up.items():
        totals[kinds[place]] += number
    return totals


def _groups(kind: str, totals: Counter[str], names: Mapping[str, str]) -> tuple[Group, ...]:
    """Large ones first; those of which nothing is recorded last."""
    order = sorted(totals.items(), key=lambda item: (item[0] == "", -item[1], item[0]))
    return tuple(Group(key_of(kind, code), names.get(code, code), number) for code, number in order)


def _divisions(made_up: Counter[tuple[str, str, str]]) -> dict[str, tuple[Group, ...]]:
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


def _sections(divisions: Mapping[str, Sequence[Group]]) -> tuple[Group, ...]:
    names = {industry.code: industry.name for industry in reference.industries().all}
    totals = Counter({section: sum(group.count for group in groups) for section, groups in divisions.items()})
    return _groups("section", totals, names)


def _tiers(made_up: Counter[tuple[str, str, str]]) -> tuple[Group, ...]:
    """In the order of the tiers, all of them: none is above another for its size."""
    totals = _totals(made_up, 2)
    return tuple(Group(key_of("tier", tier.value), tier.value, totals[tier.value]) for tier in MemberTier)
