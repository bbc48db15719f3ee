"""What was printed of a batch, as the ledger notes it; and that no label is printed twice unasked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.documents.labels.checking import SheetProblem
from qc_desktop.domain.label_files import LabelFile
from qc_desktop.domain.labels import LabelEventKind, serial_text
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.labels.batches import batch_of
from qc_desktop.services.labels.runs import Run
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import LabelEvent


def refuse_second_print(office: Office, run: Run, missing: Sequence[LabelFile]) -> None:
    """Raises UserError where labels of ``missing`` were printed before and the order does not say why again."""
    bound(run.order.again, REASON)
    if clean(run.order.again):
        return
    with office.store.reading() as session:
        for file in missing:
            before = _printed(session, run.batch_id, file)
            if before is not None:
                first, last = max(before[0], file.first), min(before[1], file.last)
                said = {"first": serial_text(run.number, first), "last": serial_text(run.number, last)}
                raise UserError("label.printed_before", **said)


def _printed(session: Session, batch_id: str, file: LabelFile) -> tuple[int, int] | None:
    """The first note of a print that has some of the file's labels: its first and last."""
    query = select(LabelEvent.first_index, LabelEvent.last_index).where(
        LabelEvent.batch_id == batch_id,
        LabelEvent.kind == LabelEventKind.PRINTED,
        LabelEvent.first_index <= file.last,
        LabelEvent.last_index >= file.first,
    )
    found = session.execute(query.limit(1)).first()
    return (found[0] or file.first, found[1] or file.last) if found else None


def note(office: Office, run: Run, file: LabelFile, withheld: Sequence[SheetProblem]) -> None:
    """Notes what is in a file that has just taken its name: not the sheets that were ``withheld``."""
    out = frozenset(problem.sheet for problem in withheld)
    with office.writing("label_print", undoable=False, count=file.count) as work:
        for first, last in _stretches(run.sheets(file, out)):
            work.session.add(
                LabelEvent(
                    batch_id=run.batch_id,
                    kind=LabelEventKind.PRINTED.value,
                    count=last - first + 1,
                    first_index=first,
                    last_index=last,
                    remark=clean(run.order.again),
                    staff=work.author.staff,
                    at=work.command.at,
                )
            )


def _stretches(sheets: Iterator[tuple[int, list[int], range]]) -> list[tuple[int, int]]:
    """First and last label of each unbroken stretch of ``sheets``."""
    found: list[tuple[int, int]] = []
    for _, _, indices in sheets:
        if found and found[-1][1] + 1 == indices[0]:
            found[-1] = found[-1][0], indices[-1]
        else:
            found.append((indices[0], indices[-1]))
    return found


def note_what_lies_there(office: Office, run: Run, made: Collection[LabelFile]) -> list[LabelFile]:
    """Notes, and returns, the files that took their names just before a crash, which kept them from being noted."""
    there = [file for file in run.files() if file not in made]
    with office.store.reading() as session:
        unknown = [file for file in there if _printed(session, run.batch_id, file) is None]
    for file in unknown:
        note(office, run, file, ())
    return unknown


def stretches(office: Office, batch: str) -> tuple[tuple[int, int], ...]:
    """First and last label of every print that is noted of the batch, by the first. Raises UserError."""
    with office.store.reading() as session:
        found = batch_of(session, batch)
        query = select(LabelEvent.first_index, LabelEvent.last_index).order_by(LabelEvent.first_index)
        noted = LabelEvent.batch_id == found.id, LabelEvent.kind == LabelEventKind.PRINTED
        printed = session.execute(query.where(*noted, LabelEvent.first_index.is_not(None))).all()
    return tuple((first or 0, last or first or 0) for first, last in printed)


def unprinted(office: Office, batch: str) -> tuple[int, int] | None:
    """The first stretch of the batch of which no print is noted, first and last label; None where all were printed."""
    with office.store.reading() as session:
        found = batch_of(session, batch)
        at, end = found.first_index, found.first_index + found.count - 1
    for first, last in stretches(office, batch):
        if first > at:
            return at, first - 1
        at = max(at, last + 1)
    return (at, end) if at <= end else None
