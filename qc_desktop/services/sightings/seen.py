"""Where labels and certificates were seen, and what about it is suspicious: desk, codes and visits together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.dates import local
from qc_desktop.domain.findings import Finding
from qc_desktop.domain.labels import LabelBatchState, LabelEventKind, parse_serial, serial_text
from qc_desktop.domain.sightings import Way
from qc_desktop.domain.suspicion import DaySeen, LabelSeen, by_day, reasons
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import CallLog, Certificate, LabelBatch, LabelEvent, Sighting

_GONE = (LabelEventKind.DESTROYED, LabelEventKind.LOST, LabelEventKind.SPOILED)


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


def page(office: Office, number: str = "", offset: int = 0, limit: int = 50) -> list[SeenRow]:
    """What was seen most, from the ``offset``-th on; of ``number`` alone where one is given.

    Only visits and checked codes: what was asked at the desk has a list of its own and counts for the reasons.
    """
    visits = _sum(Sighting.way.not_in((Way.ROBOT, Way.CODE)))
    query = (
        select(
            Sighting.label_serial,
            Certificate.number,
            visits,
            _sum(Sighting.way == Way.ROBOT),
            _sum(Sighting.way == Way.CODE),
            func.count(Sighting.day.distinct()),
            func.min(Sighting.day),
            func.max(Sighting.day),
        )
        .outerjoin(Certificate, Certificate.id == Sighting.certificate_id)
        .group_by(Sighting.label_serial, Sighting.certificate_id)
        .order_by(visits.desc(), Sighting.label_serial, Certificate.number)
    )
    label = parse_serial(number)
    if number:
        query = query.where(Sighting.label_serial == serial_text(*label) if label else Certificate.number == number)
    with office.store.reading() as session:
        return [_row(session, *row) for row in session.execute(query.offset(offset).limit(limit))]


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(Sighting.visits).filter(condition), 0)


def _row(
    session: Session,
    serial: str | None,
    number: str | None,
    visits: int,
    robots: int,
    codes: int,
    days: int,
    first: dt.date,
    last: dt.date,
) -> SeenRow:
    label = parse_serial(serial) if serial else None
    why = suspicions(session, *label) if label else ()
    return SeenRow(serial or number or "", bool(serial), int(visits), int(robots), int(codes), days, first, last, why)


def suspicions(session: Session, batch: int, index: int) -> tuple[Finding, ...]:
    """What is suspicious about where label ``index`` of ``batch`` was seen."""
    serial = serial_text(batch, index)
    found = session.scalars(select(LabelBatch).where(LabelBatch.number == batch)).first()
    days = tuple(by_day(list(_days(session, serial))))
    mine = (Sighting.label_serial == serial, Sighting.way == Way.CODE)
    codes = session.scalar(select(func.count()).select_from(Sighting).where(*mine)) or 0
    if found is None or not found.first_index <= index < found.first_index + found.count:
        return tuple(reasons(LabelSeen(days, codes, is_issued=False)))
    is_stopped = found.state == LabelBatchState.STOPPED
    return tuple(
        reasons(
            LabelSeen(
                days=days,
                codes=codes,
                issued=found.issued_on,
                printed=_noted(session, found, index, (LabelEventKind.PRINTED,)),
                gone=_gone(session, found, index),
                valid_until=found.valid_until,
                stopped=local(found.state_since).date() if is_stopped else None,
            )
        )
    )


def _days(session: Session, serial: str) -> Iterator[DaySeen]:
    """The sightings of a label but those of robots, in no order."""
    visited = (Sighting.label_serial == serial, Sighting.way != Way.ROBOT)
    columns = (Sighting.day, Sighting.visits, Sighting.visitors, Sighting.networks)
    for row in session.execute(select(*columns).where(*visited)):
        yield DaySeen(*row)
    for at in session.scalars(select(CallLog.at).where(CallLog.label_serial == serial)):
        yield DaySeen(local(at).date())


def _noted(session: Session, batch: LabelBatch, index: int, kinds: tuple[LabelEventKind, ...]) -> dt.date | None:
    """The day on which one of ``kinds`` was first noted of this very label."""
    mine = (LabelEvent.first_index <= index, LabelEvent.last_index >= index, LabelEvent.count > 0)
    query = select(func.min(LabelEvent.at)).where(LabelEvent.batch_id == batch.id, LabelEvent.kind.in_(kinds), *mine)
    at = session.scalar(query)
    return local(at).date() if at else None


def _gone(session: Session, batch: LabelBatch, index: int) -> dt.date | None:
    """The day on which the label was noted as destroyed, lost or spoiled: while that stands, and no copy is left."""
    of = (LabelEvent.batch_id == batch.id, LabelEvent.first_index <= index, LabelEvent.last_index >= index)
    sign = func.sum(func.iif(LabelEvent.count > 0, 1, -1))
    copies, gone = (
        session.scalar(select(sign).where(*of, LabelEvent.kind.in_(kinds))) or 0
        for kinds in ((LabelEventKind.PRINTED,), _GONE)
    )
    return _noted(session, batch, index, _GONE) if gone > 0 and gone >= copies else None
