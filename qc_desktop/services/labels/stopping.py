"""停用: a batch is stopped for a reason, for ever."""

from __future__ import annotations

from qc_desktop.domain.events import EventKind
from qc_desktop.domain.labels import LabelBatchState
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.labels.batches import BatchRow, batch_of, row_of
from qc_desktop.services.office import Office


def stop(office: Office, batch: str, reason: str) -> BatchRow:
    """Stops the use of a batch, for ``reason``. Raises UserError without one, and for a batch stopped before."""
    why = clean(reason)
    if not why:
        raise UserError("label.reason_needed")
    bound(why, REASON)
    with office.writing("label_stop", undoable=False) as work:
        found = batch_of(work.session, batch)
        if found.state != LabelBatchState.LIVE:
            raise UserError("label.stopped_before", batch=found.number)
        found.state, found.state_reason = LabelBatchState.STOPPED.value, why
        found.state_since = work.command.at
        work.register(EventKind.LABELS_STOPPED, str(found.number), {"batch": found.number, "reason": why})
        work.session.flush()
        return row_of(work.session, found)
