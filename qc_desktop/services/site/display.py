"""Which pledges stood in the published folder: a certificate says that they do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from qc_desktop.domain.events import EventKind
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import DisplayedPledge, Event


def note(work: UnitOfWork, participations: Iterable[str]) -> int:
    """Within ``work``, notes those of ``participations`` that were never published before; returns how many."""
    known = set(work.session.scalars(select(DisplayedPledge.participation_id)))
    new = [one for one in dict.fromkeys(participations) if one not in known]
    if new:
        rows = [{"participation_id": one, "since": work.command.at} for one in new]
        work.session.execute(insert(DisplayedPledge), rows)
    return len(new)


def never_shown(session: Session, participations: Sequence[str]) -> set[str]:
    """Those of ``participations`` that no publication showed so far."""
    shown: set[str] = set()
    for chunk in in_chunks(participations):
        wanted = select(DisplayedPledge.participation_id).where(DisplayedPledge.participation_id.in_(chunk))
        shown |= set(session.scalars(wanted))
    return set(participations) - shown


def last_digest(session: Session) -> str:
    """The hash of the pages that were entered last, empty where none were."""
    entered = select(Event.data).where(Event.kind == EventKind.SITE_PUBLISHED).order_by(Event.seq.desc()).limit(1)
    data = session.scalar(entered)
    return str(data["pages"]) if data else ""
