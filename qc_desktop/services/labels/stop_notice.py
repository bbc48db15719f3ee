"""停用通知: the notice that the company of a stopped batch gets, in the words and the look of its layout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.documents.composing import values_of
from qc_desktop.documents.papers import Papers, render_papers
from qc_desktop.documents.preflight import check_paper
from qc_desktop.documents.sheets import Appearance
from qc_desktop.domain.dates import local
from qc_desktop.domain.labels import LabelBatchState, LabelEventKind
from qc_desktop.domain.progress import finish
from qc_desktop.domain.records import compact
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.files import is_writable, write_atomic
from qc_desktop.services import preferences
from qc_desktop.services.labels.batches import row
from qc_desktop.services.layouts.checking import demand_variables
from qc_desktop.services.layouts.choosing import in_use

if TYPE_CHECKING:
    import datetime as dt

    from qc_desktop.documents.layout import Layout
    from qc_desktop.domain.records import RecordValue
    from qc_desktop.services.labels.batches import BatchRow
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
    found = row(office, batch)
    if found.state is not LabelBatchState.STOPPED:
        raise UserError("label.not_stopped", batch=found.number)
    return _made(office, found, found.state_reason, local(found.state_since).date())


def demand_ready(office: Office, batch: str, reason: str, path: Path) -> None:
    """Raises UserError for what would keep the notice that ``batch`` is stopped for ``reason`` from ``path``: the
    place, the association's name, a character that no font prints. For before it is stopped, for good."""
    demand_suffix(path)
    made = _made(office, row(office, batch), clean(reason), office.today)
    if path.suffix.lower() == PDF:
        for finding in check_paper(made.record, made.layout):
            if finding.field != "reason" or clean(reason):  # that there is none is said where it is stopped
                raise UserError(finding.code, **finding.params)
    if not path.parent.is_dir():
        raise UserError("file.folder_missing", path=path, folder=path.parent)
    if path.is_dir():
        raise UserError("file.is_folder", path=path)
    if not is_writable(path.parent):
        raise UserError("file.denied", path=path, folder=path.parent)


def _made(office: Office, found: BatchRow, reason: str, stopped_on: dt.date) -> StopNotice:
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
            "reason": reason.rstrip("。"),
            "issued": stopped_on.isoformat(),
            "remaining": str(balance.outstanding),
            "destroyed": str(balance.of(LabelEventKind.DESTROYED)),
            "unprinted": str(balance.unprinted),
            "issuer": preferences.demanded_issuer(office),
        }
    )
    layout = in_use(office, KIND)
    demand_variables(layout)
    return StopNotice(record, layout, preferences.get(office, "certificate_scheme"))


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
