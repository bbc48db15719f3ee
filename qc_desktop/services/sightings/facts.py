"""What the records know of labels that were seen, of many at once: sightings, checks at the desk, batches, prints."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.dates import local
from qc_desktop.domain.labels import LabelBatchState, LabelEventKind, parse_serial
from qc_desktop.domain.sightings import Way
from qc_desktop.domain.suspicion import DaySeen, LabelSeen, by_day
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.storage.tables import CallLog, LabelBatch, LabelEvent, Sighting

_GONE = frozenset({LabelEventKind.DESTROYED, LabelEventKind.LOST, LabelEventKind.SPOILED})
_PRINTED = frozenset({LabelEventKind.PRINTED})
_KINDS = _GONE | _PRINTED


@dataclass(frozen=True)
class LabelFacts:
    """What is known of one label: ``seen`` as the rules take it, the batch it is of, and the sums of its sightings."""

    seen: LabelSeen
    holder: str = ""
    product: str = ""
    visits: int = 0
    robots: int = 0
    codes: int = 0


@dataclass
class _Counted:
    """Sightings of one label while they are added up. Robots count for nothing but themselves."""

    days: list[DaySeen] = field(default_factory=list)
    visits: int = 0
    robots: int = 0
    codes: int = 0

    def add(self, way: str, day: DaySeen) -> None:
        if way == Way.ROBOT:
            self.robots += day.visits
            return
        self.days.append(day)
        if way == Way.CODE:
            self.codes += 1
        else:
            self.visits += day.visits


def facts(session: Session, serials: Sequence[str]) -> Mapping[str, LabelFacts]:
    """What is known of the labels ``serials``, by them."""
    counted = _counted(session, serials)
    places = {serial: parse_serial(serial) or (0, 0) for serial in serials}
    batches = _batches(session, sorted({batch for batch, _ in places.values()}))
    events = _events(session, [batch.id for batch in batches.values()])
    made = {}
    for serial, (number, index) in places.items():
        batch = batches.get(number)
        mine = batch if batch and batch.first_index <= index < batch.first_index + batch.count else None
        made[serial] = _facts(counted[serial], mine, index, events)
    return made


def _counted(session: Session, serials: Sequence[str]) -> Mapping[str, _Counted]:
    found: defaultdict[str, _Counted] = defaultdict(_Counted)
    numbers = (Sighting.day, Sighting.visits, Sighting.visitors, Sighting.networks)
    for chunk in in_chunks(serials):
        sighted = select(Sighting.label_serial, Sighting.way, *numbers).where(Sighting.label_serial.in_(chunk))
        for serial, way, day, visits, visitors, networks in session.execute(sighted):
            found[serial or ""].add(way, DaySeen(day, visits, visitors, networks))
        asked = select(CallLog.label_serial, CallLog.at).where(CallLog.label_serial.in_(chunk))
        for serial, at in session.execute(asked):
            found[serial or ""].days.append(DaySeen(local(at).date()))
    return found


def _batches(session: Session, numbers: Sequence[int]) -> Mapping[int, LabelBatch]:
    query = select(LabelBatch)
    few = query.where(LabelBatch.number.in_(numbers)) if len(numbers) < 500 else query
    return {batch.number: batch for batch in session.scalars(few)}


def _events(session: Session, batch_ids: Sequence[str]) -> Mapping[str, Sequence[LabelEvent]]:
    """The lines that name labels, by batch."""
    found: defaultdict[str, list[LabelEvent]] = defaultdict(list)
    for chunk in in_chunks(batch_ids):
        named = (LabelEvent.batch_id.in_(chunk), LabelEvent.kind.in_(_KINDS), LabelEvent.first_index.is_not(None))
        for event in session.scalars(select(LabelEvent).where(*named)):
            found[event.batch_id].append(event)
    return found


def _facts(
    counted: _Counted, batch: LabelBatch | None, index: int, events: Mapping[str, Sequence[LabelEvent]]
) -> LabelFacts:
    days, sums = tuple(by_day(counted.days)), (counted.visits, counted.robots, counted.codes)
    if batch is None:
        return LabelFacts(LabelSeen(days, counted.codes, is_issued=False), "", "", *sums)
    mine = list(_about(events.get(batch.id, ()), index))
    seen = LabelSeen(
        days=days,
        codes=counted.codes,
        issued=batch.issued_on,
        printed=_noted(mine, _PRINTED),
        gone=_gone(mine),
        valid_until=batch.valid_until,
        stopped=local(batch.state_since).date() if batch.state == LabelBatchState.STOPPED else None,
    )
    return LabelFacts(seen, batch.company_name, batch.product, *sums)


def _about(events: Sequence[LabelEvent], index: int) -> Iterator[LabelEvent]:
    for event in events:
        first, last = event.first_index, event.last_index
        if first is not None and last is not None and first <= index <= last:
            yield event


def _noted(events: Sequence[LabelEvent], kinds: frozenset[LabelEventKind]) -> dt.date | None:
    """The day on which one of ``kinds`` was first noted."""
    at = min((event.at for event in events if event.kind in kinds and event.count > 0), default=None)
    return local(at).date() if at else None


def _gone(events: Sequence[LabelEvent]) -> dt.date | None:
    """The day on which the label was noted as destroyed, lost or spoiled: while that stands, and no copy is left."""
    copies, gone = (
        sum(1 if event.count > 0 else -1 for event in events if event.kind in kinds) for kinds in (_PRINTED, _GONE)
    )
    return _noted(events, _GONE) if gone > 0 and gone >= copies else None
