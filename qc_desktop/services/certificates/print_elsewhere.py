"""已在别处打印: pages that were made as a PDF here and came out of a printer that this PC knows nothing of."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from qc_desktop.documents.printing.queue import PrintOptions
from qc_desktop.domain.printing import CHUNK, ELSEWHERE, SheetState
from qc_desktop.errors import UserError
from qc_desktop.services.certificates.print_batches import add_batch, add_sheet, demanded, in_order, log_sheets
from qc_desktop.services.certificates.quotas import copies_used
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Certificate


def check(office: Office, numbers: Sequence[str]) -> None:
    """Raises UserError as :func:`note`, before anybody is asked."""
    with office.store.reading() as session:
        _unprinted(session, demanded(numbers))


def _unprinted(session: Session, numbers: Sequence[str]) -> list[Certificate]:
    found = in_order(session, numbers)
    used = copies_used(session, [certificate.id for certificate in found])
    if used:
        first = next(certificate.number for certificate in found if certificate.id in used)
        raise UserError("print.elsewhere_known", count=len(used), number=first)
    return found


def note(office: Office, numbers: Sequence[str]) -> int:
    """Notes that ``numbers`` lie on paper, as a batch that is through; returns how many.

    Raises UserError for none, an ended one, and one that was printed before.
    """
    unique = demanded(numbers)
    with office.writing("print_elsewhere", undoable=False, count=len(unique)) as work:
        found = _unprinted(work.session, unique)
        batch = add_batch(work, found, ELSEWHERE, "", CHUNK, PrintOptions())
        sheets = [add_sheet(work, batch.id, place, certificate.id, 1, "") for place, certificate in enumerate(found)]
        for sheet in sheets:
            sheet.state, sheet.sent_at = SheetState.SENT, work.command.at
        log_sheets(work, sheets, ELSEWHERE, checked=False)  # what came out there nobody looked at here
        batch.closed_at = work.command.at
    return len(unique)
