"""Going on from records that are older than what was signed: only with a reason, and never unnoticed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from qc_desktop.domain.events import EventKind
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.ledger import heads
from qc_desktop.services.office import Office
from qc_desktop.storage.store import ledger_size
from qc_desktop.storage.tables import Event
from qc_desktop.trust.ledger.tree import Tree


def override(office: Office, reason: str) -> int:
    """Lets the ledger go on although it is not what was signed; the override is an entry of its own, with the head
    that is passed over. Returns how many entries there are with it.

    Raises UserError without a reason, and where there is nothing to pass over.
    """
    why = clean(reason)
    if not why:
        raise UserError("ledger.reason_needed")
    bound(why, REASON)
    passed = heads.kept(office)
    with office.writing("ledger_override", undoable=False) as work:
        if passed is None or not _is_passed(office, heads.tree_of(work.session)):
            raise UserError("ledger.nothing_to_override")
        about = {"reason": why, "signed": passed.size, "head": passed.head.hex()}
        work.register(EventKind.LEDGER_OVERRIDDEN, str(passed.size), about)
        work.session.flush()
        size = ledger_size(work.session)
    known = office.profile.checkpoint
    known.replace(known.with_name(f"{known.name}.{passed.size}"))
    return size


def _is_passed(office: Office, tree: Tree) -> bool:
    """Whether ``tree`` is not, or not yet, what was signed."""
    try:
        heads.demand_goes_on(office, tree)
    except UserError:
        return True
    return False


@dataclass(frozen=True)
class Overridden:
    """That the ledger went on from other records once: what was kept from before does not agree any more."""

    at: dt.datetime
    reason: str
    staff: str


def past(office: Office) -> list[Overridden]:
    """Every time that it was done, the last first."""
    query = select(Event).where(Event.kind == EventKind.LEDGER_OVERRIDDEN).order_by(Event.seq.desc())
    with office.store.reading() as session:
        return [Overridden(event.at, str(event.data["reason"]), event.staff) for event in session.scalars(query)]
