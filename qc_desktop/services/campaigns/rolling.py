"""结转: last year's companies brought into a new year, and what changed about them since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns import since
from qc_desktop.services.campaigns.since import LEFT_STAGES, Group
from qc_desktop.services.campaigns.stages import CHUNK, in_chunks
from qc_desktop.services.campaigns.years import YEARS
from qc_desktop.services.office import Office
from qc_desktop.storage.history import insert_many
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import (
    Campaign,
    Company,
    Participation,
    Pledge,
    PledgeProduct,
    StandardDeclaration,
)
from qc_desktop.storage.types import new_id


@dataclass(frozen=True)
class RollPlan:
    """What rolling forward would do: ``groups`` counts the companies of last year by what changed about them.

    ``last`` companies stood in last year's campaign; ``present`` of them are in this year's already, ``left`` declined,
    withdrew or were revoked and are not brought in, ``coming`` would be.
    """

    campaign_id: str
    source_id: str
    year: int
    source_year: int
    last: int
    present: int
    left: int
    groups: Mapping[Group, int]

    @property
    def coming(self) -> int:
        """How many would be brought in if nobody is left out."""
        return self.last - self.present - self.left


@dataclass(frozen=True)
class RollRow:
    """A company of last year in a group: what it was, what it is now; ``present`` where this year has it already."""

    company_id: str
    name: str
    province: str
    stage: Stage
    was: str
    now: str
    present: bool


def _source(office: Office, campaign_id: str, year: int | None = None) -> Campaign:
    """The campaign of the same kind in ``year``, by default the last one before. Raises UserError for none."""
    with office.store.reading() as session:
        target = session.get_one(Campaign, campaign_id)
        query = select(Campaign).where(Campaign.kind == target.kind, Campaign.campaign_year < target.campaign_year)
        if year is not None:
            query = query.where(Campaign.campaign_year == (year if year in YEARS else None))
        found = session.scalars(query.order_by(Campaign.campaign_year.desc())).first()
        if found is None:
            raise UserError("roll.no_source", year=target.campaign_year)
        return found


def plan(office: Office, campaign_id: str, year: int | None = None) -> RollPlan:
    """What rolling the campaign forward from ``year`` (by default the one before) would do.

    Raises UserError where there is no year to roll from.
    """
    source = _source(office, campaign_id, year)
    with office.store.reading() as session:
        target = session.get_one(Campaign, campaign_id)
        everyone = _of_last_year(source.id)
        here = since.present(campaign_id)
        gone = Participation.stage.in_(LEFT_STAGES)
        asked = {group: since.condition(session, group, office.today) for group in Group}
        groups = {group: _count(session, everyone.where(asked[group])) for group in Group}
        return RollPlan(
            campaign_id,
            source.id,
            target.campaign_year,
            source.campaign_year,
            last=_count(session, everyone),
            present=_count(session, everyone.where(here)),
            left=_count(session, everyone.where(gone, ~here)),
            groups=groups,
        )


def waiting(office: Office, campaign_id: str) -> int:
    """How many companies of the year before could be brought in; 0 for a first year."""
    with office.store.reading() as session:
        target = session.get_one(Campaign, campaign_id)
        earlier = select(Campaign.id).where(Campaign.kind == target.kind, Campaign.campaign_year < target.campaign_year)
        source_id = session.scalars(earlier.order_by(Campaign.campaign_year.desc())).first()
        if source_id is None:
            return 0
        gone = Participation.stage.in_(LEFT_STAGES)
        return _count(session, _of_last_year(source_id).where(~gone, ~since.present(campaign_id)))


def _of_last_year(source_id: str) -> Select[Any]:
    return (
        select(Participation.id)
        .join(Company, Company.id == Participation.company_id)
        .where(Participation.campaign_id == source_id, Company.merged_into_id.is_(None))
    )


def _count(session: Session, query: Select[Any]) -> int:
    return session.scalar(select(func.count()).select_from(query.subquery())) or 0


@dataclass(frozen=True)
class RollFilter:
    """Companies of last year: of one ``group``, or all that would come."""

    campaign_id: str
    source_id: str
    group: str = ""


def count(office: Office, wanted: RollFilter) -> int:
    """How many companies ``wanted`` describes."""
    with office.store.reading() as session:
        return _count(session, _chosen(session, wanted, office))


def _chosen(session: Session, wanted: RollFilter, office: Office) -> Select[Any]:
    query = _of_last_year(wanted.source_id)
    if wanted.group:
        return query.where(since.condition(session, Group(wanted.group), office.today))
    return query.where(Participation.stage.not_in(LEFT_STAGES))


def page(office: Office, wanted: RollFilter, offset: int = 0, limit: int = 128) -> list[RollRow]:
    """``limit`` rows by name from row ``offset`` on, with what changed."""
    with office.store.reading() as session:
        query = _chosen(session, wanted, office).order_by(Company.sort_key, Company.id).offset(offset).limit(limit)
        ids = session.scalars(query).all()
        here = since.present(wanted.campaign_id)
        rows = session.execute(
            select(Participation, Company, here)
            .join(Company, Company.id == Participation.company_id)
            .where(Participation.id.in_(ids))
        )
        found = {taking_part.id: (taking_part, company, bool(known)) for taking_part, company, known in rows}
        told = since.told(session, Group(wanted.group), [found[one][:2] for one in ids]) if wanted.group else {}
    shown = []
    for one in ids:
        taking_part, company, known = found[one]
        was, now = told.get(one, ("", ""))
        shown.append(RollRow(company.id, company.name, company.province, Stage(taking_part.stage), was, now, known))
    return shown


@dataclass(frozen=True)
class Rolled:
    """What was done: how many came, how many were left out, how many were in the year already."""

    came: int
    left_out: int
    present: int


def roll(
    office: Office, shown: RollPlan, leave_out: Sequence[str] = (), leave_groups: Sequence[Group] = ()
) -> Job[Rolled]:
    """Brings last year's companies into the year as drafts, with last year's products and standards for their pledge.

    ``leave_out`` are companies' ids; of ``leave_groups`` nobody is brought in. Clauses are the new year's; signatory
    and date are asked for again. One command, one undo step; a cancelled job brings nobody.
    """
    out = set(leave_out)
    with office.store.reading() as session:
        query = _of_last_year(shown.source_id).where(Participation.stage.not_in(LEFT_STAGES))
        for group in leave_groups:
            query = query.where(~since.condition(session, group, office.today))
        asked = query.where(~since.present(shown.campaign_id)).with_only_columns(Participation.id, Company.id)
        ordered = asked.order_by(Company.sort_key, Company.id).execution_options(yield_per=CHUNK)
        coming = [one for one, company in session.execute(ordered) if company not in out]
    if not coming:
        empty = {"source": shown.source_year} if shown.last == 0 else {}
        raise UserError("roll.nobody_last_year" if empty else "roll.nobody", year=shown.year, **empty)
    with office.writing("year_roll", year=shown.year, source=shown.source_year, count=len(coming)) as work:
        clauses = work.session.get_one(Campaign, shown.campaign_id).clause_set_id
        for start, chunk in zip(range(0, len(coming), CHUNK), in_chunks(coming), strict=False):
            yield Progress("roll", start, len(coming))
            _bring(work, shown.campaign_id, clauses, chunk)
    yield Progress("roll", len(coming), len(coming))
    return Rolled(len(coming), shown.coming - len(coming), shown.present)


def _bring(work: UnitOfWork, campaign_id: str, clause_set_id: str, ids: Sequence[str]) -> None:
    """One chunk: participations as drafts, each with a pledge that says last year's products and standards."""
    session = work.session
    asked = select(Participation.id, Participation.company_id).where(Participation.id.in_(ids))
    companies = dict(session.execute(asked).all())
    fresh = {one: new_id() for one in ids}
    since = {"stage": Stage.DRAFT.value, "stage_reason": "", "stage_since": work.command.at}
    stands = [{"id": fresh[one], "company_id": companies[one], "campaign_id": campaign_id, **since} for one in ids]
    insert_many(session, Participation, stands)
    links = _last_links(session, PledgeProduct, PledgeProduct.product_id, ids)
    said = _last_links(session, StandardDeclaration, StandardDeclaration.product_standard, ids)
    pledges = {one: new_id() for one in ids if one in links or one in said}
    empty = {"clause_set_id": clause_set_id, "signatory": "", "signed_on": None, "scan_sha256": ""}
    insert_many(
        session,
        Pledge,
        [{"id": pledge_id, "participation_id": fresh[one], **empty} for one, pledge_id in pledges.items()],
    )
    insert_many(session, PledgeProduct, _links("product_id", pledges, links))
    insert_many(session, StandardDeclaration, _links("product_standard", pledges, said))


Links: TypeAlias = dict[str, list[tuple[str, int]]]
"""What last year's pledges name, with its position, by last year's participation."""


def _last_links(session: Session, kind: type[Any], column: Any, ids: Sequence[str]) -> Links:
    found: Links = {}
    query = select(Pledge.participation_id, column, kind.position).join(kind, kind.pledge_id == Pledge.id)
    for one, value, position in session.execute(query.where(Pledge.participation_id.in_(ids))):
        found.setdefault(one, []).append((value, position))
    return found


def _links(column: str, pledges: Mapping[str, str], links: Links) -> list[dict[str, Any]]:
    return [
        {"id": new_id(), "pledge_id": pledges[one], column: value, "position": position}
        for one, known in links.items()
        for value, position in known
    ]
