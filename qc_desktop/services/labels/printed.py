"""What was printed of a batch, as the ledger notes it; and that no label is printed twice unasked."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from qc_desktop.documents.labels.checking import SheetProblem
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.label_counts import Stretch
from qc_desktop.domain.label_files import LabelFile
from qc_desktop.domain.labels import LabelEventKind
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.text import clean
from qc_desktop.services.certificates import quotas
from qc_desktop.services.labels.batches import batch_of
from qc_desktop.services.labels.copies import demand_room, printed_times, told_of
from qc_desktop.services.labels.runs import Run
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Command, LabelEvent

if TYPE_CHECKING:
    from pathlib import Path

_PRINTED = (LabelEventKind.PRINTED,)
COMMAND = "label_print"


def refuse_second_print(office: Office, run: Run, missing: Sequence[LabelFile]) -> None:
    """Raises UserError where labels of ``missing`` were printed before: without a reason, or beyond their quota."""
    bound(run.order.again, REASON)
    allowed = quotas.quota(office)
    with office.store.reading() as session:
        for file in missing:
            for part in printed_times(session, run.batch_id, file.first, file.last):
                demand_room(run.number, part, clean(run.order.again), allowed)


def made_in(office: Office, folder: Path, name: str) -> bool:
    """Whether the file ``name`` was noted as made in ``folder``: that one of this name lies there proves nothing."""
    is_it = func.json_extract(Command.params, "$.file") == name, func.json_extract(Command.params, "$.folder")
    with office.store.reading() as session:
        noted = session.scalar(select(Command.seq).where(Command.name == COMMAND, is_it[0], is_it[1] == _place(folder)))
    return noted is not None


def _place(folder: Path) -> str:
    """The folder as its system spells it, so that one and the same is known again."""
    return os.path.normcase(folder.resolve())


def note(
    office: Office,
    run: Run,
    file: LabelFile,
    withheld: Sequence[SheetProblem],
    folder: Path | None = None,
    *,
    mended: bool = False,
) -> None:
    """Notes what is in a file that has just taken its name in ``folder``: not the sheets that were ``withheld``. None
    is a file that went to a printer and is gone.

    Labels that were printed before are further copies, which go into the register with their reason, but for a file
    that was ``mended``. Raises UserError as :func:`refuse_second_print`, where somebody else printed them meanwhile.
    """
    out = frozenset(problem.sheet for problem in withheld)
    reason, allowed = clean(run.order.again), quotas.quota(office)
    where = {"file": run.name(file), "folder": _place(folder)} if folder is not None else {}
    with office.writing(COMMAND, undoable=False, count=file.count, **where) as work:
        for first, last in _stretches(run.sheets(file, out)):
            for part in list(printed_times(work.session, run.batch_id, first, last)):
                if part.times and mended:
                    continue
                demand_room(run.number, part, reason, allowed)
                work.session.add(_line(work, run.batch_id, part, reason if part.times else ""))
                if part.times:
                    about = {"batch": run.number, "first": part.first, "last": part.last, "copy": part.times + 1}
                    work.register(EventKind.LABELS_REPRINTED, str(run.number), {**about, "reason": reason})


def _line(work: UnitOfWork, batch_id: str, part: Stretch, reason: str) -> LabelEvent:
    return LabelEvent(
        batch_id=batch_id,
        kind=LabelEventKind.PRINTED.value,
        count=part.size,
        first_index=part.first,
        last_index=part.last,
        remark=reason,
        staff=work.author.staff,
        at=work.command.at,
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


def note_what_lies_there(office: Office, run: Run, made: Collection[LabelFile], folder: Path) -> list[LabelFile]:
    """Notes, and returns, the files in ``folder`` that took their names just before a crash, before they were noted."""
    there = [file for file in run.files() if file not in made]
    with office.store.reading() as session:
        unknown = [file for file in there if not told_of(session, run.batch_id, _PRINTED, file.first, file.last)]
    for file in unknown:
        note(office, run, file, (), folder)
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
