"""How often labels were put on paper, and how often they still may be: the quota is that of certificates.

What was written into a file counts as printed: nobody can prove from here that it did not come out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from qc_desktop.domain.label_counts import Stretch, counted
from qc_desktop.domain.labels import LabelEventKind, serial_text
from qc_desktop.errors import UserError
from qc_desktop.services.certificates.quotas import has_room
from qc_desktop.storage.tables import LabelEvent

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PRINTED = (LabelEventKind.PRINTED,)


def told_of(
    session: Session, batch_id: str, kinds: Sequence[LabelEventKind], first: int, last: int, before: str = ""
) -> list[Stretch]:
    """What lines of ``kinds`` tell of the labels ``first`` to ``last`` by number, up to the line ``before``."""
    query = select(LabelEvent.first_index, LabelEvent.last_index, LabelEvent.count).where(
        LabelEvent.batch_id == batch_id,
        LabelEvent.kind.in_(kinds),
        LabelEvent.first_index <= last,
        LabelEvent.last_index >= first,
    )
    earlier = query.where(LabelEvent.id < before) if before else query
    return [Stretch(begin or 0, end or 0, 1 if count > 0 else -1) for begin, end, count in session.execute(earlier)]


def printed_times(session: Session, batch_id: str, first: int, last: int) -> Iterator[Stretch]:
    """The labels ``first`` to ``last`` in stretches that were printed equally often."""
    return counted(told_of(session, batch_id, _PRINTED, first, last), first, last)


def on_products(session: Session, batch_id: str, first: int, last: int) -> list[Stretch]:
    """The labels from ``first`` to ``last`` that were noted as applied, by number."""
    noted = told_of(session, batch_id, (LabelEventKind.APPLIED,), first, last)
    return [part for part in counted(noted, first, last) if part.times > 0]


def copy_of(session: Session, line: LabelEvent) -> int:
    """Which copy of its labels the ``line`` of a print is."""
    first, last = line.first_index or 0, line.last_index or 0
    earlier = counted(told_of(session, line.batch_id, _PRINTED, first, last, line.id), first, last)
    return max(part.times for part in earlier) + 1


def demand_room(batch: int, printed: Stretch, reason: str, allowed: int) -> None:
    """Raises UserError where labels that were ``printed`` before lack a ``reason``, or have ``allowed`` copies more."""
    about = {"first": serial_text(batch, printed.first), "last": serial_text(batch, printed.last)}
    if printed.times and not reason:
        raise UserError("label.printed_before", **about)
    if not has_room(allowed, printed.times):
        raise UserError("label.quota", **about, used=printed.times, quota=allowed)
