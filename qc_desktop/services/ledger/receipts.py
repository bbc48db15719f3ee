"""Receipts for certificates: that their issue stands in the ledger, with what it takes to see it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.events import EventKind
from qc_desktop.domain.ledger_entries import opened
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.ledger.heads import tree_of
from qc_desktop.storage.tables import Event, LedgerCheckpoint, LedgerLeaf
from qc_desktop.trust.ledger import receipts


class Receipts:
    """The receipts of a ledger, whose tree is read once.

    A receipt is made against the first signed head that covers it. So it is the same text whenever it is asked for: a
    file made again is the file that was made before.
    """

    def __init__(self, session: Session) -> None:
        heads = select(LedgerCheckpoint.size, LedgerCheckpoint.note).order_by(LedgerCheckpoint.size)
        self._heads = [(size, note) for size, note in session.execute(heads)]
        self._tree = tree_of(session)

    def of(self, session: Session, numbers: Sequence[str]) -> Mapping[str, str]:
        """By number, the receipt of each certificate that a signed head covers."""
        made = {}
        for chunk in in_chunks(numbers):
            about = select(LedgerLeaf.place, *Event.__table__.c).join_from(LedgerLeaf, Event)
            about = about.where(Event.subject.in_(chunk))  # by kind as well, the wrong index might be taken
            for row in session.execute(about):
                at = bisect_right(self._heads, row.place, key=itemgetter(0))
                if row.kind == EventKind.CERTIFICATE_ISSUED and at < len(self._heads):
                    size, note = self._heads[at]
                    event = opened(row.salt, row.kind, row.at, row.subject, row.data, row.staff, row.pc)
                    path = self._tree.inclusion(row.place, size)
                    made[row.subject] = receipts.written(event, row.place, path, note)
        return made


def receipts_of(session: Session, numbers: Sequence[str]) -> Mapping[str, str]:
    """As :meth:`Receipts.of`, once."""
    return Receipts(session).of(session, numbers)
