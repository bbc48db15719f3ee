"""Commands as a list of any length: by person, period, kind of action, company."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from qc_desktop.domain.dates import SHANGHAI
from qc_desktop.services import history
from qc_desktop.services.history import CommandRow
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Base, Change, Command, Company, FormerName, Participation, Pledge
from qc_desktop.storage.tables.base import Tracked

NAMED = 200
"""A text that fits more companies than this is about the first of them, by name."""


@dataclass(frozen=True)
class HistoryFilter:
    """What is asked of the history; what is empty does not count.

    ``since`` and ``until`` are days of the association, both included; ``text`` stands in a company's name, present or
    former.
    """

    staff: str = ""
    name: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    text: str = ""


@dataclass(frozen=True)
class Choices:
    """Who appears in the history, and which kinds of actions."""

    staff: tuple[str, ...]
    names: tuple[str, ...]


def choices(office: Office) -> Choices:
    """What the history can be filtered by."""
    with office.store.reading() as session:
        staff = session.scalars(select(Command.staff).distinct().order_by(Command.staff)).all()
        names = session.scalars(select(Command.name).distinct().order_by(Command.name)).all()
    return Choices(tuple(staff), tuple(names))


def count(office: Office, wanted: HistoryFilter) -> int:
    """How many commands answer ``wanted``."""
    with office.store.reading() as session:
        return session.scalar(_narrowed(session, select(func.count()).select_from(Command), wanted)) or 0


def page(office: Office, wanted: HistoryFilter, offset: int = 0, limit: int = 100) -> list[CommandRow]:
    """At most ``limit`` commands from ``offset`` on, newest first."""
    with office.store.reading() as session:
        query = _narrowed(session, select(Command.seq), wanted)
        seqs = session.scalars(query.order_by(Command.seq.desc()).offset(offset).limit(limit)).all()
        return history.rows(session, seqs)


def _narrowed(session: Session, query: Select[int], wanted: HistoryFilter) -> Select[int]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.staff:
        conditions.append(Command.staff == wanted.staff)
    if wanted.name:
        conditions.append(Command.name == wanted.name)
    if wanted.since is not None:
        conditions.append(Command.at >= _midnight(wanted.since))
    if wanted.until is not None:
        conditions.append(Command.at < _midnight(wanted.until + dt.timedelta(days=1)))
    if wanted.text.strip():
        conditions.append(Command.seq.in_(_about(session, wanted.text.strip())))
    return query.where(*conditions)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), SHANGHAI)


def _owned(companies: Sequence[str]) -> Iterator[Select[str]]:
    """The rows of ``companies`` in every table with a history: what a change touched names its row, not its company."""
    for mapper in Base.registry.mappers:
        columns = mapper.local_table.c
        if issubclass(mapper.class_, Tracked) and "company_id" in columns:
            yield select(columns.id).where(columns.company_id.in_(companies))


def _about(session: Session, text: str) -> Select[int]:
    """The commands that changed rows of the companies whose name holds ``text``, or looked at their contacts."""
    former = select(FormerName.company_id).where(FormerName.name.icontains(text, autoescape=True))
    fits = or_(Company.name.icontains(text, autoescape=True), Company.id.in_(former))
    companies = session.scalars(select(Company.id).where(fits).order_by(Company.sort_key).limit(NAMED)).all()
    parts = select(Participation.id).where(Participation.company_id.in_(companies))
    pledges = select(Pledge.id).where(Pledge.participation_id.in_(parts))
    queries = [Change.row_id.in_(ids) for ids in (pledges, *_owned(companies))]
    touched = or_(Change.row_id.in_(companies), *queries)
    looked_at = func.json_extract(Command.params, f"$.{history.LOOKED_AT}").in_(companies)
    changed = Command.seq.in_(select(Change.command_seq).where(touched))
    return select(Command.seq).where(or_(changed, and_(Command.name == "contacts_shown", looked_at)))
