"""Where a print batch stands, for whoever is told that it broke off: what lies on paper is never denied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select

from qc_desktop.domain.findings import Finding, warning
from qc_desktop.domain.printing import SheetState
from qc_desktop.errors import UserError
from qc_desktop.services.certificates.print_batches import batch_of
from qc_desktop.services.office import Office
from qc_desktop.storage.faults import fault_behind
from qc_desktop.storage.tables import Certificate, PrintSheet

BROKE_OFF = "print.broke_off"
UNSURE = "print.standing_unsure"
LAST_MAY_LIE = "print.standing_last"


def standing(office: Office, batch_id: str, handed: Sequence[str] = ()) -> Finding:
    """How many of the batch's sheets were sent, which was the last, and how many wait; of which nobody knows, as
    :data:`UNSURE`.

    Where the records cannot be read either: of ``handed``, which the printer took last, as :data:`LAST_MAY_LIE`.
    """
    try:
        return _counted(office, batch_id)
    except (UserError, OSError):
        if not handed:
            return warning("print.standing_unread")
        return warning(LAST_MAY_LIE, first=handed[0], last=handed[-1], count=len(handed))


def _counted(office: Office, batch_id: str) -> Finding:
    with office.store.reading() as session:
        query = (
            select(PrintSheet.state, Certificate.number)
            .join(Certificate, Certificate.id == PrintSheet.certificate_id)
            .where(PrintSheet.batch_id == batch_of(session, batch_id).id)
            .order_by(PrintSheet.chunk_no, Certificate.serial)
        )
        sheets = session.execute(query).all()
    states = Counter(state for state, _ in sheets)
    unsure = [number for state, number in sheets if state == SheetState.SENDING]
    counted: dict[str, Any] = {"sent": states[SheetState.SENT], "waiting": states[SheetState.WAITING]}
    sent = [number for state, number in sheets if state == SheetState.SENT]
    if unsure:
        return warning(UNSURE, **counted, unsure=len(unsure), first=unsure[0], last=unsure[-1])
    return warning("print.standing", **counted, last=sent[-1]) if sent else warning("print.standing_none", **counted)


@contextmanager
def told_where_it_stands(office: Office, batch_id: str, handed: Sequence[str] = ()) -> Iterator[None]:
    """A fault of the disk is raised as :data:`BROKE_OFF`, with where the batch stands by then; all else as it is."""
    try:
        yield
    except (UserError, OSError) as problem:
        fault = fault_behind(problem)
        if fault is None:
            raise
        where = standing(office, batch_id, handed)
        raise UserError(BROKE_OFF, reason=fault, standing=where) from problem
