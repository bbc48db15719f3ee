"""Where a print batch stands, for whoever is told that it broke off: what lies on paper is never denied."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from qc_desktop.domain.findings import Finding, warning
from qc_desktop.domain.printing import SheetState
from qc_desktop.errors import UserError
from qc_desktop.services.certificates import print_lists
from qc_desktop.services.office import Office
from qc_desktop.storage.faults import fault_behind
from qc_desktop.storage.tables import Certificate, PrintSheet

BROKE_OFF = "print.broke_off"
UNSURE = "print.standing_unsure"


def standing(office: Office, batch_id: str) -> Finding:
    """How many of the batch's sheets were sent and how many wait; of which nobody knows, as :data:`UNSURE`."""
    row = print_lists.batch(office, batch_id)
    counted: dict[str, Any] = {"sent": row.of(SheetState.SENT), "waiting": row.of(SheetState.WAITING)}
    unsure = row.of(SheetState.SENDING)
    if not unsure:
        return warning("print.standing", **counted)
    numbers = (
        select(Certificate.number)
        .join(PrintSheet, PrintSheet.certificate_id == Certificate.id)
        .where(PrintSheet.batch_id == row.id, PrintSheet.state == SheetState.SENDING)
        .order_by(Certificate.serial)
    )
    with office.store.reading() as session:
        found = session.scalars(numbers).all()
    return warning(UNSURE, **counted, unsure=unsure, first=found[0], last=found[-1])


def broken_off(office: Office, batch_id: str, problem: UserError | OSError) -> UserError | None:
    """A fault of the disk behind ``problem`` with where the batch stands by then; None for any other problem."""
    fault = fault_behind(problem)
    return None if fault is None else UserError(BROKE_OFF, reason=fault, standing=standing(office, batch_id))
