"""用印登记表 and 领取签收单 of a print batch or of chosen certificates: for the seal, and for who fetches them.

No contact and no signatory is filled in: the columns to sign stay empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from sqlalchemy import select

from qc_desktop.documents.types.signing_papers import about
from qc_desktop.domain.dates import chinese, now
from qc_desktop.domain.printing import RECEIPTS, SEAL_REGISTER, SheetState
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.services import fonts, preferences
from qc_desktop.services.certificates.print_batches import batch_of, range_of
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Certificate, PrintSheet

STEP = "papers"
ON_PAPER = (SheetState.WAITING, SheetState.SENDING, SheetState.SENT)
"""Sheets that are, or will be, sealed and handed out; a spoiled one is not."""


@dataclass(frozen=True)
class Sealed:
    """A sheet that is sealed and handed out."""

    number: str
    serial: int
    holder: str
    copy: int
    kind: str


def of_batch(office: Office, batch_id: str) -> tuple[Sealed, ...]:
    """The sheets of the batch that come out, by number. Raises UserError for an unknown batch."""
    with office.store.reading() as session:
        query = (
            select(Certificate, PrintSheet.copy)
            .join(PrintSheet, PrintSheet.certificate_id == Certificate.id)
            .where(PrintSheet.batch_id == batch_of(session, batch_id).id, PrintSheet.state.in_(ON_PAPER))
            .order_by(Certificate.serial, PrintSheet.copy)
        )
        return tuple(_sealed(certificate, copy) for certificate, copy in session.execute(query))


def _sealed(certificate: Certificate, copy: int) -> Sealed:
    return Sealed(certificate.number, certificate.serial, certificate.holder, copy, certificate.kind)


def formats() -> tuple[str, ...]:
    """What the papers can be written as."""
    from qc_desktop.exchange.registry import LIST_WRITERS

    return ("pdf", *(writer.id for writer in LIST_WRITERS))


def write(office: Office, paper: str, sheets: Sequence[Sealed], path: Path) -> Job[Path]:
    """Writes ``paper`` (SEAL_REGISTER or RECEIPTS) for ``sheets`` to ``path``, as what its name ends in.

    Raises UserError where there is no sheet, for another ending, and for a place that cannot be written.
    """
    form = path.suffix.lstrip(".").lower()
    if form not in formats():
        raise UserError("exchange.unknown_format", format=form, formats=list(formats()))
    if not sheets:
        raise UserError("certificate.nothing_selected")
    rows = _seal_rows(office, sheets) if paper == SEAL_REGISTER else _receipt_rows(sheets)
    title, subtitle = about(paper)["title"], _subtitle(office, sheets)
    yield Progress(STEP, 0, len(rows))
    if form == "pdf":
        from qc_desktop.documents.types.signing_papers import render_paper

        for page in render_paper(paper, path, title, subtitle, rows, fonts.specs(office)):
            yield Progress(STEP, page.done, page.total)
    else:
        from qc_desktop.exchange.registry import list_writer
        from qc_desktop.exchange.writing.content import ListContent

        columns = tuple(about(paper)["columns"])
        list_writer(form).write(path, ListContent(title, subtitle, columns, tuple(rows), now()))
    yield Progress(STEP, len(rows), len(rows))
    return path


def _subtitle(office: Office, sheets: Sequence[Sealed]) -> str:
    return f"{preferences.issuer_line(office)}　共{len(sheets)}份".strip("　")


def _seal_rows(office: Office, sheets: Sequence[Sealed]) -> list[tuple[str, ...]]:
    """A row for each run of numbers without a gap, first copies before later ones; then some to fill in by hand."""
    day, words = chinese(office.today), about(SEAL_REGISTER)
    kinds = {sheet.kind: _title(office, sheet.kind) for sheet in sheets}
    rows: list[tuple[str, ...]] = []
    for run in _runs(sheets):
        remark = words["copy"].format(copy=run[0].copy) if run[0].copy > 1 else ""
        span = range_of([run[0].number, run[-1].number])
        rows.append((str(len(rows) + 1), day, kinds[run[0].kind], span, str(len(run)), "", "", "", remark))
    rows += [("",) * len(words["columns"])] * words["blank_rows"]
    return rows


def _runs(sheets: Sequence[Sealed]) -> list[list[Sealed]]:
    ordered = sorted(sheets, key=lambda sheet: (sheet.copy, sheet.serial))
    numbered = enumerate(ordered)
    return [[sheet for _, sheet in run] for _, run in groupby(numbered, lambda at: (at[1].copy, at[1].serial - at[0]))]


def _title(office: Office, kind: str) -> str:
    from qc_desktop.services.layouts.choosing import in_use

    return in_use(office, kind).words["title"]


def _receipt_rows(sheets: Sequence[Sealed]) -> list[tuple[str, ...]]:
    """A row for each certificate with the number of its sheets."""
    blank = ("",) * (len(about(RECEIPTS)["columns"]) - 4)
    ordered = sorted(sheets, key=lambda sheet: sheet.serial)
    grouped = [(key, len(list(found))) for key, found in groupby(ordered, lambda sheet: (sheet.holder, sheet.number))]
    return [(str(place), *key, str(copies), *blank) for place, (key, copies) in enumerate(grouped, 1)]
