"""What a further print means for the copies before it: they are spoiled, and the ledger says so with its reason.

A serial is on one product. Who prints it anew says that what lay there before is no good any more; so there are never
more good labels than were issued.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from qc_desktop.domain.label_counts import Stretch, counted
from qc_desktop.domain.labels import LabelEventKind, serial_text
from qc_desktop.errors import UserError
from qc_desktop.services.labels.batches import balance_of
from qc_desktop.services.labels.copies import on_products, told_of
from qc_desktop.storage.tables import LabelBatch, LabelEvent

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PRINTED = (LabelEventKind.PRINTED,)
_GONE = (LabelEventKind.DESTROYED, LabelEventKind.LOST, LabelEventKind.SPOILED)


def superseded(session: Session, batch_id: str, printed: Iterable[Stretch]) -> list[Stretch]:
    """Those of ``printed``, labels to be printed again, of which earlier copies still count as good: ``times`` copies.

    What was noted as gone without numbers is taken for these labels, as far as no other copy needs it. Raises UserError
    for a label that is on a product, and for more than there can still be of labels that are on none.
    """
    batch = session.get_one(LabelBatch, batch_id)
    free, found = _unnamed(session, batch), list[Stretch]()
    for stretch in printed:
        _demand_unapplied(session, batch, stretch)
        for part in _good(session, batch, stretch.first, stretch.last):
            if part.times < 1:
                continue
            covered = min(free // part.times, part.size)
            free -= covered * part.times
            if covered < part.size:
                found.append(Stretch(part.first + covered, part.last, part.times))
    count, outstanding = sum(part.size * part.times for part in found), balance_of(session, batch).outstanding
    if count > outstanding:
        raise UserError("label.too_many_again", count=count, outstanding=outstanding)
    return found


def _good(session: Session, batch: LabelBatch, first: int, last: int) -> Iterable[Stretch]:
    """The labels ``first`` to ``last`` by how many of their copies nobody noted as gone, by number."""
    gone = [one._replace(times=-one.times) for one in told_of(session, batch.id, _GONE, first, last)]
    return counted([*told_of(session, batch.id, _PRINTED, first, last), *gone], first, last)


def _unnamed(session: Session, batch: LabelBatch) -> int:
    """How many noted as gone without numbers stand for no copy yet that a later one took the place of."""
    nameless = LabelEvent.batch_id == batch.id, LabelEvent.kind.in_(_GONE), LabelEvent.first_index.is_(None)
    noted = session.scalar(select(func.sum(LabelEvent.count)).where(*nameless)) or 0
    parts = _good(session, batch, batch.first_index, batch.first_index + batch.count - 1)
    return max(noted - sum(part.size * max(part.times - 1, 0) for part in parts), 0)


def _demand_unapplied(session: Session, batch: LabelBatch, stretch: Stretch) -> None:
    for part in on_products(session, batch.id, stretch.first, stretch.last):
        about = {"first": serial_text(batch.number, part.first), "last": serial_text(batch.number, part.last)}
        raise UserError("label.applied_before", **about)
