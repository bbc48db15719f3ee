"""催办: which companies have not answered or owe something, and when they were asked for it last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import BEFORE_REVIEW, Stage
from qc_desktop.domain.chasing import Missing, ReminderWay
from qc_desktop.domain.dates import SHANGHAI, local
from qc_desktop.domain.lengths import REMARK, bound
from qc_desktop.domain.text import clean
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.office import Office
from qc_desktop.storage import search_index
from qc_desktop.storage.tables import (
    Company,
    Contact,
    Participation,
    Pledge,
    PledgeProduct,
    Reminder,
    Scan,
    StandardDeclaration,
)

NOT_INVITED, AWAITED, RETURNED, INCOMPLETE, OWING = "not_invited", "awaited", "returned", "incomplete", "owing"
WHO = (OWING, NOT_INVITED, AWAITED, RETURNED, INCOMPLETE)
"""Whom a list means; ``owing`` is everybody whose pledge is not in, ``incomplete`` whose papers are not complete."""

NEVER, NOT_LATELY = "never", "not_lately"
LATELY = dt.timedelta(days=7)
"""Who was reminded within this time need not be reminded again."""

_PLEDGE_OWED = (*BEFORE_REVIEW, Stage.RETURNED_FOR_CORRECTION)
_STAGES = {
    OWING: _PLEDGE_OWED,
    NOT_INVITED: (Stage.DRAFT,),
    AWAITED: (Stage.INVITED, Stage.APPLIED),
    RETURNED: (Stage.RETURNED_FOR_CORRECTION,),
    INCOMPLETE: (Stage.MATERIAL_REVIEW, Stage.PLEDGED),
}


@dataclass(frozen=True)
class ChaseFilter:
    """Which companies of a campaign: ``who`` of WHO, what is ``missing``, ``reminded`` never or not lately."""

    campaign_id: str
    who: str = OWING
    text: str = ""
    missing: str = ""
    reminded: str = ""


@dataclass(frozen=True)
class ChaseRow:
    """A company on the list. ``waiting`` are whole days since it came to its stage."""

    participation_id: str
    company_id: str
    name: str
    uscc: str
    province: str
    stage: Stage
    stage_reason: str
    waiting: int
    missing: tuple[Missing, ...]
    reminded_at: dt.datetime | None = None
    reminded_by: str = ""
    way: str = ""
    times: int = 0
    remark: str = field(default="", repr=False)


def _none_of(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return ~select(1).where(*conditions).exists()


def _lacks() -> dict[Missing, ColumnElement[bool]]:
    """For each thing, when a company lacks it."""
    mine = Pledge.participation_id == Participation.id
    reachable = or_(Contact.phone != "", Contact.email != "")
    return {
        Missing.PLEDGE: Participation.stage.in_([stage.value for stage in _PLEDGE_OWED]),
        Missing.USCC: func.coalesce(Company.uscc, "") == "",
        Missing.PRODUCTS: _none_of(mine, PledgeProduct.pledge_id == Pledge.id),
        Missing.STANDARDS: _none_of(mine, StandardDeclaration.pledge_id == Pledge.id),
        Missing.SCAN: _none_of(Scan.participation_id == Participation.id),
        Missing.CONTACT: _none_of(Contact.company_id == Company.id, reachable),
    }


def _last_reminded() -> Any:
    return select(func.max(Reminder.at)).where(Reminder.participation_id == Participation.id).scalar_subquery()


def _chosen(session: Session, wanted: ChaseFilter, today: dt.date) -> Select[Any]:
    stages = [stage.value for stage in _STAGES[wanted.who]]
    query = (
        select(Participation.id)
        .join(Company, Company.id == Participation.company_id)
        .where(Participation.campaign_id == wanted.campaign_id, Participation.stage.in_(stages))
        .where(Company.merged_into_id.is_(None))
    )
    lacks = _lacks()
    if wanted.who == INCOMPLETE:
        query = query.where(or_(*(condition for thing, condition in lacks.items() if thing is not Missing.PLEDGE)))
    if wanted.missing:
        query = query.where(lacks[Missing(wanted.missing)])
    reminders = [Reminder.participation_id == Participation.id]
    if wanted.reminded == NOT_LATELY:
        reminders.append(Reminder.at > dt.datetime.combine(today, dt.time(), SHANGHAI) - LATELY)
    if wanted.reminded:
        query = query.where(_none_of(*reminders))
    found = search_index.condition(session, wanted.text)
    if found is not None:
        return query.where(found)
    return query.where(false()) if wanted.text.strip() else query


def count(office: Office, wanted: ChaseFilter) -> int:
    """How many companies ``wanted`` describes."""
    with office.store.reading() as session:
        return session.scalar(select(func.count()).select_from(_chosen(session, wanted, office.today).subquery())) or 0


def counts(office: Office, campaign_id: str) -> dict[str, int]:
    """How many companies stand under each of WHO."""
    return {who: count(office, ChaseFilter(campaign_id, who)) for who in WHO}


def _order(sort: str) -> tuple[Any, ...]:
    by_name = (Company.sort_key, Company.id)
    first = {"name": (), "waiting": (Participation.stage_since,), "reminded": (_last_reminded(),)}
    return (*first[sort], *by_name)


SORTABLE = ("name", "waiting", "reminded")
"""By name (pinyin), by how long a company has been waited for (longest first), by the last reminder (never first)."""


def page(
    office: Office, wanted: ChaseFilter, offset: int = 0, limit: int = 128, sort: str = "name", descending: bool = False
) -> list[ChaseRow]:
    """``limit`` rows of the list from row ``offset`` on."""
    order = [column.desc() if descending else column.asc() for column in _order(sort)]
    with office.store.reading() as session:
        query = _chosen(session, wanted, office.today).order_by(*order).offset(offset).limit(limit)
        return rows_of(session, session.scalars(query).all(), office.today)


def ids(office: Office, wanted: ChaseFilter) -> list[str]:
    """The participations of everybody that ``wanted`` describes, by name."""
    with office.store.reading() as session:
        return list(session.scalars(_chosen(session, wanted, office.today).order_by(*_order("name"))))


def companies(office: Office, participation_ids: Sequence[str]) -> list[str]:
    """The companies of participations, in their order."""
    found: dict[str, str] = {}
    with office.store.reading() as session:
        for chunk in in_chunks(participation_ids):
            query = select(Participation.id, Participation.company_id).where(Participation.id.in_(chunk))
            found |= dict(session.execute(query).all())
    return [found[one] for one in participation_ids if one in found]


def row(office: Office, participation_id: str) -> ChaseRow | None:
    """One company as it stands now; None where it takes part no more."""
    with office.store.reading() as session:
        return next(iter(rows_of(session, [participation_id], office.today)), None)


def rows_of(session: Session, participation_ids: Sequence[str], today: dt.date) -> list[ChaseRow]:
    """The rows of participations, in their order."""
    found: dict[str, ChaseRow] = {}
    for chunk in in_chunks(participation_ids):
        reminders = _reminders(session, chunk)
        lacks = _lacks()
        query = (
            select(Participation, Company, *lacks.values())
            .join(Company, Company.id == Participation.company_id)
            .where(Participation.id.in_(chunk))
        )
        for taking_part, company, *owed in session.execute(query):
            missing = tuple(thing for thing, lacking in zip(lacks, owed, strict=True) if lacking)
            found[taking_part.id] = _row(taking_part, company, missing, today, reminders.get(taking_part.id, []))
    return [found[one] for one in participation_ids if one in found]


def _row(
    taking_part: Participation,
    company: Company,
    missing: tuple[Missing, ...],
    today: dt.date,
    reminders: Sequence[Reminder],
) -> ChaseRow:
    last = reminders[-1] if reminders else None
    return ChaseRow(
        participation_id=taking_part.id,
        company_id=company.id,
        name=company.name,
        uscc=company.uscc or "",
        province=company.province,
        stage=Stage(taking_part.stage),
        stage_reason=taking_part.stage_reason,
        waiting=max(0, (today - local(taking_part.stage_since).date()).days),
        missing=missing,
        reminded_at=last.at if last else None,
        reminded_by=last.staff if last else "",
        way=last.way if last else "",
        times=len(reminders),
        remark=last.remark if last else "",
    )


def _reminders(session: Session, participation_ids: Sequence[str]) -> dict[str, list[Reminder]]:
    query = select(Reminder).where(Reminder.participation_id.in_(participation_ids)).order_by(Reminder.at, Reminder.id)
    found: dict[str, list[Reminder]] = {}
    for reminder in session.scalars(query):
        found.setdefault(reminder.participation_id, []).append(reminder)
    return found


def mark(office: Office, participation_ids: Sequence[str], way: ReminderWay, remark: str = "") -> int:
    """已提醒: notes that each was reminded now, by whom and how; returns how many. One command, one undo step."""
    bound(remark, REMARK)
    with office.writing("reminders_mark", count=len(participation_ids), way=way.value) as work:
        known = [
            one
            for chunk in in_chunks(participation_ids)
            for one in work.session.scalars(select(Participation.id).where(Participation.id.in_(chunk)))
        ]
        work.session.add_all(
            Reminder(
                participation_id=one, at=work.command.at, way=way.value, staff=work.author.staff, remark=clean(remark)
            )
            for one in known
        )
    return len(known)


def contacts(session: Session, company_ids: Sequence[str]) -> dict[str, Contact]:
    """The first contact person of each company that can be reached (personal data: log what is done with it)."""
    found: dict[str, Contact] = {}
    for chunk in in_chunks(company_ids):
        reachable = and_(Contact.company_id.in_(chunk), or_(Contact.phone != "", Contact.email != ""))
        for contact in session.scalars(select(Contact).where(reachable).order_by(Contact.id.desc())):
            found[contact.company_id] = contact
    return found
