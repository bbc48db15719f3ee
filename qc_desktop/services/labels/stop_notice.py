"""停用通知: the notice that the company of a stopped batch gets, in the words and the look of its layout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.documents.composing import values_of
from qc_desktop.documents.papers import Papers, render_papers
from qc_desktop.documents.sheets import Appearance
from qc_desktop.domain.dates import local
from qc_desktop.domain.labels import LabelBatchState, LabelEventKind
from qc_desktop.domain.progress import finish
from qc_desktop.domain.records import compact
from qc_desktop.errors import UserError
from qc_desktop.files import is_writable, write_atomic
from qc_desktop.services import preferences
from qc_desktop.services.labels.batches import row
from qc_desktop.services.layouts.choosing import in_use

if TYPE_CHECKING:
    from qc_desktop.documents.layout import Layout
    from qc_desktop.domain.records import RecordValue
    from qc_desktop.services.office import Office

KIND = "label_stop_notice"
SUFFIXES = PDF, TEXT = ".pdf", ".txt"
_INDENT = "　　"


@dataclass(frozen=True)
class StopNotice:
    """The notice of one batch: what it says, and how."""

    record: dict[str, RecordValue]
    layout: Layout
    scheme: str

    @property
    def text(self) -> str:
        """The notice as plain text, ready to be sent."""
        values = values_of(self.record, self.layout)
        title, to, issuer, day = (
            values.one((text,))[0] for text in ("{word.title}", "{word.salutation}", "{issuer}", "{issued:date}")
        )
        paragraphs = [_INDENT + line for line, _ in values.lines(("{phrases.paragraphs}",))]
        return "\n".join([title, "", to, *paragraphs, "", issuer, day])


def notice(office: Office, batch: str) -> StopNotice:
    """The notice of a stopped batch. Raises UserError for one that is not stopped, or without an association's name."""
    found, issuer = row(office, batch), preferences.issuer_line(office)
    if found.state is not LabelBatchState.STOPPED:
        raise UserError("label.not_stopped", batch=found.number)
    if not issuer:
        raise UserError("certificate.no_association")
    balance = found.balance
    record = compact(
        {
            "holder": found.company,
            "agreement_no": found.agreement_no,
            "product": found.product,
            "lot": found.lot,
            "first": found.first_serial,
            "last": found.last_serial,
            "count": str(found.count),
            "reason": found.state_reason.rstrip("。"),
            "issued": local(found.state_since).date().isoformat(),
            "remaining": str(balance.remaining),
            "destroyed": str(balance.of(LabelEventKind.DESTROYED)),
            "issuer": issuer,
        }
    )
    return StopNotice(record, in_use(office, KIND), preferences.get(office, "certificate_scheme"))


def demand_ready(office: Office, path: Path) -> None:
    """Raises UserError for what would keep a notice from ``path``. For before a batch is stopped, for good."""
    demand_suffix(path)
    if not preferences.issuer_line(office):
        raise UserError("certificate.no_association")
    if not path.parent.is_dir():
        raise UserError("file.folder_missing", path=path, folder=path.parent)
    if not is_writable(path.parent):
        raise UserError("file.denied", path=path, folder=path.parent)


def demand_suffix(path: Path) -> None:
    """Raises UserError for a file that is neither a page nor text."""
    if path.suffix.lower() not in SUFFIXES:
        raise UserError("label.notice_suffix", name=path.name)


def save(made: StopNotice, path: Path) -> Path:
    """Writes the notice to ``path``: as a page where it ends in .pdf, else as text that every editor reads.

    Raises UserError for another ending, a text that does not fit, a place that cannot be written.
    """
    demand_suffix(path)
    if path.suffix.lower() == PDF:
        title, issuer = made.layout.words["title"], str(made.record["issuer"])
        return finish(
            render_papers(Papers([made.record], 1, made.layout, title, issuer, Appearance(made.scheme)), path)
        )
    write_atomic(path, made.text.encode("utf-8-sig"))
    return path
