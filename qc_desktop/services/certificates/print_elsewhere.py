"""已在别处打印: pages that were made as a PDF here and came out of a printer that this PC knows nothing of."""

from __future__ import annotations

from collections.abc import Sequence

from qc_desktop.documents.printing.queue import PrintOptions
from qc_desktop.domain.printing import CHUNK, ELSEWHERE, SheetState
from qc_desktop.errors import UserError
from qc_desktop.services.certificates.print_batches import add_batch, add_sheet, demanded, in_order, log_sheets
from qc_desktop.services.certificates.quotas import copies_used
from qc_desktop.services.office import Office


def note(office: Office, numbers: Sequence[str]) -> int:
    """Notes that ``numbers`` lie on paper, as a batch that is through; returns how many.

    Raises UserError for none, an ended one, and one that was printed before.
    """
    unique = demanded(numbers)
    with office.writing("print_elsewhere", undoable=False, count=len(unique)) as work:
        found = in_order(work.session, unique)
        if copies_used(work.session, [certificate.id for certificate in found]):
            raise UserError("print.reason_needed")
        batch = add_batch(work, found, ELSEWHERE, "", CHUNK, PrintOptions())
        sheets = [add_sheet(work, batch.id, place, certificate.id, 1, "") for place, certificate in enumerate(found)]
        for sheet in sheets:
            sheet.state, sheet.sent_at = SheetState.SENT, work.command.at
        log_sheets(work, sheets, checked=False)  # what came out there nobody looked at here
        batch.closed_at = work.command.at
    return len(unique)
