"""The ledger as files that anybody's tools read: C2SP tlog-tiles."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.services.ledger import heads
from qc_desktop.storage.tables import LedgerCheckpoint
from qc_desktop.trust.ledger import tiles
from qc_desktop.trust.ledger.tree import Tree

CHECKPOINT = "checkpoint"


def register(session: Session) -> Iterator[tuple[str, bytes]]:
    """The tiles of the newest signed head, and behind them the head."""
    newest = select(LedgerCheckpoint).order_by(LedgerCheckpoint.size.desc()).limit(1)
    signed = session.scalars(newest).first()
    if signed is None:
        return
    entries = list(heads.entries(session))
    yield from tiles.entry_tiles(entries, signed.size)
    yield from tiles.hash_tiles(Tree(entries), signed.size)
    yield CHECKPOINT, signed.note.encode()
