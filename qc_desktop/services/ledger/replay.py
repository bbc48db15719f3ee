"""Replay: the records are held against the ledger, and what somebody changed past the program is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute

from qc_desktop.domain.findings import Finding
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.services.ledger import heads, told_by_records
from qc_desktop.services.ledger.told_by_events import Told
from qc_desktop.services.office import Office

STEP = "ledger_replay"
_AT_ONCE = 2000
"""Rows read at a time: who writes waits no longer for a reader than that takes."""

Looks = Callable[[list[Row[Any]]], list[Finding]]


def replaying(office: Office) -> Job[list[Finding]]:
    """Whatever does not agree with the ledger, each named once; empty where all is as it was written.

    Nothing is locked meanwhile, and a writing may come between two looks: what differs counts where a second look
    finds it too.
    """
    found = yield from _looked_at(office)
    if not found:
        return []
    again = yield from _looked_at(office)
    return [finding for finding in found if finding in again]


def _looked_at(office: Office) -> Job[list[Finding]]:
    told = Told()
    found: list[Finding] = []
    for rows, key, look in (told.asks, *told_by_records.asks(told)):
        found += yield from _in_parts(office, rows, key, look)
    found += told.unexplained()
    with office.store.reading() as session:
        found += told.unlisted(session)
        found += heads.differences(office, session, told.tree)
    return found + told_by_records.lost(told)


def _in_parts(office: Office, rows: Select[Any], key: InstrumentedAttribute[Any], look: Looks) -> Job[list[Finding]]:
    """What ``look`` finds in ``rows``, read part by part in the order of ``key``, which is their first column."""
    found: list[Finding] = []
    with office.store.reading() as session:
        total = session.scalar(select(func.count()).select_from(rows.order_by(None).subquery())) or 0
    done, last = 0, None
    while True:
        wanted = rows if last is None else rows.where(key > last)
        with office.store.reading() as session:
            part = session.execute(wanted.order_by(key).limit(_AT_ONCE)).all()
        if not part:
            return found
        found += look(list(part))
        done, last = done + len(part), part[-1][0]
        yield Progress(STEP, min(done, total), total)
