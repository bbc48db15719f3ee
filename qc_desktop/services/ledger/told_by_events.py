"""What the register tells, entry by entry, and where it is not what the ledger holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.events import ENDINGS, EventKind
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.ledger_entries import opened
from qc_desktop.services.ledger.asks import Ask
from qc_desktop.storage.tables import Event, LedgerLeaf
from qc_desktop.trust.ledger.tree import Tree

CARRIED = "leaves_carried"
"""In the event of a restore: the first place, and how many, whose events the backup did not have."""


@dataclass
class Told:
    """What the register says; certificates and batches under their numbers, rosters under hash and version."""

    tree: Tree = field(default_factory=Tree)
    issued: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    ended: dict[str, CertificateState] = field(default_factory=dict)
    batches: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)
    rosters: dict[tuple[str, int], str] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    copies: int = 0
    _alone: set[int] = field(default_factory=set)
    _carried: set[int] = field(default_factory=set)

    @property
    def asks(self) -> Ask:
        """The leaves with their events, in order."""
        rows = select(LedgerLeaf.place, LedgerLeaf.entry, *Event.__table__.c).outerjoin_from(LedgerLeaf, Event)
        return Ask(rows, LedgerLeaf.place, self.look)

    def look(self, rows: list[Row[Any]]) -> list[Finding]:
        """Takes the leaves and their events in; names events that are not what their entry was made of."""
        return [finding for row in rows for finding in self._look(row)]

    def _look(self, row: Row[Any]) -> list[Finding]:
        self.tree.append(row.entry)
        found = [] if row.place == len(self.tree) - 1 else [error("ledger.leaf_gone", place=row.place)]
        if row.seq is None:
            self._alone.add(row.place)
            return found
        said = opened(row.salt, row.kind, row.at, row.subject, row.data, row.staff, row.pc)
        if said.entry != row.entry:
            found.append(_changed(row.kind, row.subject))
        self._take(row)
        return found

    def _take(self, row: Row[Any]) -> None:
        kind, subject, data = row.kind, row.subject, row.data
        match kind:
            case EventKind.CERTIFICATE_ISSUED:
                self.issued[subject] = data
            case EventKind.CERTIFICATE_RENDERED:
                self.copies += data["count"]
            case EventKind.LABELS_ISSUED:
                self.batches[subject] = data
            case EventKind.LABELS_STOPPED:
                self.stopped.add(subject)
            case EventKind.ROSTER_PUBLISHED:
                self.rosters[data["sha256"], data["version"]] = subject
            case EventKind.KEY_CREATED:
                self.keys.add(subject)
            case EventKind.BACKUP_RESTORED:
                first, count = data.get(CARRIED, (0, 0))
                self._carried |= set(range(first, first + count))
            case _ if kind in ENDINGS:
                self.ended[subject] = ENDINGS[EventKind(kind)]

    def unexplained(self) -> list[Finding]:
        """Entries whose event somebody took away: no restore left them behind."""
        return [error("ledger.event_gone", place=place + 1) for place in sorted(self._alone - self._carried)]

    @staticmethod
    def unlisted(session: Session) -> list[Finding]:
        """Events that somebody wrote past the program: they have no entry."""
        strange = select(Event.kind, Event.subject).outerjoin(LedgerLeaf).where(LedgerLeaf.place.is_(None))
        return [_changed(kind, subject) for kind, subject in session.execute(strange.order_by(Event.seq))]


def _changed(kind: str, subject: str) -> Finding:
    """An event that is not what its entry says, in the words of what it is about."""
    if kind == EventKind.CERTIFICATE_ISSUED or kind in ENDINGS:
        return error("ledger.certificate_differs", number=subject)
    if kind in (EventKind.LABELS_ISSUED, EventKind.LABELS_STOPPED):
        return error("ledger.batch_differs", batch=subject)
    return error("ledger.event_differs", subject=subject, kind=EventKind(kind) if kind in set(EventKind) else kind)
