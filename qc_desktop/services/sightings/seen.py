"""Where labels and certificates were seen, and what about it is suspicious: desk, codes and visits together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.findings import Finding
from qc_desktop.domain.labels import parse_serial, serial_text
from qc_desktop.domain.sightings import Way
from qc_desktop.domain.suspicion import RULES, reasons
from qc_desktop.services.office import Office
from qc_desktop.services.sightings.facts import LabelFacts, facts
from qc_desktop.storage.tables import CallLog, Certificate, Sighting

_GRAVITY = {code: place for place, code in enumerate(RULES)}


@dataclass(frozen=True)
class SeenRow:
    """A label or certificate by its ``number``: on how many ``days`` it was seen how often, and what is suspicious.

    Visits by programs, ``robots``, and checks of its hidden code, ``codes``, are not among its ``visits``.
    """

    number: str
    is_label: bool
    visits: int
    robots: int
    codes: int
    days: int
    first: dt.date
    last: dt.date
    reasons: tuple[Finding, ...] = ()
    holder: str = ""
    product: str = ""


def page(office: Office, number: str = "", offset: int = 0, limit: int = 50) -> list[SeenRow]:
    """What was seen most, from the ``offset``-th on; of ``number`` alone where one is given.

    Only visits and checked codes: what was asked at the desk has a list of its own and counts for the reasons.
    """
    with office.store.reading() as session:
        rows = session.execute(_seen_most(number).offset(offset).limit(limit)).all()
        known = facts(session, [row.label_serial for row in rows if row.label_serial])
        return [_row(row, known) for row in rows]


def count(office: Office) -> int:
    """How many labels and certificates were seen."""
    with office.store.reading() as session:
        return session.scalar(select(func.count()).select_from(_seen_most("").subquery())) or 0


def suspicious(office: Office) -> list[SeenRow]:
    """The labels about which something is suspicious, the gravest and then the most seen first; also those that were
    only asked for at the desk."""
    with office.store.reading() as session:
        sighted = select(Sighting.label_serial).where(Sighting.label_serial.is_not(None), Sighting.way != Way.ROBOT)
        asked = select(CallLog.label_serial).where(CallLog.label_serial.is_not(None))
        serials = [serial for serial in session.scalars(sighted.union(asked)) if serial and parse_serial(serial)]
        known = facts(session, serials)
    rows = [_label(serial, known[serial]) for serial in serials]
    return sorted((row for row in rows if row.reasons), key=_order)


def _order(row: SeenRow) -> tuple[int, int, str]:
    return _GRAVITY[row.reasons[0].code], -row.visits, row.number


def _seen_most(number: str) -> Select[*tuple[Any, ...]]:
    visits = _sum(Sighting.way.not_in((Way.ROBOT, Way.CODE))).label("visits")
    query = (
        select(
            Sighting.label_serial,
            Certificate.number,
            Certificate.holder,
            visits,
            _sum(Sighting.way == Way.ROBOT).label("robots"),
            _sum(Sighting.way == Way.CODE).label("codes"),
            func.count(Sighting.day.distinct()).label("days"),
            func.min(Sighting.day).label("first"),
            func.max(Sighting.day).label("last"),
        )
        .outerjoin(Certificate, Certificate.id == Sighting.certificate_id)
        .group_by(Sighting.label_serial, Sighting.certificate_id)
        .order_by(visits.desc(), Sighting.label_serial, Certificate.number)
    )
    label = parse_serial(number)
    if number:
        return query.where(Sighting.label_serial == serial_text(*label) if label else Certificate.number == number)
    return query


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(Sighting.visits).filter(condition), 0)


def _row(row: Row[Any], known: Mapping[str, LabelFacts]) -> SeenRow:
    about = known.get(row.label_serial)
    return SeenRow(
        number=row.label_serial or row.number or "",
        is_label=bool(row.label_serial),
        visits=int(row.visits),
        robots=int(row.robots),
        codes=int(row.codes),
        days=row.days,
        first=row.first,
        last=row.last,
        reasons=tuple(reasons(about.seen)) if about else (),
        holder=about.holder if about else row.holder or "",
        product=about.product if about else "",
    )


def _label(serial: str, about: LabelFacts) -> SeenRow:
    days = about.seen.days
    return SeenRow(
        serial,
        True,
        about.visits,
        about.robots,
        about.codes,
        len(days),
        days[0].day,
        days[-1].day,
        tuple(reasons(about.seen)),
        about.holder,
        about.product,
    )


def suspicions(session: Session, batch: int, index: int) -> tuple[Finding, ...]:
    """What is suspicious about where label ``index`` of ``batch`` was seen."""
    serial = serial_text(batch, index)
    return tuple(reasons(facts(session, [serial])[serial].seen))
