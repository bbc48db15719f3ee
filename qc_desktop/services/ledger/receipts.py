"""Receipts for certificates: that their issue stands in the ledger, with what it takes to see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.events import EventKind
from qc_desktop.domain.ledger_entries import opened
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.ledger.heads import tree_of
from qc_desktop.storage.tables import Event, LedgerCheckpoint, LedgerLeaf
from qc_desktop.trust.ledger import receipts


def receipts_of(session: Session, numbers: Sequence[str]) -> Mapping[str, str]:
    """By number, the receipt of each certificate that a signed head covers, against the first one that does.

    It is the same text whenever it is asked for: a file made again is the file that was made before.
    """
    notes = session.execute(select(LedgerCheckpoint.size, LedgerCheckpoint.note).order_by(LedgerCheckpoint.size)).all()
    tree, made = tree_of(session), {}
    for chunk in in_chunks(numbers):
        issued = select(LedgerLeaf.place, *Event.__table__.c).join_from(LedgerLeaf, Event)
        issued = issued.where(Event.kind == EventKind.CERTIFICATE_ISSUED, Event.subject.in_(chunk))
        for row in session.execute(issued):
            size, note = next(((size, note) for size, note in notes if size > row.place), (0, ""))
            if note:
                event = opened(row.salt, row.kind, row.at, row.subject, row.data, row.staff, row.pc)
                made[row.subject] = receipts.written(event, row.place, tree.inclusion(row.place, size), note)
    return made
