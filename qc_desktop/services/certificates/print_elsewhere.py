"""已在别处打印: pages that were made as a PDF here and came out of a printer that this PC knows nothing of."""

from __future__ import annotations

from collections.abc import Sequence

from qc_desktop.domain.printing import SheetState
from qc_desktop.services.certificates import print_batches
from qc_desktop.services.certificates.print_batches import batch_of, sheets_of
from qc_desktop.services.office import Office

ELSEWHERE = "别处（PDF）"
"""What a batch has for a printer that nobody here can print on."""


def note(office: Office, numbers: Sequence[str]) -> int:
    """Notes that ``numbers`` lie on paper, as a batch that is through; returns how many.

    Raises UserError as :func:`print_batches.create`: for none, an ended one, and one that was printed before.
    """
    batch_id = print_batches.create(office, numbers, ELSEWHERE)
    with office.writing("print_elsewhere", undoable=False, count=len(set(numbers)), batch=batch_id) as work:
        for sheet, _ in sheets_of(work.session, batch_id, (SheetState.WAITING,)):
            sheet.state, sheet.sent_at = SheetState.SENT, work.command.at
        batch_of(work.session, batch_id).closed_at = work.command.at
    return len(set(numbers))
