"""Opening a campaign year and changing what is known of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import DEFAULT_THEME, OPENING_DAY, CampaignKind, Stage
from qc_desktop.domain.lengths import CLAUSE_FULL, CLAUSE_SHORT, LINE, bound, bound_all
from qc_desktop.domain.pledges import DEFAULT_CLAUSES, PledgeClause
from qc_desktop.domain.slots import stray_brace
from qc_desktop.domain.worded import worded_text
from qc_desktop.errors import UserError
from qc_desktop.services import preferences, worded
from qc_desktop.services.campaigns.stages import counted
from qc_desktop.services.office import Office
from qc_desktop.services.worded import NONE, Reasons
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Campaign, ClauseSet

YEARS = range(2000, 2100)


@dataclass(frozen=True)
class CampaignDraft:
    """What staff may set of a campaign; None in an optional date means *not known yet*."""

    campaign_year: int
    kind: CampaignKind = CampaignKind.INTEGRITY_PLEDGE
    theme: str = ""
    edition: int | None = None
    organisers: tuple[str, ...] = ()
    joint_organisers: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    invitation_notice: str = ""
    applications_until: dt.date | None = None
    announcement_no: str = ""
    announced_on: dt.date | None = None
    display_from: dt.date | None = None
    validity_years: int = 1


@dataclass(frozen=True)
class CampaignRow:
    """A campaign as stored, with how many companies stand at each stage."""

    id: str
    row_version: int
    values: CampaignDraft
    clauses: tuple[PledgeClause, ...]
    stages: Mapping[Stage, int]

    @property
    def companies(self) -> int:
        """How many companies take part, at whatever stage."""
        return sum(self.stages.values())


_LISTS = ("organisers", "joint_organisers", "supporters")
_TEXTS = ("theme", "invitation_notice", "announcement_no")


def campaigns(office: Office, year: int | None = None, *, with_stages: bool = True) -> list[CampaignRow]:
    """All campaigns, or those of ``year``, the newest year first.

    Without ``with_stages`` nobody is counted: over twenty years of a large association that takes a second.
    """
    query = select(Campaign).order_by(Campaign.campaign_year.desc(), Campaign.kind)
    if year is not None:
        query = query.where(Campaign.campaign_year == year)
    with office.store.reading() as session:
        return [_row(session, campaign, with_stages=with_stages) for campaign in session.scalars(query)]


def open_years(office: Office) -> list[int]:
    """The years of all campaigns, the newest first, without counting who takes part."""
    with office.store.reading() as session:
        return list(session.scalars(select(Campaign.campaign_year).distinct().order_by(Campaign.campaign_year.desc())))


def campaign(
    office: Office, year: int | None = None, kind: CampaignKind = CampaignKind.INTEGRITY_PLEDGE
) -> CampaignRow:
    """The campaign of ``year``, or the newest one. Raises UserError where there is none."""
    if year is not None and year not in YEARS:
        raise UserError("campaign.not_open", year=year)
    with office.store.reading() as session:
        query = select(Campaign).where(Campaign.kind == kind).order_by(Campaign.campaign_year.desc())
        found = session.scalars(query if year is None else query.where(Campaign.campaign_year == year)).first()
        if found is None:
            raise UserError("campaign.none" if year is None else "campaign.not_open", year=year)
        return _row(session, found)


def _row(session: Session, campaign: Campaign, *, with_stages: bool = True) -> CampaignRow:
    values = {field.name: getattr(campaign, field.name) for field in fields(CampaignDraft)}
    values |= {name: tuple(values[name]) for name in _LISTS}
    clauses = session.get_one(ClauseSet, campaign.clause_set_id).clauses
    return CampaignRow(
        id=campaign.id,
        row_version=campaign.row_version,
        values=CampaignDraft(**{**values, "kind": CampaignKind(campaign.kind)}),
        clauses=tuple(PledgeClause(*clause) for clause in clauses),
        stages=counted(session, campaign.id) if with_stages else {},
    )


def suggestion(office: Office, year: int, kind: CampaignKind = CampaignKind.INTEGRITY_PLEDGE) -> CampaignDraft:
    """What a new year would look like: the last one carried forward, else the usual. Raises UserError for no year."""
    _check_year(year)
    known = campaigns(office, with_stages=False)
    earlier = [row for row in known if row.values.kind is kind and row.values.campaign_year < year]
    if not earlier:
        name = preferences.get(office, "association_name")
        return CampaignDraft(
            campaign_year=year,
            kind=kind,
            theme=DEFAULT_THEME[kind],
            organisers=(name,) if name else (),
            display_from=dt.date(year, *OPENING_DAY[kind]),
            validity_years=preferences.get(office, "validity_years"),
        )
    last = earlier[0].values
    return replace(
        last,
        campaign_year=year,
        edition=last.edition + year - last.campaign_year if last.edition else None,
        invitation_notice="",
        announcement_no="",
        announced_on=None,
        applications_until=_same_day(last.applications_until, year),
        display_from=_same_day(last.display_from, year),
    )


def _check_year(year: int) -> None:
    if year not in YEARS:
        raise UserError("campaign.bad_year", year=year)


def _checked(given: CampaignDraft) -> CampaignDraft:
    """``given`` with its texts in order, the usual theme where there is none.

    Raises UserError for an edition that is none, for texts too long to print, and for an organiser with a brace.
    """
    said: dict[str, Any] = {name: worded_text(getattr(given, name)) for name in _TEXTS}
    said |= {name: tuple(filter(None, map(worded_text, getattr(given, name)))) for name in _LISTS}
    draft = replace(given, **{**said, "theme": said["theme"] or DEFAULT_THEME[given.kind]})
    if draft.edition is not None and not 0 < draft.edition < 1000:
        raise UserError("campaign.bad_edition", edition=draft.edition)
    for name in _LISTS:
        bound_all(said[name], LINE)
        if quoted := next(filter(None, map(stray_brace, said[name])), ""):
            raise UserError("text.brace", text=quoted)
    for name in _TEXTS:
        bound(said[name], LINE)
    return draft


def _same_day(day: dt.date | None, year: int) -> dt.date | None:
    if day is None:
        return None
    return dt.date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def open_year(office: Office, draft: CampaignDraft, reasons: Reasons = NONE) -> CampaignRow:
    """Opens a campaign year from ``draft``; clauses come from the last year, else the default ones.

    Raises UserError where that year stands open already or is no year, and where its theme claims too much without
    one of the ``reasons``.
    """
    _check_year(draft.campaign_year)
    draft = _checked(draft)
    with office.writing("campaign_open", year=draft.campaign_year) as work:
        same = (Campaign.kind == draft.kind, Campaign.campaign_year == draft.campaign_year)
        if work.session.scalars(select(Campaign).where(*same)).first():
            raise UserError("campaign.open_already", year=draft.campaign_year)
        clauses = ClauseSet(
            campaign_year=draft.campaign_year,
            version=_next_clause_version(work.session, draft.campaign_year),
            clauses=_last_clauses(work.session, draft),
        )
        work.session.add(clauses)
        work.session.flush()
        campaign = Campaign(clause_set_id=clauses.id, **_columns(draft))
        work.session.add(campaign)
        work.session.flush()
        said = worded.of_year(work.session, campaign)
        worded.accept(work, said, reasons)
        worded.demand(work.session, said)
        return _row(work.session, campaign)


def _next_clause_version(session: Session, year: int) -> int:
    return (session.scalar(select(func.max(ClauseSet.version)).where(ClauseSet.campaign_year == year)) or 0) + 1


def _last_clauses(session: Session, draft: CampaignDraft) -> list[list[str]]:
    last = session.scalars(
        select(ClauseSet)
        .join(Campaign, Campaign.clause_set_id == ClauseSet.id)
        .where(Campaign.kind == draft.kind, Campaign.campaign_year < draft.campaign_year)
        .order_by(Campaign.campaign_year.desc())
    ).first()
    return last.clauses if last else [[clause.short, clause.full] for clause in DEFAULT_CLAUSES]


def _columns(draft: CampaignDraft) -> dict[str, Any]:
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    values |= {name: list(values[name]) for name in _LISTS}
    values["kind"] = draft.kind.value
    values["display_from"] = draft.display_from or dt.date(draft.campaign_year, *OPENING_DAY[draft.kind])
    return values


def change(
    office: Office,
    campaign_id: str,
    row_version: int,
    draft: CampaignDraft,
    reasons: Reasons = NONE,
    *,
    with_clauses: bool = False,
) -> CampaignRow:
    """Saves ``draft`` over the campaign as last seen at ``row_version``. Year and kind stay as they are.

    ``reasons`` are for what the year says, and ``with_clauses`` for its clauses too. Raises UserError for values
    out of bounds, for new wording that claims too much without a reason, and where somebody else changed it meanwhile.
    """
    with office.writing("campaign_change", year=draft.campaign_year) as work:
        return change_within(work, campaign_id, row_version, draft, reasons, with_clauses=with_clauses)


def change_within(
    work: UnitOfWork,
    campaign_id: str,
    row_version: int,
    draft: CampaignDraft,
    reasons: Reasons = NONE,
    *,
    with_clauses: bool = False,
) -> CampaignRow:
    """As :func:`change`, as a part of a larger command."""
    draft = _checked(draft)
    campaign = work.session.get_one(Campaign, campaign_id)
    if campaign.row_version != row_version:
        raise UserError("store.changed_meanwhile")
    before = worded.of_year(work.session, campaign)
    for name, value in _columns(draft).items():
        if name not in ("kind", "campaign_year") and getattr(campaign, name) != value:
            setattr(campaign, name, value)
    work.session.flush()
    said = worded.of_year(work.session, campaign)
    worded.accept(work, worded.of_campaign(work.session, campaign) if with_clauses else said, reasons)
    worded.demand(work.session, [one for one in said if one not in before])
    return _row(work.session, campaign)


def change_clauses(
    office: Office, campaign_id: str, clauses: tuple[PledgeClause, ...], reasons: Reasons = NONE
) -> CampaignRow:
    """Gives the campaign a new version of its clauses; pledges signed on the old one keep it.

    ``reasons`` are for them and for earlier ones that are still printed; alone they make no new version.
    Raises UserError for an empty or too long one, and where one claims too much without one of the ``reasons``.
    """
    pairs = [[worded_text(clause.short), worded_text(clause.full)] for clause in clauses]
    if not pairs or not all(short and full for short, full in pairs):
        raise UserError("campaign.clause_empty")
    bound_all((short for short, _ in pairs), CLAUSE_SHORT)
    bound_all((full for _, full in pairs), CLAUSE_FULL)
    with office.writing("clauses_change") as work:
        campaign = work.session.get_one(Campaign, campaign_id)
        said = worded.clauses(work.session, pairs)
        worded.accept(work, dict.fromkeys([*said, *worded.earlier(work.session, campaign)]), reasons)
        if reasons and pairs == work.session.get_one(ClauseSet, campaign.clause_set_id).clauses:
            return _row(work.session, campaign)
        worded.demand(work.session, said)
        fresh = ClauseSet(
            campaign_year=campaign.campaign_year,
            version=_next_clause_version(work.session, campaign.campaign_year),
            clauses=pairs,
        )
        work.session.add(fresh)
        work.session.flush()
        campaign.clause_set_id = fresh.id
        work.session.flush()
        return _row(work.session, campaign)
