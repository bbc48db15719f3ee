"""停用: a batch is stopped for a reason, for ever; and the notice that its company gets."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from qc_desktop.domain.dates import chinese, local
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.labels import LabelBatchState, LabelEventKind
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.files import write_atomic
from qc_desktop.paths import resource
from qc_desktop.services import preferences
from qc_desktop.services.labels.batches import BatchRow, batch_of, row, row_of
from qc_desktop.services.office import Office


@dataclass(frozen=True)
class StopNotice:
    """停用通知 to a company; ``date`` is the day of the stop."""

    title: str
    to: str
    paragraphs: tuple[str, ...]
    issuer: str
    date: str

    @property
    def text(self) -> str:
        """The notice as plain text, ready to be sent."""
        return "\n".join([self.title, "", self.to, *self.paragraphs, "", self.issuer, self.date])


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


def notice(office: Office, batch: str) -> StopNotice:
    """The notice of a stopped batch. Raises UserError for one that is not stopped, or without an association's name."""
    found, issuer = row(office, batch), preferences.issuer_line(office)
    if found.state is not LabelBatchState.STOPPED:
        raise UserError("label.not_stopped", batch=found.number)
    if not issuer:
        raise UserError("certificate.no_association")
    words = _words()
    balance, day = found.balance, chinese(local(found.state_since).date())
    fields = {
        "company": found.company,
        "agreement": found.agreement_no,
        "product": found.product,
        "lot": found.lot,
        "first": found.first_serial,
        "last": found.last_serial,
        "count": found.count,
        "reason": found.state_reason.rstrip("。"),
        "day": day,
        "remaining": balance.remaining,
        "destroyed": balance.of(LabelEventKind.DESTROYED),
    }
    return StopNotice(
        title=words["title"],
        to=words["to"].format(**fields),
        paragraphs=tuple(paragraph.format(**fields) for paragraph in words["paragraphs"]),
        issuer=issuer,
        date=day,
    )


def save_notice(text: str, path: Path) -> Path:
    """Writes a notice to ``path`` as text that every editor reads. Raises UserError."""
    write_atomic(path, text.encode("utf-8-sig"))
    return path


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "label_stop_notice.toml").read_text(encoding="utf-8"))
